/** The client of DynamoDB that says how long its requests take: what a call takes besides them is the function's own. */

import { channel } from 'node:diagnostics_channel';
import { DynamoDBClient as Client, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

export * from '@aws-sdk/client-dynamodb';

const requestTimes = channel('callwright.bench.request-ms');

export class DynamoDBClient extends Client {
  constructor(configuration: DynamoDBClientConfig) {
    super(configuration);
    const { send } = Client.prototype;
    Object.defineProperty(this, 'send', {
      value: async (command: unknown): Promise<unknown> => {
        const began = performance.now();
        const output: unknown = await Reflect.apply(send, this, [command]);
        requestTimes.publish(performance.now() - began);
        return output;
      },
    });
  }
}
