/** Has the customer of a new case told its number in writing: looked up as the case stands at that moment, written once. */

import * as z from 'zod/mini';
import { caseOpenedMessage } from '../domain/case-receipt.ts';
import { CASE_STATES } from '../domain/case-states.ts';
import { caseKey } from './case-keys.ts';
import { putMessage } from './message-writes.ts';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

const tellableItem = z.object({
  caseNumber: z.string(),
  reason: z.string(),
  customerId: z.string(),
  contactId: z.string(),
  intent: z.optional(z.string()),
  status: z.enum(CASE_STATES),
  promisedAt: z.iso.datetime(),
});

export interface ReceiptTables {
  readonly cases: Table;
  readonly messages: Table;
}

/**
 * Two requests; the second only where there is something to tell.
 * @param moment see `caseOpenedMessage`
 * @returns whether the customer has such a message, of now or of before
 */
export async function tellOfCase(
  { cases, messages }: ReceiptTables,
  caseNumber: string,
  moment: 'opened' | 'recorded',
  now: Date,
  signal: AbortSignal,
): Promise<boolean> {
  const item = await getItem(
    cases,
    {
      Key: caseKey(caseNumber),
      ConsistentRead: true,
      ProjectionExpression: 'caseNumber, reason, customerId, contactId, #intent, #status, promisedAt',
      ExpressionAttributeNames: { '#intent': 'intent', '#status': 'status' },
    },
    signal,
  );
  if (item === undefined) return false;
  const { promisedAt, ...opened } = readItem(tellableItem, item, cases);
  const tellable = { ...opened, promisedAtMs: Date.parse(promisedAt) };
  const message = caseOpenedMessage(tellable, moment, now.getTime());
  if (message === undefined) return false;
  await putMessage(messages, message, signal);
  return true;
}
