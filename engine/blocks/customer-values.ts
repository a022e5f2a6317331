/** What blocks of customer profiles ask for, and how their answers come into `$.Customer`. */
import type { Json } from '../language/flow.ts';
import { isObject, type JsonObject } from '../language/json.ts';
import { CUSTOMER_CHARACTERS_MAX } from '../limits.ts';
import type { BlockStep } from './step.ts';
import { listOf, recordOf, scalar } from './wire-values.ts';

/** The names in `ProfileResponseData`. */
export const fieldsOf = (parameters: Readonly<Record<string, Json>>): readonly string[] =>
  listOf(parameters['ProfileResponseData']).flatMap((name) => scalar(name) ?? []);

/** The members of `ProfileRequestData` with references put in; those that are unset are left out. */
export function requestOf(step: BlockStep, data: JsonObject): JsonObject {
  const request: Record<string, Json> = {};
  for (const [name, value] of Object.entries(recordOf(step.json(data)))) {
    if (value !== '') request[name] = value;
  }
  return request;
}

/** Adds to `$.Customer`, or below a member of it. @returns one sentence where the whole would be too long. */
export function keepCustomer(step: BlockStep, values: JsonObject, below?: string): string | undefined {
  const customer = step.state.answer('Customer');
  const before = below === undefined ? customer : customer[below];
  const merged = { ...(isObject(before) ? before : {}), ...values };
  const all = below === undefined ? merged : { ...customer, [below]: merged };
  if (JSON.stringify(all).length > CUSTOMER_CHARACTERS_MAX) {
    return `data of customer profiles would pass ${CUSTOMER_CHARACTERS_MAX} characters`;
  }
  step.state.setAnswer('Customer', all);
  return undefined;
}
