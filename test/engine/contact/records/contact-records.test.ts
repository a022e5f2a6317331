/** What Connect writes down of a contact: one record when all is over, and an event of each thing that happens. */
import { describe, expect, test } from '@jest/globals';
import { CALLER, type CentreOptions, hangUp, NUMBER, START_MS, type Steps, say, toQueue } from '../centre.ts';
import { movesToOrders, type WrittenCentre, writtenCentre } from './written.ts';

const recorded = [
  'UpdateContactRecordingBehavior',
  { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } },
  { next: 'note' },
] as const;
const main: Steps = {
  record: recorded,
  note: ['UpdateContactAttributes', { Attributes: { customerId: 'c-1001' } }, { next: 'set-queue' }],
  ...toQueue('support', 'end'),
  end: hangUp,
};
const open = (options: Partial<CentreOptions> = {}): WrittenCentre =>
  writtenCentre({ flows: { main, task: { ...toQueue('support', 'end'), end: hangUp } }, ...options });
const second = (ms: number): string => `${new Date(START_MS + ms).toISOString().slice(0, 19)}Z`;
/** Connect's own whispers, the name of the queue and a beep, are over by then. */
const WHISPER_MS = 2_000;
const TALK = ['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED'];

describe('a caller who', () => {
  test('talks to an agent, is held twice and hangs up, has a record after the after contact work', async () => {
    const { centre, shelf } = open();
    const contactId = centre.dial();
    await centre.driver.advanceBy(7_000);
    centre.available('sam');
    await centre.driver.advanceBy(3_000);
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    for (const heldMs of [4_000, 9_000]) {
      await centre.driver.advanceBy(5_000);
      centre.send({ kind: 'agent-holds', userId: 'sam', contactId });
      await centre.driver.advanceBy(heldMs);
      centre.send({ kind: 'agent-resumes', userId: 'sam', contactId });
    }
    await centre.driver.advanceBy(1_000);
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(shelf.records).toEqual([]);
    await centre.driver.advanceBy(32_000);
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(shelf.records).toHaveLength(1);
    expect(shelf.records[0]).toMatchObject({
      ContactId: contactId,
      InitiationMethod: 'INBOUND',
      AgentConnectionAttempts: 1,
      Attributes: { customerId: 'c-1001' },
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      InitiationTimestamp: second(0),
      DisconnectTimestamp: second(34_000),
      LastUpdateTimestamp: second(66_000),
      InitialContactId: null,
      PreviousContactId: null,
      NextContactId: null,
      CustomerEndpoint: { Address: CALLER, Type: 'TELEPHONE_NUMBER' },
      SystemEndpoint: { Address: NUMBER, Type: 'TELEPHONE_NUMBER' },
      Queue: { Name: 'support', EnqueueTimestamp: second(0), DequeueTimestamp: second(11_000), Duration: 11 },
      Agent: {
        Username: 'sam',
        ConnectedToAgentTimestamp: second(11_000),
        AgentInteractionDuration: 10,
        CustomerHoldDuration: 13,
        LongestHoldDuration: 9,
        NumberOfHolds: 2,
        AfterContactWorkStartTimestamp: second(34_000),
        AfterContactWorkEndTimestamp: second(66_000),
        AfterContactWorkDuration: 32,
      },
      Recordings: [{ Location: `recordings/calls/2026/03/02/${contactId}_20260302T15:00_UTC.wav` }],
    });
    expect(shelf.kindsOf(contactId)).toEqual(TALK);
    expect(shelf.events.at(-1)?.detail.agentInfo).toMatchObject({ afterContactWorkDuration: 32 });
    expect(
      shelf.events.find(({ detail }) => detail.eventType === 'DISCONNECTED')?.detail.agentInfo,
    ).not.toHaveProperty('afterContactWorkDuration');
  });
  test('hangs up in the queue is abandoned: a queue, and no agent', async () => {
    const { centre, shelf } = open();
    const contactId = centre.dial();
    await centre.driver.advanceBy(12_500);
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(shelf.records).toMatchObject([
      {
        Agent: null,
        AgentConnectionAttempts: 0,
        Queue: { Duration: 12 },
        DisconnectReason: 'CUSTOMER_DISCONNECT',
        Recording: null,
      },
    ]);
    expect(shelf.kindsOf(contactId)).toEqual(['INITIATED', 'QUEUED', 'DISCONNECTED', 'COMPLETED']);
  });
  test('hangs up in the menu was never in a queue, and one who withholds the number has no endpoint', () => {
    const { centre, shelf } = open({ flows: { main: { ask: say('One moment.', 'end'), end: hangUp } } });
    centre.send({ kind: 'dial', to: NUMBER, playback: 'estimated' });
    const [started] = centre.of('contact-started');
    centre.send({ kind: 'caller-hangs-up', contactId: started?.contactId ?? '' });
    expect(shelf.records).toMatchObject([{ Queue: null, CustomerEndpoint: null, Attributes: {} }]);
  });
  test('is sent away by the flow was disconnected by it', async () => {
    const { centre, shelf } = open({ flows: { main: { bye: say('We are closed.', 'end'), end: hangUp } } });
    centre.dial();
    await centre.run();
    expect(shelf.records).toMatchObject([{ DisconnectReason: 'CONTACT_FLOW_DISCONNECT' }]);
  });
  test('is missed by one agent and rejected by the other counts three attempts with the third', async () => {
    const { centre, shelf } = open();
    centre.available('sam', 'robin');
    const contactId = centre.dial();
    await centre.driver.advanceBy(21_000);
    centre.send({ kind: 'agent-rejects', userId: 'robin', contactId });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await centre.driver.advanceBy(WHISPER_MS);
    centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    await centre.run();
    expect(shelf.records).toMatchObject([
      {
        AgentConnectionAttempts: 3,
        Agent: { Username: 'sam' },
        DisconnectReason: 'AGENT_DISCONNECT',
        Queue: { Duration: 22 },
      },
    ]);
  });
  test('loses the agent, whose after contact work waits for the return, has a record when that is over', async () => {
    const { centre, shelf } = open();
    centre.available('sam');
    const contactId = centre.dial();
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await centre.driver.advanceBy(10_000);
    centre.send({ kind: 'agent-vanishes', userId: 'sam' });
    await centre.run();
    expect(shelf.kindsOf(contactId)).toEqual(TALK.slice(0, -1));
    expect(shelf.records).toEqual([]);
    await centre.driver.advanceBy(50_000);
    centre.send({ kind: 'agent-signs-in', userId: 'sam' });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(shelf.records).toMatchObject([
      {
        DisconnectReason: 'AGENT_DISCONNECT',
        Agent: { AgentInteractionDuration: 9, AfterContactWorkDuration: 50 },
      },
    ]);
  });
  test('hangs up while the agent hears the whisper was never connected', async () => {
    const { centre, shelf } = open({
      flows: {
        main: {
          hook: ['UpdateContactEventHooks', { EventHooks: { AgentWhisper: 'whisper' } }, { next: 'record' }],
          ...main,
        },
        'whisper:AGENT_WHISPER': { tell: say('A caller for support.', 'end'), end: ['EndFlowExecution'] },
      },
    });
    centre.available('sam');
    const contactId = centre.dial();
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    centre.send({ kind: 'caller-hangs-up', contactId });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(shelf.records).toMatchObject([{ Agent: null, AgentConnectionAttempts: 1, Recordings: null }]);
    expect(shelf.kindsOf(contactId)).not.toContain('CONNECTED_TO_AGENT');
  });
  test('is moved to another queue is another contact from then on, and each has a record', async () => {
    const { centre, shelf } = open({
      queues: [{ id: 'support' }, { id: 'orders' }],
      flows: {
        main: {
          hook: ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'wait' } }, { next: 'record' }],
          ...main,
        },
        'wait:CUSTOMER_QUEUE': movesToOrders,
      },
    });
    const contactId = centre.dial();
    await centre.driver.advanceBy(6_000);
    centre.send({ kind: 'caller-hangs-up', contactId });
    const [first, second] = shelf.records;
    expect(first).toMatchObject({
      ContactId: contactId,
      NextContactId: second?.ContactId,
      Queue: { Name: 'support', Duration: 5 },
      DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
      Attributes: { customerId: 'c-1001' },
    });
    expect(second).toMatchObject({
      InitialContactId: contactId,
      PreviousContactId: contactId,
      NextContactId: null,
      InitiationMethod: 'QUEUE_TRANSFER',
      Queue: { Name: 'orders', Duration: 1 },
      DisconnectReason: 'CUSTOMER_DISCONNECT',
    });
    expect(shelf.kindsOf(second?.ContactId ?? '')).toEqual([
      'INITIATED',
      'QUEUED',
      'DISCONNECTED',
      'COMPLETED',
    ]);
  });
});

describe('a task', () => {
  const profiles: CentreOptions['profiles'] = [
    {
      arn: 'arn:agents',
      id: 'agents',
      name: 'agents',
      queues: [{ queueId: 'support', channel: 'TASK', priority: 1, delaySeconds: 0 }],
      concurrency: { TASK: 1 },
    },
  ];
  test('has its name, references and related contact, and no telephone', () => {
    const { centre, shelf } = open({ profiles });
    const caller = centre.dial();
    centre.available('sam');
    centre.send({
      kind: 'start-task',
      flowId: 'task',
      name: 'Call back',
      description: 'At noon',
      references: { order: { Type: 'STRING', Value: '1002' } },
      relatedContactId: caller,
    });
    const contactId = centre.of('task-started')[0]?.contactId ?? '';
    expect(shelf.kindsOf(contactId)).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM', 'QUEUED']);
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(shelf.records).toMatchObject([
      {
        Channel: 'TASK',
        InitiationMethod: 'API',
        RelatedContactId: caller,
        ContactDetails: { Name: 'Call back', Description: 'At noon' },
        References: [{ Name: 'order', Type: 'STRING', Value: '1002' }],
        DisconnectReason: 'AGENT_COMPLETED',
        SystemEndpoint: null,
        MediaStreams: [],
      },
    ]);
  });
  test('that a flow has created says so, and one that is stopped says by whom', () => {
    const { centre, shelf } = open({
      profiles,
      flows: {
        main: {
          task: [
            'CreateTask',
            { ContactFlowId: 'task', Name: 'Look' },
            { next: 'end', errors: { NoMatchingError: 'end' } },
          ],
          end: hangUp,
        },
        task: { ...toQueue('support', 'end'), end: hangUp },
      },
    });
    centre.dial();
    const contactId = centre.of('task-started')[0]?.contactId ?? '';
    centre.send({ kind: 'stop-contact', contactId });
    expect(shelf.records.find(({ ContactId }) => ContactId === contactId)).toMatchObject({
      InitiationMethod: 'FLOW',
      DisconnectReason: 'API',
      Agent: null,
    });
  });
});

describe('a record is written again', () => {
  test('when attributes change after the end, each time with a later time', () => {
    const { centre, shelf } = open();
    const contactId = centre.dial();
    centre.send({ kind: 'set-attributes', contactId, attributes: { during: 'x' } });
    centre.send({ kind: 'caller-hangs-up', contactId });
    for (const after of ['a', 'b']) centre.send({ kind: 'set-attributes', contactId, attributes: { after } });
    expect(shelf.records.map(({ Attributes }) => Attributes)).toEqual([
      { customerId: 'c-1001', during: 'x' },
      { customerId: 'c-1001', during: 'x', after: 'a' },
      { customerId: 'c-1001', during: 'x', after: 'b' },
    ]);
    expect(shelf.records.map(({ LastUpdateTimestamp }) => LastUpdateTimestamp)).toEqual([
      second(0),
      second(1_000),
      second(2_000),
    ]);
    expect(shelf.records[0]?.DisconnectTimestamp).toBe(shelf.records[2]?.DisconnectTimestamp);
    const updates = shelf.events.filter(({ detail }) => detail.eventType === 'CONTACT_DATA_UPDATED');
    expect(updates.map(({ detail }) => detail.updatedProperties)).toEqual(
      Array(4).fill(['UserDefinedAttributes']),
    );
  });
  test('but not while the agent is still at work on it: that record has it all', () => {
    const { centre, shelf } = open();
    centre.available('sam');
    const contactId = centre.dial();
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    centre.send({ kind: 'caller-hangs-up', contactId });
    centre.send({ kind: 'set-attributes', contactId, attributes: { after: 'a' } });
    expect(shelf.records).toEqual([]);
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(shelf.records).toMatchObject([{ Attributes: { after: 'a' } }]);
  });
});
