/** Each case is counted once, where it stands, whatever the stream does; quality hears of a pair once in a week. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { CaseDetails } from '../../../lambdas/domain/case-details.ts';
import { followCases } from '../../../lambdas/follow-cases/contract.ts';
import { caseChangeFunction } from '../../../lambdas/runtime/case-change-function.ts';
import { caseKey } from '../../../lambdas/tables/case-keys.ts';
import { openCaseOnce } from '../../../lambdas/tables/cases.ts';
import { saveCustomer } from '../../../lambdas/tables/customers.ts';
import { erasePerson } from '../../../lambdas/tables/person-erasure.ts';
import { writeTogether } from '../../../lambdas/tables/transaction.ts';
import { countCase } from '../../../lambdas/tables/troubles.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
  holidays: [],
};
const settings = { zone: hours, terms: { alertFrom: 5, newAlertFrom: 3 } };
const WEEK = '2026-W47';
const NOW = new Date('2026-11-18T12:00:00Z');
const WEEK_MS = 7 * 24 * 3_600_000;
const ALL_DONE = { batchItemFailures: [] };

describe('troubles', () => {
  let open: ServedTables;
  let calls = 0;
  const clients: DynamoDBClient[] = [];
  beforeAll(async () => {
    open = await serveOurTables();
  });
  afterAll(async () => {
    for (const client of clients) client.destroy();
    await open.served.close();
  });
  beforeEach(() => {
    for (const method of ['log', 'error'] as const) jest.spyOn(console, method).mockReturnValue();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    open.served.permit(() => ({ allowed: true }));
    await Promise.all(
      [open.tables.troubles, open.tables.messages].map(async ({ client, name: TableName }) => {
        const key = TableName === open.tables.troubles.name ? ['pk', 'sk'] : ['messageId'];
        const deletes = (await items(TableName)).map((item) => {
          const Key = Object.fromEntries(key.map((name) => [name, String(item[name])]));
          return { Delete: { TableName, Key } };
        });
        if (deletes.length > 0) await writeTogether(client, deletes);
      }),
    );
  });

  const items = async (TableName: string): Promise<readonly Record<string, unknown>[]> =>
    (await open.documents.send(new ScanCommand({ TableName, ConsistentRead: true }))).Items ?? [];
  const opens = async (details: CaseDetails = { product: 'LAMP-01' }, at = NOW, reason = 'damage') => {
    calls += 1;
    const wish = {
      contactId: `call-${calls}`,
      reason: reason === 'callback' ? 'not-answered' : `complaint-${reason}-normal`,
      customerId: 'c-1',
      isVerified: true,
      phoneNumber: '+12025550111',
    };
    return (await openCaseOnce(open.tables.cases, wish, hours, at, signal, details)).caseNumber;
  };
  /** As a caller opens it by key. */
  const opensTechnical = async (details: CaseDetails) => {
    calls += 1;
    const wish = {
      contactId: `call-${calls}`,
      reason: 'problem-product',
      customerId: 'c-1',
      isVerified: false,
      phoneNumber: '+12025550111',
    };
    return (await openCaseOnce(open.tables.cases, wish, hours, NOW, signal, details)).caseNumber;
  };
  const describes = async (caseNumber: string, details: CaseDetails) => {
    await open.documents.send(
      new UpdateCommand({
        TableName: open.tables.cases.name,
        Key: caseKey(caseNumber),
        UpdateExpression: 'SET details = :details',
        ExpressionAttributeValues: { ':details': details },
      }),
    );
  };
  const counts = (caseNumber: string, now = NOW) => countCase(open.tables, caseNumber, settings, now, signal);
  /** `product code` → how many, of a week. */
  const weekOf = async (week = WEEK): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      (await items(open.tables.troubles.name))
        .filter(({ pk }) => pk === `WEEK#${week}`)
        .map(({ product, code, count }) => [`${product ?? 'none'} ${code}`, count]),
    );
  const tasks = async () =>
    (await items(open.tables.messages.name)).map(({ messageId, body }) => ({ messageId, body }));
  const countsMany = async (number: number, at = NOW, now = NOW): Promise<string[]> => {
    const numbers: string[] = [];
    for (let one = 0; one < number; one += 1) {
      const caseNumber = await opens(undefined, at);
      await counts(caseNumber, now);
      numbers.push(caseNumber);
    }
    return numbers;
  };

  test('count each case once, in the week in which it was opened, however often it comes', async () => {
    const late = await opens(undefined, new Date(NOW.getTime() - WEEK_MS));
    const [one, other] = [await opens(), await opens({ product: 'lamp-01' })];
    const nobodyKnows = await opens({});
    for (const number of [one, other, late, nobodyKnows]) expect(await counts(number)).toBe('counted');
    for (const number of [late, one, one]) expect(await counts(number)).toBe('unchanged');
    expect(await weekOf()).toEqual({ 'LAMP-01 complaint/damage': 2, 'none complaint/damage': 1 });
    expect(await weekOf('2026-W46')).toEqual({ 'LAMP-01 complaint/damage': 1 });
    expect(await tasks()).toEqual([]);
  });

  test('count no case for a parcel that does not come, which says nothing of the product, and others of its type', async () => {
    const contactId = 'parcel 100102';
    const wish = { contactId, customerId: 'c-1', isVerified: false, phoneNumber: 'unknown' };
    const opensFor = async (reason: string, details: CaseDetails) =>
      (await openCaseOnce(open.tables.cases, { ...wish, reason }, hours, NOW, signal, details)).caseNumber;
    expect(await counts(await opensFor('return-overdue', { product: 'LAMP-01' }))).toBe('no-problem');
    expect(await weekOf()).toEqual({});
    expect(await counts(await opensFor('return-wish', { product: 'LAMP-01' }))).toBe('counted');
    expect(await weekOf()).toEqual({ 'LAMP-01 return/unknown': 1 });
  });

  test('keep no number, no customer and no words', async () => {
    const caseNumber = await opens({ product: 'LAMP-01', symptom: 'Mrs Haddad says that it smells' });
    await counts(caseNumber);
    const kept = JSON.stringify(await items(open.tables.troubles.name));
    expect(kept).toContain(caseNumber);
    expect(kept).not.toMatch(/2025550111|c-1|Haddad/);
  });

  test('count a case that is corrected where it belongs now, in its own week, and no longer where it was', async () => {
    const [one, other] = [await opens(), await opens()];
    for (const number of [one, other]) await counts(number);
    await describes(one, { product: 'LAMP-02', cause: 'defect' });
    const nextWeek = new Date(NOW.getTime() + WEEK_MS);
    expect(await counts(one, nextWeek)).toBe('moved');
    expect(await counts(one, nextWeek)).toBe('unchanged');
    expect(await weekOf()).toEqual({ 'LAMP-01 complaint/damage': 1, 'LAMP-02 complaint/defect': 1 });
    const kept = await items(open.tables.troubles.name);
    expect(kept.find(({ sk }) => sk === 'PAIR#LAMP-01#complaint/damage')?.['examples']).toEqual([other]);
    await describes(one, { product: 'LAMP-01', cause: 'damage' });
    expect(await counts(one)).toBe('moved');
    expect(await weekOf()).toEqual({ 'LAMP-01 complaint/damage': 2, 'LAMP-02 complaint/defect': 0 });
  });

  test('count a product that does not work by its symptom, and move it with what an agent finds', async () => {
    const one = await opensTechnical({ symptom: 'does-not-start' });
    expect(await counts(one)).toBe('counted');
    expect(await weekOf()).toEqual({ 'none technical/does-not-start': 1 });
    await describes(one, { product: 'CHAIR-07', symptom: 'Hums, and does not turn.' });
    expect(await counts(one)).toBe('moved');
    expect(await counts(one)).toBe('unchanged');
    const moved = { 'none technical/does-not-start': 0, 'CHAIR-07 technical/does-not-start': 1 };
    expect(await weekOf()).toEqual(moved);
    await describes(one, { product: 'CHAIR-07', symptom: 'Hums, and does not turn.', cause: 'defect' });
    expect(await counts(one)).toBe('moved');
    expect(await weekOf()).toEqual({
      ...moved,
      'CHAIR-07 technical/does-not-start': 0,
      'CHAIR-07 technical/defect': 1,
    });
  });
  test('move a case of before, which was counted as unknown, to its symptom with its next change, in its own week', async () => {
    const one = await opensTechnical({ symptom: 'It smells.' });
    await counts(one);
    expect(await weekOf()).toEqual({ 'none technical/unknown': 1 });
    await describes(one, { symptom: 'stops' });
    expect(await counts(one, new Date(NOW.getTime() + WEEK_MS))).toBe('moved');
    expect(await weekOf()).toEqual({ 'none technical/unknown': 0, 'none technical/stops': 1 });
    expect(await weekOf('2026-W48')).toEqual({});
  });

  test('leave what was counted as it is where the case has gone, and count none that has gone before', async () => {
    const [one, other] = [await opens(), await opens()];
    await counts(one);
    const { client, name: TableName } = open.tables.cases;
    for (const gone of [one, other])
      await writeTogether(client, [{ Delete: { TableName, Key: caseKey(gone) } }], signal);
    for (const gone of [one, other]) expect(await counts(gone)).toBe('gone');
    expect(await weekOf()).toEqual({ 'LAMP-01 complaint/damage': 1 });
  });

  test('leave a case where it was counted when its customer is erased', async () => {
    await saveCustomer(open.tables.customers, { customerId: 'c-1', name: 'Noor Haddad', phoneNumbers: [] });
    const [one, bare] = [await opens(), await opens({}, NOW, 'callback')];
    for (const number of [one, bare]) await counts(number);
    await erasePerson(open.tables, 'c-1', async () => undefined);
    for (const number of [one, bare]) expect(await counts(number)).toBe('unchanged');
    expect(await weekOf()).toEqual({ 'LAMP-01 complaint/damage': 1, 'none callback': 1 });
  });

  describe('quality', () => {
    test('hears of a new pair with its third case, of which it is told once, with five examples at most', async () => {
      const numbers = await countsMany(2);
      expect(await tasks()).toEqual([]);
      numbers.push(...(await countsMany(1)));
      const told = [
        {
          messageId: 'trouble-2026-W47-LAMP-01-complaint/damage',
          body: expect.objectContaining({
            team: 'quality',
            name: 'New problem: LAMP-01, complaint/damage',
            description: `3 cases in ${WEEK}, 0 in the week before. None in the 12 weeks before. Examples: ${numbers.join(', ')}.`,
          }),
        },
      ];
      expect(await tasks()).toEqual(told);
      await countsMany(4);
      expect(await tasks()).toEqual(told);
      const [pair] = (await items(open.tables.troubles.name)).filter(({ pk }) => pk === `WEEK#${WEEK}`);
      expect(pair).toMatchObject({ count: 7, examples: { length: 5 } });
    });
    test('hears of a new symptom of one product, and of no product whose symptoms differ', async () => {
      for (const symptom of ['stops', 'does-not-start', 'noise-or-leak'])
        await counts(await opensTechnical({ product: 'LAMP-01', symptom }));
      expect(await tasks()).toEqual([]);
      for (const symptom of ['stops', 'stops'])
        await counts(await opensTechnical({ product: 'LAMP-01', symptom }));
      expect(await tasks()).toMatchObject([{ body: { name: 'New problem: LAMP-01, technical/stops' } }]);
    });
    test('hears of a known one with its fifth case, and again in the next week', async () => {
      await countsMany(1, new Date(NOW.getTime() - 12 * WEEK_MS));
      await countsMany(4);
      expect(await tasks()).toEqual([]);
      await countsMany(2);
      expect(await tasks()).toMatchObject([
        {
          body: {
            description: expect.stringContaining('5 cases in 2026-W47, 0 in the week before. Examples'),
          },
        },
      ]);
      const next = new Date(NOW.getTime() + WEEK_MS);
      await countsMany(5, next, next);
      expect((await tasks()).map(({ messageId }) => messageId).toSorted()).toEqual([
        'trouble-2026-W47-LAMP-01-complaint/damage',
        'trouble-2026-W48-LAMP-01-complaint/damage',
      ]);
    });
    test('takes for new what was there thirteen weeks ago', async () => {
      await countsMany(1, new Date(NOW.getTime() - 13 * WEEK_MS));
      await countsMany(3);
      expect(await tasks()).toMatchObject([{ body: { name: 'New problem: LAMP-01, complaint/damage' } }]);
    });
    test('hears nothing of calls back, and nothing of what is corrected weeks later', async () => {
      for (let call = 0; call < 6; call += 1) await counts(await opens({}, NOW, 'callback'));
      await countsMany(6, NOW, new Date(NOW.getTime() + 2 * WEEK_MS));
      expect(await weekOf()).toEqual({ 'none callback': 6, 'LAMP-01 complaint/damage': 6 });
      expect(await tasks()).toEqual([]);
    });
    test('hears of a pair that a correction makes too many', async () => {
      await countsMany(2);
      const wrong = await opens({ product: 'LAMP-02' });
      await counts(wrong);
      expect(await tasks()).toEqual([]);
      await describes(wrong, { product: 'LAMP-01', cause: 'damage' });
      await counts(wrong);
      expect(await tasks()).toHaveLength(1);
    });
  });

  describe('when several count at once', () => {
    /** A client before whose transaction, or after which, something else happens. */
    const disturbed = async (when: 'before' | 'after', disturb: () => Promise<void>) => {
      let times = 0;
      const { endpoint } = open.served;
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
      const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
      clients.push(client);
      client.middlewareStack.add(
        (next, { commandName }) =>
          async (args) => {
            const isFirst = commandName === 'TransactWriteItemsCommand' && times === 0;
            if (isFirst) times += 1;
            if (isFirst && when === 'before') await disturb();
            const answer = await next(args);
            if (isFirst && when === 'after') await disturb();
            return answer;
          },
        { step: 'initialize' },
      );
      const troubles = { client, name: open.tables.troubles.name };
      return { tables: { ...open.tables, troubles }, applied: () => times };
    };

    test('each of two cases of one pair is counted', async () => {
      const [one, other] = [await opens(), await opens()];
      const { tables, applied } = await disturbed('before', async () => {
        expect(await counts(other)).toBe('counted');
      });
      expect(await countCase(tables, one, settings, NOW, signal)).toBe('counted');
      expect([applied(), await weekOf()]).toEqual([1, { 'LAMP-01 complaint/damage': 2 }]);
    });
    test('one case is counted once, as it stands last', async () => {
      const one = await opens();
      const { tables, applied } = await disturbed('before', async () => {
        await describes(one, { product: 'LAMP-02', cause: 'damage' });
        expect(await counts(one)).toBe('counted');
      });
      expect(await countCase(tables, one, settings, NOW, signal)).toBe('unchanged');
      expect([applied(), await weekOf()]).toEqual([1, { 'LAMP-02 complaint/damage': 1 }]);
    });
    test('one whose answer was lost is counted once when it comes again', async () => {
      const one = await opens();
      const { tables } = await disturbed('after', async () => {
        throw new Error('the answer was lost');
      });
      await expect(countCase(tables, one, settings, NOW, signal)).rejects.toThrow('the answer was lost');
      expect(await counts(one)).toBe('unchanged');
      expect(await weekOf()).toEqual({ 'LAMP-01 complaint/damage': 1 });
    });
    test('eight are counted in the end, and quality hears of it once', async () => {
      let left = await Promise.all(Array.from({ length: 8 }, () => opens()));
      while (left.length > 0) {
        const outcomes = await Promise.allSettled(left.map((number) => counts(number)));
        const failed = left.filter((_, index) => outcomes[index]?.status === 'rejected');
        expect(failed.length).toBeLessThan(left.length);
        left = failed;
      }
      expect(await weekOf()).toEqual({ 'LAMP-01 complaint/damage': 8 });
      expect(await tasks()).toHaveLength(1);
    });
  });

  describe('the function', () => {
    const handler = caseChangeFunction(followCases, async (caseNumber, run) => ({
      kind: await countCase(open.tables, caseNumber, settings, NOW, run.signal),
    }));
    const change = (caseNumber: string, sk = 'CASE') => ({
      eventName: 'MODIFY',
      dynamodb: {
        SequenceNumber: `${caseNumber}-${sk}`,
        Keys: { caseNumber: { S: caseNumber }, sk: { S: sk } },
      },
    });
    const run = (...Records: readonly object[]) =>
      handler({ Records }, { getRemainingTimeInMillis: () => 60_000 });

    test('counts from the record on that failed when it comes again, and each once', async () => {
      const [one, other] = [await opens(), await opens()];
      open.served.permit(() => ({ allowed: false, message: 'not for a while' }));
      expect(await run(change(one), change(other))).toEqual({
        batchItemFailures: [{ itemIdentifier: `${one}-CASE` }],
      });
      open.served.permit(() => ({ allowed: true }));
      expect(await weekOf()).toEqual({});
      expect(await run(change(one), change(other), change(one, 'NOTE#1'))).toEqual(ALL_DONE);
      expect(await run(change(other), change(one))).toEqual(ALL_DONE);
      expect(await weekOf()).toEqual({ 'LAMP-01 complaint/damage': 2 });
    });
    test('reports the case that somebody has edited by hand, and says which attribute is wrong', async () => {
      const one = await opens();
      await open.documents.send(
        new UpdateCommand({
          TableName: open.tables.cases.name,
          Key: caseKey(one),
          UpdateExpression: 'SET openedAt = :never',
          ExpressionAttributeValues: { ':never': 'long ago' },
        }),
      );
      const said = jest.spyOn(console, 'error');
      expect((await run(change(one))).batchItemFailures).toHaveLength(1);
      expect(JSON.stringify(said.mock.calls)).toContain('does not hold openedAt');
    });
  });
});
