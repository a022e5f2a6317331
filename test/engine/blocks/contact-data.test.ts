/** Blocks that remember something with the contact: each branch, and what it leaves. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { hangUp, say } from '../contact/centre.ts';
import { type Walk, walk } from './walk.ts';

const error = ['NoMatchingError'];

test.each<[string, Partial<Walk> & { readonly type: string }, string]>([
  [
    'attributes are set',
    { type: 'UpdateContactAttributes', parameters: { Attributes: { a: 'x' } } },
    'NextAction',
  ],
  [
    'an attribute has a dot in its name',
    { type: 'UpdateContactAttributes', parameters: { Attributes: { 'a.b': 'x' } } },
    'NoMatchingError',
  ],
  [
    'attributes of a related contact',
    { type: 'UpdateContactAttributes', parameters: { Attributes: { a: 'x' }, TargetContact: 'Related' } },
    'NoMatchingError',
  ],
  [
    'attributes pass 32 KB',
    { type: 'UpdateContactAttributes', parameters: { Attributes: { a: 'é'.repeat(16_400) } } },
    'NoMatchingError',
  ],
  [
    'flow attributes pass 32 KB',
    { type: 'UpdateFlowAttributes', parameters: { FlowAttributes: { a: { Value: 'x'.repeat(33_000) } } } },
    'NoMatchingError',
  ],
  [
    'a flow attribute without Value',
    { type: 'UpdateFlowAttributes', parameters: { FlowAttributes: { a: 'x' } } },
    'NoMatchingError',
  ],
  ['a language', { type: 'UpdateContactData', parameters: { LanguageCode: 'es-US' } }, 'NextAction'],
  [
    'a language that is none',
    { type: 'UpdateContactData', parameters: { LanguageCode: 'Spanish' } },
    'NoMatchingError',
  ],
  [
    'Voice ID, which has ended',
    { type: 'UpdateContactData', parameters: { IsVoiceIdStreamingEnabled: 'true' } },
    'NoMatchingError',
  ],
  ['a queue', { type: 'UpdateContactTargetQueue', parameters: { QueueId: 'support' } }, 'NextAction'],
  ['an agent as queue', { type: 'UpdateContactTargetQueue', parameters: { AgentId: 'sam' } }, 'NextAction'],
  [
    'a queue that does not exist',
    { type: 'UpdateContactTargetQueue', parameters: { QueueId: 'none' } },
    'NoMatchingError',
  ],
  [
    'a queue that is not set',
    { type: 'UpdateContactTargetQueue', parameters: { QueueId: '$.Attributes.queue' } },
    'NoMatchingError',
  ],
  ['neither queue nor agent', { type: 'UpdateContactTargetQueue' }, 'NoMatchingError'],
  [
    'a transfer with no queue',
    { type: 'TransferContactToQueue', errors: ['NoMatchingError', 'QueueAtCapacity'] },
    'NoMatchingError',
  ],
  [
    'a voice',
    { type: 'UpdateContactTextToSpeechVoice', parameters: { TextToSpeechVoice: 'Lupe' } },
    'NextAction',
  ],
  [
    'a voice that is not set',
    { type: 'UpdateContactTextToSpeechVoice', parameters: { TextToSpeechVoice: '$.Attributes.voice' } },
    'NoMatchingError',
  ],
  [
    'a priority',
    { type: 'UpdateContactRoutingBehavior', parameters: { QueuePriority: '1' }, errors: [] },
    'NextAction',
  ],
  [
    'a priority of zero',
    { type: 'UpdateContactRoutingBehavior', parameters: { QueuePriority: '0' } },
    'NoMatchingError',
  ],
  [
    'seven tags',
    { type: 'TagContact', parameters: { Tags: Object.fromEntries([...'abcdefg'].map((tag) => [tag, '1'])) } },
    'NoMatchingError',
  ],
  ['a tag of Amazon’s', { type: 'TagContact', parameters: { Tags: { 'aws:x': '1' } } }, 'NoMatchingError'],
  [
    'six tags',
    { type: 'TagContact', parameters: { Tags: Object.fromEntries([...'abcdef'].map((tag) => [tag, '1'])) } },
    'NextAction',
  ],
  [
    'recording',
    {
      type: 'UpdateContactRecordingBehavior',
      parameters: { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } },
      errors: [],
    },
    'NextAction',
  ],
  [
    'recording by the newer block',
    {
      type: 'UpdateContactRecordingAndAnalyticsBehavior',
      parameters: {
        VoiceBehavior: {
          VoiceRecordingBehavior: { RecordedParticipants: ['Agent'], IVRRecordingBehavior: 'Enabled' },
        },
      },
    },
    'NextAction',
  ],
  [
    'analysis of a chat',
    {
      type: 'UpdateContactRecordingAndAnalyticsBehavior',
      parameters: { ChatBehavior: {} },
      errors: ['NoMatchingError', 'ChannelMismatch', 'InFlightRedactionConfigurationFailed'],
    },
    'ChannelMismatch',
  ],
  [
    'a wait, on a voice call',
    { type: 'Wait', parameters: { TimeLimitSeconds: '5' }, when: ['WaitCompleted'] },
    'NoMatchingError',
  ],
  [
    'a flow that does not exist',
    { type: 'TransferToFlow', parameters: { ContactFlowId: 'none' } },
    'NoMatchingError',
  ],
  [
    'a queue flow as the next flow',
    { type: 'TransferToFlow', parameters: { ContactFlowId: 'wait' } },
    'NoMatchingError',
  ],
  [
    'a module that does not exist',
    { type: 'InvokeFlowModule', parameters: { FlowModuleId: 'none' } },
    'NoMatchingError',
  ],
  [
    'a hook',
    { type: 'UpdateContactEventHooks', parameters: { EventHooks: { CustomerQueue: 'wait' } } },
    'NextAction',
  ],
  [
    'a hook of the wrong type',
    { type: 'UpdateContactEventHooks', parameters: { EventHooks: { CustomerRemaining: 'wait' } } },
    'NoMatchingError',
  ],
  [
    'two hooks at once',
    {
      type: 'UpdateContactEventHooks',
      parameters: { EventHooks: { CustomerQueue: 'wait', CustomerRemaining: 'main' } },
    },
    'NoMatchingError',
  ],
  [
    'a hook whose flow is not set',
    { type: 'UpdateContactEventHooks', parameters: { EventHooks: { CustomerQueue: '$.Attributes.wait' } } },
    'NoMatchingError',
  ],
])('%s', async (_title, plan, branch) => {
  const walked = await walk({
    errors: error,
    ...plan,
    centre: {
      flows: {
        'wait:CUSTOMER_QUEUE': { m: ['MessageParticipantIteratively', { Messages: [{ Text: 'Wait.' }] }] },
      },
    },
  });
  expect(walked.branch).toBe(branch);
});

describe('UpdateContactCallbackNumber', () => {
  test.each([
    ['+12025550123', 'NextAction'],
    ['2025550123', 'InvalidCallbackNumber'],
    ['', 'InvalidCallbackNumber'],
    ['+9992025550123', 'CallbackNumberNotDialable'],
  ])('with %s takes %s', async (number, branch) => {
    const walked = await walk({
      before: [['UpdateContactAttributes', { Attributes: { number } }]],
      type: 'UpdateContactCallbackNumber',
      parameters: { CallbackNumber: '$.Attributes.number' },
      errors: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'],
    });
    expect(walked.branch).toBe(branch);
  });
});

describe('what is remembered', () => {
  test('is spoken by its reference', async () => {
    const { centre } = await walk({
      before: [
        ['UpdateContactData', { LanguageCode: 'es-US', Name: 'Order call', CustomerId: 'c-1' }],
        ['UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Lupe' }],
        ['UpdateContactTargetQueue', { QueueId: 'support' }],
        ['UpdateFlowAttributes', { FlowAttributes: { a: { Value: 'flow' } } }],
        ['TagContact', { Tags: { team: 'orders' } }],
      ],
      type: 'UpdateContactAttributes',
      parameters: { Attributes: { 'a b': 'contact' } },
      after: {
        speak: say(
          "$.LanguageCode $.Name $.CustomerId $.TextToSpeechVoiceId $.Queue.Name $.FlowAttributes.a $.Attributes['a b'] $.Tags.team $.Agent.FirstName|$.Queue.OutboundCallerId.Address|$.SystemEndpoint.Address",
          'end',
        ),
      },
    });
    expect(centre.heard()).toEqual(['es-US Order call c-1 Lupe support flow contact orders ||+12025550100']);
  });
  test('is all or nothing', async () => {
    const parameters: Json = { Attributes: { first: 'x', se$cond: 'y' } };
    const { centre } = await walk({ type: 'UpdateContactAttributes', parameters, errors: error });
    expect(centre.of('attributes-changed')).toEqual([]);
  });
});

describe('modules', () => {
  const invoke = (FlowModuleId: string, more: Partial<Walk> = {}) =>
    walk({
      type: 'InvokeFlowModule',
      parameters: { FlowModuleId, Input: { who: 'caller' } },
      errors: error,
      ...more,
    });
  const end = ['EndFlowModuleExecution', { Result: 'Verified', ResultData: { tier: 'gold' } }] as const;

  test('see their input and the attributes, not the caller’s flow attributes, and return a result', async () => {
    const { branch, centre } = await invoke('verify', {
      before: [
        ['UpdateContactAttributes', { Attributes: { shared: 'yes' } }],
        ['UpdateFlowAttributes', { FlowAttributes: { own: { Value: 'mine' } } }],
      ],
      after: {
        speak: say(
          '$.Modules.Result $.Modules.ResultData.tier $.Attributes.inside $.FlowAttributes.own',
          'end',
        ),
      },
      centre: {
        flows: {
          'verify:MODULE': {
            speak: say('$.Modules.Input.who $.Attributes.shared [$.FlowAttributes.own]', 'set'),
            set: ['UpdateContactAttributes', { Attributes: { inside: 'set' } }, { next: 'done' }],
            done: end,
          },
        },
      },
    });
    expect(branch).toBe('NextAction');
    expect(centre.heard()).toEqual(['caller yes []', 'Verified gold set mine']);
  });
  test('leave by the branch of their result', async () => {
    const { branch } = await invoke('verify', {
      when: ['Verified'],
      centre: { flows: { 'verify:MODULE': { done: end } } },
    });
    expect(branch).toBe('Equals Verified');
  });
  test('never contain themselves', async () => {
    const { centre } = await invoke('round', {
      centre: {
        flows: {
          'round:MODULE': {
            again: [
              'InvokeFlowModule',
              { FlowModuleId: 'round' },
              { next: 'done', errors: { NoMatchingError: 'sorry' } },
            ],
            sorry: say('No.', 'done'),
            done: ['EndFlowModuleExecution'],
          },
        },
      },
    });
    expect(centre.heard()).toEqual(['No.']);
  });
  test('nest five deep and not six', async () => {
    const nested = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((level) => [
        `m${level}:MODULE`,
        {
          hello: say(`${level}`, 'deeper'),
          deeper: [
            'InvokeFlowModule',
            { FlowModuleId: `m${level + 1}` },
            { next: 'done', errors: { NoMatchingError: 'done' } },
          ] as const,
          done: ['EndFlowModuleExecution'] as const,
        },
      ]),
    );
    const { centre } = await invoke('m1', { centre: { flows: nested } });
    expect(centre.heard()).toEqual(['1', '2', '3', '4', '5']);
  });
  test('may hang up', async () => {
    const { centre } = await invoke('rude', { centre: { flows: { 'rude:MODULE': { bye: hangUp } } } });
    expect(centre.of('contact-ended')).toMatchObject([{ reason: 'CONTACT_FLOW_DISCONNECT' }]);
  });
});
