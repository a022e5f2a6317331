/** What a desktop is shown of a case, and what it may ask to happen to one; all that is written about it is in case-file.ts. */

import * as z from 'zod/mini';
import { CASE_ACTIONS } from './case-actions.ts';
import { caseChange } from './case-change-asked.ts';
import { caseDetails, words } from './case-details.ts';
import { CASE_STATES, DUE_FOR } from './case-states.ts';
import { CASE_TYPES, DEPARTMENTS, SEVERITIES } from './case-types.ts';
import { resolution, VISIBILITIES } from './case-work.ts';

import { contactId } from './request-ids.ts';

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
      /** Who asked, approved or refused. */
      by: z.string(),
      /** Who asked, once somebody has answered. */
      askedBy: z.optional(z.string()),
    }),
  ),
  /** Given for earlier fixes, which did not hold; it counts with what is given now. */
  givenBeforeMinor: z.optional(z.int()),
  /** While the case waits for another department: to whom it goes back with the reply. */
  passedOn: z.optional(z.strictObject({ by: z.string(), from: z.enum(DEPARTMENTS) })),
  reopened: z.int(),
  /** What you may do with it now, limits aside. */
  mayDo: z.array(z.enum(CASE_ACTIONS)),
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
