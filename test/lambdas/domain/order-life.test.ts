/** The life of an order: every status with every event and every role, money and stock along any sequence, and the document. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withLineTax } from '../../../lambdas/domain/line-tax.ts';
import {
  decideChange,
  type OrderTerms,
  type OrderWish,
  type Refusal,
} from '../../../lambdas/domain/order-change.ts';
import { documentText, orderDocument } from '../../../lambdas/domain/order-document.ts';
import { ORDER_EVENTS, ROLES, type Role } from '../../../lambdas/domain/order-events.ts';
import { eventsFor } from '../../../lambdas/domain/order-life.ts';
import { balanceOf, type OrderRecord, orderTotalMinor } from '../../../lambdas/domain/order-record.ts';
import { ORDER_STATUSES, type OrderStatus } from '../../../lambdas/domain/order-status.ts';
import { monthsAfter, returnableUntil, warrantyUntil } from '../../../lambdas/domain/warranty.ts';

const terms: OrderTerms = {
  nowMs: Date.parse('2026-11-22T12:00:00Z'),
  returnWindowDays: 30,
  limits: { customer: 50_000, agent: 50_000, supervisor: 1_000_000 },
};
const order = (status: OrderStatus, change: Partial<OrderRecord> = {}): OrderRecord => ({
  orderNumber: '1001',
  customerId: 'c-1001',
  placedAt: '2026-11-01T10:00:00.000Z',
  status,
  version: 4,
  history: [],
  currency: 'USD',
  lines: [
    { sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900, taxMinor: 808 },
    { sku: 'PAPER-A4', quantity: 1, unitPriceMinor: 2_375, taxMinor: 196 },
  ],
  taxMinor: 1_004,
  taxBasisPoints: 825,
  deliveredOn: '2026-11-10',
  ...change,
});
const TOTAL = 13_179;
const wish = (event: OrderWish['event'], role: Role, change: Partial<OrderWish> = {}): OrderWish => ({
  event,
  role,
  who: 'somebody',
  why: 'a test',
  quantities: [1, 1],
  replacementNumber: '2001',
  ...change,
});
/** What is owed or due, so that the amount is never why something is refused. */
const fitting = (one: OrderRecord, event: OrderWish['event']): Partial<OrderWish> => {
  const { dueMinor, owedMinor } = balanceOf(one);
  if (event === 'pay') return { amountMinor: dueMinor };
  if (event === 'refund') return { amountMinor: owedMinor };
  if (event === 'credit') return { amountMinor: 1 };
  return event === 'lose-payment' ? { amountMinor: one.paidMinor ?? 0 } : {};
};

/** Written out once more, so that a change of the rules is seen: who may, from where to where. */
const LIFE = `
confirm          customer agent supervisor             draft>confirmed
change           customer agent supervisor             confirmed>confirmed paid>paid
pay              system                                confirmed>paid packed>packed shipped>shipped delivered>delivered
lose-payment     supervisor system                     paid>confirmed packed>packed shipped>shipped delivered>delivered cancelled>cancelled return-requested>return-requested returned>returned exchanged>exchanged
pack             warehouse system                      confirmed>packed paid>packed
ship             warehouse system                      packed>shipped
deliver          warehouse system                      shipped>delivered
cancel           customer agent supervisor warehouse   confirmed>cancelled paid>cancelled packed>cancelled
request-return   customer agent supervisor             delivered>return-requested
withdraw-return  customer agent supervisor             return-requested>delivered
receive-return   warehouse                             return-requested>returned exchanged>exchanged
exchange         customer agent supervisor             delivered>exchanged
credit           agent supervisor                      paid>paid packed>packed shipped>shipped delivered>delivered return-requested>return-requested exchanged>exchanged
refund           agent supervisor system               cancelled>refunded returned>refunded paid>paid packed>packed shipped>shipped delivered>delivered return-requested>return-requested exchanged>exchanged
`;
const life = new Map(
  LIFE.trim()
    .split('\n')
    .map((line) => {
      const words = line.split(/\s+/);
      return [
        words[0] ?? '',
        { roles: words.filter((word) => ROLES.some((role) => role === word)), ways: words },
      ];
    }),
);

describe('every status with every event and every role', () => {
  const cases = ORDER_STATUSES.flatMap((status) => ORDER_EVENTS.map((event) => [status, event] as const));
  test.each(cases)('%s: %s', (status, event) => {
    // More than it costs where money is paid back, and nothing where it is still to be paid.
    const isOpen = event === 'pay' || status === 'confirmed';
    const paidMinor = isOpen ? 0 : event === 'refund' ? TOTAL + 500 : TOTAL;
    const before = order(status, { paidMinor });
    for (const role of ROLES) {
      // What has gone back to a card meanwhile is noted; payment.test.ts has it.
      if (status === 'confirmed' && event === 'refund' && role === 'system') continue;
      const decision = decideChange(before, wish(event, role, fitting(before, event)), terms);
      const known = life.get(event);
      const to = known?.ways.find((way) => way.startsWith(`${status}>`))?.split('>')[1];
      const expected = !known?.roles.includes(role) ? 'not-your-role' : (to ?? 'not-now');
      expect(decision.kind === 'refused' ? decision.because : decision.order.status).toBe(expected);
      expect(eventsFor(status, role).includes(event)).toBe(decision.kind === 'changed');
    }
  });
});

describe('a change', () => {
  const changed = (before: OrderRecord, one: OrderWish) => {
    const decision = decideChange(before, one, terms);
    if (decision.kind === 'refused') throw new Error(decision.because);
    return decision;
  };
  const because = (before: OrderRecord, one: OrderWish, other = terms): Refusal | undefined => {
    const decision = decideChange(before, one, other);
    return decision.kind === 'refused' ? decision.because : undefined;
  };

  test('is noted with who, why and when, and is the next version', () => {
    const { order: after } = changed(
      order('confirmed'),
      wish('cancel', 'agent', { who: 'sam', intent: 'i-1' }),
    );
    expect(after.version).toBe(5);
    expect(after.history).toEqual([
      {
        version: 5,
        event: 'cancel',
        from: 'confirmed',
        to: 'cancelled',
        at: '2026-11-22T12:00:00.000Z',
        role: 'agent',
        who: 'sam',
        why: 'a test',
        intent: 'i-1',
      },
    ]);
  });
  test('of the pieces keeps the prices of the order, works the tax out anew and moves the difference', () => {
    const { order: after, stock } = changed(
      order('confirmed'),
      wish('change', 'customer', { quantities: [3, 0] }),
    );
    expect(after.lines).toEqual([
      expect.objectContaining({ sku: 'LAMP-01', quantity: 3, unitPriceMinor: 4_900, taxMinor: 1_213 }),
    ]);
    expect(after.taxMinor).toBe(1_213);
    expect(stock).toEqual([
      { sku: 'LAMP-01', pieces: -1, atUnitPriceMinor: 4_900 },
      { sku: 'PAPER-A4', pieces: 1 },
    ]);
  });
  test.each([
    ['to what they are', [2, 1]],
    ['to nothing, which is a cancellation', [0, 0]],
    ['of other lines than there are', [1]],
    ['to less than nothing', [-1, 1]],
    ['to half a piece', [1.5, 1]],
  ])('of the pieces %s is none', (_what, quantities) => {
    expect(because(order('paid'), wish('change', 'customer', { quantities }))).toBe('no-change');
  });
  test('that makes a paid order dearer leaves it to be paid, and one that makes it cheaper leaves us owing', () => {
    const paid = order('paid', { paidMinor: TOTAL });
    const dearer = changed(paid, wish('change', 'customer', { quantities: [3, 1] })).order;
    expect([dearer.status, balanceOf(dearer).dueMinor > 0]).toEqual(['confirmed', true]);
    const cheaper = changed(paid, wish('change', 'customer', { quantities: [1, 1] })).order;
    expect([cheaper.status, balanceOf(cheaper).owedMinor]).toEqual([
      'paid',
      TOTAL - orderTotalMinor(cheaper),
    ]);
  });
  test('brings the pieces back where the order ends, and sends them once more in exchange, for nothing', () => {
    const back = [
      { sku: 'LAMP-01', pieces: 2 },
      { sku: 'PAPER-A4', pieces: 1 },
    ];
    expect(changed(order('packed'), wish('cancel', 'customer')).stock).toEqual(back);
    expect(changed(order('return-requested'), wish('receive-return', 'warehouse')).stock).toEqual(back);
    const exchange = changed(order('delivered'), wish('exchange', 'customer'));
    expect(exchange.stock).toEqual(back.map(({ sku, pieces }) => ({ sku, pieces: -pieces })));
    expect(exchange.order).toMatchObject({ status: 'exchanged', rmaNumber: '100105', replacedBy: '2001' });
    expect(exchange.replacement).toMatchObject({
      orderNumber: '2001',
      replaces: '1001',
      status: 'confirmed',
    });
    expect(exchange.replacement === undefined ? 1 : orderTotalMinor(exchange.replacement)).toBe(0);
  });
  test('brings what was exchanged back once, owes nothing for it, and says on which day it came', () => {
    const paid = order('delivered', { paidMinor: TOTAL });
    const exchanged = changed(paid, wish('exchange', 'customer')).order;
    const { order: back, stock } = changed(exchanged, wish('receive-return', 'warehouse'));
    expect(stock).toEqual([
      { sku: 'LAMP-01', pieces: 2 },
      { sku: 'PAPER-A4', pieces: 1 },
    ]);
    expect(back).toMatchObject({ status: 'exchanged', returnedOn: '2026-11-22', rmaNumber: '100105' });
    expect(balanceOf(back)).toEqual({ dueMinor: 0, owedMinor: 0 });
    expect(because(back, wish('receive-return', 'warehouse'))).toBe('not-now');
    expect(because(exchanged, wish('receive-return', 'agent'))).toBe('not-your-role');
    const returned = changed(order('return-requested'), wish('receive-return', 'warehouse')).order;
    expect(returned).toMatchObject({ status: 'returned', returnedOn: '2026-11-22' });
    expect(because(returned, wish('receive-return', 'warehouse'))).toBe('not-now');
  });
  test('after the window of returns is a supervisor’s alone', () => {
    const late = order('delivered', { deliveredOn: '2026-10-22' });
    expect(because(late, wish('request-return', 'customer'))).toBe('window-over');
    expect(because(late, wish('exchange', 'agent'))).toBe('window-over');
    expect(because(late, wish('request-return', 'supervisor'))).toBeUndefined();
    const lastDay = order('delivered', { deliveredOn: '2026-10-23' });
    expect(because(lastDay, wish('request-return', 'customer'))).toBeUndefined();
    expect(because(order('delivered', { deliveredOn: undefined }), wish('exchange', 'agent'))).toBe(
      'window-over',
    );
  });
  test('above the limit of a role waits for another, to the last minor unit', () => {
    const returned = order('returned', { paidMinor: 50_001 });
    expect(because(returned, wish('refund', 'agent', { amountMinor: 50_001 }))).toBe('above-limit');
    expect(because(returned, wish('refund', 'supervisor', { amountMinor: 50_001 }))).toBeUndefined();
    const atLimit = order('returned', { paidMinor: 50_000 });
    expect(because(atLimit, wish('refund', 'agent', { amountMinor: 50_000 }))).toBeUndefined();
    const dear = { ...terms, limits: { customer: TOTAL - 1 } };
    expect(because(order('delivered'), wish('exchange', 'customer'), dear)).toBe('above-limit');
  });
  test('of what was sent in exchange already is a person’s to decide', () => {
    const replacement = order('delivered', { replaces: '900' });
    expect(because(replacement, wish('exchange', 'customer'))).toBe('above-limit');
    expect(because(replacement, wish('exchange', 'agent'))).toBeUndefined();
  });
  test('of a replacement counts what its original cost, however often it was exchanged since', () => {
    const limits = { agent: TOTAL - 1, supervisor: TOTAL };
    const exchanged = (before: OrderRecord): OrderRecord => {
      const { replacement } = changed(before, wish('exchange', 'supervisor'));
      if (replacement === undefined) throw new Error('nothing was sent in exchange');
      return { ...replacement, status: 'delivered', deliveredOn: '2026-11-20' };
    };
    const first = exchanged(order('delivered'));
    for (const each of [first, exchanged(first), exchanged(exchanged(first))]) {
      expect(orderTotalMinor(each)).toBe(0);
      expect(because(each, wish('exchange', 'agent'), { ...terms, limits })).toBe('above-limit');
      expect(because(each, wish('exchange', 'supervisor'), { ...terms, limits })).toBeUndefined();
      expect(because(each, wish('exchange', 'agent'))).toBeUndefined();
    }
  });
  test('with another amount than is due or owed is refused', () => {
    expect(because(order('confirmed'), wish('pay', 'system', { amountMinor: TOTAL - 1 }))).toBe(
      'wrong-amount',
    );
    const returned = order('returned', { paidMinor: TOTAL });
    for (const amountMinor of [-1, 0, TOTAL + 1])
      expect(because(returned, wish('refund', 'agent', { amountMinor }))).toBe('wrong-amount');
    expect(because(order('returned'), wish('refund', 'agent', { amountMinor: 0 }))).toBe('nothing-owed');
  });
  test('is not made for ever', () => {
    expect(because(order('confirmed', { version: 99 }), wish('cancel', 'agent'))).toBe('changed-too-often');
  });
});

test('along any sequence no piece and no cent is lost or made, and what was done stays written', () => {
  const step = fc.record({
    event: fc.constantFrom(...ORDER_EVENTS),
    role: fc.constantFrom(...ROLES),
    quantities: fc.tuple(fc.nat(5), fc.nat(5)),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let now = order('draft', { version: 1, taxMinor: 1_004 });
      const moved = new Map<string, number>();
      for (const { event, role, quantities } of steps) {
        const decision = decideChange(now, wish(event, role, { quantities, ...fitting(now, event) }), terms);
        if (decision.kind === 'refused') continue;
        expect(decision.order.history.slice(0, -1)).toEqual(now.history);
        now = decision.order;
        for (const { sku, pieces } of decision.stock) moved.set(sku, (moved.get(sku) ?? 0) + pieces);
      }
      const { dueMinor, owedMinor } = balanceOf(now);
      expect(Math.min(dueMinor, owedMinor)).toBe(0);
      expect((now.paidMinor ?? 0) - (now.refundedMinor ?? 0)).toBeGreaterThanOrEqual(0);
      expect(now.lines.reduce((sum, { taxMinor = 0 }) => sum + taxMinor, 0)).toBe(now.taxMinor);
      const isHome = ['draft', 'cancelled', 'returned', 'refunded'].includes(now.status);
      const received = now.returnedOn === undefined ? 0 : 1;
      const times = isHome ? 0 : now.status === 'exchanged' ? 2 - received : 1;
      for (const sku of ['LAMP-01', 'PAPER-A4']) {
        const out = now.lines
          .filter((line) => line.sku === sku)
          .reduce((sum, { quantity }) => sum + quantity, 0);
        expect(moved.get(sku) ?? 0).toBe(times * out === 0 ? 0 : -times * out);
      }
    }),
    { numRuns: 300 },
  );
});

test('the tax of the lines sums up to that of the order, and none is a cent from its exact share', () => {
  const line = fc.record({
    sku: fc.constant('A'),
    quantity: fc.integer({ min: 1, max: 100 }),
    unitPriceMinor: fc.integer({ min: 0, max: 10_000_000 }),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.nat(1_000_000), (lines, tax) => {
      const sum = lines.reduce((total, { quantity, unitPriceMinor }) => total + quantity * unitPriceMinor, 0);
      const shared = withLineTax(lines, sum === 0 ? 0 : tax);
      expect(shared.reduce((total, { taxMinor }) => total + taxMinor, 0)).toBe(sum === 0 ? 0 : tax);
      for (const { quantity, unitPriceMinor, taxMinor } of shared) {
        expect(Math.abs(taxMinor - (sum === 0 ? 0 : (quantity * unitPriceMinor * tax) / sum))).toBeLessThan(
          1,
        );
      }
    }),
    { numRuns: 100 },
  );
});

describe('a term', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-24', 24, '2028-11-24'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('from %s of %i months ends on %s', (day, months, end) => {
    expect(monthsAfter(day, months)).toBe(end);
  });
  test('of a warranty ends months after the order, and where there is none there is no end', () => {
    expect(warrantyUntil('2024-11-22', 24)).toBe('2026-11-22');
    expect(warrantyUntil('2026-11-22', 0)).toBeUndefined();
  });
  test('of a return is counted from the delivery', () => {
    expect(returnableUntil('2026-11-10', 30)).toBe('2026-12-10');
  });
});

test('the document says what was ordered, at which prices, what is paid, and whether it was read back', () => {
  const names = new Map([['LAMP-01', 'Desk lamp']]);
  const document = orderDocument(
    order('shipped', { isReadBack: true, paidMinor: 3_179 }),
    (sku) => names.get(sku) ?? sku,
  );
  expect(document).toMatchObject({
    documentNumber: '1001-4',
    isReadBack: true,
    subtotalMinor: 12_175,
    totalMinor: TOTAL,
    dueMinor: 10_000,
  });
  expect(documentText(document).split('\n')).toEqual([
    'Order 1001 of 2026-11-01, document 1001-4',
    'Customer c-1001; status: shipped',
    'Read back to the customer and confirmed.',
    '',
    '2 × Desk lamp (LAMP-01) at 49.00 USD: 98.00 USD',
    '1 × PAPER-A4 (PAPER-A4) at 23.75 USD: 23.75 USD',
    '',
    'Subtotal: 121.75 USD',
    'Tax: 10.04 USD',
    'Total: 131.79 USD',
    'Paid: 31.79 USD',
    'Still to pay: 100.00 USD',
    '',
  ]);
});
