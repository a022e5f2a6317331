/** A case: what a caller left with us when nobody could help at once, and what we promised. */

import { createHash } from 'node:crypto';
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
}

export interface Case extends CaseWish {
  /** Eight digits, the first of them not zero. */
  readonly caseNumber: string;
  readonly openedAtMs: number;
  readonly promisedAtMs: number;
}

/**
 * The numbers that a case for this wish may have, best first. They follow from contact and reason alone, so that
 * an invocation which Connect repeats arrives at the same number and finds the case already there.
 */
export function caseNumbers({ contactId, reason }: CaseWish): readonly [string, string] {
  const digest = createHash('sha256').update(`${contactId}\n${reason}`).digest();
  return [eightDigits(digest.readUInt32BE(0)), eightDigits(digest.readUInt32BE(4))];
}

/** Whether a case answers the same wish: then it is the one to tell the caller about. */
export function isSameWish(one: CaseWish, other: CaseWish): boolean {
  return one.contactId === other.contactId && one.reason === other.reason;
}

/** A case as it is opened at `nowMs`. */
export function openedCase(wish: CaseWish, caseNumber: string, hours: OpeningHours, nowMs: number): Case {
  return { ...wish, caseNumber, openedAtMs: nowMs, promisedAtMs: promisedTime(hours, nowMs) };
}

/** What the caller is told; the same words however often a case is read back. */
export function spokenCase(
  { caseNumber, openedAtMs, promisedAtMs }: Case,
  timeZone: string,
): { readonly caseNumber: string; readonly promisedTime: string } {
  return {
    caseNumber: spokenDigits(caseNumber),
    promisedTime: spokenMoment(promisedAtMs, openedAtMs, timeZone),
  };
}

function eightDigits(value: number): string {
  return String(10_000_000 + (value % 90_000_000));
}
