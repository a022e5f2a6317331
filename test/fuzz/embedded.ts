/** Our handlers in this process on the embedded tables: every request of theirs is seen, and refused where their contract has no right to it. */
import { ConnectClient } from '@aws-sdk/client-connect';
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { BACKGROUND_VARIABLE, type TableUse } from '../../lambdas/runtime/contract.ts';
import type { TableName } from '../../lambdas/tables/definition.ts';
import { pretendedAssemblyFolder } from '../../lib/paths.ts';
import type { ItemChange } from '../../local/dynamodb/changes.ts';
import type { Decision } from '../../local/endpoint/service.ts';
import { oneTemplate } from '../kit/one-template.ts';
import { type ServedTables, serveOurTables } from '../lambdas/tables/served-tables.ts';

export interface Seen {
  readonly operation: string;
  readonly body: string;
}

export interface Embedded {
  readonly open: ServedTables;
  /** What handlers have asked of the tables since the last time, the oldest first. */
  seen(): readonly Seen[];
  /** What was changed in the tables since the last time. */
  changes(): readonly ItemChange[];
  /** Holds every request from now on to what a contract may do. */
  holdTo(uses: readonly TableUse[]): void;
  /** What was written to the log since the last time. */
  told(): string;
  close(): Promise<void>;
}

/** Operations that name what they look at by key, and so cost what they find. */
export const BY_KEY: ReadonlySet<string> = new Set([
  'BatchGetItem',
  'GetItem',
  'Query',
  'TransactGetItems',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'TransactWriteItems',
]);

/** Operations that change something. */
export const WRITES: ReadonlySet<string> = new Set([
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'TransactWriteItems',
]);

/** A command of the SDK, as far as it is looked at. */
interface Command {
  readonly input: object;
}

/** Opens the tables and puts them in place of the network. Handlers are loaded after it. */
export async function openEmbedded(): Promise<Embedded> {
  const open = await serveOurTables();
  let seen: Seen[] = [];
  let changes: ItemChange[] = [];
  let uses: readonly TableUse[] | undefined;
  open.served.db.onChange((change) => changes.push(change));
  const tables: ReadonlyMap<string, TableName> = new Map(
    Object.values(open.tables).map(({ name }) => [name, tableOf(open, name)]),
  );
  const decide = (action: string, resource: string): Decision => {
    const [table = '', , index] = resource.slice(resource.indexOf(':table/') + 7).split('/');
    const allowed =
      uses === undefined ||
      uses.some(
        (use) =>
          use.table === tables.get(table) && use.index === index && use.actions.some((own) => own === action),
      );
    return allowed
      ? { allowed }
      : { allowed, message: `the contract has no ${action} on ${table} ${index ?? ''}` };
  };
  const principal = { arn: 'arn:aws:sts::123456789012:assumed-role/fuzz/fuzz', decide };
  let log: string[] = [];
  const consoles = { log: console.log, error: console.error };
  const keep = (line: string): void => {
    log.push(line);
  };
  Object.assign(console, { log: keep, error: keep });
  const ask = async (command: Command): Promise<object> => {
    const operation = command.constructor.name.replace(/Command$/, '');
    const body = JSON.stringify(command.input);
    seen.push({ operation, body });
    const answer = await open.served.db.service.handle({
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body: Buffer.from(body),
      principal,
    });
    const said: Readonly<Record<string, unknown>> = JSON.parse(answer.body.toString());
    if (answer.status === 200) return said;
    throw faultOf(said);
  };
  Object.assign(process.env, environmentOf(open));
  // To serialize, sign and send would cost ten times what is tested here; calls and bundles do all of that elsewhere.
  let tasks = 0;
  const startTask = async (): Promise<object> => {
    tasks += 1;
    return { ContactId: `task-${tasks}` };
  };
  Object.assign(DynamoDBClient.prototype, { send: ask });
  Object.assign(ConnectClient.prototype, { send: startTask });
  // What is started in the background is tried by itself.
  process.env[BACKGROUND_VARIABLE] = 'arn:aws:lambda:us-east-1:123456789012:function:in-the-background';
  Object.assign(LambdaClient.prototype, { send: async () => ({}) });
  return {
    open,
    seen() {
      const found = seen;
      seen = [];
      return found;
    },
    changes() {
      const found = changes;
      changes = [];
      return found;
    },
    told() {
      const lines = log.join('\n');
      log = [];
      return lines;
    },
    holdTo(next) {
      uses = next;
    },
    async close() {
      Reflect.deleteProperty(DynamoDBClient.prototype, 'send');
      Reflect.deleteProperty(ConnectClient.prototype, 'send');
      Reflect.deleteProperty(LambdaClient.prototype, 'send');
      Object.assign(console, consoles);
      await open.served.close();
    },
  };
}

/** As the SDK throws it. */
function faultOf({ __type, message, Message, ...more }: Readonly<Record<string, unknown>>): Error {
  const name = String(__type).split('#').at(-1) ?? '';
  const text = String(message ?? Message);
  if (name === 'ConditionalCheckFailedException')
    return new ConditionalCheckFailedException({ message: text, $metadata: {}, ...more });
  if (name === 'TransactionCanceledException')
    return new TransactionCanceledException({ message: text, $metadata: {}, ...more });
  return Object.assign(new Error(text), { name });
}

function tableOf({ tables }: ServedTables, physical: string): TableName {
  const found = Object.entries(tables).find(([, { name }]) => name === physical);
  const [name] = found ?? [];
  if (name === undefined || !isTable(name, tables)) throw new Error(`no table is called ${physical}`);
  return name;
}

const isTable = (name: string, tables: ServedTables['tables']): name is TableName => name in tables;

/** What the stack sets, as far as it is text; the tables are those of the test. */
function environmentOf({ tables }: ServedTables): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const { Properties } of Object.values(oneTemplate(pretendedAssemblyFolder).Resources)) {
    const set: unknown = Reflect.get(Object(Properties?.['Environment']), 'Variables');
    for (const [name, value] of Object.entries(Object(set)))
      if (typeof value === 'string') variables[name] = value;
  }
  return {
    ...variables,
    ...Object.fromEntries(
      Object.entries(tables).map(([name, { name: physical }]) => [`TABLE_${name.toUpperCase()}`, physical]),
    ),
    TASK_FLOW_ARN: 'arn:aws:connect:us-east-1:123456789012:instance/0a1b2c3d/contact-flow/tasks',
    NUMBER_TO_CALL: JSON.stringify('+12025550100'),
    SENDING: JSON.stringify({
      company: 'Larkfield Supplies',
      timeZone: 'UTC',
      instanceId: '0a1b2c3d',
      taskFlowArn: 'arn:aws:connect:us-east-1:123456789012:instance/0a1b2c3d/contact-flow/tasks',
      queueArns: {},
    }),
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
}
