/** Ways out of a queue that are not an agent: another queue, a message, a full queue; and what the figures say. */
import { describe, expect, test } from '@jest/globals';
import { describeAgent, describeContact, describeQueue } from '../../../engine/contact/describe.ts';
import { CHAIN_CONTACTS_MAX } from '../../../engine/limits.ts';
import { Centre, type CentreOptions, hangUp, type Steps, say, toQueue } from './centre.ts';

const QUEUES = [{ id: 'support' }, { id: 'orders' }];
const hooked = (flow: string): Steps => ({
  hook: ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: flow } }, { next: 'set-queue' }],
  ...toQueue('support', 'end'),
  end: hangUp,
});
const music = (next: string, seconds = '5') =>
  [
    'MessageParticipantIteratively',
    { Messages: [{ PromptId: 'music' }], InterruptFrequencySeconds: seconds },
    { when: { MessagesInterrupted: next } },
  ] as const;
const move = (parameters: Record<string, string>): Steps => ({
  loop: music('move'),
  move: [
    'DequeueContactAndTransferToQueue',
    parameters,
    { next: 'error', errors: { NoMatchingError: 'error', QueueAtCapacity: 'full' } },
  ],
  error: say('It did not work.', 'go-on'),
  full: say('The other queue is full.', 'go-on'),
  'go-on': ['EndFlowExecution'],
});
const centre = (steps: Steps, options: Partial<CentreOptions> = {}) =>
  new Centre({ flows: { main: hooked('wait'), 'wait:CUSTOMER_QUEUE': steps }, queues: QUEUES, ...options });
const queueOf = (one: Centre, id: string) => describeQueue(one.world, id)?.contactIds;
const left = (one: Centre, step: string) => one.of('step-taken').filter((taken) => taken.step === step);

describe('moving to another queue fails, and the caller stays', () => {
  test.each<[string, Record<string, string>, Partial<CentreOptions>, string]>([
    ['when it does not exist', { QueueId: 'nowhere' }, {}, "queue 'nowhere' does not exist"],
    ['when the agent does not exist', { AgentId: 'nobody' }, {}, "agent 'nobody' does not exist"],
    [
      'when it is disabled',
      { QueueId: 'orders' },
      { queues: [{ id: 'support' }, { id: 'orders', enabled: false }] },
      'the queue is disabled',
    ],
  ])('%s', async (_title, parameters, options, because) => {
    const one = centre(move(parameters), options);
    const contactId = one.dial();
    await one.driver.advanceBy(6000);
    expect(left(one, 'move')).toMatchObject([{ branch: 'NoMatchingError', because }]);
    expect(queueOf(one, 'support')).toEqual([contactId]);
    expect(one.heard().at(-1)).toBe('It did not work.');
    await one.driver.advanceBy(4000);
    expect(one.heard().at(-1)).toBe('queue-music');
  });
  test('when it is full, by a branch of its own', async () => {
    const one = centre(move({ QueueId: 'orders' }), {
      queues: [{ id: 'support' }, { id: 'orders', maxContacts: 1 }],
    });
    const first = one.dial();
    const second = one.dial();
    await one.driver.advanceBy(6000);
    expect([queueOf(one, 'orders'), queueOf(one, 'support')]).toEqual([[first], [second]]);
    expect(left(one, 'move').map(({ branch }) => branch)).toEqual(['Success', 'QueueAtCapacity']);
  });
  test('while it rings at an agent, who may still take the call', async () => {
    const one = centre(move({ QueueId: 'orders' }));
    one.available('sam');
    const contactId = one.dial();
    await one.driver.advanceBy(6000);
    expect(left(one, 'move')).toMatchObject([{ because: 'the contact rings at an agent' }]);
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await one.driver.advanceBy(10_000);
    expect(describeContact(one.world, contactId)?.phase).toBe('connected');
  });
  test('for the twelfth time, as a chain has twelve contacts', async () => {
    const one = centre(move({}));
    one.dial();
    await one.driver.advanceBy(5000 * (CHAIN_CONTACTS_MAX + 1));
    expect(one.of('segment-started')).toHaveLength(CHAIN_CONTACTS_MAX - 1);
    expect(left(one, 'move').at(-1)).toMatchObject({ because: 'a chain has at most 12 contacts' });
  });
  test('nowhere but in a queue flow', () => {
    const steps: Steps = { it: ['DequeueContactAndTransferToQueue', {}, { next: 'it' }] };
    expect(() => new Centre({ flows: { main: steps } })).toThrow(
      'DequeueContactAndTransferToQueue is not allowed in a flow of type CONTACT_FLOW',
    );
  });
});

describe('moving to another queue', () => {
  test('makes a new contact of the chain at the end of that queue, where the queue flow starts again', async () => {
    const one = centre({
      ...move({ QueueId: 'orders' }),
      loop: music('where'),
      where: [
        'Compare',
        { ComparisonValue: '$.Queue.Name' },
        { next: 'say', conditions: [['Equals', 'support', 'move']], errors: { NoMatchingCondition: 'say' } },
      ],
      say: say('$.ContactId $.InitialContactId $.PreviousContactId $.InitiationMethod', 'go-on'),
    });
    const contactId = one.dial();
    await one.driver.advanceBy(12_000);
    const [moved] = one.of('segment-started');
    expect(moved).toMatchObject({ contactId, previousSegmentId: contactId });
    expect(moved?.segmentId).not.toBe(contactId);
    expect([queueOf(one, 'support'), queueOf(one, 'orders')]).toEqual([[], [contactId]]);
    expect(one.of('queued').map(({ queueName }) => queueName)).toEqual(['support', 'orders']);
    expect(one.heard().at(-1)).toBe(`${moved?.segmentId} ${contactId} ${contactId} QUEUE_TRANSFER`);
    const described = describeContact(one.world, moved?.segmentId ?? '');
    expect(described).toMatchObject({ contactId, segmentId: moved?.segmentId, initiation: 'QUEUE_TRANSFER' });
    expect(described?.segments).toMatchObject([
      { contactId, initiation: 'INBOUND', queueId: 'support' },
      { contactId: moved?.segmentId, previousContactId: contactId, queueId: 'orders' },
    ]);
    one.send({ kind: 'caller-hangs-up', contactId });
    expect(one.of('contact-ended')).toHaveLength(1);
  });
  test('without a name goes to the end of the same queue', async () => {
    const one = centre(move({}));
    const first = one.dial();
    await one.driver.advanceBy(1000);
    const second = one.dial();
    await one.driver.advanceBy(4000);
    expect(queueOf(one, 'support')).toEqual([second, first]);
  });
  test('rings at once where an agent serves that queue alone', async () => {
    const serves = (id: string, queueId: string): CentreOptions['profiles'] => [
      {
        arn: `arn:${id}`,
        id,
        name: id,
        queues: [{ queueId, channel: 'VOICE', priority: 1, delaySeconds: 0 }],
        concurrency: { VOICE: 1 },
      },
    ];
    const one = centre(move({ QueueId: 'orders' }), { profiles: serves('agents', 'orders') ?? [] });
    one.available('sam');
    const contactId = one.dial();
    expect(one.of('offered')).toEqual([]);
    await one.driver.advanceBy(5000);
    expect(describeAgent(one.world, 'sam')?.contact).toMatchObject({ contactId, queueName: 'orders' });
  });
});

/** Music; every five seconds the question whether the caller would rather leave a message. */
const message: Steps = {
  loop: music('ask'),
  ask: [
    'GetParticipantInput',
    { Text: 'Press 1 to leave a message.', StoreInput: 'False', InputTimeLimitSeconds: '3' },
    {
      next: 'go-on',
      when: { '1': 'open-case' },
      errors: { NoMatchingCondition: 'go-on', NoMatchingError: 'go-on', InputTimeLimitExceeded: 'go-on' },
    },
  ],
  'open-case': [
    'InvokeLambdaFunction',
    { LambdaFunctionARN: 'open-case', InvocationTimeLimitSeconds: '4' },
    { next: 'thanks', errors: { NoMatchingError: 'sorry' } },
  ],
  thanks: say('We call you back.', 'end'),
  sorry: say('It did not work; please go on waiting.', 'go-on'),
  end: hangUp,
  'go-on': ['EndFlowExecution'],
};
const returned = { answer: { kind: 'returned', payload: '{}' }, virtualDurationMs: 1000 } as const;

describe('leaving a message instead of waiting', () => {
  const asked = async (options: Partial<CentreOptions> = {}) => {
    const one = centre(message, { invoke: () => returned, ...options });
    const contactId = one.dial();
    await one.driver.advanceBy(6000);
    expect(one.heard().at(-1)).toBe('Press 1 to leave a message.');
    return { one, contactId };
  };
  test('is left by nobody who presses nothing: the music goes on', async () => {
    const { one, contactId } = await asked();
    await one.driver.advanceBy(6000);
    expect(one.heard().at(-1)).toBe('queue-music');
    expect(queueOf(one, 'support')).toEqual([contactId]);
  });
  test('leaves the caller in the queue when the function fails', async () => {
    const { one, contactId } = await asked({
      invoke: () => ({ answer: { kind: 'failed', retryable: false, message: 'x' } }),
    });
    one.press(contactId, '1');
    await one.driver.advanceBy(4000);
    expect(one.heard().slice(-2)).toEqual(['It did not work; please go on waiting.', 'queue-music']);
    expect(queueOf(one, 'support')).toEqual([contactId]);
  });
  test('is cut short by an agent who accepts during the question, and no key chooses any more', async () => {
    const { one, contactId } = await asked();
    one.available('sam');
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await one.driver.advanceBy(600);
    expect(describeContact(one.world, contactId)?.phase).toBe('customer-whisper');
    expect(one.kinds()).toContain('listening-ended');
    one.press(contactId, '1');
    await one.run();
    expect(one.of('invoke')).toEqual([]);
    expect(describeContact(one.world, contactId)?.phase).toBe('connected');
  });
  test('is cut short by an agent who accepts while the function runs, whose answer is too late', async () => {
    const { one, contactId } = await asked();
    one.press(contactId, '1');
    one.available('sam');
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await one.run();
    expect(one.heard()).not.toContain('We call you back.');
    expect(describeContact(one.world, contactId)?.phase).toBe('connected');
  });
  test('during the agent whisper leaves the agent with after contact work', async () => {
    const { one, contactId } = await asked({
      flows: {
        main: {
          whisper: ['UpdateContactEventHooks', { EventHooks: { AgentWhisper: 'long' } }, { next: 'hook' }],
          ...hooked('wait'),
        },
        'wait:CUSTOMER_QUEUE': message,
        'long:AGENT_WHISPER': { words: say('word '.repeat(100), 'over'), over: ['EndFlowExecution'] },
      },
    });
    one.available('sam');
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    one.press(contactId, '1');
    await one.driver.advanceBy(10_000);
    expect(one.heard().at(-1)).toBe('We call you back.');
    expect(describeContact(one.world, contactId)?.phase).toBe('ended');
    expect(describeAgent(one.world, 'sam')?.contact?.state).toBe('after-contact-work');
    expect(one.of('connected')).toEqual([]);
  });
  test('takes the caller out of the queue, and frees an agent at whom it rings', async () => {
    const { one, contactId } = await asked();
    one.available('sam');
    expect(describeAgent(one.world, 'sam')?.contact?.state).toBe('ringing');
    one.press(contactId, '1');
    await one.run();
    expect(one.heard().at(-1)).toBe('We call you back.');
    expect(one.of('contact-ended')).toMatchObject([{ reason: 'CONTACT_FLOW_DISCONNECT' }]);
    expect(queueOf(one, 'support')).toEqual([]);
    expect(describeAgent(one.world, 'sam')?.contact).toBeUndefined();
    expect(one.of('missed')).toEqual([]);
    one.dial();
    expect(describeAgent(one.world, 'sam')?.contact?.state).toBe('ringing');
  });
});
