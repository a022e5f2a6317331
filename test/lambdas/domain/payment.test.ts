/** Cards that can be cards, attempts that go where they may, and what is still to pay. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { brandOf, CARD_BRANDS, hasLuhnDigit, readCard } from '../../../lambdas/domain/card.ts';
import {
  refundedOf,
  unfinishedRefund,
  withRefund,
  withRefundMade,
  withRefundStatus,
} from '../../../lambdas/domain/card-refund.ts';
import { LANGUAGES } from '../../../lambdas/domain/language.ts';
import { decideChange, type OrderWish } from '../../../lambdas/domain/order-change.ts';
import type { Role } from '../../../lambdas/domain/order-events.ts';
import { APPROVAL_LIMITS } from '../../../lambdas/domain/order-life.ts';
import { balanceOf, creditableMinor, type OrderRecord } from '../../../lambdas/domain/order-record.ts';
import {
  ATTEMPT_STATUSES,
  ATTEMPTS_MAX,
  type Attempt,
  type AttemptStatus,
  attemptKey,
  caseUntold,
  DECLINE_REASONS,
  isUnderWay,
  isUnfinished,
  mayBecome,
  payableOf,
  withAttempt,
  withCase,
  withCaseTold,
  withCustomerTold,
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

describe('the end of an attempt', () => {
  const declined = withAttempt(undefined, '1002', attempt({ status: 'declined', isUntold: true }));
  test('is looked at until its customer has been told, and no longer', () => {
    expect(isUnfinished(declined)).toBe(true);
    const told = withCustomerTold(declined, 1);
    expect(isUnfinished(told)).toBe(false);
    expect(told.revision).toBe(declined.revision + 1);
  });
  test('is told in the call that notes a case of it, so that the case alone is still to be told', () => {
    const noted = withCase(declined, 1, '48219307');
    expect(noted.attempts[0]?.isUntold).toBeUndefined();
    expect(isUnfinished(noted)).toBe(true);
    expect(isUnfinished(withCaseTold(noted, 1))).toBe(false);
  });
  test('whose customer has paid since is still told to its case, and to nobody else', () => {
    const paid = attempt({ number: 2, status: 'paid' });
    const paidSince = withAttempt(withCase(declined, 1, '48219307'), '1002', paid);
    expect(caseUntold(paidSince).map(({ number }) => number)).toEqual([1]);
    expect(isUnfinished(paidSince)).toBe(true);
    expect(isUnfinished(withCaseTold(paidSince, 1))).toBe(false);
    expect(isUnfinished(withAttempt(declined, '1002', paid))).toBe(false);
  });
  test('that is not there yet is told to no case', () => {
    const started = withCase(withAttempt(undefined, '1002', attempt({ status: 'started' })), 1, '48219307');
    expect(caseUntold(started)).toEqual([]);
    expect(isUnfinished(started)).toBe(true);
  });
  test.each(ATTEMPT_STATUSES)(
    'that is %s, and told long ago, is looked at only while nobody knows it',
    (status) => {
      expect(isUnfinished({ attempts: [attempt({ status })] })).toBe(isUnderWay(attempt({ status })));
    },
  );
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

describe('money that is given back', () => {
  const terms = { nowMs: NOW_MS, returnWindowDays: 30, limits: APPROVAL_LIMITS };
  const paid: OrderRecord = { ...order, status: 'delivered', paidMinor: 9_800 };
  const decide = (from: OrderRecord, role: Role, event: OrderWish['event'], amountMinor?: number) =>
    decideChange(
      from,
      { event, role, who: 'robin', why: 'a scratch', ...(amountMinor === undefined ? {} : { amountMinor }) },
      terms,
    );
  const made = (...asked: Parameters<typeof decide>): OrderRecord => {
    const decision = decide(...asked);
    if (decision.kind === 'refused') throw new Error(decision.because);
    return decision.order;
  };
  test('is owed from then on, in part or whole, and never more than is left', () => {
    const part = made(paid, 'agent', 'credit', 2_000);
    expect([part.status, balanceOf(part), creditableMinor(part)]).toEqual([
      'delivered',
      { dueMinor: 0, owedMinor: 2_000 },
      7_800,
    ]);
    for (const amountMinor of [7_801, 990_000])
      expect(decide(part, 'supervisor', 'credit', amountMinor)).toMatchObject({ because: 'more-than-left' });
    for (const amountMinor of [undefined, 0, -1])
      expect(decide(part, 'supervisor', 'credit', amountMinor)).toMatchObject({ because: 'wrong-amount' });
    const whole = made(part, 'supervisor', 'credit', 7_800);
    const back = made(whole, 'system', 'refund', 9_800);
    expect([back.status, balanceOf(back), creditableMinor(back)]).toEqual([
      'delivered',
      { dueMinor: 0, owedMinor: 0 },
      0,
    ]);
  });
  test('is not given of what is not paid, or goes back anyhow', () => {
    const unpaid = { ...paid, paidMinor: 0 };
    expect(decide(unpaid, 'supervisor', 'credit', 1)).toMatchObject({ because: 'more-than-left' });
    const partly = { ...paid, paidMinor: 5_000 };
    expect(decide(partly, 'supervisor', 'credit', 1)).toMatchObject({ because: 'more-than-left' });
    const cancelled: OrderRecord = { ...paid, status: 'cancelled' };
    expect(decide(cancelled, 'supervisor', 'credit', 1)).toMatchObject({ because: 'not-now' });
    expect(decide(paid, 'customer', 'credit', 1)).toMatchObject({ because: 'not-your-role' });
  });
  test('above the limit of a role waits for another, small amounts are no way around it', () => {
    const dear = {
      ...paid,
      lines: [{ sku: 'TV', quantity: 1, unitPriceMinor: 200_000 }],
      paidMinor: 200_000,
    };
    expect(decide(dear, 'agent', 'credit', 50_001)).toMatchObject({ because: 'above-limit' });
    const once = made(dear, 'agent', 'credit', 50_000);
    expect(decide(once, 'agent', 'credit', 1)).toMatchObject({ because: 'above-limit' });
    expect(balanceOf(made(once, 'supervisor', 'credit', 150_000)).owedMinor).toBe(200_000);
  });
  test('is refunded when nothing is owed any more, and noted though the order says otherwise by now', () => {
    const cancelled: OrderRecord = { ...paid, status: 'cancelled' };
    const half = made(cancelled, 'agent', 'refund', 4_900);
    expect([half.status, balanceOf(half).owedMinor]).toEqual(['cancelled', 4_900]);
    expect(made(half, 'agent', 'refund', 4_900).status).toBe('refunded');
    const dearer: OrderRecord = { ...paid, status: 'confirmed', paidMinor: 5_000 };
    const noted = made(dearer, 'system', 'refund', 1_000);
    expect([noted.status, balanceOf(noted).dueMinor]).toEqual(['confirmed', 5_800]);
    expect(decide(dearer, 'system', 'refund', 5_001)).toMatchObject({ because: 'wrong-amount' });
    expect(decide(dearer, 'agent', 'refund', 1)).toMatchObject({ because: 'not-now' });
  });
  test('goes to the cards that paid, the latest first, and to none more than it paid', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 8 }), fc.nat(400), (sums, owed) => {
        let payment = sums.reduce<ReturnType<typeof withAttempt>>(
          (all, amountMinor, index) =>
            withAttempt(
              all,
              '1002',
              attempt({ number: index + 1, status: 'paid', amountMinor, reference: 'r' }),
            ),
          { orderNumber: '1002', revision: 0, attempts: [] },
        );
        let open = owed;
        for (;;) {
          const next = open === 0 ? undefined : withRefund(payment, open, 1);
          const refund = unfinishedRefund(next);
          if (next === undefined || refund === undefined) break;
          open -= refund.amountMinor;
          const gone = withRefundMade(next, refund, 2);
          payment = withRefundStatus(gone, refund, 'noted');
          expect(payment.revision).toBe(next.revision + 2);
        }
        const all = sums.reduce((sum, each) => sum + each, 0);
        expect(open).toBe(Math.max(owed - all, 0));
        for (const { number, amountMinor, status } of payment.attempts) {
          const back = refundedOf(payment, number);
          expect(back <= amountMinor && (back === amountMinor) === (status === 'refunded')).toBe(true);
        }
      }),
      runs,
    );
  });
});

test('every reason has words of its own in every language', () => {
  const all = LANGUAGES.flatMap((language) =>
    DECLINE_REASONS.map((reason) => spokenDecline(reason, language)),
  );
  expect(new Set(all).size).toBe(LANGUAGES.length * DECLINE_REASONS.length);
});
