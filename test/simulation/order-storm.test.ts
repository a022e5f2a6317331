/** Ordering in bad weather: no order twice, nobody told what is not so, every unknown outcome with a case. */
import { describe, expect, test } from '@jest/globals';
import { OrderStorm } from './order-storm.ts';

const CALLS = process.env['CALLWRIGHT_COUNTS'] === 'full' ? 100_000 : 1_000;

describe.each([
  ['in calm weather', 0],
  ['when one invocation in five goes wrong', 20],
  ['when most invocations go wrong', 85],
])('orders by phone %s', (_weather, faultsPercent) => {
  test.each([1, 2, 3])('keep every promise (seed %s)', (seed) => {
    const calls = Math.ceil(CALLS / (faultsPercent === 20 ? 1 : 10) / 3);
    const storm = new OrderStorm(seed, { faultsPercent }).run(calls);
    expect(storm.broken).toEqual([]);
    expect(storm.calls).toBeGreaterThanOrEqual(calls);
    expect(storm.orders).toBeGreaterThan(0);
    expect(storm.told['placed']).toBeGreaterThan(0);
    // Callers hang up after their yes in any weather; what they wanted is a case then.
    if (faultsPercent > 0) expect(storm.cases).toBeGreaterThan(0);
    // In the worst weather not even a case can be opened at once; then a person takes the call.
    if (faultsPercent <= 20) expect(storm.told['to-person'] ?? 0).toBeLessThan(calls / 500);
    if (faultsPercent > 0)
      expect(Object.keys(storm.faults).toSorted()).toEqual([
        'answer-lost',
        'crash-after',
        'crash-before',
        'hangs',
        'throttled',
      ]);
  });
});

test('bad weather reaches what it is there for', () => {
  const { told, landedLate } = new OrderStorm(7, { faultsPercent: 85 }).run(1_000);
  for (const kind of ['placed', 'refused', 'asked', 'will-confirm', 'to-person', 'not-confirmed', 'hung-up'])
    expect([kind, told[kind]]).toEqual([kind, expect.any(Number)]);
  expect(landedLate).toBeGreaterThan(0);
});

test('a seed repeats its storm to the letter', () => {
  const run = () => new OrderStorm(11, { faultsPercent: 20 }).run(300);
  expect(run()).toEqual(run());
  expect(new OrderStorm(12, { faultsPercent: 20 }).run(300).record).not.toBe(run().record);
});

test('a storm finds out tables that forget what was confirmed', () => {
  const { broken } = new OrderStorm(1, { faultsPercent: 20, forgetsIntents: true }).run(1_000);
  expect(broken.filter((promise) => promise.includes('was wanted 1 ×'))).not.toEqual([]);
});

test('in calm weather nobody is left with an unknown outcome', () => {
  const { told } = new OrderStorm(5, { faultsPercent: 0 }).run(200);
  expect(
    Object.keys(told).filter((kind) => ['will-confirm', 'to-person', 'not-confirmed'].includes(kind)),
  ).toEqual([]);
});
