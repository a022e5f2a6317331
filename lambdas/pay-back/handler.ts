/** Pays back to the card what an order owes its customer. */

import { payBack } from '../providers/paying-back.ts';
import { configuredProvider, paymentSecret } from '../providers/provider.ts';
import { backgroundFunction } from '../runtime/background-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { owesToCard } from '../tables/order-changes.ts';
import { readOrder } from '../tables/orders.ts';
import { payBackFunction } from './contract.ts';

const client = openDatabase(payBackFunction);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
  messages: { client, name: tableName('messages') },
};
const cases = { client, name: tableName('cases') };
const terms = environmentValue(payBackFunction, 'PAYMENTS');
const hours = environmentValue(payBackFunction, 'OPENING_HOURS');

export const handler = backgroundFunction(payBackFunction, async ({ payload, now, signal }) => {
  const { orderNumber } = payload;
  const order = await readOrder(tables.orders, orderNumber, signal);
  // The settling was here before, or the event has come twice.
  if (order === undefined || !owesToCard(order)) return 'nothing is owed';
  const provider = configuredProvider(terms, await paymentSecret(terms, signal), tables.orders, now);
  const paying = { tables, cases, hours, provider, who: payBackFunction.name, now, signal };
  await payBack(orderNumber, paying);
  return 'paid back';
});
