/** Whom an agent may see and how they stand: the same at the end, however often and in whatever order events come. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stateOfEvent } from '../../../lambdas/domain/agent-state.ts';
import { type AgentsContact, agentsContact } from '../../../lambdas/domain/agents-contact.ts';
import { admission, admissionByCase, CONTACT_HOURS_MAX, whyNotLinked } from '../../../lambdas/domain/desk.ts';
import { dispose } from '../../../lambdas/domain/disposition.ts';
import { agentStates, keepAgentState } from '../../../lambdas/tables/agent-states.ts';
import { keepDeskContact, linkCustomer } from '../../../lambdas/tables/desk.ts';
import { findDeskContact, findSight } from '../../../lambdas/tables/sights.ts';
import { isFull } from '../../calls/counts.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 6, minute)).toISOString();
const agent = { isSupervisor: false };
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
afterAll(() => open.served.close());

const contact = (agentId: string, contactId: string, from: number, till?: number): AgentsContact => ({
  agentId,
  contactId,
  initialContactId: contactId,
  instanceId: 'i',
  channel: 'VOICE',
  connectedAt: at(from),
  ...(till === undefined ? {} : { endedAt: at(till) }),
});

describe('events of contacts', () => {
  /** Two contacts with one customer, one after the other: begun and ended. */
  const told = (agentId: string) => [
    { of: contact(agentId, 'first', 0), customerId: 'c-1' },
    { of: contact(agentId, 'first', 0, 10), customerId: undefined },
    { of: contact(agentId, 'second', 20), customerId: 'c-1' },
    { of: contact(agentId, 'second', 20, 30), customerId: undefined },
  ];
  let count = 0;

  test('twice and in any order leave both contacts ended, and the later one as that by which they may see', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
        fc.array(fc.nat(3), { maxLength: 4 }),
        async (order, again) => {
          count += 1;
          const agentId = `agent-${count}`;
          const events = told(agentId);
          for (const index of [...order, ...again]) {
            const event = events[index];
            if (event !== undefined)
              await keepDeskContact(open.tables.desk, event.of, event.customerId, signal);
          }
          for (const [contactId, till] of [
            ['first', 10],
            ['second', 30],
          ] as const)
            expect(await findDeskContact(open.tables.desk, agentId, contactId, signal)).toMatchObject({
              customerId: 'c-1',
              endedAt: at(till),
            });
          expect(await findSight(open.tables.desk, agentId, 'c-1', signal)).toEqual({
            contactId: 'second',
            connectedAt: at(20),
            endedAt: at(30),
          });
        },
      ),
      { numRuns: isFull ? 60 : 8 },
    );
  });
  test('of which the end never came let nobody look for longer than a contact can last', () => {
    const sight = { contactId: 'c', connectedAt: at(0) };
    const later = (hours: number) => Date.parse(at(0)) + hours * 3_600_000;
    expect(admission(agent, sight, 60, later(CONTACT_HOURS_MAX) - 1).allowed).toBe(true);
    expect(admission(agent, sight, 60, later(CONTACT_HOURS_MAX)).allowed).toBe(false);
    expect(admission({ isSupervisor: true }, sight, 60, later(CONTACT_HOURS_MAX))).toEqual({
      allowed: true,
      via: 'supervisor',
    });
  });
  test('are not needed for the customer of a case that is the agent’s or their department’s, until it is closed', () => {
    const sam = { username: 'sam', departments: ['shipping'] } as const;
    const theirs = { caseNumber: '1', status: 'open', owner: 'sam', department: 'billing' } as const;
    const others = { ...theirs, caseNumber: '2', owner: 'robin' } as const;
    const seenBy = (...cases: Parameters<typeof admissionByCase>[1]) => admissionByCase(sam, cases);
    expect(seenBy(others, theirs)).toEqual({ allowed: true, via: 'case', caseNumber: '1' });
    expect(seenBy({ ...others, department: 'shipping', status: 'verified' })).toEqual({
      allowed: true,
      via: 'case',
      caseNumber: '2',
    });
    for (const cases of [[], [others], [{ ...theirs, status: 'closed' } as const]])
      expect(seenBy(...cases)).toEqual({ allowed: false });
  });
  test('are read or refused by the name of the field, and those that no agent had are nobody’s', () => {
    const detail = {
      eventType: 'COMPLETED',
      contactId: 'c',
      channel: 'VOICE',
      instanceArn: 'arn:aws:connect:r:1:instance/i',
    };
    expect(agentsContact(detail, 0)).toBeUndefined();
    expect(() => agentsContact({ ...detail, contactId: 7 }, 0)).toThrow(
      'a contact event cannot be followed: contactId is missing or wrong',
    );
    fc.assert(
      fc.property(fc.anything(), (odd) => {
        try {
          expect(agentsContact({ ...detail, agentInfo: odd }, 0)?.agentId ?? '').toEqual(expect.any(String));
        } catch (error) {
          expect(String(error)).toContain('a contact event cannot be followed: agentInfo');
        }
      }),
      { numRuns: isFull ? 2_000 : 100 },
    );
  });
});

test('who was taken for somebody else is seen no longer than after a contact that ended', async () => {
  const { desk } = open.tables;
  await keepDeskContact(desk, contact('sam', 'mixed-up', 0), 'c-wrong', signal);
  expect((await linkCustomer(desk, 'sam', 'mixed-up', 'c-right', new Date(at(5)), signal))?.customerId).toBe(
    'c-right',
  );
  await keepDeskContact(desk, contact('sam', 'mixed-up', 0, 10), undefined, signal);
  expect(await findSight(desk, 'sam', 'c-wrong', signal)).toMatchObject({ endedAt: at(5) });
  expect(await findSight(desk, 'sam', 'c-right', signal)).toMatchObject({ endedAt: at(10) });
  expect(await linkCustomer(desk, 'robin', 'mixed-up', 'c-right', new Date(at(5)), signal)).toBeUndefined();
});

test.each([
  ['order/status', {}, 'This code asks for orderNumber: add it.'],
  ['order/moon', {}, 'There is no such code: GET /dispositions has all that there are.'],
  ['moon/status', {}, 'There is no such code: GET /dispositions has all that there are.'],
  ['order/status', { orderNumber: '1' }, undefined],
])('%s with %j', (code, answers, sentence) => {
  const tree = [
    {
      code: 'order',
      label: 'An order',
      reasons: [{ code: 'status', label: 'Where it is', asks: ['orderNumber' as const] }],
    },
  ];
  expect(dispose(tree, code, answers)).toEqual(
    sentence === undefined ? { outcome: 'right', label: 'Where it is' } : { outcome: 'refused', sentence },
  );
});

describe('events of an agent', () => {
  const event = (agentId: string, minute: number, status: string, more: object = {}) => ({
    AgentARN: `arn:aws:connect:us-east-1:123456789012:instance/i/agent/${agentId}`,
    EventId: `event-${minute}-${status}`,
    EventTimestamp: at(minute),
    EventType: 'STATE_CHANGE',
    CurrentAgentSnapshot: {
      AgentStatus: { Name: status, StartTimestamp: at(minute), ARN: 'arn' },
      Configuration: { Username: agentId, FirstName: 'Nobody', LastName: 'At all' },
      Contacts: [],
      ...more,
    },
    SomethingNew: true,
  });
  const stateOf = async (agentId: string, nowMs = Date.parse(at(10))) =>
    (await agentStates(open.tables.desk, nowMs, signal)).find((one) => one.agentId === agentId);

  test('leave the latest, in whatever order and however often they come, also two of one moment', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
        fc.array(fc.nat(3), { maxLength: 4 }),
        async (order, again) => {
          count += 1;
          const agentId = `stands-${count}`;
          const told = [
            event(agentId, 1, 'Available'),
            { ...event(agentId, 3, 'Unsaid'), EventType: 'LOGIN' },
            event(agentId, 3, 'Available'),
            event(agentId, 3, 'Training'),
          ];
          for (const index of [...order, ...again])
            await keepAgentState(open.tables.desk, stateOfEvent(told[index]), signal);
          expect(await stateOf(agentId)).toEqual(stateOfEvent(told[3]).state);
        },
      ),
      { numRuns: isFull ? 60 : 6 },
    );
  });
  test('are kept without names, with the contacts in hand, until a day after the last', async () => {
    const states = ['CONNECTED', 'MISSED', 'ENDED', 'REJECTED', 'CONNECTED_ONHOLD', 'ERROR'];
    const Contacts = states.map((State) => ({ ContactId: `c-${State}`, State, Channel: 'VOICE' }));
    const busy = event('busy', 4, 'Available', { Contacts, NextAgentStatus: { Name: 'Lunch' } });
    expect(await keepAgentState(open.tables.desk, stateOfEvent(busy), signal)).toBe('kept');
    expect(await keepAgentState(open.tables.desk, stateOfEvent(busy), signal)).toBe('known');
    expect(await stateOf('busy')).toEqual({
      agentId: 'busy',
      username: 'busy',
      isSignedIn: true,
      status: 'Available',
      since: at(4),
      nextStatus: 'Lunch',
      contactIds: ['c-CONNECTED', 'c-ENDED', 'c-CONNECTED_ONHOLD'],
      heardAt: at(4),
    });
    const dayLater = Date.parse(at(4)) + 86_400_000;
    expect(await stateOf('busy', dayLater - 1)).toBeDefined();
    expect(await stateOf('busy', dayLater)).toBeUndefined();
  });
  test.each([
    ['Offline', undefined, false],
    ['Offline', null, false],
    ['Away', 'OFFLINE', false],
    ['Available', 'ROUTABLE', true],
    ['Lunch', undefined, true],
  ])('in the status %s of type %s: signed in is %s', (Name, Type, isSignedIn) => {
    const AgentStatus = { Name, Type, StartTimestamp: at(1) };
    expect(stateOfEvent(event('typed', 1, Name, { AgentStatus })).state.isSignedIn).toBe(isSignedIn);
  });
  test('that are none are refused by the name of the field', () => {
    expect(() => stateOfEvent({ ...event('odd', 1, 'Lunch'), EventTimestamp: 'secret' })).toThrow(
      /^an agent event cannot be kept: EventTimestamp is missing or wrong$/,
    );
    fc.assert(
      fc.property(fc.anything(), (odd) => {
        expect(() => stateOfEvent(odd)).toThrow(/^an agent event cannot be kept: /);
      }),
      { numRuns: isFull ? 1_000 : 50 },
    );
  });
});

describe('an agent who says with whom a contact is', () => {
  const many = ['c-a', 'c-b', 'c-c'];
  test('may say it again of each of three, and of no fourth', () => {
    for (const customerId of many)
      expect(whyNotLinked({ verifiedIds: [], saidToBe: many }, customerId)).toBeUndefined();
    expect(whyNotLinked({ verifiedIds: [], saidToBe: many }, 'c-d')).toBe('too-many');
    expect(whyNotLinked({ verifiedIds: [], saidToBe: many.slice(1) }, 'c-d')).toBeUndefined();
  });
  test('may say of a verified caller only who they are, under any id', () => {
    const verified = { verifiedIds: ['c-now', 'c-before'], saidToBe: [] };
    expect(['c-now', 'c-before'].map((id) => whyNotLinked(verified, id))).toEqual([undefined, undefined]);
    expect(whyNotLinked(verified, 'c-a')).toBe('verified-as-another');
  });
  test('of ten customers at once has said it of three', async () => {
    const contact = { instanceId: 'i', agentId: 'sam', contactId: 'many', initialContactId: 'many' };
    await keepDeskContact(
      open.tables.desk,
      { ...contact, channel: 'VOICE', connectedAt: at(0) },
      'c-v',
      signal,
      true,
    );
    const said = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        linkCustomer(open.tables.desk, 'sam', 'many', `c-many-${index}`, new Date(at(1)), signal, 3),
      ),
    );
    expect(said.filter((one) => one !== undefined)).toHaveLength(3);
    const held = await findDeskContact(open.tables.desk, 'sam', 'many', signal);
    expect(held?.saidToBe).toHaveLength(3);
    expect(held?.verifiedAs).toBe('c-v');
  });
});
