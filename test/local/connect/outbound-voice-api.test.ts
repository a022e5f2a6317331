/** StartOutboundVoiceContact on a running centre, asked by the real SDK client. */
import type { Connect, StartOutboundVoiceContactCommandInput } from '@aws-sdk/client-connect';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VirtualDriver } from '../../../engine/contact/driver.ts';
import type { Cloud } from '../../../local/cloud.ts';
import { type ApiCentre, apiCentre } from './api-centre.ts';
import { bootFixture, effectsOf, NUMBER, until } from './booted-cloud.ts';

const NOBODY = '99999999-2222-4333-8444-555555555555';
type Call = StartOutboundVoiceContactCommandInput;

let centre: ApiCentre;
let cloud: Cloud<VirtualDriver>;
let client: Connect;
let call: Call;

beforeAll(async () => {
  centre = await apiCentre();
  ({ client, cloud } = centre);
  call = {
    ...centre.ids,
    DestinationPhoneNumber: '+12025550155',
    SourcePhoneNumber: NUMBER,
    ClientToken: '',
  };
});
afterAll(() => centre.close());

test('a customer who answers hears the flow', async () => {
  const { ContactId = '' } = await client.startOutboundVoiceContact({ ...call, Attributes: { case: 'C-1' } });
  expect(effectsOf(cloud, ContactId)).toMatchObject([
    { kind: 'attributes-changed' },
    { kind: 'call-started' },
    { kind: 'customer-dialled', number: '+12025550155', callerNumber: NUMBER, withinMs: 60_000 },
  ]);
  cloud.centre.send({ kind: 'customer-called', contactId: ContactId, outcome: 'answers' });
  await until(cloud, ContactId, 'prompt');
  const { Contact } = await client.describeContact({ InstanceId: call.InstanceId, ContactId });
  expect(Contact).toMatchObject({
    InitiationMethod: 'API',
    Channel: 'VOICE',
    CustomerEndpoint: { Address: '+12025550155' },
    SystemEndpoint: { Address: NUMBER },
    Attributes: { case: 'C-1' },
  });
});

test('the same order with the same token is one call', async () => {
  const order = { ...call, ClientToken: 'call-1', RingTimeoutInSeconds: 15 };
  const { ContactId: first } = await client.startOutboundVoiceContact(order);
  const { ContactId: second } = await client.startOutboundVoiceContact(order);
  expect(second).toBe(first);
  const other = client.startOutboundVoiceContact({ ...order, Name: 'Another' });
  await expect(other).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

test('an instance whose outbound calls are switched off calls nobody', async () => {
  const closed = await bootFixture(({ Resources }) => {
    for (const { Type, Properties } of Object.values(Resources)) {
      if (Type === 'AWS::Connect::Instance' && Properties !== undefined)
        Properties['Attributes'] = { InboundCalls: true, OutboundCalls: false };
    }
  });
  const { id, flows } = closed.centre.instance;
  const flowId = flows.find(({ name }) => name === 'main')?.id ?? '';
  expect(id).not.toBe('');
  expect(() => closed.centre.send({ kind: 'start-call', to: '+12025550155', from: NUMBER, flowId })).toThrow(
    'outbound calls are switched off in this instance',
  );
  await closed.close();
});

describe('nobody is called', () => {
  const campaign = { EnableAnswerMachineDetection: true };
  test.each<[string, Partial<Call>, string]>([
    ['abroad', { DestinationPhoneNumber: '+390612345' }, 'DestinationNotAllowedException'],
    ['at what is no number', { DestinationPhoneNumber: '0800' }, 'InvalidRequestException'],
    ['by a flow that is not there', { ContactFlowId: NOBODY }, 'ResourceNotFoundException'],
    ['in an instance that is not there', { InstanceId: NOBODY }, 'ResourceNotFoundException'],
    ['for a queue that is not there', { QueueId: NOBODY }, 'ResourceNotFoundException'],
    ['from a number of somebody else', { SourcePhoneNumber: '+12025550199' }, 'InvalidParameterException'],
    ['from no number and no queue', { SourcePhoneNumber: undefined }, 'InvalidParameterException'],
    ['with a wrong kind of traffic', { AnswerMachineDetectionConfig: campaign }, 'InvalidParameterException'],
    ['for a campaign', { CampaignId: 'c' }, 'InvalidParameterException'],
    ['who is rung too short', { RingTimeoutInSeconds: 14 }, 'InvalidRequestException'],
    ['for a contact that is not there', { RelatedContactId: NOBODY }, 'ResourceNotFoundException'],
    ['with a dot in the name of an attribute', { Attributes: { 'a.b': 'x' } }, 'InvalidParameterException'],
  ])('%s', async (_title, wrong, name) => {
    const before = cloud.centre.recentContacts().length;
    await expect(client.startOutboundVoiceContact({ ...call, ...wrong })).rejects.toMatchObject({ name });
    expect(cloud.centre.recentContacts()).toHaveLength(before);
  });
});
