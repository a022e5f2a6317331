/** Under which ids a customer is known: of a profile no more is read than a door asks for. */

import * as z from 'zod/mini';
import { profileKey } from './customer-keys.ts';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

/** The one of now first. */
export type CustomerIds = readonly [string, ...string[]];

/** Stands for callers whom we do not know: many people, and nobody's id. */
export const UNKNOWN = 'unknown';

type Step<Found> = { readonly into: string } | { readonly found: Found } | undefined;

/**
 * Goes from an id to the one into whom they were merged, however often: one request, and one more for each merge that
 * is not through yet, because a merge leads all earlier ids to the one who stays. Functions plan time for four of these.
 * @throws Error where merges lead back to themselves, which no merge of ours makes
 */
export async function follow<Found>(
  customerId: string,
  read: (id: string) => Promise<Step<Found>>,
): Promise<Found | undefined> {
  const passed = new Set<string>();
  for (let id = customerId; !passed.has(id); ) {
    passed.add(id);
    const step = await read(id);
    if (step === undefined) return undefined;
    if ('found' in step) return step.found;
    id = step.into;
  }
  throw new Error(
    `customer '${customerId}' was merged into themselves by way of ${passed.size} ids; correct one of these profiles`,
  );
}

/** All ids of a customer, by what is known of them and the id by which somebody asks. */
export const idsOf = (
  { customerId, mergedFrom }: { readonly customerId: string; readonly mergedFrom: readonly string[] },
  asked: string,
): CustomerIds => [customerId, ...new Set([...mergedFrom, asked].filter((id) => id !== customerId))];

const profile = z.object({
  mergedInto: z.optional(z.string()),
  mergedFrom: z._default(z.array(z.string()), []),
});

/** All ids of the customer who has, or had, an id; the id alone where there is nobody. */
export async function idsOfCustomer(
  table: Table,
  customerId: string,
  signal: AbortSignal,
): Promise<CustomerIds> {
  if (customerId === UNKNOWN) return [customerId];
  const somebody = await follow(customerId, async (id) => {
    const request = { Key: profileKey(id), ConsistentRead: true };
    const item = await getItem(table, { ...request, ProjectionExpression: 'mergedInto, mergedFrom' }, signal);
    if (item === undefined) return undefined;
    const { mergedInto: into, mergedFrom } = readItem(profile, item, table);
    return into === undefined ? { found: { customerId: id, mergedFrom } } : { into };
  });
  return somebody === undefined ? [customerId] : idsOf(somebody, customerId);
}

/**
 * Whether what is kept under an id is the caller's, by the id that the call has of them or another one of theirs. Asks for
 * their ids only where it is another one: two requests where they were merged once.
 */
export async function isCallers(
  customers: Table,
  callerId: string,
  keptUnder: string,
  signal: AbortSignal,
): Promise<boolean> {
  return keptUnder === callerId || (await idsOfCustomer(customers, callerId, signal)).includes(keptUnder);
}
