/** Reads what a template says about a table, from either of its two resource types. */
import {
  type AttributeDefinition,
  type Fields,
  fieldsAt,
  type KeySchemaElement,
  listAt,
  type Projection,
  textAt,
} from './shapes.ts';

export interface IndexDefinition {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: Projection;
}

export interface TableDefinition {
  readonly tableName: string;
  readonly keySchema: readonly KeySchemaElement[];
  readonly attributeDefinitions: readonly AttributeDefinition[];
  readonly globalIndexes: readonly IndexDefinition[];
  readonly localIndexes: readonly IndexDefinition[];
  readonly timeToLiveAttribute?: string;
  readonly streamViewType?: string;
  readonly pointInTimeRecovery: boolean;
  readonly deletionProtection: boolean;
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
}

/** Followed here. */
const followed = [
  'AttributeDefinitions',
  'DeletionProtectionEnabled',
  'GlobalSecondaryIndexes',
  'KeySchema',
  'LocalSecondaryIndexes',
  'PointInTimeRecoverySpecification',
  'Replicas',
  'StreamSpecification',
  'TableName',
  'Tags',
  'TimeToLiveSpecification',
];

/** Without an effect that a program could see: nothing is billed, throttled, encrypted or copied locally. */
const withoutEffect = [
  'BillingMode',
  'ContributorInsightsSpecification',
  'OnDemandThroughput',
  'ProvisionedThroughput',
  'ReadOnDemandThroughputSettings',
  'ReadProvisionedThroughputSettings',
  'SSESpecification',
  'TableClass',
  'WarmThroughput',
  'WriteOnDemandThroughputSettings',
  'WriteProvisionedThroughputSettings',
];

/**
 * The table that a template's resource describes; of a global table, its replica in the stack's region.
 * @throws one sentence naming the resource where it asks for something that is not simulated
 */
export function tableDefinition(
  properties: Fields,
  stack: { readonly stackName: string; readonly region: string },
  logicalId: string,
): TableDefinition {
  for (const name of Object.keys(properties))
    if (!followed.includes(name) && !withoutEffect.includes(name))
      throw new Error(
        `Table '${logicalId}': property '${name}' is not simulated locally; take it out of the template.`,
      );
  const replica = listAt(properties, 'Replicas').find((entry) => textAt(entry, 'Region') === stack.region);
  if (properties['Replicas'] !== undefined && replica === undefined)
    throw new Error(`Table '${logicalId}' has no replica in ${stack.region}, where its stack is; add one.`);
  const own = (name: string): unknown => fieldsAt({ replica }, 'replica')[name] ?? properties[name];

  const timeToLive = fieldsAt(properties, 'TimeToLiveSpecification');
  const timeToLiveAttribute = isOn(timeToLive['Enabled']) ? textAt(timeToLive, 'AttributeName') : undefined;
  const streamViewType = textAt(fieldsAt(properties, 'StreamSpecification'), 'StreamViewType');
  const recovery = own('PointInTimeRecoverySpecification');
  return {
    tableName: textAt(properties, 'TableName') ?? `${stack.stackName}-${logicalId}`,
    keySchema: keySchema(properties, logicalId),
    attributeDefinitions: listAt(properties, 'AttributeDefinitions').map((definition) =>
      attributeDefinition(definition, logicalId),
    ),
    globalIndexes: listAt(properties, 'GlobalSecondaryIndexes').map((index) =>
      indexDefinition(index, logicalId),
    ),
    localIndexes: listAt(properties, 'LocalSecondaryIndexes').map((index) =>
      indexDefinition(index, logicalId),
    ),
    ...(timeToLiveAttribute === undefined ? {} : { timeToLiveAttribute }),
    ...(streamViewType === undefined ? {} : { streamViewType }),
    pointInTimeRecovery: isOn(fieldsAt({ recovery }, 'recovery')['PointInTimeRecoveryEnabled']),
    deletionProtection: isOn(own('DeletionProtectionEnabled')),
    tags: listAt({ tags: own('Tags') }, 'tags').map((tag) => ({
      Key: textAt(tag, 'Key') ?? '',
      Value: textAt(tag, 'Value') ?? '',
    })),
  };
}

/** Templates carry booleans as such or as text. */
function isOn(value: unknown): boolean {
  return value === true || value === 'true';
}

function keySchema(owner: unknown, logicalId: string): KeySchemaElement[] {
  return listAt(owner, 'KeySchema').map((element) => {
    const name = textAt(element, 'AttributeName');
    const type = textAt(element, 'KeyType');
    if (name === undefined || (type !== 'HASH' && type !== 'RANGE'))
      throw new Error(
        `Table '${logicalId}': a key schema has ${JSON.stringify(element)}; expected a name and HASH or RANGE.`,
      );
    return { AttributeName: name, KeyType: type };
  });
}

function attributeDefinition(definition: unknown, logicalId: string): AttributeDefinition {
  const name = textAt(definition, 'AttributeName');
  const type = textAt(definition, 'AttributeType');
  if (name === undefined || (type !== 'S' && type !== 'N' && type !== 'B'))
    throw new Error(
      `Table '${logicalId}': an attribute is ${JSON.stringify(definition)}; expected a name and S, N or B.`,
    );
  return { AttributeName: name, AttributeType: type };
}

function indexDefinition(index: unknown, logicalId: string): IndexDefinition {
  const IndexName = textAt(index, 'IndexName') ?? '';
  const keys = keySchema(index, logicalId);
  const partitionKeys = keys.filter(({ KeyType }) => KeyType === 'HASH');
  if (partitionKeys.length !== 1 || keys.length > 2)
    throw new Error(
      `Table '${logicalId}': index '${IndexName}' has ${keys.length} key attributes; locally an index has one partition key and at most one sort key.`,
    );
  const projection = fieldsAt(index, 'Projection');
  const type = textAt(projection, 'ProjectionType');
  if (type === 'ALL' || type === 'KEYS_ONLY')
    return { IndexName, KeySchema: keys, Projection: { ProjectionType: type } };
  if (type === 'INCLUDE') {
    const NonKeyAttributes = listAt(projection, 'NonKeyAttributes').map(String).sort();
    return { IndexName, KeySchema: keys, Projection: { ProjectionType: type, NonKeyAttributes } };
  }
  throw new Error(
    `Table '${logicalId}': index '${IndexName}' has the projection ${JSON.stringify(projection)}; expected ALL, KEYS_ONLY or INCLUDE.`,
  );
}
