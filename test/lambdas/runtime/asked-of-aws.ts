/** Run as a function is, bundled: tells what the clients of functions would ask of AWS, and asks nothing. */
import { ConnectClient, ListUsersCommand } from '@aws-sdk/client-connect';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

const asked: unknown[] = [];

/** Stands for the network: it is the last that a client comes to. */
const requestHandler = {
  handle: async (request: { readonly hostname: string; readonly headers: Record<string, string> }) => {
    const { authorization = '', ...headers } = request.headers;
    const [scope] = /[^/]+\/[^/]+\/aws4_request/.exec(authorization) ?? [];
    // What is another one each time says nothing.
    for (const name of ['x-amz-date', 'amz-sdk-invocation-id']) delete headers[name];
    asked.push({ ...request, headers, scope, body: undefined });
    throw Object.assign(new Error('nobody is asked'), { name: 'Unasked' });
  },
};
/** With the settings of our clients, and with none. */
for (const given of [{ maxAttempts: 2, retryMode: 'standard' }, {}]) {
  const options = { ...given, requestHandler };
  const asks = [
    () => new DynamoDBClient(options).send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'k' } } })),
    () => new ConnectClient(options).send(new ListUsersCommand({ InstanceId: 'i' })),
    () => new LambdaClient(options).send(new InvokeCommand({ FunctionName: 'f' })),
  ];
  for (const ask of asks)
    await ask().catch((error: Error) => {
      if (error.name !== 'Unasked') asked.push(error.message);
    });
}
process.stdout.write(JSON.stringify(asked));
