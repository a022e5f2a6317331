/** Gives a table that holds items a new index, in a way that a kill at any moment leaves it without the index or with all of it. */
import rules, { type LevelOperation } from 'dynalite/db/index.js';
import { validationError } from '../errors.ts';
import { type IndexDescription, type Item, isItem, type TableDescription } from '../shapes.ts';
import { keyAttributes } from './catalog.ts';
import { prefixOf, type Storage } from './storage.ts';
import { indexEntryKey } from './write-plan.ts';

/** Index entries are written in batches of so many. */
const entriesPerBatch = 500;

/**
 * Writes the entries of an index that the table does not have yet. Nobody reads them before the table is saved with
 * the index, and whatever an earlier, killed attempt left is cleared first.
 * @param table the table as it will be with the index
 * @throws ValidationException naming the first item whose attribute cannot be a key of the index
 */
export async function buildIndex(
  storage: Storage,
  table: TableDescription,
  index: IndexDescription,
): Promise<void> {
  const prefix = prefixOf.index('global', table.TableName, index.IndexName);
  await storage.clear(prefix);
  let batch: LevelOperation[] = [];
  for await (const [key, item] of storage.entries(prefixOf.items(table.TableName))) {
    if (!isItem(item)) throw new Error(`Table '${table.TableName}' holds something that is no item.`);
    refuseUnfit(item, table, index);
    for (const { key: entry, item: value } of rules.getIndexActions([index], null, item, table).puts)
      batch.push({ type: 'put', key: prefix + indexEntryKey(entry, key), value });
    if (batch.length >= entriesPerBatch) {
      await storage.write(batch);
      batch = [];
    }
  }
  await storage.write(batch);
}

/** AWS would leave such an item out of the index without a word; here it is a mistake to be told. */
function refuseUnfit(item: Item, table: TableDescription, index: IndexDescription): void {
  for (const { name, type } of keyAttributes(table, index.KeySchema)) {
    const value = item[name];
    if (value === undefined || (typeof value[type] === 'string' && value[type] !== '')) continue;
    const keys = keyAttributes(table, table.KeySchema).map(
      (key) => `${key.name} ${JSON.stringify(item[key.name])}`,
    );
    throw validationError(
      `Index '${index.IndexName}' of table '${table.TableName}' needs '${name}' as ${type}, but the item with ` +
        `${keys.join(', ')} has ${Object.keys(value)[0] ?? 'nothing'} or an empty value there.`,
    );
  }
}
