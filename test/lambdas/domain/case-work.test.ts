import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CASE_ACTIONS, ROLES, type Role } from '../../../lambdas/domain/case-actions.ts';
import { changedCase, GIVES_MAX_MINOR } from '../../../lambdas/domain/case-change.ts';
import { type CaseChange, caseChange } from '../../../lambdas/domain/case-change-asked.ts';
import { type CaseDetails, caseDetails } from '../../../lambdas/domain/case-details.ts';
import { firstFields, typeOfReason } from '../../../lambdas/domain/case-reasons.ts';
import { CASE_STATES, type CaseState, isUnresolved } from '../../../lambdas/domain/case-states.ts';
import { actionsOf, caseTransitions, stateAfter } from '../../../lambdas/domain/case-transitions.ts';
import {
  CASE_TYPES,
  missingDetails,
  moreSevere,
  resolutionTimeMs,
  SEVERITIES,
} from '../../../lambdas/domain/case-types.ts';
import type { WorkedCase } from '../../../lambdas/domain/case-work.ts';
import { isFull } from '../../calls/counts.ts';

const numRuns = isFull ? 5_000 : 200;
const HOUR_MS = 60 * 60_000;
/** A Monday at noon in UTC. */
const NOW = Date.parse('2026-11-23T12:00:00Z');
const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
const hours = {
  timeZone: 'UTC',
  days: WEEKDAYS.map((day) => ({ day, start: '08:00', end: '18:00' })),
  holidays: [],
};
const at = (nowMs = NOW) => ({ nowMs, hours });
const described: CaseDetails = { product: 'LAMP-01', cause: 'defect', wantedOutcome: 'refund' };
const open: WorkedCase = {
  caseNumber: '48219307',
  version: 1,
  status: 'open',
  type: 'complaint',
  severity: 'normal',
  department: 'support',
  reason: 'problem-complaint',
  customerId: 'c-1001',
  details: described,
  due: { atMs: NOW + 2 * HOUR_MS, for: 'first-answer' },
  reopened: 0,
  escalations: 0,
  contactId: 'call-1',
  openedAtMs: NOW,
  changedAtMs: NOW,
};
const samples: Readonly<Record<(typeof CASE_ACTIONS)[number], CaseChange>> = {
  take: { action: 'take' },
  assign: { action: 'assign', owner: 'robin' },
  describe: { action: 'describe', details: { symptom: 'It does not light.' } },
  'ask-customer': { action: 'ask-customer', words: 'Which lamp is it?' },
  'customer-answered': { action: 'customer-answered', words: 'The black one.' },
  'pass-on': { action: 'pass-on', department: 'quality', handover: 'Third lamp of this batch.' },
  'department-replied': { action: 'department-replied', words: 'The batch is bad.' },
  'ask-approval': { action: 'ask-approval', amountMinor: 9_000, currency: 'USD', words: 'Whole price.' },
  approve: { action: 'approve' },
  'refuse-approval': { action: 'refuse-approval', words: 'Offer a new lamp.' },
  resolve: { action: 'resolve', resolution: { words: 'A new lamp is on its way.' } },
  'confirm-fix': { action: 'confirm-fix' },
  'reject-fix': { action: 'reject-fix', words: 'It came broken.' },
  close: { action: 'close' },
  reopen: { action: 'reopen', words: 'It broke again.' },
};
const by = (role: Role, id = `${role}-1`) => ({ role, id });
const change = (kase: WorkedCase, wish: CaseChange, role: Role = 'agent', nowMs = NOW, id?: string) =>
  changedCase(kase, wish, by(role, id), at(nowMs));
function changed(kase: WorkedCase, wish: CaseChange, role: Role = 'agent', nowMs = NOW): WorkedCase {
  const decided = change(kase, wish, role, nowMs);
  if (decided.kind !== 'changed') throw new Error(`refused: ${decided.because}`);
  return decided.case;
}
const taken = changed(open, samples.take);
const resolved = changed(taken, samples.resolve);

describe('who may do what in which state', () => {
  const everything = CASE_STATES.flatMap((state) =>
    ROLES.flatMap((role) => CASE_ACTIONS.map((action) => ({ state, role, action }))),
  );
  /** Written down a second time, so that a slip in the table is seen. */
  const allowed: readonly string[] = [
    'open: agent take describe ask-customer pass-on',
    'open: supervisor take assign describe ask-customer pass-on',
    'open: department take describe ask-customer pass-on',
    'open: system take describe',
    'in-progress: agent describe ask-customer pass-on ask-approval resolve',
    'in-progress: supervisor assign describe ask-customer pass-on approve refuse-approval resolve',
    'in-progress: department describe ask-customer pass-on ask-approval resolve',
    'in-progress: system describe resolve',
    'waiting-for-customer: caller customer-answered',
    'waiting-for-customer: agent describe customer-answered',
    'waiting-for-customer: supervisor assign describe customer-answered',
    'waiting-for-customer: department describe',
    'waiting-for-customer: system describe customer-answered',
    'waiting-for-department: agent describe pass-on ask-approval resolve',
    'waiting-for-department: supervisor assign describe pass-on department-replied approve refuse-approval resolve',
    'waiting-for-department: department describe pass-on department-replied ask-approval resolve',
    'waiting-for-department: system describe resolve',
    'resolved: caller confirm-fix reject-fix',
    'resolved: agent confirm-fix reject-fix',
    'resolved: supervisor confirm-fix reject-fix',
    'verified: caller reject-fix',
    'verified: agent reject-fix close',
    'verified: supervisor reject-fix close',
    'verified: system close',
    'closed: caller reopen',
    'closed: agent reopen',
    'closed: supervisor reopen',
  ];
  test('is what is written down here, and every other pair is refused', () => {
    const found = CASE_STATES.flatMap((state) =>
      ROLES.flatMap((role) => {
        const actions = actionsOf(state, role);
        return actions.length === 0 ? [] : [`${state}: ${role} ${actions.join(' ')}`];
      }),
    );
    expect(found).toEqual(allowed);
  });
  test('is held by the change itself, for every state, role and action', () => {
    for (const { state, role, action } of everything) {
      const next = stateAfter(state, action, role);
      const decided = change({ ...resolved, status: state, approval: asked }, samples[action], role);
      const told = decided.kind === 'changed' ? decided.case.status : decided.because;
      if ('refused' in next) expect(told).toBe(next.refused);
      else expect([next.state, 'needs-approval']).toContain(told);
    }
  });
  const asked = { state: 'asked', amountMinor: 9_000, currency: 'USD', by: 'sam' } as const;
  test('leads to closed from verified only, and to verified by a confirmed fix only', () => {
    const ways = (to: CaseState) => CASE_ACTIONS.filter((action) => caseTransitions[action].to === to);
    expect(ways('closed')).toEqual(['close']);
    expect(caseTransitions.close.from).toEqual(['verified']);
    expect(ways('verified')).toEqual(['confirm-fix']);
    expect(caseTransitions['confirm-fix'].from).toEqual(['resolved']);
  });
});

describe('a case', () => {
  test('is not resolved before what its type asks is known', () => {
    expect(change({ ...taken, details: { product: 'LAMP-01' } }, samples.resolve)).toEqual({
      kind: 'refused',
      because: 'details-missing',
      missing: ['cause', 'wantedOutcome'],
    });
    for (const type of CASE_TYPES) expect(missingDetails(type, described)).not.toContain('product');
    expect(missingDetails('callback', {})).toEqual([]);
  });
  test('that is passed on says to whom, is due for a reply, and belongs to nobody there yet', () => {
    const decided = change(taken, samples['pass-on']);
    expect(decided).toMatchObject({
      case: { department: 'quality', owner: undefined, due: { for: 'department-reply' } },
      note: { visibility: 'internal', words: 'To quality: Third lamp of this batch.' },
    });
    const replyByMs = NOW + HOUR_MS;
    const promised = { action: 'pass-on', department: 'billing', handover: 'Look.', replyByMs } as const;
    expect(changed(taken, promised).due).toEqual({ atMs: replyByMs, for: 'department-reply' });
    expect(change(taken, { ...promised, replyByMs: NOW })).toMatchObject({ because: 'late-reply' });
  });
  test('that was passed on comes back to who asked first, and to their department, with the reply', () => {
    const once = changed(taken, samples['pass-on']);
    expect(once.passedOn).toEqual({ by: 'agent-1', from: 'support' });
    const further = changed(
      once,
      { action: 'pass-on', department: 'billing', handover: 'Who pays for it?' },
      'department',
    );
    expect(changed(further, samples['department-replied'], 'department')).toMatchObject({
      status: 'in-progress',
      department: 'support',
      owner: 'agent-1',
      passedOn: undefined,
    });
  });
  test('that its department resolves by itself waits for nobody any more', () => {
    expect(changed(changed(taken, samples['pass-on']), samples.resolve)).toMatchObject({
      department: 'quality',
      passedOn: undefined,
    });
  });
  test('of before, of which nobody knows who passed it on, stays where it is', () => {
    const waiting = { ...open, status: 'waiting-for-department', department: 'quality' } as const;
    const replied = changed(waiting, samples['department-replied'], 'department');
    expect([replied.department, replied.owner]).toEqual(['quality', undefined]);
  });
  test.each(['approve', 'refuse-approval'] as const)('comes back to who asked by %s', (action) => {
    const asks = changed(taken, samples['ask-approval'], 'agent');
    const others = changed(asks, { action: 'assign', owner: 'robin' }, 'supervisor');
    expect(changed(others, samples[action], 'supervisor')).toMatchObject({
      owner: 'agent-1',
      approval: { by: 'supervisor-1', askedBy: 'agent-1' },
    });
  });
  test('whose fix does not hold is open again, more severe, and without what was approved for the first fix', () => {
    const again = changed(
      { ...resolved, approval: { ...approved, state: 'given' } },
      samples['reject-fix'],
      'caller',
    );
    expect(again).toMatchObject({ status: 'open', severity: 'high', reopened: 1, approval: undefined });
    expect(again.due).toEqual({ atMs: NOW + 2 * HOUR_MS, for: 'first-answer' });
    expect(moreSevere('urgent')).toBe('urgent');
  });
  const approved = { amountMinor: 9_000, currency: 'USD', by: 'lee' } as const;
  test('that is verified or closed is due for nothing', () => {
    const verified = changed(resolved, samples['confirm-fix'], 'caller');
    expect(verified.due).toBeUndefined();
    expect(changed(verified, samples.close, 'system').due).toBeUndefined();
  });
  test('is due the sooner the more severe it is, and never in the past', () => {
    const due = SEVERITIES.map((severity) => changed({ ...open, severity }, samples.take).due?.atMs ?? 0);
    expect(due).toEqual(due.toSorted((one, other) => other - one));
    const late = changed(open, samples.take, 'agent', NOW + 30 * 24 * HOUR_MS);
    expect(late.due?.atMs).toBeGreaterThan(NOW + 30 * 24 * HOUR_MS);
    expect(resolutionTimeMs('payment', 'urgent')).toBe(2 * HOUR_MS);
  });
});

describe('money', () => {
  const giving = (giveMinor: number, currency = 'USD'): CaseChange => ({
    action: 'resolve',
    resolution: { words: 'Money back.', giveMinor, currency },
  });
  const limit = GIVES_MAX_MINOR.agent;
  test('is given by an agent up to the limit, and beyond it as far as a supervisor has approved', () => {
    expect(change(taken, giving(limit)).kind).toBe('changed');
    expect(change(taken, giving(limit + 1))).toMatchObject({ because: 'needs-approval', limitMinor: limit });
    const asks = changed(taken, samples['ask-approval']);
    expect(change(asks, giving(9_000))).toMatchObject({ because: 'needs-approval' });
    const given = changed(asks, samples.approve, 'supervisor');
    expect(change(given, giving(9_000)).kind).toBe('changed');
    expect(change(given, giving(9_001))).toMatchObject({ because: 'needs-approval' });
    expect(change(given, giving(9_000, 'EUR'))).toMatchObject({ because: 'needs-approval' });
    const refused = changed(asks, samples['refuse-approval'], 'supervisor');
    expect(change(refused, giving(9_000))).toMatchObject({ because: 'needs-approval' });
  });
  test('that was given for fixes that did not hold counts with what is given now', () => {
    const again = (kase: WorkedCase): WorkedCase =>
      changed(changed(kase, samples['reject-fix']), samples.take);
    const once = again(changed(taken, giving(limit - 1)));
    expect(change(once, giving(2))).toMatchObject({ because: 'needs-approval', limitMinor: limit });
    const twice = again(changed(once, giving(1)));
    expect(change(twice, giving(1))).toMatchObject({ because: 'needs-approval' });
    // A fix that costs nothing more is anybody's, and a second person has to look at it all the same.
    const free = changed(twice, giving(0));
    expect(change(free, samples['confirm-fix'])).toMatchObject({ because: 'own-fix' });
    const given = changed(changed(twice, samples['ask-approval']), samples.approve, 'supervisor');
    expect(change(given, giving(9_001))).toMatchObject({ because: 'needs-approval' });
    const third = again(changed(given, giving(9_000)));
    expect(change(third, giving(9_000))).toMatchObject({ because: 'needs-approval' });
  });
  test('counts over the whole case for a supervisor, who gives and who approves', () => {
    const { supervisor } = GIVES_MAX_MINOR;
    const most = changed(taken, giving(supervisor - 100), 'supervisor');
    const reopened = changed(
      changed(changed(most, samples['confirm-fix'], 'caller'), samples['reject-fix']),
      samples.take,
    );
    expect(change(reopened, giving(101), 'supervisor')).toMatchObject({ because: 'over-limit' });
    expect(change(reopened, giving(100), 'supervisor').kind).toBe('changed');
    const asks = (amountMinor: number) =>
      changed(reopened, { action: 'ask-approval', amountMinor, currency: 'USD', words: 'The rest.' });
    expect(change(asks(101), samples.approve, 'supervisor')).toMatchObject({ because: 'over-limit' });
    expect(change(asks(100), samples.approve, 'supervisor').kind).toBe('changed');
  });
  test('beyond the limit of a supervisor is given by nobody', () => {
    expect(change(taken, giving(GIVES_MAX_MINOR.supervisor + 1), 'supervisor')).toMatchObject({
      because: 'over-limit',
    });
    const asks = changed(taken, {
      action: 'ask-approval',
      amountMinor: 100_001,
      currency: 'USD',
      words: 'All.',
    });
    expect(change(asks, samples.approve, 'supervisor')).toMatchObject({ because: 'over-limit' });
  });
  test('is approved by somebody else than asked for it, and only once it was asked for', () => {
    expect(change(taken, samples.approve, 'supervisor')).toMatchObject({ because: 'no-approval-asked' });
    expect(change(taken, samples['refuse-approval'], 'supervisor')).toMatchObject({
      because: 'no-approval-asked',
    });
    const asks = changed(taken, samples['ask-approval']);
    expect(change(asks, samples.approve, 'supervisor', NOW, 'agent-1')).toMatchObject({
      because: 'own-approval',
    });
  });
  test('that was given is verified by the customer or a second person', () => {
    const paid = changed(taken, giving(100));
    expect(change(paid, samples['confirm-fix'])).toMatchObject({ because: 'own-fix' });
    expect(change(paid, samples['confirm-fix'], 'agent', NOW, 'robin').kind).toBe('changed');
    expect(change(paid, samples['confirm-fix'], 'caller', NOW, 'c-1001').kind).toBe('changed');
    expect(change(resolved, samples['confirm-fix']).kind).toBe('changed');
  });
});

describe('whatever people do to a case, one after the other', () => {
  const steps = fc.array(
    fc.record({
      action: fc.constantFrom(...CASE_ACTIONS),
      role: fc.constantFrom(...ROLES),
      minutes: fc.nat(4_000),
    }),
    { maxLength: 40 },
  );
  test('no role gives more in all than its limit, unless somebody else has approved', () => {
    const back: readonly CaseChange[] = [samples['reject-fix'], samples.reopen, samples.take];
    const wish = fc.tuple(fc.constantFrom<Role>('department', 'agent', 'supervisor'), fc.nat(6_000));
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (gives) => {
        let kase = taken;
        let sum = 0;
        for (const [role, giveMinor] of gives) {
          const resolution = { words: 'Money back.', giveMinor, currency: 'USD' };
          const decided = change(kase, { action: 'resolve', resolution }, role);
          const mayGive = giveMinor === 0 || sum + giveMinor <= GIVES_MAX_MINOR[role];
          expect(decided.kind === 'changed').toBe(mayGive);
          if (decided.kind === 'refused') continue;
          sum += giveMinor;
          kase = decided.case;
          for (const step of back) {
            const next = change(kase, step);
            if (next.kind === 'changed') kase = next.case;
          }
        }
      }),
      { numRuns },
    );
  });
  test('it is closed only after its last fix was verified, it never gives what was not approved, and each change counts', () => {
    fc.assert(
      fc.property(steps, (wishes) => {
        let kase = open;
        let nowMs = NOW;
        let last: string[] = [];
        for (const { action, role, minutes } of wishes) {
          nowMs += minutes * 60_000;
          const decided = change(kase, samples[action], role, nowMs);
          if (decided.kind === 'refused') continue;
          expect(decided.case.version).toBe(kase.version + 1);
          expect(decided.note).toMatchObject({ about: action, atMs: nowMs });
          kase = decided.case;
          last = [...last, action];
          expect(kase.due === undefined).toBe(kase.status === 'verified' || kase.status === 'closed');
          if (kase.status === 'closed') expect(last.at(-2)).toBe('confirm-fix');
          expect(kase.resolution === undefined).toBe(isUnresolved(kase.status));
        }
      }),
      { numRuns },
    );
  });
});

describe('the reason of a case', () => {
  test('says of a complaint by key what caused it and how bad it is, and of nothing else', () => {
    expect(typeOfReason('complaint-damage-high')).toBe('complaint');
    expect(firstFields('complaint-damage-high')).toEqual({ severity: 'high', details: { cause: 'damage' } });
    expect(firstFields('complaint-wrong-item-normal')).toEqual({
      severity: 'normal',
      details: { cause: 'wrong-item' },
    });
    for (const reason of ['complaint-magic-high', 'complaint-damage', 'problem-delivery', 'toString']) {
      expect(firstFields(reason)).toEqual({ severity: 'normal', details: {} });
      expect(typeOfReason(reason)).not.toBe('complaint');
    }
  });
});

describe('what is written of a case from outside', () => {
  test('is a change with its own fields, and nothing else is one', () => {
    for (const sample of Object.values(samples)) expect(caseChange.safeParse(sample).data).toEqual(sample);
    const wrong = [
      { action: 'steal' },
      { action: 'take', owner: 'me' },
      { action: 'resolve', resolution: { words: 'x', giveMinor: -1 } },
      { action: 'pass-on', department: 'kitchen', handover: 'x' },
      { action: 'describe', details: { product: 'no/slash' } },
      { action: 'reopen', words: ' ' },
      { action: 'reopen', words: 'two\nlines' },
    ];
    for (const one of wrong) expect(caseChange.safeParse(one).success).toBe(false);
  });
  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (value, reason) => {
        caseChange.safeParse(value);
        caseDetails.safeParse(value);
        expect(CASE_TYPES).toContain(typeOfReason(reason));
      }),
      { numRuns },
    );
  });
});
