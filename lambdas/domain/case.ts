/** A case: what a caller left with us when nobody could help at once, and what we promised. */

import type { CaseDetails } from './case-details.ts';
import { departmentOf, firstFields, typeOfReason } from './case-reasons.ts';
import type { CaseType, Department, Severity } from './case-types.ts';
import { DEFAULT_LANGUAGE, type Language } from './language.ts';
import type { Zone } from './local-time.ts';
import { type HoursNow, promisedTime } from './promised-time.ts';
import { spokenDigits, spokenMoment } from './spoken.ts';
import type { CaseMatter } from './words/function-words.ts';
import { message } from './words/message.ts';
import { caseWords } from './words/words-of.ts';

/** Cases are kept a year after they were opened. */
export const CASE_KEPT_DAYS = 365;

/** What a caller wants of us; asked again with the same contact and reason, it is the same wish. */
export interface CaseWish {
  readonly contactId: string;
  readonly reason: string;
  readonly customerId: string;
  readonly isVerified: boolean;
  readonly phoneNumber: string;
  /**
   * Instead of the contact. Where the case is about an order that a caller confirmed, customer and intent: asked of by any
   * contact, it is one wish. Of a complaint the contact, the order, and what is wanted.
   */
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
 * The numbers that a case may have, best first, from a digest of its {@link wishKey} (16 hexadecimal digits or more). They
 * follow from the wish alone, so that an invocation which Connect repeats finds the case that is already there.
 */
export function caseNumbers(digest: string): readonly [string, string] {
  return [eightDigits(digest.slice(0, 8)), eightDigits(digest.slice(8, 16))];
}

/** Whether a case answers the same wish: then it is the one to tell the caller about. */
export function isSameWish(one: CaseWish, other: CaseWish): boolean {
  return wishKey(one) === wishKey(other);
}

/** A case as it is opened at `nowMs`. */
export function openedCase(wish: CaseWish, caseNumber: string, hours: HoursNow, nowMs: number): Case {
  return { ...wish, caseNumber, openedAtMs: nowMs, promisedAtMs: promisedTime(hours, nowMs) };
}

/** What a case is as it is opened, by its reason, and whose. */
export function firstType(reason: string): {
  readonly type: CaseType;
  readonly department: Department;
  readonly severity: Severity;
  readonly details: CaseDetails;
} {
  const type = typeOfReason(reason);
  const { severity, details } = firstFields(reason, type);
  return { type, department: departmentOf(reason, type), severity, details };
}

/** What the caller is told; the same words however often a case is read back. */
export function spokenCase(
  { caseNumber, openedAtMs, promisedAtMs }: Pick<Case, 'caseNumber' | 'openedAtMs' | 'promisedAtMs'>,
  zone: Zone,
  language: Language = DEFAULT_LANGUAGE,
): { readonly caseNumber: string; readonly promisedTime: string } {
  return {
    caseNumber: spokenDigits(caseNumber),
    promisedTime: spokenMoment(promisedAtMs, openedAtMs, zone, language),
  };
}

/** What a case is about, by its reason; every other reason is a call that we owe. */
const MATTERS: Readonly<Record<string, CaseMatter>> = {
  'problem-delivery': 'delivery',
  'problem-product': 'product',
  'problem-invoice': 'invoice',
  'problem-complaint': 'complaint',
  'problem-other': 'other',
  'order-unconfirmed': 'order',
  'order-intake': 'order',
  'payment-unconfirmed': 'order',
  'payment-disputed': 'order',
  'change-unconfirmed': 'order-change',
  'appointment-unconfirmed': 'appointment',
  'refund-refused': 'invoice',
  'return-overdue': 'order',
  'desk-delivery': 'delivery',
  'desk-technical': 'product',
  'desk-billing': 'invoice',
  'desk-payment': 'invoice',
  'desk-return': 'order',
  'desk-order-check': 'order',
  'desk-wish': 'other',
  'desk-other': 'other',
};

/** What a case with this reason is about, in words. */
export function aboutCase(reason: string, language: Language = DEFAULT_LANGUAGE): string {
  if (typeOfReason(reason) === 'complaint') return caseWords(language).caseAbout.complaint;
  const matter = Object.hasOwn(MATTERS, reason) ? MATTERS[reason] : undefined;
  return caseWords(language).caseAbout[matter ?? 'call'];
}

/** A case as far as its caller hears of it. */
export interface HeardCase extends Pick<Case, 'caseNumber' | 'reason' | 'promisedAtMs'> {
  readonly severity: Severity;
  /** `resolved`: it waits for its customer's word that the fix works. `settled`: nobody has anything to do about it. */
  readonly stands: 'open' | 'resolved' | 'settled';
  /** By when the escalation team takes it up; absent while the case was never raised. */
  readonly escalationPromisedAtMs?: number;
}

/** What the caller of an open case is told at `nowMs`; a promise that has passed is owned up to, never repeated. */
export function spokenCaseState(
  { reason, promisedAtMs, escalationPromisedAtMs }: Omit<HeardCase, 'caseNumber' | 'severity' | 'stands'>,
  nowMs: number,
  zone: Zone,
  language: Language = DEFAULT_LANGUAGE,
): string {
  const about = aboutCase(reason, language);
  const messages = caseWords(language);
  const by = (atMs: number) => spokenMoment(atMs, nowMs, zone, language);
  if (escalationPromisedAtMs !== undefined && escalationPromisedAtMs > nowMs)
    return message(language, messages.caseWithTeam, { about, time: by(escalationPromisedAtMs) });
  return promisedAtMs > nowMs
    ? message(language, messages.caseWithUs, { about, time: by(promisedAtMs) })
    : message(language, messages.caseLate, { about });
}

function eightDigits(hexadecimal: string): string {
  return String(10_000_000 + (Number.parseInt(hexadecimal, 16) % 90_000_000));
}
