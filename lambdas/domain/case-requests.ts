/** What a desktop is shown of a case, and what it may ask to happen to one. */

import * as z from 'zod/mini';
import { CASE_STATES } from './case-states.ts';
import { CASE_ACTIONS, ROLES } from './case-transitions.ts';
import { CASE_TYPES, caseDetails, DEPARTMENTS, DETAIL_NAMES, SEVERITIES, words } from './case-types.ts';
import { caseChange, DUE_FOR, NOTE_SUBJECTS, resolution, VISIBILITIES } from './case-work.ts';
import { contactId } from './customer-requests.ts';

export const caseNumber = z.string().check(z.regex(/^\d{1,20}$/, 'must be digits'));
export const department = z.enum(DEPARTMENTS);

const moment = z.iso.datetime();

export const listedCase = z.strictObject({
  caseNumber: z.string(),
  customerId: z.string(),
  status: z.enum(CASE_STATES),
  type: z.enum(CASE_TYPES),
  severity: z.enum(SEVERITIES),
  department,
  owner: z.optional(z.string()),
  version: z.int(),
  openedAt: moment,
  changedAt: moment,
  dueAt: z.optional(moment),
  dueFor: z.optional(z.enum(DUE_FOR)),
});

export const shownCase = z.strictObject({
  ...listedCase.shape,
  details: caseDetails,
  resolution: z.optional(resolution),
  approval: z.optional(
    z.strictObject({
      state: z.enum(['asked', 'given', 'refused']),
      amountMinor: z.int(),
      currency: z.string(),
      by: z.string(),
    }),
  ),
  reopened: z.int(),
  /** What you may do with it now, limits aside. */
  mayDo: z.array(z.enum(CASE_ACTIONS)),
});

/** A type of cases, for the form of a desktop. */
export const shownCaseType = z.strictObject({
  type: z.enum(CASE_TYPES),
  department,
  /** What has to be said as such a case is opened. */
  asksAtOpening: z.array(z.enum(DETAIL_NAMES)),
  /** What has to be known before it can be resolved. */
  asksBeforeResolved: z.array(z.enum(DETAIL_NAMES)),
});

export const caseFile = z.strictObject({
  case: shownCase,
  notes: z.array(
    z.strictObject({
      at: moment,
      byRole: z.enum(ROLES),
      by: z.string(),
      contactId: z.optional(z.string()),
      visibility: z.enum(VISIBILITIES),
      about: z.enum(NOTE_SUBJECTS),
      words: z.string(),
    }),
  ),
  contactIds: z.array(z.string()),
  /** The voice message of its caller, where there is one: `/cases/{caseNumber}/voicemail` has the link to it. */
  voicemail: z.optional(
    z.strictObject({
      /** `awaited`: the recording has not come; `deleted`: its caller took it back. */
      state: z.enum(['awaited', 'kept', 'deleted']),
      recordedAt: moment,
      seconds: z.optional(z.number()),
    }),
  ),
  orderNumbers: z.array(z.string()),
});

/** A voice message to be listened to: it begins `offsetSeconds` into the file, and is `seconds` long. */
export const lentVoicemail = z.strictObject({
  url: z.string(),
  expiresAt: moment,
  recordedAt: moment,
  offsetSeconds: z.number(),
  seconds: z.number(),
});

export const askedCaseChange = z.strictObject({
  /** The version that you have seen. */
  version: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  change: caseChange,
  contactId: z.optional(contactId),
});

export const caseNote = z.strictObject({
  words,
  visibility: z.enum(VISIBILITIES),
  contactId: z.optional(contactId),
});
