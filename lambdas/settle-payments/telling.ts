/** Tells the case of a payment how it ended, so that nobody has to look for what is known. */

import type { OpeningHours } from '../domain/opening-hours.ts';
import { type Attempt, caseUntold, type Payment, withCaseTold } from '../domain/payment.ts';
import { resolveUntaken } from '../tables/case-resolving.ts';
import { writePayment } from '../tables/payments.ts';
import type { Table } from '../tables/table.ts';
import { settlePayments } from './contract.ts';

interface Surroundings {
  readonly cases: Table;
  readonly orders: Table;
  readonly hours: OpeningHours;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** For whoever works on the case; the customer gets a message in their own language. */
const FINDINGS: Readonly<Record<Exclude<Attempt['status'], 'started' | 'authorised'>, string>> = {
  paid: 'The provider has charged the card, and the order is paid. The customer has been told.',
  declined: 'The provider has not charged the card. The customer has been told.',
  void: 'The provider does not know the payment: nothing was charged. The customer has been told.',
  reversed: 'The order no longer took the payment, and the money went back. The customer has been told.',
  refunded: 'The card was charged, and the money has gone back.',
  disputed: 'The card was charged, and the customer disputes it.',
};

/**
 * Resolves the case while it is as the call has opened it; one that a person has taken up is theirs to resolve, and
 * the finding is with the order. Done once, it is not done again.
 */
export async function tellCase(
  { cases, orders, hours, now, signal }: Surroundings,
  payment: Payment,
  number: number,
): Promise<void> {
  const attempt = caseUntold(payment).find((each) => each.number === number);
  if (attempt?.caseNumber === undefined) return;
  const { caseNumber, status } = attempt;
  if (status === 'started' || status === 'authorised') return;
  const found = {
    caseNumber,
    details: { orderNumber: payment.orderNumber, paymentProblem: 'unconfirmed' },
    words: FINDINGS[status],
    by: settlePayments.name,
  } as const;
  await resolveUntaken(cases, found, hours, now, signal);
  await writePayment(orders, withCaseTold(payment, number), payment, signal);
}
