/** What people write down about cases without changing them: once for each id. */

import * as z from 'zod/mini';
import type { CaseNote } from '../domain/case-work.ts';
import { caseExpiry, writtenUnder } from './case-changes.ts';
import { noteOf } from './case-items.ts';
import { noteItemOf } from './case-note-item.ts';
import { plainItem } from './plain-item.ts';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

export interface NoteWish {
  readonly caseNumber: string;
  readonly note: CaseNote;
  /** Says which writing it is: written again under the same one it is the same note, whenever that is. */
  readonly mark: string;
}

export type Noted =
  /** Now, or by the same request before. */
  | 'noted'
  /** Somebody else, or with other words, has written under the mark: nothing is written. */
  | 'other-content'
  | 'no-case';

const guard = z.object({ note: z.string() });

/** Appends a note. Its key begins with its moment, so an item beside it says that its mark is used, and by which note. */
export async function addNote(
  table: Table,
  { caseNumber, note, mark }: NoteWish,
  signal: AbortSignal,
): Promise<Noted> {
  const TableName = table.name;
  const expiresAt = caseExpiry(note.atMs);
  const { sk, ...kept } = noteItemOf(caseNumber, note, mark, expiresAt);
  const refused = await writtenUnder(
    table,
    caseNumber,
    [
      {
        Put: {
          TableName,
          Item: { caseNumber, sk: `NOTE-ID#${mark}`, note: sk, expiresAt },
          ConditionExpression: 'attribute_not_exists(caseNumber)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      { Put: { TableName, Item: { ...kept, sk } } },
    ],
    signal,
  );
  if (refused === undefined) return 'noted';
  const [ofCase, { Item } = {}] = refused;
  if (ofCase?.Code === 'ConditionalCheckFailed' || Item === undefined) return 'no-case';
  const Key = { caseNumber, sk: readItem(guard, plainItem(Item), table).note };
  const before = await getItem(table, { Key, ConsistentRead: true }, signal);
  return before !== undefined && isSame(noteOf(before, table), note) ? 'noted' : 'other-content';
}

const isSame = (one: CaseNote, other: CaseNote): boolean =>
  one.by.id === other.by.id && one.words === other.words && one.visibility === other.visibility;
