/** What is not in a block decides by which branch a contact leaves it: the same parameters, and two ways. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { Centre, hangUp, type Links, type Steps, say, toQueue } from '../contact/centre.ts';

type Channel = 'VOICE' | 'CHAT' | 'TASK';

interface Contact {
  readonly channel?: Channel;
  /** The attribute `x` that a chat or task begins with; not set where absent. */
  readonly x?: string;
}

/** The branch by which the contact leaves the block. */
async function leaves(type: string, parameters: Json, links: Links, { channel = 'VOICE', x }: Contact) {
  const block = { it: [type, parameters, links], over: say('Over.', 'end'), end: hangUp } satisfies Steps;
  const centre = new Centre({
    flows: {
      main: block,
      other: { end: hangUp },
      'wait:CUSTOMER_QUEUE': { end: ['EndFlowExecution'] },
      'part:MODULE': { end: ['EndFlowModuleExecution'] },
    },
  });
  const attributes = x === undefined ? {} : { attributes: { x } };
  if (channel === 'VOICE') centre.dial();
  else if (channel === 'TASK')
    centre.send({ kind: 'start-task', flowId: 'main', name: 'Look', ...attributes });
  else centre.send({ kind: 'start-chat', flowId: 'main', customerName: 'Zoe', ...attributes });
  await centre.run();
  return centre.of('step-taken').find(({ step }) => step === 'it')?.branch;
}

const X = '$.Attributes.x';
const failing: Links = { next: 'over', errors: { NoMatchingError: 'end' } };
const chat = (x: string): Contact => ({ channel: 'CHAT', x });
const without: Contact = { channel: 'CHAT' };

describe('an attribute of the contact decides', () => {
  test.each<[string, Json, Contact, string, Contact, string, Links?]>([
    ['TagContact', { Tags: { [X]: '1' } }, chat('colour'), 'NextAction', chat('aws:own'), 'NoMatchingError'],
    [
      'UpdateContactAttributes',
      { Attributes: { [X]: '1' } },
      chat('colour'),
      'NextAction',
      chat('a.b'),
      'NoMatchingError',
    ],
    [
      'UpdateFlowAttributes',
      { FlowAttributes: { twice: { Value: `${X}${X}` } } },
      chat('short'),
      'NextAction',
      chat('x'.repeat(17_000)),
      'NoMatchingError',
    ],
    [
      'UpdateContactData',
      { LanguageCode: X },
      chat('es-US'),
      'NextAction',
      chat('Spanish'),
      'NoMatchingError',
    ],
    [
      'UpdateContactTargetQueue',
      { QueueId: X },
      chat('support'),
      'NextAction',
      chat('nowhere'),
      'NoMatchingError',
    ],
    [
      'UpdateContactTextToSpeechVoice',
      { TextToSpeechVoice: X },
      chat('Amy'),
      'NextAction',
      without,
      'NoMatchingError',
    ],
    [
      'UpdateContactRoutingCriteria',
      {
        RoutingCriteria: {
          Steps: [
            {
              Expression: {
                AttributeCondition: {
                  Name: 'connect:Language',
                  Value: 'Spanish',
                  ProficiencyLevel: X,
                  ComparisonOperator: 'NumberGreaterOrEqualTo',
                },
              },
              Expiry: { DurationInSeconds: '30' },
            },
          ],
        },
      },
      chat('4'),
      'NextAction',
      chat('much'),
      'NoMatchingError',
    ],
    [
      'UpdateContactEventHooks',
      { EventHooks: { CustomerQueue: X } },
      chat('wait'),
      'NextAction',
      chat('other'),
      'NoMatchingError',
    ],
    [
      'TransferToFlow',
      { ContactFlowId: X },
      chat('other'),
      'Success',
      chat('nowhere'),
      'NoMatchingError',
      { errors: { NoMatchingError: 'end' } },
    ],
    ['InvokeFlowModule', { FlowModuleId: X }, chat('part'), 'NextAction', chat('other'), 'NoMatchingError'],
    [
      'CreateTask',
      { ContactFlowId: X, Name: 'Look' },
      chat('other'),
      'NextAction',
      chat('nowhere'),
      'NoMatchingError',
    ],
    [
      'Loop',
      { LoopCount: X },
      chat('1'),
      'Equals ContinueLooping',
      chat('three'),
      'NoMatchingError',
      { when: { ContinueLooping: 'over', DoneLooping: 'end' }, errors: { NoMatchingError: 'end' } },
    ],
  ])('%s %j', async (type, parameters, one, branch, other, otherBranch, links = failing) => {
    expect(await leaves(type, parameters, links, one)).toBe(branch);
    expect(await leaves(type, parameters, links, other)).toBe(otherBranch);
  });
});

test('whether the instance has a recording decides whether it is played again and again', async () => {
  const ways = async (attributes: Json) => {
    const centre = new Centre({
      flows: {
        main: {
          keep: [
            'UpdateContactAttributes',
            { Attributes: attributes },
            { next: 'hook', errors: { NoMatchingError: 'end' } },
          ],
          hook: [
            'UpdateContactEventHooks',
            { EventHooks: { CustomerQueue: 'wait' } },
            { next: 'set-queue', errors: { NoMatchingError: 'end' } },
          ],
          ...toQueue('support', 'end'),
          end: hangUp,
        },
        'wait:CUSTOMER_QUEUE': {
          it: [
            'MessageParticipantIteratively',
            { Messages: [{ PromptId: X }], InterruptFrequencySeconds: '30' },
            { when: { MessagesInterrupted: 'end' }, errors: { NoMatchingError: 'end' } },
          ],
          end: hangUp,
        },
      },
    });
    centre.dial();
    await centre.run();
    return centre.of('step-taken').find(({ step }) => step === 'it')?.branch;
  };
  expect(await ways({ x: 'music' })).toBe('Equals MessagesInterrupted');
  expect(await ways({ x: 'nothing-like-it' })).toBe('NoMatchingError');
});

describe('the channel of the contact decides', () => {
  test.each<[string, Json, Channel, string, Channel, string, Links?]>([
    [
      'UpdateContactMediaStreamingBehavior',
      {
        MediaStreamingState: 'Disabled',
        MediaStreamType: 'Audio',
        Participants: [{ ParticipantType: 'Customer', MediaDirections: ['To', 'From'] }],
      },
      'VOICE',
      'NextAction',
      'TASK',
      'NoMatchingError',
    ],
    [
      'UpdateContactCallbackNumber',
      { CallbackNumber: '$.CustomerEndpoint.Address' },
      'VOICE',
      'NextAction',
      'TASK',
      'NoMatchingError',
      {
        next: 'over',
        errors: { InvalidCallbackNumber: 'end', CallbackNumberNotDialable: 'end', NoMatchingError: 'end' },
      },
    ],
    [
      'UpdateContactRecordingAndAnalyticsBehavior',
      { VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants: ['Agent'] } } },
      'VOICE',
      'NextAction',
      'CHAT',
      'ChannelMismatch',
      { next: 'over', errors: { NoMatchingError: 'end', ChannelMismatch: 'end' } },
    ],
    [
      'Wait',
      { TimeLimitSeconds: '60' },
      'TASK',
      'Equals WaitCompleted',
      'VOICE',
      'NoMatchingError',
      { when: { WaitCompleted: 'over' }, errors: { NoMatchingError: 'end' } },
    ],
    [
      'Wait',
      { TimeLimitSeconds: '60', Events: ['BotParticipantDisconnected'] },
      'CHAT',
      'ParticipantNotFound',
      'TASK',
      'NoMatchingError',
      {
        when: { WaitCompleted: 'over', BotParticipantDisconnected: 'over' },
        errors: { NoMatchingError: 'end', ParticipantNotFound: 'end' },
      },
    ],
  ])('%s %j', async (type, parameters, channel, branch, other, otherBranch, links = failing) => {
    expect(await leaves(type, parameters, links, { channel })).toBe(branch);
    expect(await leaves(type, parameters, links, { channel: other })).toBe(otherBranch);
  });
});
