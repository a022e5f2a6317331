/** Compares a kept table with what the template says now, and brings it there without losing an item. */
import { isDeepStrictEqual } from 'node:util';
import type { Engine } from './engine.ts';
import { DynamoDbError } from './errors.ts';
import {
  type AttributeDefinition,
  type Fields,
  isFields,
  type KeySchemaElement,
  type TableDescription,
} from './shapes.ts';
import type { IndexDefinition, TableDefinition } from './table-definition.ts';

/**
 * Brings the table to its definition: creates it, or changes the indexes of the kept one. Each step leaves a table
 * that the next boot can go on from.
 * @returns one sentence for each change of a kept table
 * @throws one sentence naming the table and what to do where the kept items cannot stay as they are
 */
export async function bringTable(engine: Engine, wanted: TableDefinition): Promise<string[]> {
  const kept = engine.table(wanted.tableName);
  if (kept === undefined) {
    await create(engine, wanted);
    return [];
  }
  const obstacle = irreconcilable(kept, wanted);
  if (obstacle === undefined) return await changeIndexes(engine, kept, wanted);
  if (!(await isEmpty(engine, wanted.tableName)))
    throw new Error(
      `Table '${wanted.tableName}' keeps items, but ${obstacle}. Start over with --fresh, or change the template back.`,
    );
  await engine.run('UpdateTable', { TableName: wanted.tableName, DeletionProtectionEnabled: false });
  await engine.run('DeleteTable', { TableName: wanted.tableName });
  await create(engine, wanted);
  return [`Table '${wanted.tableName}' was empty and was made anew: ${obstacle}.`];
}

async function create(engine: Engine, wanted: TableDefinition): Promise<void> {
  await engine.run('CreateTable', {
    TableName: wanted.tableName,
    KeySchema: wanted.keySchema,
    AttributeDefinitions: wanted.attributeDefinitions,
    BillingMode: 'PAY_PER_REQUEST',
    ...(wanted.globalIndexes.length > 0 ? { GlobalSecondaryIndexes: wanted.globalIndexes } : {}),
    ...(wanted.localIndexes.length > 0 ? { LocalSecondaryIndexes: wanted.localIndexes } : {}),
  });
}

/** What about the table cannot be changed while it has items, in AWS as here. */
function irreconcilable(kept: TableDescription, wanted: TableDefinition): string | undefined {
  const before = keyText(kept.KeySchema, kept.AttributeDefinitions);
  const now = keyText(wanted.keySchema, wanted.attributeDefinitions);
  if (before !== now) return `its key was ${before} and the template now says ${now}`;
  const localBefore = indexesByName(kept.LocalSecondaryIndexes ?? [], kept.AttributeDefinitions);
  const localNow = indexesByName(wanted.localIndexes, wanted.attributeDefinitions);
  const changed = [...new Set([...localBefore.keys(), ...localNow.keys()])].find(
    (name) => !isDeepStrictEqual(localBefore.get(name), localNow.get(name)),
  );
  return changed === undefined ? undefined : `its local index '${changed}' is not the same any more`;
}

async function changeIndexes(
  engine: Engine,
  kept: TableDescription,
  wanted: TableDefinition,
): Promise<string[]> {
  const before = indexesByName(kept.GlobalSecondaryIndexes ?? [], kept.AttributeDefinitions);
  const now = indexesByName(wanted.globalIndexes, wanted.attributeDefinitions);
  const said: string[] = [];
  for (const [name, shape] of before) {
    if (isDeepStrictEqual(now.get(name), shape)) continue;
    await updateIndexes(engine, wanted, { Delete: { IndexName: name } });
    if (!now.has(name)) said.push(`Table '${wanted.tableName}': index '${name}' was removed.`);
  }
  for (const index of wanted.globalIndexes) {
    if (isDeepStrictEqual(before.get(index.IndexName), now.get(index.IndexName))) continue;
    await updateIndexes(engine, wanted, { Create: index });
    const what = before.has(index.IndexName) ? 'rebuilt' : 'added';
    said.push(`Table '${wanted.tableName}': index '${index.IndexName}' was ${what}.`);
  }
  return said;
}

async function updateIndexes(engine: Engine, wanted: TableDefinition, change: Fields): Promise<void> {
  try {
    await engine.run('UpdateTable', {
      TableName: wanted.tableName,
      AttributeDefinitions: wanted.attributeDefinitions.filter(({ AttributeName }) =>
        attributesOf(change).has(AttributeName),
      ),
      GlobalSecondaryIndexUpdates: [change],
    });
  } catch (error) {
    if (!(error instanceof DynamoDbError)) throw error;
    throw new Error(`${error.message} Correct the item or the template, or start over with --fresh.`, {
      cause: error,
    });
  }
}

function attributesOf(change: Fields): Set<unknown> {
  const index = change['Create'];
  const schema = isFields(index) && Array.isArray(index['KeySchema']) ? index['KeySchema'] : [];
  return new Set(
    schema.map((element: unknown) => (isFields(element) ? element['AttributeName'] : undefined)),
  );
}

/** Each index as what must be equal for it to be kept: keys with their types, and the attributes it carries. */
function indexesByName(
  indexes: readonly IndexDefinition[],
  definitions: readonly AttributeDefinition[],
): Map<string, readonly unknown[]> {
  return new Map(
    indexes.map(({ IndexName, KeySchema, Projection }) => [
      IndexName,
      [
        keyText(KeySchema, definitions),
        Projection.ProjectionType,
        [...(Projection.NonKeyAttributes ?? [])].sort(),
      ],
    ]),
  );
}

/** E.g. `customerId (S), createdAt (N)`. */
function keyText(
  keySchema: readonly KeySchemaElement[],
  definitions: readonly AttributeDefinition[],
): string {
  return keySchema
    .map(({ AttributeName: name }) => {
      const definition = definitions.find(({ AttributeName }) => AttributeName === name);
      return `${name} (${definition?.AttributeType ?? 'undefined'})`;
    })
    .join(', ');
}

async function isEmpty(engine: Engine, tableName: string): Promise<boolean> {
  const page = await engine.run('Scan', { TableName: tableName, Limit: 1, Select: 'COUNT' });
  return page['Count'] === 0;
}
