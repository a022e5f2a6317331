/** Whatever people do: every contact that is over has its records, each in the shape that functions know, in an order that adds up. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { describeAgent, openContacts } from '../../../../engine/contact/describe.ts';
import type { EngineEvent } from '../../../../engine/contact/events.ts';
import { EngineRefusal } from '../../../../engine/contact/refusals.ts';
import { agentEvent } from '../../../../lambdas/domain/records/agent-event.ts';
import { contactEvent, normalisedDetail } from '../../../../lambdas/domain/records/contact-event.ts';
import { contactRecord } from '../../../../lambdas/domain/records/contact-record.ts';
import { isFull } from '../../../calls/counts.ts';
import { type CentreOptions, hangUp, NUMBER, say, toQueue } from '../centre.ts';
import { type Shelf, type WrittenCentre, writtenCentre } from './written.ts';

const flows: CentreOptions['flows'] = {
  main: {
    record: [
      'UpdateContactRecordingBehavior',
      { RecordingBehavior: { RecordedParticipants: ['Agent'] } },
      { next: 'hook' },
    ],
    hook: ['UpdateContactEventHooks', { EventHooks: { CustomerRemaining: 'bye' } }, { next: 'wait' }],
    wait: ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'wait' } }, { next: 'set-queue' }],
    ...toQueue('support', 'end'),
    end: hangUp,
  },
  'wait:CUSTOMER_QUEUE': {
    loop: [
      'MessageParticipantIteratively',
      { Messages: [{ PromptId: 'music' }], InterruptFrequencySeconds: '9' },
      { when: { MessagesInterrupted: 'what' } },
    ],
    what: [
      'DistributeByPercentage',
      {},
      {
        next: 'go-on',
        conditions: [['NumberLessThan', '50', 'move']],
        errors: { NoMatchingCondition: 'go-on' },
      },
    ],
    move: [
      'DequeueContactAndTransferToQueue',
      { QueueId: 'orders' },
      { next: 'go-on', errors: { NoMatchingError: 'go-on', QueueAtCapacity: 'go-on' } },
    ],
    'go-on': ['EndFlowExecution'],
  },
  bye: { thanks: say('Bye.', 'end'), end: hangUp },
  task: { ...toQueue('support', 'end'), end: hangUp },
};
const profiles: NonNullable<CentreOptions['profiles']> = [
  {
    arn: 'arn:agents',
    id: 'agents',
    name: 'agents',
    queues: [
      { queueId: 'support', channel: 'VOICE', priority: 1, delaySeconds: 0 },
      { queueId: 'orders', channel: 'VOICE', priority: 1, delaySeconds: 0 },
      { queueId: 'support', channel: 'TASK', priority: 2, delaySeconds: 0 },
      { queueId: 'support', channel: 'CHAT', priority: 2, delaySeconds: 0 },
    ],
    concurrency: { VOICE: 1, TASK: 2, CHAT: 2 },
    crossChannel: ['TASK', 'CHAT'],
  },
];

const act = fc.record({
  what: fc.nat(22),
  who: fc.constantFrom('sam', 'robin'),
  afterMs: fc.oneof(fc.constant(0), fc.nat(30_000)),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

function eventOf({ centre }: WrittenCentre, { what, who: userId }: Act): EngineEvent {
  const open = openContacts(centre.world);
  const contactId = open[what % Math.max(1, open.length)] ?? 'nobody';
  const mine = describeAgent(centre.world, userId)?.contact?.contactId ?? contactId;
  const to = { quickConnectId: `q${userId === 'sam' ? what % 2 : what % 3}` };
  const whoHas = (state: string) =>
    ['sam', 'robin'].find((id) => describeAgent(centre.world, id)?.contact?.state === state) ?? userId;
  const rung = whoHas('ringing');
  const rings = describeAgent(centre.world, rung)?.contact?.contactId ?? contactId;
  const busy = whoHas('connected');
  const has = describeAgent(centre.world, busy)?.contact?.contactId ?? contactId;
  const events: readonly EngineEvent[] = [
    { kind: 'dial', to: NUMBER, from: '+12025550123', playback: 'estimated' },
    { kind: 'dial', to: NUMBER, playback: 'estimated' },
    { kind: 'start-task', flowId: 'task', name: 'Look' },
    { kind: 'caller-hangs-up', contactId },
    { kind: 'agent-signs-in', userId },
    { kind: 'agent-sets-status', userId, status: 'Available' },
    { kind: 'agent-accepts', userId: rung, contactId: rings },
    { kind: 'agent-accepts', userId: rung, contactId: rings },
    { kind: 'agent-rejects', userId, contactId: mine },
    { kind: 'agent-hangs-up', userId, contactId: mine },
    { kind: 'agent-clears', userId, contactId: mine },
    { kind: 'agent-holds', userId, contactId: mine },
    { kind: 'set-attributes', contactId, attributes: { note: String(what) } },
    { kind: 'agent-vanishes', userId },
    { kind: 'agent-consults', userId: busy, contactId: has, to },
    { kind: 'agent-consults', userId: busy, contactId: has, to },
    { kind: 'agent-transfers', userId: busy, contactId: has, to },
    { kind: 'agent-conferences', userId: busy, contactId: has },
    { kind: 'agent-hangs-up', userId: busy, contactId: has },
    { kind: 'third-party', contactId, outcome: 'answers' },
    { kind: 'start-chat', flowId: 'task', customerName: 'Zoe', initialMessage: { text: 'Hi' } },
    { kind: 'customer-writes', contactId: has, text: 'Hello' },
    { kind: 'agent-writes', userId: busy, contactId: has, text: 'Hello' },
  ];
  return events[what] ?? { kind: 'clock' };
}

async function play(acts: readonly Act[]): Promise<{ readonly one: WrittenCentre; readonly shelf: Shelf }> {
  const one = writtenCentre({
    flows,
    profiles,
    queues: [{ id: 'support' }, { id: 'orders' }],
    quickConnects: [
      { arn: 'q:0', id: 'q0', name: 'Robin', kind: 'agent', userId: 'robin' },
      { arn: 'q:1', id: 'q1', name: 'Orders', kind: 'queue', queueId: 'orders' },
      { arn: 'q:2', id: 'q2', name: 'Carrier', kind: 'number', number: '+12025550177' },
    ],
    users: [
      { id: 'sam', afterContactWorkSeconds: 10 },
      { id: 'robin', afterContactWorkSeconds: 5 },
    ],
  });
  const send = (event: EngineEvent): void => {
    try {
      one.centre.send(event);
    } catch (error) {
      if (!(error instanceof EngineRefusal)) throw error;
    }
  };
  one.centre.available('sam', 'robin');
  for (const each of acts) {
    await one.centre.driver.advanceBy(each.afterMs);
    send(eventOf(one, each));
  }
  for (const contactId of openContacts(one.centre.world)) send({ kind: 'stop-contact', contactId });
  for (const userId of ['sam', 'robin']) {
    send({ kind: 'agent-signs-in', userId });
    send({ kind: 'agent-signs-out', userId });
  }
  return { one, shelf: one.shelf };
}

const inOrder = (...moments: readonly (string | null | undefined)[]): boolean => {
  const known = moments.filter((moment) => typeof moment === 'string');
  return known.every((moment, index) => index === 0 || (known[index - 1] ?? '') <= moment);
};

describe('any day', () => {
  test('leaves a record of every contact, and nothing about time that cannot be', async () => {
    let moves = 0;
    let talks = 0;
    let transfers = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60, size: 'max' }), async (acts) => {
        const { one, shelf } = await play(acts);
        const begun = [
          ...one.centre.of('contact-started'),
          ...one.centre.of('task-started'),
          ...one.centre.of('chat-started'),
          ...one.centre.of('transfer-started'),
        ].map(({ contactId }) => contactId);
        const moved = one.centre.of('segment-started').map(({ segmentId }) => segmentId);
        moves += moved.length;
        transfers += one.centre.of('transferred').length;
        talks += one.centre.of('connected').length;
        const written = new Set(shelf.records.map(({ ContactId }) => ContactId));
        expect([...written].sort()).toEqual([...begun, ...moved].sort());
        for (const record of shelf.records) {
          const { Agent: agent, Queue: queue } = record;
          expect(
            inOrder(
              record.InitiationTimestamp,
              queue?.EnqueueTimestamp,
              queue?.DequeueTimestamp,
              agent?.ConnectedToAgentTimestamp,
              agent?.AfterContactWorkStartTimestamp,
              agent?.AfterContactWorkEndTimestamp,
              record.LastUpdateTimestamp,
            ),
          ).toBe(true);
          expect(agent === null || record.AgentConnectionAttempts > 0).toBe(true);
        }
        for (const contactId of written) {
          const kinds = shelf.kindsOf(contactId);
          expect(kinds[0]).toBe('INITIATED');
          expect(kinds.slice(-2)).toEqual(['DISCONNECTED', 'COMPLETED']);
        }
      }),
      { numRuns: isFull ? 300 : 25, ...(isFull ? {} : { seed: 11 }) },
    );
    expect(Math.min(moves, talks, transfers)).toBeGreaterThan(0);
  });
  test('comes out the same byte for byte from the same seed', async () => {
    const acts = fc.sample(fc.array(act, { minLength: 30, maxLength: 30 }), { seed: 3, numRuns: 1 })[0] ?? [];
    const [one, other] = [await play(acts), await play(acts)];
    expect(JSON.stringify(one.shelf)).toBe(JSON.stringify(other.shelf));
    expect(one.shelf.records.length).toBeGreaterThan(0);
  });
});

describe('a key that nobody has documented', () => {
  const keysAt = fc.constantFrom('', 'Agent', 'Queue', 'Recording', 'CustomerEndpoint');
  test('is refused wherever it stands in a contact record', async () => {
    const { centre, shelf } = writtenCentre({
      flows,
      profiles,
      queues: [{ id: 'support' }, { id: 'orders' }],
    });
    centre.available('sam');
    const contactId = centre.dial();
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await centre.driver.advanceBy(2_000);
    centre.send({ kind: 'caller-hangs-up', contactId });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    const [record] = shelf.records;
    fc.assert(
      fc.property(keysAt, fc.stringMatching(/^[a-z]{3,8}$/), (place, key) => {
        const text = JSON.parse(JSON.stringify(record));
        const at = place === '' ? text : text[place];
        at[key] = 1;
        expect(z.safeParse(contactRecord, text).success).toBe(false);
      }),
    );
    const [event] = shelf.events;
    expect(z.safeParse(contactEvent, { ...event, extra: 1 }).success).toBe(false);
    expect(z.safeParse(contactEvent, { ...event, detail: { ...event?.detail, extra: 1 } }).success).toBe(
      false,
    );
    expect(z.safeParse(agentEvent, { ...shelf.agentEvents[0], extra: 1 }).success).toBe(false);
  });
  test('a detail with capitals, as some samples have it, reads like the others', () => {
    expect(
      normalisedDetail({
        ContactId: 'c',
        Channel: 'Voice',
        QueueInfo: { QueueArn: 'q' },
        tags: { Dept: 'x' },
      }),
    ).toEqual({ contactId: 'c', channel: 'VOICE', queueInfo: { queueArn: 'q' }, tags: { Dept: 'x' } });
    for (const odd of [null, 'x', 1, []]) expect(normalisedDetail(odd)).toEqual(odd);
  });
});
