/** What the agents' page shows. */
import { expect, test } from '@jest/globals';
import { contactOf } from '../../../local/web/desk-contact.ts';
import {
  atRest,
  contactShown,
  type DeskState,
  deskAfter,
  titleOf,
} from '../../../local/web/pages/agent/desk-state.ts';
import { clockText } from '../../../local/web/pages/look/duration.ts';
import type { AgentContact, AgentHears, AgentState } from '../../../local/web/protocol.ts';

const sam: AgentState = {
  username: 'sam',
  name: 'Sam Okoro',
  status: 'Available',
  statusSinceMs: 0,
  nowMs: 5_000,
  quickConnects: [],
};
const contact = (state: AgentContact['state']): AgentContact => ({
  contactId: 'c',
  state,
  stateSinceMs: 0,
  queue: 'support',
  attributes: {},
});

test("timers follow the centre's clock", () => {
  const state = deskAfter(atRest, { kind: 'heard', message: { type: 'agent', agent: sam }, nowMs: 1_000 });
  expect(state.aheadMs).toBe(4_000);
});

test('a refusal goes with the next thing that the agent does', () => {
  const refused = deskAfter(atRest, {
    kind: 'heard',
    message: { type: 'refused', message: 'No.' },
    nowMs: 0,
  });
  expect(refused.refusal).toBe('No.');
  expect(deskAfter(refused, { kind: 'acted' }).refusal).toBeUndefined();
});

test('the token of the HTTP API is the latest, and goes with the agent', () => {
  const heard = (state: DeskState, message: AgentHears) =>
    deskAfter(state, { kind: 'heard', message, nowMs: 0 });
  const access = (token: string) => ({ path: '/api', token, lastsMs: 3_600_000 });
  const first = heard(atRest, { type: 'api-token', access: access('one') });
  const second = heard(first, { type: 'api-token', access: access('two') });
  expect(second.access?.token).toBe('two');
  expect(heard(second, { type: 'api-token' }).access).toBeUndefined();
  expect(heard(second, { type: 'signed-out' }).access).toBeUndefined();
});

test('a lost line keeps the agent on the page, a sign-out does not', () => {
  const in_ = deskAfter(atRest, { kind: 'heard', message: { type: 'agent', agent: sam }, nowMs: 0 });
  expect(deskAfter(in_, { kind: 'link-lost' })).toMatchObject({ link: 'lost', agent: sam });
  expect(deskAfter(in_, { kind: 'heard', message: { type: 'signed-out' }, nowMs: 0 }).agent).toBeUndefined();
});

test('the title of the tab rings', () => {
  expect(titleOf({ ...sam, contact: contact('ringing') })).toBe('☎ Ringing: support · Callwright');
  expect(titleOf({ ...sam, contact: contact('connected') })).toBe('In a call · Callwright');
  expect(titleOf(sam)).toBe('Available · Callwright');
  expect(titleOf(undefined)).toBe('Agent · Callwright');
});

test.each([
  [0, '0:00'],
  [-1, '0:00'],
  [59_999, '0:59'],
  [754_000, '12:34'],
  [3_723_000, '1:02:03'],
])('%i ms are %s', (ms, text) => {
  expect(clockText(ms)).toBe(text);
});

test('of several contacts the chosen one is shown, or one that rings, or the first', () => {
  const [first, second] = [contact('connected'), { ...contact('ringing'), contactId: 'd' }];
  const agent = { ...sam, contact: first, others: [second] };
  expect(contactShown(agent, undefined)).toBe(second);
  expect(contactShown(agent, 'c')).toBe(first);
  expect(contactShown({ ...agent, others: [] }, 'd')).toBe(first);
  expect(contactShown(sam, 'c')).toBeUndefined();
  expect(titleOf(agent)).toMatch(/Ringing/);
});

test('a chat has the words of its customer, its agent and the centre, and what happened in it', () => {
  const line = { atMs: 0, id: 'i' };
  const shown = contactOf(
    {
      contactId: 'c',
      state: 'connected',
      stateSinceMs: 0,
      queueName: 'support',
      attributes: {},
      chat: {
        customerName: 'Zoe',
        participantId: 'p',
        idle: ['CUSTOMER'],
        lines: [
          { ...line, from: 'SYSTEM', text: 'Hello' },
          { ...line, from: 'CUSTOMER', name: 'Zoe', text: 'Hi' },
          { ...line, from: 'AGENT', name: 'Sam', happening: 'participant.joined' },
          { ...line, happening: 'chat.ended' },
        ],
      },
    },
    undefined,
    undefined,
  );
  expect(shown.chat).toEqual({
    customer: 'Zoe',
    isCustomerIdle: true,
    lines: [
      { ...line, from: 'centre', text: 'Hello' },
      { ...line, from: 'customer', text: 'Hi' },
      { ...line, text: 'Sam has joined the chat.' },
      { ...line, text: 'The chat has ended.' },
    ],
  });
});
