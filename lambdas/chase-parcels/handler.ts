/** Looks for the parcels of returns and exchanges that were to come back to us. */

import { agreedLongAgoMs } from '../domain/missing-parcel.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { scheduledFunction } from '../runtime/scheduled-function.ts';
import { AWAITED_PARCEL, MISSING_PARCEL } from '../tables/awaited-parcels.ts';
import { unsettledOrders } from '../tables/payments.ts';
import { chase, closeCase } from './chasing.ts';
import { chaseParcels } from './contract.ts';

const client = openDatabase(chaseParcels);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
  cases: { client, name: tableName('cases') },
  messages: { client, name: tableName('messages') },
};
const hours = environmentValue(chaseParcels, 'OPENING_HOURS');
const { parcelDays } = environmentValue(chaseParcels, 'RETURNS');

export const handler = scheduledFunction(chaseParcels, async ({ now, signal, hasTime }) => {
  const around = { ...tables, hours, now, signal };
  const nowMs = now().getTime();
  const work = [
    // Those with a case first: what has come is not looked for any longer.
    { of: unsettledOrders(tables.orders, MISSING_PARCEL, nowMs, signal), look: closeCase },
    {
      of: unsettledOrders(tables.orders, AWAITED_PARCEL, agreedLongAgoMs(nowMs, parcelDays), signal),
      look: chase,
    },
  ];
  const faults: unknown[] = [];
  let looked = 0;
  let missing = 0;
  for (const { of, look } of work) {
    for await (const orderNumber of of) {
      if (!hasTime()) break;
      looked += 1;
      try {
        if ((await look(orderNumber, around)) === 'missing') missing += 1;
      } catch (fault) {
        // One that cannot be looked for must not keep the others waiting; it is told at the end.
        faults.push(fault);
      }
    }
  }
  if (faults.length > 0) {
    const [first] = faults;
    throw new Fault(
      `${faults.length} of ${looked} parcels could not be looked for; the first: ${first instanceof Error ? first.message : String(first)}`,
      { cause: first },
    );
  }
  return `${missing} of ${looked} are missing`;
});
