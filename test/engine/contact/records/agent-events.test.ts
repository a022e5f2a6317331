/** What Connect writes down of agents: who comes and goes, every change of what they do, and a sign of life. */
import { describe, expect, test } from '@jest/globals';
import type { AgentEvent } from '../../../../engine/contact/records/agent-event.ts';
import { hangUp, START_MS, toQueue } from '../centre.ts';
import { type WrittenCentre, writtenCentre } from './written.ts';

const open = (): WrittenCentre =>
  writtenCentre({ flows: { main: { ...toQueue('support', 'end'), end: hangUp } } });
/** `LOGIN Offline`, `STATE_CHANGE Available CONNECTING`. */
const told = ({ EventType, CurrentAgentSnapshot: { AgentStatus, Contacts } }: AgentEvent): string =>
  [EventType, AgentStatus.Name, ...Contacts.map(({ State }) => State)].join(' ');

describe('an agent', () => {
  test('who comes, takes a call, holds it and goes, is told step by step', async () => {
    const { centre, shelf } = open();
    centre.available('sam');
    const contactId = centre.dial();
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await centre.driver.advanceBy(2_000);
    centre.send({ kind: 'agent-holds', userId: 'sam', contactId });
    centre.send({ kind: 'agent-resumes', userId: 'sam', contactId });
    centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Lunch' });
    centre.send({ kind: 'caller-hangs-up', contactId });
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    centre.send({ kind: 'agent-signs-out', userId: 'sam' });
    expect(shelf.agentEvents.map(told)).toEqual([
      'LOGIN Offline',
      'STATE_CHANGE Available',
      'STATE_CHANGE Available CONNECTING',
      'STATE_CHANGE Available CONNECTED',
      'STATE_CHANGE Available CONNECTED_ONHOLD',
      'STATE_CHANGE Available CONNECTED',
      'STATE_CHANGE Available CONNECTED',
      'STATE_CHANGE Available ENDED',
      'STATE_CHANGE Lunch',
      'LOGOUT Offline',
    ]);
    const queued = shelf.agentEvents.flatMap(({ CurrentAgentSnapshot: { Contacts } }) =>
      Contacts.map(({ QueueTimestamp }) => QueueTimestamp),
    );
    expect(new Set(queued)).toEqual(new Set([new Date(START_MS).toISOString()]));
    const chosen = shelf.agentEvents[6]?.CurrentAgentSnapshot.NextAgentStatus;
    expect(chosen).toMatchObject({ Name: 'Lunch' });
    expect(shelf.agentEvents[8]?.CurrentAgentSnapshot).toMatchObject({
      NextAgentStatus: null,
      AgentStatus: { Type: 'CUSTOM' },
    });
  });
  test('brings the picture before with each change, and none with coming and going', () => {
    const { centre, shelf } = open();
    centre.available('sam');
    centre.send({ kind: 'agent-signs-out', userId: 'sam' });
    const [login, change, logout] = shelf.agentEvents;
    expect(login?.PreviousAgentSnapshot).toBeNull();
    expect(change?.PreviousAgentSnapshot).toEqual(login?.CurrentAgentSnapshot);
    expect(logout?.PreviousAgentSnapshot).toBeNull();
  });
  test('who misses a call and one who rejects it are told so, and a full telephone has no slot', async () => {
    const { centre, shelf } = open();
    centre.available('sam', 'robin');
    const contactId = centre.dial();
    await centre.driver.advanceBy(20_000);
    centre.send({ kind: 'agent-rejects', userId: 'robin', contactId });
    const lines = shelf.agentEvents.map((event) => `${event.AgentARN.split('/').at(-1)} ${told(event)}`);
    expect(lines).toContain('sam STATE_CHANGE Available MISSED');
    expect(lines.at(-1)).toBe('robin STATE_CHANGE Available REJECTED');
    const ringing = shelf.agentEvents.find((event) => told(event).endsWith('CONNECTING'));
    expect(ringing?.CurrentAgentSnapshot.Configuration.RoutingProfile.Concurrency).toEqual([
      { Channel: 'VOICE', AvailableSlots: 0, MaximumSlots: 1 },
    ]);
  });
  test('who vanishes has gone like one who signs out', () => {
    const { centre, shelf } = open();
    centre.available('sam');
    centre.send({ kind: 'agent-vanishes', userId: 'sam' });
    expect(told(shelf.agentEvents.at(-1) ?? fail())).toBe('LOGOUT Offline');
  });
  test('who signs in a second time, and what changes nothing, is no event', () => {
    const { centre, shelf } = open();
    centre.available('sam');
    const before = shelf.agentEvents.length;
    centre.send({ kind: 'agent-signs-in', userId: 'sam' });
    centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Available' });
    expect(shelf.agentEvents).toHaveLength(before);
  });
});

describe('a heart beat', () => {
  const beats = (one: WrittenCentre, tillMs: number): number[] => {
    const at: number[] = [];
    for (
      let due = one.writer.nextDueAtMs();
      due !== undefined && due <= START_MS + tillMs;
      due = one.writer.nextDueAtMs()
    ) {
      one.writer.runDue(due);
      at.push((due - START_MS) / 1_000);
    }
    return at;
  };
  test('comes every two minutes without another event, and counts from the last one', async () => {
    const one = open();
    one.centre.available('sam');
    expect(beats(one, 240_000)).toEqual([120, 240]);
    await one.centre.driver.advanceBy(250_000);
    one.centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Lunch' });
    expect(beats(one, 500_000)).toEqual([370, 490]);
    const last = one.shelf.agentEvents.at(-1);
    expect(last?.EventType).toBe('HEART_BEAT');
    expect(last?.PreviousAgentSnapshot).toEqual(last?.CurrentAgentSnapshot);
  });
  test('goes on for an hour after an agent has gone, and for nobody who never came', () => {
    const one = open();
    expect(one.writer.nextDueAtMs()).toBeUndefined();
    one.centre.available('sam');
    one.centre.send({ kind: 'agent-signs-out', userId: 'sam' });
    expect(beats(one, 10_000_000)).toHaveLength(30);
  });
});

const fail = (): never => {
  throw new Error('there is no event');
};

test('an agent event says what the agent can', () => {
  const { centre, shelf } = writtenCentre({
    flows: { main: { end: hangUp } },
    users: [{ id: 'sam', proficiencies: [{ name: 'language', value: 'Spanish', level: 3 }] }],
  });
  centre.available('sam');
  expect(shelf.agentEvents[0]?.CurrentAgentSnapshot.Configuration.Proficiencies).toEqual([
    { Name: 'language', Value: 'Spanish', ProficiencyLevel: 3 },
  ]);
});
