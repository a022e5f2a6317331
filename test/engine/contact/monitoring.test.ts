/** Supervisors who listen, join and step out, and who hears whom in every conversation. */
import { describe, expect, test } from '@jest/globals';
import { describeAgent } from '../../../engine/contact/describe.ts';
import { describeHearing } from '../../../engine/contact/describe-hearing.ts';
import { straight, talking } from './talking.ts';

async function monitored() {
  const call = await talking({}, ['robin', 'alex']);
  return {
    ...call,
    acts: (kind: 'monitors' | 'barges' | 'listens' | 'leaves', userId = 'alex') =>
      call.centre.send({ kind: `supervisor-${kind}`, userId, contactId: call.contactId }),
    hearing: () => describeHearing(call.centre.world, call.contactId),
    monitors: (userId = 'alex') => call.centre.world.agents.get(userId)?.monitoring !== undefined,
  };
}

describe('a supervisor', () => {
  test('hears both and is heard by nobody, then by everybody, then by nobody again', async () => {
    const call = await monitored();
    expect(call.hearing()).toEqual({ caller: ['sam'], sam: ['caller'] });
    call.acts('monitors');
    expect(call.hearing()).toEqual({ caller: ['sam'], sam: ['caller'], alex: ['caller', 'sam'] });
    const [own] = call.centre.of('monitor-started');
    expect(describeHearing(call.centre.world, own?.contactId ?? '')).toEqual(call.hearing());
    call.acts('barges');
    expect(call.hearing()).toEqual({
      caller: ['sam', 'alex'],
      sam: ['caller', 'alex'],
      alex: ['caller', 'sam'],
    });
    call.acts('listens');
    expect(call.hearing()).toMatchObject({ caller: ['sam'], alex: ['caller', 'sam'] });
    call.acts('leaves');
    expect(call.hearing()).toEqual({ caller: ['sam'], sam: ['caller'] });
    expect(call.centre.of('monitored').map(({ mode }) => mode)).toEqual([
      'SILENT_MONITOR',
      'BARGE',
      'SILENT_MONITOR',
    ]);
  });
  test('gets no calls meanwhile, and some afterwards', async () => {
    const call = await monitored();
    call.centre.send({ kind: 'agent-sets-status', userId: 'robin', status: 'Lunch' });
    call.acts('monitors');
    const legId = call.transfers('q-orders');
    expect(call.monitors()).toBe(false);
    await call.centre.driver.advanceBy(5_000);
    expect(call.at('alex')).toMatchObject({ state: 'ringing', contactId: call.contactId });
    expect(call.leg(legId)?.contactId).toBe(call.contactId);
  });
  test('hears one who holds the caller no more than the caller does', async () => {
    const call = await monitored();
    call.acts('monitors');
    call.sends('agent-holds');
    expect(call.hearing()).toEqual({ caller: [], sam: [], alex: [] });
  });
  test.each([
    ['the caller hangs up', 'caller'],
    ['the agent hangs up', 'agent'],
    ['the supervisor signs out', 'out'],
    ['the supervisor vanishes', 'gone'],
  ])('has left when %s', async (_title, who) => {
    const call = await monitored();
    call.acts('monitors');
    call.acts('barges');
    if (who === 'caller') call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    else if (who === 'agent') call.sends('agent-hangs-up');
    else call.centre.send({ kind: who === 'out' ? 'agent-signs-out' : 'agent-vanishes', userId: 'alex' });
    expect(call.monitors()).toBe(false);
    expect(call.centre.of('monitor-left')).toHaveLength(1);
    if (who === 'caller' || who === 'agent')
      expect(describeAgent(call.centre.world, 'alex')?.status).toBe('Available');
    else expect(call.caller()).toMatchObject({ phase: 'connected', agent: { username: 'sam' } });
  });
});

describe('who hears whom', () => {
  test('in a consultation, a conference, and when the caller has left', async () => {
    const call = await monitored();
    const legId = call.consults('q-robin');
    await call.centre.driver.advanceBy(3_000);
    expect(call.hearing()).toEqual({ caller: [], sam: [] });
    await call.accepts('robin', legId);
    expect(call.hearing()).toEqual({ caller: [], sam: ['robin'], robin: ['sam'] });
    call.sends('agent-swaps');
    expect(call.hearing()).toEqual({ caller: ['sam'], sam: ['caller'], robin: [] });
    call.sends('agent-conferences');
    expect(describeHearing(call.centre.world, legId)).toEqual({
      caller: ['sam', 'robin'],
      sam: ['caller', 'robin'],
      robin: ['caller', 'sam'],
    });
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect(call.hearing()).toEqual({ sam: ['robin'], robin: ['sam'] });
  });
  test('with somebody outside, with the agent and without', async () => {
    const call = await monitored();
    call.consults('q-carrier');
    call.outside('answers');
    expect(call.hearing()).toEqual({ caller: [], sam: ['third-party'], 'third-party': ['sam'] });
    call.sends('agent-hangs-up');
    expect(call.hearing()).toEqual({ caller: ['third-party'], 'third-party': ['caller'] });
  });
  test('is nothing where there is no contact', async () => {
    const { centre } = await talking({ flows: { main: straight } });
    expect(describeHearing(centre.world, 'nobody')).toBeUndefined();
  });
});

describe('monitoring is refused', () => {
  test('of what is no conversation, by who has a call, twice, and by two who join', async () => {
    const call = await monitored();
    const waiting = call.centre.dial();
    const monitor = (userId: string, contactId: string) => () =>
      call.centre.send({ kind: 'supervisor-monitors', userId, contactId });
    expect(monitor('alex', 'nobody')).toThrow('there is no contact');
    expect(monitor('alex', waiting)).toThrow('no call in conversation');
    expect(monitor('sam', call.contactId)).toThrow('finish it first');
    expect(() => call.acts('barges')).toThrow('does not monitor');
    call.acts('monitors');
    expect(() => call.acts('monitors')).toThrow('already');
    expect(() => call.acts('listens')).toThrow('has not joined');
    call.acts('monitors', 'robin');
    call.acts('barges');
    expect(() => call.acts('barges', 'robin')).toThrow(
      expect.objectContaining({
        name: 'InvalidStateException',
        message: expect.stringContaining('has joined'),
      }),
    );
  });
});
