/** Transfers to queues, and from agent to agent as often as a chain allows. */
import { describe, expect, test } from '@jest/globals';
import { describeAgent, describeQueue, openContacts } from '../../../engine/contact/describe.ts';
import { CHAIN_CONTACTS_MAX } from '../../../engine/limits.ts';
import { talking } from './talking.ts';

describe('a transfer to a queue', () => {
  test('lets the agent wait in it, hear the queue flow, and talk to who answers', async () => {
    const call = await talking();
    const legId = call.consults('q-orders');
    expect(call.hears(legId, 'transferrer')).toEqual(['Transferring now.']);
    call.centre.send({ kind: 'agent-sets-status', userId: 'robin', status: 'Lunch' });
    await call.centre.driver.advanceBy(3000);
    expect(call.hears(legId, 'transferrer')[1]).toContain('Thank you for waiting');
    expect(describeQueue(call.centre.world, 'orders')?.contactIds).toEqual([legId]);
    call.centre.available('robin');
    await call.accepts('robin', legId);
    expect(call.leg(legId)).toMatchObject({
      phase: 'connected',
      queue: { id: 'orders' },
      initiation: 'TRANSFER',
    });
  });
  test('that the agent leaves puts the caller there, in the middle of what the queue flow says', async () => {
    const call = await talking();
    const legId = call.consults('q-orders');
    call.centre.send({ kind: 'agent-sets-status', userId: 'robin', status: 'Lunch' });
    await call.centre.driver.advanceBy(3000);
    call.sends('agent-hangs-up');
    expect(call.centre.of('prompt-stopped').at(-1)).toMatchObject({ contactId: legId, party: 'transferrer' });
    expect(call.hears(call.contactId, 'customer').at(-1)).toContain('Thank you for waiting');
    expect(describeQueue(call.centre.world, 'orders')?.contactIds).toEqual([call.contactId]);
    expect(call.centre.of('transferred')).toMatchObject([{ queueName: 'orders' }]);
    await call.centre.driver.advanceBy(70_000);
    call.centre.available('robin');
    await call.accepts('robin', call.contactId);
    expect(call.caller()).toMatchObject({ phase: 'connected', agent: { username: 'robin' } });
  });
  test.each([
    ['is closed', { nowMs: Date.UTC(2026, 2, 2, 23) }, 'This queue is closed at present.'],
    [
      'is full',
      { queues: [{ id: 'support' }, { id: 'orders', maxContacts: 0 }] },
      'This queue is full at present.',
    ],
    [
      'is disabled',
      { queues: [{ id: 'support' }, { id: 'orders', enabled: false }] },
      'This queue is full at present.',
    ],
  ])('that %s is told to the agent, who still has the caller', async (_title, options, words) => {
    const call = await talking(options);
    const legId = call.consults('q-orders');
    await call.centre.driver.advanceBy(10_000);
    expect(call.hears(legId, 'transferrer').at(-1)).toBe(words);
    expect(call.leg(legId)).toMatchObject({ phase: 'ended', reason: 'CONTACT_FLOW_DISCONNECT' });
    expect(call.caller()).toMatchObject({ phase: 'connected', agent: { username: 'sam' } });
  });
  test('in which nobody works is told to the agent', async () => {
    const call = await talking({}, []);
    const legId = call.consults('q-orders');
    await call.centre.driver.advanceBy(10_000);
    expect(call.hears(legId, 'transferrer')).toEqual(['Nobody works for this queue at present.']);
  });
});

describe('a chain of transfers', () => {
  test(`ends at ${CHAIN_CONTACTS_MAX} contacts, each with the one before it`, async () => {
    const call = await talking({
      quickConnects: [
        { arn: 'a', id: 'sam', name: 'sam', kind: 'agent', userId: 'sam' },
        { arn: 'b', id: 'robin', name: 'robin', kind: 'agent', userId: 'robin' },
      ],
    });
    let [has, next] = ['sam', 'robin'];
    for (let contacts = 1; contacts < CHAIN_CONTACTS_MAX; contacts += 1) {
      const to = { quickConnectId: next };
      call.centre.send({ kind: 'agent-transfers', userId: has, contactId: call.contactId, to });
      await call.centre.driver.advanceBy(3000);
      await call.accepts(next, call.contactId);
      [has, next] = [next, has];
    }
    expect(call.caller()?.segments).toHaveLength(CHAIN_CONTACTS_MAX);
    const again = {
      kind: 'agent-transfers',
      userId: has,
      contactId: call.contactId,
      to: { quickConnectId: next },
    } as const;
    expect(() => call.centre.send(again)).toThrow(`at most ${CHAIN_CONTACTS_MAX} contacts`);
    expect(describeAgent(call.centre.world, has)?.contacts).toHaveLength(1);
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect(openContacts(call.centre.world)).toEqual([]);
  });
});
