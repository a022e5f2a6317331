/** Problems that come again and again: what is counted together, and from when on somebody has to look into it. */

import * as z from 'zod/mini';
import type { CaseDetails } from './case-details.ts';
import type { CaseType } from './case-types.ts';
import { weekAt, weekBefore } from './iso-week.ts';
import type { Zone } from './local-time.ts';
import { type Message, newMessage } from './message.ts';
import { isChosen, isChosenOf, isProblem, problemCode } from './problem-code.ts';

const from = z.int().check(z.minimum(1), z.maximum(10_000));

/** Cases of a week from which on quality is told: of any pair, and of one that was not there in the weeks before. */
export const troubleTerms = z.strictObject({ alertFrom: from, newAlertFrom: from });
export type TroubleTerms = z.output<typeof troubleTerms>;

/** A pair is new where none of it was there in so many weeks before. */
export const NEW_AFTER_WEEKS = 12;
/** Case numbers that are shown of a pair. */
export const EXAMPLES_MAX = 5;

/** What is counted together. */
export interface Pair {
  /** The SKU; absent where the case is about no product, or nobody knows which. */
  readonly product?: string | undefined;
  readonly code: string;
}

/** What was counted of a pair in a week. */
export interface PairCount extends Pair {
  readonly count: number;
  /** Numbers of cases. */
  readonly examples: readonly string[];
}

export const pairOf = (type: CaseType, details: CaseDetails): Pair => ({
  product: details.product?.toUpperCase(),
  code: problemCode(type, details),
});

/**
 * Where a case belongs that was counted as `counted`. What is known of a case only grows: where all of it is gone, its
 * customer was erased, and the case stays where it was counted; and an agent's words in place of the symptom that was
 * chosen say more of it, and not less.
 */
export function pairAfter(counted: Pair | undefined, type: CaseType, details: CaseDetails | undefined): Pair {
  const to = pairOf(type, details ?? {});
  if (counted === undefined) return to;
  if (details === undefined && (counted.product !== undefined || isChosen(counted.code))) return counted;
  return isChosenOf(type, counted.code) && !isChosen(to.code) ? { ...to, code: counted.code } : to;
}

/** The latest weeks before one, from the nearest on, in which a pair that is there now would not be new. */
export const weeksBefore = (week: string): readonly string[] =>
  Array.from({ length: NEW_AFTER_WEEKS }, (_, index) => weekBefore(week, index + 1));

/** What was counted of a pair in a week and before. */
export interface Trend extends PairCount {
  readonly week: string;
  readonly weekBefore: number;
  readonly isNew: boolean;
}

/**
 * Whether quality is to be told of it now: this week's, and last week's while it is still described. An old case that is
 * corrected is no news.
 */
export function isToBeTold(
  { week, code, count, isNew }: Trend,
  { alertFrom, newAlertFrom }: TroubleTerms,
  now: Date,
  zone: Zone,
): boolean {
  const thisWeek = weekAt(now.getTime(), zone);
  if (!isProblem(code) || (week !== thisWeek && week !== weekBefore(thisWeek))) return false;
  return count >= alertFrom || (isNew && count >= newAlertFrom);
}

/** The task for quality; written twice, it is one. */
export function troubleMessage(
  { week, product, code, count, weekBefore: before, isNew, examples }: Trend,
  now: Date,
): Message {
  const about = product === undefined ? code : `${product}, ${code}`;
  const news = isNew ? ` None in the ${NEW_AFTER_WEEKS} weeks before.` : '';
  return newMessage(
    `trouble-${week}-${product ?? ''}-${code}`,
    {
      kind: 'task',
      team: 'quality',
      name: `${isNew ? 'New problem' : 'Problem again and again'}: ${about}`,
      description: `${count} cases in ${week}, ${before} in the week before.${news} Examples: ${examples.join(', ')}.`,
      level: 1,
    },
    now.getTime(),
  );
}
