/** Money that no card takes back: a case for whoever pays it, and word to its customer, once for each amount. */

import type { OpeningHours } from '../domain/opening-hours.ts';
import { writtenMoney } from '../domain/order-document.ts';
import { balanceOf, type OrderRecord } from '../domain/order-record.ts';
import { paymentMessage } from '../domain/payment-messages.ts';
import { promisedTime } from '../domain/promised-time.ts';
import { openFullCase } from '../tables/case-opening.ts';
import { findPhoneNumber } from '../tables/customers.ts';
import { putMessage } from '../tables/message-writes.ts';
import type { Table } from '../tables/table.ts';
import type { Finishing } from './finishing.ts';

/** What is needed to leave it to a person. */
export interface Owing {
  readonly cases: Table;
  readonly hours: OpeningHours;
}

/**
 * The order goes on owing, so that this is asked again and again: the amount makes the case, and another amount, where
 * the order comes to owe more, another one.
 */
export async function leaveToPerson(
  order: OrderRecord,
  { tables, who, now, signal, cases, hours }: Finishing & Owing,
): Promise<void> {
  const { orderNumber, customerId, currency } = order;
  const { owedMinor: amountMinor } = balanceOf(order);
  const key = `${orderNumber} owes ${amountMinor}`;
  const opened = await openFullCase(
    cases,
    {
      asked: {
        customerId,
        type: 'billing',
        details: { orderNumber, invoiceProblem: 'other' },
        words: `Order ${orderNumber} owes its customer ${writtenMoney(amountMinor)} ${currency}, which the provider gives back to none of its cards. Pay it another way, tell the customer how, and note it with the event refund.`,
      },
      by: { role: 'system', id: who },
      intent: key,
      reason: 'refund-refused',
      phoneNumber: (await findPhoneNumber(tables.customers, customerId, signal)) ?? 'unknown',
    },
    hours,
    now(),
    signal,
  );
  // It was opened while the order was another customer's, before a merge or an erasure, who was told then.
  if (opened.kind === 'other-content') return;
  const { caseNumber, openedAtMs } = opened.case;
  const promise = { caseNumber, atMs: promisedTime(hours, openedAtMs) };
  // After that the case itself is late, and its customer hears so.
  if (now().getTime() >= promise.atMs) return;
  const news = { news: 'refund-refused', customerId, orderNumber, amountMinor, currency, promise } as const;
  await putMessage(tables.messages, paymentMessage(key.replaceAll(' ', '-'), news, now().getTime()), signal);
}
