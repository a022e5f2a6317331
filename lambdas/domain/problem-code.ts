/** The problem of a case as a code that can be counted: from its type and what was chosen of it, never from words. */

import { type CaseDetails, type DetailName, detailSchemas } from './case-details.ts';
import { CASE_TYPES, type CaseType } from './case-types.ts';
import { SYMPTOMS } from './troubleshooting.ts';

/** What can be chosen. A symptom in an agent's own words is none of those that callers choose from. */
const CHOICES = {
  cause: detailSchemas.cause.options,
  condition: detailSchemas.condition.options,
  deliveryProblem: detailSchemas.deliveryProblem.options,
  invoiceProblem: detailSchemas.invoiceProblem.options,
  paymentProblem: detailSchemas.paymentProblem.options,
  symptom: SYMPTOMS,
} as const satisfies Partial<Readonly<Record<DetailName, readonly string[]>>>;

type Chosen = keyof typeof CHOICES;

/** What says more of a type, the first that is known; of a type that is not here nothing does, and it is no problem. */
const SAYS_MORE: Partial<Readonly<Record<CaseType, readonly Chosen[]>>> = {
  complaint: ['cause'],
  delivery: ['deliveryProblem'],
  technical: ['cause', 'symptom'],
  billing: ['invoiceProblem'],
  payment: ['paymentProblem'],
  return: ['cause', 'condition'],
};

const UNKNOWN = 'unknown';

/**
 * E.g. `complaint/damage`, `delivery/late`, `technical/does-not-start` until somebody has found the cause,
 * `technical/unknown` while nothing is chosen, and `callback` for what is no problem of a customer's with us.
 */
export function problemCode(type: CaseType, details: CaseDetails): string {
  const names = SAYS_MORE[type];
  if (names === undefined) return type;
  const known = names
    .map((name) => CHOICES[name].find((choice) => choice === details[name]))
    .find((choice) => choice !== undefined);
  return `${type}/${known ?? UNKNOWN}`;
}

/** Every code that a case may have. */
export const PROBLEM_CODES: readonly string[] = CASE_TYPES.flatMap((type) => {
  const names = SAYS_MORE[type];
  if (names === undefined) return [type];
  const choices = new Set<string>(names.flatMap((name) => CHOICES[name]));
  return [...choices, UNKNOWN].map((choice) => `${type}/${choice}`);
});

/** Whether more than the type is known. */
export const isChosen = (code: string): boolean => isProblem(code) && !code.endsWith(`/${UNKNOWN}`);

/** Whether more than the type is known, and the type is this one. */
export const isChosenOf = (type: CaseType, code: string): boolean =>
  isChosen(code) && code.startsWith(`${type}/`);

/** Whether customers struggle with something, so that many of it are worth looking into. */
export const isProblem = (code: string): boolean => code.includes('/');
