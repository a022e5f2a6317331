/** Calls of up to six: who is brought in one after the other, who holds whom, and who is left when somebody leaves. */
import { describe, expect, test } from '@jest/globals';
import { openContacts } from '../../../engine/contact/describe.ts';
import { describeHearing } from '../../../engine/contact/describe-hearing.ts';
import { say } from './centre.ts';
import { OUTSIDE, QUICK_CONNECTS, straight, talking } from './talking.ts';

const ALEX = { arn: 'arn:q/alex', id: 'q-alex', name: 'Alex', kind: 'agent', userId: 'alex' } as const;

async function meeting() {
  const call = await talking({ multiParty: true, quickConnects: [...QUICK_CONNECTS, ALEX] }, [
    'robin',
    'alex',
  ]);
  const adds = async (quickConnectId: string): Promise<string> => {
    const legId = call.consults(quickConnectId);
    if (quickConnectId === 'q-carrier') call.outside('answers', legId);
    await call.centre.driver.advanceBy(3_000);
    const who = quickConnectId.slice(2);
    if (who !== 'carrier') await call.accepts(who, legId);
    return legId;
  };
  const hearing = () => {
    const heard = describeHearing(call.centre.world, call.contactId) ?? {};
    return Object.fromEntries(Object.entries(heard).map(([who, whom]) => [who, whom.join(' ')]));
  };
  const sends = (
    kind: 'agent-holds' | 'agent-resumes' | 'agent-hangs-up',
    userId: string,
    contactId: string,
  ) => call.centre.send({ kind, userId, contactId });
  return { ...call, adds, hearing, sendsAs: sends };
}

/** sam, the caller, robin, alex and somebody outside. */
async function five() {
  const call = await meeting();
  const robin = await call.adds('q-robin');
  call.sends('agent-conferences');
  const alex = await call.adds('q-alex');
  const carrier = await call.adds('q-carrier');
  call.sends('agent-conferences');
  return { ...call, legs: { robin, alex, carrier } };
}

describe('an agent who brings in one after the other', () => {
  test('talks to the newest alone while everybody else waits, and then to all', async () => {
    const call = await meeting();
    await call.adds('q-robin');
    call.sends('agent-conferences');
    expect(call.hearing()).toEqual({ caller: 'sam robin', sam: 'caller robin', robin: 'caller sam' });
    const alex = await call.adds('q-alex');
    expect(call.hearing()).toEqual({ caller: '', robin: '', sam: 'alex', alex: 'sam' });
    expect(call.at('sam')?.parties).toMatchObject({
      transfer: { contactId: alex, name: 'Alex', isOnHold: false },
      others: [{ name: 'Robin', isOnHold: true }],
    });
    call.sends('agent-conferences');
    expect(call.hearing()).toMatchObject({ alex: 'caller sam robin', robin: 'caller sam alex' });
    expect(call.at('sam')?.parties?.conference).toBe(true);
    expect(() => call.sends('agent-swaps')).toThrow('more than one other');
    expect(() => call.sends('agent-drops')).toThrow('say which to let go');
  });
  test('waits until the last one has answered before the next is called, and stops at six', async () => {
    const call = await five();
    const sixth = call.consults('q-carrier');
    expect(() => call.consults('q-carrier')).toThrow('drop the other party first');
    call.outside('answers', sixth);
    call.sends('agent-conferences');
    expect(call.hearing()['caller']).toBe('sam robin alex third-party third-party 2');
    expect(() => call.consults('q-carrier')).toThrow('6 parties are in contact');
    call.centre.send({ kind: 'agent-drops', userId: 'sam', contactId: call.contactId, partyId: sixth });
    expect(call.leg(sixth)).toMatchObject({ phase: 'ended', reason: 'AGENT_DISCONNECT' });
    expect(() =>
      call.centre.send({ kind: 'agent-drops', userId: 'sam', contactId: call.contactId, partyId: sixth }),
    ).toThrow(`there is no party '${sixth}'`);
    expect(call.hearing()['caller']).toBe('sam robin alex third-party');
  });
  test('has room for one where the instance has calls of three', async () => {
    const call = await talking({}, ['robin']);
    const legId = call.consults('q-carrier');
    call.outside('answers', legId);
    call.sends('agent-conferences');
    expect(() => call.consults('q-robin')).toThrow('3 parties are in contact');
  });
  test('counts a supervisor who has joined', async () => {
    const call = await five();
    const joins = ['supervisor-monitors', 'supervisor-barges'] as const;
    call.centre.available('kim');
    for (const kind of joins) call.centre.send({ kind, userId: 'kim', contactId: call.contactId });
    expect(call.hearing()['kim']).toBe('caller sam robin alex third-party');
    expect(() => call.consults('q-carrier')).toThrow('6 parties are in contact');
    call.centre.send({ kind: 'supervisor-listens', userId: 'kim', contactId: call.contactId });
    expect(call.hearing()['caller']).not.toContain('kim');
    expect(call.hearing()['kim']).toBe('caller sam robin alex third-party');
  });
});

describe('each party of a conference', () => {
  test.each(['sam', 'robin'])('is held and taken back alone, by %s as by every agent', async (by) => {
    const call = await five();
    for (const [who, contactId] of [
      ['alex', call.legs.alex],
      ['third-party', call.legs.carrier],
      ['caller', call.contactId],
    ] as const) {
      call.sendsAs('agent-holds', by, contactId);
      expect([who, call.hearing()[who]]).toEqual([who, '']);
      expect(call.hearing()['sam']).not.toContain(who);
      call.sendsAs('agent-resumes', by, contactId);
      expect(call.hearing()['sam']).toBe(['caller', 'robin', 'alex', 'third-party'].join(' '));
    }
  });
  test('leaves, and the others go on', async () => {
    const call = await five();
    call.sendsAs('agent-hangs-up', 'robin', call.legs.robin);
    expect(call.hearing()['caller']).toBe('sam alex third-party');
    call.outside('hangs-up', call.legs.carrier);
    expect(call.hearing()['caller']).toBe('sam alex');
    expect(call.at('robin')?.state).toBe('after-contact-work');
    call.sendsAs('agent-hangs-up', 'alex', call.legs.alex);
    expect(call.hearing()).toEqual({ caller: 'sam', sam: 'caller' });
    expect(call.at('sam')?.parties).toBeUndefined();
  });
});

describe('the agent who had the caller leaves a conference', () => {
  test('and the agent who came first has the caller and all others', async () => {
    const call = await five();
    call.sends('agent-hangs-up');
    expect(call.hearing()['caller']).toBe('robin alex third-party');
    expect(call.caller()).toMatchObject({ segmentId: call.legs.robin, agent: { username: 'robin' } });
    expect(call.at('robin')?.parties).toMatchObject({
      transfer: { kind: 'number' },
      others: [{ name: 'Alex' }],
    });
    expect(call.at('sam')?.state).toBe('after-contact-work');
    call.sendsAs('agent-hangs-up', 'robin', call.contactId);
    expect(call.hearing()['caller']).toBe('alex third-party');
    call.sendsAs('agent-hangs-up', 'alex', call.contactId);
    expect(call.hearing()).toEqual({ caller: 'third-party', 'third-party': 'caller' });
    expect(call.caller()?.segments.map(({ contactId }) => contactId)).toEqual([
      call.contactId,
      call.legs.robin,
      call.legs.alex,
    ]);
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect(openContacts(call.centre.world)).toEqual([]);
  });
  test('with nobody but people outside, who have each other and the caller until one is left', async () => {
    const call = await meeting();
    const first = await call.adds('q-carrier');
    const second = await call.adds('q-carrier');
    call.sends('agent-hangs-up');
    expect(call.hearing()['caller']).toBe('third-party third-party 2');
    expect(call.centre.of('transferred-outside').map(({ legId }) => legId)).toEqual([first, second]);
    call.outside('hangs-up', first);
    expect(call.hearing()['caller']).toBe('third-party');
    call.outside('hangs-up', second);
    expect(call.caller()).toMatchObject({ phase: 'ended', reason: 'THIRD_PARTY_DISCONNECT' });
  });
  test('by a transfer to a queue, which the caller waits in while somebody outside stays', async () => {
    const call = await meeting();
    const carrier = await call.adds('q-carrier');
    const orders = call.transfers('q-orders');
    expect(call.leg(carrier)?.phase).toBe('third-party');
    await call.centre.driver.advanceBy(3_000);
    expect(call.caller()).toMatchObject({ segmentId: orders, phase: 'queued' });
    await call.accepts('robin', call.contactId);
    expect(call.hearing()['caller']).toBe('robin third-party');
    call.sendsAs('agent-holds', 'robin', carrier);
    expect(call.hearing()['third-party']).toBe('');
  });
  test('and one who was still being called reaches the others', async () => {
    const call = await meeting();
    await call.adds('q-robin');
    const alex = call.consults('q-alex');
    await call.centre.driver.advanceBy(3_000);
    call.sends('agent-hangs-up');
    expect(call.caller()?.agent?.username).toBe('robin');
    await call.accepts('alex', alex);
    expect(call.hearing()['caller']).toBe('robin alex');
  });
  test('for an agent who does not answer, and somebody outside stays with the caller', async () => {
    const call = await meeting();
    await call.adds('q-carrier');
    call.transfers('q-robin');
    await call.centre.driver.advanceBy(60_000);
    expect(call.caller()?.phase).toBe('third-party');
    expect(call.hearing()['caller']).toBe('third-party');
  });
});

describe('the caller leaves a conference', () => {
  test('and the others talk on, bring in more, and are parted when one is left', async () => {
    const call = await five();
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect(call.hearing()['sam']).toBe('robin alex third-party');
    const more = await call.adds('q-carrier');
    expect(call.hearing()['sam']).toBe('third-party 2');
    call.sends('agent-conferences');
    call.outside('hangs-up', more);
    call.sends('agent-hangs-up');
    expect(call.at('sam')?.state).toBe('after-contact-work');
    expect(call.hearing()).toMatchObject({ robin: 'alex third-party' });
    call.sendsAs('agent-hangs-up', 'robin', call.legs.robin);
    expect(call.leg(call.legs.alex)?.phase).toBe('connected');
    call.outside('hangs-up', call.legs.carrier);
    expect(call.leg(call.legs.alex)).toMatchObject({ phase: 'ended', reason: 'THIRD_PARTY_DISCONNECT' });
    expect(openContacts(call.centre.world)).toEqual([]);
  });
  test('of two agents, and the last agent has nobody', async () => {
    const call = await meeting();
    await call.adds('q-robin');
    call.centre.send({ kind: 'caller-hangs-up', contactId: call.contactId });
    expect(() => call.consults('q-carrier')).toThrow('has hung up');
    call.sends('agent-hangs-up');
    expect([call.at('sam')?.state, call.at('robin')?.state]).toEqual([
      'after-contact-work',
      'after-contact-work',
    ]);
  });
});

test('the flow of a transfer asks the caller, whoever else is there', async () => {
  const ask = {
    ask: [
      'UpdatePreviousContactParticipantState',
      { PreviousContactParticipantState: 'AgentOnHold' },
      { next: 'words' },
    ],
    words: say('Which order?', 'transfer'),
    transfer: ['TransferContactToAgent'],
  } as const;
  const call = await talking(
    {
      multiParty: true,
      flows: { main: straight, 'ask:AGENT_TRANSFER': ask },
      quickConnects: [{ ...ALEX, flowId: 'ask' }, ...QUICK_CONNECTS],
    },
    ['alex'],
  );
  call.outside('answers', call.consults('q-carrier'));
  call.sends('agent-conferences');
  call.consults('q-alex');
  expect(call.hears(call.contactId, 'customer').at(-1)).toBe('Which order?');
  expect(call.centre.of('third-party-dialled')).toMatchObject([{ number: OUTSIDE }]);
});
