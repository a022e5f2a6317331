import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { prefixOf, Storage } from '../../../local/dynamodb/embedded/storage.ts';
import { type DynamoDb, openDynamoDb } from '../../../local/dynamodb/open.ts';
import { call } from './called.ts';
import { cases, casesTable, colourIndex, ordersTable, provision, stack, withColour } from './tables.ts';

let folder: string;
let db: DynamoDb;
const open = async () => {
  db = await openDynamoDb({ region: stack.region, accountId: stack.accountId, dataFolder: folder });
};
const boot = async (properties: Readonly<Record<string, unknown>>) => {
  await db.close();
  await open();
  return await provision(db, 'Cases', properties);
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callwright-dynamodb-'));
  await open();
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const item = (number: number, more: object = {}) => ({
  customer: { S: 'c' },
  number: { N: String(number) },
  phone: { S: `+1202555010${number}` },
  colour: { S: 'blue' },
  ...more,
});
const fill = async () => {
  for (const number of [1, 2, 3]) await call(db, 'PutItem', { TableName: cases, Item: item(number) });
};
const count = async (IndexName?: string) =>
  (await call(db, 'Scan', { TableName: cases, IndexName })).body['Count'];
describe('a table of the template', () => {
  test('has a stable name, and the attributes that other resources read', async () => {
    const first = await provision(db, 'Cases', {
      ...casesTable,
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
      Tags: [{ Key: 'part', Value: 'cases' }],
    });
    const arn = 'arn:aws:dynamodb:us-east-1:123456789012:table/Callwright-dev-Cases';
    expect(first).toEqual({
      physicalId: cases,
      attributes: {
        Arn: arn,
        TableId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        StreamArn: expect.stringMatching(
          /^arn:aws:dynamodb:us-east-1:123456789012:table\/Callwright-dev-Cases\/stream\/2/,
        ),
      },
    });
    const { body } = await call(db, 'DescribeContinuousBackups', { TableName: cases });
    expect(JSON.stringify(body)).toContain('"PointInTimeRecoveryStatus":"ENABLED"');
    const tags = await call(db, 'ListTagsOfResource', { ResourceArn: arn });
    expect(tags.body['Tags']).toEqual([{ Key: 'part', Value: 'cases' }]);
  });

  test('keeps its name, id and stream over a restart', async () => {
    const properties = { ...casesTable, StreamSpecification: { StreamViewType: 'KEYS_ONLY' } };
    const first = await provision(db, 'Cases', properties);
    expect(await boot(properties)).toEqual(first);
  });

  test('made with TableV2 takes the settings of the replica in its region', async () => {
    const { BillingMode, TimeToLiveSpecification, ...rest } = casesTable;
    const created = await provision(
      db,
      'Cases',
      {
        ...rest,
        BillingMode,
        TimeToLiveSpecification,
        TableName: 'named-by-hand',
        Replicas: [
          { Region: 'eu-west-1' },
          {
            Region: 'us-east-1',
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: 'true' },
          },
        ],
      },
      'AWS::DynamoDB::GlobalTable',
    );
    expect(created.physicalId).toBe('named-by-hand');
    const backups = await call(db, 'DescribeContinuousBackups', { TableName: 'named-by-hand' });
    expect(JSON.stringify(backups.body)).toContain('"PointInTimeRecoveryStatus":"ENABLED"');
    const deletion = await call(db, 'DeleteTable', { TableName: 'named-by-hand' });
    expect(deletion.body['message']).toMatch(/protected against deletion/);
  });

  test.each([
    [
      'a property that is not simulated',
      { ImportSourceSpecification: {} },
      "Table 'Cases': property 'ImportSourceSpecification' is not simulated locally; take it out of the template.",
    ],
    [
      'no replica in its region',
      { Replicas: [{ Region: 'eu-west-1' }] },
      "Table 'Cases' has no replica in us-east-1, where its stack is; add one.",
    ],
    [
      'an attribute of an unknown type',
      { AttributeDefinitions: [{ AttributeName: 'a', AttributeType: 'X' }] },
      /expected a name and S, N or B/,
    ],
    [
      'an index without projection',
      { GlobalSecondaryIndexes: [{ ...colourIndex, Projection: {} }] },
      /index 'by-colour' has the projection {}/,
    ],
    [
      'an index of two partition keys',
      {
        GlobalSecondaryIndexes: [
          { ...colourIndex, KeySchema: [...colourIndex.KeySchema, ...colourIndex.KeySchema] },
        ],
      },
      /one partition key/,
    ],
    [
      'an index on an undefined attribute',
      { GlobalSecondaryIndexes: [colourIndex] },
      /not defined in AttributeDefinitions/,
    ],
    [
      'a defined attribute that nothing uses',
      { AttributeDefinitions: withColour.AttributeDefinitions },
      /Some AttributeDefinitions are not used/,
    ],
  ])('with %s is refused', async (_what, change, message) => {
    await expect(async () => await provision(db, 'Cases', { ...casesTable, ...change })).rejects.toThrow(
      message,
    );
  });

  test('cannot have the name of another', async () => {
    await provision(db, 'Cases', { ...casesTable, TableName: 'shared' });
    await expect(
      async () => await provision(db, 'Other', { ...casesTable, TableName: 'shared' }),
    ).rejects.toThrow("Tables 'Cases' and 'Other' have the same name, shared; rename one.");
  });
});

describe('a kept table', () => {
  test('keeps its items, and a new index finds them', async () => {
    await provision(db, 'Cases', casesTable);
    await fill();
    await call(db, 'PutItem', { TableName: cases, Item: { customer: { S: 'x' }, number: { N: '9' } } });
    await boot(withColour);
    expect(db.tables.migrations()).toEqual([`Table '${cases}': index 'by-colour' was added.`]);
    expect([await count(), await count('by-phone'), await count('by-colour')]).toEqual([4, 3, 3]);
    await call(db, 'DeleteItem', { TableName: cases, Key: { customer: { S: 'c' }, number: { N: '1' } } });
    expect(await count('by-colour')).toBe(2);
  });

  test('loses an index that the template no longer has, and may get another under its name', async () => {
    await provision(db, 'Cases', withColour);
    await fill();
    await boot(casesTable);
    expect(db.tables.migrations()).toEqual([`Table '${cases}': index 'by-colour' was removed.`]);
    const gone = await call(db, 'Scan', { TableName: cases, IndexName: 'by-colour' });
    expect(gone.body['message']).toMatch(/does not have the specified index/);
    // Writes in between must not leave anything behind that the index would show when it is back.
    await call(db, 'DeleteItem', { TableName: cases, Key: { customer: { S: 'c' }, number: { N: '1' } } });
    await boot(withColour);
    expect([await count(), await count('by-colour')]).toEqual([2, 2]);
  });

  test('rebuilds an index whose keys, types or projection changed', async () => {
    await provision(db, 'Cases', withColour);
    await fill();
    const indexes = [
      ...casesTable.GlobalSecondaryIndexes,
      { ...colourIndex, Projection: { ProjectionType: 'KEYS_ONLY' } },
    ];
    await boot({ ...withColour, GlobalSecondaryIndexes: indexes });
    expect(db.tables.migrations()).toEqual([`Table '${cases}': index 'by-colour' was rebuilt.`]);
    const { body } = await call(db, 'Scan', { TableName: cases, IndexName: 'by-colour', Limit: 1 });
    expect(body['Items']).toEqual([{ customer: { S: 'c' }, number: { N: '1' }, colour: { S: 'blue' } }]);
  });

  test('has in a new index what its items say, and nothing that a killed attempt left there', async () => {
    await provision(db, 'Cases', casesTable);
    await fill();
    await db.close();
    const storage = await Storage.open(join(folder, 'tables'));
    const key = `${prefixOf.index('global', cases, 'by-colour')}left-over`;
    await storage.write([{ type: 'put', key, value: item(99) }]);
    await storage.close();
    await open();
    await provision(db, 'Cases', withColour);
    expect(await count('by-colour')).toBe(3);
  });

  test('whose deletion was cut short is gone at the next boot, and empty when it comes back', async () => {
    await provision(db, 'Cases', casesTable);
    await fill();
    await db.close();
    const storage = await Storage.open(join(folder, 'tables'));
    const record = JSON.parse(JSON.stringify(storage.value(prefixOf.table + cases)));
    record.description.TableStatus = 'DELETING';
    await storage.write([{ type: 'put', key: prefixOf.table + cases, value: record }]);
    await storage.close();
    await open();
    expect(db.tables.names()).toEqual([]);
    await provision(db, 'Cases', casesTable);
    expect([await count(), await count('by-phone')]).toEqual([0, 0]);
  });

  test('with an unchanged template is left alone', async () => {
    await provision(db, 'Cases', withColour);
    await fill();
    await boot({ ...withColour, GlobalSecondaryIndexes: [...withColour.GlobalSecondaryIndexes].reverse() });
    expect(db.tables.migrations()).toEqual([]);
  });

  test('whose items do not fit a new index says which one, and keeps everything', async () => {
    await provision(db, 'Cases', casesTable);
    await fill();
    await call(db, 'PutItem', { TableName: cases, Item: item(4, { colour: { N: '4' } }) });
    await expect(async () => await boot(withColour)).rejects.toThrow(
      /Index 'by-colour' of table 'Callwright-dev-Cases' needs 'colour' as S, but the item with customer {"S":"c"}, number {"N":"4"} has N/,
    );
    await boot(casesTable);
    expect(await count()).toBe(4);
  });

  test.each([
    [
      'key',
      {
        KeySchema: casesTable.KeySchema.slice(0, 1),
        AttributeDefinitions: casesTable.AttributeDefinitions.filter(
          ({ AttributeName }) => AttributeName !== 'number',
        ),
      },
      'its key was customer (S), number (N) and the template now says customer (S)',
    ],
    [
      'key type',
      {
        AttributeDefinitions: casesTable.AttributeDefinitions.map((definition) =>
          definition.AttributeName === 'number' ? { ...definition, AttributeType: 'S' } : definition,
        ),
      },
      'its key was customer (S), number (N) and the template now says customer (S), number (S)',
    ],
    [
      'local index',
      {
        LocalSecondaryIndexes: [
          {
            IndexName: 'local',
            KeySchema: [
              { AttributeName: 'customer', KeyType: 'HASH' },
              { AttributeName: 'openedAt', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
      },
      "its local index 'local' is not the same any more",
    ],
  ])(
    'with items and another %s is refused by name, without items it is made anew',
    async (_what, change, why) => {
      await provision(db, 'Cases', casesTable);
      await fill();
      await expect(async () => await boot({ ...casesTable, ...change })).rejects.toThrow(
        `Table '${cases}' keeps items, but ${why}. Start over with --fresh, or change the template back.`,
      );
      await boot(casesTable);
      expect(await count()).toBe(3);
      for (const number of [1, 2, 3])
        await call(db, 'DeleteItem', {
          TableName: cases,
          Key: { customer: { S: 'c' }, number: { N: String(number) } },
        });
      await boot({ ...casesTable, ...change });
      expect(db.tables.migrations()).toEqual([`Table '${cases}' was empty and was made anew: ${why}.`]);
    },
  );

  test('that the template no longer has is kept and told by name', async () => {
    await provision(db, 'Cases', casesTable);
    await fill();
    await db.close();
    await open();
    await provision(db, 'Orders', ordersTable);
    expect(db.tables.unclaimed()).toEqual([cases]);
    expect(await count()).toBe(3);
  });

  test('takes time to live, recovery, protection and tags from the template at each boot', async () => {
    await provision(db, 'Cases', {
      ...casesTable,
      DeletionProtectionEnabled: true,
      Tags: [{ Key: 'a', Value: '1' }],
    });
    const { TimeToLiveSpecification: _none, ...without } = casesTable;
    await boot({ ...without, Tags: [{ Key: 'b', Value: '2' }] });
    const timeToLive = await call(db, 'DescribeTimeToLive', { TableName: cases });
    expect(timeToLive.body['TimeToLiveDescription']).toEqual({ TimeToLiveStatus: 'DISABLED' });
    const tags = await call(db, 'ListTagsOfResource', {
      ResourceArn: `arn:aws:dynamodb:us-east-1:123456789012:table/${cases}`,
    });
    expect(tags.body['Tags']).toEqual([{ Key: 'b', Value: '2' }]);
    expect((await call(db, 'DeleteTable', { TableName: cases })).status).toBe(200);
  });
});
