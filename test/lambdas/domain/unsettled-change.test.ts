import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeMadeMessage } from '../../../lambdas/domain/order-news.ts';
import { ORDER_LINES_MAX, type OrderRecord, VERSION_MAX } from '../../../lambdas/domain/order-record.ts';
import {
  type ConfirmedWish,
  findingWords,
  readWish,
  unsettledChangeOf,
  wishText,
} from '../../../lambdas/domain/unsettled-change.ts';

const Attributes = {
  orderWish: 'change',
  orderNumber: '6001',
  orderVersion: '3',
  orderChange: 'cancel',
  sparePart: 'LAMP-01-ARM',
};
const record = { ContactId: 'call-1', Attributes };

describe('a contact whose caller said yes and heard no end', () => {
  test('leaves the change that was confirmed', () => {
    expect(unsettledChangeOf(record)).toEqual({
      contactId: 'call-1',
      orderNumber: '6001',
      wish: { kind: 'change', version: 3, change: { kind: 'cancel' } },
    });
  });
  test.each(['7', '100000000001'])(
    'leaves the change of order %s, however long its number',
    (orderNumber) => {
      const change = unsettledChangeOf({ ...record, Attributes: { ...Attributes, orderNumber } });
      expect(change).toMatchObject({ orderNumber });
    },
  );
  test('leaves the spare part, and not a change that was chosen before', () => {
    expect(unsettledChangeOf({ ...record, Attributes: { ...Attributes, orderWish: 'part' } })).toMatchObject({
      wish: { kind: 'part', sku: 'LAMP-01-ARM' },
    });
  });
  test.each([
    ['who was told', { Attributes: { ...Attributes, orderWish: 'none' } }],
    ['who confirmed nothing', { Attributes: { ...Attributes, orderWish: undefined } }],
    ['who spoke with an agent', { Agent: { ARN: 'a' } }],
    ['whose contact went on as another', { NextContactId: 'call-2' }],
    ['whose contact has no attributes', { Attributes: null }],
    ['whose order number is none', { Attributes: { ...Attributes, orderNumber: '12x' } }],
    ['whose change is none', { Attributes: { ...Attributes, orderChange: 'steal' } }],
  ])('leaves nothing where it is one %s', (_who, change) => {
    expect(unsettledChangeOf({ ...record, ...change })).toBeUndefined();
  });
});

describe('what the customer is told of a change that was made', () => {
  const order: OrderRecord = {
    orderNumber: '6001',
    customerId: 'c-1',
    placedAt: '2026-11-22T06:00:00.000Z',
    status: 'confirmed',
    version: 3,
    history: [],
    currency: 'USD',
    lines: [],
  };
  const told = (text: string, now: Partial<OrderRecord> = {}) => {
    const read = readWish(text);
    if (read === undefined) throw new Error(`${text} is no wish`);
    const message = changeMadeMessage({ orderNumber: '6001', wish: read }, { ...order, ...now }, 0);
    return message?.body.kind === 'customer' ? [message.body.news, message.body.fields] : undefined;
  };
  test.each<[string, Partial<OrderRecord>, unknown]>([
    ['2.cancel', { status: 'cancelled' }, ['order-cancelled', { orderNumber: '6001' }]],
    ['part.LAMP-01-ARM', {}, ['order-part-sent', { orderNumber: '6001' }]],
    ['2.return', { rmaNumber: '71' }, ['order-return-agreed', { orderNumber: '6001', rmaNumber: '71' }]],
    ['2.withdraw', {}, ['order-return-withdrawn', { orderNumber: '6001' }]],
    ['2.quantity.1.3', {}, ['order-changed', { orderNumber: '6001' }]],
  ])('%s of an order %j is %j', (text, now, expected) => {
    expect(told(text, now)).toEqual(expected);
  });
  test.each<[string, Partial<OrderRecord>]>([
    ['2.return', {}],
    ['2.withdraw', { rmaNumber: '71' }],
    ['2.exchange', { rmaNumber: '71' }],
    ['2.quantity.1.3', { status: 'cancelled' }],
  ])('is nothing where it is true no longer: %s of an order %j', (text, now) => {
    expect(told(text, now)).toBeUndefined();
  });
});

const wish: fc.Arbitrary<ConfirmedWish> = fc.oneof(
  fc.record({ kind: fc.constant('part' as const), sku: fc.constantFrom('LAMP-01', 'A', 'PART-0-9') }),
  fc.record({
    kind: fc.constant('change' as const),
    version: fc.integer({ min: 1, max: VERSION_MAX }),
    change: fc.oneof(
      fc.constantFrom(...(['cancel', 'return', 'withdraw', 'exchange'] as const).map((kind) => ({ kind }))),
      fc.record({
        kind: fc.constant('quantity' as const),
        line: fc.integer({ min: 1, max: ORDER_LINES_MAX }),
        quantity: fc.integer({ min: 0, max: 999 }),
      }),
    ),
  }),
);

test('a wish is read back from its text, and is told in words', () => {
  fc.assert(
    fc.property(wish, (one) => {
      expect(readWish(wishText(one))).toEqual(one);
      const words = (isDone: boolean) =>
        findingWords({ orderNumber: '6001', wish: one }, ['call-1', 'call-2'], isDone);
      expect(words(true)).toContain('call-1, call-2');
      expect(words(true)).not.toBe(words(false));
    }),
  );
});
test('any other text is none, and any record is read without a fault', () => {
  fc.assert(
    fc.property(fc.string(), fc.anything(), (text, anything) => {
      const read = readWish(text);
      if (read !== undefined) expect(wishText(read)).toBe(text);
      expect(unsettledChangeOf(anything)).toBeUndefined();
    }),
  );
});
