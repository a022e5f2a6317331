/** Messages reach people as they wish it, by whatever id of theirs a message was written for. */
import { ConnectClient, StartOutboundChatContactCommand } from '@aws-sdk/client-connect';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deliver } from '../../../lambdas/deliver-messages/delivery.ts';
import { newMessage } from '../../../lambdas/domain/message.ts';
import { mergeInto } from '../../../lambdas/tables/customer-merging.ts';
import { recordConsent } from '../../../lambdas/tables/customer-records.ts';
import {
  findPhoneNumber,
  followedCustomer,
  readCustomer,
  saveCustomer,
} from '../../../lambdas/tables/customers.ts';
import { putMessage } from '../../../lambdas/tables/message-writes.ts';
import { readMessage } from '../../../lambdas/tables/messages.ts';
import { mockedClient } from '../../kit/mocked-client.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const connect = mockedClient(ConnectClient);
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
afterAll(() => open.served.close());
beforeEach(() => {
  connect.reset().on(StartOutboundChatContactCommand).resolves({ ContactId: 'text' });
});

const now = () => new Date('2026-11-23T09:00:00Z');
const at = '2026-11-22T06:00:00.000Z';
const arn = 'arn:aws:connect:us-east-1:123456789012:instance/i/contact-flow/f';
const sending = {
  company: 'Larkfield',
  timeZone: 'UTC',
  instanceId: 'i',
  sms: { numberArn: arn, flowArn: arn },
  taskFlowArn: arn,
  queueArns: {},
};

/** Two merges, one after the other; `isThrough` where there was time for what the first one left behind. */
async function mergedTwice(who: string, { isThrough }: { isThrough: boolean }): Promise<void> {
  const { customers } = open.tables;
  const note = { by: 'agent/sam', why: 'one person', at };
  const merge = async (from: string, into: string, hasTime: boolean) =>
    await mergeInto(
      customers,
      { rows: [], appointments: open.tables.appointments, orders: open.tables.orders },
      { from, into, note },
      () => hasTime,
      signal,
    );
  await merge(`${who}-1`, `${who}-2`, isThrough);
  await merge(`${who}-2`, `${who}-3`, true);
}

async function somebody(who: string): Promise<void> {
  for (const [index, digit] of ['1', '2', '3'].entries())
    await saveCustomer(open.tables.customers, {
      customerId: `${who}-${digit}`,
      name: 'Imani Whitlock',
      phoneNumbers: [`+1202555${who === 'one' ? '01' : who === 'two' ? '02' : '03'}8${index}`],
    });
}

const wantsNoTexts = (customerId: string) =>
  recordConsent(
    open.tables.customers,
    customerId,
    { purpose: 'sms', given: false, textVersion: '1', channel: 'call', at, by: 'agent/sam' },
    signal,
  );

async function delivered(customerId: string): Promise<string> {
  const { messages, customers } = open.tables;
  const fields = { at: '2026-11-24T10:00:00.000Z' };
  const body = {
    kind: 'customer',
    news: 'appointment-reminder',
    customerId,
    phoneNumber: '+12025550999',
    fields,
  } as const;
  const id = `reminder-${customerId}`;
  await putMessage(messages, newMessage(id, body, now().getTime()), signal);
  const message = await readMessage(messages, id, signal);
  if (message === undefined) throw new Error('the message was not kept');
  const parts = { client: new ConnectClient({}), sending, messages, customers };
  return await deliver(message, parts, now, signal);
}

test('who wants no text messages gets none, though a message names them by an id of two merges ago', async () => {
  await somebody('one');
  await wantsNoTexts('one-3');
  await mergedTwice('one', { isThrough: true });
  expect(await delivered('one-1')).toBe('by-call');
  expect(connect.commandCalls(StartOutboundChatContactCommand)).toHaveLength(0);
});

test('what somebody has taken back counts while it still stands under an earlier id', async () => {
  await somebody('two');
  await wantsNoTexts('two-1');
  await mergedTwice('two', { isThrough: false });
  expect(await delivered('two-3')).toBe('by-call');
  expect(connect.commandCalls(StartOutboundChatContactCommand)).toHaveLength(0);
});

test('everybody else of two merges ago gets it at the number that they have now, at which they are called, too', async () => {
  await somebody('three');
  await mergedTwice('three', { isThrough: true });
  expect(await delivered('three-1')).toBe('sent');
  const [text] = connect.commandCalls(StartOutboundChatContactCommand);
  expect(text?.args[0].input.DestinationEndpoint?.Address).toBe('+12025550382');
  expect(await findPhoneNumber(open.tables.customers, 'three-1', signal)).toBe('+12025550382');
});

/** Nine accounts of one person, each merged into the next. */
async function mergedEightTimes(who: string, hasTime: boolean): Promise<void> {
  const { customers } = open.tables;
  const note = { by: 'agent/sam', why: 'one person', at };
  const ids = Array.from({ length: 9 }, (_, index) => `${who}-${index + 1}`);
  for (const customerId of ids)
    await saveCustomer(customers, { customerId, name: 'Imani', phoneNumbers: [] });
  await wantsNoTexts(`${who}-1`);
  for (const [index, into] of ids.slice(1).entries()) {
    const merge = { from: ids[index] ?? '', into, note };
    const { outcome } = await mergeInto(
      customers,
      { rows: [], appointments: open.tables.appointments, orders: open.tables.orders },
      merge,
      () => hasTime,
      signal,
    );
    expect(outcome).toBe(hasTime ? 'merged' : 'moving');
  }
}

test.each([
  ['through', true],
  ['not through', false],
])(
  'what somebody of nine accounts has taken back counts by the oldest, where the merges are %s',
  async (_how, hasTime) => {
    const who = hasTime ? 'nine' : 'nine-begun';
    await mergedEightTimes(who, hasTime);
    for (const account of [1, 2, 5, 8, 9]) expect(await delivered(`${who}-${account}`)).toBe('by-call');
    expect(connect.commandCalls(StartOutboundChatContactCommand)).toHaveLength(0);
  },
);

test('of merges that are through, every earlier id leads to who stays in one step', async () => {
  for (const account of [1, 4, 8])
    expect(await readCustomer(open.tables.customers, `nine-${account}`, signal)).toEqual({
      kind: 'merged',
      into: 'nine-9',
    });
});

test('merges that lead back to themselves are told, and nobody walks in a circle', async () => {
  const { customers } = open.tables;
  for (const [id, mergedInto] of [
    ['round-1', 'round-2'],
    ['round-2', 'round-3'],
    ['round-3', 'round-2'],
  ] as const)
    await open.documents.send(
      new PutCommand({
        TableName: customers.name,
        Item: { pk: `CUSTOMER#${id}`, sk: 'PROFILE', customerId: id, mergedInto },
      }),
    );
  await expect(followedCustomer(customers, 'round-1', signal)).rejects.toThrow(
    "customer 'round-1' was merged into themselves by way of 3 ids",
  );
});

describe('who cannot be written to', () => {
  const { signal: running } = new AbortController();
  const tasks = async () =>
    (await open.documents.send(new ScanCommand({ TableName: open.tables.messages.name }))).Items?.filter(
      ({ messageId }) => /^(?:case-(?:opened|late)|order-placed)-.*\//.test(String(messageId)),
    ) ?? [];
  const tells = async (who: string, news: 'case-opened' | 'order-placed' | 'case-late', sms: boolean) => {
    const { messages, customers } = open.tables;
    const fields = { caseNumber: '48219307', at: '2026-11-24T10:00:00.000Z' };
    const id = `${news}-${who}-${sms}`;
    const body = { kind: 'customer', news, customerId: who, fields } as const;
    await putMessage(messages, newMessage(id, body, now().getTime()), running);
    const message = await readMessage(messages, id, running);
    if (message === undefined) throw new Error('the message was not kept');
    const { sms: number, ...withoutTexts } = sending;
    const parts = {
      client: new ConnectClient({}),
      sending: sms ? { ...withoutTexts, sms: number } : withoutTexts,
      messages,
      customers,
    };
    const outcome = await deliver(message, parts, now, running);
    return { outcome, kept: await readMessage(messages, id, running), tasks: await tasks() };
  };
  beforeEach(async () => {
    await saveCustomer(open.tables.customers, {
      customerId: 'silent-1',
      name: 'Imani Whitlock',
      phoneNumbers: ['+12025550391'],
    });
  });

  test.each(['case-opened', 'order-placed'] as const)(
    'has heard it in the call, and nobody is asked to call for %s where texts are off or not wanted',
    async (news) => {
      for (const sms of [false, true]) {
        if (sms) await wantsNoTexts('silent-1');
        const told = await tells('silent-1', news, sms);
        expect(told).toMatchObject({ outcome: 'by-call', kept: { state: 'given-up' }, tasks: [] });
      }
      expect(await tells('nobody', news, true)).toMatchObject({ outcome: 'unreachable', tasks: [] });
      expect(connect.commandCalls(StartOutboundChatContactCommand)).toHaveLength(0);
    },
  );
  test('is called about what they do not know yet', async () => {
    const told = await tells('silent-1', 'case-late', false);
    expect(told).toMatchObject({ outcome: 'by-call', tasks: [{ body: { kind: 'task', team: 'support' } }] });
  });
});
