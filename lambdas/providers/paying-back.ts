/** Pays back to the card what an order owes its customer: once for each version of the order that owed it. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { OrderWish } from '../domain/order-change.ts';
import { APPROVAL_LIMITS } from '../domain/order-life.ts';
import { balanceOf } from '../domain/order-record.ts';
import { type Attempt, type Payment, refundIntent, withStatus } from '../domain/payment.ts';
import { paymentMessage } from '../domain/payment-messages.ts';
import { Fault } from '../runtime/fault.ts';
import { messageWrite } from '../tables/messages.ts';
import { changeOrderOnce } from '../tables/order-changes.ts';
import { type Order, readOrder } from '../tables/orders.ts';
import { paymentWrite, readPayment } from '../tables/payments.ts';
import { writeTogether } from '../tables/transaction.ts';
import type { Finishing } from './finishing.ts';

/**
 * The provider first, by a key that the version of the order makes: whoever comes again asks for the same refund, and
 * the order notes it once. What no charge covers is left to a person: the order goes on saying what it owes.
 */
export async function payBack(
  orderNumber: string,
  { tables, provider, who, now, signal }: Finishing,
): Promise<void> {
  const order = await readOrder(tables.orders, orderNumber, signal);
  if (order === undefined) return;
  const { owedMinor } = balanceOf(order);
  if (owedMinor === 0) return;
  const payment = await readPayment(tables.orders, orderNumber, signal);
  const charged = chargeFor(payment, owedMinor);
  if (payment === undefined || charged?.reference === undefined)
    throw new Fault('an order owes more than any one card has paid for it; a person pays it back');
  const intent = refundIntent(order.version);
  const refund = {
    key: `order-${orderNumber}-${intent}`,
    reference: charged.reference,
    amountMinor: owedMinor,
  };
  if (!(await provider.refund(refund, signal)))
    throw new Fault('the provider has nothing left of the charge to give back; a person pays it back');
  await tell(order, { payment, charged, amountMinor: owedMinor, intent }, { tables, now, signal });
  const wish: OrderWish = {
    event: 'refund',
    role: 'system',
    who,
    why: 'back to the card that paid',
    intent,
    amountMinor: owedMinor,
  };
  const terms = { nowMs: now().getTime(), returnWindowDays: 0, limits: APPROVAL_LIMITS };
  const which = { orderNumber, seenVersion: order.version };
  const changed = await changeOrderOnce(tables, which, wish, terms, signal);
  if (changed.kind !== 'changed')
    throw new Fault('the order was changed at the very moment of its refund; the next run goes on');
}

interface Returned {
  readonly payment: Payment;
  readonly charged: Attempt;
  readonly amountMinor: number;
  readonly intent: string;
}

/** The money has gone back: its customer is told, once, and the payment knows it, before the order does. */
async function tell(
  { orderNumber, customerId, currency }: Order,
  { payment, charged, amountMinor, intent }: Returned,
  { tables, now, signal }: Pick<Finishing, 'tables' | 'now' | 'signal'>,
): Promise<void> {
  const nowMs = now().getTime();
  const news = { news: 'payment-returned', customerId, orderNumber, amountMinor, currency } as const;
  const told = messageWrite(tables.messages, paymentMessage(`${orderNumber}-${intent}`, news, nowMs));
  const isWhole = amountMinor === charged.amountMinor && charged.status === 'paid';
  const Item = isWhole
    ? withStatus(payment, charged.number, { status: 'refunded', changedAtMs: nowMs })
    : undefined;
  const known =
    Item === undefined ? [] : [{ Put: { TableName: tables.orders.name, ...paymentWrite(Item, payment) } }];
  try {
    await writeTogether(tables.orders.client, [told, ...known], signal);
  } catch (error) {
    // A run before this one told it, and did not get further.
    if (!(error instanceof TransactionCanceledException)) throw error;
  }
}

/** The latest charge that covers the amount. */
const chargeFor = (payment: Payment | undefined, amountMinor: number): Attempt | undefined =>
  payment?.attempts.findLast(
    ({ status, amountMinor: charged }) =>
      (status === 'paid' && charged >= amountMinor) ||
      // A run before this one has told the payment, and not yet the order.
      (status === 'refunded' && charged === amountMinor),
  );
