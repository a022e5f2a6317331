/** What our functions answer, for the check of flows that call them. */
import { contactFunctions, paymentFunctions, surveyFunctions } from './functions.ts';

/** By the name that flows call a function by; undefined for one that is not ours. */
export function functionResults(
  name: string,
): { readonly outcomes: Readonly<Record<string, readonly string[]>> } | undefined {
  const contract = [...contactFunctions, ...paymentFunctions, ...surveyFunctions].find(
    (each) => each.name === name,
  );
  if (contract === undefined) return undefined;
  const outcomes = Object.entries(contract.outcomes).map(([outcome, fields]) => [
    outcome,
    Object.keys(fields.shape),
  ]);
  return { outcomes: Object.fromEntries(outcomes) };
}
