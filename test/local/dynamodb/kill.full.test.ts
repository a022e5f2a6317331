import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type DynamoDb, openDynamoDb } from '../../../local/dynamodb/open.ts';
import { call } from './called.ts';
import { cases, casesTable, orders, provision, stack, withColour } from './tables.ts';

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callwright-dynamodb-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const place = { region: stack.region, accountId: stack.accountId };
const open = () => openDynamoDb({ ...place, dataFolder: folder });

function start(...task: string[]): ChildProcess {
  const script = new URL('./writing-process.ts', import.meta.url).pathname;
  child = spawn(process.execPath, [script, folder, ...task], { stdio: ['pipe', 'pipe', 'inherit'] });
  return child;
}

async function* linesOf(started: ChildProcess): AsyncGenerator<string> {
  if (started.stdout === null) throw new Error('The process has no output.');
  yield* createInterface({ input: started.stdout });
}

async function killed(started: ChildProcess): Promise<void> {
  const ended = once(started, 'exit');
  started.kill('SIGKILL');
  await ended;
}

async function all(db: DynamoDb, IndexName?: string): Promise<string[]> {
  const numbers: string[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const { body } = await call(db, 'Scan', { TableName: cases, IndexName, ExclusiveStartKey });
    const items: { number: { N: string } }[] = JSON.parse(JSON.stringify(body['Items']));
    numbers.push(...items.map((item) => item.number.N));
    ExclusiveStartKey = body['LastEvaluatedKey'];
  } while (ExclusiveStartKey !== undefined);
  return numbers.sort((a, b) => Number(a) - Number(b));
}

describe('a process that is killed', () => {
  test('loses nothing that it acknowledged, and leaves nothing half-written', async () => {
    const writer = start('write');
    let acknowledged = -1;
    for await (const line of linesOf(writer)) {
      acknowledged = Number(line);
      if (acknowledged >= 150) break;
    }
    await killed(writer);

    const db = await open();
    const numbers = await all(db);
    expect(numbers.length).toBeGreaterThan(acknowledged);
    expect(numbers).toEqual(numbers.map((_, position) => String(position)));
    expect(await all(db, 'by-phone')).toEqual(numbers);
    const sides = await Promise.all(
      ['left', 'right'].map((side) =>
        call(db, 'GetItem', { TableName: orders, Key: { order: { S: side } } }),
      ),
    );
    const [left, right] = sides.map(({ body }) => JSON.parse(JSON.stringify(body['Item'])).n.N);
    expect(left).toBe(right);
    expect(Number(left)).toBeGreaterThanOrEqual(acknowledged);

    // A client that heard no answer asks again under its token, and nothing happens twice.
    const again = await call(db, 'TransactWriteItems', {
      TransactItems: [{ Put: { TableName: orders, Item: { order: { S: 'other' } } } }],
      ClientRequestToken: `token-${acknowledged}`,
    });
    expect(again.body['__type']).toMatch(/IdempotentParameterMismatchException$/);
    await db.close();
  });

  test.each([28, 1e9])(
    'while it adds an index (after %d turns) leaves all items, and the next boot has it whole',
    async (turns) => {
      const filling = await open();
      await provision(filling, 'Cases', casesTable);
      const count = 1000;
      for (let from = 0; from < count; from += 25) {
        const puts = Array.from({ length: 25 }, (_, offset) => ({
          PutRequest: {
            Item: { customer: { S: 'c' }, number: { N: String(from + offset) }, colour: { S: 'blue' } },
          },
        }));
        await call(filling, 'BatchWriteItem', { RequestItems: { [cases]: puts } });
      }
      await filling.close();

      const builder = start('index', String(turns));
      const [, signal] = await once(builder, 'exit');
      expect(signal).toBe('SIGKILL');

      const db = await open();
      expect(await all(db)).toHaveLength(count);
      await provision(db, 'Cases', withColour);
      expect(await all(db, 'by-colour')).toHaveLength(count);
      await db.close();
    },
  );
});

describe('a data folder', () => {
  test('belongs to one process, and tells a second one whose it is', async () => {
    const holder = start('hold');
    for await (const _line of linesOf(holder)) break;
    await expect(open()).rejects.toThrow(
      `The data folder ${folder} is in use by process ${holder.pid}: stop that one, or choose another folder.`,
    );
    await killed(holder);
    await (await open()).close();
  });

  test('whose files are damaged, or that cannot be one, is named in a sentence with what to do', async () => {
    await (await open()).close();
    writeFileSync(join(folder, 'tables', 'CURRENT'), 'no manifest\n');
    await expect(open()).rejects.toThrow(
      /^The tables in \S+ cannot be opened \(IO error: .*\): put back a copy of the folder, or start over with --fresh\.$/,
    );
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(openDynamoDb({ ...place, dataFolder: join(file, 'data') })).rejects.toThrow(
      /^The data folder \S+ cannot be made \(ENOTDIR: .*\): choose another folder\.$/,
    );
  });

  test('belongs to one opening within a process too', async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(`is in use by process ${process.pid}`);
    await first.close();
    await (await open()).close();
  });

  test('keeps accepted writes that the closing overtakes', async () => {
    const db = await open();
    await provision(db, 'Cases', casesTable);
    const writes = Array.from({ length: 20 }, (_, number) =>
      call(db, 'PutItem', {
        TableName: cases,
        Item: { customer: { S: 'c' }, number: { N: String(number) } },
      }),
    );
    await Promise.all([...writes, db.close()]);
    const again = await open();
    expect(await all(again)).toHaveLength(20);
    await again.close();
  });
});
