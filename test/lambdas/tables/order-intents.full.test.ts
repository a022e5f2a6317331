/** Whatever callers do, DynamoDB does with the requests of ordering what the model does that the searches run on. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Basket } from '../../../lambdas/domain/basket.ts';
import type { OpeningHours } from '../../../lambdas/domain/opening-hours.ts';
import { confirmIntent } from '../../../lambdas/domain/order-confirming.ts';
import { isUnsettled } from '../../../lambdas/domain/order-intent.ts';
import { placeIntent } from '../../../lambdas/domain/order-placing.ts';
import { referIntent, settleIntent } from '../../../lambdas/domain/order-settling.ts';
import type { Step } from '../../../lambdas/domain/order-steps.ts';
import { follow, orderNumbersOf } from '../../../lambdas/tables/order-intents.ts';
import { saveProduct } from '../../../lambdas/tables/saved-products.ts';
import { modelWith, type OrderModel, perform } from '../../simulation/order-model.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
afterAll(() => open.served.close());

const MINUTE_MS = 60_000;
const lamp = { sku: 'LAMP-01', productNumber: '2101', name: 'Desk lamp', currency: 'USD' };
const paper = { sku: 'PAPER-A4', productNumber: '2304', name: 'Paper', currency: 'USD' };

type Event =
  | { readonly kind: 'confirm'; readonly paper: number; readonly price: number; readonly onceMore: boolean }
  | { readonly kind: 'place' | 'refer' | 'settle'; readonly back: number }
  | { readonly kind: 'stock'; readonly inStock: number; readonly price: number }
  | { readonly kind: 'passes'; readonly minutes: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('confirm' as const),
    paper: fc.integer({ min: 0, max: 1 }),
    price: fc.constantFrom(100, 150),
    onceMore: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom('place' as const, 'refer' as const, 'settle' as const),
    back: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({
    kind: fc.constant('stock' as const),
    inStock: fc.integer({ min: 0, max: 4 }),
    price: fc.constantFrom(100, 150),
  }),
  fc.record({ kind: fc.constant('passes' as const), minutes: fc.constantFrom(1, 14, 20, 31) }),
);

const openingHours: OpeningHours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY', start: '08:00', end: '18:00' }],
  holidays: [],
};

/** The model gives cases other numbers: what counts is where there is a case. */
const withoutCase = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (key, value) =>
      key === 'caseNumber' || key === 'opened' ? value !== undefined : value,
    ),
  );

const casesOf = async (customerId: string): Promise<number> => {
  const { name } = open.tables.cases;
  const { Items = [] } = await open.documents.send(
    new ScanCommand({ TableName: name, ConsistentRead: true }),
  );
  return Items.filter((item) => item['customerId'] === customerId).length;
};

/** Both worlds side by side: every request goes to the model and to DynamoDB, and their replies must agree. */
class Both {
  model: OrderModel;
  nowMs = Date.parse('2026-11-22T06:00:00Z');
  readonly customerId: string;
  readonly issued: { readonly number: number; readonly digest: string }[] = [];

  constructor(customerId: string) {
    this.customerId = customerId;
    this.model = modelWith();
  }

  async run<Answer>(first: Step<Answer>): Promise<Answer | 'gave up'> {
    const { orders, customers, messages, cases: table } = open.tables;
    const cases = { table, hours: openingHours, phoneNumberOf: async () => '+12025550101' };
    let step = first;
    while (step.kind !== 'done' && step.kind !== 'give-up') step = this.#perform(step);
    const answer = step.kind === 'done' ? step.answer : 'gave up';
    const kept = await follow(first, { orders, placing: { customers, messages }, cases }, signal).catch(
      (error: unknown) => {
        if (String(error).includes('another try may do')) return 'gave up' as const;
        throw error;
      },
    );
    expect(withoutCase(kept)).toEqual(withoutCase(answer));
    return answer;
  }

  #perform<Answer>(step: Step<Answer>): Step<Answer> {
    const { model, next } = perform(this.model, step);
    this.model = model;
    return next;
  }

  async stock(inStock: number, unitPriceMinor: number): Promise<void> {
    const products = [lamp, paper].map((product) => ({ ...product, inStock, unitPriceMinor }));
    for (const product of products) await saveProduct(open.tables.orders, product);
    this.model = { ...this.model, products: new Map(products.map((product) => [product.sku, product])) };
  }

  async happens(happened: Event): Promise<void> {
    const { customerId, nowMs, issued } = this;
    switch (happened.kind) {
      case 'passes':
        this.nowMs += happened.minutes * MINUTE_MS;
        return;
      case 'stock':
        return this.stock(happened.inStock, happened.price);
      case 'confirm': {
        const { paper: sheets, price: unitPriceMinor } = happened;
        const lines = [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor }];
        if (sheets > 0) lines.push({ sku: 'PAPER-A4', quantity: sheets, unitPriceMinor });
        const basket: Basket = { currency: 'USD', taxMinor: 7, lines };
        const onceMoreAfter = happened.onceMore ? issued.at(-1)?.number : undefined;
        const answer = await this.run(
          confirmIntent({ customerId, contactId: 'contact', basket, onceMoreAfter }, nowMs),
        );
        if (answer !== 'gave up') issued.push(answer.kind === 'confirmed' ? answer.intent : answer.placed);
        return;
      }
      case 'place':
      case 'refer':
      case 'settle': {
        const intent = {
          customerId,
          ...(issued.at(-1 - happened.back) ?? { number: 1, digest: 'LAMP-01*2' }),
        };
        const orderNumbers = orderNumbersOf(intent);
        if (happened.kind === 'settle') await this.run(settleIntent(intent, nowMs));
        else if (happened.kind === 'refer')
          await this.run(referIntent({ ...intent, orderNumbers, opensCase: true, nowMs }));
        else await this.run(placeIntent({ ...intent, orderNumbers, taxBasisPoints: 825, nowMs }));
      }
    }
  }
}

test('whatever callers do one after the other, DynamoDB and the model answer alike and hold the same', async () => {
  let customers = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 14 }), async (events) => {
      customers += 1;
      const both = new Both(`c-${customers}`);
      await both.stock(4, 100);
      for (const happened of events) await both.happens(happened);
      const { name } = open.tables.orders;
      const { Items = [] } = await open.documents.send(
        new ScanCommand({ TableName: name, ConsistentRead: true }),
      );
      const own = Items.filter(({ customerId }) => customerId === both.customerId);
      const kept = (prefix: string) => own.filter(({ pk }) => String(pk).startsWith(prefix));
      expect(
        kept('ORDER#')
          .map(({ orderNumber }) => orderNumber)
          .toSorted(),
      ).toEqual([...both.model.orders.keys()].toSorted());
      expect(
        kept('INTENT#')
          .map(({ digest, number, status, caseNumber, unsettled }) =>
            [digest, number, status, caseNumber !== undefined, unsettled === 'yes'].join(' '),
          )
          .toSorted(),
      ).toEqual(
        [...both.model.intents.values()]
          .map((intent) =>
            [
              intent.digest,
              intent.number,
              intent.status,
              intent.caseNumber !== undefined,
              isUnsettled(intent),
            ].join(' '),
          )
          .toSorted(),
      );
      expect(await casesOf(both.customerId)).toBe(both.model.cases.size);
      const stock = Items.filter(({ pk }) => String(pk).startsWith('PRODUCT#'));
      for (const { sku, inStock } of stock) expect(inStock).toBe(both.model.products.get(sku)?.inStock);
    }),
    { numRuns: process.env['CALLWRIGHT_COUNTS'] === 'full' ? 150 : 25 },
  );
}, 180_000);
