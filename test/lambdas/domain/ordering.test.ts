/** Money, baskets and intents: sums are exact, words say the sum, and a text stands for one basket. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Basket,
  basketDigest,
  basketText,
  keyedQuantity,
  LINES_MAX,
  mergedLines,
  QUANTITY_MAX,
  readBasket,
  subtotalMinor,
  totalMinor,
} from '../../../lambdas/domain/basket.ts';
import { spokenMoney, taxMinor, UNIT_PRICE_MINOR_MAX } from '../../../lambdas/domain/money.ts';
import {
  confirming,
  IDENTICAL_ASKED_MS,
  INTENT_VALID_MS,
  type Intent,
  intentId,
  isUnsettled,
  orderNumbers,
  readIntentId,
} from '../../../lambdas/domain/order-intent.ts';
import { quote, spokenQuote } from '../../../lambdas/domain/order-quote.ts';
import { spokenMinutesAgo } from '../../../lambdas/domain/spoken.ts';

const sku = fc.stringMatching(/^[A-Z0-9-]{1,20}$/);
const priceMinor = fc.integer({ min: 0, max: UNIT_PRICE_MINOR_MAX });
const line = fc.record({
  sku,
  quantity: fc.integer({ min: 1, max: QUANTITY_MAX }),
  unitPriceMinor: priceMinor,
});
const basket: fc.Arbitrary<Basket> = fc.record({
  currency: fc.constantFrom('USD', 'EUR', 'GBP'),
  taxMinor: fc.nat(),
  lines: fc
    .uniqueArray(line, { minLength: 1, maxLength: LINES_MAX, selector: (one) => one.sku })
    .map((lines) => lines.toSorted((one, other) => (one.sku < other.sku ? -1 : 1))),
});

/** The amount that spoken words say, in minor units. */
function heardMinor(words: string): number {
  const [, major = '0'] = /([\d,]+) (?:dollar|euro|pound)s?/.exec(words) ?? [];
  const [, minor = '0'] = /(\d+) (?:cents?|penny|pence)/.exec(words) ?? [];
  return Number(major.replaceAll(',', '')) * 100 + Number(minor);
}

describe('money', () => {
  test.each([
    [0, 'USD', '0 dollars'],
    [1, 'USD', '1 cent'],
    [75, 'USD', '75 cents'],
    [100, 'USD', '1 dollar'],
    [101, 'USD', '1 dollar and 1 cent'],
    [123_456_789, 'USD', '1,234,567 dollars and 89 cents'],
    [202, 'EUR', '2 euros and 2 cents'],
    [1, 'GBP', '1 penny'],
    [250, 'GBP', '2 pounds and 50 pence'],
  ])('%i in %s is "%s"', (minor, currency, words) => expect(spokenMoney(minor, currency)).toBe(words));
  test('is heard as it is meant, whatever the sum', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), fc.constantFrom('USD', 'EUR', 'GBP'), (minor, currency) => {
        expect(heardMinor(spokenMoney(minor, currency))).toBe(minor);
      }),
    );
  });
  test('of a currency without words is refused', () => {
    expect(() => spokenMoney(1, 'XTS')).toThrow('no words for the currency XTS');
  });
});

describe('tax', () => {
  test.each([
    [9_800, 825, 809],
    [9_650, 825, 796],
    [10, 500, 1],
    [9, 500, 0],
    [0, 825, 0],
    [12_345, 0, 0],
    [12_345, 10_000, 12_345],
  ])('on %i at %i basis points is %i', (sum, basisPoints, tax) =>
    expect(taxMinor(sum, basisPoints)).toBe(tax),
  );
  const largest = UNIT_PRICE_MINOR_MAX * QUANTITY_MAX * LINES_MAX;
  test('is the exact tax rounded half up, in whole units, however large the order', () => {
    fc.assert(
      fc.property(fc.nat({ max: largest }), fc.integer({ min: 0, max: 10_000 }), (sum, basisPoints) => {
        const exact = BigInt(sum) * BigInt(basisPoints);
        expect(BigInt(taxMinor(sum, basisPoints))).toBe((exact + 5_000n) / 10_000n);
      }),
    );
  });
  test('never falls when the order grows', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat({ max: 10_000 }), (sum, more, basisPoints) => {
        expect(taxMinor(sum + more, basisPoints)).toBeGreaterThanOrEqual(taxMinor(sum, basisPoints));
      }),
    );
  });
});

describe('a quote', () => {
  const products = fc.uniqueArray(
    fc.record({
      sku,
      name: fc.constant('Thing'),
      currency: fc.constant('USD'),
      unitPriceMinor: priceMinor,
      inStock: fc.integer({ min: QUANTITY_MAX, max: 1_000 }),
    }),
    { minLength: 1, maxLength: LINES_MAX, selector: (product) => product.sku },
  );
  test('reads price, tax and total aloud that add up to the last cent, and survives its way through a flow', () => {
    fc.assert(
      fc.property(
        products,
        fc.integer({ min: 1, max: QUANTITY_MAX }),
        fc.nat({ max: 2_500 }),
        (all, quantity, rate) => {
          const quoted = quote(
            mergedLines(all.map((product) => ({ sku: product.sku, quantity }))),
            all,
            rate,
          );
          if (quoted.kind !== 'quoted') throw new Error(quoted.kind);
          const said = spokenQuote(quoted.basket, all);
          expect(heardMinor(said.price) + heardMinor(said.tax)).toBe(heardMinor(said.total));
          const read = readBasket(said.basket);
          expect(read).toEqual(quoted.basket);
          expect(heardMinor(said.total)).toBe(read === undefined ? -1 : totalMinor(read));
          const exact = all.reduce((sum, { unitPriceMinor }) => sum + BigInt(unitPriceMinor * quantity), 0n);
          expect(BigInt(subtotalMinor(quoted.basket))).toBe(exact);
        },
      ),
    );
  });
});

describe('a basket', () => {
  test('comes back from its text, and from no other text', () => {
    fc.assert(
      fc.property(basket, (one) => {
        expect(readBasket(basketText(one))).toEqual(one);
      }),
    );
    fc.assert(
      fc.property(basket, fc.nat(), fc.string({ maxLength: 3 }), (one, at, noise) => {
        const text = basketText(one);
        const place = at % (text.length + 1);
        const changed = text.slice(0, place) + noise + text.slice(place + 1);
        const read = readBasket(changed);
        expect(read === undefined || basketText(read) === changed).toBe(true);
      }),
    );
  });
  test.each([
    '',
    'USD',
    'USD 1',
    'usd 1 LAMP-01*1*1',
    'USD 01 LAMP-01*1*1',
    'USD -1 LAMP-01*1*1',
    'USD 1e3 LAMP-01*1*1',
    'USD 1 LAMP-01*0*1',
    'USD 1 LAMP-01*101*1',
    'USD 1 LAMP-01*1*10000001',
    'USD 1 LAMP-01*1*1 LAMP-01*1*1',
    'USD 1 PAPER*1*1 LAMP*1*1',
    'USD 1 LAMP-01*1*1 ',
    'USD 99999999999999999999 LAMP-01*1*1',
    `USD 1 ${Array.from({ length: 11 }, (_, index) => `P${String(index).padStart(2, '0')}*1*1`).join(' ')}`,
  ])('is not made of %j', (text) => expect(readBasket(text)).toBeUndefined());
  test('is the same order at any price, and another with other pieces', () => {
    fc.assert(
      fc.property(basket, fc.nat({ max: 1_000 }), (one, price) => {
        const dearer = one.lines.map((each) => ({ ...each, unitPriceMinor: price }));
        expect(basketDigest({ lines: dearer })).toBe(basketDigest(one));
        const [first, ...others] = one.lines;
        if (first === undefined) throw new Error('no line');
        const more = [{ ...first, quantity: first.quantity + 1 }, ...others];
        expect(basketDigest({ lines: more })).not.toBe(basketDigest(one));
      }),
    );
  });
  test('has one line for each product, in the order of the SKUs', () => {
    const lines = [
      { sku: 'B', quantity: 1 },
      { sku: 'A', quantity: 2 },
      { sku: 'B', quantity: 3 },
    ];
    expect(mergedLines(lines)).toEqual([
      { sku: 'A', quantity: 2 },
      { sku: 'B', quantity: 4 },
    ]);
  });
});

test('keyed pieces are a whole number up to the limit, or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.nat({ max: 2_000 }).map(String), fc.string(), fc.stringMatching(/^\d{0,25}$/)),
      (keyed) => {
        const quantity = keyedQuantity(keyed);
        const isRight = /^\d{1,6}$/.test(keyed) && Number(keyed) >= 1 && Number(keyed) <= QUANTITY_MAX;
        if (quantity !== undefined) expect([isRight, quantity]).toEqual([true, Number(keyed)]);
        else expect(isRight && keyed.length <= 3).toBe(false);
      },
    ),
  );
});

describe('an intent', () => {
  const wish = {
    customerId: 'c-1',
    contactId: 'contact',
    basket: { currency: 'USD', taxMinor: 0, lines: [{ sku: 'A', quantity: 1, unitPriceMinor: 5 }] },
    onceMoreAfter: undefined,
  };
  const issued = (nowMs: number, newest?: Intent): Intent => {
    const answer = confirming(newest, wish, nowMs);
    if (answer.kind !== 'issue') throw new Error(answer.kind);
    return answer.intent;
  };
  test('comes back from its id', () => {
    fc.assert(
      fc.property(basket, fc.nat(), ({ lines }, number) => {
        const intent = { number, digest: basketDigest({ lines }) };
        expect(readIntentId(intentId(intent))).toEqual(intent);
      }),
    );
    for (const text of ['', '5', '5.', '.A*1', '5.a*1', '5.A*1+', '5.A', '-5.A*1', 'none'])
      expect(readIntentId(text)).toBeUndefined();
  });
  test('is numbered by its moment, and higher than the one before even where the clock went back', () => {
    expect(issued(1_000).number).toBe(1_000);
    const first = { ...issued(1_000), status: 'out-of-stock' as const };
    expect(issued(2_000, first).number).toBe(2_000);
    expect(issued(1_000, first).number).toBe(1_001);
    expect(issued(500, first).number).toBe(1_001);
  });
  test('is joined until the very moment at which it is void', () => {
    const first = issued(0);
    expect(confirming(first, wish, INTENT_VALID_MS - 1)).toEqual({ kind: 'join', intent: first });
    expect(confirming(first, wish, INTENT_VALID_MS).kind).toBe('issue');
  });
  test('that was placed is asked about until the very moment at which it is long ago', () => {
    const placed: Intent = { ...issued(0), status: 'placed', settledAtMs: 1_000, orderNumber: '1' };
    expect(confirming(placed, wish, 1_000 + IDENTICAL_ASKED_MS - 1)).toEqual({ kind: 'ask', placed });
    expect(confirming(placed, wish, 1_000 + IDENTICAL_ASKED_MS).kind).toBe('issue');
    expect(confirming(placed, { ...wish, onceMoreAfter: placed.number }, 2_000).kind).toBe('issue');
    expect(confirming(placed, { ...wish, onceMoreAfter: 5 }, 2_000).kind).toBe('ask');
    expect(confirming(placed, wish, 0).kind).toBe('ask');
  });
  test('that our team looks after is not taken again for half an hour, and never while it has no case', () => {
    const referred: Intent = { ...issued(0), status: 'referred', settledAtMs: 1_000 };
    const join = { kind: 'join', intent: referred };
    expect(confirming(referred, wish, 1_000)).toEqual(join);
    expect(confirming(referred, wish, 10 * IDENTICAL_ASKED_MS)).toEqual(join);
    const withCase: Intent = { ...referred, caseNumber: '1' };
    expect(confirming(withCase, wish, 1_000 + IDENTICAL_ASKED_MS - 1).kind).toBe('join');
    expect(confirming(withCase, wish, 1_000 + IDENTICAL_ASKED_MS).kind).toBe('issue');
  });
  test.each([
    ['confirmed', undefined, true],
    ['referred', undefined, true],
    ['referred', '4821', false],
    ['placed', undefined, false],
    ['out-of-stock', undefined, false],
    ['price-changed', undefined, false],
  ] as const)('that is %s, with the case %s, is unsettled: %s', (status, caseNumber, expected) => {
    expect(isUnsettled(caseNumber === undefined ? { status } : { status, caseNumber })).toBe(expected);
  });
  test('has two order numbers of ten digits that follow from its digest', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 32 }), (digest) => {
        const numbers = orderNumbers(digest);
        for (const number of numbers) expect(number).toMatch(/^[1-9]\d{9}$/);
        expect(orderNumbers(digest)).toEqual(numbers);
      }),
    );
  });
});

test.each([
  [0, 'a moment ago'],
  [59_999, 'a moment ago'],
  [60_000, '1 minute ago'],
  [119_999, '1 minute ago'],
  [120_000, '2 minutes ago'],
  [-5, 'a moment ago'],
])('%i ms ago is "%s"', (passedMs, words) => expect(spokenMinutesAgo(passedMs)).toBe(words));
