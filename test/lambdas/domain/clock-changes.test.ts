import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withClockChanges } from '../../../lambdas/domain/clock-changes.ts';
import { localTimeAt, offsetMs } from '../../../lambdas/domain/local-time.ts';

const MINUTE_MS = 60_000;
const zones = ['America/New_York', 'Europe/Athens', 'Africa/Casablanca', 'Australia/Lord_Howe', 'UTC'].map(
  (timeZone) => withClockChanges({ timeZone }),
);
const atMs = (text: string): number => Date.parse(text);

describe('whoever is told a time', () => {
  test('is told the same by what the stack has looked up as by the calendar itself, in every zone', () => {
    const moment = fc.integer({ min: atMs('2025-01-01T00:00Z'), max: atMs('2037-01-01T00:00Z') });
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, (zone, instantMs) => {
        const { timeZone } = zone;
        expect(localTimeAt(instantMs, zone)).toEqual(localTimeAt(instantMs, { timeZone }));
      }),
    );
  });

  test('is told it to the minute in which clocks are moved', () => {
    for (const zone of zones) {
      for (const minute of zone.clockChanges.fromMinutes) {
        for (const aside of [-1, 0, 1]) {
          const instantMs = (minute + aside) * MINUTE_MS;
          expect(offsetMs(instantMs, zone)).toBe(offsetMs(instantMs, { timeZone: zone.timeZone }));
        }
      }
    }
  });

  test('is told what was looked up, and of later times what the calendar says', () => {
    const looked = { timeZone: 'UTC', clockChanges: { fromMinutes: [0, 10], aheadMinutes: [60, 0] } };
    expect(localTimeAt(9 * MINUTE_MS, looked).minuteOfDay).toBe(69);
    expect(localTimeAt(10 * MINUTE_MS, looked).minuteOfDay).toBe(10);
    expect(localTimeAt(-MINUTE_MS, looked).minuteOfDay).toBe(1439);
  });
});

test('clocks are moved twice a year in New York, and never in UTC', () => {
  const changesIn = (timeZone: string) => withClockChanges({ timeZone }).clockChanges.fromMinutes;
  // The first day and the last are no changes.
  expect(changesIn('America/New_York')).toHaveLength(2 + 20);
  expect(changesIn('UTC')).toHaveLength(2);
});
