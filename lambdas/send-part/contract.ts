/** Agreement of the function that sends a spare part under warranty. */

import * as z from 'zod/mini';
import { SKU_PATTERN } from '../domain/basket.ts';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

/** Order and part are the caller's confirmation: each part is sent once for an order, and every repetition hears so. */
export const sendPart = defineContract({
  name: 'send-part',
  purpose: 'Sends a spare part for a product of an order that is under warranty, once.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    orderNumber: z.string().check(z.minLength(1), z.maxLength(20)),
    /** As `quote-part` gave it. */
    part: z.string().check(z.regex(SKU_PATTERN)),
  }),
  outcomes: {
    /** `orderNumber` of the part, digit by digit. */
    sent: z.strictObject({ orderNumber: z.string() }),
    'out-of-stock': z.strictObject({}),
    /** It is no longer so that it is sent at no cost. */
    'not-covered': z.strictObject({}),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  /** More processor: attempts are short, and the first one makes its connection. */
  memoryMb: 1024,
  /** The part, both orders and the customer side by side; where the caller was merged since they were greeted, their ids; the products of the order, the transaction; and what came in between. */
  requestsInSequence: 7,
  attemptTimeoutMs: 120,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    {
      table: 'customers',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    },
  ],
});
