/** Transfers to agents: what each party hears, where everybody is, and what happens when somebody leaves. */
import { describe, expect, test } from '@jest/globals';
import { describeQueue, openContacts } from '../../../engine/contact/describe.ts';
import { hangUp, say } from './centre.ts';
import { straight, talking } from './talking.ts';

const HOOK = (event: string, flow: string, next: string) =>
  ['UpdateContactEventHooks', { EventHooks: { [event]: flow } }, { next }] as const;
const goodbye = {
  main: { remaining: HOOK('CustomerRemaining', 'bye', 'set-queue'), ...straight },
  bye: { thanks: say('Goodbye.', 'end'), end: hangUp },
};

describe('an agent who consults another', () => {
  test('hears the transfer flow while the caller hears hold music, then talks to the other alone', async () => {
    const call = await talking();
    const legId = call.consults('q-robin');
    expect(call.hears(legId, 'transferrer')).toEqual(['Transferring now.']);
    expect(call.hears(call.contactId, 'customer').at(-1)).toBe('HoldMusic.wav');
    await call.centre.driver.advanceBy(3000);
    expect(call.at('robin')).toMatchObject({ contactId: legId, state: 'ringing', queueName: 'robin' });
    expect(call.at('sam')?.parties?.transfer).toMatchObject({
      name: 'Robin',
      phase: 'queued',
      agent: { username: 'robin', state: 'ringing' },
    });
    await call.accepts('robin', legId);
    expect(call.hears(legId, 'agent')).toEqual(['robin']);
    expect(call.hears(legId, 'transferrer').at(-1)).toBe('Beep.wav');
    expect(call.leg(legId)).toMatchObject({ phase: 'connected', parties: { transferOf: call.contactId } });
    expect(call.caller()).toMatchObject({
      phase: 'connected',
      agent: { username: 'sam' },
      holds: { count: 1 },
    });
    expect(call.caller()?.holds?.sinceMs).toBeDefined();
    expect(call.at('sam')?.parties?.conference).toBeUndefined();
  });
  test('leaves, and the caller goes on with the other in a contact that follows the first', async () => {
    const call = await talking();
    const first = call.caller()?.segmentId;
    const legId = call.consults('q-robin');
    await call.centre.driver.advanceBy(3000);
    await call.accepts('robin', legId);
    call.sends('agent-hangs-up');
    expect(call.caller()).toMatchObject({
      contactId: call.contactId,
      segmentId: legId,
      initiation: 'TRANSFER',
      phase: 'connected',
      agent: { username: 'robin', state: 'connected' },
      segments: [
        { contactId: first, initiation: 'INBOUND' },
        { contactId: legId, previousContactId: first, initiation: 'TRANSFER' },
      ],
    });
    expect(call.at('sam')).toMatchObject({ contactId: call.contactId, state: 'after-contact-work' });
    expect(call.centre.of('transferred')).toMatchObject([{ legId, userId: 'sam', byUserId: 'robin' }]);
    call.centre.send({ kind: 'agent-clears', userId: 'sam', contactId: call.contactId });
    expect(call.centre.of('segment-completed')).toEqual([
      { kind: 'segment-completed', contactId: call.contactId, segmentId: first },
    ]);
    expect(call.centre.of('contact-completed')).toEqual([]);
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect(call.centre.of('contact-ended')).toMatchObject([
      { contactId: call.contactId, reason: 'CUSTOMER_DISCONNECT' },
    ]);
    call.centre.send({ kind: 'agent-clears', userId: 'robin', contactId: legId });
    expect(call.centre.of('contact-completed')).toHaveLength(1);
  });
  test('gives the transfer a copy of the attributes, and what either is given later is its own', async () => {
    const call = await talking();
    call.centre.send({ kind: 'set-attributes', contactId: call.contactId, attributes: { topic: 'order' } });
    const legId = call.consults('q-robin');
    call.centre.send({ kind: 'set-attributes', contactId: legId, attributes: { topic: 'refund' } });
    expect([call.caller()?.attributes, call.leg(legId)?.attributes]).toEqual([
      { topic: 'order' },
      { topic: 'refund' },
    ]);
    await call.centre.driver.advanceBy(3000);
    await call.accepts('robin', legId);
    call.sends('agent-hangs-up');
    expect(call.caller()?.attributes).toEqual({ topic: 'refund' });
  });
  test('swaps, joins and lets go: somebody waits on hold, then nobody, then only the caller is there', async () => {
    const call = await talking();
    const legId = call.consults('q-robin');
    await call.centre.driver.advanceBy(3000);
    await call.accepts('robin', legId);
    const waiting = () =>
      [call.caller()?.holds?.sinceMs, call.leg(legId)?.holds?.sinceMs].map((at) => at !== undefined);
    expect(waiting()).toEqual([true, false]);
    call.sends('agent-swaps');
    expect(waiting()).toEqual([false, true]);
    expect(call.hears(legId, 'agent').at(-1)).toBe('HoldMusic.wav');
    call.sends('agent-swaps');
    expect(waiting()).toEqual([true, false]);
    call.sends('agent-conferences');
    expect(waiting()).toEqual([false, false]);
    expect(call.at('sam')?.parties?.conference).toBe(true);
    expect(() => call.sends('agent-conferences')).toThrow('talk already');
    expect(() => call.sends('agent-swaps')).toThrow('neither is on hold');
    call.sends('agent-drops');
    expect(call.leg(legId)).toMatchObject({ phase: 'ended', reason: 'AGENT_DISCONNECT' });
    expect(call.at('robin')?.state).toBe('after-contact-work');
    expect(call.caller()).toMatchObject({ phase: 'connected', agent: { username: 'sam' } });
    expect(call.at('sam')?.parties).toBeUndefined();
  });
  test('and is put on hold by the other, hears what callers on hold hear', async () => {
    const call = await talking();
    const legId = call.consults('q-robin');
    await call.centre.driver.advanceBy(3000);
    await call.accepts('robin', legId);
    call.centre.send({ kind: 'agent-holds', userId: 'robin', contactId: legId });
    expect(call.hears(legId, 'transferrer').at(-1)).toBe('HoldMusic.wav');
    expect(() => call.centre.send({ kind: 'agent-holds', userId: 'sam', contactId: legId })).toThrow(
      'on hold already',
    );
    call.sends('agent-hangs-up');
    // The caller takes the agent's place, and hears the rest of the music.
    expect(call.hears(call.contactId, 'customer').at(-1)).toBe('HoldMusic.wav');
    call.centre.send({ kind: 'agent-resumes', userId: 'robin', contactId: call.contactId });
    expect(call.caller()?.holds).toEqual({ count: 1, totalMs: 0, longestMs: 0 });
  });
});

describe('a transfer fails', () => {
  test.each([
    ['who is not there', []],
    ['who is not available', ['robin:Lunch']],
  ])('to an agent %s, and the caller is still with the first', async (_title, here) => {
    const call = await talking({}, []);
    for (const one of here) {
      const [userId = '', status = ''] = one.split(':');
      call.centre.send({ kind: 'agent-signs-in', userId });
      call.centre.send({ kind: 'agent-sets-status', userId, status });
    }
    const legId = call.consults('q-robin');
    await call.centre.driver.advanceBy(3000);
    expect(call.leg(legId)).toMatchObject({ phase: 'ended', reason: 'OTHER' });
    expect(call.caller()).toMatchObject({ phase: 'connected', agent: { username: 'sam' } });
    expect(call.at('sam')?.parties).toBeUndefined();
    call.sends('agent-resumes');
  });
  test('to an agent who has another call', async () => {
    const call = await talking({ flows: { main: straight } });
    const other = call.consults('q-orders');
    await call.centre.driver.advanceBy(3000);
    await call.accepts('robin', other);
    call.sends('agent-hangs-up');
    const second = call.centre.dial();
    call.centre.send({ kind: 'agent-clears', userId: 'sam', contactId: call.contactId });
    call.centre.send({ kind: 'agent-accepts', userId: 'sam', contactId: second });
    await call.centre.driver.advanceBy(5000);
    call.centre.send({
      kind: 'agent-consults',
      userId: 'sam',
      contactId: second,
      to: { quickConnectId: 'q-robin' },
    });
    await call.centre.driver.advanceBy(3000);
    expect(call.centre.of('contact-ended').at(-1)).toMatchObject({ reason: 'OTHER' });
    expect(call.at('robin')?.contactId).toBe(call.contactId);
  });
  test.each([
    ['misses it', (call: Awaited<ReturnType<typeof talking>>) => call.centre.driver.advanceBy(20_000)],
    [
      'rejects it',
      async (call: Awaited<ReturnType<typeof talking>>) =>
        call.centre.send({
          kind: 'agent-rejects',
          userId: 'robin',
          contactId: call.at('robin')?.contactId ?? '',
        }),
    ],
    [
      'vanishes',
      async (call: Awaited<ReturnType<typeof talking>>) =>
        call.centre.send({ kind: 'agent-vanishes', userId: 'robin' }),
    ],
  ])('when the agent %s', async (_title, act) => {
    const call = await talking();
    const legId = call.consults('q-robin');
    await call.centre.driver.advanceBy(3000);
    await act(call);
    expect(call.leg(legId)?.phase).toBe('ended');
    expect(describeQueue(call.centre.world, 'agent/robin')?.contactIds).toEqual([]);
    expect(call.caller()).toMatchObject({ phase: 'connected', agent: { username: 'sam' } });
  });
  test('after the first agent has left, and the caller is told and hears the disconnect flow', async () => {
    for (const [flows, words] of [
      [{ main: straight }, 'Your call could not be put through. Goodbye.'],
      [goodbye, 'Goodbye.'],
    ] as const) {
      const call = await talking({ flows });
      call.transfers('q-robin');
      await call.centre.driver.advanceBy(3000);
      expect(call.at('robin')?.state).toBe('ringing');
      await call.centre.driver.advanceBy(60_000);
      expect(call.hears(call.contactId, 'customer').slice(-2)).toEqual(['Transferring now.', words]);
      expect(call.caller()).toMatchObject({ phase: 'ended', reason: 'OTHER' });
      expect(openContacts(call.centre.world)).toEqual([]);
    }
  });
  test('as the caller hangs up before somebody answers, everything ends', async () => {
    const call = await talking();
    const legId = call.consults('q-robin');
    await call.centre.driver.advanceBy(3000);
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect([call.caller()?.phase, call.leg(legId)?.phase]).toEqual(['ended', 'ended']);
    expect(call.at('robin')).toBeUndefined();
    expect(call.at('sam')?.state).toBe('after-contact-work');
  });
});

describe('after contact work', () => {
  test('of the agent for whom a transfer is ends by it', async () => {
    const call = await talking();
    for (const turn of [1, 2]) {
      const legId = call.consults('q-robin');
      await call.centre.driver.advanceBy(3000);
      expect([turn, call.at('robin')]).toMatchObject([turn, { contactId: legId, state: 'ringing' }]);
      await call.accepts('robin', legId);
      call.centre.send({ kind: 'agent-hangs-up', userId: 'robin', contactId: legId });
      expect(call.at('robin')?.state).toBe('after-contact-work');
    }
  });
});

describe('a caller who hangs up while the agents talk', () => {
  test.each(['sam', 'robin'])('leaves them talking until %s hangs up too', async (userId) => {
    const call = await talking();
    const legId = call.consults('q-robin');
    await call.centre.driver.advanceBy(3000);
    await call.accepts('robin', legId);
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect(call.caller()?.phase).toBe('ended');
    expect([call.at('sam')?.state, call.at('robin')?.state]).toEqual(['connected', 'connected']);
    for (const kind of ['agent-holds', 'agent-swaps', 'agent-conferences'] as const)
      expect(() => call.sends(kind)).toThrow('has hung up');
    call.centre.send({
      kind: 'agent-hangs-up',
      userId,
      contactId: userId === 'sam' ? call.contactId : legId,
    });
    expect(call.leg(legId)?.phase).toBe('ended');
    for (const one of ['sam', 'robin']) {
      expect(call.at(one)?.state).toBe('after-contact-work');
      call.centre.send({ kind: 'agent-clears', userId: one, contactId: call.at(one)?.contactId ?? '' });
    }
    expect(call.centre.of('contact-completed')).toHaveLength(2);
  });
});
