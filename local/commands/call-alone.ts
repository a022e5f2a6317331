/** A call with a contact centre of its own: data in memory, the demo world in it, gone afterwards. */
import { bootCloud } from '../cloud.ts';
import type { TelephoneSays } from '../web/protocol.ts';
import { openInside } from './call-inside.ts';
import { callOnVirtualTime } from './call-on-virtual-time.ts';
import { callOnWallTime, type WallCall } from './call-on-wall-time.ts';
import type { CallPrinter } from './call-printer.ts';
import type { Caller, CallResult } from './call-result.ts';
import { assemblyFolder } from './places.ts';
import type { Surroundings } from './surroundings.ts';

/** Seeds of such centres are below this. */
const SEED_MAX = 2 ** 31;

/** Nobody listens, so no time passes but the one that the flow counts. */
export async function callScripted(
  dial: TelephoneSays,
  caller: Caller,
  printer: CallPrinter,
  { seedWhenEmpty }: Surroundings,
): Promise<CallResult> {
  const seed = Math.floor(Math.random() * SEED_MAX);
  const cloud = await bootCloud({ assemblyFolder, clock: { kind: 'virtual', nowMs: Date.now(), seed } });
  try {
    await seedWhenEmpty(cloud.describe(), cloud.driver.nowMs());
    return await callOnVirtualTime(cloud, dial, caller, printer);
  } finally {
    await cloud.close();
  }
}

export async function callByHand(
  call: Omit<WallCall, 'open'>,
  { seedWhenEmpty }: Surroundings,
): Promise<CallResult> {
  const cloud = await bootCloud({ assemblyFolder, clock: { kind: 'wall' } });
  try {
    await seedWhenEmpty(cloud.describe(), cloud.driver.nowMs());
    return await callOnWallTime({ ...call, open: openInside(cloud.centre) });
  } finally {
    await cloud.close();
  }
}
