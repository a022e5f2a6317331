/** Agreement of the function that takes in orders from files. */

import { openingHours } from '../domain/opening-hours.ts';
import { salesTax } from '../domain/sales-tax.ts';
import { defineEventFunction } from '../runtime/event-contract.ts';

export const takeInFiles = defineEventFunction({
  name: 'take-in-files',
  purpose:
    'Takes in an order from each file that is dropped into the bucket: once, or as a case for a person.',
  contactEvents: [],
  readsOrderFiles: true,
  onFailure: 'refer-file',
  environment: { OPENING_HOURS: openingHours, SALES_TAX: salesTax },
  functionTimeoutSeconds: 40,
  memoryMb: 512,
  /** The file; what is known, the customer with four who were merged, the products; four times the transaction and what came in between; what is referred, the case, its note and its task. */
  requestsInSequence: 22,
  attemptTimeoutMs: 800,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    {
      table: 'customers',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    },
    {
      table: 'cases',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
  ],
});
