/** Our tables in the local DynamoDB, made from their definitions. */
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { definition as appointments } from '../../../lambdas/tables/appointments.ts';
import { definition as audit } from '../../../lambdas/tables/audit.ts';
import { definition as cases } from '../../../lambdas/tables/cases.ts';
import { definition as contacts } from '../../../lambdas/tables/contacts.ts';
import { definition as customers } from '../../../lambdas/tables/customers.ts';
import type { KeyAttribute, TableDefinition, TableName } from '../../../lambdas/tables/definition.ts';
import { definition as desk } from '../../../lambdas/tables/desk.ts';
import { definition as feedback } from '../../../lambdas/tables/feedback.ts';
import { definition as messages } from '../../../lambdas/tables/messages.ts';
import { definition as orders } from '../../../lambdas/tables/orders.ts';
import type { Table } from '../../../lambdas/tables/table.ts';
import { definition as troubles } from '../../../lambdas/tables/troubles.ts';
import { type Served, serve } from '../../local/dynamodb/served.ts';

const TABLE = 'AWS::DynamoDB::Table';
const stack = {
  stackName: 'Callwright-dev',
  stackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/Callwright-dev/1',
  region: 'us-east-1',
  accountId: '123456789012',
  partition: 'aws',
};

export interface ServedTables {
  readonly served: Served;
  /** For what tests look at and change themselves, in plain values. */
  readonly documents: DynamoDBDocumentClient;
  readonly tables: Readonly<Record<TableName, Table>>;
}

export async function serveOurTables(): Promise<ServedTables> {
  const served = await serve();
  const { client } = served;
  const create = async (definition: TableDefinition): Promise<Table> => {
    const provisioner = served.db.provisioners.find((candidate) => candidate.type === TABLE);
    if (provisioner === undefined) throw new Error(`nothing provisions ${TABLE}`);
    const properties = propertiesOf(definition);
    const { physicalId } = await provisioner.create({
      logicalId: definition.name,
      type: TABLE,
      properties,
      stack,
    });
    return { client, name: physicalId };
  };
  return {
    served,
    documents: DynamoDBDocumentClient.from(client),
    tables: {
      customers: await create(customers),
      cases: await create(cases),
      orders: await create(orders),
      contacts: await create(contacts),
      messages: await create(messages),
      desk: await create(desk),
      feedback: await create(feedback),
      appointments: await create(appointments),
      audit: await create(audit),
      troubles: await create(troubles),
    },
  };
}

function propertiesOf({
  partitionKey,
  sortKey,
  indexes,
  timeToLiveAttribute,
}: TableDefinition): Record<string, unknown> {
  const keys = [{ partitionKey, sortKey }, ...indexes].flatMap((keyed) => [
    keyed.partitionKey,
    ...(keyed.sortKey === undefined ? [] : [keyed.sortKey]),
  ]);
  return {
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(partitionKey, sortKey),
    AttributeDefinitions: [...new Map(keys.map((key) => [key.name, key])).values()].map(({ name, type }) => ({
      AttributeName: name,
      AttributeType: type,
    })),
    ...(indexes.length === 0
      ? {}
      : {
          GlobalSecondaryIndexes: indexes.map((index) => ({
            IndexName: index.name,
            KeySchema: keySchema(index.partitionKey, index.sortKey),
            Projection:
              index.projection === 'all'
                ? { ProjectionType: 'ALL' }
                : index.projection.length === 0
                  ? { ProjectionType: 'KEYS_ONLY' }
                  : { ProjectionType: 'INCLUDE', NonKeyAttributes: index.projection },
          })),
        }),
    ...(timeToLiveAttribute === undefined
      ? {}
      : { TimeToLiveSpecification: { AttributeName: timeToLiveAttribute, Enabled: true } }),
  };
}

function keySchema(partitionKey: KeyAttribute, sortKey: KeyAttribute | undefined): readonly object[] {
  const hash = { AttributeName: partitionKey.name, KeyType: 'HASH' };
  return sortKey === undefined ? [hash] : [hash, { AttributeName: sortKey.name, KeyType: 'RANGE' }];
}
