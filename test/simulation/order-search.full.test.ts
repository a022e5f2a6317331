/** Every interleaving of up to four invocations, with a crash at every point: the promises of ordering hold in each. */
import { describe, expect, test } from '@jest/globals';
import { type Basket, basketDigest } from '../../lambdas/domain/basket.ts';
import { INTENT_VALID_MS, type Intent, isUnsettled } from '../../lambdas/domain/order-intent.ts';
import { settleIntent } from '../../lambdas/domain/order-settling.ts';
import type { Step } from '../../lambdas/domain/order-steps.ts';
import { keyText, modelWith, nameOf, type OrderModel, perform } from './order-model.ts';
import { type LinePlan, type SearchState, searchAll, type WorldEvent } from './order-search.ts';

const LAMP = { sku: 'LAMP-01', name: 'Desk lamp', currency: 'USD', unitPriceMinor: 4_900, inStock: 5 };
const basket: Basket = {
  currency: 'USD',
  taxMinor: 809,
  lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900 }],
};
const digest = basketDigest(basket);
const customerId = 'c-1001';
const confirmed: Intent = {
  customerId,
  contactId: 'contact',
  digest,
  number: 500,
  status: 'confirmed',
  basket,
  confirmedAtMs: 500,
  expiresAtMs: 500 + INTENT_VALID_MS,
};
const line = (confirms: number, places: number, more: Partial<LinePlan> = {}): LinePlan => ({
  customerId,
  basket,
  confirms,
  places,
  ...more,
});
const withIntent = (model: OrderModel): OrderModel => ({
  ...model,
  intents: new Map([[keyText(confirmed), confirmed]]),
});

const product = (name: string, change: (lamp: typeof LAMP) => typeof LAMP): WorldEvent => ({
  name,
  happens: ({ model, nowMs }) => {
    const lamp = model.products.get('LAMP-01') ?? LAMP;
    return { model: { ...model, products: new Map([['LAMP-01', change({ ...LAMP, ...lamp })]]) }, nowMs };
  },
});
const sellsOut = product('sells out', (lamp) => ({ ...lamp, inStock: 0 }));
const comesIn = product('comes in', (lamp) => ({ ...lamp, inStock: lamp.inStock + 5 }));
const costsMore = product('costs more', (lamp) => ({ ...lamp, unitPriceMinor: 5_500 }));
const costsAsBefore = product('costs as before', (lamp) => ({ ...lamp, unitPriceMinor: 4_900 }));
const quarterPasses: WorldEvent = {
  name: 'time passes',
  happens: ({ model, nowMs }) => ({ model, nowMs: nowMs + INTENT_VALID_MS }),
};

/** What one run of the schedule makes of the tables when nobody comes in between. */
function settled(model: OrderModel): OrderModel {
  let now = model;
  for (const intent of model.intents.values()) {
    let step: Step<unknown> = settleIntent(intent, intent.expiresAtMs);
    while (step.kind !== 'done' && step.kind !== 'give-up') {
      const after = perform(now, step);
      now = after.model;
      step = after.next;
    }
  }
  return now;
}

/** Holds in every state, and so after everything that can still land. */
function promises({ model, lines }: SearchState): void {
  const orders = [...model.orders.values()];
  const fail = (promise: string): never => {
    throw new Error(`${promise}: ${JSON.stringify({ orders, told: lines.map(({ told }) => told) })}`);
  };
  if (new Set(orders.map(({ intentId }) => intentId)).size < orders.length) fail('one order for an intent');
  if (model.history.size !== orders.length) fail('one line of history for an order');
  for (const { inStock } of model.products.values()) if (inStock < 0) fail('no stock below nothing');
  for (const { told } of lines) {
    if (told.kind === 'placed' && !model.orders.has(told.orderNumber)) fail('placed is placed');
    if (told.kind === 'will-confirm' && !model.cases.has(told.case)) fail('who hears of a case has one');
    if (told.kind === 'refused' && orders.some(({ intentId }) => intentId === told.intent))
      fail('not ordered is not ordered');
  }
  for (const after of [model, settled(model)])
    for (const { customerId: by, intentId } of orders)
      if (after.cases.has(`${by} ${intentId}`)) fail('never an order and a case');
  for (const intent of settled(model).intents.values()) {
    if (isUnsettled(intent)) fail('nothing confirmed is forgotten');
    if (intent.status === 'referred' && !settled(model).cases.has(nameOf(intent))) fail('referred is a case');
  }
}

const oneOrder = (state: SearchState): void => {
  promises(state);
  if (state.model.orders.size > 1) throw new Error(`${state.model.orders.size} orders for one wish`);
};

const ends = (found: { readonly ends: ReadonlyMap<string, number> }) => [...found.ends.keys()];

describe('one confirmed intent', () => {
  test('placed by four invocations at once is one order', () => {
    const four = Array.from({ length: 4 }, () => line(0, 1, { confirmed }));
    const found = searchAll(withIntent(modelWith(LAMP)), four, [], oneOrder);
    expect(ends(found)).toContain('placed placed placed placed');
    expect(ends(found)).toContain('unknown unknown unknown unknown');
    expect(found.states).toBeGreaterThan(5_000);
  });
  test('placed by one line that Connect repeats four times is one order', () => {
    const found = searchAll(withIntent(modelWith(LAMP)), [line(0, 4, { confirmed })], [], oneOrder);
    expect(ends(found).toSorted()).toEqual(['placed', 'unknown']);
  });
  test('whose product sells out and comes in again is ordered, or refused for ever', () => {
    const two = [line(0, 2, { confirmed }), line(0, 1, { confirmed })];
    const found = searchAll(withIntent(modelWith(LAMP)), two, [sellsOut, comesIn], oneOrder);
    expect(ends(found)).toEqual(
      expect.arrayContaining(['placed placed', 'refused refused', 'refused unknown']),
    );
  });
  test('whose price goes up and down again is ordered at the price that was read, or refused for ever', () => {
    const two = [line(0, 2, { confirmed }), line(0, 1, { confirmed })];
    const found = searchAll(withIntent(modelWith(LAMP)), two, [costsMore, costsAsBefore], (state) => {
      oneOrder(state);
      for (const { totalMinor } of state.model.orders.values()) expect(totalMinor).toBe(10_609);
    });
    expect(ends(found)).toEqual(expect.arrayContaining(['placed placed', 'refused refused']));
  });
  test('that runs out of time while it is placed is ordered, or refused for ever', () => {
    const two = [line(0, 2, { confirmed }), line(0, 2, { confirmed })];
    const found = searchAll(withIntent(modelWith(LAMP)), two, [quarterPasses], oneOrder);
    expect(ends(found)).toEqual(expect.arrayContaining(['placed placed', 'refused refused']));
  });
});

describe('an intent that is referred', () => {
  const referring = (more: Partial<LinePlan> = {}) => line(0, 1, { confirmed, refers: 1, ...more });
  const settling = (settles: number) => line(0, 0, { settles });

  test('by its line, while what it asked for may still land, has an order or a case', () => {
    const found = searchAll(withIntent(modelWith(LAMP)), [referring({ places: 2, refers: 2 })], [], oneOrder);
    expect(ends(found).toSorted()).toEqual(['placed', 'unknown', 'will-confirm']);
  });
  test('by two lines at once has one case, and both hear of it', () => {
    const found = searchAll(withIntent(modelWith(LAMP)), [referring(), referring()], [], oneOrder);
    expect(ends(found)).toEqual(
      expect.arrayContaining(['placed placed', 'will-confirm will-confirm', 'placed unknown']),
    );
    expect(ends(found)).not.toContain('placed will-confirm');
  });
  test('by two runs of the schedule at once, against a line that places it, has an order or a case', () => {
    const three = [line(0, 1, { confirmed }), settling(1), settling(1)];
    const found = searchAll(withIntent(modelWith(LAMP)), three, [quarterPasses], oneOrder);
    expect(ends(found)).toEqual(
      expect.arrayContaining([
        'placed settled settled',
        'refused settled settled',
        'settled settled unknown',
      ]),
    );
  });
  test('by a run that dies at any point is settled by the next, whatever the line does', () => {
    const two = [referring(), settling(2)];
    const found = searchAll(withIntent(modelWith(LAMP)), two, [quarterPasses], oneOrder);
    expect(ends(found)).toEqual(expect.arrayContaining(['placed settled', 'settled will-confirm']));
    expect(found.states).toBeGreaterThan(1_000);
  });
  test('and whose caller redials is not ordered besides', () => {
    const two = [line(1, 1, { refers: 1 }), line(1, 1, { refers: 1 })];
    const found = searchAll(modelWith(LAMP), two, [], oneOrder);
    expect(ends(found)).toEqual(expect.arrayContaining(['will-confirm will-confirm', 'placed placed']));
    expect(ends(found)).not.toContain('placed will-confirm');
  });
  test('and whose product sells out meanwhile was refused before, or has a case', () => {
    const two = [referring(), settling(1)];
    const found = searchAll(withIntent(modelWith(LAMP)), two, [sellsOut, quarterPasses], oneOrder);
    expect(ends(found)).toEqual(expect.arrayContaining(['refused settled', 'settled will-confirm']));
  });
});

describe('the same order', () => {
  test('from two lines at once is one order, or the second is asked', () => {
    const found = searchAll(modelWith(LAMP), [line(1, 1), line(1, 1)], [], oneOrder);
    expect(ends(found)).toEqual(
      expect.arrayContaining(['placed placed', 'asked placed', 'placed unknown', 'asked unknown']),
    );
  });
  test('from a line whose confirming is repeated, and a redial, is one order', () => {
    const found = searchAll(modelWith(LAMP), [line(2, 1), line(1, 1)], [], oneOrder);
    expect(ends(found)).toContain('placed unknown');
  });
  test('redialled after an unknown end, when time has passed, is never two orders of one intent', () => {
    const found = searchAll(modelWith(LAMP), [line(1, 1), line(1, 1)], [quarterPasses], promises);
    expect(ends(found)).toEqual(expect.arrayContaining(['placed unknown', 'placed refused']));
  });
  test('at two prices is one order at most of each intent, at the price that was read', () => {
    const dearer: Basket = {
      ...basket,
      taxMinor: 908,
      lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 5_500 }],
    };
    const lines = [line(1, 1), line(1, 1, { basket: dearer })];
    const found = searchAll(modelWith(LAMP), lines, [costsMore], (state) => {
      promises(state);
      for (const order of state.model.orders.values()) expect([10_609, 11_908]).toContain(order.totalMinor);
    });
    expect(ends(found)).toEqual(expect.arrayContaining(['placed refused', 'asked placed']));
  });
});

test('an order that another customer has the number of gets its second number', () => {
  const model = withIntent(modelWith(LAMP));
  const theirs = {
    orderNumber: '500',
    customerId: 'c-1',
    intentId: '1.LAMP-01*1',
    currency: 'USD',
    totalMinor: 4_900,
    lines: [],
    placedAtMs: 0,
  };
  const taken = { ...model, orders: new Map([['500', theirs]]), history: new Set(['theirs']) };
  const two = [line(0, 2, { confirmed }), line(0, 1, { confirmed })];
  const found = searchAll(taken, two, [], (state) => {
    promises(state);
    expect(state.model.orders.get('500')).toBe(theirs);
    expect(state.model.orders.size).toBeLessThanOrEqual(2);
  });
  expect(ends(found)).toContain('placed placed');
});

describe('the search finds', () => {
  const two = [line(0, 1, { confirmed }), line(0, 1, { confirmed })];
  test('a transaction that does not look at the intent', () => {
    const found = () =>
      searchAll(withIntent(modelWith(LAMP)), two, [], promises, (model, step, isBusy) => {
        if (step.kind !== 'place' || isBusy) return perform(model, step, isBusy);
        const orderNumber = model.orders.has(step.orderNumber) ? 'once more' : step.orderNumber;
        return perform({ ...model, intents: withIntent(model).intents }, { ...step, orderNumber });
      });
    expect(found).toThrow('one order for an intent');
  });
  test('a refusal that is told and not written', () => {
    const found = () =>
      searchAll(withIntent(modelWith(LAMP)), two, [sellsOut, comesIn], promises, (model, step, isBusy) =>
        step.kind === 'write-intent' ? { model, next: step.next(step.intent) } : perform(model, step, isBusy),
      );
    expect(found).toThrow('not ordered is not ordered');
  });
  test('a case that is opened before the intent is closed', () => {
    const found = () =>
      searchAll(
        withIntent(modelWith(LAMP)),
        [line(0, 1, { confirmed, refers: 1 })],
        [],
        promises,
        (model, step, isBusy) =>
          step.kind === 'write-intent'
            ? { model, next: step.next(step.intent) }
            : perform(model, step, isBusy),
      );
    expect(found).toThrow('never an order and a case');
  });
  test('an answer that is given before the transaction is through', () => {
    const found = () =>
      searchAll(withIntent(modelWith(LAMP)), two, [], promises, (model, step, isBusy) =>
        step.kind === 'place' ? { model, next: step.next({ kind: 'placed' }) } : perform(model, step, isBusy),
      );
    expect(found).toThrow('placed is placed');
  });
});
