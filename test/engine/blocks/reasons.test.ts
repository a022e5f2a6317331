/** Whoever looks at a call afterwards reads in one sentence why a step took its error branch. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { type Walk, walk } from './walk.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:lookup-order';
const MENU = { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' };
const STORE = {
  Text: 'Key.',
  StoreInput: 'True',
  InputTimeLimitSeconds: '5',
  InputValidation: { CustomValidation: { MaximumLength: '4' } },
};
const support: NonNullable<Walk['before']> = [['UpdateContactTargetQueue', { QueueId: 'support' }]];
const flows = {
  'wait:CUSTOMER_QUEUE': { m: ['MessageParticipantIteratively', { Messages: [{ Text: 'Wait.' }] }] },
} as const;

const because = async (type: string, parameters: Json, more: Partial<Walk> = {}) => {
  const walked = await walk({ type, parameters, errors: ['NoMatchingError'], centre: { flows }, ...more });
  expect(walked.branch).toBe('NoMatchingError');
  return walked.because;
};

describe.each<[string, readonly (readonly [Json, string])[]]>([
  [
    'CheckHoursOfOperation',
    [
      [{}, 'no queue is set, and no hours are given'],
      [{ HoursOfOperationId: 'never' }, "hours 'never' do not exist"],
      [{ HoursOfOperationId: '$.Attributes.hours' }, "hours '$.Attributes.hours' are not set"],
    ],
  ],
  [
    'CheckMetricData',
    [
      [
        { MetricType: 'NumberOfAgentsOnline' },
        "'NumberOfAgentsOnline' has no value: the metric is unknown, or no queue is set",
      ],
      [{ MetricType: 'NumberOfAgentsOnline', QueueId: 'none' }, "queue 'none' does not exist"],
    ],
  ],
  [
    'GetMetricData',
    [
      [{}, 'no queue is set'],
      [{ QueueId: '$.Attributes.queue' }, "queue '$.Attributes.queue' does not exist"],
      [{ AgentId: 'nobody' }, "agent 'nobody' does not exist"],
      [{ AgentId: '$.Attributes.agent' }, "agent '$.Attributes.agent' does not exist"],
      [
        { QueueId: 'support', QueueChannel: '$.Attributes.channel' },
        "there are no figures of the channel ''; use 'Voice' or 'Chat'",
      ],
    ],
  ],
  [
    'UpdateContactTargetQueue',
    [
      [{}, 'neither QueueId nor AgentId is given'],
      [{ QueueId: 'none' }, "queue 'none' does not exist"],
    ],
  ],
  ['TransferContactToQueue', [[{}, 'no queue is set; use UpdateContactTargetQueue before']]],
  [
    'TransferToFlow',
    [
      [{ ContactFlowId: 'none' }, "flow 'none' does not exist"],
      [{ ContactFlowId: '$.Attributes.flow' }, "flow '$.Attributes.flow' does not exist"],
      [
        { ContactFlowId: 'wait' },
        "flow 'wait' is a CUSTOMER_QUEUE; only inbound and transfer flows can be gone to",
      ],
    ],
  ],
  [
    'InvokeFlowModule',
    [
      [{ FlowModuleId: 'none' }, "module 'none' does not exist"],
      [{ FlowModuleId: 'main' }, "module 'main' does not exist"],
      [{ FlowModuleId: '$.Attributes.module' }, "module '$.Attributes.module' does not exist"],
    ],
  ],
  [
    'UpdateContactAttributes',
    [
      [{ Attributes: { a: 'x' }, TargetContact: 'Related' }, 'there is no related contact'],
      [{ Attributes: { 'a.b': 'x' } }, "'a.b' is no name of an attribute; leave out $ and ."],
      [{ Attributes: { a$b: 'x' } }, "'a$b' is no name of an attribute; leave out $ and ."],
      [{ Attributes: { '$.Attributes.name': 'x' } }, "'' is no name of an attribute; leave out $ and ."],
      [{ Attributes: { a: ['x'] } }, "attribute 'a' is not a text"],
      [{ Attributes: { a: 'é'.repeat(16_400) } }, 'contact attributes would pass 32 KB'],
    ],
  ],
  [
    'UpdateContactEventHooks',
    [
      [{}, 'exactly one event is needed, not 0'],
      [{ EventHooks: { CustomerQueue: 'wait', CustomerHold: 'wait' } }, 'exactly one event is needed, not 2'],
      [{ EventHooks: { Sunrise: 'wait' } }, "'Sunrise' is no event"],
      [{ EventHooks: { CustomerQueue: 'none' } }, "flow 'none' does not exist"],
      [{ EventHooks: { CustomerQueue: '$.Attributes.flow' } }, "flow '$.Attributes.flow' does not exist"],
      [
        { EventHooks: { CustomerRemaining: 'wait' } },
        "flow 'wait' is a CUSTOMER_QUEUE; CustomerRemaining needs a CONTACT_FLOW",
      ],
    ],
  ],
  [
    'UpdateContactRoutingBehavior',
    [
      ...[{}, { QueuePriority: '0' }, { QueuePriority: '1', QueueTimeAdjustmentSeconds: '5' }].map(
        (parameters) =>
          [
            parameters,
            'exactly one of QueuePriority and QueueTimeAdjustmentSeconds is needed, a whole number',
          ] as const,
      ),
    ],
  ],
  [
    'UpdateContactRecordingAndAnalyticsBehavior',
    [[{}, 'exactly one of ChatBehavior, VoiceBehavior, ScreenRecordingBehavior is needed']],
  ],
  [
    'UpdateContactTextToSpeechVoice',
    [
      [{}, 'the name of the voice is empty'],
      [{ TextToSpeechVoice: '$.Attributes.voice' }, 'the name of the voice is empty'],
    ],
  ],
  [
    'Loop',
    [
      [{ LoopCount: '101' }, "LoopCount '101' is no number from 0 to 100"],
      [{ LoopCount: '-1' }, "LoopCount '-1' is no number from 0 to 100"],
      [{ LoopCount: '$.Attributes.rounds' }, "LoopCount '$.Attributes.rounds' is no number from 0 to 100"],
      [{}, "LoopCount '' is no number from 0 to 100"],
    ],
  ],
  [
    'MessageParticipant',
    [
      [{}, 'needs exactly one of Text, SSML, PromptId, Media, has 0'],
      [{ Text: 'a', SSML: '<speak>a</speak>' }, 'needs exactly one of Text, SSML, PromptId, Media, has 2'],
      [{ Media: { SourceType: 'S3', MediaType: 'Audio' } }, 'the address of the audio is empty'],
      [{ Text: 'x'.repeat(6_001) }, 'the text has 6001 characters; 6000 are allowed'],
      [
        { SSML: `<speak>${'x'.repeat(3_001)}</speak>` },
        'the text has 3001 spoken characters; 3000 are allowed',
      ],
      ...[
        'Hello',
        '<p>Hello</p>',
        '<speak>Hello',
        'Hello</speak>',
        '<speak>One < two</speak>',
        '<speak><p>Hello</speak></p>',
        '<speaker>Hello</speaker>',
      ].map((SSML) => [{ SSML }, 'the SSML is not well formed'] as const),
    ],
  ],
  [
    'GetParticipantInput',
    [
      [{ Text: 'x', InputTimeLimitSeconds: '5' }, 'StoreInput is missing'],
      [{ ...MENU, InputTimeLimitSeconds: '181' }, 'InputTimeLimitSeconds is no number from 1 to 180'],
      [{ ...STORE, InputTimeLimitSeconds: '0' }, 'InputTimeLimitSeconds is no number from 1 to 180'],
      [{ StoreInput: 'False', InputTimeLimitSeconds: '5', PromptId: 'no' }, "prompt 'no' does not exist"],
      [{ ...STORE, Text: 'x'.repeat(3_001) }, 'the text has 3001 spoken characters; 3000 are allowed'],
      [
        {
          ...STORE,
          InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } },
          InputEncryption: { EncryptionKeyId: 'k', Key: 'p' },
        },
        'a telephone number cannot be encrypted; InputEncryption goes with CustomValidation',
      ],
      [{ ...STORE, InputValidation: {} }, 'InputValidation is missing'],
      ...['0', '$.Attributes.none'].map(
        (MaximumLength) =>
          [
            { ...STORE, InputValidation: { CustomValidation: { MaximumLength } } },
            'MaximumLength is no number from 1 to 20',
          ] as const,
      ),
      ...['0', '21', '$.Attributes.none'].map(
        (InterdigitTimeLimitSeconds) =>
          [
            { ...STORE, DTMFConfiguration: { InterdigitTimeLimitSeconds } },
            'InterdigitTimeLimitSeconds is no number from 1 to 20',
          ] as const,
      ),
      [
        { EnableDTMFBuffer: 'False', InputEncryption: { EncryptionKeyId: 'k', Key: 'p' } },
        'there is nothing to encrypt where nothing is stored; InputEncryption goes with StoreInput',
      ],
    ],
  ],
  [
    'InvokeLambdaFunction',
    [
      [{ InvocationTimeLimitSeconds: '4' }, 'the name of the function is empty'],
      [
        { LambdaFunctionARN: '$.Attributes.function', InvocationTimeLimitSeconds: '4' },
        'the name of the function is empty',
      ],
      ...['0', '9', 'four'].map(
        (InvocationTimeLimitSeconds) =>
          [
            { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds },
            'InvocationTimeLimitSeconds is no number from 1 to 8',
          ] as const,
      ),
    ],
  ],
])('%s', (type, causes) => {
  test.each(causes)('with %j takes it because %s', async (parameters, sentence) => {
    expect(await because(type, parameters)).toBe(sentence);
  });
});

describe('a caller is not put into a queue', () => {
  test('that is disabled', async () => {
    const queues = [{ id: 'support', enabled: false }];
    expect(await because('TransferContactToQueue', {}, { before: support, centre: { queues } })).toBe(
      'the queue is disabled',
    );
  });
  test('that is full, and then takes a branch of its own', async () => {
    const queues = [{ id: 'support', maxContacts: 0 }];
    const walked = await walk({
      type: 'TransferContactToQueue',
      before: support,
      errors: ['NoMatchingError', 'QueueAtCapacity'],
      centre: { queues },
    });
    expect([walked.branch, walked.because]).toEqual(['QueueAtCapacity', 'the queue is full']);
  });
});
