import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  departmentTask,
  type Escalation,
  escalationPromise,
  LEVEL_MAX,
  levelOf,
  priorityOf,
  spokenEscalation,
} from '../../../lambdas/domain/escalation.ts';
import { nextOpening } from '../../../lambdas/domain/promised-time.ts';

const zone = { timeZone: 'America/New_York' };
const hours = {
  ...zone,
  days: [
    { day: 'MONDAY' as const, start: '09:00', end: '17:00' },
    { day: 'TUESDAY' as const, start: '09:00', end: '17:00' },
  ],
  holidays: [{ name: 'a holiday', from: '2026-11-24', till: '2026-11-24' }],
};
const at = (text: string): number => Date.parse(text);
const escalation: Escalation = {
  caseNumber: '48219307',
  reason: 'problem-invoice',
  count: 1,
  contactId: 'contact-1',
  raisedAtMs: at('2026-11-22T06:00:00Z'),
  promisedAtMs: at('2026-11-23T14:00:00Z'),
  holdsUntilMs: at('2026-11-23T16:00:00Z'),
  task: 'due',
};

describe('the next opening', () => {
  test.each([
    ['before the day begins', '2026-11-23T08:00:00Z', '2026-11-23T14:00:00Z'],
    ['at the opening itself', '2026-11-23T14:00:00Z', '2026-11-23T14:00:00Z'],
    ['while it is open', '2026-11-23T15:30:00Z', '2026-11-23T15:30:00Z'],
    ['at closing time, over a holiday', '2026-11-23T22:00:00Z', '2026-11-30T14:00:00Z'],
  ])('%s', (_when, now, opens) => {
    expect(nextOpening(hours, at(now))).toBe(at(opens));
  });
  test('of hours that are all holidays is nobody’s to promise', () => {
    const holidays = [{ name: 'for ever', from: '2026-01-01', till: '2030-01-01' }];
    expect(() => nextOpening({ ...hours, holidays }, at('2026-11-23T15:00:00Z'))).toThrow(
      'check their holidays',
    );
  });
});

describe('a promise', () => {
  test('outside the hours is the next opening, and holds while the team has its usual time', () => {
    expect(escalationPromise(hours, at('2026-11-22T06:00:00Z'))).toEqual({
      promisedAtMs: at('2026-11-23T14:00:00Z'),
      holdsUntilMs: at('2026-11-23T16:00:00Z'),
    });
  });
  test('within the hours is the usual time', () => {
    const untilMs = at('2026-11-23T17:00:00Z');
    expect(escalationPromise(hours, at('2026-11-23T15:00:00Z'))).toEqual({
      promisedAtMs: untilMs,
      holdsUntilMs: untilMs,
    });
  });
  test('while a supervisor has closed the centre begins when that is over', () => {
    const closedUntilMs = at('2026-11-23T19:00:00Z');
    const untilMs = at('2026-11-23T21:00:00Z');
    const promise = { promisedAtMs: closedUntilMs, holdsUntilMs: untilMs };
    expect(escalationPromise({ ...hours, closedUntilMs }, at('2026-11-23T15:00:00Z'))).toEqual(promise);
    expect(escalationPromise({ ...hours, closedUntilMs }, closedUntilMs)).toMatchObject({
      holdsUntilMs: untilMs,
    });
  });
  test('is always in the future, and never holds for less than what was promised', () => {
    const moments = fc.integer({ min: at('2026-11-01T00:00:00Z'), max: at('2027-02-01T00:00:00Z') });
    fc.assert(
      fc.property(moments, (nowMs) => {
        const { promisedAtMs, holdsUntilMs } = escalationPromise(hours, nowMs);
        expect(promisedAtMs).toBeGreaterThan(nowMs);
        expect(holdsUntilMs).toBeGreaterThanOrEqual(promisedAtMs);
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  [1, 1, 3],
  [2, 2, 2],
  [3, 3, 1],
  [4, 3, 1],
  [1_000, 3, 1],
])('raised %i times, a case is at level %i and its caller has priority %i', (count, level, priority) => {
  expect([levelOf({ count }), priorityOf({ count })]).toEqual([level, priority]);
  expect(level).toBeLessThanOrEqual(LEVEL_MAX);
});

describe('the words', () => {
  test('name level, matter, number and time', () => {
    expect(spokenEscalation({ ...escalation, count: 2 }, escalation.raisedAtMs, zone)).toEqual({
      caseNumber: '4 8 2 1, 9 3 0 7',
      about: 'an invoice',
      level: 'two',
      levelWords: 'two',
      priority: '2',
      promisedTime: 'nine A M on Monday',
    });
  });
  test('never promise a moment that has passed', () => {
    const nowMs = escalation.promisedAtMs;
    expect(spokenEscalation(escalation, nowMs, zone).promisedTime).toBe('eleven A M today');
  });
});

describe('a task', () => {
  test('is the same whenever it is started, and another one for another raise or case', () => {
    const tokens = [escalation, { ...escalation, task: 'not-started' as const }].map(
      (each) => departmentTask(each, zone).token,
    );
    expect(tokens[0]).toBe(tokens[1]);
    for (const other of [{ count: 2 }, { caseNumber: '48219308' }])
      expect(departmentTask({ ...escalation, ...other }, zone).token).not.toBe(tokens[0]);
  });
  test('keeps within what Connect takes of name, description and token', () => {
    const { name, description, token } = departmentTask({ ...escalation, count: 1e9 }, zone);
    expect(name.length).toBeLessThanOrEqual(512);
    expect(description.length).toBeLessThanOrEqual(4096);
    expect(token.length).toBeLessThanOrEqual(500);
  });
});
