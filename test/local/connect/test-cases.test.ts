/** Test cases of a template: accepted as the service would accept them, and refused with its words. */
import { describe, expect, test } from '@jest/globals';
import { testCaseProvisioner } from '../../../local/connect/resources/test-case.ts';
import { type ConnectState, createConnectState } from '../../../local/connect/state.ts';

const ARN = 'arn:aws:connect:us-east-1:123456789012:instance/i1';
const CONTENT = {
  Version: '2019-10-30',
  Metadata: {},
  Observations: [
    {
      Identifier: 'start',
      Event: { Identifier: 'event', Type: 'TestInitiated', Actor: 'System', Properties: {} },
      Actions: [
        {
          Identifier: 'end',
          Type: 'TestControl',
          Parameters: { ActionType: 'TestControl', Command: { Type: 'EndTest' } },
          Transitions: {},
        },
      ],
      Transitions: { NextObservations: [] },
    },
  ],
};

function newState(): ConnectState {
  const state = createConnectState(0);
  state.instance = {
    arn: ARN,
    id: 'i1',
    alias: 'larkfield',
    region: 'us-east-1',
    accountId: '123456789012',
    partition: 'aws',
    identityManagementType: 'CONNECT_MANAGED',
    inboundCalls: true,
    outboundCalls: false,
    multiParty: false,
    flowLogs: true,
    serviceRole: 'role',
    createdAtMs: 0,
    tags: {},
  };
  return state;
}

const create = (properties: Readonly<Record<string, unknown>>, state = newState()) =>
  testCaseProvisioner(state).create({
    logicalId: 'Greeting',
    type: 'AWS::Connect::TestCase',
    properties: {
      InstanceArn: ARN,
      Name: 'greeting',
      Content: JSON.stringify(CONTENT),
      EntryPoint: { Type: 'VOICE_CALL', VoiceCallEntryPointParameters: { FlowId: `${ARN}/contact-flow/f1` } },
      InitializationData: '{"Attributes":{}}',
      Status: 'PUBLISHED',
      ...properties,
    },
    stack: {
      stackName: 'Callwright-dev',
      stackId: 'id',
      region: 'us-east-1',
      accountId: '123456789012',
      partition: 'aws',
    },
  });

describe('a test case of the template', () => {
  test('has an ARN in the instance', async () => {
    const { attributes } = await create({});
    expect(attributes['TestCaseArn']).toMatch(/^arn:.*:instance\/i1\/test-case\/[0-9a-f-]+$/);
  });

  test('that is only saved may say anything', async () => {
    expect(await create({ Status: 'SAVED', Content: 'later' })).toBeDefined();
  });

  test.each([
    ['Content that is no JSON', { Content: 'later' }, 'the text is not JSON'],
    [
      'an event without words',
      { Content: JSON.stringify(CONTENT).replace('TestInitiated', 'MessageReceived') },
      'At least one of PromptId, Text, or SSML must be present (Observations[0].Event.Properties)',
    ],
    ['no entry point', { EntryPoint: undefined }, 'EntryPoint says where the call begins'],
    ['another instance', { InstanceArn: `${ARN}2` }, 'the local stack has the instance'],
    ['a status that there is not', { Status: 'ACTIVE' }, 'it must be one of PUBLISHED, SAVED'],
  ])('with %s is refused', (_what, properties, words) => {
    expect(() => create(properties)).toThrow(words);
  });

  test('has a name of its own', async () => {
    const state = newState();
    await create({}, state);
    expect(() => create({}, state)).toThrow('DuplicateResourceException');
  });
});
