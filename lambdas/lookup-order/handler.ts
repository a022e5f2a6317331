/** Says how a verified customer's order stands. */

import { dateAt } from '../domain/calendar.ts';
import { isOrderNumber } from '../domain/order-number.ts';
import { balanceOf } from '../domain/order-record.ts';
import { spokenOrderStatus } from '../domain/order-words.ts';
import { isTriedEnough } from '../domain/payment.ts';
import { spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { findLatestProgress, findProgress, type NumberedProgress } from '../tables/order-progress.ts';
import { readPayment } from '../tables/payments.ts';
import { lookupOrder } from './contract.ts';

const client = openDatabase(lookupOrder);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
};

export const handler = connectFunction(lookupOrder, async ({ parameters, language, now, signal }) => {
  const { customerId, orderNumber } = parameters;
  const isLatest = orderNumber === 'latest';
  if (!isLatest && !isOrderNumber(orderNumber)) return { outcome: 'not-found' };
  const order = isLatest
    ? await findLatestProgress(tables, customerId, signal)
    : await findProgress(tables, customerId, orderNumber, signal);
  if (order === undefined) return { outcome: isLatest ? 'none' : 'not-found' };
  const today = dateAt(now().getTime());
  return {
    outcome: 'found',
    order: order.orderNumber,
    orderNumber: spokenDigits(order.orderNumber),
    status: spokenOrderStatus(order, today, language),
    isDue: (await canBePaid(order, signal)) ? 'yes' : 'no',
  };
});

/** Nothing is asked of a payment where nothing is due. */
const canBePaid = async (order: NumberedProgress, signal: AbortSignal): Promise<boolean> =>
  balanceOf(order).dueMinor > 0 &&
  !isTriedEnough(await readPayment(tables.orders, order.orderNumber, signal));
