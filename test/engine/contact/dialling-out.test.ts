/** Calls that agents make from their desks. */
import { describe, expect, test } from '@jest/globals';
import { describeAgent } from '../../../engine/contact/describe.ts';
import { CUSTOMER, Outgoing } from './outgoing.ts';

describe('an agent who dials', () => {
  test('talks to who answers after the outbound whisper, and has after contact work', async () => {
    const centre = new Outgoing();
    centre.available('sam');
    const contactId = centre.dials();
    expect(centre.at('sam')).toMatchObject({ contactId, state: 'connecting', callerNumber: CUSTOMER });
    centre.called(contactId, 'answers');
    expect(centre.heardBy(contactId, 'customer')).toEqual(['This call is not being recorded.']);
    await centre.driver.advanceBy(5_000);
    expect(centre.contact(contactId)).toMatchObject({ phase: 'connected', initiation: 'OUTBOUND' });
    centre.send({ kind: 'caller-hangs-up', contactId });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(centre.shelf.records).toMatchObject([
      { InitiationMethod: 'OUTBOUND', Agent: { Username: 'sam' }, DisconnectReason: 'CUSTOMER_DISCONNECT' },
    ]);
  });
  test('may be Offline, and gets no other call meanwhile', async () => {
    const centre = new Outgoing();
    centre.send({ kind: 'agent-signs-in', userId: 'sam' });
    centre.dials();
    centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Available' });
    const waiting = centre.starts({ flowId: 'to-queue' });
    centre.called(waiting, 'answers');
    await centre.driver.advanceBy(5_000);
    expect(centre.contact(waiting)?.phase).toBe('queued');
    expect(describeAgent(centre.world, 'sam')?.contacts).toHaveLength(1);
  });
  test.each(['busy', 'no-answer', 'refused'] as const)(
    'and reaches nobody, for %s, is free at once',
    (outcome) => {
      const centre = new Outgoing();
      centre.available('sam');
      const contactId = centre.dials();
      centre.called(contactId, outcome);
      expect(centre.at('sam')).toBeUndefined();
      expect(centre.contact(contactId)?.phase).toBe('ended');
    },
  );
  test('and hangs up while it rings is free at once', () => {
    const centre = new Outgoing();
    centre.available('sam');
    const contactId = centre.dials();
    centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    expect(centre.contact(contactId)).toMatchObject({ phase: 'ended', reason: 'AGENT_DISCONNECT' });
    expect(centre.at('sam')).toBeUndefined();
  });
  test('calls nobody without the permission to', () => {
    const centre = new Outgoing({ users: [{ id: 'sam', mayCallOut: false }] });
    centre.available('sam');
    expect(() => centre.dials()).toThrow('has the permission OutboundCallAccess');
    expect(centre.of('call-started')).toEqual([]);
  });
  test('calls nobody while another call is there, abroad, or for no queue', async () => {
    const centre = new Outgoing();
    expect(() => centre.dials()).toThrow('is not signed in');
    centre.available('sam');
    expect(() => centre.dials({ to: '+390612345' })).toThrow('may not call');
    expect(() => centre.dials({ queueId: 'nothing' })).toThrow("there is no queue 'nothing'");
    expect(() => centre.send({ kind: 'agent-dials', userId: 'sam', to: CUSTOMER })).toThrow(
      'there is no queue',
    );
    centre.dials();
    expect(() => centre.dials()).toThrow('has a call');
    centre.send({ kind: 'agent-hangs-up', userId: 'sam', contactId: centre.at('sam')?.contactId ?? '' });
    const missed = centre.starts({ flowId: 'to-queue' });
    centre.called(missed, 'answers');
    await centre.driver.advanceBy(30_000);
    expect(centre.at('sam')?.state).toBe('missed');
    expect(() => centre.dials()).toThrow('one to clear');
    expect(centre.of('call-started')).toHaveLength(2);
  });
});
