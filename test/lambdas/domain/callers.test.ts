/** What callers and their department hear and hold on to: promises, numbers, days and limits at their edges. */
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { caseNumbers, spokenCaseState } from '../../../lambdas/domain/case.ts';
import { departmentTask } from '../../../lambdas/domain/escalation.ts';
import { instantOf } from '../../../lambdas/domain/local-time.ts';
import { openingHours } from '../../../lambdas/domain/opening-hours.ts';
import { orderNumbers } from '../../../lambdas/domain/order-intent.ts';
import { phoneNumber } from '../../../lambdas/domain/phone-number.ts';
import { pinObjection } from '../../../lambdas/domain/pin.ts';
import { nextOpening, promisedTime } from '../../../lambdas/domain/promised-time.ts';
import { salesTax } from '../../../lambdas/domain/sales-tax.ts';
import { spokenMoment } from '../../../lambdas/domain/spoken.ts';
import { tableVariable } from '../../../lambdas/domain/table-names.ts';

const newYork = 'America/New_York';
const at = (text: string): number => Date.parse(text);

describe('numbers that callers wrote down stay the same with every release', () => {
  test('of a case, both of them', () => {
    expect(caseNumbers('000000070001000263')).toEqual(['10000007', '10065538']);
    expect(caseNumbers('ffffffff055d4a80')).toEqual(['74967295', '10000000']);
  });
  test('of an order, both of them', () => {
    expect(orderNumbers(Uint8Array.of(0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 255, 255, 99))).toEqual([
      '1000065538',
      '1000065535',
    ]);
  });
  test('whatever stands around the digest in memory', () => {
    const memory = Uint8Array.of(9, 9, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 255, 255);
    expect(orderNumbers(memory.subarray(2))).toEqual(['1000065538', '1000065535']);
  });
});

describe('the caller of an open case', () => {
  const promisedAtMs = at('2026-11-23T15:00:00Z');
  const escalationPromisedAtMs = at('2026-11-24T16:00:00Z');
  const state = (nowMs: number, escalationMs?: number) =>
    spokenCaseState(
      {
        reason: 'problem-invoice',
        promisedAtMs,
        ...(escalationMs === undefined ? {} : { escalationPromisedAtMs: escalationMs }),
      },
      nowMs,
      { timeZone: newYork },
    );
  test('hears of the escalation team while its promise holds, even where the first one has passed', () => {
    const words = 'is about an invoice, and our escalation team takes it up by eleven A M on Tuesday';
    expect(state(promisedAtMs - 1, escalationPromisedAtMs)).toBe(words);
    expect(state(promisedAtMs, escalationPromisedAtMs)).toBe(words);
  });
  test('hears an apology once both promises have passed', () => {
    expect(state(escalationPromisedAtMs - 1, escalationPromisedAtMs)).toContain('by eleven A M today');
    expect(state(escalationPromisedAtMs, escalationPromisedAtMs)).toContain('We are sorry');
  });
  test('hears of the call that still is to come once the team’s promise has passed', () => {
    expect(state(promisedAtMs - 2, promisedAtMs - 3)).toBe(
      'is about an invoice, and we will call you back by ten A M today',
    );
  });
});

test('the department reads what was promised and by when, and answers by that moment', () => {
  const task = departmentTask(
    {
      caseNumber: '48219307',
      reason: 'problem-delivery',
      count: 5,
      contactId: 'contact-1',
      raisedAtMs: at('2026-11-22T06:00:00Z'),
      promisedAtMs: at('2026-11-23T14:00:00Z'),
      holdsUntilMs: at('2026-11-23T16:00:00Z'),
      task: 'due',
    },
    { timeZone: newYork },
  );
  expect(task).toEqual({
    name: 'Case 48219307, level 3',
    description:
      'Raised by its caller. It is about a delivery, and was promised to be taken up by nine A M on Monday.',
    replyBy: '2026-11-23T14:00:00.000Z',
    token: 'escalation-48219307-5',
  });
});

describe('on the day on which clocks are moved', () => {
  test.each([
    ['2027-03-14', 12 * 60, newYork, '2027-03-14T16:00:00Z'],
    ['2027-03-14', 60, newYork, '2027-03-14T06:00:00Z'],
    ['2027-03-15', 0, newYork, '2027-03-15T04:00:00Z'],
    ['2026-11-01', 12 * 60, newYork, '2026-11-01T17:00:00Z'],
    ['2026-11-01', 0, newYork, '2026-11-01T04:00:00Z'],
    ['2026-10-25', 18 * 60, 'Europe/London', '2026-10-25T18:00:00Z'],
    ['2026-04-05', 12 * 60, 'Australia/Lord_Howe', '2026-04-05T01:30:00Z'],
  ])('%s, minute %i in %s is %s', (date, minuteOfDay, timeZone, instant) => {
    expect(instantOf({ date, minuteOfDay }, { timeZone })).toBe(at(instant));
  });
});

describe('the time of day', () => {
  test.each([
    ['2026-11-23T17:15:00Z', 'twelve fifteen P M on Monday'],
    ['2026-11-23T16:59:00Z', 'eleven fifty nine A M on Monday'],
    ['2026-11-23T18:00:00Z', 'one P M on Monday'],
    ['2026-11-23T15:10:00Z', 'ten ten A M on Monday'],
    ['2026-11-23T15:09:00Z', 'ten oh nine A M on Monday'],
  ])('of %s is said "%s"', (instant, words) => {
    expect(spokenMoment(at(instant), at('2026-11-22T06:00:00Z'), { timeZone: newYork })).toBe(words);
  });
});

describe('opening hours', () => {
  const hours = {
    timeZone: newYork,
    days: [
      { day: 'MONDAY', start: '08:00', end: '12:00' },
      { day: 'MONDAY', start: '13:00', end: '18:00' },
    ],
    holidays: [{ name: 'Christmas', from: '2026-12-25', till: '2026-12-25' }],
  };
  const isTaken = (change: object) => z.safeParse(openingHours, { ...hours, ...change }).success;
  test('may have a holiday of one day', () => expect(isTaken({})).toBe(true));
  test.each(['Christmas', '2026-12', '+012026-12-25', '2026-12-25T', ' 2026-12-25', '2026-12-251'])(
    'have no holiday on %j',
    (from) => expect(isTaken({ holidays: [{ name: 'x', from, till: '2026-12-31' }] })).toBe(false),
  );
  test('do not overlap, wherever in the list the two stand', () => {
    expect(isTaken({ days: [...hours.days, { day: 'MONDAY', start: '17:00', end: '20:00' }] })).toBe(false);
    expect(isTaken({ days: [...hours.days, { day: 'TUESDAY', start: '17:00', end: '20:00' }] })).toBe(true);
  });
  test('are looked through for a year and not a day longer', () => {
    const monday = z.parse(openingHours, { ...hours, days: hours.days.slice(0, 1), holidays: [] });
    const closed = (till: string) => ({ ...monday, holidays: [{ name: 'x', from: '2026-01-01', till }] });
    // 366 days after this Saturday is a Monday.
    const saturday = at('2026-11-21T12:00:00Z');
    expect(new Date(nextOpening(closed('2027-11-21'), saturday)).toISOString()).toBe(
      '2027-11-22T13:00:00.000Z',
    );
    expect(() => nextOpening(closed('2027-11-22'), saturday)).toThrow('no open minute within 366 days');
    expect(() => promisedTime(closed('2027-11-22'), saturday)).toThrow('no 120 open minutes within 366 days');
  });
});

test.each(['2468', '9630', '1243', '1100', '0102', '1350'])('the PIN %s is not guessed first', (pin) => {
  expect(pinObjection(pin)).toBeUndefined();
});

test.each(['tel:+12025550101', ' +12025550101', '+120255'])('%j is no telephone number', (text) => {
  expect(phoneNumber(text)).toBeUndefined();
});

test.each([
  [0, true],
  [825, true],
  [10_000, true],
  [10_001, false],
  [-1, false],
  [8.25, false],
])('a sales tax of %d basis points is taken: %s', (basisPoints, expected) => {
  expect(z.safeParse(salesTax, { basisPoints }).success).toBe(expected);
});
test('a sales tax by place is refused, not ignored', () => {
  expect(z.safeParse(salesTax, { basisPoints: 825, state: 'WA' }).success).toBe(false);
  expect(z.safeParse(salesTax, {}).success).toBe(false);
});

test('a function finds its table where the stack puts the name', () => {
  expect([tableVariable('orders'), tableVariable('cases')]).toEqual(['TABLE_ORDERS', 'TABLE_CASES']);
});
