/** Cases of callers whom nobody knew: once an agent says who it was on the contact, they are that customer's. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { CASE_KEPT_DAYS } from '../domain/case.ts';
import type { CaseNote } from '../domain/case-work.ts';
import { audit, type Visit } from './admission.ts';
import { caseKey } from './case-keys.ts';
import { caseNumbersOf } from './case-links.ts';
import { noteItemOf } from './case-note-item.ts';
import { UNKNOWN } from './customer-ids.ts';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';
import { writeTogether } from './transaction.ts';

const seenCase = z.object({ version: z.int(), customerId: z.string(), contactId: z.string() });

/** A contact of the agent's, and the customer with whom they say that it is. */
export interface KnownCaller {
  readonly contactId: string;
  /** The one that it went on from where it was transferred. */
  readonly initialContactId: string;
  readonly customerId: string;
}

/** Somebody may change the case at the same instant; what they change is not lost, so it is looked at again. */
const LOOKS_MAX = 3;

/**
 * Makes the cases that were opened in a contact the customer's, where they are nobody's: each once, with a note, and
 * in the audit. One that only came up in the contact was another call's, and stays nobody's.
 */
export async function nameCasesOfNobody(
  tables: { readonly cases: Table; readonly audit: Table },
  visit: Visit,
  caller: KnownCaller,
): Promise<void> {
  const { cases } = tables;
  const { contactId, initialContactId, customerId } = caller;
  const under = await Promise.all(
    [contactId, initialContactId].map((id) => caseNumbersOf(cases, { contactId: id }, visit.signal)),
  );
  for (const caseNumber of new Set(under.flat())) {
    if (!(await nameCase(cases, caseNumber, caller, visit))) continue;
    const named = { ...visit, operation: `${visit.operation}/cases/${caseNumber}` };
    await audit(tables, named, customerId, true, { via: 'contact', contactId, caseNumber });
  }
}

async function nameCase(
  table: Table,
  caseNumber: string,
  { contactId, initialContactId, customerId }: KnownCaller,
  { agent, now: clock, signal }: Visit,
): Promise<boolean> {
  const now = clock();
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const item = await getItem(table, { Key: caseKey(caseNumber), ConsistentRead: true }, signal);
    if (item === undefined) return false;
    const seen = readItem(seenCase, item, table);
    if (seen.customerId !== UNKNOWN || ![contactId, initialContactId].includes(seen.contactId)) return false;
    const version = seen.version + 1;
    const note: CaseNote = {
      atMs: now.getTime(),
      by: { role: 'agent', id: agent.username },
      contactId,
      visibility: 'internal',
      about: 'note',
      words: `The caller of this case is the customer ${customerId}.`,
    };
    const expiresAt = Math.floor(now.getTime() / 1000) + CASE_KEPT_DAYS * 86_400;
    const TableName = table.name;
    try {
      await writeTogether(
        table.client,
        [
          {
            Update: {
              TableName,
              Key: caseKey(caseNumber),
              UpdateExpression: 'SET customerId = :customerId, version = :version, changedAt = :now',
              ConditionExpression: 'customerId = :unknown AND version = :seen',
              ExpressionAttributeValues: {
                ':customerId': customerId,
                ':version': version,
                ':now': now.toISOString(),
                ':unknown': UNKNOWN,
                ':seen': seen.version,
              },
            },
          },
          { Put: { TableName, Item: noteItemOf(caseNumber, note, `v${version}`, expiresAt) } },
        ],
        signal,
      );
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const known = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];
      if (error.CancellationReasons?.some(({ Code = 'None' }) => !known.includes(Code))) throw error;
    }
  }
  throw new Error(`case ${caseNumber} is being changed by others all the time; try again in a moment`);
}
