/** A case: what a caller left with us when nobody could help at once, and what we promised. */

import { type CaseType, caseTypes, type Department, typeOfReason } from './case-types.ts';
import type { OpeningHours } from './opening-hours.ts';
import { promisedTime } from './promised-time.ts';
import { spokenDigits, spokenMoment } from './spoken.ts';

/** Cases are kept a year after they were opened. */
export const CASE_KEPT_DAYS = 365;

/** What a caller wants of us; asked again with the same contact and reason, it is the same wish. */
export interface CaseWish {
  readonly contactId: string;
  readonly reason: string;
  readonly customerId: string;
  readonly isVerified: boolean;
  readonly phoneNumber: string;
  /** Where the case is about an order that a caller confirmed: customer and intent. Asked of by any contact, it is one wish. */
  readonly intent?: string | undefined;
}

export interface Case extends CaseWish {
  /** Eight digits, the first of them not zero. */
  readonly caseNumber: string;
  readonly openedAtMs: number;
  readonly promisedAtMs: number;
}

/** What makes two wishes the same; its digest chooses the number of the case. */
export function wishKey({ contactId, reason, intent }: CaseWish): string {
  return `${intent ?? contactId}\n${reason}`;
}

/**
 * The numbers that a case may have, best first, from a digest of its {@link wishKey} (8 bytes or more). They follow
 * from the wish alone, so that an invocation which Connect repeats finds the case that is already there.
 */
export function caseNumbers(digest: Uint8Array): readonly [string, string] {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  return [eightDigits(view.getUint32(0)), eightDigits(view.getUint32(4))];
}

/** Whether a case answers the same wish: then it is the one to tell the caller about. */
export function isSameWish(one: CaseWish, other: CaseWish): boolean {
  return wishKey(one) === wishKey(other);
}

/** A case as it is opened at `nowMs`. */
export function openedCase(wish: CaseWish, caseNumber: string, hours: OpeningHours, nowMs: number): Case {
  return { ...wish, caseNumber, openedAtMs: nowMs, promisedAtMs: promisedTime(hours, nowMs) };
}

/** Whose a case is as it is opened, by its reason. */
export function firstType(reason: string): { readonly type: CaseType; readonly department: Department } {
  const type = typeOfReason(reason);
  return { type, department: caseTypes[type].department };
}

/** What the caller is told; the same words however often a case is read back. */
export function spokenCase(
  { caseNumber, openedAtMs, promisedAtMs }: Pick<Case, 'caseNumber' | 'openedAtMs' | 'promisedAtMs'>,
  timeZone: string,
): { readonly caseNumber: string; readonly promisedTime: string } {
  return {
    caseNumber: spokenDigits(caseNumber),
    promisedTime: spokenMoment(promisedAtMs, openedAtMs, timeZone),
  };
}

/** What a case is about, in words, by its reason; every other reason is a call that we owe. */
const ABOUT: Readonly<Record<string, string>> = {
  'problem-delivery': 'a delivery',
  'problem-product': 'a product',
  'problem-invoice': 'an invoice',
  'problem-complaint': 'a complaint',
  'problem-other': 'a problem that you told us of',
  'order-unconfirmed': 'an order',
  'change-unconfirmed': 'a change of an order',
};

/** What a case with this reason is about, in words. */
export function aboutCase(reason: string): string {
  return (Object.hasOwn(ABOUT, reason) ? ABOUT[reason] : undefined) ?? 'a call that we owe you';
}

/** An open case as far as its caller hears of it. */
export interface OpenCase extends Pick<Case, 'caseNumber' | 'reason' | 'promisedAtMs'> {
  /** By when the escalation team takes it up; absent while the case was never raised. */
  readonly escalationPromisedAtMs?: number;
}

/** What the caller of an open case is told at `nowMs`; a promise that has passed is owned up to, never repeated. */
export function spokenCaseState(
  { reason, promisedAtMs, escalationPromisedAtMs }: Omit<OpenCase, 'caseNumber'>,
  nowMs: number,
  timeZone: string,
): string {
  const about = aboutCase(reason);
  if (escalationPromisedAtMs !== undefined && escalationPromisedAtMs > nowMs) {
    return `is about ${about}, and our escalation team takes it up by ${spokenMoment(escalationPromisedAtMs, nowMs, timeZone)}`;
  }
  return promisedAtMs > nowMs
    ? `is about ${about}, and we will call you back by ${spokenMoment(promisedAtMs, nowMs, timeZone)}`
    : `is about ${about}, and is still open. We are sorry if you have not heard from us in the time that we promised`;
}

function eightDigits(value: number): string {
  return String(10_000_000 + (value % 90_000_000));
}
