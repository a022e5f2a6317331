/** Erases one customer from the tables: what is bought stays under a pseudonym, everything else goes. */

import { randomUUID } from 'node:crypto';
import { profileKey } from './customer-keys.ts';
import { deletionIsDone, oweDeletion, owedDeletions } from './owed-deletions.ts';
import { itemsOfPerson, type PersonItem, type PersonTables, type ReachedTable } from './person-items.ts';
import { getItem, updateItem } from './requests.ts';
import type { Plain, Table } from './table.ts';
import { writeTogether } from './transaction.ts';
import { VOICEMAIL } from './voicemails.ts';

/** What an erasure did. */
export interface Erased {
  /** Stands for the customer in what is kept for the books; absent where that was done before, and only recordings were left. */
  readonly pseudonym?: string;
  readonly removed: Readonly<Partial<Record<ReachedTable, number>>>;
  /** Kept under the pseudonym, without a word about the person. */
  readonly keptForTheBooks: { readonly orders: readonly string[]; readonly cases: readonly string[] };
  /** Of calls and voice messages, as `bucket/key`: those that are gone, and those that are not, with why: the next erasure of the same id tries them again. */
  readonly recordings: {
    readonly deleted: readonly string[];
    readonly left: readonly { readonly recording: string; readonly why: string }[];
  };
}

/** Deletes what lies at `bucket/key`; answers why it could not, and nothing where it is gone. */
export type DeleteRecording = (place: string) => Promise<string | undefined>;

/**
 * Erases a customer with everything under every id that they have had. An interrupted erasure is taken up by another
 * one: a recording goes before what names it, and the profile, which says what there is, goes last. A recording that
 * cannot be deleted stays owed by the id of the customer, and by nothing else.
 * @throws Error with one sentence where there is no such customer, or they were merged into another
 */
export async function erasePerson(
  tables: PersonTables,
  customerId: string,
  deleteRecording: DeleteRecording,
): Promise<Erased> {
  const recordings = new Recordings(tables.customers, customerId, deleteRecording);
  const owed = await owedDeletions(tables.customers, customerId);
  for (const recording of owed) await recordings.remove(recording);
  const books: { orders: string[]; cases: string[] } = { orders: [], cases: [] };
  const isThere =
    owed.length === 0 ||
    (await getItem(tables.customers, { Key: profileKey(customerId), ConsistentRead: true })) !== undefined;
  if (!isThere) return { removed: {}, keptForTheBooks: books, recordings: recordings.report() };
  const pseudonym = await pseudonymOf(tables.customers, customerId);
  const removed: Partial<Record<ReachedTable, number>> = {};
  for await (const found of itemsOfPerson(tables, customerId)) {
    const { table, key, item } = found;
    const recording = recordingOf(found);
    if (recording !== undefined) await recordings.remove(recording);
    if (table === 'orders' && item['orderNumber'] !== undefined) {
      await keepOrder(tables.orders, found, pseudonym);
      books.orders.push(String(item['orderNumber']));
    } else if (table === 'cases' && key['sk'] === 'CASE') {
      await keepCase(tables.cases, found, pseudonym);
      books.cases.push(String(item['caseNumber']));
    } else if (table === 'cases' && key['sk'] === VOICEMAIL && recording === undefined) {
      // The recording has not come yet: it goes as it comes, as that of a message which its caller has deleted.
      await change(tables.cases, key, { messageState: 'deleted' }, []);
    } else if (table === 'contacts') {
      await forget(tables.contacts, found, ['customerId', 'isVerified', 'recording']);
    } else if (table === 'desk' && key['sk']?.startsWith('CONTACT#') === true) {
      await forget(tables.desk, found, ['customerId', 'disposition', 'verifiedAs', 'saidToBe']);
    } else {
      await writeTogether(tables[table].client, [{ Delete: { TableName: tables[table].name, Key: key } }]);
      removed[table] = (removed[table] ?? 0) + 1;
    }
  }
  return { pseudonym, removed, keptForTheBooks: books, recordings: recordings.report() };
}

/** Deletes recordings, each once, and keeps what is owed up to date before anybody forgets what named them. */
class Recordings {
  readonly #table: Table;
  readonly #customerId: string;
  readonly #deleteRecording: DeleteRecording;
  /** Why it could not be deleted, by recording; nothing where it is gone. */
  readonly #tried = new Map<string, string | undefined>();

  constructor(table: Table, customerId: string, deleteRecording: DeleteRecording) {
    this.#table = table;
    this.#customerId = customerId;
    this.#deleteRecording = deleteRecording;
  }

  async remove(recording: string): Promise<void> {
    if (this.#tried.has(recording)) return;
    // Owed first: whatever stops us between the two, it is tried again.
    await oweDeletion(this.#table, this.#customerId, recording);
    const why = await this.#deleteRecording(recording);
    if (why === undefined) await deletionIsDone(this.#table, this.#customerId, recording);
    this.#tried.set(recording, why);
  }

  report(): Erased['recordings'] {
    const all = [...this.#tried];
    return {
      deleted: all.flatMap(([recording, why]) => (why === undefined ? [recording] : [])),
      left: all.flatMap(([recording, why]) => (why === undefined ? [] : [{ recording, why }])),
    };
  }
}

/** Of a call with an agent, or of a voice message, whose marks go with the notes of its case. */
function recordingOf({ table, item }: PersonItem): string | undefined {
  const { recording, recordingBucket, recordingKey } = item;
  if (table === 'contacts' && typeof recording === 'string') return recording;
  return table === 'cases' && typeof recordingKey === 'string'
    ? `${recordingBucket}/${recordingKey}`
    : undefined;
}

/** Kept beside the profile while there is one, so that an erasure that is taken up again goes on with the same. */
async function pseudonymOf(customers: Table, customerId: string): Promise<string> {
  const Key = profileKey(customerId);
  const item = await getItem(customers, { Key, ConsistentRead: true });
  if (item === undefined) throw new Error(`there is no customer '${customerId}'; name another one`);
  const changed = await updateItem(customers, {
    Key,
    UpdateExpression: 'SET pseudonym = if_not_exists(pseudonym, :pseudonym)',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':pseudonym': `erased-${randomUUID()}` },
    ReturnValues: 'ALL_NEW',
  });
  return String(changed['pseudonym']);
}

const ERASED = 'erased';

/** Amounts, products and days stay; who changed what for whom, and why, and where it went, goes. */
async function keepOrder(table: Table, { key, item }: PersonItem, pseudonym: string): Promise<void> {
  const history = Array.isArray(item['history']) ? item['history'] : [];
  await change(
    table,
    key,
    {
      customerId: pseudonym,
      ...(history.length === 0
        ? {}
        : {
            history: history.map((entry: Plain) => ({
              ...entry,
              why: ERASED,
              ...(entry['role'] === 'customer' ? { who: pseudonym } : {}),
            })),
          }),
    },
    ['intentId', 'intentOf', 'deliverTo', 'billTo'],
  );
}

/** That there was a case, of which kind, and what was given for it. Nothing is due any more. */
async function keepCase(table: Table, { key, item }: PersonItem, pseudonym: string): Promise<void> {
  const { resolution } = item;
  const hasResolution = typeof resolution === 'object' && resolution !== null;
  await change(
    table,
    key,
    {
      customerId: pseudonym,
      phoneNumber: ERASED,
      ...(hasResolution ? { resolution: { ...resolution, words: ERASED } } : {}),
    },
    ['details', 'intent', 'openedWith', 'dueAt', 'dueFor', 'dueIn'],
  );
}

const forget = (table: Table, { key }: PersonItem, attributes: readonly string[]): Promise<void> =>
  change(table, key, {}, attributes);

async function change(
  table: Table,
  Key: PersonItem['key'],
  values: Plain,
  gone: readonly string[],
): Promise<void> {
  const names = Object.keys(values);
  const set = names.length === 0 ? '' : `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} `;
  await updateItem(table, {
    Key,
    UpdateExpression: `${set}${gone.length === 0 ? '' : `REMOVE ${gone.map((name) => `#${name}`).join(', ')}`}`,
    ExpressionAttributeNames: Object.fromEntries([...names, ...gone].map((name) => [`#${name}`, name])),
    ...(names.length === 0
      ? {}
      : {
          ExpressionAttributeValues: Object.fromEntries(
            Object.entries(values).map(([name, value]) => [`:${name}`, value]),
          ),
        }),
  });
}
