/** How fast the contact engine is: calls a second with every effect kept, and memory of callers who wait. */
import { createWorld, step } from '../../engine/contact/engine.ts';
import { type BenchCall, benchCall, benchInstance, readBenchCalls } from './calls.ts';

const MEASURE_MS = 1_000;
const WAITING = 5_000;

/** One process, one core, trace and virtual clock on. Empty where `../shared/bench` is absent. */
export async function benchEngine(): Promise<Record<string, { value: number; unit: string }>> {
  const results: Record<string, { value: number; unit: string }> = {};
  for (const call of readBenchCalls()) {
    const callsPerSecond = rateOf(benchCall(call));
    results[`engine.${call.name}`] = { value: Math.round(callsPerSecond), unit: 'calls/s' };
    results[`engine.${call.name}.blocks`] = {
      value: Math.round(callsPerSecond * call.blocks),
      unit: 'blocks/s',
    };
  }
  const [first] = readBenchCalls();
  if (first !== undefined) {
    results['engine.waiting-contact'] = { value: Math.round(bytesOfWaitingContact(first)), unit: 'bytes' };
  }
  return results;
}

function rateOf(call: () => unknown): number {
  for (let warm = 0; warm < 300; warm += 1) call();
  let calls = 0;
  const from = performance.now();
  let tookMs = 0;
  while (tookMs < MEASURE_MS) {
    for (let batch = 0; batch < 20; batch += 1) call();
    calls += 20;
    tookMs = performance.now() - from;
  }
  return (calls * 1000) / tookMs;
}

/** A caller in the middle of the menu's prompt: the smallest thing that the engine keeps for somebody on the line. */
function bytesOfWaitingContact(call: BenchCall): number {
  const instance = benchInstance(call);
  const world = createWorld({ instance, seed: 1, nowMs: 0 });
  const to = instance.phoneNumbers[0]?.number ?? '';
  const dial = () => step(world, { kind: 'dial', to, from: '+12025550123', playback: 'estimated' }, 0);
  for (let warm = 0; warm < 500; warm += 1) dial();
  const before = usedBytes();
  for (let contact = 0; contact < WAITING; contact += 1) dial();
  const after = usedBytes();
  if (world.contacts.size !== WAITING + 500) throw new Error('callers are missing');
  return (after - before) / WAITING;
}

/** After a collection where the process can ask for one (`--expose-gc`); otherwise an upper bound. */
function usedBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
