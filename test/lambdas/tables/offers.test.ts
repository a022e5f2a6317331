/** What is on offer, after every way in which a product is written. */
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OFFERS_READ_MAX } from '../../../lambdas/domain/promotion.ts';
import { findOffers, OFFERS_KEY, OFFERS_NAMED_MAX } from '../../../lambdas/tables/offers.ts';
import { type Product, productKey } from '../../../lambdas/tables/products.ts';
import { saveProduct } from '../../../lambdas/tables/saved-products.ts';
import { putIntoStock } from '../../../lambdas/tables/stock.ts';
import { writeTogether } from '../../../lambdas/tables/transaction.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const TODAY = '2026-11-10';
const OFFER = { unitPriceMinor: 3_950, from: '2026-11-01', till: '2026-11-14' };
const LAMP: Product = {
  sku: 'LAMP-01',
  productNumber: '2101',
  name: 'Desk lamp',
  currency: 'USD',
  unitPriceMinor: 4_900,
  inStock: 3,
};
const CHAIR: Product = { ...LAMP, sku: 'CHAIR-02', productNumber: '2102', name: 'Chair' };

let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
afterAll(() => open.served.close());
beforeEach(async () => {
  const { name: TableName } = open.tables.orders;
  await open.documents.send(new DeleteCommand({ TableName, Key: OFFERS_KEY }));
});

const save = (product: Product, promotion?: Product['promotion']): Promise<void> =>
  saveProduct(open.tables.orders, promotion === undefined ? product : { ...product, promotion });
const onOffer = async (day = TODAY): Promise<readonly string[]> =>
  (await findOffers(open.tables.orders, day, signal)).map(({ sku }) => sku);

describe('a product is on offer', () => {
  test.each([
    ['2026-10-31', []],
    ['2026-11-01', ['LAMP-01']],
    ['2026-11-14', ['LAMP-01']],
    ['2026-11-15', []],
  ])('on the days of its promotion alone: %s', async (day, expected) => {
    await save(LAMP, OFFER);
    expect(await onOffer(day)).toEqual(expected);
  });
  test('as it stands at this moment', async () => {
    await save(LAMP, OFFER);
    await save({ ...LAMP, name: 'Lamp', inStock: 0 }, { ...OFFER, unitPriceMinor: 3_000 });
    expect(await findOffers(open.tables.orders, TODAY, signal)).toEqual([
      { ...LAMP, name: 'Lamp', inStock: 0, promotion: { ...OFFER, unitPriceMinor: 3_000 } },
    ]);
  });
  test('on other days once its promotion has others', async () => {
    await save(LAMP, OFFER);
    await save(LAMP, { ...OFFER, from: '2026-12-01', till: '2026-12-24' });
    expect(await onOffer()).toEqual([]);
    expect(await onOffer('2026-12-24')).toEqual(['LAMP-01']);
  });
  test('before others whose promotion ends later', async () => {
    await save(CHAIR, { ...OFFER, till: '2026-11-30' });
    await save(LAMP, OFFER);
    await save({ ...LAMP, sku: 'BAG-03', productNumber: '2103' }, OFFER);
    expect(await onOffer()).toEqual(['BAG-03', 'LAMP-01', 'CHAIR-02']);
  });
  test('beside others that are written in the same moment, as many as are looked at', async () => {
    const products = Array.from({ length: OFFERS_READ_MAX + 1 }, (_, at) => ({
      ...LAMP,
      sku: `ROW-${10 + at}`,
      productNumber: `${310 + at}`,
    }));
    await Promise.all(products.map((product) => save(product, OFFER)));
    expect(await onOffer()).toEqual(products.slice(0, OFFERS_READ_MAX).map(({ sku }) => sku));
  });
});

describe('a product is not on offer', () => {
  test('once its promotion is taken back', async () => {
    await save(LAMP, OFFER);
    await save(LAMP);
    expect(await onOffer()).toEqual([]);
  });
  test('once another product has its number, with which callers would get that one', async () => {
    await save(LAMP, OFFER);
    await save({ ...CHAIR, productNumber: LAMP.productNumber });
    expect(await onOffer()).toEqual([]);
  });
  test('once it is no longer sold, even where a piece of it comes back', async () => {
    const { client, name } = open.tables.orders;
    await save(LAMP, OFFER);
    await open.documents.send(new DeleteCommand({ TableName: name, Key: productKey(LAMP.sku) }));
    expect(await onOffer()).toEqual([]);
    await writeTogether(client, [putIntoStock(name, LAMP.sku, 1)]);
    expect(await onOffer()).toEqual([]);
  });
  test('at a price that is no lower: it is not written', async () => {
    const dear = save(LAMP, { ...OFFER, unitPriceMinor: LAMP.unitPriceMinor });
    await expect(dear).rejects.toThrow('must be below what the product costs else');
    expect(await onOffer()).toEqual([]);
  });
  test('where there is none at all', async () => {
    expect(await onOffer()).toEqual([]);
  });
});

test('what is over makes room for what comes', async () => {
  const { name: TableName } = open.tables.orders;
  const before = Array.from({ length: OFFERS_NAMED_MAX }, (_, at) => {
    const sku = `OLD-${at}`;
    const till = at === 0 ? '2026-11-09' : OFFER.till;
    return [`SKU#${sku}`, { sku, productNumber: `${100_000 + at}`, from: OFFER.from, till }];
  });
  await open.documents.send(
    new PutCommand({ TableName, Item: { ...OFFERS_KEY, ...Object.fromEntries(before) } }),
  );
  const named = async () =>
    Object.keys((await open.documents.send(new GetCommand({ TableName, Key: OFFERS_KEY }))).Item ?? {});
  expect(await named()).toContain('SKU#OLD-0');
  await save(LAMP, OFFER);
  expect(await named()).not.toContain('SKU#OLD-0');
  expect(await named()).toHaveLength(OFFERS_NAMED_MAX + 1);
});
