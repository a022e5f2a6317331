import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  caseNumbers,
  isSameWish,
  openedCase,
  spokenCase,
  spokenCaseState,
} from '../../../lambdas/domain/case.ts';
import { ORDER_STATUSES } from '../../../lambdas/domain/order-status.ts';
import { spokenOrderStatus } from '../../../lambdas/domain/order-words.ts';
import { phoneNumber } from '../../../lambdas/domain/phone-number.ts';
import { attemptDay, attemptsExpireAt, pinObjection } from '../../../lambdas/domain/pin.ts';

describe('a telephone number', () => {
  test.each(['+12025550101', '+442079460000', '+4930901820'])('is %s', (number) => {
    expect(phoneNumber(number)).toBe(number);
  });
  test.each([
    'anonymous',
    '',
    '+',
    '2025550101',
    '+02025550101',
    '+1 202 555 0101',
    '+1202555010a',
    `+${'1'.repeat(16)}`,
    '+12025550101\n',
    'sip:+12025550101@example.com',
  ])('is not %j', (text) => {
    expect(phoneNumber(text)).toBeUndefined();
  });
  test('is never changed: what comes back is what came', () => {
    fc.assert(fc.property(fc.string(), (text) => [text, undefined].includes(phoneNumber(text))));
  });
});

describe('the policy for PINs', () => {
  test.each(['4711', '860413', '29060715'])('allows %s', (pin) => {
    expect(pinObjection(pin)).toBeUndefined();
  });
  test.each(['', '471', '471123456', '47a1', ' 4711', '４７１１'])('wants 4 to 8 digits, not %j', (pin) => {
    expect(pinObjection(pin)).toMatch(/4 to 8 digits/);
  });
  test.each(['0000', '1234', '8765', '99999999'])('refuses %s, which is guessed first', (pin) => {
    expect(pinObjection(pin)).toMatch(/guessed first/);
  });
  test('counts by the day of UTC, and keeps the count past its end', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true }), (now) => {
        const day = attemptDay(now);
        expect(now.toISOString().startsWith(day)).toBe(true);
        expect(attemptsExpireAt(day) * 1000 - now.getTime()).toBeGreaterThan(86_400_000);
        expect(attemptsExpireAt(day) * 1000 - now.getTime()).toBeLessThanOrEqual(2 * 86_400_000);
      }),
    );
  });
});

describe('how an order stands is said', () => {
  const today = '2026-11-22';
  test.each([
    [
      { status: 'confirmed', expectedOn: '2026-11-27' },
      'has been received and should reach you on Friday, November 27',
    ],
    [{ status: 'packed' }, 'is packed'],
    [
      { status: 'shipped', expectedOn: '2026-11-22' },
      'is on its way and should reach you on Sunday, November 22',
    ],
    [{ status: 'shipped', expectedOn: '2026-11-21' }, 'is on its way and is later than we had planned'],
    [{ status: 'delivered', deliveredOn: '2026-11-20' }, 'was delivered on Friday, November 20'],
    [{ status: 'delivered', expectedOn: '2026-11-30' }, 'has been delivered'],
    [{ status: 'cancelled', expectedOn: '2026-11-30' }, 'has been cancelled'],
  ] as const)('%j', (progress, words) => {
    expect(spokenOrderStatus(progress, today)).toBe(words);
  });
  test('never with a promise of a day that is over', () => {
    const day = fc
      .integer({ min: -300, max: 300 })
      .map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...ORDER_STATUSES), day, (status, expectedOn) => {
        const words = spokenOrderStatus({ status, expectedOn }, today);
        expect(words.includes('should reach you')).toBe(
          expectedOn >= today && ['confirmed', 'paid', 'packed', 'shipped'].includes(status),
        );
      }),
    );
  });
});

describe('a case', () => {
  test.each([
    ['problem-delivery', 'a delivery'],
    ['problem-product', 'a product'],
    ['problem-invoice', 'an invoice'],
    ['problem-other', 'a problem that you told us of'],
    ['order-unconfirmed', 'an order'],
    ['out-of-hours', 'a call that we promised you'],
    ['constructor', 'a call that we promised you'],
  ])('for the reason %s is about %s', (reason, about) => {
    const promisedAtMs = Date.parse('2026-11-23T15:00:00Z');
    const state = (nowMs: number) =>
      spokenCaseState({ reason, promisedAtMs }, nowMs, { timeZone: 'America/New_York' });
    expect(state(promisedAtMs - 1)).toBe(`is about ${about}, and we will call you back by ten A M today`);
    expect(state(promisedAtMs)).toContain(`is about ${about}, and is still open. We are sorry`);
  });
  const wish = {
    contactId: 'c',
    reason: 'out-of-hours',
    customerId: 'unknown',
    isVerified: false,
    phoneNumber: '+12025550199',
  };
  const hours = {
    timeZone: 'America/New_York',
    days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
    holidays: [],
  };
  test('has a number of eight digits, whatever the digest', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (digest) => {
        for (const number of caseNumbers(Buffer.from(digest).toString('hex')))
          expect(number).toMatch(/^[1-9]\d{7}$/);
      }),
    );
  });
  test('is told in words that do not depend on when it is read back', () => {
    const opened = openedCase(wish, '48219307', hours, Date.parse('2026-11-22T06:00:00Z'));
    expect(spokenCase(opened, hours)).toEqual({
      caseNumber: '4 8 2 1, 9 3 0 7',
      promisedTime: 'ten A M on Monday',
    });
  });
  test('answers the same wish only: the same contact for the same reason', () => {
    expect(isSameWish(wish, { ...wish, phoneNumber: '+12025550198', isVerified: true })).toBe(true);
    expect(isSameWish(wish, { ...wish, reason: 'queue-full' })).toBe(false);
    expect(isSameWish(wish, { ...wish, contactId: 'd' })).toBe(false);
  });
});
