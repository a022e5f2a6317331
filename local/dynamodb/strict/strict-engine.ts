/** The strict engine: every operation goes to dynoxide, so that a leniency of the embedded one cannot hide a mistake. */
import type { Engine, Place } from '../engine.ts';
import { DynamoDbError, tableNotFound } from '../errors.ts';
import { type Fields, fieldsAt, isFields, listAt, type TableDescription, textAt } from '../shapes.ts';
import { DynoxideProcess } from './dynoxide-process.ts';

/** Answers that describe a table and may change what we know of it. */
const tableOperations = new Set(['CreateTable', 'UpdateTable', 'DescribeTable', 'DeleteTable']);

/**
 * @param dataFolder must be left out: this engine is for tests and keeps nothing
 * @throws one sentence where it cannot run here
 */
export async function openStrict(
  dataFolder: string | undefined,
  place: Place,
  now: () => number,
): Promise<Engine> {
  if (dataFolder !== undefined)
    throw new Error(
      `The engine 'dynoxide' keeps nothing, so it cannot use ${dataFolder}; leave the data folder out.`,
    );
  const server = await DynoxideProcess.start();
  const tables = new Map<string, TableDescription>();
  const recoverable = new Map<string, number>();

  const send = async (operation: string, input: Fields): Promise<Fields> => {
    const namesArns = /Table|Tag/.test(operation);
    const asked = JSON.stringify(input);
    const { status, body } = await server.send(operation, namesArns ? inItsArns(asked, place) : asked);
    const answer: unknown = JSON.parse(namesArns ? inOurArns(body, place) : body);
    if (!isFields(answer))
      throw new Error(`dynoxide answered ${operation} with something other than an object.`);
    if (status !== 200) throw new DynamoDbError(answer, status);
    return answer;
  };

  const run = async (operation: string, input: Fields): Promise<Fields> => {
    if (operation === 'DescribeContinuousBackups' || operation === 'UpdateContinuousBackups')
      return backups(operation, input);
    const answer = await send(operation, input);
    const name = textAt(input, 'TableName') ?? '';
    if (operation === 'DeleteTable') tables.delete(name);
    else if (tableOperations.has(operation)) {
      const { Table: table } = await send('DescribeTable', { TableName: name });
      if (isTable(table)) tables.set(name, table);
    }
    return answer;
  };

  /** dynoxide has no point-in-time recovery. */
  const backups = (operation: string, input: Fields): Fields => {
    const name = textAt(input, 'TableName') ?? '';
    if (!tables.has(name)) throw tableNotFound(name);
    const specification = fieldsAt(input, 'PointInTimeRecoverySpecification');
    if (operation === 'UpdateContinuousBackups') {
      if (specification['PointInTimeRecoveryEnabled'] === true) recoverable.set(name, now());
      else recoverable.delete(name);
    }
    const PointInTimeRecoveryStatus = recoverable.has(name) ? 'ENABLED' : 'DISABLED';
    return {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus },
      },
    };
  };

  /** dynoxide never deletes what has expired. */
  const sweepExpired = async (nowMs: number): Promise<number> => {
    let deleted = 0;
    for (const [TableName, { KeySchema }] of tables) {
      const { TimeToLiveDescription } = await send('DescribeTimeToLive', { TableName });
      const attribute = textAt(TimeToLiveDescription, 'AttributeName');
      if (attribute === undefined) continue;
      const due = {
        ExpressionAttributeNames: { '#expiry': attribute },
        ExpressionAttributeValues: { ':now': { N: String(Math.floor(nowMs / 1000)) } },
      };
      const { Items } = await send('Scan', { TableName, FilterExpression: '#expiry <= :now', ...due });
      for (const item of listAt({ Items }, 'Items')) {
        const Key = Object.fromEntries(
          KeySchema.map(({ AttributeName }) => [AttributeName, fieldsAt(item, AttributeName)]),
        );
        await send('DeleteItem', { TableName, Key, ConditionExpression: '#expiry <= :now', ...due });
        deleted += 1;
      }
    }
    return deleted;
  };

  return {
    run,
    table: (name) => tables.get(name),
    tableNames: () => [...tables.keys()].sort(),
    sweepExpired,
    onChange: () => {
      throw new Error("The engine 'dynoxide' tells no changes; use 'dynalite'.");
    },
    mark: () => {
      throw new Error("The engine 'dynoxide' cannot go back; use 'dynalite'.");
    },
    close: () => server.stop(),
  };
}

/** dynoxide lives in an account and a region of its own. */
const itsArn = /arn:aws:dynamodb:[^:"]*:[^:"]*:table\//g;

function inOurArns(text: string, { region, accountId }: Place): string {
  return text.replaceAll(itsArn, `arn:aws:dynamodb:${region}:${accountId}:table/`);
}

function inItsArns(text: string, { region, accountId }: Place): string {
  return text.replaceAll(
    `arn:aws:dynamodb:${region}:${accountId}:table/`,
    'arn:aws:dynamodb:us-east-1:000000000000:table/',
  );
}

function isTable(value: unknown): value is TableDescription {
  return isFields(value) && typeof value['TableName'] === 'string' && Array.isArray(value['KeySchema']);
}
