/** CreateTable, DescribeTable, UpdateTable, DeleteTable and ListTables. */
import type { Place } from '../engine.ts';
import { resourceInUse, validationError } from '../errors.ts';
import {
  type Fields,
  fieldsAt,
  type IndexDescription,
  isFields,
  listAt,
  type TableDescription,
  textAt,
} from '../shapes.ts';
import type { Catalog } from './catalog.ts';
import type { Committer } from './committer.ts';
import type { Expiry } from './expiry.ts';
import { buildIndex } from './index-building.ts';
import { check } from './rules.ts';
import { prefixOf, type Storage } from './storage.ts';
import { tagsOf } from './table-settings.ts';
import { attributeDefinitions, billing, newIndex, newTable, stream, withStatus } from './table-shape.ts';

interface Parts {
  readonly storage: Storage;
  readonly catalog: Catalog;
  readonly committer: Committer;
  readonly expiry: Expiry;
  readonly place: Place;
  readonly now: () => number;
}

export class Tables {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async create(input: Fields): Promise<Fields> {
    const { catalog, committer, place, now } = this.#parts;
    const checked = check('CreateTable', input);
    const description = newTable(checked, input, place, now());
    const indexes = [
      ...(description.GlobalSecondaryIndexes ?? []),
      ...(description.LocalSecondaryIndexes ?? []),
    ];
    refuseUnusedDefinitions(description, indexes);
    return await committer.exclusively(async () => {
      if (catalog.find(description.TableName))
        throw resourceInUse(`Table already exists: ${description.TableName}`);
      await catalog.save({ description, tags: tagsOf(listAt(input, 'Tags')) });
      return { TableDescription: withStatus(description, 'CREATING') };
    });
  }

  async describe(input: Fields): Promise<Fields> {
    const name = textAt(check('DescribeTable', input), 'TableName') ?? '';
    return { Table: this.#parts.catalog.require(name, true).description };
  }

  async list(input: Fields): Promise<Fields> {
    const { Limit: limit, ExclusiveStartTableName: after } = check('ListTables', input);
    const size = typeof limit === 'number' ? limit : maxListedTables;
    const names = this.#parts.catalog.names().filter((name) => typeof after !== 'string' || name > after);
    const page = names.slice(0, size);
    return { TableNames: page, ...(names.length > size ? { LastEvaluatedTableName: page.at(-1) } : {}) };
  }

  async delete(input: Fields): Promise<Fields> {
    const { catalog, committer, expiry } = this.#parts;
    const name = textAt(check('DeleteTable', input), 'TableName') ?? '';
    return await committer.exclusively(async () => {
      const record = catalog.require(name, true);
      if (record.description['DeletionProtectionEnabled'] === true)
        throw validationError(
          'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
        );
      await catalog.remove(record);
      await expiry.follow(name);
      return { TableDescription: withStatus(record.description, 'DELETING') };
    });
  }

  /** Applies a change at once. As in AWS, one request can create or delete one index. */
  async update(input: Fields): Promise<Fields> {
    const { catalog, committer, now } = this.#parts;
    const name =
      textAt(check(hasOwnChange(input) ? 'DescribeTable' : 'UpdateTable', forDynalite(input)), 'TableName') ??
      '';
    return await committer.exclusively(async () => {
      const record = catalog.require(name, true);
      const arn = record.description.TableArn;
      let description: TableDescription = { ...record.description, ...settingChanges(input, arn, now()) };
      for (const change of listAt(input, 'GlobalSecondaryIndexUpdates'))
        description = await this.#changeIndex(description, change, input);
      await catalog.save({ ...record, description });
      for (const { IndexName } of removed(record.description, description))
        await this.#parts.storage.clear(prefixOf.index('global', name, IndexName));
      return { TableDescription: withStatus(description, 'UPDATING') };
    });
  }

  async #changeIndex(table: TableDescription, change: unknown, input: Fields): Promise<TableDescription> {
    const indexes = table.GlobalSecondaryIndexes ?? [];
    if (isFields(change) && isFields(change['Delete'])) {
      const name = textAt(change['Delete'], 'IndexName');
      if (!indexes.some(({ IndexName }) => IndexName === name))
        throw validationError(
          `One or more parameter values were invalid: Index ${String(name)} does not exist`,
        );
      return withIndexes(
        table,
        indexes.filter(({ IndexName }) => IndexName !== name),
      );
    }
    const asked = fieldsAt(change, 'Create');
    if (textAt(asked, 'IndexName') === undefined) return table;
    const index = newIndex(asked, table.TableArn);
    if (indexes.some(({ IndexName }) => IndexName === index.IndexName))
      throw validationError(`Attempting to create an index which already exists: ${index.IndexName}`);
    const definitions = [...table.AttributeDefinitions];
    for (const definition of attributeDefinitions(input)) {
      const position = definitions.findIndex(
        ({ AttributeName }) => AttributeName === definition.AttributeName,
      );
      if (position < 0) definitions.push(definition);
      else if (definitions[position]?.AttributeType !== definition.AttributeType)
        throw validationError(
          `One or more parameter values were invalid: Attribute ${definition.AttributeName} is defined with another type`,
        );
    }
    const next = withIndexes({ ...table, AttributeDefinitions: definitions }, [...indexes, index]);
    await buildIndex(this.#parts.storage, next, index);
    return next;
  }
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html */
const maxListedTables = 100;

/** dynalite's check of a table's change does not know these, and takes a request with nothing else for an empty one. */
function hasOwnChange(input: Fields): boolean {
  return input['StreamSpecification'] !== undefined || input['DeletionProtectionEnabled'] !== undefined;
}

/** dynalite asks for a throughput with each new index, also where the table has none; DynamoDB does not. */
function forDynalite(input: Fields): Fields {
  const updates = listAt(input, 'GlobalSecondaryIndexUpdates').map((update) => {
    if (!isFields(update) || !isFields(update['Create'])) return update;
    const throughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };
    return { ...update, Create: { ProvisionedThroughput: throughput, ...update['Create'] } };
  });
  return updates.length > 0 ? { ...input, GlobalSecondaryIndexUpdates: updates } : input;
}

function settingChanges(input: Fields, arn: string, nowMs: number): Fields {
  const changes: Record<string, unknown> = {};
  if (input['DeletionProtectionEnabled'] !== undefined)
    changes['DeletionProtectionEnabled'] = input['DeletionProtectionEnabled'] === true;
  const mode = textAt(input, 'BillingMode');
  const provisioned = fieldsAt(input, 'ProvisionedThroughput');
  if (mode !== undefined || Object.keys(provisioned).length > 0)
    Object.assign(
      changes,
      billing(mode, provisioned, nowMs),
      mode === 'PROVISIONED' ? { BillingModeSummary: { BillingMode: mode } } : {},
    );
  const specification = fieldsAt(input, 'StreamSpecification');
  if (specification['StreamEnabled'] === true) Object.assign(changes, stream(specification, arn, nowMs));
  if (specification['StreamEnabled'] === false) changes['StreamSpecification'] = undefined;
  return changes;
}

function withIndexes(table: TableDescription, indexes: readonly IndexDescription[]): TableDescription {
  const { GlobalSecondaryIndexes: _before, ...rest } = table;
  const used = new Set(
    [table, ...indexes, ...(table.LocalSecondaryIndexes ?? [])].flatMap(({ KeySchema }) =>
      KeySchema.map(({ AttributeName }) => AttributeName),
    ),
  );
  const AttributeDefinitions = table.AttributeDefinitions.filter(({ AttributeName }) =>
    used.has(AttributeName),
  );
  return {
    ...rest,
    AttributeDefinitions,
    ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
  };
}

function removed(before: TableDescription, after: TableDescription): readonly IndexDescription[] {
  const kept = new Set((after.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName));
  return (before.GlobalSecondaryIndexes ?? []).filter(({ IndexName }) => !kept.has(IndexName));
}

function refuseUnusedDefinitions(table: TableDescription, indexes: readonly IndexDescription[]): void {
  const used = new Set(
    [table, ...indexes].flatMap(({ KeySchema }) => KeySchema.map(({ AttributeName }) => AttributeName)),
  );
  const unused = table.AttributeDefinitions.filter(({ AttributeName }) => !used.has(AttributeName));
  if (unused.length === 0) return;
  throw validationError(
    'One or more parameter values were invalid: Some AttributeDefinitions are not used. AttributeDefinitions: ' +
      `[${table.AttributeDefinitions.map(({ AttributeName }) => AttributeName).join(', ')}], keys used: [${[...used].join(', ')}]`,
  );
}
