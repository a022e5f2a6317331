/** A centre with the quotas of a new instance: what callers meet at their edge. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VirtualDriver } from '../../engine/contact/driver.ts';
import { CONCURRENT_CALLS_DEFAULT } from '../../engine/limits.ts';
import { bootCloud, type Cloud } from '../../local/cloud.ts';
import { FIXTURE } from './connect/booted-resources.ts';

const clock = { kind: 'virtual', nowMs: Date.parse('2026-11-23T15:00:00Z'), seed: 1 } as const;
const boot = (quotas: boolean): Promise<Cloud<VirtualDriver>> =>
  bootCloud({ assemblyFolder: FIXTURE, clock, quotas, records: false });

let limited: Cloud<VirtualDriver>;
let free: Cloud<VirtualDriver>;
beforeAll(async () => {
  limited = await boot(true);
  free = await boot(false);
});
afterAll(async () => {
  await limited.close();
  await free.close();
});

const dial = ({ centre }: Cloud): string => {
  const [number] = centre.instance.phoneNumbers;
  const [effect] = centre.send({ kind: 'dial', to: number?.number ?? '', playback: 'estimated' });
  if (effect?.kind !== 'contact-started') throw new Error('dialling began no contact');
  return effect.contactId;
};

describe('calls at once', () => {
  test('are as many as a new instance takes; the next caller hears a busy tone, and gets through when one hangs up', () => {
    const calls = Array.from({ length: CONCURRENT_CALLS_DEFAULT }, () => dial(limited));
    const busy = `the line is busy: ${calls.length} calls are on`;
    expect(() => dial(limited)).toThrow(busy);
    expect(() => dial(limited)).toThrow(busy);
    const [first = ''] = calls;
    limited.centre.send({ kind: 'caller-hangs-up', contactId: first });
    const late = dial(limited);
    expect(() => dial(limited)).toThrow(busy);
    for (const contactId of [...calls.slice(1), late])
      limited.centre.send({ kind: 'caller-hangs-up', contactId });
    dial(limited);
  });
  test('are as many as there are where nobody asked for quotas', () => {
    const calls = Array.from({ length: 2 * CONCURRENT_CALLS_DEFAULT }, () => dial(free));
    expect(new Set(calls).size).toBe(2 * CONCURRENT_CALLS_DEFAULT);
  });
});
