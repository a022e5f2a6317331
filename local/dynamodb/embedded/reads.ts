/** GetItem, BatchGetItem, Query and Scan: dynalite's actions over our store. */
import rules, { type LevelRange } from 'dynalite/db/index.js';
import { type Fields, isFields, isItem, listAt } from '../shapes.ts';
import type { Catalog, TableRecord } from './catalog.ts';
import { isMet } from './conditions.ts';
import { act, type Checked, check } from './rules.ts';
import { prefixOf, type Storage } from './storage.ts';
import { indexEntryKey } from './write-plan.ts';

export class Reads {
  readonly #storage: Storage;
  readonly #catalog: Catalog;

  constructor(storage: Storage, catalog: Catalog) {
    this.#storage = storage;
    this.#catalog = catalog;
  }

  async getItem(input: Fields): Promise<Fields> {
    return await this.checkedGet(check('GetItem', input));
  }

  async checkedGet(data: Checked): Promise<Fields> {
    return await act('GetItem', this.#store({}), data);
  }

  async batchGetItem(input: Fields): Promise<Fields> {
    return await act('BatchGetItem', this.#store({}), check('BatchGetItem', input));
  }

  async query(input: Fields): Promise<Fields> {
    return await this.#search('Query', check('Query', input));
  }

  async scan(input: Fields): Promise<Fields> {
    return await this.#search('Scan', check('Scan', input));
  }

  /** Reads a page, and decides the filter where there is one: dynalite gets one that everything passes. */
  async #search(operation: 'Query' | 'Scan', data: Checked): Promise<Fields> {
    const filter = data['_filter'];
    if (!isFields(filter)) return await act(operation, this.#store(data), data);
    const { _projection: projection, ...whole } = data;
    const checkedPaths = isFields(projection)
      ? { _projection: { nestedPaths: projection['nestedPaths'] } }
      : {};
    const page = await act(operation, this.#store(data), {
      ...whole,
      ...checkedPaths,
      ...(data['Select'] === 'COUNT' ? { Select: undefined } : {}),
      _filter: { ...filter, expression: everything },
    });
    const { Items: _all, ...rest } = page;
    const found = listAt(page, 'Items').filter((item) => isItem(item) && isMet(filter['expression'], item));
    const answer = { ...rest, Count: found.length };
    if (data['Select'] === 'COUNT') return answer;
    return { ...answer, Items: found.map((item) => projected(item, projection)) };
  }

  #store(data: Checked): object {
    return {
      getTable: (name: string, ...rest: unknown[]) => {
        const callback = rest.at(-1);
        if (typeof callback !== 'function')
          throw new TypeError('dynalite called its store without a callback.');
        const record = this.#catalog.find(name);
        if (record !== undefined) return callback(null, record.description);
        return callback(notFound());
      },
      getItemDb: (name: string) => ({
        get: (key: string, callback: (error: unknown, item?: unknown) => void) =>
          callback(null, this.#storage.item(prefixOf.items(name) + key)),
        createValueStream: (range: LevelRange) => this.#storage.valueStream(prefixOf.items(name), range),
      }),
      getIndexDb: (kind: string, name: string, index: string) => ({
        createValueStream: (range: LevelRange) =>
          this.#storage.valueStream(
            prefixOf.index(kind, name, index),
            continued(range, data, this.#catalog.require(name)),
          ),
      }),
    };
  }
}

/** No attribute has an empty name. */
const everything = { type: 'function', name: 'attribute_not_exists', args: [['']] };

function projected(item: unknown, projection: unknown): unknown {
  const paths = isFields(projection) ? projection['paths'] : undefined;
  return Array.isArray(paths) && isItem(item) ? rules.mapPaths(paths, item) : item;
}

/** dynalite starts a page after the index entry as it would have written it; ours go on with the item's key. */
function continued(range: LevelRange, data: Checked, { description }: TableRecord): LevelRange {
  const start = data['ExclusiveStartKey'];
  if (!isItem(start)) return range;
  const index = [
    ...(description.GlobalSecondaryIndexes ?? []),
    ...(description.LocalSecondaryIndexes ?? []),
  ].find(({ IndexName }) => IndexName === data['IndexName']);
  if (index === undefined) return range;
  const entry = rules.createIndexKey(start, description, index.KeySchema);
  const exact = indexEntryKey(entry, rules.createKey(start, description));
  const next: LevelRange = { ...range };
  if (next.gt === entry) next.gt = exact;
  if (next.lt === entry) next.lt = exact;
  return next;
}

function notFound(): Error {
  const body = {
    __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
    message: 'Requested resource not found',
  };
  return Object.assign(new Error(body.message), { statusCode: 400, body });
}

/** The names of the tables in a request with one entry per table. */
export function tablesIn(requestItems: unknown): string[] {
  return isFields(requestItems) ? Object.keys(requestItems) : [];
}
