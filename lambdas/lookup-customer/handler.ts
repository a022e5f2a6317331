/** Finds the customer whom the caller's number belongs to. */

import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { findCustomerIdByNumber } from '../tables/customers.ts';
import { lookupCustomer } from './contract.ts';

const customers = { client: openDatabase(lookupCustomer), name: tableName('customers') };

export const handler = connectFunction(lookupCustomer, async ({ callerNumber, signal }) => {
  const customerId =
    callerNumber === undefined ? undefined : await findCustomerIdByNumber(customers, callerNumber, signal);
  return customerId === undefined
    ? { outcome: 'unknown', customerId: 'unknown' }
    : { outcome: 'found', customerId };
});
