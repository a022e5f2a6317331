/** Pays back to the card what an order owes its customer: each amount once, whoever is at it and however the order changes meanwhile. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  refundIntent,
  refundKey,
  unfinishedRefund,
  withRefund,
  withRefundMade,
  withRefundStatus,
} from '../domain/card-refund.ts';
import type { OrderWish } from '../domain/order-change.ts';
import { APPROVAL_LIMITS } from '../domain/order-life.ts';
import { balanceOf, keptMinor } from '../domain/order-record.ts';
import { ATTEMPTS_MAX, type CardRefund, type Payment } from '../domain/payment.ts';
import { paymentMessage } from '../domain/payment-messages.ts';
import { Fault } from '../runtime/fault.ts';
import { messageWrite } from '../tables/message-writes.ts';
import { changeOrderOnce } from '../tables/order-changes.ts';
import { readOrder } from '../tables/orders.ts';
import { paymentWrite, readPayment, writePayment } from '../tables/payments.ts';
import { writeTogether } from '../tables/transaction.ts';
import type { Finishing } from './finishing.ts';
import { leaveToPerson, type Owing } from './owing.ts';

export type PayingBack = Finishing & Owing;

/**
 * Refund by refund until nothing is owed: more than one where several cards have paid. What no charge covers is left to
 * a person, by a case: the order goes on saying what it owes.
 */
export async function payBack(orderNumber: string, finishing: PayingBack): Promise<void> {
  for (let refunds = 0; refunds < ATTEMPTS_MAX; refunds += 1) {
    const begun = await begin(orderNumber, finishing);
    if (begun === undefined) return;
    await finish(begun.payment, begun.refund, finishing);
  }
}

interface Begun {
  readonly payment: Payment;
  readonly refund: CardRefund;
}

/**
 * The refund that nobody has finished, or a new one, which is noted before anybody is asked for it. The payment is read
 * before the order: a refund that is not under way any more has left its trace in an order that is read after it.
 */
async function begin(orderNumber: string, finishing: PayingBack): Promise<Begun | undefined> {
  const { tables, now, signal } = finishing;
  const payment = await readPayment(tables.orders, orderNumber, signal);
  const unfinished = unfinishedRefund(payment);
  if (payment !== undefined && unfinished !== undefined) return { payment, refund: unfinished };
  const order = await readOrder(tables.orders, orderNumber, signal);
  if (order === undefined) return undefined;
  const { owedMinor } = balanceOf(order);
  if (owedMinor === 0) return undefined;
  const noted = payment && withRefund(payment, owedMinor, now().getTime());
  const refund = unfinishedRefund(noted);
  if (noted === undefined || refund === undefined) {
    await leaveToPerson(order, finishing);
    return undefined;
  }
  if (!(await writePayment(tables.orders, noted, payment, signal)))
    throw new Fault('somebody else is at the payment of this order; the next run goes on');
  return { payment: noted, refund };
}

async function finish(payment: Payment, refund: CardRefund, finishing: Finishing): Promise<void> {
  const { tables, signal } = finishing;
  const made = refund.status === 'started' ? await make(payment, refund, finishing) : payment;
  if (made === undefined) return;
  await note(payment.orderNumber, refund, finishing);
  // Who else wrote the payment meanwhile has left the refund as it is: the next look at it notes it.
  await writePayment(tables.orders, withRefundStatus(made, refund, 'noted'), made, signal);
}

/** The provider first, by the key of the refund; then customer and payment know it, together and once. Nothing where a person was faster, or the provider refuses. */
async function make(
  payment: Payment,
  refund: CardRefund,
  { tables, provider, now, signal }: Finishing,
): Promise<Payment | undefined> {
  const { orderNumber } = payment;
  const charge = payment.attempts.find(({ number }) => number === refund.attempt);
  if (charge?.reference === undefined) throw new Error('a refund names an attempt without a charge');
  const { amountMinor } = refund;
  const { currency, reference } = charge;
  const order = await readOrder(tables.orders, orderNumber, signal);
  if (order === undefined) throw new Fault('the order of a payment is gone; a person looks for it');
  const refused = withRefundStatus(payment, refund, 'refused');
  if (keptMinor(order) < amountMinor) {
    await writePayment(tables.orders, refused, payment, signal);
    return undefined;
  }
  if (!(await provider.refund({ key: refundKey(orderNumber, refund), reference, amountMinor }, signal))) {
    // The next look takes another card, or leaves it to a person.
    await writePayment(tables.orders, refused, payment, signal);
    return undefined;
  }
  const nowMs = now().getTime();
  const { customerId } = order;
  const news = { news: 'payment-returned', customerId, orderNumber, amountMinor, currency } as const;
  const message = paymentMessage(`${orderNumber}-${refundIntent(refund)}`, news, nowMs);
  const made = withRefundMade(payment, refund, nowMs);
  try {
    const Put = { TableName: tables.orders.name, ...paymentWrite(made, payment) };
    await writeTogether(tables.orders.client, [{ Put }, messageWrite(tables.messages, message)], signal);
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    throw new Fault('somebody else is at this refund; the next run goes on', { cause: error });
  }
  return made;
}

/** The order takes the refund whatever it owes by now: the money has gone. */
async function note(orderNumber: string, refund: CardRefund, { tables, who, now, signal }: Finishing) {
  const wish: OrderWish = {
    event: 'refund',
    role: 'system',
    who,
    why: 'back to the card that paid',
    intent: refundIntent(refund),
    amountMinor: refund.amountMinor,
  };
  const terms = { nowMs: now().getTime(), returnWindowDays: 0, limits: APPROVAL_LIMITS };
  const changed = await changeOrderOnce(tables, { orderNumber }, wish, terms, signal);
  if (changed.kind === 'refused')
    throw new Fault('money went back to a card for an order that says otherwise; a person looks at it');
  if (changed.kind !== 'changed')
    throw new Fault('the order was changed at the very moment of its refund; the next run goes on');
}
