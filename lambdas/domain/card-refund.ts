/**
 * Money on its way back to a card: noted with the payment before the provider is asked, so that it is one refund
 * whoever takes it up and whatever becomes of the order meanwhile.
 */

import { type Attempt, type CardRefund, type Payment, withStatus } from './payment.ts';

/** What the provider knows a refund by. */
export const refundKey = (orderNumber: string, { number }: CardRefund): string =>
  `order-${orderNumber}-back-${number}`;

/** The change of the order that a refund brings about: found in the history, the order knows it. */
export const refundIntent = ({ number }: CardRefund): string => `card-back-${number}`;

/** The refund that somebody has still to bring to its end; there is never a second beside it. */
export const unfinishedRefund = (payment: Payment | undefined): CardRefund | undefined =>
  payment?.refunds?.find(({ status }) => status === 'started' || status === 'made');

/** What has gone, or is going, back of an attempt. */
export const refundedOf = ({ refunds = [] }: Payment, attempt: number): number =>
  refunds
    .filter((refund) => refund.attempt === attempt && refund.status !== 'refused')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** A charge that was refused once is not asked again. */
function leftOf(payment: Payment, { number, amountMinor, status }: Attempt): number {
  const isSpent = payment.refunds?.some((each) => each.attempt === number && each.status === 'refused');
  return status === 'paid' && isSpent !== true ? amountMinor - refundedOf(payment, number) : 0;
}

/** The payment with a refund more, of what is owed as much as the latest charge covers; nothing where none has anything left. */
export function withRefund(payment: Payment, owedMinor: number, startedAtMs: number): Payment | undefined {
  const charge = payment.attempts.findLast(
    (attempt) => attempt.reference !== undefined && leftOf(payment, attempt) > 0,
  );
  if (charge === undefined) return undefined;
  const refunds = payment.refunds ?? [];
  const refund: CardRefund = {
    number: refunds.length + 1,
    attempt: charge.number,
    amountMinor: Math.min(owedMinor, leftOf(payment, charge)),
    status: 'started',
    startedAtMs,
  };
  return { ...payment, revision: payment.revision + 1, refunds: [...refunds, refund] };
}

/** The provider has made the refund: an attempt of which nothing is left is refunded. */
export function withRefundMade(payment: Payment, refund: CardRefund, changedAtMs: number): Payment {
  const made = withRefundStatus(payment, refund, 'made');
  const attempt = made.attempts.find(({ number }) => number === refund.attempt);
  const isWhole = attempt?.status === 'paid' && refundedOf(made, attempt.number) === attempt.amountMinor;
  if (!isWhole) return made;
  return {
    ...withStatus(made, attempt.number, { status: 'refunded', changedAtMs }),
    revision: made.revision,
  };
}

/** The payment with the end of a refund. */
export function withRefundStatus(
  payment: Payment,
  { number }: CardRefund,
  status: CardRefund['status'],
): Payment {
  return {
    ...payment,
    revision: payment.revision + 1,
    refunds: (payment.refunds ?? []).map((each) => (each.number === number ? { ...each, status } : each)),
  };
}
