/** What becomes of a caller's yes: one intent for one wish, and one case for an order that nobody could finish. */
import { describe, expect, test } from '@jest/globals';
import { confirmIntent } from '../../../lambdas/domain/order-confirming.ts';
import { IDENTICAL_ASKED_MS, INTENT_VALID_MS, type Intent } from '../../../lambdas/domain/order-intent.ts';
import { referIntent, settleIntent } from '../../../lambdas/domain/order-settling.ts';
import { nameOf, type OrderModel } from '../../simulation/order-model.ts';
import {
  BASKET,
  CONFIRMED,
  intentIn,
  type Meanwhile,
  orderOf,
  play,
  TOTAL_MINOR,
  tables,
  WISH,
  withIntent,
} from './one-order.ts';

const placed: Intent = { ...CONFIRMED, status: 'placed', settledAtMs: 900, orderNumber: 'first' };
const referred: Intent = { ...CONFIRMED, status: 'referred', settledAtMs: 900 };
const beforeWriting =
  (intentAt: (index: number) => Intent): Meanwhile =>
  (model, request, index) =>
    request.kind === 'write-intent' ? withIntent(model, intentAt(index)) : model;

describe('a yes to what was read back', () => {
  const wish = { customerId: 'c-1001', contactId: 'contact', basket: BASKET, onceMoreAfter: undefined };
  const confirm = (model: OrderModel, meanwhile?: Meanwhile, nowMs = 500) =>
    play(confirmIntent(wish, nowMs), model, meanwhile);

  test('is kept before it is told', () => {
    const { told, asked, model } = confirm(tables(undefined));
    expect(told).toEqual({ kind: 'confirmed', intent: CONFIRMED });
    expect(asked).toEqual(['read-intent', 'write-intent']);
    expect(intentIn(model)).toEqual(CONFIRMED);
  });
  test('that is said again is the same yes', () => {
    const { told, asked } = confirm(tables(CONFIRMED), undefined, 600);
    expect([told, asked]).toEqual([{ kind: 'confirmed', intent: CONFIRMED }, ['read-intent']]);
  });
  test('to what was ordered a short while ago is asked about', () => {
    const { told, asked } = confirm(tables(placed), undefined, 900 + IDENTICAL_ASKED_MS - 1);
    expect([told, asked]).toEqual([{ kind: 'identical-recently', placed }, ['read-intent']]);
  });
  test('at another price is another yes: nobody pays what was not read to them', () => {
    const cheaper = { ...CONFIRMED, basket: { ...BASKET, taxMinor: 808 } };
    const { told, asked } = confirm(tables(cheaper), undefined, 600);
    expect(told).toMatchObject({ kind: 'confirmed', intent: { number: 600, basket: BASKET } });
    expect(asked).toEqual(['read-intent', 'write-intent']);
  });
  test('joins the one that another line said at this very moment', () => {
    const theirs = { ...CONFIRMED, contactId: 'other' };
    const { told, asked } = confirm(
      tables(undefined),
      beforeWriting(() => theirs),
    );
    expect(told).toEqual({ kind: 'confirmed', intent: theirs });
    expect(asked).toEqual(['read-intent', 'write-intent']);
  });
  test('that others overtake twice is left to be tried again', () => {
    const { told, asked } = confirm(
      tables(undefined),
      beforeWriting((index) => ({ ...CONFIRMED, status: 'out-of-stock', number: index })),
    );
    expect(told).toEqual({ gaveUp: 'somebody else is confirming the same order again and again' });
    expect(asked).toEqual(['read-intent', 'write-intent', 'write-intent']);
  });
});

describe('a caller whose order nobody could finish', () => {
  const refer = (model: OrderModel, meanwhile?: Meanwhile, opensCase = true) =>
    play(referIntent({ ...WISH, opensCase }), model, meanwhile);
  const opened = { caseNumber: nameOf(CONFIRMED), openedAtMs: WISH.nowMs, promisedAtMs: WISH.nowMs };
  const order = { kind: 'placed', orderNumber: 'first', currency: 'USD', totalMinor: TOTAL_MINOR };

  test('hears of one case, after nothing can place the order any more', () => {
    const { told, asked, model } = refer(tables(CONFIRMED));
    expect(told).toEqual({ kind: 'referred', opened });
    expect(asked).toEqual(['read-intent', 'write-intent', 'open-case']);
    expect(intentIn(model)).toEqual({ ...CONFIRMED, status: 'referred', settledAtMs: WISH.nowMs });
  });
  test('hears of the same case again', () => {
    const { told, asked } = refer(tables(referred));
    expect([told, asked]).toEqual([{ kind: 'referred', opened }, ['read-intent', 'open-case']]);
  });
  test.each([CONFIRMED, referred])('has none yet where nobody knows a number to call', (intent) => {
    const { told, model } = refer(tables(intent), undefined, false);
    expect(told).toEqual({ kind: 'referred', opened: undefined });
    expect([intentIn(model)?.status, model.cases.size]).toEqual(['referred', 0]);
  });
  test('hears of the order where it is there after all', () => {
    expect(refer(tables(placed))).toMatchObject({ told: order, asked: ['read-intent'] });
  });
  test('hears of the order that was placed at this very moment, and of no case', () => {
    const { told, model } = refer(
      tables(CONFIRMED),
      beforeWriting(() => placed),
    );
    expect([told, model.cases.size]).toEqual([order, 0]);
  });
  test('hears of one case where somebody else refers it at this very moment', () => {
    const { told, asked, model } = refer(
      tables(CONFIRMED),
      beforeWriting(() => referred),
    );
    expect(told).toEqual({ kind: 'referred', opened });
    expect(asked).toEqual(['read-intent', 'write-intent', 'open-case']);
    expect(intentIn(model)).toEqual(referred);
  });
  test('has no order where it is refused, or replaced, at this very moment', () => {
    for (const now of [{ ...CONFIRMED, status: 'out-of-stock' } as const, { ...CONFIRMED, number: 501 }]) {
      const { told, model } = refer(
        tables(CONFIRMED),
        beforeWriting(() => now),
      );
      expect([told, model.cases.size]).toEqual([{ kind: 'not-ordered' }, 0]);
    }
  });
  test.each(['out-of-stock', 'price-changed'] as const)('of which it was %s has no order', (status) => {
    const { told, asked } = refer(tables({ ...CONFIRMED, status, settledAtMs: 900 }));
    expect([told, asked]).toEqual([{ kind: 'not-ordered' }, ['read-intent']]);
  });
  test('never hears of an order without a number', () => {
    const { orderNumber: _none, ...nameless } = placed;
    expect(refer(tables(nameless)).told).toEqual({
      gaveUp: 'a placed intent has no order number; correct the item',
    });
  });
  test.each([
    ['hears of the order that was placed before', orderOf(CONFIRMED), order],
    ['has no order where another has its number', orderOf(CONFIRMED, { customerId: 'c-2' }), undefined],
    ['has no order where there is none', undefined, undefined],
  ])('and whose intent is replaced or gone %s', (_title, kept, answer) => {
    for (const intent of [{ ...CONFIRMED, number: 501 }, undefined]) {
      const { told, asked } = refer(kept === undefined ? tables(intent) : tables(intent, kept));
      expect(told).toEqual(answer ?? { kind: 'not-ordered' });
      expect(asked).toEqual(['read-intent', 'read-orders']);
    }
  });
});

describe('an order that nobody is on the line for any more', () => {
  const dueMs = CONFIRMED.expiresAtMs;
  const settle = (intent: Intent | undefined, meanwhile?: Meanwhile, nowMs = dueMs) =>
    play(settleIntent(CONFIRMED, nowMs), tables(intent), meanwhile);
  const caseNumber = nameOf(CONFIRMED);

  test('is closed, gets its case, and knows it', () => {
    const { told, asked, model } = settle(CONFIRMED);
    expect(told).toBe('referred');
    expect(asked).toEqual(['read-intent', 'write-intent', 'open-case', 'write-intent']);
    expect(intentIn(model)).toEqual({ ...CONFIRMED, status: 'referred', settledAtMs: dueMs, caseNumber });
    expect(model.cases.get(caseNumber)?.openedAtMs).toBe(dueMs);
  });
  test('and was closed by a run that died then goes on from there', () => {
    const { told, asked, model } = settle(referred);
    expect([told, asked]).toEqual(['referred', ['read-intent', 'open-case', 'write-intent']]);
    expect(intentIn(model)).toEqual({ ...referred, caseNumber });
  });
  test('is not touched while it could still be placed', () => {
    const { told, asked } = settle(CONFIRMED, undefined, 500 + INTENT_VALID_MS - 1);
    expect([told, asked]).toEqual(['nothing', ['read-intent']]);
  });
  test('and is placed at this very moment gets no case', () => {
    const { told, model } = settle(
      CONFIRMED,
      beforeWriting(() => placed),
    );
    expect([told, model.cases.size]).toEqual(['nothing', 0]);
  });
  test('and is closed by another run at this very moment has one case, and knows it', () => {
    const { told, asked, model } = settle(CONFIRMED, (tablesNow, request, index) =>
      request.kind === 'write-intent' && index === 1 ? withIntent(tablesNow, referred) : tablesNow,
    );
    expect([told, model.cases.size]).toEqual(['referred', 1]);
    expect(asked).toEqual(['read-intent', 'write-intent', 'open-case', 'write-intent']);
    expect(intentIn(model)).toEqual({ ...referred, caseNumber });
  });
  test.each<[string, Intent | undefined]>([
    ['is placed', placed],
    ['was refused', { ...CONFIRMED, status: 'out-of-stock', settledAtMs: 900 }],
    ['has its case', { ...referred, caseNumber: '48219307' }],
    ['is gone', undefined],
  ])('and %s needs nothing', (_title, intent) => {
    const { told, asked } = settle(intent);
    expect([told, asked]).toEqual(['nothing', ['read-intent']]);
  });
});
