/** The tables, stack and caller that the tests of the local DynamoDB share. */
import type { CreatedResource } from '../../../local/assembly/provisioner.ts';
import type { DynamoDb } from '../../../local/dynamodb/open.ts';
import { whyNoDynoxide } from '../../../local/dynamodb/strict/dynoxide-process.ts';
import type { Decision, Principal } from '../../../local/endpoint/service.ts';

const strictIsWanted = process.env['DDB_ENGINE'] === 'dynoxide';
/** What the table tests run on: the embedded engine, or the strict one where it is asked for and can run. */
export const engine = strictIsWanted && whyNoDynoxide() === undefined ? 'dynoxide' : 'dynalite';
export const stack = {
  stackName: 'Callwright-dev',
  stackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/Callwright-dev/1',
  region: 'us-east-1',
  accountId: '123456789012',
  partition: 'aws',
};

export type Decide = (...asked: Parameters<Principal['decide']>) => Decision;
export const everything: Decide = () => ({ allowed: true });

/** A table with a sort key, an index on `phone`, an index with a numeric sort key, and time to live on `expiresAt`. */
export const casesTable = {
  KeySchema: [
    { AttributeName: 'customer', KeyType: 'HASH' },
    { AttributeName: 'number', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'customer', AttributeType: 'S' },
    { AttributeName: 'number', AttributeType: 'N' },
    { AttributeName: 'phone', AttributeType: 'S' },
    { AttributeName: 'status', AttributeType: 'S' },
    { AttributeName: 'openedAt', AttributeType: 'N' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-phone',
      KeySchema: [{ AttributeName: 'phone', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: 'by-status',
      KeySchema: [
        { AttributeName: 'status', KeyType: 'HASH' },
        { AttributeName: 'openedAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  BillingMode: 'PAY_PER_REQUEST',
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
};

export const colourIndex = {
  IndexName: 'by-colour',
  KeySchema: [{ AttributeName: 'colour', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
};

/** The same with a third index. */
export const withColour = {
  ...casesTable,
  AttributeDefinitions: [...casesTable.AttributeDefinitions, { AttributeName: 'colour', AttributeType: 'S' }],
  GlobalSecondaryIndexes: [...casesTable.GlobalSecondaryIndexes, colourIndex],
};

export const ordersTable = {
  KeySchema: [{ AttributeName: 'order', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'order', AttributeType: 'S' }],
  BillingMode: 'PAY_PER_REQUEST',
};

export const cases = 'Callwright-dev-Cases';
export const orders = 'Callwright-dev-Orders';

export function provision(
  db: DynamoDb,
  logicalId: string,
  properties: Readonly<Record<string, unknown>>,
  type = 'AWS::DynamoDB::Table',
): CreatedResource | Promise<CreatedResource> {
  const provisioner = db.provisioners.find((candidate) => candidate.type === type);
  if (provisioner === undefined) throw new Error(`Nothing provisions ${type}.`);
  return provisioner.create({ logicalId, type, properties, stack });
}
