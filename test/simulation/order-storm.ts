/**
 * Callers who order by phone on a virtual clock, in bad weather: functions are throttled, crash before and after a
 * write, lose their answers or hang; callers hang up, redial and use two lines. The decisions are the functions' own,
 * the tables are the model that is held to DynamoDB, the retries are Connect's.
 */
import { createHash } from 'node:crypto';
import { SeededRandom } from '../../engine/contact/seeded-random.ts';
import { type Basket, totalMinor } from '../../lambdas/domain/basket.ts';
import { type Confirmed, confirmIntent } from '../../lambdas/domain/order-confirming.ts';
import { type Intent, intentId, isUnsettled, orderNumbers } from '../../lambdas/domain/order-intent.ts';
import { type Placed, placeIntent } from '../../lambdas/domain/order-placing.ts';
import { quote, type StockedProduct } from '../../lambdas/domain/order-quote.ts';
import { type Referred, referIntent, settleIntent } from '../../lambdas/domain/order-settling.ts';
import type { Step } from '../../lambdas/domain/order-steps.ts';
import { modelWith, type OrderModel, perform } from './order-model.ts';
import { StormClock } from './storm-clock.ts';
import { judge, type Storm, type Told, type ToldLine, type Wish } from './storm-judge.ts';
import { StormyFunctions, type Weather, type Work } from './stormy-functions.ts';

const TAX = 825;
const CUSTOMERS = 400;
const PRODUCTS = 6;
const MINUTE_MS = 60_000;
/** As the schedule of settle-orders says. */
const SETTLES_EVERY_MS = 5 * MINUTE_MS;

export class OrderStorm {
  readonly #clock = new StormClock(Date.parse('2026-11-22T06:00:00Z'));
  readonly #functions: StormyFunctions;
  readonly #random: SeededRandom;
  readonly #weather: Weather;
  readonly #customers = new Map<string, OrderModel>();
  readonly #told: ToldLine[] = [];
  readonly #wishes: Wish[] = [];
  readonly #delivered = new Map<string, number>();
  #products: ReadonlyMap<string, StockedProduct> = new Map();
  #calls = 0;

  constructor(seed: number, weather: Weather) {
    this.#random = new SeededRandom(seed, 1);
    this.#weather = weather;
    this.#functions = new StormyFunctions(this.#clock, this.#random, weather);
    const products = Array.from({ length: PRODUCTS }, (_, index) => ({
      sku: `P-${index}`,
      name: `Product ${index}`,
      currency: 'USD',
      unitPriceMinor: this.#random.between(1, 30_000),
      inStock: this.#random.between(0, 200),
    }));
    for (const { sku, inStock } of products) this.#delivered.set(sku, inStock);
    this.#products = modelWith(...products).products;
  }

  /** Lets so many callers call, one about every second, and waits until everything has landed. */
  run(calls: number): Storm {
    const nextArrives = (): void => {
      if (this.#calls >= calls) return;
      this.#arrives();
      if (this.#happens(5)) this.#worldTurns();
      this.#clock.after(this.#random.between(100, 2_000), nextArrives);
    };
    nextArrives();
    this.#settles();
    this.#clock.runToTheEnd();
    return this.#judged();
  }

  #judged(): Storm {
    const { faults, landedLate } = this.#functions;
    const counts = { calls: this.#calls, faults, landedLate };
    const tables = { customers: this.#customers, products: this.#products };
    return { ...counts, ...judge(tables, this.#told, this.#wishes, this.#delivered) };
  }

  /** The schedule: settles what the index shows, and runs for as long as anything may still happen. */
  #settles(): void {
    const { nowMs } = this.#clock;
    for (const [customerId, { intents }] of this.#customers)
      for (const { digest, ...intent } of intents.values())
        if (isUnsettled(intent) && intent.expiresAtMs <= nowMs)
          this.#functions.scheduled(() =>
            this.#work(customerId, settleIntent({ customerId, digest }, this.#clock.nowMs)),
          );
    const isUnfinished = [...this.#customers.values()].some(({ intents }) =>
      [...intents.values()].some(isUnsettled),
    );
    if (isUnfinished || !this.#clock.isOver) this.#clock.after(SETTLES_EVERY_MS, () => this.#settles());
  }

  #happens(percent: number): boolean {
    return this.#random.between(1, 100) <= percent;
  }

  /** A delivery comes in, or a price changes. */
  #worldTurns(): void {
    const product = this.#products.get(`P-${this.#random.between(0, PRODUCTS - 1)}`);
    if (product === undefined) return;
    const { sku } = product;
    if (this.#happens(30)) {
      const unitPriceMinor = this.#random.between(1, 30_000);
      this.#products = new Map(this.#products).set(sku, { ...product, unitPriceMinor });
      return;
    }
    const pieces = this.#random.between(1, 150);
    this.#delivered.set(sku, (this.#delivered.get(sku) ?? 0) + pieces);
    this.#products = new Map(this.#products).set(sku, { ...product, inStock: product.inStock + pieces });
  }

  #arrives(): void {
    const product = this.#products.get(`P-${this.#random.between(0, PRODUCTS - 1)}`);
    if (product === undefined) return;
    const wish: Wish = {
      customerId: `c-${this.#random.between(1, CUSTOMERS)}`,
      product,
      quantity: this.#random.between(1, 3),
      redialsLeft: 2,
      onceMore: 0,
      intents: new Set(),
    };
    this.#wishes.push(wish);
    this.#dials(wish);
    if (this.#happens(10)) this.#clock.after(this.#random.between(0, 3_000), () => this.#dials(wish));
  }

  /** The way of the flow: quote, read back, confirm, place; a case where the outcome is unknown. */
  #dials(wish: Wish): void {
    this.#calls += 1;
    const call = this.#calls;
    const quoted = quote(
      [{ sku: wish.product.sku, quantity: wish.quantity }],
      [...this.#products.values()],
      TAX,
    );
    if (quoted.kind !== 'quoted') {
      this.#ends(call, wish, { kind: 'no-quote' });
      return;
    }
    this.#clock.after(this.#random.between(3_000, 20_000), () =>
      this.#confirms(call, wish, quoted.basket, undefined),
    );
  }

  #confirms(call: number, wish: Wish, basket: Basket, onceMoreAfter: number | undefined): void {
    if (this.#happens(3)) {
      this.#ends(call, wish, { kind: 'hung-up' });
      return;
    }
    const { customerId } = wish;
    if (this.#weather.forgetsIntents === true) this.#forgetIntents(customerId);
    this.#block(
      customerId,
      () => confirmIntent({ customerId, contactId: `${call}`, basket, onceMoreAfter }, this.#clock.nowMs),
      (answer: Confirmed | undefined) => {
        if (answer === undefined) {
          this.#ends(call, wish, { kind: 'not-confirmed' });
          return;
        }
        if (answer.kind === 'confirmed') return this.#places(call, wish, answer.intent, basket);
        if (onceMoreAfter !== undefined || !this.#happens(30))
          return this.#ends(call, wish, { kind: 'asked' });
        wish.onceMore += 1;
        const { number } = answer.placed;
        this.#clock.after(this.#random.between(2_000, 8_000), () =>
          this.#confirms(call, wish, basket, number),
        );
      },
    );
  }

  #forgetIntents(customerId: string): void {
    const kept = this.#customers.get(customerId);
    if (kept !== undefined) this.#customers.set(customerId, { ...kept, intents: new Map() });
  }

  #places(call: number, wish: Wish, intent: Intent, read: Basket): void {
    wish.intents.add(intentId(intent));
    if (this.#happens(2)) {
      this.#ends(call, wish, { kind: 'hung-up' });
      return;
    }
    const numbers = orderNumbers(
      createHash('sha256')
        .update(intent.customerId + intentId(intent))
        .digest(),
    );
    const start = () =>
      placeIntent({ ...intent, orderNumbers: numbers, taxBasisPoints: TAX, nowMs: this.#clock.nowMs });
    this.#block(wish.customerId, start, (answer: Placed | undefined) => {
      if (answer === undefined || answer.kind === 'referred')
        return this.#refers(call, wish, intent, totalMinor(read), numbers);
      switch (answer.kind) {
        case 'placed': {
          const { orderNumber, totalMinor: total } = answer;
          const readAloudMinor = totalMinor(read);
          return this.#ends(call, wish, { kind: 'placed', orderNumber, totalMinor: total, readAloudMinor });
        }
        case 'price-changed':
          this.#told.push({ call, wish, told: { kind: 'refused', intent: intentId(intent) } });
          return this.#clock.after(5_000, () => this.#confirms(call, wish, answer.basket, undefined));
        case 'out-of-stock':
        case 'unknown-intent':
          return this.#ends(call, wish, { kind: 'refused', intent: intentId(intent) });
      }
    });
  }

  /** Where the outcome is unknown: the order is there, or a case is; where not even that can be done, a person takes the call. */
  #refers(
    call: number,
    wish: Wish,
    intent: Intent,
    readAloudMinor: number,
    numbers: readonly [string, string],
  ): void {
    const start = () =>
      referIntent({ ...intent, orderNumbers: numbers, opensCase: true, nowMs: this.#clock.nowMs });
    this.#block(wish.customerId, start, (answer: Referred | undefined) => {
      if (answer === undefined) return this.#ends(call, wish, { kind: 'to-person' });
      switch (answer.kind) {
        case 'placed': {
          const { orderNumber, totalMinor: total } = answer;
          return this.#ends(call, wish, { kind: 'placed', orderNumber, totalMinor: total, readAloudMinor });
        }
        case 'referred':
          return this.#ends(call, wish, { kind: 'will-confirm', case: `${answer.opened?.caseNumber}` });
        case 'not-ordered':
          return this.#ends(call, wish, { kind: 'refused', intent: intentId(intent) });
      }
    });
  }

  #ends(call: number, wish: Wish, told: Told): void {
    this.#told.push({ call, wish, told });
    const isOpen = ['will-confirm', 'to-person', 'not-confirmed', 'hung-up'].includes(told.kind);
    if (!isOpen || wish.redialsLeft === 0 || !this.#happens(70)) return;
    wish.redialsLeft -= 1;
    this.#clock.after(this.#random.between(1_000, 12 * MINUTE_MS), () => this.#dials(wish));
  }

  /** Runs a function of ordering in one block of the flow. */
  #block<Answer>(
    customerId: string,
    start: () => Step<Answer>,
    ends: (answer: Answer | undefined) => void,
  ): void {
    this.#functions.block(() => this.#work(customerId, start()), ends);
  }

  #work<Answer>(customerId: string, step: Step<Answer>): Work<Answer> {
    return step.kind === 'done' || step.kind === 'give-up'
      ? step
      : { kind: 'request', perform: () => this.#work(customerId, this.#perform(customerId, step)) };
  }

  /** Customers share nothing but the products, so each has a model of their own. */
  #perform<Answer>(customerId: string, step: Step<Answer>): Step<Answer> {
    const kept = this.#customers.get(customerId) ?? modelWith();
    const isBusy = step.kind === 'place' && this.#happens(3);
    const { model, next } = perform({ ...kept, products: this.#products }, step, isBusy);
    this.#customers.set(customerId, model);
    this.#products = model.products;
    return next;
  }
}
