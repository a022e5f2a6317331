/** Agreement of the function that keeps what a company needs to know of each contact. */

import * as z from 'zod/mini';
import { openingHours } from '../domain/opening-hours.ts';
import { defineEventFunction } from '../runtime/event-contract.ts';

/** The event of a contact's end leaves a row that waits for the record: a record that was lost can be seen. */
export const keepContactRecord = defineEventFunction({
  name: 'keep-contact-record',
  purpose:
    "Keeps one row for each contact from Connect's contact records, and sees to what it leaves: a case for a call that nobody answered or that ended among the steps for a product, a change of an order to be settled, a call back that is over.",
  contactRecords: {
    batchSize: 50,
    windowSeconds: 5,
    retriesMax: 8,
    recordAgeMaxSeconds: 86_400,
  },
  /** The first says how a contact ended before its agent is done with it, which its record says only then. */
  contactEvents: ['DISCONNECTED', 'COMPLETED'],
  environment: { CONTACTS_KEPT_DAYS: z.int().check(z.minimum(1)), OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 60,
  memoryMb: 512,
  /** The row, whom its agent has said that it is with, a change to be settled or a call back that is over, how the contact of the agent who transferred it ended, looks for a case of this contact and of two before it in the call with a link to each, the call that is owed to the number and its case, the case of a product under one of two numbers with its note, and the last contact of the number. */
  requestsInSequence: 16,
  attemptTimeoutMs: 1_000,
  uses: [
    { table: 'contacts', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'desk', actions: ['dynamodb:GetItem'] },
    { table: 'customers', actions: ['dynamodb:PutItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'orders', actions: ['dynamodb:UpdateItem'] },
    { table: 'cases', index: 'by-contact', actions: ['dynamodb:Query'] },
    {
      table: 'cases',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    },
  ],
});
