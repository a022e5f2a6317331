/** What is on offer: one item of the table of orders names the products with a promotion, so that nobody looks through all of them. */

import * as z from 'zod/mini';
import { OFFERS_READ_MAX, promotionOn } from '../domain/promotion.ts';
import { calendarDay, sku } from './order-fields.ts';
import { type Product, productKey, productNumberKey, productOfItem } from './products.ts';
import { getItem, getItems, updateItem } from './requests.ts';
import type { Plain, Table } from './table.ts';

export const OFFERS_KEY = { pk: 'OFFERS' } as const;

/** An attribute for each product, so that two that are named at once are both named. */
const attributeOf = (ofSku: string): string => `SKU#${ofSku}`;

/** Of more than these, those that end first are no longer named; what is over ends before everything else. */
export const OFFERS_NAMED_MAX = 500;

const namedOffer = z.object({ sku, productNumber: z.string(), from: calendarDay, till: calendarDay });
type NamedOffer = z.output<typeof namedOffer>;

const byEnd = (one: NamedOffer, other: NamedOffer): number =>
  one.till.localeCompare(other.till) || one.sku.localeCompare(other.sku);

/** The one that ends first before others. What somebody has edited by hand into something else is left out. */
function namedIn(item: Plain | undefined): readonly NamedOffer[] {
  return Object.values(item ?? {})
    .flatMap((value) => {
      const { success, data } = z.safeParse(namedOffer, value);
      return success ? [data] : [];
    })
    .sort(byEnd);
}

/**
 * Names a product that is about to be written with a promotion. It stays named when the promotion is taken back: what
 * is named is looked at before anybody hears of it ({@link findOffers}), so that a name too many tells nobody
 * anything wrong, and one that would be taken away at the wrong moment is never missed. One read and one write.
 */
export async function nameOffer(
  table: Table,
  { sku: ofSku, productNumber, promotion }: Pick<Product, 'sku' | 'productNumber' | 'promotion'>,
): Promise<void> {
  if (promotion === undefined) return;
  const named = namedIn(await getItem(table, { Key: OFFERS_KEY, ConsistentRead: true }));
  const others = named.filter((each) => each.sku !== ofSku);
  const tooMany = others.slice(0, Math.max(0, others.length + 1 - OFFERS_NAMED_MAX));
  const { from, till } = promotion;
  await updateItem(table, {
    Key: OFFERS_KEY,
    UpdateExpression: `SET #sku = :offer${tooMany.map((_, at) => `${at === 0 ? ' REMOVE' : ','} #gone${at}`).join('')}`,
    ExpressionAttributeNames: {
      '#sku': attributeOf(ofSku),
      ...Object.fromEntries(tooMany.map((each, at) => [`#gone${at}`, attributeOf(each.sku)])),
    },
    ExpressionAttributeValues: { ':offer': { sku: ofSku, productNumber, from, till } },
  });
}

/**
 * The products on offer on a day, as they stand at this moment, the one whose offer ends first before others; at most
 * {@link OFFERS_READ_MAX}. Whose number belongs to another product meanwhile is none of them. Two requests, the second one where something
 * is named for the day.
 * @param day `2026-11-24`
 */
export async function findOffers(
  table: Table,
  day: string,
  signal: AbortSignal,
): Promise<readonly Product[]> {
  const item = await getItem(table, { Key: OFFERS_KEY }, signal);
  const named = namedIn(item)
    .filter(({ from, till }) => from <= day && day <= till)
    .slice(0, OFFERS_READ_MAX);
  if (named.length === 0) return [];
  const keys = named.flatMap((each) => [productKey(each.sku), productNumberKey(each.productNumber)]);
  const items = new Map(
    (await getItems(table, keys, { ConsistentRead: true }, signal)).map((each) => [`${each['pk']}`, each]),
  );
  return named.flatMap(({ sku: ofSku, productNumber }) => {
    const kept = items.get(productKey(ofSku).pk);
    const owner = items.get(productNumberKey(productNumber).pk)?.['sku'];
    // What is no longer sold has no promotion, and may be no whole product.
    if (kept?.['promotion'] === undefined || owner !== ofSku) return [];
    const product = productOfItem(kept, table);
    return product.productNumber === productNumber && promotionOn(product, day) !== undefined
      ? [product]
      : [];
  });
}
