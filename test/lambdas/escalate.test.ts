import { ConnectClient, StartTaskContactCommand } from '@aws-sdk/client-connect';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { escalate } from '../../lambdas/escalate/contract.ts';
import { mockedClient } from '../kit/mocked-client.ts';
import { CONTACT_ID, captureLog, context, environment, flowEvent, NOW, stopClock } from './flow-event.ts';
import { mockDatabase } from './mocked-database.ts';
import { promisedActions, sentActions } from './sent-actions.ts';

Object.assign(process.env, environment);
const { handler } = await import('../../lambdas/escalate/handler.ts');
const documents = mockDatabase();
const connect = mockedClient(ConnectClient);
let log = captureLog();

type Kept = Record<string, unknown>;
const CASE: Kept = {
  caseNumber: '48219307',
  customerId: 'c-1001',
  reason: 'problem-delivery',
  status: 'open',
};
let kept: Kept;
/** Tasks as Connect keeps them: one for each token. */
const tasks = new Map<string, string>();
const start = ({ ClientToken }: { readonly ClientToken: string }) => {
  tasks.set(ClientToken, tasks.get(ClientToken) ?? `task-${tasks.size + 1}`);
  return { ContactId: tasks.get(ClientToken) };
};
const parameters = { caseNumber: '48219307', customerId: 'c-1001' };
const raise = (change: object = {}, contact = {}) =>
  handler(flowEvent({ ...parameters, ...change }, contact), context);
const inHours = (hours: number): void => stopClock(new Date(NOW.getTime() + hours * 60 * 60_000));

const wire = (item: Kept) =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      typeof value === 'number' ? { N: String(value) } : { S: String(value) },
    ]),
  );
/** The two updates of the function, as DynamoDB works them off; test/lambdas/tables holds them to a real one. */
function update({ Key, ExpressionAttributeValues: given }: Kept): Kept {
  const value = (name: string): unknown =>
    typeof given === 'object' && given !== null ? Reflect.get(given, name) : '';
  const isRaise = value(':one') === 1;
  const isCase = Reflect.get(Object(Key), 'caseNumber') === kept['caseNumber'];
  const holds = String(kept['escalationHoldsUntil'] ?? '') > String(value(':now'));
  const isMine = kept['customerId'] === value(':customerId') && kept['status'] === 'open' && !holds;
  if (!isCase || (isRaise ? !isMine : kept['escalations'] !== value(':count'))) {
    const Item = isCase ? { Item: wire(kept) } : {};
    throw new ConditionalCheckFailedException({
      $metadata: {},
      message: 'The conditional request failed',
      ...Item,
    });
  }
  kept = isRaise
    ? {
        ...kept,
        escalations: Number(kept['escalations'] ?? 0) + 1,
        escalatedAt: value(':now'),
        escalationContactId: value(':contactId'),
        escalationPromisedAt: value(':promisedAt'),
        escalationHoldsUntil: value(':holdsUntil'),
        escalationTask: 'due',
      }
    : { ...kept, escalationTask: value(':task'), outcome: value(':outcome') };
  return { Attributes: kept };
}

beforeEach(() => {
  documents.reset();
  connect.reset();
  tasks.clear();
  kept = { ...CASE };
  documents.on('UpdateItem').callsFake(update);
  connect.on(StartTaskContactCommand).callsFake(start);
  log = captureLog();
  stopClock();
});
afterEach(() => log.release());

const orders = () => connect.commandCalls(StartTaskContactCommand).map((call) => call.args[0].input);

test('a case is raised, told in words, and its department has a task', async () => {
  expect(await raise()).toEqual({
    outcome: 'escalated',
    caseNumber: '4 8 2 1, 9 3 0 7',
    about: 'a delivery',
    level: 'one',
    levelWords: 'one',
    priority: '3',
    promisedTime: 'nine A M on Monday',
    task: 'started',
  });
  expect(orders()).toEqual([
    {
      InstanceId: '0a1b2c3d',
      ContactFlowId: 'flow-of-tasks',
      Name: 'Case 48219307, level 1',
      Description:
        'Raised by its caller. It is about a delivery, and was promised to be taken up by nine A M on Monday.',
      References: {
        Case: { Type: 'STRING', Value: '48219307' },
        'Reply by': { Type: 'STRING', Value: '2026-11-23T14:00:00.000Z' },
      },
      Attributes: { caseNumber: '48219307', taskLevel: '1', taskLanguage: 'en' },
      RelatedContactId: CONTACT_ID,
      ClientToken: 'escalation-48219307-1',
    },
  ]);
  expect(kept).toMatchObject({ escalations: 1, escalationTask: 'started', outcome: 'task-1' });
  expect(sentActions(documents)).toEqual(promisedActions(escalate));
});

test('asked again while the promise holds, by whichever call, it is raised once and has one task', async () => {
  const first = await raise();
  inHours(24);
  const again = await raise({}, { contactId: 'a-redial' });
  expect(again).toEqual({ ...first, promisedTime: 'nine A M today' });
  expect(kept['escalations']).toBe(1);
  expect(orders()).toHaveLength(1);
});

test('a promise whose moment has passed is not repeated', async () => {
  await raise();
  inHours(32.5);
  expect(await raise()).toMatchObject({ level: 'one', promisedTime: 'eleven A M today' });
});

test('each promise that was not kept raises the case by a level, up to the highest, with a task for each', async () => {
  for (const [index, level] of ['one', 'two', 'three', 'three'].entries()) {
    inHours(index * 7 * 24);
    const priority = String([3, 2, 1, 1][index]);
    expect(await raise()).toMatchObject({ level, priority, task: 'started' });
  }
  expect(new Set(orders().map(({ ClientToken }) => ClientToken)).size).toBe(4);
  expect(orders().map(({ Name }) => Name?.slice(-1))).toEqual(['1', '2', '3', '3']);
});

describe('an invocation that ends', () => {
  test('after the raise and before the task is completed by the next one', async () => {
    connect
      .on(StartTaskContactCommand)
      .callsFakeOnce(() => new Promise(() => undefined))
      .callsFake(start);
    await expect(raise()).rejects.toThrow('escalate was not done after 1700 ms and gave up');
    expect(kept).toMatchObject({ escalations: 1, escalationTask: 'due' });
    expect(await raise()).toMatchObject({ level: 'one', task: 'started' });
    expect(kept).toMatchObject({ escalations: 1, escalationTask: 'started' });
  });
  test('after the task and before it is kept gives the next one the same task', async () => {
    documents.on('UpdateItem').callsFakeOnce(update).rejectsOnce(new Error('gone')).callsFake(update);
    await expect(raise()).rejects.toThrow('gone');
    expect(await raise({}, { contactId: 'a-redial' })).toMatchObject({ level: 'one', task: 'started' });
    const [first, second] = orders();
    expect(second).toEqual(first);
    expect(tasks.size).toBe(1);
  });
});

describe('a task that Connect does not start', () => {
  test.each(['ThrottlingException', 'AccessDeniedException', 'TimeoutError'])(
    'by %s leaves the case raised, which says so; the next call has it started',
    async (name) => {
      connect
        .on(StartTaskContactCommand)
        .rejectsOnce(Object.assign(new Error('no'), { name }))
        .callsFake(start);
      expect(await raise()).toMatchObject({ outcome: 'escalated', level: 'one', task: 'not-started' });
      expect(kept).toMatchObject({ escalationTask: 'not-started', outcome: name });
      expect(log.lines().map((line) => JSON.parse(line))).toEqual([
        expect.objectContaining({ level: 'ERROR', fault: name, contactId: CONTACT_ID }),
        expect.objectContaining({ level: 'INFO', outcome: 'escalated' }),
      ]);
      expect(await raise()).toMatchObject({ level: 'one', task: 'started' });
      expect(tasks.size).toBe(1);
    },
  );
});

describe('nothing is raised', () => {
  test.each([
    ['for another customer', { customerId: 'c-1002' }, {}],
    ['of a case that there is not', { caseNumber: '11111111' }, {}],
    ['of a case that is closed', {}, { status: 'closed' }],
  ])('%s', async (_what, change, item) => {
    kept = { ...CASE, ...item };
    expect(await raise(change)).toEqual({ outcome: 'not-open' });
    expect(kept).toEqual({ ...CASE, ...item });
    expect(orders()).toEqual([]);
  });
  test('for everybody whom we do not know, and nothing is asked', async () => {
    expect(await raise({ customerId: 'unknown' })).toEqual({ outcome: 'not-open' });
    expect(documents.calls()).toHaveLength(0);
  });
  test.each([
    [{ caseNumber: '4821930' }, /parameter caseNumber/],
    [{ caseNumber: '4 8 2 1, 9 3 0 7' }, /parameter caseNumber/],
    [{ customerId: '' }, /parameter customerId/],
    [{ level: '3' }, /does not know the parameter level/],
  ])('where the flow passes %j', async (wrong, message) => {
    await expect(raise(wrong)).rejects.toThrow(message);
    expect(documents.calls()).toHaveLength(0);
  });
  test('where the table fails, which the flow hears of, and no customer is in the log', async () => {
    documents.on('UpdateItem').rejects(new Error('throttled'));
    await expect(raise()).rejects.toThrow('throttled');
    expect(orders()).toEqual([]);
    expect(log.lines().join()).not.toContain('c-1001');
  });
});
