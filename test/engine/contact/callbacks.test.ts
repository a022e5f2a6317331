/** Callbacks: promised, waiting for their time and place, called, and tried again. */
import { describe, expect, test } from '@jest/globals';
import { describeQueue, openContacts } from '../../../engine/contact/describe.ts';
import { Callbacks, promising } from './calling.ts';
import { CALLER, NUMBER, toQueue } from './centre.ts';

const DAY_MS = 86_400_000;

describe('a callback', () => {
  test('waits for its delay, is offered to an agent, and the customer who answers talks to them', async () => {
    const centre = new Callbacks();
    const contactId = await centre.offered();
    const [created] = centre.of('callback-created');
    expect(created).toMatchObject({ number: CALLER, delayMs: 60_000 });
    expect(centre.record.find(({ effect }) => effect.kind === 'queued')?.atMs).toBe(60_000);
    expect(centre.contact(contactId)).toMatchObject({
      phase: 'queued',
      initiation: 'CALLBACK',
      segments: [{ contactId, previousContactId: created?.fromContactId, initiation: 'CALLBACK' }],
      outward: { kind: 'callback', number: CALLER, state: 'not-called' },
    });
    await centre.accepted(contactId);
    expect(centre.heardBy(contactId, 'agent')).toEqual(['support']);
    expect(centre.of('customer-dialled')).toEqual([
      {
        kind: 'customer-dialled',
        contactId,
        number: CALLER,
        callerNumber: '+12025550111',
        withinMs: 60_000,
      },
    ]);
    expect(centre.heardBy(contactId, 'customer')).toEqual([]);
    centre.called(contactId, 'answers');
    expect(centre.heardBy(contactId, 'customer')).toEqual(['This call is not being recorded.']);
    await centre.driver.advanceBy(5_000);
    expect(centre.contact(contactId)).toMatchObject({ phase: 'connected' });
    expect(centre.at('sam')).toMatchObject({ contactId, state: 'connected', callerNumber: CALLER });
    centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    expect(centre.contact(contactId)).toMatchObject({ phase: 'ended', reason: 'AGENT_DISCONNECT' });
    expect(centre.at('sam')?.state).toBe('after-contact-work');
  });
  test('goes to the number that the caller has keyed, with the attributes of the call', async () => {
    const { queue, ...rest } = promising();
    const centre = new Callbacks({
      flows: {
        main: {
          note: ['UpdateContactAttributes', { Attributes: { other: '+12025550144' } }, { next: 'number' }],
          number: [
            'UpdateContactCallbackNumber',
            { CallbackNumber: '$.Attributes.other' },
            { next: 'queue' },
          ],
          queue: queue ?? ['EndFlowExecution'],
          ...rest,
        },
      },
    });
    const contactId = await centre.ringing();
    expect(centre.of('customer-dialled')).toMatchObject([{ number: '+12025550144' }]);
    expect(centre.contact(contactId)).toMatchObject({ attributes: { other: '+12025550144' } });
  });
  test('shows the number of the block before that of the queue, and the number dialled where neither is set', async () => {
    const own = new Callbacks({ flows: { main: promising({ CallerId: '+12025550199' }) } });
    await own.ringing();
    expect(own.of('customer-dialled')).toMatchObject([{ callerNumber: '+12025550199' }]);
    const none = new Callbacks({ queues: [{ id: 'support' }] });
    await none.ringing();
    expect(none.of('customer-dialled')).toMatchObject([{ callerNumber: NUMBER }]);
  });
  test('keeps the place of the call in which it was promised', async () => {
    const centre = new Callbacks({
      flows: {
        main: {
          wait: [
            'DistributeByPercentage',
            {},
            { next: 'set-queue', errors: { NoMatchingCondition: 'set-queue' } },
          ],
          ...toQueue('support', 'end'),
          end: ['DisconnectParticipant'],
        },
        later: promising(),
      },
    });
    centre.send({ kind: 'dial', to: NUMBER, from: '+12025550144', playback: 'estimated', flowId: 'later' });
    await centre.driver.advanceBy(30_000);
    const caller = centre.dial();
    await centre.driver.advanceBy(40_000);
    expect(describeQueue(centre.world, 'support')?.contactIds[0]).toBe(caller);
    centre.available('sam');
    expect(centre.of('offered')[0]?.contactId).toBe(centre.of('callback-created')[0]?.contactId);
  });
  test('runs its own flow at once, which may send it to another queue with a priority of its own', async () => {
    const centre = new Callbacks({
      queues: [{ id: 'support' }, { id: 'orders' }],
      flows: {
        main: promising({ ContactFlowId: 'prepare' }),
        prepare: {
          first: ['UpdateContactRoutingBehavior', { QueuePriority: '1' }, { next: 'loud' }],
          loud: [
            'MessageParticipant',
            { Text: 'Nobody hears this.' },
            { next: 'end', errors: { NoMatchingError: 'set-queue' } },
          ],
          ...toQueue('orders', 'end'),
          end: ['DisconnectParticipant'],
        },
      },
    });
    const contactId = await centre.promised();
    expect(centre.of('callback-created')).toMatchObject([{ delayMs: 0 }]);
    expect(centre.heardBy(contactId, 'customer')).toEqual([]);
    expect(describeQueue(centre.world, 'orders')?.contactIds).toEqual([contactId]);
    centre.available('sam');
    expect(centre.at('sam')).toMatchObject({ contactId, priority: 1, queueName: 'orders' });
  });
  test('is over when its own flow does not queue it', async () => {
    const centre = new Callbacks({
      flows: {
        main: promising({ ContactFlowId: 'prepare' }),
        prepare: { end: ['DisconnectParticipant'] },
      },
    });
    const contactId = await centre.promised();
    expect(centre.contact(contactId)).toMatchObject({ phase: 'ended', reason: 'CONTACT_FLOW_DISCONNECT' });
  });
  test('is given up when no agent takes it for seven days', async () => {
    const centre = new Callbacks();
    const contactId = await centre.promised();
    await centre.driver.advanceBy(7 * DAY_MS - 20_000);
    expect(centre.contact(contactId)?.phase).toBe('queued');
    await centre.driver.advanceBy(10_000);
    expect(centre.contact(contactId)).toMatchObject({ phase: 'ended', reason: 'OTHER' });
    expect(openContacts(centre.world)).toEqual([]);
  });
  test('is stopped by the API while it waits for its time, and while it rings', async () => {
    const centre = new Callbacks();
    const waiting = await centre.promised();
    centre.send({ kind: 'stop-contact', contactId: waiting });
    expect(centre.contact(waiting)?.phase).toBe('ended');
    const ringing = await centre.ringing();
    centre.send({ kind: 'stop-contact', contactId: ringing });
    expect(centre.at('sam')).toBeUndefined();
    await centre.driver.advanceBy(DAY_MS);
    expect(centre.of('queued')).toHaveLength(1);
  });
});

describe('an agent to whom a callback is offered', () => {
  test('and who misses it leaves it to the next one', async () => {
    const centre = new Callbacks();
    const contactId = await centre.offered();
    centre.available('robin');
    await centre.driver.advanceBy(20_000);
    expect(centre.at('sam')?.state).toBe('missed');
    expect(centre.at('robin')).toMatchObject({ contactId, state: 'ringing' });
    expect(centre.of('customer-dialled')).toEqual([]);
  });
  test('and who leaves during the whisper puts it back into its place', async () => {
    const centre = new Callbacks();
    const contactId = await centre.offered();
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    expect(centre.contact(contactId)?.phase).toBe('queued');
    centre.available('robin');
    expect(centre.at('robin')).toMatchObject({ contactId, state: 'ringing' });
  });
  test.each(['agent-hangs-up', 'agent-vanishes'] as const)(
    'and does %j while the telephone rings has tried once',
    async (kind) => {
      const centre = new Callbacks();
      const contactId = await centre.ringing();
      centre.send(kind === 'agent-vanishes' ? { kind, userId: 'sam' } : { kind, userId: 'sam', contactId });
      expect(centre.contact(contactId)).toMatchObject({ phase: 'scheduled' });
      expect(centre.at('sam')).toBeUndefined();
      expect(() => centre.called(contactId, 'answers')).toThrow("no customer's telephone rings");
    },
  );
});

describe('no callback is promised', () => {
  const heard = async (centre: Callbacks, from?: string): Promise<string[]> => {
    centre.send({ kind: 'dial', to: NUMBER, playback: 'estimated', ...(from === undefined ? {} : { from }) });
    await centre.driver.advanceBy(10_000);
    return centre.heard();
  };
  test.each([
    ['the queue is full', { queues: [{ id: 'support', maxContacts: 0 }] }],
    ['the queue is disabled', { queues: [{ id: 'support', enabled: false }] }],
    ['its flow does not exist', { flows: { main: promising({ ContactFlowId: 'nothing' }) } }],
    [
      'its flow is of another type',
      {
        flows: {
          main: promising({ ContactFlowId: 'wait' }),
          'wait:CUSTOMER_QUEUE': { end: ['EndFlowExecution'] as const },
        },
      },
    ],
    ['its queue does not exist', { flows: { main: promising({ QueueId: 'nothing' }) } }],
    ['its agent does not exist', { flows: { main: promising({ AgentId: 'nobody' }) } }],
    [
      'no queue is set',
      {
        flows: {
          main: { ...promising(), queue: ['Loop', { LoopCount: '0' }, { next: 'promise' }] as const },
        },
      },
    ],
  ])('where %s', async (_why, options) => {
    const centre = new Callbacks(options);
    expect(await heard(centre, CALLER)).toEqual(['Please call again.']);
    expect(centre.of('callback-created')).toEqual([]);
  });
  test('where the number is withheld', async () => {
    const centre = new Callbacks();
    expect(await heard(centre)).toEqual(['Please call again.']);
  });
});
