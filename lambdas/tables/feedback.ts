/** What customers said of us: one number for each contact, the first that its caller gave, and what agents noted (`remarks.ts`). */

import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type Feedback, lowScoreTask } from '../domain/feedback.ts';
import type { TableDefinition } from './definition.ts';
import { answerKey } from './feedback-keys.ts';
import { messageWrite } from './message-writes.ts';
import { putItem } from './requests.ts';
import type { Table } from './table.ts';
import { writeTogether } from './transaction.ts';

/**
 * Items, by key:
 * - `<contact>` / `ANSWER`: what the caller answered after the call,
 * - `<contact>` / `REMARK#<id>`: what its customer said of us to the agent; only these may have a customer.
 */
export const definition: TableDefinition = {
  name: 'feedback',
  purpose:
    'How content callers were with their calls, a number from one to five for each contact, and what customers said of us to agents.',
  partitionKey: { name: 'contactId', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  indexes: [
    {
      name: 'by-week',
      partitionKey: { name: 'week', type: 'S' },
      sortKey: { name: 'at', type: 'S' },
      projection: 'all',
    },
    {
      name: 'by-customer',
      partitionKey: { name: 'customerId', type: 'S' },
      sortKey: { name: 'at', type: 'S' },
      projection: [],
    },
  ],
  timeToLiveAttribute: 'expiresAt',
  /** Who gave an answer is in the row of the contact, and nowhere else. */
  personalFields: ['words'],
  retention: [
    {
      items: 'answers and remarks',
      keptDays: 'configured',
      why: 'retentionDays.contacts: as long as the contacts that they belong to',
    },
  ],
};

/**
 * Keeps what a caller said, with the task that a low score makes, unless the contact has an answer already: Connect asks
 * again where it had no answer of ours, and the first one stays.
 * @param keptDays days until it is forgotten
 */
export async function keepFeedbackOnce(
  { feedback, messages }: { readonly feedback: Table; readonly messages: Table },
  given: Feedback,
  keptDays: number,
  signal: AbortSignal,
): Promise<'kept' | 'known'> {
  const put = {
    Item: {
      ...given,
      ...answerKey(given.contactId),
      expiresAt: Math.floor(Date.parse(given.at) / 1000) + keptDays * 86_400,
    },
    ConditionExpression: 'attribute_not_exists(contactId)',
  };
  const task = lowScoreTask(given);
  try {
    if (task === undefined) await putItem(feedback, put, signal);
    else {
      const own = { Put: { ...put, TableName: feedback.name } };
      await writeTogether(feedback.client, [own, messageWrite(messages, task)], signal);
    }
    return 'kept';
  } catch (error) {
    if (!isKnown(error)) throw error;
    return 'known';
  }
}

/** The first write is the answer: only that one may be there already. */
function isKnown(error: unknown): boolean {
  if (error instanceof ConditionalCheckFailedException) return true;
  if (!(error instanceof TransactionCanceledException)) return false;
  return error.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed';
}
