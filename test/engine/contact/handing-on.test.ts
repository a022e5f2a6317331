/** Chats and tasks that agents or the API hand on: who has them then, what stays, and what is written down. */
import { describe, expect, test } from '@jest/globals';
import { describeAgent, describeContact, openContacts } from '../../../engine/contact/describe.ts';
import { chatState } from '../../../engine/contact/describe-chat.ts';
import type { EngineEvent } from '../../../engine/contact/events.ts';
import { type CentreOptions, hangUp, type Steps, say, toQueue } from './centre.ts';
import { writtenCentre } from './records/written.ts';

const straight: Steps = { ...toQueue('support', 'end'), end: hangUp };
const serves = (queueId: string, channel: 'CHAT' | 'TASK') =>
  ({ queueId, channel, priority: 1, delaySeconds: 0 }) as const;
const profile = (id: string, queueId: string): NonNullable<CentreOptions['profiles']>[number] => ({
  arn: `arn:${id}`,
  id,
  name: id,
  queues: [serves(queueId, 'CHAT'), serves(queueId, 'TASK')],
  concurrency: { CHAT: 2, TASK: 2 },
});
const toAgent: Steps = {
  words: say('One moment, $.Agent.FirstName comes.', 'queue'),
  queue: [
    'TransferContactToQueue',
    {},
    { next: 'end', errors: { QueueAtCapacity: 'end', NoMatchingError: 'end' } },
  ],
  end: hangUp,
};

function open() {
  const one = writtenCentre({
    flows: {
      main: straight,
      'to-agent:AGENT_TRANSFER': toAgent,
      'wait:CUSTOMER_QUEUE': { end: ['EndFlowExecution'] },
    },
    queues: [{ id: 'support' }, { id: 'orders' }],
    profiles: [profile('agents', 'support'), profile('ordering', 'orders')],
    users: [{ id: 'sam' }, { id: 'robin', routingProfileId: 'ordering' }],
    quickConnects: [
      { arn: 'q:0', id: 'q-robin', name: 'Robin', kind: 'agent', userId: 'robin', flowId: 'to-agent' },
      { arn: 'q:1', id: 'q-plain', name: 'Robin', kind: 'agent', userId: 'robin' },
      { arn: 'q:2', id: 'q-orders', name: 'Orders', kind: 'queue', queueId: 'orders' },
    ],
  });
  const { centre } = one;
  centre.available('sam', 'robin');
  const sends = (
    kind: 'agent-accepts' | 'agent-hangs-up' | 'agent-clears',
    userId: string,
    contactId: string,
  ) => centre.send({ kind, userId, contactId });
  const begun = (event: EngineEvent, kind: 'chat-started' | 'task-started'): string => {
    centre.send(event);
    const contactId = centre.of(kind).at(-1)?.contactId ?? '';
    sends('agent-accepts', 'sam', contactId);
    return contactId;
  };
  return {
    ...one,
    sends,
    chat: () => begun({ kind: 'start-chat', flowId: 'main', customerName: 'Zoe' }, 'chat-started'),
    task: () =>
      begun(
        { kind: 'start-task', flowId: 'main', name: 'Call back', attributes: { topic: 'ladder' } },
        'task-started',
      ),
    handsOn: (contactId: string, quickConnectId: string) =>
      centre.send({ kind: 'agent-transfers', userId: 'sam', contactId, to: { quickConnectId } }),
    transfers: (contactId: string, more: object = {}) =>
      centre.send({ kind: 'transfer-task', contactId, flowId: 'main', ...more }),
    has: (userId: string) =>
      describeAgent(centre.world, userId)?.contacts.map(({ channel, state }) => `${channel} ${state}`),
    said: (contactId: string) =>
      chatState(centre.world, contactId)?.items.map(({ name, said }) =>
        said.kind === 'message' ? said.text : `${name ?? 'all'} ${said.happening}`,
      ),
  };
}

describe('a chat that its agent hands on', () => {
  test.each([
    ['to an agent, by a flow of its own', 'q-robin', ['One moment, Robin comes.']],
    ['to an agent, by none', 'q-plain', []],
    ['to a queue', 'q-orders', ['Transferring now.']],
  ])('%s goes on with the next one, who reads all that was written', async (_title, quickConnect, words) => {
    const one = open();
    const contactId = one.chat();
    one.centre.send({ kind: 'customer-writes', contactId, text: 'My ladder is bent.' });
    one.handsOn(contactId, quickConnect);
    await one.centre.driver.advanceBy(1_000);
    expect(one.has('sam')).toEqual(['CHAT after-contact-work']);
    expect(one.has('robin')).toEqual(['CHAT ringing']);
    one.sends('agent-accepts', 'robin', contactId);
    one.centre.send({ kind: 'agent-writes', userId: 'robin', contactId, text: 'Good day.' });
    expect(one.said(contactId)).toEqual([
      'Zoe participant.joined',
      'Sam participant.joined',
      'My ladder is bent.',
      'Sam participant.left',
      ...words,
      'Robin participant.joined',
      'Good day.',
    ]);
    expect(describeContact(one.centre.world, contactId)).toMatchObject({
      contactId,
      initiation: 'TRANSFER',
      phase: 'connected',
      agent: { username: 'robin' },
    });
  });
  test('has two records, one after the other', async () => {
    const one = open();
    const contactId = one.chat();
    one.handsOn(contactId, 'q-orders');
    await one.centre.driver.advanceBy(1_000);
    one.sends('agent-accepts', 'robin', contactId);
    one.sends('agent-clears', 'sam', contactId);
    const next = describeContact(one.centre.world, contactId)?.segmentId;
    one.centre.send({ kind: 'customer-writes', contactId, text: 'Help' });
    one.centre.send({ kind: 'caller-hangs-up', contactId });
    one.sends('agent-clears', 'robin', contactId);
    expect(one.shelf.records).toMatchObject([
      {
        ContactId: contactId,
        Channel: 'CHAT',
        InitiationMethod: 'API',
        NextContactId: next,
        DisconnectReason: 'AGENT_DISCONNECT',
        Agent: { Username: 'sam' },
      },
      {
        ContactId: next,
        Channel: 'CHAT',
        InitiationMethod: 'TRANSFER',
        InitialContactId: contactId,
        PreviousContactId: contactId,
        DisconnectReason: 'CUSTOMER_DISCONNECT',
        Agent: { Username: 'robin' },
        ChatMetrics: { CustomerMetrics: { MessagesSent: 1 } },
      },
    ]);
    expect(openContacts(one.centre.world)).toEqual([]);
  });
  test('ends after its hours as if nobody had handed it on, and comes back to who has its after contact work', async () => {
    const one = open();
    const contactId = one.chat();
    one.handsOn(contactId, 'q-orders');
    one.sends('agent-accepts', 'robin', contactId);
    one.centre.send({
      kind: 'agent-transfers',
      userId: 'robin',
      contactId,
      to: { quickConnectId: 'q-orders' },
    });
    await one.centre.driver.advanceBy(1_000);
    // Robin alone serves the queue, and is not through with the chat.
    expect(one.has('robin')).toEqual(['CHAT ringing']);
    one.sends('agent-accepts', 'robin', contactId);
    await one.centre.driver.advanceBy(25 * 3_600_000);
    expect(describeContact(one.centre.world, contactId)).toMatchObject({ phase: 'ended', reason: 'EXPIRED' });
  });
  test('is handed on eleven times', () => {
    const one = open();
    const contactId = one.chat();
    for (let turn = 0; turn < 11; turn += 1) {
      const userId = turn === 0 ? 'sam' : 'robin';
      one.centre.send({ kind: 'agent-transfers', userId, contactId, to: { quickConnectId: 'q-orders' } });
      one.sends('agent-accepts', 'robin', contactId);
    }
    expect(() =>
      one.centre.send({
        kind: 'agent-transfers',
        userId: 'robin',
        contactId,
        to: { quickConnectId: 'q-orders' },
      }),
    ).toThrow('at most 12 contacts');
    expect(one.has('robin')).toEqual(['CHAT connected']);
  });
  test('is not handed on to its own agent, and nobody is consulted about it', () => {
    const one = open();
    const contactId = one.chat();
    expect(() =>
      one.centre.send({
        kind: 'agent-consults',
        userId: 'sam',
        contactId,
        to: { quickConnectId: 'q-orders' },
      }),
    ).toThrow('nobody consulted first');
    expect(one.has('sam')).toEqual(['CHAT connected']);
  });
});

describe('a task that the API transfers', () => {
  test('is taken from its agent, and rings at the other with what it knew', async () => {
    const one = open();
    const contactId = one.task();
    one.transfers(contactId, { userId: 'robin', flowId: 'to-agent' });
    expect([one.has('sam'), one.has('robin')]).toEqual([['TASK after-contact-work'], ['TASK ringing']]);
    const task = describeAgent(one.centre.world, 'robin')?.contact;
    expect(task).toMatchObject({ contactId, attributes: { topic: 'ladder' }, task: { name: 'Call back' } });
  });
  test('from a queue, from the agent at whom it rings, and while it is paused', async () => {
    const one = open();
    one.centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Lunch' });
    one.centre.send({ kind: 'start-task', flowId: 'main', name: 'Look' });
    const contactId = one.centre.of('task-started').at(-1)?.contactId ?? '';
    one.transfers(contactId, { queueId: 'orders', flowId: 'to-agent' });
    expect(one.has('robin')).toEqual(['TASK ringing']);
    one.transfers(contactId);
    expect([one.has('robin'), describeContact(one.centre.world, contactId)?.phase]).toEqual([[], 'queued']);
    one.centre.send({ kind: 'pause-task', contactId });
    await one.centre.driver.advanceBy(60_000);
    one.transfers(contactId, { queueId: 'orders', flowId: 'to-agent' });
    expect(describeContact(one.centre.world, contactId)?.task?.times?.pausedTotalMs).toBe(60_000);
    expect(one.centre.of('task-resumed')).toHaveLength(1);
    expect(one.has('robin')).toEqual(['TASK ringing']);
    one.sends('agent-accepts', 'robin', contactId);
    one.sends('agent-hangs-up', 'robin', contactId);
    one.sends('agent-clears', 'robin', contactId);
    expect(
      one.shelf.records.map(({ InitiationMethod, DisconnectReason }) => [InitiationMethod, DisconnectReason]),
    ).toEqual([
      ['API', 'OTHER'],
      ['TRANSFER', 'OTHER'],
      ['TRANSFER', 'OTHER'],
      ['TRANSFER', 'AGENT_COMPLETED'],
    ]);
  });
  test.each<[string, object, string]>([
    ['by no flow', { flowId: 'nowhere' }, "there is no flow 'nowhere'"],
    ['by a flow for who waits', { flowId: 'wait' }, 'is a CUSTOMER_QUEUE'],
    ['to nobody', { userId: 'kim' }, "there is no user 'kim'"],
    ['to no queue', { queueId: 'none' }, "there is no queue 'none'"],
    ['that is none', { contactId: 'nobody' }, "there is no contact 'nobody'"],
  ])('is refused %s', (_title, more, because) => {
    const one = open();
    const contactId = one.task();
    expect(() => one.transfers(contactId, more)).toThrow(because);
    expect(one.has('sam')).toEqual(['TASK connected']);
  });
  test('is refused once it is over, and for what is no task', () => {
    const other = open();
    expect(() => other.transfers(other.chat())).toThrow('is no task');
    const one = open();
    const contactId = one.task();
    one.sends('agent-hangs-up', 'sam', contactId);
    expect(() => one.transfers(contactId)).toThrow('only an active one');
  });
});
