/** The tables that exist, in memory and in the store, with the settings that `DescribeTable` does not show. */
import { tableNotFound } from '../errors.ts';
import {
  type AttributeDefinition,
  isFields,
  type KeySchemaElement,
  type TableDescription,
} from '../shapes.ts';
import { prefixOf, type Storage } from './storage.ts';

export interface TableRecord {
  readonly description: TableDescription;
  /** The attribute that holds the expiry in seconds since 1970, while time to live is on. */
  readonly timeToLiveAttribute?: string;
  /** When point-in-time recovery was switched on (milliseconds since 1970), while it is on. */
  readonly recoverableSinceMs?: number;
  readonly tags: Readonly<Record<string, string>>;
}

export class Catalog {
  readonly #records = new Map<string, TableRecord>();
  readonly #storage: Storage;

  private constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Reads what an earlier process left, and finishes a deletion that it did not live to finish. */
  static async load(storage: Storage): Promise<Catalog> {
    const catalog = new Catalog(storage);
    for await (const [name, value] of storage.entries(prefixOf.table)) {
      if (!isRecord(value))
        throw new Error(`The kept table '${name}' cannot be read; start over with --fresh.`);
      catalog.#records.set(name, value);
    }
    for (const record of [...catalog.#records.values()])
      if (record.description.TableStatus === 'DELETING') await catalog.#clear(record);
    return catalog;
  }

  names(): string[] {
    return [...this.#records.keys()].sort();
  }

  find(tableName: string): TableRecord | undefined {
    return this.#records.get(tableName);
  }

  /** @throws ResourceNotFoundException, naming the table where the operation is about the table itself */
  require(tableName: string, named = false): TableRecord {
    const record = this.#records.get(tableName);
    if (record === undefined) throw tableNotFound(named ? tableName : undefined);
    return record;
  }

  async save(record: TableRecord): Promise<void> {
    const name = record.description.TableName;
    await this.#storage.write([{ type: 'put', key: prefixOf.table + name, value: record }]);
    this.#records.set(name, record);
  }

  /** Takes the table away at once; its items go before the name is free, also across a kill. */
  async remove(record: TableRecord): Promise<void> {
    await this.save({ ...record, description: { ...record.description, TableStatus: 'DELETING' } });
    await this.#clear(record);
  }

  async #clear({ description }: TableRecord): Promise<void> {
    const name = description.TableName;
    await this.#storage.clear(prefixOf.items(name));
    for (const index of description.GlobalSecondaryIndexes ?? [])
      await this.#storage.clear(prefixOf.index('global', name, index.IndexName));
    for (const index of description.LocalSecondaryIndexes ?? [])
      await this.#storage.clear(prefixOf.index('local', name, index.IndexName));
    await this.#storage.write([{ type: 'del', key: prefixOf.table + name }]);
    this.#records.delete(name);
  }
}

/** The attributes of a key in order, each with its type. */
export function keyAttributes(
  description: { readonly AttributeDefinitions: readonly AttributeDefinition[] },
  keySchema: readonly KeySchemaElement[],
): { readonly name: string; readonly type: AttributeDefinition['AttributeType'] }[] {
  return keySchema.map(({ AttributeName: name }) => {
    const definition = description.AttributeDefinitions.find(({ AttributeName }) => AttributeName === name);
    if (definition === undefined) throw new Error(`The key attribute '${name}' has no definition.`);
    return { name, type: definition.AttributeType };
  });
}

function isRecord(value: unknown): value is TableRecord {
  return isFields(value) && isFields(value['description']) && isFields(value['tags']);
}
