/** Serves the local DynamoDB over HTTP to a real SDK client, with a caller whose permissions the test decides. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynamoDb, type DynamoDbOptions, openDynamoDb } from '../../../local/dynamodb/open.ts';
import type { Principal } from '../../../local/endpoint/service.ts';
import { casesTable, type Decide, engine, everything, ordersTable, provision, stack } from './tables.ts';

/** Tests elsewhere serve tables of their own. */
export { provision, stack } from './tables.ts';

export interface Served {
  readonly db: DynamoDb;
  readonly client: DynamoDBClient;
  readonly server: Server;
  readonly endpoint: string;
  /** Replaces what the caller may do. */
  permit(decide: Decide): void;
  close(): Promise<void>;
}

export async function serve(options: Partial<DynamoDbOptions> = {}): Promise<Served> {
  const db = await openDynamoDb({ region: stack.region, accountId: stack.accountId, engine, ...options });
  let decide = everything;
  const principal: Principal = {
    arn: 'arn:aws:sts::123456789012:assumed-role/test/test',
    decide: (...asked) => decide(...asked),
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const url = new URL(request.url ?? '/', 'http://localhost');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const {
      status,
      headers: answered,
      body,
    } = await db.service.handle({
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers,
      body: Buffer.concat(chunks),
      principal,
    });
    response.writeHead(status, { ...answered }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  const endpoint = `http://127.0.0.1:${address.port}`;
  const client = new DynamoDBClient({
    endpoint,
    region: stack.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return {
    db,
    client,
    server,
    endpoint,
    permit: (next) => {
      decide = next;
    },
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      server.close();
      await db.close();
    },
  };
}

/** Serves an empty `cases` and an empty `orders` table. */
export async function serveTables(options: Partial<DynamoDbOptions> = {}): Promise<Served> {
  const served = await serve(options);
  await provision(served.db, 'Cases', casesTable);
  await provision(served.db, 'Orders', ordersTable);
  return served;
}
