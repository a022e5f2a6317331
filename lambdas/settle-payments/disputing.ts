/** Takes up what customers dispute at their banks: the order is not paid any more, and a person answers the bank in time. */

import type { OpeningHours } from '../domain/opening-hours.ts';
import type { OrderWish } from '../domain/order-change.ts';
import { APPROVAL_LIMITS } from '../domain/order-life.ts';
import { withStatus } from '../domain/payment.ts';
import type { Dispute } from '../domain/payment-provider.ts';
import type { PaymentTables } from '../providers/finishing.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { findPhoneNumber } from '../tables/customers.ts';
import { changeOrderOnce } from '../tables/order-changes.ts';
import { readPayment, writePayment } from '../tables/payments.ts';
import type { Table } from '../tables/table.ts';
import { settlePayments } from './contract.ts';

interface Surroundings {
  readonly tables: PaymentTables;
  readonly cases: Table;
  readonly hours: OpeningHours;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Looked for so far back: a run that failed, or a week without us, misses none. */
export const DISPUTES_LOOKED_FOR_MS = 14 * 24 * 60 * 60_000;

/** @returns whether it was taken up now; a dispute that is known, or of a charge that is not ours, is left alone */
export async function takeUpDispute(
  { reference, orderNumber, amountMinor }: Dispute,
  { tables, cases, hours, now, signal }: Surroundings,
): Promise<boolean> {
  const payment = await readPayment(tables.orders, orderNumber, signal);
  const attempt = payment?.attempts.find((each) => each.reference === reference);
  if (payment === undefined || attempt?.status !== 'paid') return false;
  const nowMs = now().getTime();
  const wish: OrderWish = {
    event: 'lose-payment',
    role: 'system',
    who: settlePayments.name,
    why: 'disputed at the bank of the card',
    intent: `dispute-${attempt.number}`,
    amountMinor,
  };
  const terms = { nowMs, returnWindowDays: 0, limits: APPROVAL_LIMITS };
  const changed = await changeOrderOnce(tables, { orderNumber }, wish, terms, signal);
  // What was refunded meanwhile is not lost a second time; the bank is to be answered all the same.
  const customerId = changed.kind === 'unknown-order' ? 'unknown' : (changed.order?.customerId ?? 'unknown');
  await openCaseOnce(
    cases,
    {
      contactId: attempt.contactId,
      customerId,
      reason: 'payment-disputed',
      isVerified: true,
      phoneNumber: (await findPhoneNumber(tables.customers, customerId, signal)) ?? 'unknown',
      intent: `${orderNumber} ${attempt.number} dispute`,
    },
    hours,
    now(),
    signal,
  );
  const disputed = withStatus(payment, attempt.number, { status: 'disputed', changedAtMs: nowMs });
  return await writePayment(tables.orders, disputed, payment, signal);
}
