/** The cases of a call about products that do not work: one, and one more for a product of each other order. */
import { createHash } from 'node:crypto';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseNumbers, wishKey } from '../../../lambdas/domain/case.ts';
import { TROUBLE_REASON, troubleIntent } from '../../../lambdas/domain/troubleshooting.ts';
import { changeCase } from '../../../lambdas/tables/case-changes.ts';
import { caseKey } from '../../../lambdas/tables/case-keys.ts';
import { openCaseOnce } from '../../../lambdas/tables/cases.ts';
import { findNamedOrder } from '../../../lambdas/tables/named-orders.ts';
import { saveOrder } from '../../../lambdas/tables/orders.ts';
import { openTechnicalOnce, type ToldTrouble } from '../../../lambdas/tables/technical-cases.ts';
import { orderAsOf } from '../../../lib/demo-world/orders.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const NOW = new Date('2026-11-23T15:00:00Z');
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
  holidays: [],
};
const STOPS = { symptom: 'stops', tried: '1' } as const;

describe('a product that does not work', () => {
  let open: ServedTables;
  let calls = 0;
  beforeAll(async () => {
    open = await serveOurTables();
    for (const [orderNumber, customerId, quantities] of [
      ['1', 'c-1', { 'LAMP-01': 1, 'PAPER-A4': 2 }],
      ['2', 'c-1', { 'CHAIR-07': 2 }],
      ['3', 'c-2', { 'CHAIR-07': 1 }],
      ['4', 'unknown', { 'CHAIR-07': 1 }],
    ] as const) {
      const placedDaysAgo = 9 - Number(orderNumber);
      const order = { orderNumber, customerId, status: 'confirmed', placedDaysAgo, quantities } as const;
      await saveOrder(open.tables.orders, orderAsOf(order, NOW));
    }
  });
  afterAll(() => open.served.close());

  const caller = () => {
    calls += 1;
    return { contactId: `call-${calls}`, customerId: 'c-1', isVerified: false, phoneNumber: '+12025550111' };
  };
  const named = (keyed: string, customerId = 'c-1') =>
    findNamedOrder(open.tables.orders, customerId, keyed, signal);
  const tells = (who: ReturnType<typeof caller>, told: ToldTrouble, at = NOW) =>
    openTechnicalOnce(open.tables.cases, who, told, hours, at, signal);
  const detailsOf = async (caseNumber: string): Promise<unknown> => {
    const { name: TableName } = open.tables.cases;
    const found = await open.documents.send(new GetCommand({ TableName, Key: caseKey(caseNumber) }));
    return found.Item?.['details'];
  };
  const besideOf = async (caseNumber: string): Promise<readonly unknown[]> => {
    const { Items = [] } = await open.documents.send(
      new QueryCommand({
        TableName: open.tables.cases.name,
        KeyConditionExpression: 'caseNumber = :caseNumber',
        ExpressionAttributeValues: { ':caseNumber': caseNumber },
        ConsistentRead: true,
      }),
    );
    return Items.filter(({ sk }) => sk !== 'CASE').map(({ sk, words }) => words ?? sk);
  };
  const NOTE =
    'Said by key: it stops or switches itself off. Tried without success: cooled down, filter and vents cleared.';

  describe('is of the order that its caller names', () => {
    test.each<[keyed: string, orderNumber: string | undefined]>([
      ['latest', '2'],
      ['1', '1'],
      ['none', undefined],
      ['3', undefined],
      ['777', undefined],
      ['01', undefined],
      ['12345678901234567890', undefined],
      ['', undefined],
    ])('by %j', async (keyed, orderNumber) => {
      expect(await named(keyed)).toMatchObject({
        keyed,
        order: orderNumber === undefined ? undefined : { orderNumber },
      });
    });
    test.each(['latest', '4'])('but by %j of no order of somebody whom we do not know', async (keyed) => {
      expect(await named(keyed, 'unknown')).toEqual({ keyed, order: undefined });
    });
  });

  test('told by twenty at once of two orders is two cases, each with its order, link and note', async () => {
    const who = caller();
    const [one, other] = [await named('1'), await named('2')];
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        tells(who, { trouble: STOPS, named: index % 2 === 0 ? one : other }),
      ),
    );
    const ofOne = new Set(all.filter((_, index) => index % 2 === 0).map(({ caseNumber }) => caseNumber));
    const ofOther = new Set(all.filter((_, index) => index % 2 === 1).map(({ caseNumber }) => caseNumber));
    expect([ofOne.size, ofOther.size, new Set([...ofOne, ...ofOther]).size]).toEqual([1, 1, 2]);
    for (const [[caseNumber = ''], details, link] of [
      [[...ofOne], { symptom: 'stops', orderNumber: '1' }, 'LINK#ORDER#1'],
      [[...ofOther], { symptom: 'stops', orderNumber: '2', product: 'CHAIR-07' }, 'LINK#ORDER#2'],
    ] as const) {
      expect(await detailsOf(caseNumber)).toEqual(details);
      expect(await besideOf(caseNumber)).toEqual([link, NOTE]);
    }
  });

  test('is the case that the call has, for whoever knows no more than the call', async () => {
    const who = caller();
    const first = await tells(who, { trouble: STOPS, named: await named('2') });
    await tells(who, { trouble: STOPS, named: await named('1') });
    const later = new Date(NOW.getTime() + 3_600_000);
    expect(await tells(who, { trouble: STOPS }, later)).toEqual(first);
    expect(
      await openCaseOnce(open.tables.cases, { ...who, reason: TROUBLE_REASON }, hours, later, signal),
    ).toEqual(first);
    expect(await besideOf(first.caseNumber)).toEqual(['LINK#ORDER#2', NOTE]);
  });

  test('of an order has a case of its own where the first was told without one', async () => {
    const who = caller();
    const first = await tells(who, { trouble: STOPS, named: await named('777') });
    const other = await tells(who, { trouble: STOPS, named: await named('2') });
    expect(other.caseNumber).not.toBe(first.caseNumber);
    expect(await besideOf(first.caseNumber)).toEqual(
      expect.arrayContaining([
        NOTE,
        'Keyed the number of an order that is none of theirs: ask which one it is about.',
      ]),
    );
    expect(await detailsOf(first.caseNumber)).toEqual({ symptom: 'stops' });
  });

  test('told once more after an agent has worked on it is the same case', async () => {
    const who = caller();
    const told = { trouble: STOPS, named: await named('2') };
    const first = await tells(who, told);
    const change = { action: 'describe', details: { symptom: 'It hums.' } } as const;
    const wish = {
      caseNumber: first.caseNumber,
      seenVersion: 1,
      change,
      by: { role: 'agent', id: 'sam' },
    } as const;
    expect(await changeCase(open.tables.cases, wish, hours, NOW, signal)).toMatchObject({ kind: 'changed' });
    expect(await tells(who, told)).toEqual(first);
    expect(await detailsOf(first.caseNumber)).toMatchObject({ symptom: 'It hums.', orderNumber: '2' });
  });

  test('whose numbers somebody else has takes the second one, for either order', async () => {
    const who = caller();
    const wish = { ...who, reason: TROUBLE_REASON };
    const numbersOf = (key: string) => caseNumbers(createHash('sha256').update(key).digest('hex'));
    const [first, firstOther] = numbersOf(wishKey(wish));
    const [second, secondOther] = numbersOf(wishKey({ ...wish, intent: troubleIntent(who.contactId, '1') }));
    // Somebody else's cases, under the numbers that come first.
    const theirs = await tells(caller(), { trouble: STOPS });
    const { name: TableName } = open.tables.cases;
    const { Item } = await open.documents.send(
      new GetCommand({ TableName, Key: caseKey(theirs.caseNumber) }),
    );
    for (const caseNumber of [first, second])
      await open.documents.send(new PutCommand({ TableName, Item: { ...Item, caseNumber } }));
    expect((await tells(who, { trouble: STOPS, named: await named('2') })).caseNumber).toBe(firstOther);
    expect((await tells(who, { trouble: STOPS, named: await named('1') })).caseNumber).toBe(secondOther);
    expect(await besideOf(first)).toEqual([]);
  });
});
