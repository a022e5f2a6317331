/** The engine that runs everywhere: DynamoDB's rules as dynalite knows them over our own store, in this process. */
import type { ItemChange } from '../changes.ts';
import type { Engine, Place } from '../engine.ts';
import { unknownOperation } from '../errors.ts';
import type { Fields, TableDescription } from '../shapes.ts';
import { Catalog } from './catalog.ts';
import { Committer } from './committer.ts';
import { Contention } from './contention.ts';
import { openDataFolder } from './data-folder.ts';
import { Expiry } from './expiry.ts';
import { Reads } from './reads.ts';
import { Storage } from './storage.ts';
import { TableSettings } from './table-settings.ts';
import { Tables } from './tables.ts';
import { TransactionTokens } from './transaction-tokens.ts';
import { Transactions } from './transactions.ts';
import { Writes } from './writes.ts';

type Run = (input: Fields) => Promise<Fields>;

/**
 * Opens the tables of a data folder, or none in memory.
 * @throws one sentence where another process has the folder
 */
export async function openEmbedded(
  dataFolder: string | undefined,
  place: Place,
  now: () => number,
): Promise<Engine> {
  const storage = dataFolder === undefined ? await Storage.open(undefined) : await openDataFolder(dataFolder);
  const catalog = await Catalog.load(storage);
  const tokens = await TransactionTokens.load(storage);
  const committer = new Committer(storage, now);
  const contention = new Contention();
  const expiry = new Expiry(storage, catalog, committer);
  for (const name of catalog.names()) await expiry.follow(name);

  const reads = new Reads(storage, catalog);
  const writes = new Writes(storage, catalog, committer, contention);
  const transactions = new Transactions({ storage, catalog, committer, contention, tokens, reads, now });
  const tables = new Tables({ storage, catalog, committer, expiry, place, now });
  const settings = new TableSettings({ catalog, committer, expiry, now });

  const operations: ReadonlyMap<string, Run> = new Map<string, Run>([
    ['GetItem', (input) => reads.getItem(input)],
    ['BatchGetItem', (input) => reads.batchGetItem(input)],
    ['Query', (input) => reads.query(input)],
    ['Scan', (input) => reads.scan(input)],
    ['PutItem', (input) => writes.write('PutItem', input)],
    ['UpdateItem', (input) => writes.write('UpdateItem', input)],
    ['DeleteItem', (input) => writes.write('DeleteItem', input)],
    ['BatchWriteItem', (input) => writes.batchWrite(input)],
    ['TransactWriteItems', (input) => transactions.write(input)],
    ['TransactGetItems', (input) => transactions.get(input)],
    ['CreateTable', (input) => tables.create(input)],
    ['DescribeTable', (input) => tables.describe(input)],
    ['UpdateTable', (input) => tables.update(input)],
    ['DeleteTable', (input) => tables.delete(input)],
    ['ListTables', (input) => tables.list(input)],
    ['DescribeTimeToLive', (input) => settings.describeTimeToLive(input)],
    ['UpdateTimeToLive', (input) => settings.updateTimeToLive(input)],
    ['DescribeContinuousBackups', (input) => settings.describeContinuousBackups(input)],
    ['UpdateContinuousBackups', (input) => settings.updateContinuousBackups(input)],
    ['ListTagsOfResource', (input) => settings.listTags(input)],
    ['TagResource', (input) => settings.tag(input)],
    ['UntagResource', (input) => settings.untag(input)],
  ]);

  return {
    run: async (operation, input) => {
      const run = operations.get(operation);
      if (run === undefined) throw unknownOperation();
      return await run(input);
    },
    table: (tableName): TableDescription | undefined => catalog.find(tableName)?.description,
    tableNames: () => catalog.names(),
    sweepExpired: async (nowMs) => {
      await storage.write(tokens.forgetExpired(nowMs));
      return await expiry.sweep(nowMs);
    },
    onChange: (listener: (change: ItemChange) => void) => committer.onChange(listener),
    mark() {
      const back = storage.mark();
      return () =>
        committer.exclusively(async () => {
          await back();
          await tokens.read(storage);
          for (const name of catalog.names()) await expiry.follow(name);
        });
    },
    // Behind the writes that were accepted before.
    close: () => committer.exclusively(() => storage.close()),
  };
}
