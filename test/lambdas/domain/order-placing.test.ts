/** What a caller is told whose confirmed order is placed, and what was written before it was told. */
import { describe, expect, test } from '@jest/globals';
import type { Intent } from '../../../lambdas/domain/order-intent.ts';
import { placeIntent } from '../../../lambdas/domain/order-placing.ts';
import type { OrderModel } from '../../simulation/order-model.ts';
import {
  BASKET,
  CONFIRMED,
  intentIn,
  LAMP,
  type Meanwhile,
  orderOf,
  PAPER,
  play,
  TOTAL_MINOR,
  tables,
  WISH,
  withIntent,
  withProduct,
} from './one-order.ts';

const place = (model: OrderModel, meanwhile?: Meanwhile, nowMs: number = WISH.nowMs) =>
  play(placeIntent({ ...WISH, nowMs }), model, meanwhile);
const told = (orderNumber: string) => ({
  kind: 'placed',
  orderNumber,
  currency: 'USD',
  totalMinor: TOTAL_MINOR,
});
/** Just before the transaction, and never again. */
const beforePlacing =
  (change: (model: OrderModel) => OrderModel | 'busy'): Meanwhile =>
  (model, request, index) =>
    request.kind === 'place' && index === 1 ? change(model) : model;
/** Just before a refusal is written. */
const beforeRefusing =
  (now: Intent): Meanwhile =>
  (model, request) =>
    request.kind === 'write-intent' ? withIntent(model, now) : model;
const placedByAnother: Intent = { ...CONFIRMED, status: 'placed', settledAtMs: 900, orderNumber: 'first' };

describe('a confirmed order', () => {
  test('is placed under its first number, at the moment of placing, and told with its total', () => {
    const { told: answer, asked, model } = place(tables(CONFIRMED));
    expect(answer).toEqual(told('first'));
    expect(asked).toEqual(['read-intent', 'place']);
    expect(model.orders.get('first')).toMatchObject({ placedAtMs: WISH.nowMs, lines: BASKET.lines });
    expect(model.products.get('LAMP')?.inStock).toBe(3);
  });
  test('that is asked for again is told again, and nothing is written', () => {
    const again = place(tables(placedByAnother));
    expect([again.told, again.asked]).toEqual([told('first'), ['read-intent']]);
  });
  test('gets its second number where another customer has the first', () => {
    const theirs = orderOf(CONFIRMED, { customerId: 'c-1002' });
    const { told: answer, model } = place(tables(CONFIRMED, theirs));
    expect(answer).toEqual(told('second'));
    expect(model.orders.get('first')).toBe(theirs);
  });
  test('whose numbers others have both is left to be tried again', () => {
    const theirs = ['first', 'second'].map((orderNumber) =>
      orderOf(CONFIRMED, { customerId: 'c-1002', orderNumber }),
    );
    const { told: answer, asked } = place(tables(CONFIRMED, ...theirs));
    expect(answer).toEqual({ gaveUp: 'other writes came in between' });
    expect(asked).toEqual(['read-intent', 'place', 'place']);
  });
  test('is placed at the second try where other transactions held an item at the first', () => {
    const { told: answer, asked } = place(
      tables(CONFIRMED),
      beforePlacing(() => 'busy'),
    );
    expect(answer).toEqual(told('first'));
    expect(asked).toEqual(['read-intent', 'place', 'read-intent', 'place']);
  });
  test('is left to be tried again where they hold it at the second try too', () => {
    const { told: answer, asked } = place(tables(CONFIRMED), (model, request) =>
      request.kind === 'place' ? 'busy' : model,
    );
    expect(answer).toEqual({ gaveUp: 'other writes came in between' });
    expect(asked.filter((kind) => kind === 'place')).toHaveLength(2);
  });
  test('that another line places at this very moment is one order, told to both', () => {
    // All is in the way then: the intent, the last pieces and the number.
    const { told: answer, asked } = place(
      tables(CONFIRMED),
      beforePlacing((model) => ({
        ...withProduct(withIntent(model, placedByAnother), { ...LAMP, inStock: 0 }),
        orders: new Map([['first', orderOf(CONFIRMED)]]),
      })),
    );
    expect(answer).toEqual(told('first'));
    expect(asked).toEqual(['read-intent', 'place', 'read-intent']);
  });
  test('that says it is placed and has no number is a fault, and told as nothing else', () => {
    const { orderNumber: _none, ...nameless } = placedByAnother;
    expect(place(tables(nameless)).told).toEqual({
      gaveUp: 'a placed intent has no order number; correct the item',
    });
  });
});

describe('an order that waited', () => {
  test('until just before it is void is placed', () => {
    expect(place(tables(CONFIRMED), undefined, CONFIRMED.expiresAtMs - 1).told).toEqual(told('first'));
  });
  test('until it is void is referred to our team, and that is written before it is told', () => {
    const nowMs = CONFIRMED.expiresAtMs;
    const { told: answer, asked, model } = place(tables(CONFIRMED), undefined, nowMs);
    expect(answer).toEqual({ kind: 'referred' });
    expect(asked).toEqual(['read-intent', 'write-intent']);
    expect(intentIn(model)).toEqual({ ...CONFIRMED, status: 'referred', settledAtMs: nowMs });
  });
  test('and is placed by another line meanwhile is told as placed, and by nobody as refused', () => {
    const { told: answer } = place(tables(CONFIRMED), beforeRefusing(placedByAnother), CONFIRMED.expiresAtMs);
    expect(answer).toEqual(told('first'));
  });
  test.each(['out-of-stock', 'referred'] as const)('and is %s is told so for ever', (status) => {
    const { told: answer, asked } = place(tables({ ...CONFIRMED, status, settledAtMs: 700 }));
    expect([answer, asked]).toEqual([{ kind: status }, ['read-intent']]);
  });
});

describe('while an order was confirmed', () => {
  test.each([
    ['sold out', (model: OrderModel) => withProduct(model, { ...PAPER, inStock: 0 })],
    [
      'was taken from the shop',
      (model: OrderModel) => ({ ...model, products: new Map([['LAMP', LAMP] as const]) }),
    ],
  ])('a product that %s is refused, and that is written before it is told', (_title, change) => {
    const { told: answer, asked, model } = place(change(tables(CONFIRMED)));
    expect(answer).toEqual({ kind: 'out-of-stock' });
    expect(asked).toEqual(['read-intent', 'place', 'read-products', 'write-intent']);
    expect(intentIn(model)).toEqual({ ...CONFIRMED, status: 'out-of-stock', settledAtMs: WISH.nowMs });
    expect(model.orders.size).toBe(0);
  });
  test('a price that went up is told with the new total, tax included, to be confirmed again', () => {
    const dearer = { ...PAPER, unitPriceMinor: 900 };
    const { told: answer, model } = place(withProduct(tables(CONFIRMED), dearer));
    expect(answer).toEqual({
      kind: 'price-changed',
      // 7.7 % of 10,700.
      basket: {
        currency: 'USD',
        taxMinor: 824,
        lines: [BASKET.lines[0], { sku: 'PAPER', quantity: 1, unitPriceMinor: 900 }],
      },
      products: [LAMP, dearer],
    });
    expect(intentIn(model)).toEqual({ ...CONFIRMED, status: 'price-changed', settledAtMs: WISH.nowMs });
  });
  test('a shop that went over to another currency at the same figures has another price', () => {
    const inEuros = [LAMP, PAPER].reduce(
      (model, product) => withProduct(model, { ...product, currency: 'EUR' }),
      tables(CONFIRMED),
    );
    expect(place(inEuros).told).toMatchObject({ kind: 'price-changed', basket: { currency: 'EUR' } });
  });
  test('a price that went up and down again is placed', () => {
    const dearer = withProduct(tables(CONFIRMED), { ...LAMP, unitPriceMinor: 5_500 });
    const { told: answer, asked } = place(dearer, (model, request) =>
      request.kind === 'read-products' ? withProduct(model, LAMP) : model,
    );
    expect(answer).toEqual(told('first'));
    expect(asked).toEqual(['read-intent', 'place', 'read-products', 'place']);
  });
  test('a price that goes up and down at every look is left to be tried again', () => {
    const { told: answer } = place(tables(CONFIRMED), (model, request) =>
      withProduct(model, request.kind === 'place' ? { ...LAMP, unitPriceMinor: 5_500 } : LAMP),
    );
    expect(answer).toEqual({ gaveUp: 'other writes came in between' });
  });
});

describe('an order that another line ends at the moment at which it is refused', () => {
  const soldOut = () => withProduct(tables(CONFIRMED), { ...PAPER, inStock: 0 });
  const dearer = { ...PAPER, unitPriceMinor: 900 };

  test.each(['out-of-stock', 'referred'] as const)('as %s is told as that by both', (status) => {
    const {
      told: answer,
      asked,
      model,
    } = place(soldOut(), beforeRefusing({ ...CONFIRMED, status, settledAtMs: 999 }));
    expect(answer).toEqual({ kind: status });
    expect(asked).toEqual(['read-intent', 'place', 'read-products', 'write-intent']);
    expect(intentIn(model)).toMatchObject({ status, settledAtMs: 999 });
  });
  test('by a price is told with the prices that were found, and nothing is asked once more', () => {
    const { told: answer, asked } = place(
      withProduct(tables(CONFIRMED), dearer),
      beforeRefusing({ ...CONFIRMED, status: 'price-changed', settledAtMs: 999 }),
    );
    expect(answer).toMatchObject({ kind: 'price-changed', products: [LAMP, dearer] });
    expect(asked).toEqual(['read-intent', 'place', 'read-products', 'write-intent']);
  });
  test('by a price, when it was void, is told with the prices of now', () => {
    const { told: answer } = place(
      withProduct(tables(CONFIRMED), dearer),
      beforeRefusing({ ...CONFIRMED, status: 'price-changed', settledAtMs: 999 }),
      CONFIRMED.expiresAtMs,
    );
    expect(answer).toMatchObject({ kind: 'price-changed', products: [LAMP, dearer] });
  });
  test('and confirms anew is left to be tried again: whether it was placed is not known', () => {
    const { told: answer } = place(soldOut(), beforeRefusing({ ...CONFIRMED, number: 501 }));
    expect(answer).toEqual({ gaveUp: 'a newer intent took the place of this one while it was refused' });
  });
});

describe('an order that a price ended', () => {
  const ended = { ...CONFIRMED, status: 'price-changed', settledAtMs: 700 } as const;
  test('is told again with the prices as they are now, and nothing is written', () => {
    const { told: answer, asked } = place(tables(ended));
    expect(answer).toMatchObject({
      kind: 'price-changed',
      basket: { lines: BASKET.lines },
      products: [LAMP, PAPER],
    });
    expect(asked).toEqual(['read-intent', 'read-products']);
  });
  test('and that has sold out meanwhile is told as that', () => {
    expect(place(withProduct(tables(ended), { ...LAMP, inStock: 1 })).told).toEqual({ kind: 'out-of-stock' });
  });
});

describe('an order whose intent a newer one has replaced', () => {
  const newer = { ...CONFIRMED, number: CONFIRMED.number + 1 };
  test.each([
    ['placed before, under either number, is found', orderOf(CONFIRMED, { orderNumber: 'second' }), 'second'],
    ['never placed is none', undefined, undefined],
    ['is not that of another customer', orderOf(CONFIRMED, { customerId: 'c-1002' }), undefined],
    ['is not that of the newer intent', orderOf(newer), undefined],
  ])('%s', (_title, order, orderNumber) => {
    for (const intent of [newer, undefined]) {
      const { told: answer, asked } = place(order === undefined ? tables(intent) : tables(intent, order));
      expect(answer).toEqual(orderNumber === undefined ? { kind: 'unknown-intent' } : told(orderNumber));
      expect(asked).toEqual(['read-intent', 'read-orders']);
    }
  });
});
