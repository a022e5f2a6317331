/** Brings the tables of a template to life, and keeps account of which kept tables it no longer speaks of. */
import type { CreatedResource, Provisioner, ResourceRequest } from '../assembly/provisioner.ts';
import type { Engine } from './engine.ts';
import { bringTable } from './migration.ts';
import { fieldsAt, listAt, type TableDescription, textAt } from './shapes.ts';
import { type TableDefinition, tableDefinition } from './table-definition.ts';

const tableTypes = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

export interface TableProvisioning {
  readonly provisioners: readonly Provisioner[];
  /** Kept tables that no resource has claimed so far: their items stay, and nobody uses them. */
  unclaimed(): readonly string[];
  /** What was changed about kept tables, one sentence each. */
  migrations(): readonly string[];
}

export function tableProvisioning(engine: Engine): TableProvisioning {
  const owners = new Map<string, string>();
  const migrations: string[] = [];

  const create = async ({ logicalId, properties, stack }: ResourceRequest): Promise<CreatedResource> => {
    const definition = tableDefinition(properties, stack, logicalId);
    const { tableName } = definition;
    const owner = owners.get(tableName);
    if (owner !== undefined && owner !== logicalId)
      throw new Error(`Tables '${owner}' and '${logicalId}' have the same name, ${tableName}; rename one.`);
    migrations.push(...(await bringTable(engine, definition)));
    await applySettings(engine, definition);
    owners.set(tableName, logicalId);
    return created(engine.table(tableName), tableName);
  };

  return {
    provisioners: tableTypes.map((type) => ({ type, create })),
    unclaimed: () => engine.tableNames().filter((name) => !owners.has(name)),
    migrations: () => migrations,
  };
}

function created(table: TableDescription | undefined, tableName: string): CreatedResource {
  if (table === undefined) throw new Error(`Table '${tableName}' is missing right after it was created.`);
  const { TableArn: Arn, TableId, LatestStreamArn: StreamArn } = table;
  const isStreaming = fieldsAt(table, 'StreamSpecification')['StreamEnabled'] === true;
  return { physicalId: tableName, attributes: { Arn, TableId, ...(isStreaming ? { StreamArn } : {}) } };
}

/** The template decides every setting anew at each boot; what is as it should be stays untouched. */
async function applySettings(engine: Engine, wanted: TableDefinition): Promise<void> {
  const TableName = wanted.tableName;
  const table = engine.table(TableName);
  const stream = fieldsAt(table, 'StreamSpecification');
  if (textAt(stream, 'StreamViewType') !== wanted.streamViewType) {
    if (stream['StreamEnabled'] === true)
      await engine.run('UpdateTable', { TableName, StreamSpecification: { StreamEnabled: false } });
    if (wanted.streamViewType !== undefined) {
      const StreamSpecification = { StreamEnabled: true, StreamViewType: wanted.streamViewType };
      await engine.run('UpdateTable', { TableName, StreamSpecification });
    }
  }
  if ((table?.['DeletionProtectionEnabled'] === true) !== wanted.deletionProtection)
    await engine.run('UpdateTable', { TableName, DeletionProtectionEnabled: wanted.deletionProtection });
  await applyTimeToLive(engine, TableName, wanted.timeToLiveAttribute);
  await engine.run('UpdateContinuousBackups', {
    TableName,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: wanted.pointInTimeRecovery },
  });
  await applyTags(engine, table?.TableArn ?? '', wanted);
}

async function applyTimeToLive(engine: Engine, TableName: string, wanted: string | undefined): Promise<void> {
  const { TimeToLiveDescription } = await engine.run('DescribeTimeToLive', { TableName });
  const current = textAt(TimeToLiveDescription, 'AttributeName');
  if (current === wanted) return;
  const set = async (AttributeName: string, Enabled: boolean): Promise<void> => {
    await engine.run('UpdateTimeToLive', { TableName, TimeToLiveSpecification: { AttributeName, Enabled } });
  };
  if (current !== undefined) await set(current, false);
  if (wanted !== undefined) await set(wanted, true);
}

async function applyTags(engine: Engine, ResourceArn: string, { tags }: TableDefinition): Promise<void> {
  const kept = listAt(await engine.run('ListTagsOfResource', { ResourceArn }), 'Tags');
  const TagKeys = kept
    .map((tag) => textAt(tag, 'Key') ?? '')
    .filter((key) => !tags.some(({ Key }) => Key === key));
  if (TagKeys.length > 0) await engine.run('UntagResource', { ResourceArn, TagKeys });
  const isKept = (wanted: { Key: string; Value: string }): boolean =>
    kept.some((tag) => textAt(tag, 'Key') === wanted.Key && textAt(tag, 'Value') === wanted.Value);
  if (!tags.every(isKept)) await engine.run('TagResource', { ResourceArn, Tags: tags });
}
