/** Serves the local DynamoDB over HTTP to a real SDK client, with a caller whose permissions the test decides. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CreatedResource } from '../../../local/assembly/provisioner.ts';
import { type DynamoDb, type DynamoDbOptions, openDynamoDb } from '../../../local/dynamodb/open.ts';
import type { Decision, Principal } from '../../../local/endpoint/service.ts';

export const engine = process.env['DDB_ENGINE'] === 'dynoxide' ? 'dynoxide' : 'dynalite';
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

export const ordersTable = {
  KeySchema: [{ AttributeName: 'order', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'order', AttributeType: 'S' }],
  BillingMode: 'PAY_PER_REQUEST',
};

export const cases = 'Callwright-dev-Cases';
export const orders = 'Callwright-dev-Orders';

export interface Served {
  readonly db: DynamoDb;
  readonly client: DynamoDBClient;
  readonly server: Server;
  readonly endpoint: string;
  /** Replaces what the caller may do. */
  permit(decide: Decide): void;
  close(): Promise<void>;
}

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
