/** The shapes of DynamoDB's JSON protocol that this folder reads, and the checks that untrusted JSON has them. */

/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** `{ S: 'text' }`, `{ N: '1' }`, …: exactly one type and its value, as it travels on the wire. */
export type AttributeValue = Fields;

export type Item = Readonly<Record<string, AttributeValue>>;

/** The types that a key attribute may have. */
export type KeyType = 'S' | 'N' | 'B';

export interface KeySchemaElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: KeyType;
}

export interface Projection {
  readonly ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
  readonly NonKeyAttributes?: readonly string[];
}

export interface IndexDescription {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: Projection;
  readonly [other: string]: unknown;
}

/** What `DescribeTable` answers, as far as this folder reads it. */
export interface TableDescription {
  readonly TableName: string;
  readonly TableArn: string;
  readonly TableId: string;
  readonly TableStatus: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly GlobalSecondaryIndexes?: readonly IndexDescription[];
  readonly LocalSecondaryIndexes?: readonly IndexDescription[];
  readonly LatestStreamArn?: string;
  readonly [other: string]: unknown;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isItem(value: unknown): value is Item {
  return isFields(value) && Object.values(value).every(isFields);
}

/** The field as an object, or an empty one where it is missing or something else. */
export function fieldsAt(value: unknown, name: string): Fields {
  const field = isFields(value) ? value[name] : undefined;
  return isFields(field) ? field : {};
}

/** The field as a list, or an empty one where it is missing or something else. */
export function listAt(value: unknown, name: string): readonly unknown[] {
  const field = isFields(value) ? value[name] : undefined;
  return Array.isArray(field) ? field : [];
}

export function textAt(value: unknown, name: string): string | undefined {
  const field = isFields(value) ? value[name] : undefined;
  return typeof field === 'string' ? field : undefined;
}
