/** Agreement of the function that prices an order before it is read back to the caller. */

import * as z from 'zod/mini';
import { givenCustomer } from '../domain/given-customer.ts';
import { unvoiced } from '../domain/product-name.ts';
import { salesTax } from '../domain/sales-tax.ts';
import { defineContract } from '../runtime/contract.ts';

export type { SalesTax } from '../domain/sales-tax.ts';

/** For verified callers only: the flow has no other way to it. What is quoted is kept as the customer's draft. */
export const quoteOrder = defineContract({
  name: 'quote-order',
  purpose:
    'Prices an order, of one product, the latest order again or what was begun, with tax and total in words, and keeps it as a draft.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    /** As `find-product` gave it, `again` for everything in the customer's latest order, or `draft` for what they have begun. */
    product: z.string().check(z.minLength(1), z.maxLength(20)),
    /** Digits as pressed, or `as-before` with `again` and `draft`. */
    quantity: z.string(),
  }),
  outcomes: {
    /**
     * To be read back: `<items>: <price>. Tax is <tax>. The total is <total>.` `basket` is for `confirm-order`: the
     * prices in it are those that were read.
     */
    quoted: z.strictObject({
      basket: z.string(),
      items: z.string(),
      price: z.string(),
      tax: z.string(),
      total: z.string(),
    }),
    /** None at all, or more than an order by phone may have (`most`, digits); `product` to ask again with. */
    'bad-quantity': z.strictObject({ product: z.string(), most: z.string() }),
    /** Fewer than asked for: `left` is what there is (`3 pieces`); `product` to ask again with. */
    'out-of-stock': z.strictObject({ product: z.string(), productName: z.string(), left: z.string() }),
    'unknown-product': z.strictObject({}),
    /** `again`, and the customer never ordered; or `draft`, and they have begun nothing. */
    'nothing-to-repeat': z.strictObject({}),
    /** The order is larger than one by phone may be, or it has, as the draft may, a product that we no longer have. */
    'not-by-phone': z.strictObject({}),
  },
  environment: { SALES_TAX: salesTax, UNVOICED: unvoiced },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The latest order or the draft, then its products side by side; or the product, and then the draft is kept. */
  requestsInSequence: 2,
  attemptTimeoutMs: 400,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    { table: 'orders', index: 'by-customer', actions: ['dynamodb:Query'] },
  ],
});
