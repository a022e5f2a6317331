/** What is kept of a wish to order, and for how long. */
import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Basket } from '../../../lambdas/domain/basket.ts';
import type { OpeningHours } from '../../../lambdas/domain/opening-hours.ts';
import { confirmIntent } from '../../../lambdas/domain/order-confirming.ts';
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

describe('an intent', () => {
  test('is kept with what somebody needs who looks into it, and goes after thirty days', async () => {
    const both = new Both('c-kept');
    await both.stock(4, 100);
    await both.happens({ kind: 'confirm', paper: 1, price: 100, onceMore: false });
    const { name } = open.tables.orders;
    const read = async () => {
      const Key = { pk: 'INTENT#c-kept#LAMP-01*2+PAPER-A4*1' };
      return (await open.documents.send(new GetCommand({ TableName: name, Key }))).Item;
    };
    const expected = {
      pk: 'INTENT#c-kept#LAMP-01*2+PAPER-A4*1',
      customerId: 'c-kept',
      digest: 'LAMP-01*2+PAPER-A4*1',
      number: Date.parse('2026-11-22T06:00:00Z'),
      status: 'confirmed',
      contactId: 'contact',
      unsettled: 'yes',
      basket: 'USD 7 LAMP-01*2*100 PAPER-A4*1*100',
      confirmedAt: '2026-11-22T06:00:00.000Z',
      expiresAt: '2026-11-22T06:15:00.000Z',
      removeAfter: Date.parse('2026-12-22T06:00:00Z') / 1000,
    };
    expect(await read()).toEqual(expected);
    await both.happens({ kind: 'passes', minutes: 1 });
    await both.happens({ kind: 'place', back: 0 });
    const [orderNumber] = orderNumbersOf({
      customerId: 'c-kept',
      digest: expected.digest,
      number: expected.number,
    });
    const { unsettled: _, ...settled } = expected;
    expect(await read()).toEqual({
      ...settled,
      status: 'placed',
      settledAt: '2026-11-22T06:01:00.000Z',
      orderNumber,
    });
  });
  test('leaves the caller a line of history in the same transaction', async () => {
    const { name } = open.tables.customers;
    const { Items = [] } = await open.documents.send(
      new ScanCommand({ TableName: name, ConsistentRead: true }),
    );
    const own = Items.filter(({ pk }) => pk === 'CUSTOMER#c-kept');
    expect(own).toEqual([
      {
        pk: 'CUSTOMER#c-kept',
        sk: expect.stringMatching(/^HISTORY#2026-11-22T06:01:00\.000Z#\d{10}$/),
        event: 'order-placed',
        orderNumber: expect.stringMatching(/^\d{10}$/),
        at: '2026-11-22T06:01:00.000Z',
      },
    ]);
  });
});
