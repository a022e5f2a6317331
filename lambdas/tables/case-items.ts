/** A case and what is written down about it, as items of the table of cases. */

import * as z from 'zod/mini';
import { ROLES } from '../domain/case-actions.ts';
import { caseDetails } from '../domain/case-details.ts';
import { CASE_STATES, DUE_FOR } from '../domain/case-states.ts';
import { CASE_TYPES, DEPARTMENTS, SEVERITIES } from '../domain/case-types.ts';
import {
  type CaseNote,
  NOTE_SUBJECTS,
  resolution,
  VISIBILITIES,
  type WorkedCase,
} from '../domain/case-work.ts';

import { phoneNumber } from '../domain/phone-number.ts';
import { type Plain, readItem, type Table } from './table.ts';

const moment = z.iso.datetime();

const workedItem = z.object({
  caseNumber: z.string(),
  version: z.int().check(z.minimum(1)),
  status: z.enum(CASE_STATES),
  type: z.enum(CASE_TYPES),
  severity: z.enum(SEVERITIES),
  department: z.enum(DEPARTMENTS),
  reason: z.string(),
  customerId: z.string(),
  phoneNumber: z.optional(z.string()),
  details: z.optional(caseDetails),
  owner: z.optional(z.string()),
  resolution: z.optional(resolution),
  resolvedBy: z.optional(z.string()),
  approval: z.optional(
    z.object({
      state: z.enum(['asked', 'given', 'refused']),
      amountMinor: z.int(),
      currency: z.string(),
      by: z.string(),
      askedBy: z.optional(z.string()),
    }),
  ),
  givenBeforeMinor: z.optional(z.int()),
  passedOn: z.optional(z.object({ by: z.string(), from: z.enum(DEPARTMENTS) })),
  dueAt: z.optional(moment),
  dueFor: z.optional(z.enum(DUE_FOR)),
  dueIn: z.optional(z.string()),
  reopened: z.optional(z.int()),
  escalations: z.optional(z.int()),
  contactId: z.string(),
  openedAt: moment,
  changedAt: moment,
});

/** The item `CASE` as people work on it. */
export function workedCaseOf(item: Plain, table: Table): WorkedCase {
  const { dueAt, dueFor, dueIn, openedAt, changedAt, details, reopened, escalations, ...rest } = readItem(
    workedItem,
    item,
    table,
  );
  // A case without a number, or whose customer was erased, has a word in its place: nobody is sent anything there.
  const { phoneNumber: number = '', ...kept } = rest;
  const isDue = dueAt !== undefined && dueFor !== undefined && dueIn !== undefined;
  return {
    ...kept,
    phoneNumber: phoneNumber(number),
    details: details ?? {},
    reopened: reopened ?? 0,
    escalations: escalations ?? 0,
    openedAtMs: Date.parse(openedAt),
    changedAtMs: Date.parse(changedAt),
    ...(isDue ? { due: { atMs: Date.parse(dueAt), for: dueFor } } : {}),
  };
}

/** Every attribute that a change may touch; those that are undefined are removed. */
export function changedAttributes(changed: WorkedCase): Readonly<Record<string, unknown>> {
  const { due, resolution: settled } = changed;
  return {
    version: changed.version,
    status: changed.status,
    type: changed.type,
    severity: changed.severity,
    department: changed.department,
    details: defined(changed.details),
    owner: changed.owner,
    resolution: settled === undefined ? undefined : defined(settled),
    resolvedBy: changed.resolvedBy,
    approval: changed.approval,
    givenBeforeMinor: changed.givenBeforeMinor,
    passedOn: changed.passedOn,
    dueAt: due === undefined ? undefined : new Date(due.atMs).toISOString(),
    dueFor: due?.for,
    dueIn: due === undefined ? undefined : changed.department,
    ...(due?.for === 'first-answer' ? { promisedAt: new Date(due.atMs).toISOString() } : {}),
    reopened: changed.reopened,
    changedAt: new Date(changed.changedAtMs).toISOString(),
  };
}

const noteItem = z.object({
  at: moment,
  byRole: z.enum(ROLES),
  byId: z.string(),
  inContact: z.optional(z.string()),
  visibility: z.enum(VISIBILITIES),
  about: z.enum(NOTE_SUBJECTS),
  words: z.string(),
});

export function noteOf(item: Plain, table: Table): CaseNote {
  const { at, byRole, byId, inContact, ...kept } = readItem(noteItem, item, table);
  return { ...kept, atMs: Date.parse(at), by: { role: byRole, id: byId }, contactId: inContact };
}

/** Nothing that is undefined: DynamoDB has no word for it. */
function defined(values: Readonly<Record<string, unknown>>): Plain {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
