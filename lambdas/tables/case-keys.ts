/** Where cases lie in their table, and whose they are. */

import * as z from 'zod/mini';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

export const caseKey = (caseNumber: string) => ({ caseNumber, sk: 'CASE' });

const whose = z.object({ customerId: z.string(), owner: z.optional(z.string()) });

/** The customer of a case and who works on it at this moment; nothing else of it is read. */
export async function whoseCase(
  table: Table,
  caseNumber: string,
  signal: AbortSignal,
): Promise<{ readonly customerId: string; readonly owner?: string | undefined } | undefined> {
  const item = await getItem(
    table,
    {
      Key: caseKey(caseNumber),
      ConsistentRead: true,
      ProjectionExpression: 'customerId, #owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
    },
    signal,
  );
  return item === undefined ? undefined : readItem(whose, item, table);
}
