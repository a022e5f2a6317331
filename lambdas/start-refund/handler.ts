/** Starts to pay back what an order owes to a card. */

import { isOrderNumber } from '../domain/order-number.ts';
import { payBackFunction } from '../pay-back/contract.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { starterOf } from '../runtime/start-in-background.ts';
import { owesToCard } from '../tables/order-changes.ts';
import { readOwnOrder } from '../tables/own-orders.ts';
import { startRefund } from './contract.ts';

const client = openDatabase(startRefund);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
};
const start = starterOf(startRefund, payBackFunction);

export const handler = connectFunction(startRefund, async ({ parameters, signal }) => {
  const { customerId, orderNumber } = parameters;
  const order = isOrderNumber(orderNumber)
    ? await readOwnOrder(tables, customerId, orderNumber, signal)
    : undefined;
  if (order === undefined || !owesToCard(order)) return { outcome: 'not-by-card' };
  await start({ orderNumber }, signal);
  return { outcome: 'started' };
});
