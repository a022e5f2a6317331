/** The problem of a case as a code that can be counted: from its type and what was chosen of it, never from words. */

import { type CaseDetails, detailSchemas } from './case-details.ts';
import { CASE_TYPES, type CaseType } from './case-types.ts';

type Chosen = 'cause' | 'condition' | 'deliveryProblem' | 'invoiceProblem' | 'paymentProblem';

/** What says more of a type, the first that is known; of a type that is not here nothing does, and it is no problem. */
const SAYS_MORE: Partial<Readonly<Record<CaseType, readonly Chosen[]>>> = {
  complaint: ['cause'],
  delivery: ['deliveryProblem'],
  technical: ['cause'],
  billing: ['invoiceProblem'],
  payment: ['paymentProblem'],
  return: ['cause', 'condition'],
};

const UNKNOWN = 'unknown';

/**
 * E.g. `complaint/damage`, `delivery/late`, `technical/unknown` while nobody has chosen a cause, and `callback` for what
 * is no problem of a customer's with us.
 */
export function problemCode(type: CaseType, details: CaseDetails): string {
  const names = SAYS_MORE[type];
  if (names === undefined) return type;
  const known = names.map((name) => details[name]).find((value) => value !== undefined);
  return `${type}/${known ?? UNKNOWN}`;
}

/** Every code that a case may have. */
export const PROBLEM_CODES: readonly string[] = CASE_TYPES.flatMap((type) => {
  const names = SAYS_MORE[type];
  if (names === undefined) return [type];
  const choices = new Set<string>(names.flatMap((name) => detailSchemas[name].options));
  return [...choices, UNKNOWN].map((choice) => `${type}/${choice}`);
});

/** Whether more than the type is known. */
export const isChosen = (code: string): boolean => isProblem(code) && !code.endsWith(`/${UNKNOWN}`);

/** Whether customers struggle with something, so that many of it are worth looking into. */
export const isProblem = (code: string): boolean => code.includes('/');
