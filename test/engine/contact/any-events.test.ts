/** Whatever people do, in whatever order: nothing breaks, nobody is lost, and a seed repeats it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  describeAgent,
  describeContact,
  describeQueue,
  openContacts,
} from '../../../engine/contact/describe.ts';
import { createWorld, nextDueAtMs, step, type World } from '../../../engine/contact/engine.ts';
import type { Effect, EngineEvent } from '../../../engine/contact/events.ts';
import { EngineRefusal } from '../../../engine/contact/refusals.ts';
import { type CentreOptions, hangUp, instanceOf, NUMBER, say, toQueue } from './centre.ts';

const flows: CentreOptions['flows'] = {
  main: {
    hook: ['UpdateContactEventHooks', { EventHooks: { CustomerRemaining: 'bye' } }, { next: 'wait' }],
    wait: ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'wait' } }, { next: 'pin' }],
    pin: [
      'GetParticipantInput',
      {
        Text: 'Key.',
        StoreInput: 'True',
        InputTimeLimitSeconds: '3',
        InputValidation: { CustomValidation: { MaximumLength: '2' } },
      },
      { next: 'ask', errors: { NoMatchingError: 'ask' } },
    ],
    ask: [
      'InvokeLambdaFunction',
      { LambdaFunctionARN: 'f', InvocationTimeLimitSeconds: '4' },
      { next: 'choose', errors: { NoMatchingError: 'choose' } },
    ],
    choose: [
      'DistributeByPercentage',
      {},
      {
        next: 'set-queue',
        conditions: [
          ['NumberLessThan', '20', 'end'],
          ['NumberLessThan', '60', 'personal'],
        ],
        errors: { NoMatchingCondition: 'set-queue' },
      },
    ],
    personal: ['UpdateContactTargetQueue', { AgentId: 'sam' }, { next: 'transfer' }],
    ...toQueue('support', 'end'),
    end: hangUp,
  },
  /** Waits, moves on to the other queue or to its end, asks for a key, creates a task, or hangs up. */
  'wait:CUSTOMER_QUEUE': {
    loop: [
      'MessageParticipantIteratively',
      { Messages: [{ PromptId: 'music' }], InterruptFrequencySeconds: '7' },
      { when: { MessagesInterrupted: 'what' } },
    ],
    what: [
      'DistributeByPercentage',
      {},
      {
        next: 'go-on',
        conditions: [
          ['NumberLessThan', '20', 'move'],
          ['NumberLessThan', '40', 'round'],
          ['NumberLessThan', '60', 'task'],
          ['NumberLessThan', '80', 'key'],
        ],
        errors: { NoMatchingCondition: 'go-on' },
      },
    ],
    move: ['DequeueContactAndTransferToQueue', { QueueId: 'orders' }, { next: 'go-on' }],
    round: ['DequeueContactAndTransferToQueue', {}, { next: 'go-on' }],
    task: ['CreateTask', { ContactFlowId: 'task', Name: 'Call back' }, { next: 'go-on' }],
    key: [
      'GetParticipantInput',
      { Text: 'Key.', StoreInput: 'False', InputTimeLimitSeconds: '3' },
      {
        next: 'go-on',
        when: { '1': 'over' },
        errors: { NoMatchingCondition: 'go-on', NoMatchingError: 'go-on', InputTimeLimitExceeded: 'go-on' },
      },
    ],
    over: hangUp,
    'go-on': ['EndFlowExecution'],
  },
  task: { ...toQueue('support', 'end'), end: hangUp },
  bye: {
    which: [
      'DistributeByPercentage',
      {},
      {
        next: 'thanks',
        conditions: [['NumberLessThan', '50', 'transfer']],
        errors: { NoMatchingCondition: 'thanks' },
      },
    ],
    thanks: say('Bye.', 'end'),
    ...toQueue('support', 'end'),
    end: hangUp,
  },
};

const QUEUES = [{ id: 'support' }, { id: 'orders' }];
const ALL_QUEUES = ['support', 'orders', 'agent/sam', 'agent/robin'];
const serves = (queueId: string, channel: 'VOICE' | 'TASK', priority: number) =>
  ({ queueId, channel, priority, delaySeconds: 0 }) as const;
const PROFILES: NonNullable<CentreOptions['profiles']> = [
  {
    arn: 'arn:agents',
    id: 'agents',
    name: 'agents',
    queues: [serves('support', 'VOICE', 1), serves('orders', 'VOICE', 1), serves('support', 'TASK', 2)],
    concurrency: { VOICE: 1, TASK: 2 },
    crossChannel: ['TASK'],
  },
];

/** Every hold has an end. */
const holdsEven = (all: readonly Effect[]): boolean =>
  all.filter(({ kind }) => kind === 'held').length === all.filter(({ kind }) => kind === 'resumed').length;

interface Asked {
  readonly contactId: string;
  readonly invocationId: string;
}

type Act = { readonly what: number; readonly who: number; readonly afterMs: number };
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.nat(24),
  who: fc.nat(3),
  afterMs: fc.oneof(fc.constant(0), fc.nat(3000), fc.nat(40_000)),
});

/** Mostly what makes sense (agents act on the contact that they have), sometimes what does not. */
function eventOf(
  world: World,
  { what, who }: Act,
  contacts: readonly string[],
  invocations: readonly Asked[],
): EngineEvent {
  const userId = who % 2 === 0 ? 'sam' : 'robin';
  const anyContact = contacts[contacts.length - 1 - (who % Math.max(contacts.length, 1))] ?? 'nobody';
  const has = describeAgent(world, userId)?.contact?.contactId;
  const contactId = what >= 11 && what <= 20 && who < 3 ? (has ?? anyContact) : anyContact;
  const key = '0123456789*#'[(what * 5 + who) % 12] ?? '0';
  const asked = invocations.at(-1 - (who % 2)) ?? { contactId, invocationId: 'none' };
  const answer: EngineEvent = {
    kind: 'function-answered',
    ...asked,
    answer:
      who === 0 ? { kind: 'failed', retryable: true, message: 'x' } : { kind: 'returned', payload: '{}' },
  };
  const status = { kind: 'agent-sets-status', userId, status: who < 3 ? 'Available' : 'Lunch' } as const;
  const events: readonly EngineEvent[] = [
    { kind: 'dial', to: NUMBER, from: '+12025550123', playback: who === 3 ? 'reported' : 'estimated' },
    { kind: 'dial', to: NUMBER, playback: 'estimated' },
    { kind: 'key', contactId, key },
    { kind: 'key', contactId, key },
    { kind: 'caller-hangs-up', contactId },
    answer,
    answer,
    { kind: 'agent-signs-in', userId },
    status,
    status,
    { kind: 'set-attributes', contactId, attributes: { note: key } },
    { kind: 'agent-accepts', userId, contactId },
    { kind: 'agent-accepts', userId, contactId },
    { kind: 'agent-accepts', userId, contactId },
    { kind: 'agent-rejects', userId, contactId },
    { kind: 'agent-hangs-up', userId, contactId },
    { kind: 'agent-clears', userId, contactId },
    { kind: 'agent-clears', userId, contactId },
    { kind: 'agent-holds', userId, contactId },
    { kind: 'agent-holds', userId, contactId },
    { kind: 'agent-resumes', userId, contactId },
    {
      kind: 'start-task',
      flowId: 'task',
      name: 'Look',
      ...(who < 2 ? {} : { relatedContactId: anyContact }),
    },
    who === 0 ? { kind: 'agent-vanishes', userId } : { kind: 'clock' },
    who === 0 ? { kind: 'agent-signs-out', userId } : { kind: 'clock' },
    who === 0 ? { kind: 'stop-contact', contactId } : { kind: 'clock' },
  ];
  return events[what] ?? { kind: 'clock' };
}

/** Plays the acts on a new world, looking after each that everything holds. */
function play(acts: readonly Act[], check: boolean): string {
  const world = createWorld({
    instance: instanceOf({
      flows,
      queues: QUEUES,
      profiles: PROFILES,
      users: [{ id: 'sam', afterContactWorkSeconds: 10 }, { id: 'robin' }],
    }),
    seed: 5,
    nowMs: 0,
  });
  const all: Effect[] = [];
  const contacts: string[] = [];
  const invocations: Asked[] = [];
  const ended = new Map<string, number>();
  let nowMs = 0;
  const deliver = (effects: readonly Effect[]): void => {
    for (const effect of effects) {
      all.push(effect);
      if (effect.kind === 'contact-started' || effect.kind === 'task-started')
        contacts.push(effect.contactId);
      if (effect.kind === 'contact-ended')
        ended.set(effect.contactId, (ended.get(effect.contactId) ?? 0) + 1);
      if (effect.kind === 'invoke') {
        invocations.push({ contactId: effect.contactId, invocationId: effect.invocationId });
      }
    }
  };
  const take = (event: EngineEvent, atMs: number): void => {
    nowMs = atMs;
    try {
      deliver(step(world, event, atMs));
    } catch (error) {
      if (!(error instanceof EngineRefusal)) throw error;
      // What was due before the refused event.
      deliver(step(world, { kind: 'clock' }, atMs));
    }
    const dueMs = nextDueAtMs(world);
    if (dueMs !== undefined && dueMs < nowMs) throw new Error(`due at ${dueMs}, before ${nowMs}`);
    const found = check ? faults(world, contacts, ended) : [];
    if (found.length > 0) expect(found).toEqual([]);
  };
  for (const userId of ['sam', 'robin']) {
    take({ kind: 'agent-signs-in', userId }, nowMs);
    take({ kind: 'agent-sets-status', userId, status: 'Available' }, nowMs);
  }
  for (const one of acts) take(eventOf(world, one, contacts, invocations), nowMs + one.afterMs);
  if (check) {
    for (const contactId of openContacts(world)) take({ kind: 'stop-contact', contactId }, nowMs);
    for (const userId of ['sam', 'robin']) {
      if (describeAgent(world, userId)?.signedIn !== true) take({ kind: 'agent-signs-in', userId }, nowMs);
      take({ kind: 'agent-signs-out', userId }, nowMs);
    }
    expect(openContacts(world)).toEqual([]);
    for (const kind of ['contact-ended', 'contact-completed'] as const) {
      const named = all.flatMap((effect) => (effect.kind === kind ? [effect.contactId] : []));
      expect([...named].sort()).toEqual([...contacts].sort());
    }
    for (const queue of ALL_QUEUES) expect(describeQueue(world, queue)?.contactIds).toEqual([]);
    expect(holdsEven(all)).toBe(true);
    expect(nextDueAtMs(world) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(nowMs);
  }
  return JSON.stringify(all);
}

/** What must hold after every event, as the list of what does not. */
function faults(world: World, contacts: readonly string[], ended: ReadonlyMap<string, number>): string[] {
  const queued = ALL_QUEUES.flatMap((queue) => describeQueue(world, queue)?.contactIds ?? []);
  const found: string[] = queued.length === new Set(queued).size ? [] : ['a contact is in two queues'];
  const agents = ['sam', 'robin'].flatMap((userId) => describeAgent(world, userId) ?? []);
  const idle = agents.some(
    ({ status, contact, nextStatus }) =>
      status === 'Available' && contact === undefined && nextStatus === undefined,
  );
  for (const { username, contacts: works, signedIn, unreachable } of agents) {
    if (works.filter(({ channel }) => channel === 'VOICE').length > 1)
      found.push(`${username} has two calls`);
    if (works.filter(({ channel }) => channel === 'TASK').length > 2)
      found.push(`${username} has three tasks`);
    if (new Set(works.map(({ contactId }) => contactId)).size < works.length) {
      found.push(`${username} has a contact twice`);
    }
    if (!signedIn && works.some(({ state }) => state === 'ringing' || state === 'connecting')) {
      found.push(`it rings at ${username}, who is out`);
    }
    if (signedIn && unreachable === true) found.push(`${username} is here and gone`);
    for (const { holds, state } of works) {
      if (holds?.sinceMs !== undefined && state !== 'connected') found.push('a call is on hold with nobody');
    }
  }
  for (const contactId of contacts) {
    const { phase, agent, queue, channel, segments } = describeContact(world, contactId) ?? {};
    if ((segments?.length ?? 1) > 12) found.push(`${contactId} has more than 12 contacts in its chain`);
    const inQueue = phase === 'queued' || phase === 'agent-whisper';
    if (queued.includes(contactId) !== inQueue)
      found.push(`${contactId} is ${phase}, and the queues do not agree`);
    const withAgent = phase === 'connected' || phase === 'customer-whisper' || phase === 'agent-whisper';
    if (withAgent && agent === undefined) found.push(`${contactId} is ${phase} with nobody`);
    if (
      agent !== undefined &&
      !agents.some(
        (one) => one.contacts.some((work) => work.contactId === contactId) && one.userId === agent.userId,
      )
    ) {
      found.push(`${contactId} has an agent who does not have it`);
    }
    const served = queue?.id === 'support' || (queue?.id === 'orders' && channel === 'VOICE');
    if (idle && phase === 'queued' && agent === undefined && served) {
      found.push(`${contactId} waits although an agent is free`);
    }
    if ((ended.get(contactId) ?? 0) !== (phase === 'ended' ? 1 : 0))
      found.push(`${contactId} ended ${ended.get(contactId)} times`);
  }
  return found;
}

/** What random acts must have brought about, so that the properties are about something. */
const MUST_HAPPEN: readonly Effect['kind'][] = [
  'offered',
  'missed',
  'rejected',
  'accepted',
  'connected',
  'queued',
  'invoke',
  'contact-completed',
  'held',
  'resumed',
  'task-started',
  'segment-started',
];

describe('any events in any order', () => {
  test('bring about everything that can happen to a call', () => {
    const happened = new Set<string>();
    for (const acts of fc.sample(fc.array(act, { minLength: 100, maxLength: 120, size: 'max' }), {
      numRuns: 40,
      seed: 1,
    })) {
      for (const kind of play(acts, false).matchAll(/"kind":"([\w-]+)"/g)) happened.add(kind[1] ?? '');
    }
    expect(MUST_HAPPEN.filter((kind) => !happened.has(kind))).toEqual([]);
  });
  test('break nothing and lose nobody', () => {
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 20, maxLength: 90, size: 'max' }),
        (acts) => void play(acts, true),
      ),
      { numRuns: 60 },
    );
  });
  test('give the same effects twice, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 20, maxLength: 90, size: 'max' }), (acts) => {
        expect(play(acts, false)).toBe(play(acts, false));
      }),
      { numRuns: 30 },
    );
  });
});
