/** A whole call on the fixture: number, flow, function, queue, agent, and the Connect API beside it. */

import type { Connect } from '@aws-sdk/client-connect';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VirtualDriver } from '../../../engine/contact/driver.ts';
import type { Cloud } from '../../../local/cloud.ts';
import { type ApiCentre, apiCentre } from './api-centre.ts';
import { bootFixture, CALLER, dial, effectsOf, heard, MONDAY_MS, NUMBER, until } from './booted-cloud.ts';

const NOBODY = '99999999-2222-4333-8444-555555555555';
const GREETING = 'Good day, you called the number ending in 00';

let centre: ApiCentre;
let cloud: Cloud<VirtualDriver>;
let client: Connect;
let InstanceId: string;
let sam: string;

beforeAll(async () => {
  centre = await apiCentre();
  ({ client, cloud, sam } = centre);
  ({ InstanceId } = centre.ids);
});
afterAll(() => centre.close());

test('a caller hears the function, waits, talks to the agent, and the agent works on', async () => {
  const contactId = dial(cloud);
  await until(cloud, contactId, 'queued');
  expect(heard(cloud, contactId)[0]).toBe(GREETING);
  cloud.centre.send({ kind: 'agent-signs-in', userId: sam });
  cloud.centre.send({ kind: 'agent-sets-status', userId: sam, status: 'Available' });
  await until(cloud, contactId, 'offered');
  expect(cloud.centre.agent(sam)).toMatchObject({
    signedIn: true,
    status: 'Available',
    contact: { contactId, state: 'ringing', queueName: 'support', callerNumber: CALLER },
  });
  cloud.centre.send({ kind: 'agent-accepts', userId: sam, contactId });
  await until(cloud, contactId, 'connected');
  cloud.centre.send({ kind: 'agent-hangs-up', userId: sam, contactId });
  expect(await until(cloud, contactId, 'contact-ended')).toMatchObject({ reason: 'AGENT_DISCONNECT' });
  const endedAtMs = cloud.centre.nowMs();
  await until(cloud, contactId, 'contact-completed');
  expect(cloud.centre.nowMs() - endedAtMs).toBe(30_000);
  cloud.centre.send({ kind: 'agent-signs-out', userId: sam });
  expect(cloud.centre.recentContacts()[0]).toBe(contactId);
});

test('the flow log and the function log belong to the contact', async () => {
  const contactId = dial(cloud);
  await until(cloud, contactId, 'queued');
  expect(cloud.centre.flowLog(contactId).map(({ ContactFlowModuleType: type }) => type)).toContain(
    'InvokeExternalResource',
  );
  const lines = cloud.centre.functionLog(contactId);
  expect(lines.map(({ text }) => text).join()).toContain(`greeting, instance ${cloud.centre.instance.arn}`);
  expect(lines.every((line) => line.contactId === contactId)).toBe(true);
  cloud.centre.send({ kind: 'caller-hangs-up', contactId });
});

test('the function runs at the time of the call', async () => {
  const contactId = dial(cloud);
  const askedAtMs = cloud.centre.nowMs();
  await until(cloud, contactId, 'queued');
  expect(cloud.centre.functionLog(contactId)[0]?.atMs).toBe(askedAtMs);
  cloud.centre.send({ kind: 'caller-hangs-up', contactId });
});

describe('the Connect API on a running call', () => {
  test('reads and changes the attributes', async () => {
    const contactId = dial(cloud);
    await until(cloud, contactId, 'queued');
    const read = () => client.getContactAttributes({ InstanceId, InitialContactId: contactId });
    expect((await read()).Attributes).toEqual({ reason: 'fixture' });
    await client.updateContactAttributes({
      InstanceId,
      InitialContactId: contactId,
      Attributes: { reason: 'changed', note: 'from the API' },
    });
    expect((await read()).Attributes).toEqual({ reason: 'changed', note: 'from the API' });
    cloud.centre.send({ kind: 'caller-hangs-up', contactId });
    expect((await read()).Attributes).toEqual({ reason: 'changed', note: 'from the API' });
  });

  test('refuses more than 32 KB of attributes and leaves them as they were', async () => {
    const contactId = dial(cloud);
    await until(cloud, contactId, 'queued');
    const change = client.updateContactAttributes({
      InstanceId,
      InitialContactId: contactId,
      Attributes: { long: 'x'.repeat(32_700), longer: 'x'.repeat(200) },
    });
    await expect(change).rejects.toMatchObject({ name: 'InvalidParameterException' });
    const { Attributes } = await client.getContactAttributes({ InstanceId, InitialContactId: contactId });
    expect(Attributes).toEqual({ reason: 'fixture' });
    cloud.centre.send({ kind: 'caller-hangs-up', contactId });
  });

  test('describes the contact with queue, endpoints and times in seconds', async () => {
    const contactId = dial(cloud);
    await until(cloud, contactId, 'queued');
    const { Contact } = await client.describeContact({ InstanceId, ContactId: contactId });
    expect(Contact).toMatchObject({
      Id: contactId,
      Arn: `${cloud.centre.instance.arn}/contact/${contactId}`,
      Channel: 'VOICE',
      InitiationMethod: 'INBOUND',
      QueueInfo: { Id: cloud.centre.instance.queues[0]?.id },
      CustomerEndpoint: { Address: CALLER, Type: 'TELEPHONE_NUMBER' },
      SystemEndpoint: { Address: NUMBER, Type: 'TELEPHONE_NUMBER' },
    });
    expect(Contact?.InitiationTimestamp?.getTime()).toBe(cloud.centre.contact(contactId)?.startedAtMs);
    cloud.centre.send({ kind: 'caller-hangs-up', contactId });
  });

  test('stops the contact once', async () => {
    const contactId = dial(cloud);
    await until(cloud, contactId, 'queued');
    await client.stopContact({ InstanceId, ContactId: contactId });
    expect(effectsOf(cloud, contactId).at(-1)?.kind).toBe('contact-completed');
    const { Contact } = await client.describeContact({ InstanceId, ContactId: contactId });
    expect(Contact?.DisconnectTimestamp?.getTime()).toBeGreaterThan(MONDAY_MS);
    await expect(client.stopContact({ InstanceId, ContactId: contactId })).rejects.toMatchObject({
      name: 'ContactNotFoundException',
      $metadata: { httpStatusCode: 410 },
    });
    await expect(client.stopContact({ InstanceId, ContactId: NOBODY })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test('links decide the next call while the centre runs', async () => {
    const [number] = cloud.centre.instance.phoneNumbers;
    const PhoneNumberId = number?.id ?? '';
    await client.disassociatePhoneNumberContactFlow({ PhoneNumberId, InstanceId });
    expect(() => dial(cloud)).toThrow(expect.objectContaining({ name: 'NotInService' }));
    expect(cloud.centre.notReady()).toContain('leads to no flow');
    const ContactFlowId = cloud.centre.instance.flows.find(({ name }) => name === 'main')?.id ?? '';
    await client.associatePhoneNumberContactFlow({ PhoneNumberId, InstanceId, ContactFlowId });
    expect(cloud.centre.notReady()).toBeUndefined();
    cloud.centre.send({ kind: 'caller-hangs-up', contactId: dial(cloud) });
  });
});

test('a number of nobody is not in service', () => {
  const call = { kind: 'dial', to: '+12025550199', playback: 'estimated' } as const;
  expect(() => cloud.centre.send(call)).toThrow(expect.objectContaining({ name: 'NotInService' }));
});

test('the same seed gives the same call, byte for byte', async () => {
  const run = async (): Promise<string> => {
    const other = await bootFixture();
    try {
      const contactId = dial(other);
      await until(other, contactId, 'queued');
      const log = other.centre.functionLog(contactId);
      return JSON.stringify([other.centre.history(contactId), log]);
    } finally {
      await other.close();
    }
  };
  expect(await run()).toBe(await run());
});
