/** Finishes payments that nobody has heard the end of, tells their cases, and pays back what we owe. */

import { unfinishedRefund } from '../domain/card-refund.ts';
import { caseUntold, isUnfinished, latestAttempt } from '../domain/payment.ts';
import { type Finishing, finishUnfinished, tellUnheard } from '../providers/finishing.ts';
import { payBack } from '../providers/paying-back.ts';
import { configuredProvider, PROVIDER_TIMEOUT_MS, paymentSecret } from '../providers/provider.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { scheduledFunction } from '../runtime/scheduled-function.ts';
import { REFUND_OWED } from '../tables/order-changes.ts';
import { readPayment, UNFINISHED_PAYMENT, unsettledOrders } from '../tables/payments.ts';
import { settlePayments } from './contract.ts';
import { DISPUTES_LOOKED_FOR_MS, takeUpDispute } from './disputing.ts';
import { tellCase } from './telling.ts';

const client = openDatabase(settlePayments);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
  messages: { client, name: tableName('messages') },
};
const cases = { client, name: tableName('cases') };
const terms = environmentValue(settlePayments, 'PAYMENTS');
const hours = environmentValue(settlePayments, 'OPENING_HOURS');

export const handler = scheduledFunction(settlePayments, async ({ now, signal, hasTime }) => {
  const nowMs = now().getTime();
  const faults: unknown[] = [];
  let looked = 0;
  let finishing: Finishing | undefined;
  /** Nothing is asked of anybody where there is nothing to do. */
  const ready = async (): Promise<Finishing> => {
    finishing ??= {
      tables,
      provider: configuredProvider(terms, await paymentSecret(terms, signal), tables.orders, now),
      who: settlePayments.name,
      now,
      signal,
    };
    return finishing;
  };
  const each = async (
    kind: typeof UNFINISHED_PAYMENT | typeof REFUND_OWED,
    work: (orderNumber: string) => Promise<void>,
  ): Promise<void> => {
    for await (const orderNumber of unsettledOrders(tables.orders, kind, nowMs, signal)) {
      if (!hasTime()) return;
      looked += 1;
      try {
        await work(orderNumber);
      } catch (fault) {
        // One that cannot be settled must not keep the others waiting; it is told at the end.
        faults.push(fault);
      }
    }
  };
  await each(UNFINISHED_PAYMENT, async (orderNumber) => {
    await finishUnfinished(orderNumber, await ready());
    // Its order may owe nothing any more, so that nothing else leads to it.
    if (unfinishedRefund(await readPayment(tables.orders, orderNumber, signal)) !== undefined)
      await payBack(orderNumber, { ...(await ready()), cases, hours });
    const payment = await readPayment(tables.orders, orderNumber, signal);
    const attempt = payment && latestAttempt(payment);
    if (payment === undefined || attempt === undefined || !isUnfinished(payment)) return;
    await tellUnheard(payment, attempt, { tables, now, signal });
    for (const { number } of caseUntold(payment)) {
      const latest = await readPayment(tables.orders, orderNumber, signal);
      if (latest !== undefined)
        await tellCase({ cases, orders: tables.orders, hours, now, signal }, latest, number);
    }
  });
  await each(REFUND_OWED, async (orderNumber) => payBack(orderNumber, { ...(await ready()), cases, hours }));
  if (isOnTheHour(nowMs)) {
    const { provider } = await ready();
    for (const dispute of await provider.disputesSince(nowMs - DISPUTES_LOOKED_FOR_MS, signal)) {
      if (!hasTime()) break;
      looked += 1;
      try {
        await takeUpDispute(dispute, { tables, cases, hours, now, signal });
      } catch (fault) {
        faults.push(fault);
      }
    }
  }
  if (faults.length > 0) {
    const [first] = faults;
    throw new Fault(
      `${faults.length} of ${looked} payments could not be settled; the first: ${first instanceof Error ? first.message : String(first)}`,
      { cause: first },
    );
  }
  return `${looked} settled`;
});

/** Banks give weeks to answer a dispute: once an hour is soon enough to ask for them. */
function isOnTheHour(nowMs: number): boolean {
  return nowMs % (60 * 60_000) < 5 * 60_000;
}

/** A request of the provider has to fit into what a piece of the work may take. */
if (PROVIDER_TIMEOUT_MS >= settlePayments.pieceTimeoutMs)
  throw new Error('one request of the provider may take longer than a piece of settle-payments');
