/**
 * Brings an attempt to pay to its end, whoever gets to it: the run that has the card, one that Lambda repeats, or the
 * settling that has only the provider's memory. Each step is written over what was seen; wherever it stops, the next
 * one goes on from there.
 */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Card } from '../domain/card.ts';
import type { OrderWish } from '../domain/order-change.ts';
import { APPROVAL_LIMITS } from '../domain/order-life.ts';
import {
  type Attempt,
  attemptKey,
  type DeclineReason,
  latestAttempt,
  type Payment,
  payIntent,
  UNTOLD_AFTER_MS,
  withCustomerTold,
  withStatus,
} from '../domain/payment.ts';
import { type PaymentNews, paymentMessage } from '../domain/payment-messages.ts';
import type { Charged, Known, PaymentProvider } from '../domain/payment-provider.ts';
import { Fault } from '../runtime/fault.ts';
import { messageWrite } from '../tables/message-writes.ts';
import { changeOrderOnce } from '../tables/order-changes.ts';
import { readOrder } from '../tables/orders.ts';
import { paymentWrite, readPayment, writePayment } from '../tables/payments.ts';
import type { Table } from '../tables/table.ts';
import { type Write, writeTogether } from '../tables/transaction.ts';

export interface PaymentTables {
  readonly orders: Table;
  readonly customers: Table;
  readonly messages: Table;
}

export interface Finishing {
  readonly tables: PaymentTables;
  readonly provider: PaymentProvider;
  /** The name of the function, for the history of the order. */
  readonly who: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** How the attempt stands now; `elsewhere` where another run of it is ahead of this one. */
export type Finished = Attempt['status'] | 'elsewhere';

/** Has the card of a started attempt charged, and writes what came of it. */
export async function chargeStarted(
  payment: Payment,
  attempt: Attempt,
  card: Card,
  finishing: Finishing,
): Promise<Finished> {
  const { provider, signal } = finishing;
  const { orderNumber } = payment;
  const { amountMinor, currency, number } = attempt;
  const key = attemptKey(orderNumber, attempt);
  const charged = await provider.charge({ key, amountMinor, currency, orderNumber, card }, signal);
  const finished = await finishStarted(payment, attempt, charged, finishing);
  if (finished !== 'elsewhere') return finished;
  // The caller's case was noted at this very moment, or another run is ahead: what the provider has said stays said.
  const latest = await readAttempt(finishing, orderNumber, number);
  if (latest === undefined) return 'elsewhere';
  if (latest.attempt.status === 'authorised') return await finishAuthorised(latest.payment, finishing);
  return latest.attempt.status === 'started'
    ? await finishStarted(latest.payment, latest.attempt, charged, finishing)
    : latest.attempt.status;
}

/** Writes what the provider has said of a started attempt, and goes on where that was yes. */
export async function finishStarted(
  payment: Payment,
  attempt: Attempt,
  said: Charged | Known,
  finishing: Finishing,
): Promise<Finished> {
  const { tables, now, signal } = finishing;
  const changedAtMs = now().getTime();
  if (said.kind === 'authorised') {
    const { reference } = said;
    const authorised = withStatus(payment, attempt.number, { status: 'authorised', reference, changedAtMs });
    if (!(await writePayment(tables.orders, authorised, payment, signal))) return 'elsewhere';
    return await finishAuthorised(authorised, finishing);
  }
  return said.kind === 'declined'
    ? await end(payment, attempt, { status: 'declined', because: said.because }, finishing)
    : await end(payment, attempt, { status: 'void' }, finishing);
}

/** The same where nobody had to be asked: the card cannot be one. */
export const finishUnusable = (
  payment: Payment,
  attempt: Attempt,
  because: DeclineReason,
  finishing: Finishing,
): Promise<Finished> => end(payment, attempt, { status: 'declined', because }, finishing);

/**
 * The provider has the money: the order takes it, or it goes back at once. The order knows the attempt by its intent,
 * so that it is paid once, however often this is done.
 */
export async function finishAuthorised(payment: Payment, finishing: Finishing): Promise<Finished> {
  const { tables, provider, who, now, signal } = finishing;
  const { orderNumber } = payment;
  const attempt = latestAttempt(payment);
  if (attempt?.reference === undefined) throw new Error('an authorised attempt has no reference');
  const { amountMinor, number, reference } = attempt;
  const wish: OrderWish = {
    event: 'pay',
    role: 'system',
    who,
    why: 'by card, by telephone',
    intent: payIntent(number),
    amountMinor,
  };
  const terms = { nowMs: now().getTime(), returnWindowDays: 0, limits: APPROVAL_LIMITS };
  const changed = await changeOrderOnce(tables, { orderNumber }, wish, terms, signal);
  switch (changed.kind) {
    case 'changed':
      return await end(payment, attempt, { status: 'paid' }, finishing);
    case 'refused':
    case 'unknown-order': {
      // Cancelled, changed or paid otherwise in the meantime: whoever decides that does not decide about this money.
      const key = `${attemptKey(orderNumber, attempt)}-reversed`;
      await provider.refund({ key, reference, amountMinor }, signal);
      return await end(payment, attempt, { status: 'reversed' }, finishing);
    }
    case 'changed-meanwhile':
    case 'not-in-stock':
      throw new Fault('the order was changed at the very moment of its payment; the next run goes on');
  }
}

const NEWS: Readonly<Partial<Record<Attempt['status'], PaymentNews['news']>>> = {
  paid: 'payment-made',
  reversed: 'payment-returned',
};

/**
 * The last write of an attempt, with the message to its customer: both or neither. That nothing was charged is told to
 * whoever has a case, because they wait for a word; anybody else may be waiting in the call, and is told by
 * `tellUnheard` where they were not.
 */
async function end(
  payment: Payment,
  attempt: Attempt,
  change: Pick<Attempt, 'status'> & Partial<Pick<Attempt, 'because'>>,
  finishing: Finishing,
): Promise<Finished> {
  const changedAtMs = finishing.now().getTime();
  const news = NEWS[change.status] ?? (attempt.caseNumber === undefined ? undefined : 'payment-not-made');
  const isUntold = news === undefined ? true : undefined;
  const ended = withStatus(payment, attempt.number, { ...change, changedAtMs, isUntold });
  const isWritten = await writeTelling(payment, ended, attempt, news, finishing);
  return isWritten ? change.status : 'elsewhere';
}

/** Tells a customer by message that nothing was charged, where no call has told them; once, with the note of it. */
export async function tellUnheard(
  payment: Payment,
  attempt: Attempt,
  telling: Pick<Finishing, 'tables' | 'now' | 'signal'>,
): Promise<void> {
  if (attempt.isUntold !== true || telling.now().getTime() < attempt.changedAtMs + UNTOLD_AFTER_MS) return;
  const told = withCustomerTold(payment, attempt.number);
  await writeTelling(payment, told, attempt, 'payment-not-made', telling);
}

/** Writes a payment over what was seen, with the message to its customer: both, or neither, and then it says so. */
async function writeTelling(
  seen: Payment,
  payment: Payment,
  attempt: Attempt,
  news: PaymentNews['news'] | undefined,
  { tables, now, signal }: Pick<Finishing, 'tables' | 'now' | 'signal'>,
): Promise<boolean> {
  const { orderNumber } = payment;
  const { amountMinor, currency } = attempt;
  const customerId = news && (await readOrder(tables.orders, orderNumber, signal))?.customerId;
  const told: Write[] = [];
  if (news !== undefined && customerId !== undefined) {
    const words = { news, customerId, orderNumber, amountMinor, currency };
    const message = paymentMessage(attemptKey(orderNumber, attempt), words, now().getTime());
    told.push(messageWrite(tables.messages, message));
  }
  try {
    const Put = { TableName: tables.orders.name, ...paymentWrite(payment, seen) };
    await writeTogether(tables.orders.client, [{ Put }, ...told], signal);
    return true;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return false;
  }
}

/** For an attempt whose card is gone: what the provider remembers of it decides. */
export async function finishUnfinished(orderNumber: string, finishing: Finishing): Promise<void> {
  const { tables, provider, signal } = finishing;
  const payment = await readPayment(tables.orders, orderNumber, signal);
  const attempt = payment && latestAttempt(payment);
  if (payment === undefined || attempt === undefined) return;
  if (attempt.status === 'authorised') await finishAuthorised(payment, finishing);
  if (attempt.status !== 'started') return;
  const known = await provider.find(attemptKey(orderNumber, attempt), signal);
  await finishStarted(payment, attempt, known, finishing);
}

/** The attempt as it stands at this moment, while it is the latest one of its order. */
export async function readAttempt(
  { tables, signal }: Pick<Finishing, 'tables' | 'signal'>,
  orderNumber: string,
  number: number,
): Promise<{ readonly payment: Payment; readonly attempt: Attempt } | undefined> {
  const payment = await readPayment(tables.orders, orderNumber, signal);
  const attempt = payment && latestAttempt(payment);
  return payment === undefined || attempt?.number !== number ? undefined : { payment, attempt };
}
