/**
 * What the functions are measured against: the least handler that makes one DynamoDB request, on the same client. The
 * request is the very one that the measured function makes, so that nothing but the handlers differ.
 */

import { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({
  maxAttempts: 2,
  retryMode: 'standard',
  requestHandler: { connectionTimeout: 300, requestTimeout: 700, throwOnRequestTimeout: true },
});
const input = JSON.parse(`${process.env['BENCH_REQUEST']}`);
const [table = ''] = Object.keys(input.RequestItems);

export async function handler(): Promise<Readonly<Record<string, string>>> {
  const { Responses } = await client.send(new BatchGetItemCommand({ ...input }));
  return { outcome: 'found', customerId: `${Responses?.[table]?.[0]?.['customerId']?.S}` };
}
