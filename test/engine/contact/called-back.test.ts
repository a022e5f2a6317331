/** Customers who are called back: they answer, or do not, and hear the outbound whisper first. */
import { describe, expect, test } from '@jest/globals';
import { openContacts } from '../../../engine/contact/describe.ts';
import { Callbacks, promising } from './calling.ts';
import { say, toQueue } from './centre.ts';

describe('a customer who is called back', () => {
  test('and does not answer is called as often as the block says, each time as a new contact', async () => {
    const centre = new Callbacks();
    const contactId = await centre.ringing();
    await centre.driver.advanceBy(60_000);
    expect(centre.of('segment-started')).toMatchObject([{ contactId, initiation: 'CALLBACK' }]);
    expect(centre.contact(contactId)).toMatchObject({ phase: 'scheduled', initiation: 'CALLBACK' });
    expect(centre.at('sam')).toBeUndefined();
    await centre.driver.advanceBy(600_000);
    expect(centre.at('sam')).toMatchObject({ contactId, state: 'ringing' });
    await centre.accepted(contactId);
    centre.called(contactId, 'no-answer');
    expect(centre.contact(contactId)).toMatchObject({ phase: 'ended', reason: 'TELECOM_UNANSWERED' });
    expect(centre.contact(contactId)?.segments).toHaveLength(2);
    expect(centre.at('sam')).toBeUndefined();
    expect(centre.of('customer-dialled')).toHaveLength(2);
  });
  test.each([
    ['busy', 'TELECOM_BUSY'],
    ['refused', 'TELECOM_NUMBER_INVALID'],
  ] as const)(
    'and whose number is %s is not called again, and the agent is free',
    async (outcome, reason) => {
      const centre = new Callbacks();
      const contactId = await centre.ringing();
      centre.called(contactId, outcome);
      expect(centre.contact(contactId)).toMatchObject({ phase: 'ended', reason });
      expect(centre.at('sam')).toBeUndefined();
      expect(openContacts(centre.world)).toEqual([]);
    },
  );
  test('is not called again after seven days', async () => {
    const centre = new Callbacks({
      flows: { main: promising({ MaximumConnectionAttempts: '9', RetryDelaySeconds: '259200' }) },
    });
    const contactId = await centre.ringing();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      centre.called(contactId, 'no-answer');
      await centre.driver.advanceBy(259_200_000);
      await centre.accepted(contactId);
    }
    centre.called(contactId, 'no-answer');
    expect(centre.contact(contactId)).toMatchObject({ phase: 'ended', reason: 'TELECOM_UNANSWERED' });
  });
  test('and hangs up at once leaves the agent with after contact work', async () => {
    const centre = new Callbacks();
    const contactId = await centre.ringing();
    centre.called(contactId, 'answers');
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(centre.contact(contactId)).toMatchObject({ phase: 'ended', reason: 'CUSTOMER_DISCONNECT' });
    expect(centre.at('sam')?.state).toBe('after-contact-work');
    expect(centre.of('segment-started')).toEqual([]);
  });
  test('and whose machine answers is connected all the same', async () => {
    const centre = new Callbacks();
    const contactId = await centre.ringing();
    centre.called(contactId, 'answers', { by: 'machine-beep' });
    await centre.driver.advanceBy(5_000);
    expect(centre.contact(contactId)).toMatchObject({
      phase: 'connected',
      outward: { answeredBy: 'machine-beep' },
    });
  });
  test('and is left by an agent during the outbound whisper hears the disconnect flow', async () => {
    const centre = new Callbacks({
      flows: {
        main: promising({ ContactFlowId: 'prepare' }),
        prepare: {
          hook: [
            'UpdateContactEventHooks',
            { EventHooks: { CustomerRemaining: 'bye' } },
            { next: 'set-queue' },
          ],
          ...toQueue('support', 'end'),
          end: ['DisconnectParticipant'],
        },
        bye: { thanks: say('Goodbye.', 'end'), end: ['DisconnectParticipant'] },
      },
    });
    const contactId = await centre.promised();
    centre.available('sam');
    await centre.accepted(contactId);
    centre.called(contactId, 'answers');
    centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    await centre.driver.advanceBy(5_000);
    expect(centre.heardBy(contactId, 'customer').at(-1)).toBe('Goodbye.');
    expect(centre.contact(contactId)).toMatchObject({ phase: 'ended', reason: 'AGENT_DISCONNECT' });
  });
  test('can press no key and hang up nothing before having answered', async () => {
    const centre = new Callbacks();
    const contactId = await centre.promised();
    expect(() => centre.press(contactId, '1')).toThrow('is not on the line');
    expect(() => centre.send({ kind: 'caller-hangs-up', contactId })).toThrow('is not on the line');
    expect(() => centre.called(contactId, 'answers')).toThrow("no customer's telephone rings");
    expect(() => centre.called('nobody', 'answers')).toThrow("there is no contact 'nobody'");
  });
});

describe('the outbound whisper of a queue', () => {
  test('does its work before it dials, and dials at its first words', async () => {
    const centre = new Callbacks({
      queues: [{ id: 'support', outboundFlowId: 'out' }],
      flows: {
        'out:OUTBOUND_WHISPER': {
          note: ['UpdateContactAttributes', { Attributes: { note: 'before' } }, { next: 'hello' }],
          hello: say('Larkfield Supplies calls.', 'more'),
          more: say('An agent will talk to you.', 'end'),
          end: ['EndFlowExecution'],
        },
      },
    });
    const contactId = await centre.ringing();
    expect(centre.contact(contactId)).toMatchObject({ phase: 'calling', attributes: { note: 'before' } });
    centre.called(contactId, 'answers');
    await centre.driver.advanceBy(10_000);
    expect(centre.heardBy(contactId, 'customer')).toEqual([
      'Larkfield Supplies calls.',
      'An agent will talk to you.',
    ]);
    expect(centre.contact(contactId)?.phase).toBe('connected');
  });
  test('dials where it says so, from a number and for a time of its own', async () => {
    const centre = new Callbacks({
      queues: [{ id: 'support', outboundFlowId: 'out' }],
      flows: {
        'out:OUTBOUND_WHISPER': {
          dial: [
            'CompleteOutboundCall',
            { CallerId: { Number: '+12025550188' }, ConnectionTimeLimitSeconds: '20' },
            { next: 'end' },
          ],
          end: ['EndFlowExecution'],
        },
      },
    });
    const contactId = await centre.ringing();
    expect(centre.of('customer-dialled')).toMatchObject([{ callerNumber: '+12025550188', withinMs: 20_000 }]);
    centre.called(contactId, 'answers');
    expect(centre.contact(contactId)?.phase).toBe('connected');
    expect(centre.heardBy(contactId, 'customer')).toEqual([]);
  });
  test('that says nothing dials at its end', async () => {
    const centre = new Callbacks({
      queues: [{ id: 'support', outboundFlowId: 'out' }],
      flows: { 'out:OUTBOUND_WHISPER': { end: ['EndFlowExecution'] } },
    });
    const contactId = await centre.ringing();
    expect(centre.contact(contactId)?.phase).toBe('calling');
    centre.called(contactId, 'answers');
    expect(centre.contact(contactId)?.phase).toBe('connected');
  });
});
