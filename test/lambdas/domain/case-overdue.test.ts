import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { overdueCase } from '../../../lambdas/domain/case-overdue.ts';
import { DUE_FOR } from '../../../lambdas/domain/case-states.ts';
import type { WorkedCase } from '../../../lambdas/domain/case-work.ts';

const HOUR_MS = 60 * 60_000;
const NOW = Date.parse('2026-11-23T12:00:00Z');
const hours = {
  timeZone: 'UTC',
  days: (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const).map((day) => ({
    day,
    start: '09:00',
    end: '17:00',
  })),
  holidays: [],
};
const late: WorkedCase = {
  caseNumber: '48219307',
  version: 3,
  status: 'in-progress',
  type: 'delivery',
  severity: 'normal',
  department: 'shipping',
  reason: 'problem-delivery',
  customerId: 'c-1001',
  contactId: 'call-1',
  phoneNumber: '+12025550111',
  details: {},
  owner: 'sam',
  due: { atMs: NOW, for: 'resolution' },
  reopened: 0,
  escalations: 0,
  openedAtMs: NOW - 20 * HOUR_MS,
  changedAtMs: NOW - HOUR_MS,
};
const bodies = (kase: WorkedCase, nowMs = NOW) =>
  overdueCase(kase, nowMs, hours)?.messages.map(({ body }) => body);

describe('a case whose due time has passed', () => {
  test('goes up a level, with a task for supervisors, a word to the customer, and a new promise', () => {
    const overdue = overdueCase(late, NOW, hours);
    expect(overdue).toMatchObject({
      case: { escalations: 1, version: 4, due: { atMs: NOW + 2 * HOUR_MS, for: 'escalation' } },
      note: { about: 'escalate', visibility: 'internal', by: { role: 'system' } },
    });
    expect(overdue?.messages.map(({ body }) => body)).toMatchObject([
      { kind: 'task', team: 'escalations', level: 1, name: 'Case 48219307, level 1: overdue' },
      { kind: 'customer', news: 'case-late', fields: { at: '2026-11-23T14:00:00.000Z' } },
    ]);
  });
  test('is promised anew from the end of a closing by a supervisor on', () => {
    const closedUntilMs = NOW + 24 * HOUR_MS;
    expect(overdueCase(late, NOW, { ...hours, closedUntilMs })).toMatchObject({
      case: { due: { atMs: closedUntilMs + 2 * HOUR_MS, for: 'escalation' } },
      raised: { promisedAtMs: closedUntilMs },
    });
  });
  test('is left alone before that, and where nothing is due', () => {
    expect(overdueCase(late, NOW - 1, hours)).toBeUndefined();
    const { due: _, ...verified } = late;
    expect(overdueCase(verified, NOW, hours)).toBeUndefined();
  });
  test('at the highest level is told to supervisors once a working day, and to the customer no more', () => {
    const overdue = overdueCase({ ...late, escalations: 3 }, NOW, hours);
    expect(overdue?.case.due?.atMs).toBe(Date.parse('2026-11-24T12:00:00Z'));
    expect(overdue?.messages.map(({ body }) => body)).toMatchObject([{ kind: 'task', level: 3 }]);
  });
  test('that a department owes us is no word to the customer', () => {
    expect(bodies({ ...late, due: { atMs: NOW, for: 'department-reply' } })).toMatchObject([
      { kind: 'task' },
    ]);
  });
  test('of somebody whom we cannot reach is a task alone', () => {
    expect(bodies({ ...late, customerId: 'unknown', phoneNumber: undefined })).toHaveLength(1);
  });
  test.each(['customer-reply', 'verification'] as const)(
    'that waits for a %s is no fault of ours: its department is reminded',
    (owed) => {
      const overdue = overdueCase({ ...late, due: { atMs: NOW, for: owed } }, NOW, hours);
      expect(overdue?.raised).toBeUndefined();
      expect(overdue?.case).toMatchObject({ escalations: 0, due: { for: owed } });
      expect(overdue?.messages.map(({ body }) => body)).toMatchObject([{ team: 'shipping' }]);
    },
  );
  test('is never due in the past again, nor told twice of one promise, whoever looks and whenever', () => {
    const looks = fc.array(fc.nat(72 * 60), { maxLength: 30 });
    fc.assert(
      fc.property(looks, fc.constantFrom(...DUE_FOR), (minutes, owed) => {
        let kase: WorkedCase = { ...late, due: { atMs: NOW, for: owed } };
        let nowMs = NOW;
        const told = new Set<string>();
        for (const wait of minutes) {
          nowMs += wait * 60_000;
          const overdue = overdueCase(kase, nowMs, hours);
          if (overdue === undefined) continue;
          for (const { messageId } of overdue.messages) {
            expect(told.has(messageId)).toBe(false);
            told.add(messageId);
          }
          kase = overdue.case;
          expect(kase.due?.atMs).toBeGreaterThan(nowMs);
          expect(overdueCase(kase, nowMs, hours)).toBeUndefined();
        }
      }),
      { numRuns: 200 },
    );
  });
});
