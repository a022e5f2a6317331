/** The audit: who looked at or changed which customer, why, and whether they might; written once and never changed. */

import * as z from 'zod/mini';
import type { TableDefinition } from './definition.ts';
import { putItem, queryItems } from './requests.ts';
import { readItem, type Table } from './table.ts';

/** Three years: as long as a claim about it may come. */
const AUDIT_KEPT_DAYS = 1_095;

export const definition: TableDefinition = {
  name: 'audit',
  purpose: 'Who looked at or changed which customer, when, by which contact or case, and whether they might.',
  partitionKey: { name: 'customerId', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  indexes: [
    {
      name: 'by-agent',
      partitionKey: { name: 'agentId', type: 'S' },
      sortKey: { name: 'sk', type: 'S' },
      projection: 'all',
    },
  ],
  timeToLiveAttribute: 'expiresAt',
  /** Ids of ours are all that is in it. */
  personalFields: [],
  retention: [
    { items: 'entries', keptDays: AUDIT_KEPT_DAYS, why: 'a claim about misuse may come within three years' },
  ],
};

/** Stands for whom a search did not find, or finds several. */
export const NOBODY = 'nobody';

const entry = z.object({
  /** {@link NOBODY} where no customer is meant. */
  customerId: z.string(),
  agentId: z.string(),
  /** ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** E.g. `readCustomer`, by the name in docs/openapi.json. */
  operation: z.string(),
  allowed: z.boolean(),
  via: z.optional(z.string()),
  contactId: z.optional(z.string()),
  caseNumber: z.optional(z.string()),
  /** Finds the request in the logs. */
  correlationId: z.string(),
});
export type AuditEntry = z.output<typeof entry>;

/** Adds an entry. The same operation of one request is one entry. */
export async function addAudit(table: Table, added: AuditEntry, signal: AbortSignal): Promise<void> {
  const { at, correlationId, operation } = added;
  await putItem(
    table,
    {
      Item: {
        ...added,
        sk: `${at}#${correlationId}#${operation}`,
        expiresAt: Math.floor(Date.parse(at) / 1000) + AUDIT_KEPT_DAYS * 86_400,
      },
    },
    signal,
  );
}

/** The latest entries about a customer or of an agent, at most so many. */
export async function auditOf(
  table: Table,
  about: { readonly customerId: string } | { readonly agentId: string },
  limit: number,
  signal: AbortSignal,
): Promise<readonly AuditEntry[]> {
  const [[name, value] = ['customerId', NOBODY]] = Object.entries(about);
  const { items } = await queryItems(
    table,
    {
      ...(name === 'agentId' ? { IndexName: 'by-agent' } : {}),
      KeyConditionExpression: `${name} = :value`,
      ExpressionAttributeValues: { ':value': value },
      ScanIndexForward: false,
      Limit: limit,
    },
    signal,
  );
  return items.map((item) => readItem(entry, item, table));
}
