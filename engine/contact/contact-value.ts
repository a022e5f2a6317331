/** What a reference names for a contact between two steps of the engine. */
import { parseReference } from '../language/jsonpath.ts';
import { newRun } from './new-run.ts';
import { resolve } from './resolve.ts';
import type { World } from './world.ts';

/**
 * The true value, for checks and for nobody's eyes; undefined for what is unset, no reference, or no contact. While no
 * flow runs for the caller, what belongs to a flow alone (`$.External`, `$.StoredCustomerInput`, …) is unset.
 */
export function contactValue(world: World, contactId: string, reference: string): string | undefined {
  const contact = world.contacts.get(contactId);
  const parsed = parseReference(reference);
  if (contact === undefined || parsed === undefined) return undefined;
  const run = contact.customer ?? newRun(contact, 'customer', world.defaults.CustomerQueue);
  return resolve(world, run, parsed);
}
