/** Decides a change to a case: whether this person may make it now, and what the case is afterwards. */

import type { Role } from './case-actions.ts';
import type { CaseChange } from './case-change-asked.ts';
import type { DetailName } from './case-details.ts';
import { type DueFor, isUnresolved } from './case-states.ts';
import { type NotAllowed, stateAfter } from './case-transitions.ts';
import { missingDetails, moreSevere, resolutionTimeMs } from './case-types.ts';
import type { Actor, CaseNote, Resolution, WorkedCase } from './case-work.ts';
import { type HoursNow, promisedTime, RESPONSE_MS } from './promised-time.ts';

/** The most (minor units) that a role gives away by itself in any one case, with what was given for earlier fixes of it. */
export const GIVES_MAX_MINOR: Readonly<Record<Role, number>> = {
  caller: 0,
  system: 0,
  department: 2_500,
  agent: 5_000,
  supervisor: 100_000,
};

/** Open time (ms) for a department's reply, a customer's answer, and the check of a fix. */
export const REPLY_MS = 8 * 60 * 60_000;
const CUSTOMER_REPLY_MS = 24 * 60 * 60_000;
const VERIFICATION_MS = 16 * 60 * 60_000;

export type Refusal =
  | { readonly because: NotAllowed | 'own-fix' | 'no-approval-asked' | 'own-approval' | 'late-reply' }
  /** What has still to be asked. */
  | { readonly because: 'details-missing'; readonly missing: readonly DetailName[] }
  /** Somebody who may give so much has to approve it first; `limitMinor` is what this role gives by itself. */
  | { readonly because: 'needs-approval' | 'over-limit'; readonly limitMinor: number };

export type Decided =
  | { readonly kind: 'changed'; readonly case: WorkedCase; readonly note: CaseNote }
  | ({ readonly kind: 'refused' } & Refusal);

export interface Moment {
  readonly nowMs: number;
  readonly hours: HoursNow;
  /** The contact in which it happens. */
  readonly contactId?: string | undefined;
}

/** The case after a change, with the note that tells of it; or why it is not made. */
export function changedCase(before: WorkedCase, change: CaseChange, by: Actor, moment: Moment): Decided {
  const next = stateAfter(before.status, change.action, by.role);
  if ('refused' in next) return { kind: 'refused', because: next.refused };
  const refusal = refusalOf(before, change, by, moment);
  if (refusal !== undefined) return { kind: 'refused', ...refusal };
  const { nowMs, contactId } = moment;
  const changed: WorkedCase = {
    ...before,
    ...effectOf(before, change, by),
    status: next.state,
    version: before.version + 1,
    changedAtMs: nowMs,
  };
  return {
    kind: 'changed',
    case: { ...changed, due: dueAfter(before, changed, change, moment) },
    note: { atMs: nowMs, by, contactId, ...wordsOf(change) },
  };
}

function refusalOf(before: WorkedCase, change: CaseChange, by: Actor, moment: Moment): Refusal | undefined {
  const { approval } = before;
  switch (change.action) {
    case 'resolve': {
      const missing = missingDetails(before.type, before.details);
      if (missing.length > 0) return { because: 'details-missing', missing };
      return refusalToGive(before, change.resolution, by);
    }
    case 'confirm-fix':
      // Where money was given a second person looks, or the customer says so.
      return by.role !== 'caller' && givenMinor(before) > 0 && before.resolvedBy === by.id
        ? { because: 'own-fix' }
        : undefined;
    case 'approve':
      if (approval?.state !== 'asked') return { because: 'no-approval-asked' };
      if (approval.by === by.id) return { because: 'own-approval' };
      return givenMinor(before) + approval.amountMinor > GIVES_MAX_MINOR[by.role]
        ? { because: 'over-limit', limitMinor: GIVES_MAX_MINOR[by.role] }
        : undefined;
    case 'refuse-approval':
      return approval?.state === 'asked' ? undefined : { because: 'no-approval-asked' };
    case 'pass-on':
      return change.replyByMs !== undefined && change.replyByMs <= moment.nowMs
        ? { because: 'late-reply' }
        : undefined;
    default:
      return undefined;
  }
}

function refusalToGive(
  before: WorkedCase,
  { giveMinor = 0, currency }: Resolution,
  { role }: Actor,
): Refusal | undefined {
  const { approval } = before;
  const limitMinor = GIVES_MAX_MINOR[role];
  if (giveMinor === 0 || givenMinor(before) + giveMinor <= limitMinor) return undefined;
  if (role === 'supervisor') return { because: 'over-limit', limitMinor };
  const isApproved =
    approval?.state === 'given' && approval.currency === currency && giveMinor <= approval.amountMinor;
  return isApproved ? undefined : { because: 'needs-approval', limitMinor };
}

/** Everything that was given in a case, for the fix that stands and for those that did not hold. */
const givenMinor = ({ givenBeforeMinor = 0, resolution }: WorkedCase): number =>
  givenBeforeMinor + (resolution?.giveMinor ?? 0);

function effectOf(before: WorkedCase, change: CaseChange, by: Actor): Partial<WorkedCase> {
  switch (change.action) {
    case 'take':
      return { owner: by.id };
    case 'assign':
      return { owner: change.owner };
    case 'describe':
      return {
        details: { ...before.details, ...change.details },
        severity: change.severity ?? before.severity,
        type: change.type ?? before.type,
      };
    case 'pass-on':
      // Somebody of the department takes it: nobody there owns it yet. Who asked first waits for the reply.
      return {
        department: change.department,
        owner: undefined,
        passedOn: before.passedOn ?? { by: by.id, from: before.department },
      };
    case 'department-replied': {
      const { passedOn } = before;
      return passedOn === undefined
        ? {}
        : { department: passedOn.from, owner: passedOn.by, passedOn: undefined };
    }
    case 'ask-approval': {
      const { amountMinor, currency } = change;
      return { approval: { state: 'asked', amountMinor, currency, by: by.id } };
    }
    case 'approve':
    case 'refuse-approval':
      return before.approval === undefined
        ? {}
        : {
            owner: before.approval.by,
            approval: {
              ...before.approval,
              state: change.action === 'approve' ? 'given' : 'refused',
              by: by.id,
              askedBy: before.approval.by,
            },
          };
    case 'resolve':
      return { resolution: change.resolution, resolvedBy: by.id, passedOn: undefined };
    case 'reject-fix':
    case 'reopen':
      // What was approved for the first fix is not approved for the second.
      return {
        resolution: undefined,
        resolvedBy: undefined,
        givenBeforeMinor: givenMinor(before) || undefined,
        approval: undefined,
        reopened: before.reopened + 1,
        severity: moreSevere(before.severity),
      };
    default:
      return {};
  }
}

/** A promise that stands is kept where the change is none of what was promised. */
function dueAfter(
  before: WorkedCase,
  { status, type, severity, openedAtMs }: WorkedCase,
  change: CaseChange,
  { nowMs, hours }: Moment,
): WorkedCase['due'] {
  const within = (ms: number, dueFor: DueFor, fromMs = nowMs) => ({
    atMs: promisedTime(hours, fromMs, ms),
    for: dueFor,
  });
  switch (status) {
    case 'waiting-for-customer':
      return status === before.status ? before.due : within(CUSTOMER_REPLY_MS, 'customer-reply');
    case 'waiting-for-department':
      if (change.action !== 'pass-on') return before.due;
      return change.replyByMs === undefined
        ? within(REPLY_MS, 'department-reply')
        : { atMs: change.replyByMs, for: 'department-reply' };
    case 'resolved':
      return within(VERIFICATION_MS, 'verification');
    case 'verified':
    case 'closed':
      return undefined;
    case 'open':
      // Whoever was let down by a fix hears from us first of all.
      return isUnresolved(before.status) ? before.due : within(RESPONSE_MS, 'first-answer');
    case 'in-progress': {
      const isSooner = change.action === 'describe' || before.status !== 'in-progress';
      if (!isSooner) return before.due;
      // It counts from the opening, because the customer has waited since, and leaves us the time to answer.
      const sinceOpened = within(resolutionTimeMs(type, severity), 'resolution', openedAtMs);
      const soonest = within(RESPONSE_MS, 'resolution');
      return sinceOpened.atMs > soonest.atMs ? sinceOpened : soonest;
    }
  }
}

function wordsOf(change: CaseChange): Pick<CaseNote, 'about' | 'visibility' | 'words'> {
  const about = change.action;
  const internal = (words: string) => ({ about, visibility: 'internal' as const, words });
  const told = (words: string) => ({ about, visibility: 'customer' as const, words });
  switch (change.action) {
    case 'ask-customer':
    case 'customer-answered':
    case 'reject-fix':
    case 'reopen':
      return told(change.words);
    case 'resolve':
      return told(change.resolution.words);
    case 'pass-on':
      return internal(`To ${change.department}: ${change.handover}`);
    case 'ask-approval':
      return internal(`${change.amountMinor} ${change.currency} (minor units): ${change.words}`);
    case 'department-replied':
    case 'refuse-approval':
      return internal(change.words);
    case 'assign':
      return internal(`To ${change.owner}`);
    case 'describe': {
      const { details, severity, type } = change;
      return internal(JSON.stringify({ ...details, severity, type }));
    }
    case 'take':
    case 'approve':
    case 'close':
      return internal(about);
    case 'confirm-fix':
      return told(about);
  }
}
