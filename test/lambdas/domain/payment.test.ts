/** Cards that can be cards, attempts that go where they may, and what is still to pay. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { brandOf, CARD_BRANDS, hasLuhnDigit, readCard } from '../../../lambdas/domain/card.ts';
import { LANGUAGES } from '../../../lambdas/domain/language.ts';
import type { OrderRecord } from '../../../lambdas/domain/order-record.ts';
import {
  ATTEMPT_STATUSES,
  ATTEMPTS_MAX,
  type Attempt,
  type AttemptStatus,
  attemptKey,
  DECLINE_REASONS,
  isUnderWay,
  mayBecome,
  payableOf,
  withAttempt,
  withStatus,
} from '../../../lambdas/domain/payment.ts';
import { spokenDecline } from '../../../lambdas/domain/payment-words.ts';
import { isFull } from '../../calls/counts.ts';

const NOW_MS = Date.UTC(2026, 10, 24);
const runs = { numRuns: isFull ? 10_000 : 100 };
const card = { number: '4242424242424242', expiry: '1230', securityCode: '123' };

/** The number with the check digit that makes it right. */
const withLuhn = (digits: string): string =>
  [...Array(10).keys()].map((last) => `${digits}${last}`).find(hasLuhnDigit) ?? '';

describe('a card number', () => {
  test.each([
    ['4242424242424242', 'visa'],
    ['5555555555554444', 'mastercard'],
    ['2223003122003222', 'mastercard'],
    ['378282246310005', 'amex'],
    ['6011111111111117', 'discover'],
    ['36227206271667', 'diners'],
    ['3566002020360505', 'jcb'],
    ['6200000000000005', 'unionpay'],
    ['6304000000000000', 'maestro'],
  ] as const)('%s is one of %s', (number, brand) => {
    expect(brandOf(number)).toBe(brand);
    expect(CARD_BRANDS).toContain(brand);
  });
  test.each([
    '',
    '4',
    '4242424242424241',
    '42424242424242424242',
    '0000000000000000',
    '4242 4242 4242 4242',
    '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢',
  ])('%j is none', (text) => {
    expect(brandOf(text)).toBeUndefined();
  });
  test('has one check digit, and one wrong digit is found', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{12,18}$/),
        fc.nat({ max: 18 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, by) => {
          const number = withLuhn(digits);
          expect([...Array(10).keys()].filter((last) => hasLuhnDigit(`${digits}${last}`))).toHaveLength(1);
          const place = at % number.length;
          const wrong = (Number(number[place]) + by) % 10;
          expect(hasLuhnDigit(`${number.slice(0, place)}${wrong}${number.slice(place + 1)}`)).toBe(false);
        },
      ),
      runs,
    );
  });
  test('may be any text without an error', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (number, expiry, securityCode) => {
        expect(['string', 'object']).toContain(typeof readCard({ number, expiry, securityCode }, NOW_MS));
      }),
      runs,
    );
  });
});

describe('what is keyed of a card', () => {
  test('is a card with its brand, month and year', () => {
    expect(readCard(card, NOW_MS)).toEqual({
      number: card.number,
      brand: 'visa',
      expiryMonth: 12,
      expiryYear: 2030,
      securityCode: '123',
    });
  });
  test.each([
    ['number', { number: '4242424242424241' }],
    ['expiry', { expiry: '1330' }],
    ['expiry', { expiry: '0030' }],
    ['expiry', { expiry: '123' }],
    ['expiry', { expiry: '1299' }],
    ['expired', { expiry: '1026' }],
    ['code', { securityCode: '12' }],
    ['code', { securityCode: '1234' }],
    ['code', { number: '378282246310005', securityCode: '123' }],
    ['number', { number: '', expiry: '', securityCode: '' }],
  ])('is refused for its %s with %j', (fault, change) => {
    expect(readCard({ ...card, ...change }, NOW_MS)).toBe(fault);
  });
  test('is good to the end of its month, and not in the next', () => {
    const november = { ...card, expiry: '1126' };
    expect(readCard(november, Date.UTC(2026, 11, 1, 11))).toMatchObject({ brand: 'visa' });
    expect(readCard(november, Date.UTC(2026, 11, 1, 12))).toBe('expired');
  });
});

const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  status: 'started',
  amountMinor: 9_800,
  currency: 'USD',
  contactId: 'c',
  startedAtMs: 0,
  changedAtMs: 0,
  ...change,
});
const order: OrderRecord = {
  orderNumber: '1002',
  customerId: 'c-1',
  placedAt: '2026-11-20T10:00:00Z',
  status: 'confirmed',
  version: 1,
  history: [],
  currency: 'USD',
  lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900 }],
};

describe('an attempt to pay', () => {
  test('never leaves an end again, and is paid only after the provider has said yes', () => {
    const ways = ATTEMPT_STATUSES.flatMap((from) =>
      ATTEMPT_STATUSES.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
    );
    expect(ways).toEqual([
      'started authorised',
      'started declined',
      'started void',
      'authorised paid',
      'authorised reversed',
      'paid refunded',
      'paid disputed',
      'disputed paid',
      'disputed refunded',
    ]);
  });
  test('cannot become what it may not, whatever is asked', () => {
    const status = fc.constantFrom<AttemptStatus>(...ATTEMPT_STATUSES);
    fc.assert(
      fc.property(status, status, (from, to) => {
        const payment = withAttempt(undefined, '1002', attempt({ status: from }));
        const change = () => withStatus(payment, 1, { status: to, changedAtMs: 1 });
        if (mayBecome(from, to)) expect(change().attempts[0]?.status).toBe(to);
        else expect(change).toThrow(`${from} cannot become ${to}`);
      }),
      runs,
    );
  });
  test('is known to the provider by order, amount and number: another of these is another wish', () => {
    const keys = [
      attemptKey('1002', attempt()),
      attemptKey('1003', attempt()),
      attemptKey('1002', attempt({ number: 2 })),
      attemptKey('1002', attempt({ amountMinor: 9_801 })),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('what is to pay', () => {
  const paid = (last: Partial<Attempt>) => withAttempt(undefined, '1002', attempt(last));
  test('is what is due, as the next attempt', () => {
    expect(payableOf(order, undefined)).toEqual({ kind: 'due', amountMinor: 9_800, attempt: 1 });
    expect(payableOf(order, paid({ status: 'declined' }))).toMatchObject({ kind: 'due', attempt: 2 });
  });
  test.each(ATTEMPT_STATUSES)('is nothing new while an attempt is %s, if nobody knows its end', (status) => {
    expect(payableOf(order, paid({ status })).kind === 'under-way').toBe(isUnderWay(attempt({ status })));
  });
  test.each([
    ['paid', { paidMinor: 9_800, status: 'paid' }],
    ['cancelled', { status: 'cancelled' }],
    ['sent back', { status: 'returned' }],
  ] as const)('is nothing where the order is %s', (_what, change) => {
    expect(payableOf({ ...order, ...change }, undefined)).toEqual({ kind: 'nothing-due' });
  });
  test('is no longer taken by telephone after so many cards', () => {
    expect(payableOf(order, paid({ number: ATTEMPTS_MAX, status: 'declined' })).kind).toBe('enough-tries');
  });
});

test('every reason has words of its own in every language', () => {
  const all = LANGUAGES.flatMap((language) =>
    DECLINE_REASONS.map((reason) => spokenDecline(reason, language)),
  );
  expect(new Set(all).size).toBe(LANGUAGES.length * DECLINE_REASONS.length);
});
