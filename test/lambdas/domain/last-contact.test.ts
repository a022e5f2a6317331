/** What is kept of a call for a caller who may come back. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lastContactOf, returnExpiresAt, returningOf } from '../../../lambdas/domain/last-contact.ts';

const ENDED = '2026-11-22T06:00:00Z';
const record = {
  ContactId: 'call-1',
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  DisconnectTimestamp: ENDED,
  CustomerEndpoint: { Address: '+12025550111' },
  Attributes: { customerId: 'c-1001', reason: 'order-question', caseNumber: '48219307' },
  Queue: { Name: 'orders' },
  Agent: { ARN: 'arn:aws:connect:us-east-1:123456789012:instance/i/agent/sam' },
};

test('a call with an agent is kept with the agent, the team and the case, under its number', () => {
  expect(lastContactOf(record)).toEqual({
    phoneNumber: '+12025550111',
    contact: {
      contactId: 'call-1',
      endedAt: ENDED,
      team: 'orders',
      reason: 'order-question',
      agentId: 'sam',
      caseNumber: '48219307',
      customerId: 'c-1001',
    },
  });
});

test.each(['quality', 'escalations', 'technical', 'shipping', 'billing', 'orders', 'support'])(
  'a call with %s is kept as one with that team',
  (team) => {
    const contact = lastContactOf({ ...record, Queue: { Name: team } })?.contact;
    expect(contact).toMatchObject({ team });
    expect(returningOf(contact, Date.parse(ENDED))).toMatchObject({ returning: 'yes', returnTeam: team });
  },
);

test.each([
  ['urgent', 'urgent'],
  ['none', 'none'],
  ['terrible', 'none'],
])('about a case of severity %s it is told as %s', (caseSeverity, told) => {
  const contact = lastContactOf({ ...record, Attributes: { ...record.Attributes, caseSeverity } })?.contact;
  expect(returningOf(contact, Date.parse(ENDED))).toMatchObject({ returnSeverity: told });
});

test('a queue that is none of ours is the team for everything', () => {
  expect(lastContactOf({ ...record, Queue: { Name: 'agent/sam' } })?.contact).toMatchObject({
    team: 'support',
  });
});

test.each([
  ['that was done without a person', { Queue: null, Attributes: {} }],
  ['that went on as another contact', { NextContactId: 'call-2' }],
  ['that we made', { InitiationMethod: 'OUTBOUND' }],
  ['that is a task', { Channel: 'TASK' }],
  ['whose number is withheld', { CustomerEndpoint: { Address: 'anonymous' } }],
])('a contact %s is not', (_which, change) => {
  expect(lastContactOf({ ...record, ...change })).toBeUndefined();
});

test('what is no record is none, whatever it is', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(lastContactOf(value)).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

test('a caller is back until three days have passed, and not a moment longer', () => {
  const contact = lastContactOf(record)?.contact;
  const after = (ms: number) => returningOf(contact, Date.parse(ENDED) + ms).returning;
  expect([after(0), after(3 * 86_400_000 - 1), after(3 * 86_400_000)]).toEqual(['yes', 'yes', 'no']);
  expect(returningOf(undefined, 0)).toMatchObject({ returning: 'no', returnAgent: 'none' });
  if (contact !== undefined) expect(returnExpiresAt(contact)).toBe(Date.parse('2026-11-25T06:00:00Z') / 1000);
});
