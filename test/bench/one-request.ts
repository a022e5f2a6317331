/** What the functions are measured against: the least handler that makes one DynamoDB request, on the same client. */

import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({
  maxAttempts: 2,
  retryMode: 'standard',
  requestHandler: { connectionTimeout: 300, requestTimeout: 700, throwOnRequestTimeout: true },
});
const TableName = `${process.env['TABLE_CUSTOMERS']}`;

export async function handler(): Promise<Readonly<Record<string, string>>> {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName,
      Key: { pk: { S: 'PHONE#+12025550101' }, sk: { S: 'PHONE' } },
      ProjectionExpression: 'customerId',
    }),
  );
  return { outcome: 'found', customerId: `${Item?.['customerId']?.S}` };
}
