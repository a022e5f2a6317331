/** Keeps an attempt to pay and starts it in the background. */

import { isOrderNumber } from '../domain/order-number.ts';
import { latestAttempt, type Payment, payableOf, withAttempt } from '../domain/payment.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { starterOf } from '../runtime/start-in-background.ts';
import { readOwnOrder } from '../tables/own-orders.ts';
import { readPayment, writePaymentOnce } from '../tables/payments.ts';
import { takePayment } from '../take-payment/contract.ts';
import { startPayment } from './contract.ts';

const client = openDatabase(startPayment);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
};
const { orders } = tables;
const start = starterOf(startPayment, takePayment);

export const handler = connectFunction(startPayment, async ({ parameters, contactId, now, signal }) => {
  const { customerId, orderNumber, card, expiry, securityCode } = parameters;
  const number = Number(parameters.attempt);
  const amountMinor = Number(parameters.amountMinor);
  if (!isOrderNumber(orderNumber)) return { outcome: 'changed-meanwhile' };
  const [order, payment] = await Promise.all([
    readOwnOrder(tables, customerId, orderNumber, signal),
    readPayment(orders, orderNumber, signal),
  ]);
  if (order === undefined) return { outcome: 'changed-meanwhile' };
  const event = { orderNumber, attempt: number, card, expiry, securityCode };
  // Connect calls again where an answer was lost: the attempt is there, and its event may be or not.
  const goOn = async (known: Payment | undefined): Promise<boolean> => {
    const latest = known && latestAttempt(known);
    if (latest?.number !== number || latest.contactId !== contactId) return false;
    if (latest.status === 'started') await start(event, signal);
    return true;
  };
  if (await goOn(payment)) return { outcome: 'started' };
  const payable = payableOf(order, payment);
  if (payable.kind !== 'due' || payable.attempt !== number || payable.amountMinor !== amountMinor) {
    return { outcome: 'changed-meanwhile' };
  }
  const atMs = now().getTime();
  const started = withAttempt(payment, orderNumber, {
    number,
    status: 'started',
    amountMinor,
    currency: order.currency,
    contactId,
    startedAtMs: atMs,
    changedAtMs: atMs,
  });
  const isOwn = await goOn(await writePaymentOnce(orders, started, payment, signal));
  return { outcome: isOwn ? 'started' : 'changed-meanwhile' };
});
