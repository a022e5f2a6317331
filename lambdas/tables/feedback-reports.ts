/** What customers said in a week, and which agents they had. */

import * as z from 'zod/mini';
import { type Feedback, feedback } from '../domain/feedback.ts';
import type { SaidInWeek } from '../domain/feedback-report.ts';
import { type Remark, remark } from '../domain/remark.ts';
import { contactRowKey } from './contact-ends.ts';
import { REMARK } from './feedback-keys.ts';
import { getItems, queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

/** DynamoDB answers for no more keys at once. */
const KEYS_MAX = 100;

const keyed = z.object({ sk: z.string() });

/** All that was said in an ISO week, the earliest first; the index follows the table within a second. */
export async function saidIn(table: Table, week: string, signal: AbortSignal): Promise<SaidInWeek> {
  const answers: Feedback[] = [];
  const remarks: Remark[] = [];
  let from: Plain | undefined;
  do {
    const { items, next } = await queryItems(
      table,
      {
        IndexName: 'by-week',
        KeyConditionExpression: 'week = :week',
        ExpressionAttributeValues: { ':week': week },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      },
      signal,
    );
    for (const item of items) {
      if (readItem(keyed, item, table).sk.startsWith(REMARK)) remarks.push(readItem(remark, item, table));
      else answers.push(readItem(feedback, item, table));
    }
    from = next;
  } while (from !== undefined);
  return { answers, remarks };
}

const contactRow = z.object({ contactId: z.string(), agentId: z.optional(z.string()) });

/** The agents of contacts by the contact's id; one whose record has not come is left out. */
export async function agentsOfContacts(
  contacts: Table,
  contactIds: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const parts = Array.from({ length: Math.ceil(contactIds.length / KEYS_MAX) }, (_, at) =>
    contactIds.slice(at * KEYS_MAX, (at + 1) * KEYS_MAX).map(contactRowKey),
  );
  const rows = await Promise.all(
    parts.map((keys) => getItems(contacts, keys, { ProjectionExpression: 'contactId, agentId' }, signal)),
  );
  return new Map(
    rows.flat().flatMap((row): [string, string][] => {
      const { contactId, agentId } = readItem(contactRow, row, contacts);
      return agentId === undefined ? [] : [[contactId, agentId]];
    }),
  );
}
