/** Works out what one write would do (the item before and after, every index entry) without doing it. */
import rules, { type LevelOperation } from 'dynalite/db/index.js';
import { conditionFailed, DynamoDbError } from '../errors.ts';
import { type Fields, fieldsAt, type Item, isFields, isItem, type TableDescription } from '../shapes.ts';
import { isMet } from './conditions.ts';
import { isEmptyKeyRefusal, refusalOf } from './key-checks.ts';
import { actNow, type Checked } from './rules.ts';
import { prefixOf, type Storage } from './storage.ts';

export type WriteOperation = 'PutItem' | 'UpdateItem' | 'DeleteItem';

export interface WritePlan {
  readonly table: TableDescription;
  /** The key of the item in the store, below the prefix of its table. */
  readonly key: string;
  readonly before: Item | undefined;
  /** Nothing where the item is deleted. */
  readonly after: Item | undefined;
  /** The changes of the store, index entries included; they are committed as one. */
  readonly operations: readonly LevelOperation[];
  readonly response: Fields;
}

/** A write that is not possible. */
export interface RefusedWrite {
  readonly refusal: DynamoDbError;
  readonly before: Item | undefined;
  /** Even a transaction is refused whole for it, not cancelled: a key that is empty. */
  readonly isOfRequest: boolean;
}

type Callback = (error: unknown, value?: unknown) => void;

/** The callback that dynalite gives last; before it there may be a flag that we do not need. */
function last(args: readonly unknown[]): Callback {
  const callback = args.at(-1);
  if (typeof callback !== 'function') throw new TypeError('dynalite called its store without a callback.');
  return (error, value) => callback(error, value);
}

/**
 * Plans one checked write. Reads the store at once and changes nothing, so under the write lock the plan holds until
 * it is committed.
 */
export function planWrite(
  storage: Storage,
  table: TableDescription,
  operation: WriteOperation,
  data: Checked,
): WritePlan | RefusedWrite {
  const operations: LevelOperation[] = [];
  const condition = isFields(data['_condition']) ? data['_condition']['expression'] : undefined;
  const items = prefixOf.items(table.TableName);
  let key = '';
  let hasRead = false;
  let before: Item | undefined;
  let after: Item | undefined;

  const itemDb = {
    lock: (_key: string, locked: (release: (callback: Callback) => Callback) => void) =>
      locked((callback) => callback),
    get: (itemKey: string, callback: Callback) => {
      key = itemKey;
      hasRead = true;
      before = storage.item(items + itemKey);
      const isAllowed = condition === undefined || isMet(condition, before ?? {});
      callback(isAllowed ? null : conditionFailed(), before);
    },
    put: (itemKey: string, item: unknown, callback: Callback) => {
      if (!isItem(item)) throw new TypeError(`${operation} made something that is no item.`);
      after = item;
      operations.push({ type: 'put', key: items + itemKey, value: item });
      callback(null);
    },
    del: (itemKey: string, callback: Callback) => {
      operations.push({ type: 'del', key: items + itemKey });
      callback(null);
    },
  };
  const store = {
    getTable: (...args: unknown[]) => last(args)(null, table),
    getItemDb: () => itemDb,
    getIndexDb: (kind: string, _table: string, indexName: string) => {
      const entries = prefixOf.index(kind, table.TableName, indexName);
      return {
        put: (entry: string, value: unknown, callback: Callback) => {
          operations.push({ type: 'put', key: entries + indexEntryKey(entry, key), value });
          callback(null);
        },
        del: (entry: string, callback: Callback) => {
          operations.push({ type: 'del', key: entries + indexEntryKey(entry, key) });
          callback(null);
        },
      };
    },
  };

  const { _condition: _decidedAbove, ...unconditional } = data;
  const outcome = actNow(operation, store, inOriginalPaths(unconditional));
  // What a put brings is checked before its condition; what an update makes of the item only exists after it.
  const wanted = operation === 'PutItem' && hasRead ? data['Item'] : after;
  const unfit =
    operation !== 'DeleteItem' && isItem(wanted) ? refusalOf(operation, wanted, table) : undefined;
  const refusal =
    unfit ?? (outcome instanceof DynamoDbError ? withOldImage(outcome, data, before) : undefined);
  if (refusal !== undefined) return { refusal, before, isOfRequest: isEmptyKeyRefusal(refusal) };
  if (outcome instanceof DynamoDbError) throw outcome;
  return { table, key, before, after, operations, response: withoutEmptyAttributes(outcome) };
}

/**
 * dynalite tells entries with equal index keys apart by 24 bits of a hash, so that in a large index entries overwrite
 * each other unseen. With the item's own key behind it every entry is one of a kind.
 */
export function indexEntryKey(entry: string, itemKey: string): string {
  return `${entry}/${itemKey}`;
}

/** The key of the item that a checked write is about, or nothing where the key does not fit the table. */
export function itemKeyOf(
  table: TableDescription,
  operation: WriteOperation,
  data: Checked,
): string | undefined {
  const keyed = operation === 'PutItem' ? keysOf(table, data['Item']) : data['Key'];
  if (!isItem(keyed) || rules.validateKey(keyed, table)) return undefined;
  return rules.createKey(keyed, table);
}

/** The key attributes of an item, without those that it does not have. */
export function keysOf(table: TableDescription, item: unknown): Item {
  const named = table.KeySchema.map(({ AttributeName: name }) => [name, fieldsAt(item, name)] as const);
  return Object.fromEntries(named.filter(([, value]) => Object.keys(value).length > 0));
}

function withOldImage(refusal: DynamoDbError, data: Checked, before: Item | undefined): DynamoDbError {
  const asked = data['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD';
  if (!asked || before === undefined || refusal.name !== 'ConditionalCheckFailedException') return refusal;
  return new DynamoDbError({ ...refusal.body, Item: before });
}

/** DynamoDB leaves `Attributes` out where none of the updated attributes exists. */
function withoutEmptyAttributes(response: Fields): Fields {
  const { Attributes: attributes, ...rest } = response;
  return isFields(attributes) && Object.keys(attributes).length === 0 ? rest : response;
}

/**
 * Every path of an update expression means the item as it was. dynalite goes through the clauses in order, so list
 * elements are removed last, and from the end of the list.
 */
function inOriginalPaths(data: Checked): Checked {
  const updates = data['_updates'];
  if (!isFields(updates) || !Array.isArray(updates['sections'])) return data;
  const sections: unknown[] = updates['sections'];
  const removals = sections.filter(isElementRemoval).sort((a, b) => (sortable(a) < sortable(b) ? 1 : -1));
  if (removals.length === 0) return data;
  const others = sections.filter((section) => !isElementRemoval(section));
  return { ...data, _updates: { ...updates, sections: [...others, ...removals] } };
}

function pathOf(section: unknown): readonly unknown[] {
  return isFields(section) && Array.isArray(section['path']) ? section['path'] : [];
}

function isElementRemoval(section: unknown): boolean {
  return (
    isFields(section) &&
    section['type'] === 'remove' &&
    pathOf(section).some((step) => typeof step === 'number')
  );
}

/** Text that sorts as the path does; ten digits hold every position that an item of 400 KB can have. */
function sortable(section: unknown): string {
  return pathOf(section)
    .map((step) => (typeof step === 'number' ? String(step).padStart(10, '0') : String(step)))
    .join('.');
}
