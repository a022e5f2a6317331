/** Makes the description of a new table or index from a checked request. */
import { randomUUID } from 'node:crypto';
import { type Place, tableArn } from '../engine.ts';
import { validationError } from '../errors.ts';
import {
  type AttributeDefinition,
  type Fields,
  fieldsAt,
  type IndexDescription,
  isFields,
  type KeySchemaElement,
  type KeyType,
  listAt,
  type Projection,
  type TableDescription,
  textAt,
} from '../shapes.ts';

/**
 * The description of a table that is about to be created.
 * @param checked the request with DynamoDB's checks behind it
 * @param input the request as it came, for the fields that dynalite does not know
 */
export function newTable(checked: Fields, input: Fields, place: Place, nowMs: number): TableDescription {
  const name = textAt(checked, 'TableName') ?? '';
  const arn = tableArn(place, name);
  const index = (value: unknown): IndexDescription => newIndex(value, arn);
  const localIndexes = listAt(checked, 'LocalSecondaryIndexes').map(index);
  const globalIndexes = listAt(checked, 'GlobalSecondaryIndexes').map(index);
  return {
    TableName: name,
    TableArn: arn,
    TableId: randomUUID(),
    TableStatus: 'ACTIVE',
    CreationDateTime: nowMs / 1000,
    AttributeDefinitions: attributeDefinitions(checked),
    KeySchema: keySchema(checked),
    ...(localIndexes.length > 0 ? { LocalSecondaryIndexes: localIndexes } : {}),
    ...(globalIndexes.length > 0 ? { GlobalSecondaryIndexes: globalIndexes } : {}),
    ItemCount: 0,
    TableSizeBytes: 0,
    ...billing(textAt(checked, 'BillingMode'), fieldsAt(checked, 'ProvisionedThroughput'), nowMs),
    ...stream(fieldsAt(input, 'StreamSpecification'), arn, nowMs),
    DeletionProtectionEnabled: input['DeletionProtectionEnabled'] === true,
  };
}

export function newIndex(value: unknown, arn: string): IndexDescription {
  const IndexName = textAt(value, 'IndexName') ?? '';
  return {
    IndexName,
    KeySchema: keySchema(value),
    Projection: projection(value),
    IndexStatus: 'ACTIVE',
    ProvisionedThroughput: throughput(fieldsAt(value, 'ProvisionedThroughput')),
    IndexSizeBytes: 0,
    ItemCount: 0,
    IndexArn: `${arn}/index/${IndexName}`,
  };
}

export function attributeDefinitions(value: unknown): AttributeDefinition[] {
  return listAt(value, 'AttributeDefinitions').map((definition) => ({
    AttributeName: textAt(definition, 'AttributeName') ?? '',
    AttributeType: keyType(textAt(definition, 'AttributeType')),
  }));
}

export function keySchema(value: unknown): KeySchemaElement[] {
  return listAt(value, 'KeySchema').map((element) => ({
    AttributeName: textAt(element, 'AttributeName') ?? '',
    KeyType: textAt(element, 'KeyType') === 'RANGE' ? 'RANGE' : 'HASH',
  }));
}

export function billing(mode: string | undefined, provisioned: Fields, nowMs: number): Fields {
  if (mode !== 'PAY_PER_REQUEST') return { ProvisionedThroughput: throughput(provisioned) };
  return {
    BillingModeSummary: { BillingMode: mode, LastUpdateToPayPerRequestDateTime: nowMs / 1000 },
    TableThroughputModeSummary: { TableThroughputMode: mode },
    ProvisionedThroughput: throughput({}),
  };
}

/** The stream fields of a table; a switched-on stream gets a label of its own each time, as in AWS. */
export function stream(specification: Fields, arn: string, nowMs: number): Fields {
  if (specification['StreamEnabled'] !== true) return {};
  const label = new Date(nowMs).toISOString().replace('Z', '');
  return {
    StreamSpecification: specification,
    LatestStreamLabel: label,
    LatestStreamArn: `${arn}/stream/${label}`,
  };
}

function throughput(provisioned: Fields): Fields {
  return {
    NumberOfDecreasesToday: 0,
    ReadCapacityUnits: Number(provisioned['ReadCapacityUnits'] ?? 0),
    WriteCapacityUnits: Number(provisioned['WriteCapacityUnits'] ?? 0),
  };
}

function projection(value: unknown): Projection {
  const given = fieldsAt(value, 'Projection');
  const type = textAt(given, 'ProjectionType');
  if (type === 'KEYS_ONLY') return { ProjectionType: type };
  if (type !== 'INCLUDE') return { ProjectionType: 'ALL' };
  return { ProjectionType: type, NonKeyAttributes: listAt(given, 'NonKeyAttributes').map(String) };
}

function keyType(type: string | undefined): KeyType {
  if (type === 'S' || type === 'N' || type === 'B') return type;
  throw validationError(`Member must satisfy enum value set: [B, N, S], not ${String(type)}`);
}

/** A view of the description that an answer to a change of the table shows. */
export function withStatus(description: TableDescription, status: string): TableDescription {
  return isFields(description) ? { ...description, TableStatus: status } : description;
}
