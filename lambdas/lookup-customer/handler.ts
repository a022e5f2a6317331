/** Finds the customer whom the caller's number belongs to. */

import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { findCaller } from '../tables/caller-language.ts';
import { lookupCustomer } from './contract.ts';

const customers = { client: openDatabase(lookupCustomer), name: tableName('customers') };

export const handler = connectFunction(lookupCustomer, async ({ callerNumber, signal }) => {
  const caller = callerNumber === undefined ? undefined : await findCaller(customers, callerNumber, signal);
  return caller === undefined
    ? { outcome: 'unknown', customerId: 'unknown', language: 'unknown' }
    : { outcome: 'found', customerId: caller.customerId, language: caller.language ?? 'unknown' };
});
