/** What customers have in writing of new orders and cases, and what the warehouse says of parcels. */
import { describe, expect, test } from '@jest/globals';
import { caseOpenedMessage, type TellableCase } from '../../../lambdas/domain/case-receipt.ts';
import { LANGUAGES, type Language } from '../../../lambdas/domain/language.ts';
import { writtenMessage } from '../../../lambdas/domain/message-words.ts';
import { decideChange } from '../../../lambdas/domain/order-change.ts';
import { orderPlacedMessage } from '../../../lambdas/domain/order-receipt.ts';
import {
  awaitsParcel,
  type OrderRecord,
  orderNumberOfRma,
  rmaNumberOf,
} from '../../../lambdas/domain/order-record.ts';
import { parcelAsShown, playsWarehouse } from '../../../lambdas/domain/parcels.ts';

const lamp = { sku: 'LAMP-01', name: 'Desk lamp', names: { hu: 'Asztali lámpa' } };
const order = {
  orderNumber: '4815162342',
  customerId: 'c-1',
  currency: 'USD',
  taxMinor: 809,
  expectedOn: '2026-11-27',
  lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900 }],
};
const textOf = (message: ReturnType<typeof orderPlacedMessage>, language: Language): string => {
  if (message.body.kind !== 'customer') throw new Error('it is to nobody');
  const { news, fields } = message.body;
  return writtenMessage(news, fields, language, 'Larkfield').text;
};

describe('the customer of a new order reads', () => {
  test.each<[Language, string]>([
    [
      'en',
      'Larkfield: Your order 4815162342 is placed: 2 × Desk lamp. The total with tax is $106.09. It should reach you on Friday, November 27.',
    ],
    [
      'hu',
      'Larkfield: Rendelését felvettük, száma 4815162342: 2 × Asztali lámpa. A végösszeg adóval 106,09 USD. Várható érkezés: november 27., péntek.',
    ],
    [
      'ro',
      'Larkfield: Comanda dumneavoastră 4815162342 este înregistrată: 2 × Desk lamp. Totalul cu taxe este 106,09 USD. Ar trebui să ajungă vineri, 27 noiembrie.',
    ],
    [
      'el',
      'Larkfield: Η παραγγελία σας 4815162342 καταχωρίστηκε: 2 × Desk lamp. Το σύνολο με φόρο είναι 106,09 $. Αναμένεται να φτάσει: Παρασκευή 27 Νοεμβρίου.',
    ],
  ])('in %s what it is, what it costs and when it comes', (language, words) => {
    expect(textOf(orderPlacedMessage(order, [lamp], 0), language).replaceAll('\u00a0', ' ')).toBe(words);
  });
  test('of many products the first three, and how many more there are', () => {
    const lines = Array.from({ length: 5 }, (_, index) => ({
      sku: `P-${index}`,
      quantity: 1,
      unitPriceMinor: 100,
    }));
    const many = orderPlacedMessage({ ...order, lines }, [], 0);
    expect(textOf(many, 'en')).toContain('placed: 1 × P-0, 1 × P-1, 1 × P-2 and 2 more products. The total');
    const four = orderPlacedMessage({ ...order, lines: lines.slice(0, 4) }, [], 0);
    expect(textOf(four, 'en')).toContain('P-2 and 1 more product.');
    expect(textOf(orderPlacedMessage({ ...order, lines: lines.slice(0, 3) }, [], 0), 'en')).not.toContain(
      'more',
    );
  });
  test('no day where nobody knows one', () => {
    const { expectedOn: _unknown, ...undated } = order;
    for (const language of LANGUAGES)
      expect(textOf(orderPlacedMessage(undated, [lamp], 0), language)).toMatch(/106[.,]09\s?(?:USD|\$)?\.$/);
  });
});

describe('the customer of a new case', () => {
  const opened: TellableCase = {
    caseNumber: '48219307',
    reason: 'problem-delivery',
    customerId: 'c-1',
    contactId: 'call-1',
    status: 'open',
    promisedAtMs: 2_000,
  };
  test.each<[string, Partial<TellableCase>]>([
    ['who reported a problem', {}],
    ['who complained', { reason: 'complaint-damage-high', intent: 'call-1 1001 refund' }],
    ['who heard that nobody knows of their order', { reason: 'order-unconfirmed', intent: 'c-1 500.LAMP*1' }],
    ['whom we call back', { reason: 'out-of-hours' }],
    ['for whom an agent opened it in a contact', { reason: 'desk-wish', intent: 'desk a-1 i-1' }],
    ['whose case somebody is at already', { status: 'in-progress' }],
  ])('%s reads its number and by when they hear from us', (_who, more) => {
    expect(caseOpenedMessage({ ...opened, ...more }, 'opened', 1_000)).toEqual({
      messageId: 'case-48219307-opened',
      caseNumber: '48219307',
      body: {
        kind: 'customer',
        news: 'case-opened',
        customerId: 'c-1',
        fields: { caseNumber: '48219307', at: '1970-01-01T00:00:02.000Z' },
      },
      createdAtMs: 1_000,
      tries: 0,
      refused: [],
    });
  });
  test.each<[string, Partial<TellableCase>]>([
    ['whom nobody knows', { customerId: 'unknown' }],
    ['who hung up before anybody answered', { reason: 'not-answered' }],
    ['whose bank disputes a charge', { reason: 'payment-disputed', intent: '1001 1 dispute' }],
    [
      'whose order came in and could not be read',
      { reason: 'order-intake', contactId: 'intake web W-1', intent: 'intake web W-1' },
    ],
    [
      'whose parcel does not come',
      { reason: 'return-overdue', contactId: 'parcel 100102', intent: 'parcel 100102' },
    ],
    ['for whom an agent opened it in no contact', { contactId: 'desk a-1 i-1', intent: 'desk a-1 i-1' }],
    ['who has been asked something about it', { status: 'waiting-for-customer' }],
    ['who has had the answer', { status: 'resolved' }],
    ['to whom it is late already', { promisedAtMs: 1_000 }],
    ['who may still take the voice message back', { reason: 'voicemail' }],
  ])('%s reads nothing of it', (_who, more) => {
    expect(caseOpenedMessage({ ...opened, ...more }, 'opened', 1_000)).toBeUndefined();
  });
  test('who left a voice message reads of it once its recording is there, and of nothing else then', () => {
    expect(caseOpenedMessage({ ...opened, reason: 'voicemail-orders' }, 'recorded', 1_000)?.messageId).toBe(
      'case-48219307-opened',
    );
    expect(caseOpenedMessage(opened, 'recorded', 1_000)).toBeUndefined();
  });
});

describe('a parcel', () => {
  const delivered: OrderRecord = {
    ...order,
    placedAt: '2026-11-01T10:00:00.000Z',
    status: 'delivered',
    version: 5,
    history: [],
    deliveredOn: '2026-11-05',
  };
  const terms = { nowMs: Date.parse('2026-11-10T10:00:00Z'), returnWindowDays: 30, limits: {} };
  const decided = (from: OrderRecord, wish: Partial<Parameters<typeof decideChange>[1]>) => {
    const decision = decideChange(
      from,
      { event: 'receive-return', role: 'warehouse', who: 'kai', why: 'parcel', ...wish },
      terms,
    );
    if (decision.kind !== 'changed') throw new Error(decision.because);
    return decision;
  };
  const { order: returning } = decided(delivered, { event: 'request-return', role: 'customer' });
  const { order: exchanged } = decided(delivered, {
    event: 'exchange',
    role: 'customer',
    replacementNumber: '31',
  });

  test.each([
    ['unopened', 1],
    ['opened', 1],
    ['used', 0],
    ['damaged', 0],
  ] as const)('that comes back %s moves the stock %i time', (condition, moves) => {
    for (const from of [returning, exchanged]) {
      const came = decided(from, { condition });
      expect(came.order).toMatchObject({ returnedOn: '2026-11-10', returnedAs: condition });
      expect(came.stock).toHaveLength(moves);
    }
  });
  test('is awaited from the return or exchange on until it has come, and not of what the customer keeps', () => {
    expect([delivered, returning, exchanged].map(awaitsParcel)).toEqual([false, true, true]);
    for (const from of [returning, exchanged])
      expect(awaitsParcel(decided(from, { condition: 'opened' }).order)).toBe(false);
    const kept = decided(returning, { event: 'withdraw-return', role: 'customer' }).order;
    expect(awaitsParcel(kept)).toBe(false);
  });
  test('is known by its number, and no other one is', () => {
    expect(orderNumberOfRma(rmaNumberOf('1001', 6))).toBe('1001');
    for (const odd of ['', '12', 'abc01', '1234567890123456']) expect(orderNumberOfRma(odd)).toBeUndefined();
  });
  test('is shown without whose it is, and an exchange that came back is not taken in twice', () => {
    expect(JSON.stringify(parcelAsShown(returning))).not.toContain('c-1');
    expect(parcelAsShown(returning)).toMatchObject({ mayDo: ['receive-return'] });
    expect(parcelAsShown(exchanged)).toMatchObject({ mayDo: ['receive-return'] });
    expect(parcelAsShown(decided(exchanged, { condition: 'used' }).order)).toMatchObject({ mayDo: [] });
    expect(parcelAsShown({ ...delivered, status: 'paid' })).toMatchObject({ mayDo: ['pack'] });
  });
  test('says where it goes to whoever packs it, and to nobody once it is on its way', () => {
    const deliverTo = {
      recipient: 'Somebody Invented',
      lines: ['1 Elm Street'],
      city: 'Oakton',
      country: 'US',
    };
    const shownAs = (status: OrderRecord['status']) => parcelAsShown({ ...delivered, deliverTo, status });
    for (const status of ['confirmed', 'paid', 'packed'] as const)
      expect(shownAs(status)).toMatchObject({ deliverTo });
    for (const status of ['shipped', 'delivered', 'return-requested', 'exchanged', 'cancelled'] as const)
      expect(JSON.stringify(shownAs(status))).not.toContain('Elm');
  });
  test.each([
    [false, ['shipping'], true],
    [true, [], true],
    [false, ['quality', 'orders'], false],
    [false, [], false],
  ] as const)(
    'is for shipping and supervisors (supervisor %s, in %j: %s)',
    (isSupervisor, departments, may) => {
      expect(playsWarehouse({ isSupervisor, departments })).toBe(may);
    },
  );
});
