/** Whom an agent may see: the same at the end, however often and in whatever order events of contacts come. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type AgentsContact,
  admission,
  agentsContact,
  CONTACT_HOURS_MAX,
} from '../../../lambdas/domain/desk.ts';
import { dispose } from '../../../lambdas/domain/disposition.ts';
import { findDeskContact, findSight, keepDeskContact, linkCustomer } from '../../../lambdas/tables/desk.ts';
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
