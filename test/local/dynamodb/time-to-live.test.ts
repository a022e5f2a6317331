import {
  DescribeContinuousBackupsCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ItemChange } from '../../../local/dynamodb/changes.ts';
import { testUnless } from './known-differences.ts';
import { type Served, serveTables } from './served.ts';
import { cases, engine, orders } from './tables.ts';

let served: Served;
const nowMs = Date.parse('2026-11-22T10:00:00Z');
const nowSeconds = nowMs / 1000;
beforeAll(async () => {
  served = await serveTables({ now: () => nowMs });
});
afterAll(async () => {
  await served.close();
});

const key = (customer: string) => ({ customer: { S: customer }, number: { N: '1' } });
const expiring = async (customer: string, expiresAt: object, more: object = {}) =>
  await served.client.send(
    new PutItemCommand({
      TableName: cases,
      Item: { ...key(customer), expiresAt: expiresAt as never, ...more },
    }),
  );
const isThere = async (customer: string) =>
  (await served.client.send(new GetItemCommand({ TableName: cases, Key: key(customer) }))).Item !== undefined;

describe('time to live', () => {
  test('deletes what is due at the sweep, and not before', async () => {
    await expiring('due', { N: String(nowSeconds - 1) }, { phone: { S: '+12025550131' } });
    await expiring('due-now', { N: String(nowSeconds) });
    await expiring('later', { N: String(nowSeconds + 1) });
    expect(await isThere('due')).toBe(true);
    expect(await served.db.sweepExpired(nowMs)).toBe(2);
    expect([await isThere('due'), await isThere('due-now'), await isThere('later')]).toEqual([
      false,
      false,
      true,
    ]);
    const byPhone = new QueryCommand({
      TableName: cases,
      IndexName: 'by-phone',
      KeyConditionExpression: 'phone = :p',
      ExpressionAttributeValues: { ':p': { S: '+12025550131' } },
    });
    expect((await served.client.send(byPhone)).Count).toBe(0);
    expect(await served.db.sweepExpired(nowMs)).toBe(0);
    expect(await served.db.sweepExpired(nowMs + 1000)).toBe(1);
  });

  const embedded = engine === 'dynalite' ? test : test.skip;
  embedded('leaves what expired more than five years ago, and what holds no number', async () => {
    await expiring('ancient', { N: String(nowSeconds - 6 * 365 * 24 * 3600) });
    await expiring('text', { S: String(nowSeconds - 1) });
    expect(await served.db.sweepExpired(nowMs)).toBe(0);
    expect([await isThere('ancient'), await isThere('text')]).toEqual([true, true]);
  });

  test('forgets the old time of an item that was given more', async () => {
    await expiring('extended', { N: String(nowSeconds - 1) });
    await expiring('extended', { N: String(nowSeconds + 9999) });
    expect(await served.db.sweepExpired(nowMs)).toBe(0);
    expect(await isThere('extended')).toBe(true);
  });

  embedded('tells the deletion as done by the service', async () => {
    const changes: ItemChange[] = [];
    const stop = served.db.onChange((change) => changes.push(change));
    await expiring('told', { N: String(nowSeconds - 1) });
    await served.db.sweepExpired(nowMs);
    stop();
    expect(changes.at(-1)).toMatchObject({
      eventName: 'REMOVE',
      keys: key('told'),
      oldImage: key('told'),
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    });
    expect(changes[0]).not.toHaveProperty('userIdentity');
  });

  test('is as the template says, and can be switched', async () => {
    const describeIt = async (TableName: string) =>
      (await served.client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription;
    expect(await describeIt(cases)).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
    expect(await describeIt(orders)).toEqual({ TimeToLiveStatus: 'DISABLED' });
    const set = (AttributeName: string, Enabled: boolean) =>
      served.client.send(
        new UpdateTimeToLiveCommand({
          TableName: orders,
          TimeToLiveSpecification: { AttributeName, Enabled },
        }),
      );
    await set('until', true);
    expect(await describeIt(orders)).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'until' });
    await set('until', false);
    expect(await describeIt(orders)).toEqual({ TimeToLiveStatus: 'DISABLED' });
  });

  testUnless('timeToLiveTwice')('refuses to be switched to what it is, or to another attribute', async () => {
    const set = (TableName: string, AttributeName: string, Enabled: boolean) =>
      served.client.send(
        new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName, Enabled } }),
      );
    await expect(set(orders, 'until', false)).rejects.toMatchObject({
      message: 'TimeToLive is already disabled',
    });
    await expect(set(cases, 'expiresAt', true)).rejects.toMatchObject({
      message: 'TimeToLive is already enabled',
    });
    await expect(set(cases, 'other', true)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  embedded('finds the items that were there before it was switched on', async () => {
    const set = (Enabled: boolean) =>
      served.client.send(
        new UpdateTimeToLiveCommand({
          TableName: orders,
          TimeToLiveSpecification: { AttributeName: 'until', Enabled },
        }),
      );
    const until = { N: String(nowSeconds - 1) };
    await served.client.send(
      new PutItemCommand({ TableName: orders, Item: { order: { S: 'before' }, until } }),
    );
    expect(await served.db.sweepExpired(nowMs)).toBe(0);
    await set(true);
    expect(await served.db.sweepExpired(nowMs)).toBe(1);
    await set(false);
    await served.client.send(
      new PutItemCommand({ TableName: orders, Item: { order: { S: 'after' }, until } }),
    );
    expect(await served.db.sweepExpired(nowMs)).toBe(0);
  });
});

test('point-in-time recovery is off where the template says nothing', async () => {
  const answer = await served.client.send(new DescribeContinuousBackupsCommand({ TableName: cases }));
  expect(answer.ContinuousBackupsDescription).toMatchObject({
    ContinuousBackupsStatus: 'ENABLED',
    PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
  });
});
