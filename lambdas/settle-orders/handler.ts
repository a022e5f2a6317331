/** Settles orders that callers confirmed and that were neither placed nor refused. */

import { settleIntent } from '../domain/order-settling.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { scheduledFunction } from '../runtime/scheduled-function.ts';
import { findPhoneNumber } from '../tables/customers.ts';
import { unsettledIntents } from '../tables/intent-items.ts';
import { follow } from '../tables/order-intents.ts';
import { settleOrders } from './contract.ts';

const client = openDatabase(settleOrders);
const orders = { client, name: tableName('orders') };
const cases = { client, name: tableName('cases') };
const customers = { client, name: tableName('customers') };
const hours = environmentValue(settleOrders, 'OPENING_HOURS');

export const handler = scheduledFunction(settleOrders, async ({ now, signal, hasTime }) => {
  const phoneNumberOf = async (customerId: string) =>
    (await findPhoneNumber(customers, customerId, signal)) ?? 'unknown';
  const tables = { orders, cases: { table: cases, hours, phoneNumberOf } };
  const faults: unknown[] = [];
  let looked = 0;
  let referred = 0;
  for await (const key of unsettledIntents(orders, now().getTime(), signal)) {
    if (!hasTime()) break;
    looked += 1;
    try {
      const settled = await follow(settleIntent(key, now().getTime()), tables, signal);
      if (settled === 'referred') referred += 1;
    } catch (fault) {
      // One that cannot be settled must not keep the others waiting; it is told at the end.
      faults.push(fault);
    }
  }
  if (faults.length > 0) {
    const [first] = faults;
    throw new Fault(
      `${faults.length} of ${looked} confirmed orders could not be settled; the first: ${first instanceof Error ? first.message : String(first)}`,
      { cause: first },
    );
  }
  return `${referred} of ${looked} referred`;
});
