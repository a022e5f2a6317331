/** The parcels of orders, for whoever packs them, sends them and takes them in again. */

import * as z from 'zod/mini';
import { parcelChange, rmaNumber, shownParcel } from '../domain/parcels.ts';
import { orderNumber } from '../domain/request-ids.ts';
import { returns } from '../domain/returns.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

/**
 * A warehouse has a parcel in its hands and no contact with anybody: the department shipping and supervisors are let in
 * to every parcel, and see no customer but the address that is to be on it. What is owed to a card for what has come back, `settle-payments` pays back.
 */
export const serveParcels = defineHttpFunction({
  name: 'serve-parcels',
  purpose: 'Answers the warehouse about parcels of orders and returns, and keeps what it says of them.',
  routes: {
    readParcel: {
      method: 'GET',
      path: '/parcels/{orderNumber}',
      purpose: 'What is in an order, how it stands and what may happen to its parcel: for shipping.',
      parameters: z.strictObject({ orderNumber }),
      query: z.strictObject({}),
      answers: {
        200: {
          when: 'As it is now; of whose it is only where it goes, until it is shipped.',
          body: shownParcel,
        },
      },
      problems: [403, 404],
    },
    readReturn: {
      method: 'GET',
      path: '/returns/{rmaNumber}',
      purpose: 'The order of a parcel that has come back, by the return number on it: for shipping.',
      parameters: z.strictObject({ rmaNumber }),
      query: z.strictObject({}),
      answers: {
        200: {
          when: 'As it is now; of whose it is only where it goes, until it is shipped.',
          body: shownParcel,
        },
      },
      problems: [403, 404],
    },
    changeParcel: {
      method: 'POST',
      path: '/parcels/{orderNumber}/changes',
      purpose:
        'Says once for each intent that an order was packed, shipped or delivered, or that its return has come in, and how: for shipping.',
      parameters: z.strictObject({ orderNumber }),
      query: z.strictObject({}),
      body: parcelChange,
      answers: { 200: { when: 'The order as it is now.', body: shownParcel } },
      problems: [403, 404, 409, 413, 415, 422],
    },
  },
  environment: { AGENT_CLAIMS: agentClaims, RETURNS: returns },
  functionTimeoutSeconds: 15,
  memoryMb: 512,
  /** The order, the audit; the order again, the transaction, and the order where that was refused. */
  requestsInSequence: 5,
  attemptTimeoutMs: 600,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'] },
    { table: 'customers', actions: ['dynamodb:PutItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
});
