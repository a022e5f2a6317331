/**
 * The payment of an order by card, attempt by attempt. An attempt is one wish to pay one amount: its key goes to the
 * provider with every repetition, so that however often it is tried, it is charged once.
 */

import type { CardFault } from './card.ts';
import { balanceOf, type OrderRecord } from './order-record.ts';
import { PAY_INTENT } from './payment-intent.ts';

/**
 * - `started`: the card is on its way to the provider, or nobody knows what became of it.
 * - `authorised`: the provider has said yes; the order does not know it yet.
 * - `paid`: the order knows it too.
 * - `declined`: the provider has said no, or was never asked because the card cannot be one.
 * - `void`: the provider does not know the attempt, and never will: nothing was charged.
 * - `reversed`: the provider had said yes, the order no longer took it, and the money went back at once.
 * - `refunded`, `disputed`: what became of money that was paid.
 */
export const ATTEMPT_STATUSES = [
  'started',
  'authorised',
  'paid',
  'declined',
  'void',
  'reversed',
  'refunded',
  'disputed',
] as const;
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number];

const NEXT: Readonly<Record<AttemptStatus, readonly AttemptStatus[]>> = {
  started: ['authorised', 'declined', 'void'],
  authorised: ['paid', 'reversed'],
  paid: ['refunded', 'disputed'],
  declined: [],
  void: [],
  reversed: [],
  refunded: [],
  disputed: ['paid', 'refunded'],
};

export const mayBecome = (from: AttemptStatus, to: AttemptStatus): boolean => NEXT[from].includes(to);

/** Why a provider says no, as far as a caller can do something about it. */
export const DECLINE_REASONS = [
  'declined',
  'no-funds',
  'card-number',
  'card-expired',
  'security-code',
  /** The bank wants its customer to confirm, which nobody can on a keypad (3-D Secure). */
  'needs-confirmation',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** As it is told of a card that cannot be one; the provider is not asked about it. */
export const REASON_OF_FAULT: Readonly<Record<CardFault, DeclineReason>> = {
  number: 'card-number',
  expiry: 'card-expired',
  expired: 'card-expired',
  code: 'security-code',
};

export interface Attempt {
  /** Counted from 1. */
  readonly number: number;
  readonly status: AttemptStatus;
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  /** The call in which the card was keyed. */
  readonly contactId: string;
  readonly startedAtMs: number;
  /** When the status became what it is. */
  readonly changedAtMs: number;
  /** The provider's own name of the charge. */
  readonly reference?: string | undefined;
  readonly because?: DeclineReason | undefined;
  /** Of the case that was opened because its caller could not be told what became of it. */
  readonly caseNumber?: string | undefined;
  /** The case knows how the attempt ended. */
  readonly isCaseTold?: boolean | undefined;
  /** It ended without money, and its customer has heard so neither in a call nor by message. */
  readonly isUntold?: boolean | undefined;
}

/** All attempts to pay one order; one item, so that two lines cannot pay it twice. */
export interface Payment {
  readonly orderNumber: string;
  /** Grows with every write. */
  readonly revision: number;
  readonly attempts: readonly Attempt[];
  readonly refunds?: readonly CardRefund[] | undefined;
}

/**
 * Money that goes back to the card of an attempt: `started` from before the provider is asked, `made` when it has said
 * yes and the customer is told, `noted` when the order knows it; `refused` where the provider has nothing left of the
 * charge, or a person has paid it back otherwise. What is done with them is in `card-refund.ts`.
 */
export interface CardRefund {
  /** Counted from 1. */
  readonly number: number;
  /** The attempt whose charge it gives back, whole or in part. */
  readonly attempt: number;
  readonly amountMinor: number;
  readonly status: 'started' | 'made' | 'noted' | 'refused';
  readonly startedAtMs: number;
}

/** More cards are not tried for one order by telephone. */
export const ATTEMPTS_MAX = 20;

/** After so long an attempt that nobody has finished is asked about at the provider. */
export const UNFINISHED_AFTER_MS = 10 * 60_000;

/** So long after its end nobody waits in a call any more to hear it (the flow asks for a minute). */
export const UNTOLD_AFTER_MS = 5 * 60_000;

/** What the provider knows the attempt by. */
export function attemptKey(
  orderNumber: string,
  { number, amountMinor }: Pick<Attempt, 'number' | 'amountMinor'>,
): string {
  return `order-${orderNumber}-${amountMinor}-${number}`;
}

/** The change of the order that an attempt brings about: found in the history, it was made. */
export const payIntent = (number: number): string => `${PAY_INTENT}${number}`;

export const latestAttempt = ({ attempts }: Pick<Payment, 'attempts'>): Attempt | undefined =>
  attempts.at(-1);

/** Whether nobody knows yet what becomes of an attempt: another one might be a second charge. */
export const isUnderWay = (attempt: Attempt | undefined): boolean =>
  attempt !== undefined && (attempt.status === 'started' || attempt.status === 'authorised');

/** The attempts that have ended and whose cases do not know it; a customer may have paid with another card since. */
export const caseUntold = ({ attempts }: Pick<Payment, 'attempts'>): readonly Attempt[] =>
  attempts.filter(
    (attempt) => attempt.caseNumber !== undefined && attempt.isCaseTold !== true && !isUnderWay(attempt),
  );

/**
 * Whether somebody still has to find out how the latest attempt ended, or to tell its customer, or the case of any. That
 * an earlier one came to nothing is no news to whoever has paid again.
 */
export function isUnfinished(payment: Pick<Payment, 'attempts'>): boolean {
  const latest = latestAttempt(payment);
  return isUnderWay(latest) || latest?.isUntold === true || caseUntold(payment).length > 0;
}

/** Whether no other card is tried for the order by telephone. */
export function isTriedEnough(payment: Pick<Payment, 'attempts'> | undefined): boolean {
  const latest = payment === undefined ? undefined : latestAttempt(payment);
  return latest !== undefined && !isUnderWay(latest) && latest.number >= ATTEMPTS_MAX;
}

export type Payable =
  | { readonly kind: 'due'; readonly amountMinor: number; readonly attempt: number }
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'under-way'; readonly attempt: Attempt }
  | { readonly kind: 'enough-tries' };

/** Cancelled or sent back, an order is not paid any more; balanceOf says so. */
export function payableOf(order: OrderRecord, payment: Payment | undefined): Payable {
  const latest = payment === undefined ? undefined : latestAttempt(payment);
  if (latest !== undefined && isUnderWay(latest)) return { kind: 'under-way', attempt: latest };
  const { dueMinor } = balanceOf(order);
  if (dueMinor === 0) return { kind: 'nothing-due' };
  if (isTriedEnough(payment)) return { kind: 'enough-tries' };
  return { kind: 'due', amountMinor: dueMinor, attempt: (latest?.number ?? 0) + 1 };
}

/** The payment with an attempt more. */
export function withAttempt(payment: Payment | undefined, orderNumber: string, attempt: Attempt): Payment {
  return {
    ...payment,
    orderNumber,
    revision: (payment?.revision ?? 0) + 1,
    attempts: [...(payment?.attempts ?? []), attempt],
  };
}

/**
 * The payment with one attempt changed.
 * @throws Error where the attempt cannot become that: a mistake of ours, and never a customer's
 */
export function withStatus(
  payment: Payment,
  number: number,
  change: Pick<Attempt, 'status' | 'changedAtMs'> &
    Partial<Pick<Attempt, 'reference' | 'because' | 'isUntold'>>,
): Payment {
  return changed(payment, number, (attempt) => {
    if (!mayBecome(attempt.status, change.status))
      throw new Error(`an attempt to pay that is ${attempt.status} cannot become ${change.status}`);
    return { ...attempt, ...change };
  });
}

/** The payment with the case of an attempt noted; the call that notes it tells the end, where there is one by now. */
export const withCase = (payment: Payment, number: number, caseNumber: string): Payment =>
  changed(payment, number, (attempt) => ({ ...attempt, caseNumber, isUntold: undefined }));
/** The payment with the end of an attempt known to its customer, or to its case. */
export const withCustomerTold = (payment: Payment, number: number): Payment =>
  changed(payment, number, (attempt) => ({ ...attempt, isUntold: undefined }));
export const withCaseTold = (payment: Payment, number: number): Payment =>
  changed(payment, number, (attempt) => ({ ...attempt, isCaseTold: true }));

function changed(payment: Payment, number: number, change: (attempt: Attempt) => Attempt): Payment {
  return {
    ...payment,
    revision: payment.revision + 1,
    attempts: payment.attempts.map((attempt) => (attempt.number === number ? change(attempt) : attempt)),
  };
}
