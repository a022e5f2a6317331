/** TransferContact and MonitorContact on a running centre, asked by the real SDK client. */
import type { Connect, StartTaskContactCommandInput } from '@aws-sdk/client-connect';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VirtualDriver } from '../../../engine/contact/driver.ts';
import type { Cloud } from '../../../local/cloud.ts';
import { type ApiCentre, apiCentre, CENTRE, SUPPORT, servesTasks, whisperFlow } from './api-centre.ts';
import { dial, until } from './booted-cloud.ts';
import { add, change, type Mutate } from './booted-resources.ts';

const NOBODY = '99999999-2222-4333-8444-555555555555';
const recorded = add('Recorded', 'AWS::Connect::ContactFlow', {
  InstanceArn: CENTRE,
  Name: 'recorded',
  Type: 'CONTACT_FLOW',
  Content: {
    'Fn::Sub': [
      JSON.stringify({
        Version: '2019-10-30',
        StartAction: 'record',
        Metadata: {},
        Actions: [
          {
            Identifier: 'record',
            Type: 'UpdateContactRecordingBehavior',
            Parameters: { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } },
            Transitions: { NextAction: 'set' },
          },
          {
            Identifier: 'set',
            Type: 'UpdateContactTargetQueue',
            Parameters: { QueueId: 'QUEUE' },
            Transitions: {
              NextAction: 'queue',
              Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }],
            },
          },
          {
            Identifier: 'queue',
            Type: 'TransferContactToQueue',
            Parameters: {},
            Transitions: {
              NextAction: 'end',
              Errors: [
                { ErrorType: 'QueueAtCapacity', NextAction: 'end' },
                { ErrorType: 'NoMatchingError', NextAction: 'end' },
              ],
            },
          },
          { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
        ],
      }).replace('QUEUE', '$' + '{Queue}'),
      { Queue: SUPPORT },
    ],
  },
});
const robinToo: Mutate = (template) => {
  const user = Object.entries(template.Resources).find(([, { Type }]) => Type === 'AWS::Connect::User')?.[1];
  if (user === undefined) throw new Error('the fixture has no user');
  template.Resources['Robin'] = structuredClone(user);
  Object.assign(template.Resources['Robin'].Properties ?? {}, { Username: 'robin' });
};
let centre: ApiCentre;
let cloud: Cloud<VirtualDriver>;
let client: Connect;
let task: StartTaskContactCommandInput;
let sam: string;

beforeAll(async () => {
  centre = await apiCentre(
    whisperFlow,
    recorded,
    robinToo,
    servesTasks,
    change('Support', { MaxContacts: 50 }),
  );
  ({ client, cloud, sam } = centre);
  task = { ...centre.ids, Name: 'Look at case C-1' };
});
afterAll(() => centre.close());

describe('TransferContact', () => {
  const named = (name: string) => cloud.centre.instance.flows.find((one) => one.name === name)?.id;
  const ids = (ContactId: string) => ({
    InstanceId: task.InstanceId,
    ContactId,
    ContactFlowId: task.ContactFlowId,
  });
  test('takes a task to the next contact of its chain, once for one token', async () => {
    const { ContactId = '' } = await client.startTaskContact(task);
    await cloud.driver.settle();
    const order = { ...ids(ContactId), UserId: sam, ClientToken: 'once' };
    const { ContactId: next, ContactArn } = await client.transferContact(order);
    expect(ContactArn).toBe(`${cloud.centre.instance.arn}/contact/${next}`);
    expect((await client.transferContact(order)).ContactId).toBe(next);
    const { Contact } = await client.describeContact({ InstanceId: task.InstanceId, ContactId: next });
    expect(Contact).toMatchObject({
      InitiationMethod: 'TRANSFER',
      InitialContactId: ContactId,
      PreviousContactId: ContactId,
      Name: task.Name,
    });
    await expect(client.transferContact({ ...order, UserId: undefined })).rejects.toMatchObject({
      name: 'IdempotencyException',
      $metadata: { httpStatusCode: 409 },
    });
    await client.stopContact({ InstanceId: task.InstanceId, ContactId: next });
    await expect(client.transferContact(ids(ContactId))).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
  });
  test.each([
    ['of nobody', () => ids(NOBODY), 'ResourceNotFoundException'],
    ['of a call', () => ids(dial(cloud)), 'InvalidRequestException'],
    [
      'to a queue and an agent',
      () => ({ ...ids(NOBODY), QueueId: 'q', UserId: sam }),
      'InvalidRequestException',
    ],
    ['to no user', () => ({ ...ids(dial(cloud)), UserId: NOBODY }), 'ResourceNotFoundException'],
    ['by no flow', () => ({ ...ids(dial(cloud)), ContactFlowId: NOBODY }), 'ResourceNotFoundException'],
  ])('is refused %s', async (_title, order, name) => {
    await expect(client.transferContact(order())).rejects.toMatchObject({ name });
  });
  test('by a whisper is refused', async () => {
    const { ContactId = '' } = await client.startTaskContact(task);
    const ContactFlowId = named('whisper');
    await expect(client.transferContact({ ...ids(ContactId), ContactFlowId })).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
    await client.stopContact({ InstanceId: task.InstanceId, ContactId });
  });
});

describe('MonitorContact', () => {
  const order = (ContactId: string) => ({ InstanceId: task.InstanceId, ContactId, UserId: robin() });
  const robin = () => cloud.centre.instance.users.find(({ id }) => id !== sam)?.id ?? '';
  test('gives a supervisor a contact of their own, where the call is recorded and talked in', async () => {
    const { centre } = cloud;
    const flowId = centre.instance.flows.find(({ name }) => name === 'recorded')?.id ?? '';
    const [started] = centre.send({ kind: 'dial', to: '+12025550100', playback: 'estimated', flowId });
    const contactId = started?.kind === 'contact-started' ? started.contactId : '';
    await until(cloud, contactId, 'queued');
    for (const userId of [sam, robin()]) centre.send({ kind: 'agent-signs-in', userId });
    await expect(client.monitorContact(order(contactId))).rejects.toMatchObject({
      name: 'InvalidRequestException',
      message: expect.stringContaining('no call in conversation'),
    });
    centre.send({ kind: 'agent-sets-status', userId: sam, status: 'Available' });
    while (centre.agent(sam)?.contacts?.some((one) => one.contactId === contactId) !== true) {
      const [other] = centre.agent(sam)?.contacts ?? [];
      centre.send({ kind: 'stop-contact', contactId: other?.contactId ?? '' });
      await cloud.driver.advanceBy(1_000);
    }
    centre.send({ kind: 'agent-accepts', userId: sam, contactId });
    await until(cloud, contactId, 'connected');
    const { ContactId, ContactArn } = await client.monitorContact({
      ...order(contactId),
      AllowedMonitorCapabilities: ['SILENT_MONITOR'],
    });
    expect(ContactArn).toBe(`${centre.instance.arn}/contact/${ContactId}`);
    const { Contact } = await client.describeContact({ InstanceId: task.InstanceId, ContactId });
    expect(Contact).toMatchObject({ InitiationMethod: 'MONITOR', InitialContactId: contactId });
    expect(() => centre.send({ kind: 'supervisor-barges', userId: robin(), contactId })).toThrow(
      'may listen',
    );
    await expect(client.monitorContact(order(contactId))).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
    centre.send({ kind: 'caller-hangs-up', contactId });
  });
  test('is refused for nobody, by nobody, and where nobody is recorded', async () => {
    const contactId = dial(cloud);
    for (const [wrong, name] of [
      [{ ContactId: NOBODY }, 'ResourceNotFoundException'],
      [{ UserId: NOBODY }, 'ResourceNotFoundException'],
      [{}, 'InvalidRequestException'],
    ] as const)
      await expect(client.monitorContact({ ...order(contactId), ...wrong })).rejects.toMatchObject({ name });
  });
});
