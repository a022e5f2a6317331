/** What is read back to a caller before an order, and what no order by phone may be. */
import { describe, expect, test } from '@jest/globals';
import { isTakenByPhone, keyedQuantity, readBasket } from '../../../lambdas/domain/basket.ts';
import { quote, spokenPieces, spokenQuote } from '../../../lambdas/domain/order-quote.ts';
import { BASKET, LAMP, PAPER } from './one-order.ts';

const wanted = [
  { sku: 'LAMP', quantity: 2 },
  { sku: 'PAPER', quantity: 1 },
];

describe('a quote', () => {
  test('reads names and pieces aloud, the price, the tax and the total', () => {
    expect(spokenQuote(BASKET, [PAPER, LAMP])).toEqual({
      basket: 'USD 809 LAMP*2*4900 PAPER*1*700',
      items: 'Desk lamp, 2 pieces; Paper, 1 piece',
      price: '105 dollars',
      tax: '8 dollars and 9 cents',
      total: '113 dollars and 9 cents',
    });
  });
  test('reads the number of a product that has left the shop meanwhile', () => {
    expect(spokenQuote(BASKET, [LAMP]).items).toBe('Desk lamp, 2 pieces; PAPER, 1 piece');
  });
  test('is of the pieces that are wanted at the prices of today, whatever else the shop has', () => {
    const mug = { ...LAMP, sku: 'MUG', currency: 'EUR', inStock: 0 };
    expect(quote(wanted, [mug, PAPER, LAMP], 770)).toEqual({ kind: 'quoted', basket: BASKET });
  });
  test('takes the last piece, and none that is not there', () => {
    const lines = [{ sku: 'LAMP', quantity: 5 }];
    expect(quote(lines, [LAMP], 0).kind).toBe('quoted');
    const short = { ...LAMP, inStock: 4 };
    expect(quote(lines, [PAPER, short], 0)).toEqual({ kind: 'out-of-stock', product: short });
  });
  test('names the product that is short, not the one that is there', () => {
    const gone = { ...PAPER, inStock: 0 };
    expect(quote(wanted, [LAMP, gone], 0)).toEqual({ kind: 'out-of-stock', product: gone });
  });
  test.each([
    ['one of two products is not known', wanted, [LAMP]],
    ['no product is known', wanted, []],
    ['nothing is wanted', [], [LAMP]],
  ])('is none where %s', (_title, lines, products) => {
    expect(quote(lines, products, 0)).toEqual({ kind: 'unknown-product' });
  });
  test('never sums up two currencies', () => {
    expect(() => quote(wanted, [LAMP, { ...PAPER, currency: 'EUR' }], 0)).toThrow(
      'the products of one order are priced in several currencies; correct the products',
    );
  });
  test.each([
    [1, '1 piece'],
    [2, '2 pieces'],
    [0, '0 pieces'],
  ])('says %i as "%s"', (count, words) => expect(spokenPieces(count)).toBe(words));
});

describe('an order by phone', () => {
  const pieces = (...quantities: readonly number[]) =>
    quantities.map((quantity, index) => ({ sku: `P${index}`, quantity }));
  test.each([
    [[1], true],
    [[100], true],
    [[1, 100, 7], true],
    [Array.from({ length: 10 }, () => 1), true],
    [Array.from({ length: 11 }, () => 1), false],
    [[], false],
    [[1, 0], false],
    [[101, 1], false],
    [[1, 1.5], false],
  ])('of the pieces %j is taken: %s', (quantities, expected) => {
    expect(isTakenByPhone(pieces(...quantities))).toBe(expected);
  });
  test.each([
    ['1', 1],
    ['100', 100],
    ['007', 7],
    ['0', undefined],
    ['101', undefined],
    ['5 ', undefined],
    [' 5', undefined],
    ['5#', undefined],
    ['+5', undefined],
  ])('takes %j keyed pieces as %j', (keyed, quantity) => expect(keyedQuantity(keyed)).toBe(quantity));
  test('may have the dearest product that is sold by phone', () => {
    expect(readBasket('USD 0 LAMP*1*10000000')?.lines).toMatchObject([{ unitPriceMinor: 10_000_000 }]);
  });
  test.each(['USDX 1 LAMP*1*1', '1USD 1 LAMP*1*1', 'USD 1 LAMP*1*1*1', 'USD 1 xLAMP*1*1'])(
    'is not made of the text %j',
    (text) => expect(readBasket(text)).toBeUndefined(),
  );
});
