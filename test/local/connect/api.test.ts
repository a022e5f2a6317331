/** The Connect API, asked by the real SDK client over HTTP. */

import { type ListPhoneNumbersV2CommandInput, paginateListQueues } from '@aws-sdk/client-connect';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { add, BOOTED_AT_MS } from './booted-resources.ts';
import { type ServedApi, serveApi } from './served-api.ts';

const NOBODY = '99999999-2222-4333-8444-555555555555';
const CENTRE = { 'Fn::GetAtt': ['Centre', 'Arn'] };
const HOURS = { 'Fn::GetAtt': ['Opening', 'HoursOfOperationArn'] };
const queue = (name: string) =>
  add(`Queue${name}`, 'AWS::Connect::Queue', { InstanceArn: CENTRE, Name: name, HoursOfOperationArn: HOURS });
const whisper = add('Whisper', 'AWS::Connect::ContactFlow', {
  InstanceArn: CENTRE,
  Name: 'whisper',
  Type: 'AGENT_WHISPER',
  Content: JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'end',
    Metadata: {},
    Actions: [{ Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} }],
  }),
});

let api: ServedApi;
let InstanceId: string;
let ids: Readonly<Record<'queue' | 'flow' | 'whisper' | 'module' | 'number', string>>;

beforeAll(async () => {
  api = await serveApi(queue('a'), queue('b'), queue('c'), queue('d'), whisper);
  const { state } = api;
  InstanceId = state.instance?.id ?? '';
  const idOf = (records: { list(): readonly { name: string; id: string }[] }, name: string) =>
    records.list().find((record) => record.name === name)?.id ?? '';
  ids = {
    queue: idOf(state.queues, 'support'),
    flow: idOf(state.flows, 'main'),
    whisper: idOf(state.flows, 'whisper'),
    module: idOf(state.modules, 'check'),
    number: idOf(state.numbers, '+12025550100'),
  };
});
afterAll(() => api.close());

describe('the instance', () => {
  test('is described under its id and its ARN', async () => {
    const byId = await api.client.describeInstance({ InstanceId });
    const byArn = await api.client.describeInstance({ InstanceId: api.state.instance?.arn });
    expect(byId.Instance).toEqual(byArn.Instance);
    expect(byId.Instance).toMatchObject({
      Id: InstanceId,
      InstanceAlias: 'front',
      InstanceStatus: 'ACTIVE',
      InboundCallsEnabled: true,
      OutboundCallsEnabled: true,
    });
    expect(byId.Instance?.CreatedTime).toEqual(new Date(BOOTED_AT_MS));
  });

  test('is listed', async () => {
    const { InstanceSummaryList } = await api.client.listInstances({});
    expect(InstanceSummaryList?.map(({ InstanceAlias }) => InstanceAlias)).toEqual(['front']);
  });

  test('lists the functions that it may use', async () => {
    const { LambdaFunctions } = await api.client.listLambdaFunctions({ InstanceId });
    expect(LambdaFunctions).toEqual([...api.state.functions]);
  });
});

describe('lists', () => {
  test('have id, ARN, name and the last change of each resource', async () => {
    const hours = await api.client.listHoursOfOperations({ InstanceId });
    const prompts = await api.client.listPrompts({ InstanceId });
    const profiles = await api.client.listRoutingProfiles({ InstanceId });
    const users = await api.client.listUsers({ InstanceId });
    const modules = await api.client.listContactFlowModules({ InstanceId });
    expect(hours.HoursOfOperationSummaryList?.[0]).toMatchObject({
      Name: 'opening',
      Arn: expect.stringContaining('/operating-hours/'),
      LastModifiedTime: new Date(BOOTED_AT_MS),
      LastModifiedRegion: 'us-east-1',
    });
    expect(prompts.PromptSummaryList?.map(({ Name }) => Name)).toEqual(['queue-music']);
    expect(profiles.RoutingProfileSummaryList?.map(({ Name }) => Name)).toEqual(['agents']);
    expect(users.UserSummaryList?.map(({ Username }) => Username)).toEqual(['sam']);
    expect(modules.ContactFlowModulesSummaryList?.map(({ Name, State }) => [Name, State])).toEqual([
      ['check', 'ACTIVE'],
    ]);
  });

  test('come in pages that the SDK follows to the end', async () => {
    const names: (string | undefined)[] = [];
    let pages = 0;
    for await (const page of paginateListQueues({ client: api.client, pageSize: 2 }, { InstanceId })) {
      pages += 1;
      names.push(...(page.QueueSummaryList ?? []).map(({ Name }) => Name));
    }
    expect(pages).toBe(3);
    expect(names.sort()).toEqual(['a', 'b', 'c', 'd', 'support']);
  });

  test('keep to the kinds that are asked for', async () => {
    const flows = await api.client.listContactFlows({
      InstanceId,
      ContactFlowTypes: ['AGENT_WHISPER', 'CUSTOMER_QUEUE'],
    });
    const agentQueues = await api.client.listQueues({ InstanceId, QueueTypes: ['AGENT'] });
    const archived = await api.client.listContactFlowModules({
      InstanceId,
      ContactFlowModuleState: 'ARCHIVED',
    });
    expect(flows.ContactFlowSummaryList?.map(({ Name }) => Name)).toEqual(['whisper']);
    expect(agentQueues.QueueSummaryList).toEqual([]);
    expect(archived.ContactFlowModulesSummaryList).toEqual([]);
  });

  test.each([
    [
      'a token of another list',
      () =>
        api.client.listUsers({
          InstanceId,
          NextToken: Buffer.from('["ListQueues",2]').toString('base64url'),
        }),
      'InvalidParameterException',
    ],
    [
      'a token of nobody',
      () => api.client.listQueues({ InstanceId, NextToken: 'yes' }),
      'InvalidParameterException',
    ],
    [
      'a page of nothing',
      () => api.client.listQueues({ InstanceId, MaxResults: 0 }),
      'InvalidRequestException',
    ],
    [
      'a page of a thousand and one',
      () => api.client.listQueues({ InstanceId, MaxResults: 1001 }),
      'InvalidRequestException',
    ],
    ['another instance', () => api.client.listQueues({ InstanceId: NOBODY }), 'ResourceNotFoundException'],
  ])('refuse %s', async (_, call, name) => {
    await expect(call()).rejects.toMatchObject({ name });
  });
});

describe('queues and flows', () => {
  test('a queue is described with hours, capacity and outbound number', async () => {
    const { Queue } = await api.client.describeQueue({ InstanceId, QueueId: ids.queue });
    expect(Queue).toMatchObject({
      Name: 'support',
      Status: 'ENABLED',
      MaxContacts: 5,
      HoursOfOperationId: api.state.hours.list()[0]?.id,
      OutboundCallerConfig: { OutboundCallerIdName: 'Front', OutboundCallerIdNumberId: ids.number },
    });
  });

  test('a flow comes back as it was deployed', async () => {
    const { ContactFlow } = await api.client.describeContactFlow({ InstanceId, ContactFlowId: ids.flow });
    expect(ContactFlow).toMatchObject({
      Name: 'main',
      Type: 'CONTACT_FLOW',
      State: 'ACTIVE',
      Status: 'PUBLISHED',
    });
    expect(ContactFlow?.Content).toBe(api.state.flows.find(ids.flow)?.content);
  });

  test('a module too, under its ARN in the label', async () => {
    const ContactFlowModuleId = api.state.modules.find(ids.module)?.arn;
    const { ContactFlowModule } = await api.client.describeContactFlowModule({
      InstanceId,
      ContactFlowModuleId,
    });
    expect(ContactFlowModule).toMatchObject({ Name: 'check', State: 'ACTIVE' });
  });

  test.each([
    ['a queue', () => api.client.describeQueue({ InstanceId, QueueId: NOBODY })],
    ['a flow', () => api.client.describeContactFlow({ InstanceId, ContactFlowId: NOBODY })],
    [
      'a module under the id of a flow',
      () => api.client.describeContactFlowModule({ InstanceId, ContactFlowModuleId: ids.flow }),
    ],
    [
      'a queue of another instance',
      () =>
        api.client.describeQueue({
          InstanceId,
          QueueId: `arn:aws:connect:us-east-1:123456789012:instance/${NOBODY}/queue/${ids.queue}`,
        }),
    ],
    ['a contact', () => api.client.describeContact({ InstanceId, ContactId: NOBODY })],
    [
      'attributes of a contact',
      () => api.client.getContactAttributes({ InstanceId, InitialContactId: NOBODY }),
    ],
    [
      'a contact to change',
      () =>
        api.client.updateContactAttributes({ InstanceId, InitialContactId: NOBODY, Attributes: { a: 'b' } }),
    ],
    ['a contact to stop', () => api.client.stopContact({ InstanceId, ContactId: NOBODY })],
  ])('%s that is not there is not found', async (_, call) => {
    await expect(call()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

describe('phone numbers', () => {
  test('are described and listed by country and prefix', async () => {
    const { ClaimedPhoneNumberSummary } = await api.client.describePhoneNumber({ PhoneNumberId: ids.number });
    const list = (input: ListPhoneNumbersV2CommandInput) =>
      api.client.listPhoneNumbersV2(input).then(({ ListPhoneNumbersSummaryList: found }) => found);
    expect(ClaimedPhoneNumberSummary).toMatchObject({
      PhoneNumber: '+12025550100',
      PhoneNumberCountryCode: 'US',
      PhoneNumberType: 'DID',
      TargetArn: api.state.instance?.arn,
      PhoneNumberStatus: { Status: 'CLAIMED' },
    });
    expect(await list({ InstanceId })).toHaveLength(1);
    expect(await list({ PhoneNumberPrefix: '+1202', PhoneNumberCountryCodes: ['US'] })).toHaveLength(1);
    expect(await list({ PhoneNumberCountryCodes: ['DE'] })).toEqual([]);
    expect(await list({ PhoneNumberTypes: ['TOLL_FREE'] })).toEqual([]);
  });

  test('are linked to a flow, and unlinked', async () => {
    const number = api.state.numbers.find(ids.number);
    await api.client.associatePhoneNumberContactFlow({
      PhoneNumberId: number?.arn,
      InstanceId,
      ContactFlowId: ids.flow,
    });
    expect(number?.flowId).toBe(ids.flow);
    await api.client.disassociatePhoneNumberContactFlow({ PhoneNumberId: ids.number, InstanceId });
    expect(number?.flowId).toBeUndefined();
  });

  test.each([
    [
      'a number that is not there',
      () => ({ PhoneNumberId: NOBODY, InstanceId, ContactFlowId: ids.flow }),
      'ResourceNotFoundException',
    ],
    [
      'a flow that is not there',
      () => ({ PhoneNumberId: ids.number, InstanceId, ContactFlowId: NOBODY }),
      'ResourceNotFoundException',
    ],
    [
      'an instance that is not there',
      () => ({ PhoneNumberId: ids.number, InstanceId: NOBODY, ContactFlowId: ids.flow }),
      'ResourceNotFoundException',
    ],
    [
      'a flow that no number may lead to',
      () => ({ PhoneNumberId: ids.number, InstanceId, ContactFlowId: ids.whisper }),
      'InvalidParameterException',
    ],
  ])('are not linked with %s, and nothing changes', async (_, input, name) => {
    await expect(api.client.associatePhoneNumberContactFlow(input())).rejects.toMatchObject({
      name,
    });
    expect(api.state.numbers.find(ids.number)?.flowId).toBeUndefined();
  });
});
