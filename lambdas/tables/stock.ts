/** Writes that take pieces out of the stock and put them back, for the transaction of an order. */

import { productKey } from './products.ts';
import type { Write } from './transaction.ts';

export interface Taken {
  readonly sku: string;
  readonly pieces: number;
  /** What they cost, where that is so on this day: as the product says, or as its offer does. Nobody pays another price. */
  readonly price?: { readonly unitPriceMinor: number; readonly currency: string; readonly day: string };
}

/** Only where there are as many. */
export function takeFromStock(TableName: string, { sku, pieces, price }: Taken): Write {
  const isPrice =
    'currency = :currency AND (unitPriceMinor = :price OR (promotion.unitPriceMinor = :price AND promotion.#from <= :day AND promotion.till >= :day))';
  return {
    Update: {
      TableName,
      Key: productKey(sku),
      UpdateExpression: 'SET inStock = inStock - :pieces',
      ConditionExpression: `inStock >= :pieces${price === undefined ? '' : ` AND ${isPrice}`}`,
      ...(price === undefined ? {} : { ExpressionAttributeNames: { '#from': 'from' } }),
      ExpressionAttributeValues: {
        ':pieces': pieces,
        ...(price === undefined
          ? {}
          : { ':price': price.unitPriceMinor, ':currency': price.currency, ':day': price.day }),
      },
    },
  };
}

/** What we no longer sell has no stock to go back to, and gets none that anybody could order. */
export function putIntoStock(TableName: string, sku: string, pieces: number): Write {
  return {
    Update: {
      TableName,
      Key: productKey(sku),
      UpdateExpression: 'SET inStock = if_not_exists(inStock, :none) + :pieces',
      ExpressionAttributeValues: { ':pieces': pieces, ':none': 0 },
    },
  };
}
