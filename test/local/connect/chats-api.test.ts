/** StartChatContact and the Participant Service on a running centre, asked over HTTP as clients do. */
import type { Connect, StartChatContactCommandInput } from '@aws-sdk/client-connect';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VirtualDriver } from '../../../engine/contact/driver.ts';
import type { Cloud } from '../../../local/cloud.ts';
import { type ApiCentre, apiCentre, servesToo } from './api-centre.ts';
import { dial, until } from './booted-cloud.ts';

const NOBODY = '99999999-2222-4333-8444-555555555555';
let centre: ApiCentre;
let cloud: Cloud<VirtualDriver>;
let client: Connect;
let order: StartChatContactCommandInput;
let sam: string;

beforeAll(async () => {
  centre = await apiCentre(servesToo('CHAT', 2));
  ({ client, cloud, sam } = centre);
  order = { ...centre.ids, ParticipantDetails: { DisplayName: 'Zoe' } };
});
afterAll(() => centre.close());

interface Answer {
  readonly status: number;
  readonly error: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Without a signature, as a browser asks. */
async function participant(path: string, bearer: string, body: object | string): Promise<Answer> {
  const answer = await fetch(`${cloud.endpointUrl}/participant/${path}`, {
    method: 'POST',
    headers: { 'x-amz-bearer': bearer, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const read: unknown = await answer.json();
  const members = typeof read === 'object' && read !== null ? { ...read } : {};
  return { status: answer.status, error: answer.headers.get('x-amzn-errortype'), body: members };
}

const CREDENTIALS = { Type: ['CONNECTION_CREDENTIALS'] };

async function begin(more: Partial<StartChatContactCommandInput> = {}) {
  const {
    ContactId = '',
    ParticipantId,
    ParticipantToken = '',
  } = await client.startChatContact({
    ...order,
    ...more,
  });
  const connected = await participant('connection', ParticipantToken, CREDENTIALS);
  const credentials: unknown = connected.body['ConnectionCredentials'];
  const token = typeof credentials === 'object' && credentials !== null && 'ConnectionToken' in credentials;
  return {
    ContactId,
    ParticipantId,
    ParticipantToken,
    token: token ? String(credentials.ConnectionToken) : '',
  };
}

const plain = (Content: string) => ({ ContentType: 'text/plain', Content });

async function transcript(token: string, query: object = {}): Promise<readonly unknown[]> {
  const { body } = await participant('transcript', token, {
    MaxResults: 100,
    SortOrder: 'ASCENDING',
    ...query,
  });
  const items = body['Transcript'];
  return Array.isArray(items) ? items : [];
}

describe('no chat is started', () => {
  test.each<[string, () => Partial<StartChatContactCommandInput>, string]>([
    ['in an instance that is not there', () => ({ InstanceId: NOBODY }), 'ResourceNotFoundException'],
    ['by a flow that is not there', () => ({ ContactFlowId: NOBODY }), 'ResourceNotFoundException'],
    ['by nobody', () => ({ ParticipantDetails: { DisplayName: '' } }), 'InvalidRequestException'],
    ['for 59 minutes', () => ({ ChatDurationInMinutes: 59 }), 'InvalidRequestException'],
    ['for a contact that is not there', () => ({ RelatedContactId: NOBODY }), 'ResourceNotFoundException'],
    [
      'with more than 32 KB of attributes',
      () => ({ Attributes: { a: 'x'.repeat(32_767), b: 'xx' } }),
      'InvalidParameterException',
    ],
    [
      'with a picture for a first message',
      () => ({ InitialMessage: { ContentType: 'image/png', Content: 'x' } }),
      'InvalidParameterException',
    ],
    [
      'that takes no text',
      () => ({ SupportedMessagingContentTypes: ['application/json'] }),
      'InvalidParameterException',
    ],
    [
      'that goes on with another',
      () => ({ PersistentChat: { SourceContactId: NOBODY, RehydrationType: 'FROM_SEGMENT' } }),
      'InvalidParameterException',
    ],
  ])('%s', async (_title, wrong, name) => {
    const before = cloud.centre.recentContacts().length;
    await expect(client.startChatContact({ ...order, ...wrong() })).rejects.toMatchObject({ name });
    expect(cloud.centre.recentContacts()).toHaveLength(before);
  });
  test('twice for one token', async () => {
    const once = await client.startChatContact({ ...order, ClientToken: 'one' });
    const twice = await client.startChatContact({ ...order, ClientToken: 'one' });
    expect({ ...twice, $metadata: {} }).toEqual({ ...once, $metadata: {} });
  });
});

describe('a participant is refused', () => {
  test.each<[string, string, object | string, number, string]>([
    ['a message of a stranger', 'message', plain('Hi'), 403, 'AccessDeniedException'],
    ['a transcript of a stranger', 'transcript', {}, 403, 'AccessDeniedException'],
    ['leaving of a stranger', 'disconnect', {}, 403, 'AccessDeniedException'],
    ['an attachment', 'start-attachment-upload', {}, 404, 'ResourceNotFoundException'],
  ])('%s', async (_title, path, body, status, error) => {
    for (const token of ['', 'x', Buffer.from('["connection","a"]').toString('base64url')])
      expect(await participant(path, token, body)).toMatchObject({ status, error });
  });
  test('what makes no sense in a chat of their own', async () => {
    const { token, ParticipantToken } = await begin();
    const wrong: readonly (readonly [string, string, object | string, string])[] = [
      ['connection', ParticipantToken, { Type: ['WEBSOCKET'] }, 'ValidationException'],
      ['connection', ParticipantToken, {}, 'ValidationException'],
      ['connection', token, CREDENTIALS, 'AccessDeniedException'],
      ['message', ParticipantToken, plain('Hi'), 'AccessDeniedException'],
      ['message', token, plain('x'.repeat(1025)), 'ValidationException'],
      ['message', token, { Content: 'x' }, 'ValidationException'],
      ['message', token, { ContentType: 'text/html', Content: 'x' }, 'ValidationException'],
      ['message', token, '{', 'ValidationException'],
      ['transcript', token, { StartPosition: { Id: NOBODY } }, 'ValidationException'],
      ['transcript', token, { StartPosition: { AbsoluteTime: 'noon' } }, 'ValidationException'],
      ['transcript', token, { NextToken: 'x' }, 'ValidationException'],
    ];
    for (const [path, bearer, body, error] of wrong)
      expect([path, body, (await participant(path, bearer, body)).error]).toEqual([path, body, error]);
  });
});

describe('a bot of somebody else', () => {
  const role = { ParticipantRole: 'CUSTOM_BOT' as const, DisplayName: 'Helper' };
  const add = (ContactId: string, ClientToken = 'bot') =>
    client.createParticipant({
      InstanceId: order.InstanceId,
      ContactId,
      ParticipantDetails: role,
      ClientToken: `${ClientToken} ${ContactId}`,
    });
  const connected = async (bearer: string): Promise<string> => {
    const { body } = await participant('connection', bearer, CREDENTIALS);
    return String(Object(body['ConnectionCredentials']).ConnectionToken);
  };
  test('joins, writes to the customer, is one however often it is added with a token, and leaves', async () => {
    const { ContactId, token } = await begin();
    const { ParticipantId, ParticipantCredentials } = await add(ContactId);
    expect((await add(ContactId)).ParticipantId).toBe(ParticipantId);
    const bot = await connected(ParticipantCredentials?.ParticipantToken ?? '');
    expect((await participant('message', bot, plain('How can I help?'))).status).toBe(200);
    expect((await transcript(bot)).length).toBeGreaterThan(0);
    expect((await participant('disconnect', bot, {})).status).toBe(200);
    expect(await transcript(token)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          ParticipantRole: 'CUSTOM_BOT',
          ParticipantId,
          DisplayName: 'Helper',
          Content: 'How can I help?',
        }),
      ]),
    );
    // Who has left is nobody's participant any more, and the customer's chat goes on.
    expect((await participant('message', bot, plain('Hi'))).error).toBe('AccessDeniedException');
    expect((await participant('message', token, plain('Hi'))).status).toBe(200);
    await expect(add(ContactId)).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });
  test('is refused beside another one, and in a chat that is not there or is over', async () => {
    const { ContactId, token } = await begin();
    await add(ContactId);
    await expect(add(ContactId, 'another')).rejects.toMatchObject({ name: 'InvalidRequestException' });
    await expect(add(NOBODY)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await participant('disconnect', token, {});
    await expect(add(ContactId, 'late')).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });
});

describe('a chat over the API', () => {
  test('goes from the customer to an agent and back, and is over for both', async () => {
    const one = await begin({ InitialMessage: { ContentType: 'text/plain', Content: 'My ladder is bent.' } });
    const { ContactId: contactId, token } = one;
    const sent = await participant('message', token, { ...plain('Hello?'), ClientToken: 'm1' });
    expect(await participant('message', token, { ...plain('Hello?'), ClientToken: 'm1' })).toEqual(sent);
    await client.updateParticipantRoleConfig({
      InstanceId: order.InstanceId,
      ContactId: contactId,
      ChannelConfiguration: {
        Chat: {
          ParticipantTimerConfigList: [
            {
              ParticipantRole: 'CUSTOMER',
              TimerType: 'IDLE',
              TimerValue: { ParticipantTimerDurationInMinutes: 2 },
            },
            { ParticipantRole: 'AGENT', TimerType: 'IDLE', TimerValue: { ParticipantTimerAction: 'Unset' } },
          ],
        },
      },
    });
    await cloud.driver.settle();
    await cloud.driver.advanceBy(60_000);
    const items = await transcript(token);
    const messages = items.filter((item) => Object(item).ParticipantRole === 'CUSTOMER');
    expect(messages).toMatchObject([
      {
        Type: 'MESSAGE',
        Content: 'My ladder is bent.',
        DisplayName: 'Zoe',
        ParticipantId: one.ParticipantId,
      },
      { Type: 'EVENT', ContentType: 'application/vnd.amazonaws.connect.event.participant.joined' },
      { Id: sent.body['Id'], Content: 'Hello?', ContactId: contactId },
    ]);
    expect(await transcript(token, { StartPosition: { Id: sent.body['Id'] }, MaxResults: 1 })).toHaveLength(
      1,
    );
    const { Contact } = await client.describeContact({ InstanceId: order.InstanceId, ContactId: contactId });
    expect(Contact).toMatchObject({ Channel: 'CHAT', InitiationMethod: 'API' });
    expect((await participant('disconnect', token, {})).status).toBe(200);
    expect((await participant('message', token, plain('Hi'))).error).toBe('AccessDeniedException');
  });

  test('is read page by page, forwards and backwards, every item once', async () => {
    const { token } = await begin();
    for (const word of ['a', 'b', 'c', 'd', 'e']) await participant('message', token, plain(word));
    const all = await transcript(token);
    for (const ScanDirection of ['FORWARD', 'BACKWARD']) {
      const pages: unknown[][] = [];
      let next: unknown;
      do {
        const asked = { MaxResults: 2, ScanDirection, SortOrder: 'ASCENDING' };
        const { body } = await participant(
          'transcript',
          token,
          next === undefined ? asked : { ...asked, NextToken: next },
        );
        pages.push(Array.isArray(body['Transcript']) ? body['Transcript'] : []);
        next = body['NextToken'];
      } while (next !== undefined);
      expect((ScanDirection === 'FORWARD' ? pages : pages.reverse()).flat()).toEqual(all);
    }
    const latest = await participant('transcript', token, { MaxResults: 1 });
    expect(latest.body['Transcript']).toEqual(all.slice(-1));
  });

  test('takes no timers where there is no chat', async () => {
    const timer = {
      ParticipantRole: 'AGENT',
      TimerType: 'IDLE',
      TimerValue: { ParticipantTimerDurationInMinutes: 2 },
    } as const;
    const set = (ContactId: string, times = 1) =>
      client.updateParticipantRoleConfig({
        InstanceId: order.InstanceId,
        ContactId,
        ChannelConfiguration: {
          Chat: { ParticipantTimerConfigList: Array.from({ length: times }, () => timer) },
        },
      });
    await expect(set(NOBODY)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(set(dial(cloud))).rejects.toMatchObject({ name: 'InvalidRequestException' });
    const { ContactId } = await begin();
    await expect(set(ContactId, 2)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  test('rings at an agent who takes chats, whose answers the customer reads', async () => {
    for (const contactId of cloud.centre.recentContacts())
      await client.stopContact({ InstanceId: order.InstanceId, ContactId: contactId }).catch(() => undefined);
    const { ContactId: contactId, token } = await begin();
    const { send } = cloud.centre;
    send({ kind: 'agent-signs-in', userId: sam });
    send({ kind: 'agent-sets-status', userId: sam, status: 'Available' });
    await until(cloud, contactId, 'offered');
    expect(cloud.centre.agent(sam)?.contact).toMatchObject({ contactId, channel: 'CHAT', state: 'ringing' });
    send({ kind: 'agent-accepts', userId: sam, contactId });
    send({ kind: 'agent-writes', userId: sam, contactId, text: 'Good morning.' });
    const items = (await transcript(token)).slice(-2);
    expect(items).toMatchObject([
      { ContentType: 'application/vnd.amazonaws.connect.event.participant.joined', ParticipantRole: 'AGENT' },
      { Content: 'Good morning.', ParticipantRole: 'AGENT', Type: 'MESSAGE' },
    ]);
    send({ kind: 'agent-hangs-up', userId: sam, contactId });
    expect(await transcript(token, { MaxResults: 1, StartPosition: { MostRecent: 1 } })).toMatchObject([
      { Type: 'EVENT', ContentType: 'application/vnd.amazonaws.connect.event.chat.ended' },
    ]);
    expect((await participant('disconnect', token, {})).error).toBe('AccessDeniedException');
  });
});
