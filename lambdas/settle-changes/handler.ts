/** Settles changes of orders that callers confirmed and did not hear the end of. */

import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { scheduledFunction } from '../runtime/scheduled-function.ts';
import { unsettledOrders } from '../tables/payments.ts';
import { readUnsettledChange, UNSETTLED_CHANGE } from '../tables/unsettled-changes.ts';
import { settleChanges } from './contract.ts';
import { settleChange } from './settling.ts';

const client = openDatabase(settleChanges);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
  cases: { client, name: tableName('cases') },
  messages: { client, name: tableName('messages') },
};
const hours = environmentValue(settleChanges, 'OPENING_HOURS');

export const handler = scheduledFunction(settleChanges, async ({ now, signal, hasTime }) => {
  const faults: unknown[] = [];
  let looked = 0;
  let made = 0;
  for await (const which of unsettledOrders(tables.orders, UNSETTLED_CHANGE, now().getTime(), signal)) {
    if (!hasTime()) break;
    looked += 1;
    try {
      const change = await readUnsettledChange(tables.orders, which, signal);
      if (change === undefined) continue;
      if ((await settleChange(change, { ...tables, hours, now, signal })) === 'made') made += 1;
    } catch (fault) {
      // One that cannot be settled must not keep the others waiting; it is told at the end.
      faults.push(fault);
    }
  }
  if (faults.length > 0) {
    const [first] = faults;
    throw new Fault(
      `${faults.length} of ${looked} changes of orders could not be settled; the first: ${first instanceof Error ? first.message : String(first)}`,
      { cause: first },
    );
  }
  return `${made} of ${looked} were made`;
});
