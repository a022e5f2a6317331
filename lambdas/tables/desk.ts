/** The desk of each agent: their contacts, and which customers they may see by them. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { AGENT_STATE_KEPT_DAYS } from '../domain/agent-state.ts';
import type { AgentsContact } from '../domain/agents-contact.ts';
import { DESK_KEPT_DAYS } from '../domain/desk.ts';
import { type Answers, answers } from '../domain/disposition.ts';
import type { TableDefinition } from './definition.ts';
import { contactKey, sightKey } from './desk-keys.ts';
import { putItem, queryItems, updateItem } from './requests.ts';
import { findDeskContact } from './sights.ts';
import { type Plain, readItem, type Table } from './table.ts';

/**
 * Items, by key:
 * - `AGENT#<id>` / `CONTACT#<id>`: a contact of an agent; only these are in the index,
 * - `AGENT#<id>` / `SEES#<customer>`: the latest contact by which the agent may see a customer,
 * - `AGENT#<id>` / `FOLLOW-UP#<id>`: what the agent has promised (`follow-ups.ts`),
 * - `AGENTS` / `<id>`: how the agent stands (`agent-states.ts`).
 */
export const definition: TableDefinition = {
  name: 'desk',
  purpose:
    'How each agent stands, which contacts they have had lately, and which customers they may see by them.',
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  indexes: [
    {
      name: 'by-agent',
      partitionKey: { name: 'agentId', type: 'S' },
      sortKey: { name: 'connectedAt', type: 'S' },
      projection: 'all',
    },
  ],
  timeToLiveAttribute: 'expiresAt',
  personalFields: ['disposition', 'words'],
  retention: [
    {
      items: "agents' contacts, and after their time what they promised",
      keptDays: DESK_KEPT_DAYS,
      why: 'an agent looks back a few weeks; the contacts themselves are in their own table',
    },
    {
      items: 'how agents stand',
      keptDays: AGENT_STATE_KEPT_DAYS,
      why: 'who has not been heard of for a day is not at work',
    },
  ],
};

const deskContact = z.object({
  agentId: z.string(),
  contactId: z.string(),
  initialContactId: z.string(),
  channel: z.string(),
  connectedAt: z.iso.datetime(),
  endedAt: z.optional(z.iso.datetime()),
  /** Absent while nobody knows who it is. */
  customerId: z.optional(z.string()),
  /** What the agent said that it was about. */
  disposition: z.optional(z.strictObject({ code: z.string(), at: z.iso.datetime(), answers })),
});
export type DeskContact = z.output<typeof deskContact>;

/**
 * Keeps what an event says of an agent's contact. Events may come twice and in any order: each adds what it knows,
 * and what is kept is the same at the end.
 * @param customerId whom the contact is with, where that is known; the first that is said stays
 * @param isVerified whether they have shown to be who they are, by PIN or code
 */
export async function keepDeskContact(
  table: Table,
  contact: AgentsContact,
  customerId: string | undefined,
  signal: AbortSignal,
  isVerified = false,
): Promise<DeskContact> {
  const { agentId, contactId, initialContactId, channel, connectedAt, endedAt } = contact;
  const values: Readonly<Record<string, unknown>> = {
    agentId,
    contactId,
    initialContactId,
    channel,
    connectedAt,
    ...(endedAt === undefined ? {} : { endedAt }),
    expiresAt: forgottenAt(endedAt ?? connectedAt),
  };
  const sets = Object.keys(values).map((name) => `#${name} = :${name}`);
  const first = customerId === undefined ? [] : ['customerId = if_not_exists(customerId, :customerId)'];
  if (customerId !== undefined && isVerified)
    first.push('verifiedAs = if_not_exists(verifiedAs, :customerId)');
  const kept = await change(
    table,
    agentId,
    contactId,
    [...sets, ...first],
    {
      ...values,
      ...(customerId === undefined ? {} : { customerId }),
    },
    signal,
  );
  if (kept.customerId !== undefined) await keepSight(table, kept, kept.customerId, signal);
  return kept;
}

/**
 * Says with whom an agent's contact is. Whoever it was taken for before is seen no longer than after any contact.
 * Undefined where the agent has no such contact, or has said it of so many others.
 * @param most so many customers may one contact be said to be with in turn; those of before may be said again
 */
export async function linkCustomer(
  table: Table,
  agentId: string,
  contactId: string,
  customerId: string,
  now: Date,
  signal: AbortSignal,
  most = Number.MAX_SAFE_INTEGER,
): Promise<DeskContact | undefined> {
  const held = await findDeskContact(table, agentId, contactId, signal);
  const before = held?.customerId;
  if (before !== undefined && before !== customerId)
    await endSight(table, sightKey(agentId, before), contactId, now, signal);
  try {
    const isNew = held?.saidToBe.includes(customerId) !== true;
    const kept = await change(
      table,
      agentId,
      contactId,
      [
        'customerId = :customerId',
        ...(isNew ? ['saidToBe = list_append(if_not_exists(saidToBe, :none), :one)'] : []),
      ],
      { customerId, agentId, ...(isNew ? { none: [], one: [customerId], most } : {}) },
      signal,
      isNew
        ? 'agentId = :agentId AND (attribute_not_exists(saidToBe) OR size(saidToBe) < :most)'
        : 'agentId = :agentId',
    );
    await keepSight(table, kept, customerId, signal);
    return kept;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** Keeps what an agent says that a contact of theirs was about. Undefined where they have no such contact. */
export async function keepDisposition(
  table: Table,
  agentId: string,
  contactId: string,
  disposition: { readonly code: string; readonly at: string; readonly answers: Answers },
  signal: AbortSignal,
): Promise<DeskContact | undefined> {
  try {
    const values = { disposition, agentId };
    const sets = ['disposition = :disposition'];
    return await change(table, agentId, contactId, sets, values, signal, 'agentId = :agentId');
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** The latest contacts of an agent, at most so many. The index follows the table within a second. */
export async function deskContactsOf(
  table: Table,
  agentId: string,
  limit: number,
  signal: AbortSignal,
): Promise<readonly DeskContact[]> {
  const { items } = await queryItems(
    table,
    {
      IndexName: 'by-agent',
      KeyConditionExpression: 'agentId = :agentId',
      ExpressionAttributeValues: { ':agentId': agentId },
      ScanIndexForward: false,
      Limit: limit,
    },
    signal,
  );
  return items.map((item) => readItem(deskContact, item, table));
}

/** A later contact replaces an earlier one, and an earlier one that is told of late does not replace it. */
export async function keepSight(
  table: Table,
  { agentId, contactId, connectedAt, endedAt }: DeskContact,
  customerId: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await putItem(
      table,
      {
        Item: {
          ...sightKey(agentId, customerId),
          contactId,
          connectedAt,
          ...(endedAt === undefined ? {} : { endedAt }),
          expiresAt: forgottenAt(endedAt ?? connectedAt),
        },
        ConditionExpression:
          'attribute_not_exists(pk) OR connectedAt < :connectedAt OR (contactId = :contactId AND attribute_not_exists(endedAt))',
        ExpressionAttributeValues: { ':connectedAt': connectedAt, ':contactId': contactId },
      },
      signal,
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

async function endSight(
  table: Table,
  Key: ReturnType<typeof sightKey>,
  contactId: string,
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  try {
    await updateItem(
      table,
      {
        Key,
        UpdateExpression: 'SET endedAt = :now',
        ConditionExpression: 'contactId = :contactId AND attribute_not_exists(endedAt)',
        ExpressionAttributeValues: { ':now': now.toISOString(), ':contactId': contactId },
      },
      signal,
    );
  } catch (error) {
    // By a later contact, or over already: then it ends by itself.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

async function change(
  table: Table,
  agentId: string,
  contactId: string,
  sets: readonly string[],
  values: Plain,
  signal: AbortSignal,
  condition?: string,
): Promise<DeskContact> {
  const named = Object.keys(values).filter((name) => sets.some((set) => set.includes(`#${name} `)));
  const item = await updateItem(
    table,
    {
      Key: contactKey(agentId, contactId),
      UpdateExpression: `SET ${sets.join(', ')}`,
      ...(condition === undefined ? {} : { ConditionExpression: condition }),
      ...(named.length === 0
        ? {}
        : { ExpressionAttributeNames: Object.fromEntries(named.map((name) => [`#${name}`, name])) }),
      ExpressionAttributeValues: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [`:${name}`, value]),
      ),
      ReturnValues: 'ALL_NEW',
    },
    signal,
  );
  return readItem(deskContact, item, table);
}

/** The second after which what lies on a desk since a moment may go. */
export const forgottenAt = (moment: string): number =>
  Math.floor(Date.parse(moment) / 1000) + DESK_KEPT_DAYS * 86_400;
