/** What a desktop is shown of everything that is written about a case, and of the types of cases. */

import * as z from 'zod/mini';
import { ROLES } from './case-actions.ts';
import { DETAIL_NAMES } from './case-details.ts';
import { department, shownCase } from './case-requests.ts';
import { CASE_TYPES } from './case-types.ts';
import { NOTE_SUBJECTS, VISIBILITIES } from './case-work.ts';

const moment = z.iso.datetime();

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
