/** StartTaskContact on a running centre, asked by the real SDK client. */
import type { Connect, StartTaskContactCommandInput } from '@aws-sdk/client-connect';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VirtualDriver } from '../../../engine/contact/driver.ts';
import type { Cloud } from '../../../local/cloud.ts';
import { type ApiCentre, apiCentre, servesTasks, whisperFlow } from './api-centre.ts';
import { dial, effectsOf, until } from './booted-cloud.ts';
import { change } from './booted-resources.ts';

const NOBODY = '99999999-2222-4333-8444-555555555555';
let centre: ApiCentre;
let cloud: Cloud<VirtualDriver>;
let client: Connect;
let task: StartTaskContactCommandInput;
let sam: string;

beforeAll(async () => {
  centre = await apiCentre(whisperFlow, servesTasks, change('Support', { MaxContacts: 50 }));
  ({ client, cloud, sam } = centre);
  task = { ...centre.ids, Name: 'Look at case C-1' };
});
afterAll(() => centre.close());

describe('no task is started', () => {
  const flow = (name: string) => cloud.centre.instance.flows.find((one) => one.name === name)?.id;
  test.each<[string, () => Partial<StartTaskContactCommandInput>, string]>([
    ['in an instance that is not there', () => ({ InstanceId: NOBODY }), 'ResourceNotFoundException'],
    ['by a flow that is not there', () => ({ ContactFlowId: NOBODY }), 'ResourceNotFoundException'],
    ['by no flow', () => ({ ContactFlowId: undefined }), 'InvalidRequestException'],
    ['by a whisper', () => ({ ContactFlowId: flow('whisper') }), 'InvalidParameterException'],
    ['without a name', () => ({ Name: '' }), 'InvalidParameterException'],
    ['with a name of 513 characters', () => ({ Name: 'x'.repeat(513) }), 'InvalidRequestException'],
    [
      'with a description of 4,097 characters',
      () => ({ Description: 'x'.repeat(4097) }),
      'InvalidRequestException',
    ],
    [
      'with an attachment for a reference',
      () => ({ References: { a: { Type: 'ATTACHMENT', Value: 'x' } } }),
      'InvalidRequestException',
    ],
    [
      'with a dot in the name of an attribute',
      () => ({ Attributes: { 'a.b': 'x' } }),
      'InvalidParameterException',
    ],
    [
      'with more than 32 KB of attributes',
      () => ({ Attributes: { a: 'x'.repeat(32_767), b: 'xx' } }),
      'InvalidParameterException',
    ],
    ['for a contact that is not there', () => ({ RelatedContactId: NOBODY }), 'ResourceNotFoundException'],
    ['after a task', () => ({ PreviousContactId: NOBODY }), 'InvalidParameterException'],
    ['in the past', () => ({ ScheduledTime: new Date(Date.UTC(2026, 10, 1)) }), 'InvalidParameterException'],
    [
      'more than six days ahead',
      () => ({ ScheduledTime: new Date(Date.UTC(2026, 11, 25)) }),
      'InvalidParameterException',
    ],
    ['from a template', () => ({ TaskTemplateId: NOBODY }), 'InvalidParameterException'],
    ['by a quick connect', () => ({ QuickConnectId: NOBODY }), 'InvalidParameterException'],
  ])('%s', async (_title, wrong, name) => {
    const before = cloud.centre.recentContacts().length;
    await expect(client.startTaskContact({ ...task, ...wrong() })).rejects.toMatchObject({ name });
    expect(cloud.centre.recentContacts()).toHaveLength(before);
  });
});

describe('the same order', () => {
  test('with the same token is one task, however often it is sent', async () => {
    const order = { ...task, ClientToken: 'token-1', Attributes: { case: 'C-1' } };
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => client.startTaskContact(order)));
    expect(others.map(({ ContactId }) => ContactId)).toEqual([first?.ContactId, first?.ContactId]);
    const started = effectsOf(cloud, first?.ContactId ?? '').filter(({ kind }) => kind === 'task-started');
    expect(started).toHaveLength(1);
  });
  test('with another token is another task', async () => {
    const { ContactId: first } = await client.startTaskContact({ ...task, ClientToken: 'token-2' });
    const { ContactId: second } = await client.startTaskContact({ ...task, ClientToken: 'token-3' });
    expect(second).not.toBe(first);
  });
  test('under a token that belongs to another is refused', async () => {
    await client.startTaskContact({ ...task, ClientToken: 'token-4' });
    const other = client.startTaskContact({ ...task, Name: 'Another', ClientToken: 'token-4' });
    await expect(other).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
  test('a day later is another task', async () => {
    const order = { ...task, ClientToken: 'token-5' };
    const { ContactId: first } = await client.startTaskContact(order);
    await cloud.driver.advanceBy(86_400_001);
    cloud.centre.send({ kind: 'clock' });
    const { ContactId: second } = await client.startTaskContact(order);
    expect(second).not.toBe(first);
  });
});

test('a task for a call carries its attributes to an agent who talks, and is described', async () => {
  const call = dial(cloud);
  await until(cloud, call, 'queued');
  await client.updateContactAttributes({
    InstanceId: task.InstanceId,
    InitialContactId: call,
    Attributes: { case: 'C-1', level: '1' },
  });
  const { ContactId = '' } = await client.startTaskContact({
    ...task,
    Description: 'The caller has asked twice.',
    References: { order: { Type: 'STRING', Value: '1002' } },
    Attributes: { level: '2' },
    RelatedContactId: call,
  });
  await until(cloud, ContactId, 'queued');
  const { Contact } = await client.describeContact({ InstanceId: task.InstanceId, ContactId });
  expect(Contact).toMatchObject({
    Id: ContactId,
    Channel: 'TASK',
    InitiationMethod: 'API',
    RelatedContactId: call,
    Name: 'Look at case C-1',
    Description: 'The caller has asked twice.',
    Attributes: { case: 'C-1', level: '2', reason: 'fixture' },
  });
  expect(Contact).not.toHaveProperty('CustomerEndpoint');
  expect(effectsOf(cloud, ContactId).map(({ kind }) => kind)).not.toContain('prompt');
  cloud.centre.send({ kind: 'agent-signs-in', userId: sam });
  cloud.centre.send({ kind: 'agent-sets-status', userId: sam, status: 'Available' });
  expect(cloud.centre.agent(sam)?.contact).toMatchObject({
    contactId: call,
    state: 'ringing',
    channel: 'VOICE',
  });
  cloud.centre.send({ kind: 'agent-rejects', userId: sam, contactId: call });
  cloud.centre.send({ kind: 'caller-hangs-up', contactId: call });
  cloud.centre.send({ kind: 'agent-clears', userId: sam, contactId: call });
  const mine = cloud.centre.agent(sam)?.contacts?.map(({ channel }) => channel);
  expect(mine).toEqual(['TASK', 'TASK', 'TASK']);
});

describe('a task that was started', () => {
  const ids = (ContactId = '') => ({ InstanceId: task.InstanceId, ContactId });
  test('for later is given another time, and begins at it', async () => {
    const at = (afterMs: number) => new Date(cloud.centre.nowMs() + afterMs);
    const { ContactId } = await client.startTaskContact({ ...task, ScheduledTime: at(60_000) });
    await client.updateContactSchedule({ ...ids(ContactId), ScheduledTime: at(3_600_000) });
    await cloud.driver.advanceBy(3_599_000);
    expect(cloud.centre.contact(ContactId ?? '')?.phase).toBe('scheduled');
    await cloud.driver.advanceBy(1_000);
    expect(cloud.centre.contact(ContactId ?? '')?.phase).not.toBe('scheduled');
    const past = client.updateContactSchedule({ ...ids(ContactId), ScheduledTime: at(60_000) });
    await expect(past).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
  test('is paused and goes on, and cannot be paused twice', async () => {
    const { ContactId = '' } = await client.startTaskContact(task);
    await until(cloud, ContactId, 'queued');
    await client.pauseContact(ids(ContactId));
    expect(cloud.centre.contact(ContactId)?.phase).toBe('paused');
    await expect(client.pauseContact(ids(ContactId))).rejects.toMatchObject({ name: 'ConflictException' });
    await client.resumeContact(ids(ContactId));
    expect(cloud.centre.contact(ContactId)?.phase).toBe('queued');
    await expect(client.resumeContact(ids(ContactId))).rejects.toMatchObject({ name: 'ConflictException' });
    const missing = client.pauseContact(ids(NOBODY));
    await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
