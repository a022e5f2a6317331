/** By which contacts an agent may see whom: of a contact no more is read than a door asks for. */

import * as z from 'zod/mini';
import type { Sight } from '../domain/desk.ts';
import { contactKey, sightKey } from './desk-keys.ts';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

const sightItem = z.object({
  contactId: z.string(),
  connectedAt: z.iso.datetime(),
  endedAt: z.optional(z.iso.datetime()),
});

/** With whom it is, where somebody knows. */
const heldContact = z.object({
  ...sightItem.shape,
  customerId: z.optional(z.string()),
  /** The one that it went on from where it was transferred. */
  initialContactId: z.string(),
  /** Who the caller has shown by their PIN or a code to be. */
  verifiedAs: z.optional(z.string()),
  /** The customers whom the agent has said in turn that it is with. */
  saidToBe: z._default(z.array(z.string()), []),
});
export type HeldContact = z.output<typeof heldContact>;

/** One contact of an agent. */
export async function findDeskContact(
  table: Table,
  agentId: string,
  contactId: string,
  signal: AbortSignal,
): Promise<HeldContact | undefined> {
  const item = await getItem(table, { Key: contactKey(agentId, contactId), ConsistentRead: true }, signal);
  return item === undefined ? undefined : readItem(heldContact, item, table);
}

/** By which contact an agent may see a customer, if by any: one read. */
export async function findSight(
  table: Table,
  agentId: string,
  customerId: string,
  signal: AbortSignal,
): Promise<Sight | undefined> {
  const item = await getItem(table, { Key: sightKey(agentId, customerId), ConsistentRead: true }, signal);
  return item === undefined ? undefined : readItem(sightItem, item, table);
}
