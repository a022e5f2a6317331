/** Keeps an attempt to pay and starts it in the background. */

import { latestAttempt, payableOf, withAttempt } from '../domain/payment.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { starterOf } from '../runtime/start-in-background.ts';
import { isOrderNumber, readOrder } from '../tables/orders.ts';
import { readPayment, writePayment } from '../tables/payments.ts';
import { takePayment } from '../take-payment/contract.ts';
import { startPayment } from './contract.ts';

const orders = { client: openDatabase(startPayment), name: tableName('orders') };
const start = starterOf(startPayment, takePayment);

export const handler = connectFunction(startPayment, async ({ parameters, contactId, now, signal }) => {
  const { customerId, orderNumber, card, expiry, securityCode } = parameters;
  const number = Number(parameters.attempt);
  const amountMinor = Number(parameters.amountMinor);
  if (!isOrderNumber(orderNumber)) return { outcome: 'changed-meanwhile' };
  const [order, payment] = await Promise.all([
    readOrder(orders, orderNumber, signal),
    readPayment(orders, orderNumber, signal),
  ]);
  if (order?.customerId !== customerId) return { outcome: 'changed-meanwhile' };
  const event = { orderNumber, attempt: number, card, expiry, securityCode };
  const before = payment && latestAttempt(payment);
  // Connect calls again where an answer was lost: the attempt is there, and its event may be or not.
  const isOwn = before?.number === number && before.contactId === contactId;
  if (isOwn) {
    if (before.status === 'started') await start(event, signal);
    return { outcome: 'started' };
  }
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
  if (!(await writePayment(orders, started, payment, signal))) return { outcome: 'changed-meanwhile' };
  await start(event, signal);
  return { outcome: 'started' };
});
