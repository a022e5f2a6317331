/** Finds the customer whom the caller's number belongs to, and what is announced at this moment. */

import { announcedOf } from '../domain/announced.ts';
import { spokenNow } from '../domain/announcement.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { readArrival } from '../tables/arrival.ts';
import { lookupCustomer } from './contract.ts';

const customers = { client: openDatabase(lookupCustomer), name: tableName('customers') };

export const handler = connectFunction(lookupCustomer, async ({ callerNumber, now, signal }) => {
  const { caller, announcements } = await readArrival(customers, callerNumber, signal);
  const announced = announcedOf(spokenNow(announcements, now().getTime()));
  return caller === undefined
    ? { outcome: 'unknown', customerId: 'unknown', language: 'unknown', ...announced }
    : {
        outcome: 'found',
        customerId: caller.customerId,
        language: caller.language ?? 'unknown',
        ...announced,
      };
});
