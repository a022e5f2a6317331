/** Agreement of the function that finds the customer whom a caller's number belongs to. */

import * as z from 'zod/mini';
import { OUTAGE_TOPICS } from '../domain/announced.ts';
import type { TOPICS } from '../domain/announcement.ts';
import { SEVERITIES } from '../domain/case-types.ts';
import { LANGUAGES } from '../domain/language.ts';
import { TEAMS } from '../domain/last-contact.ts';
import { DEFAULT_TIER, TIERS } from '../domain/tier.ts';
import { defineContract } from '../runtime/contract.ts';

/** The one in which this number was spoken to, `unknown` where nobody has chosen one. */
const chosenLanguage = z.enum([...LANGUAGES, 'unknown']);
/** What callers choose in the main menu, and what an outage may be of. */
export type OutageTopic = (typeof TOPICS)[number];

const yesOrNo = z.enum(['yes', 'no']);

/** What is announced to everybody: which language they want to hear it in may turn out later. */
const announced = {
  announced: yesOrNo,
  announcementEn: z.string(),
  announcementEl: z.string(),
  announcementHu: z.string(),
  announcementRo: z.string(),
  outageTopic: z.enum(OUTAGE_TOPICS),
  outageEn: z.string(),
  outageEl: z.string(),
  outageHu: z.string(),
  outageRo: z.string(),
  closedNow: yesOrNo,
  closedUntil: z.string(),
  closingEn: z.string(),
  closingEl: z.string(),
  closingHu: z.string(),
  closingRo: z.string(),
};

/** Whether somebody called from the number not long ago and wanted a person: ids, and never what it was about. */
const returning = {
  returning: yesOrNo,
  returnTeam: z.enum(TEAMS),
  returnAgent: z.string(),
  returnCase: z.string(),
  returnContact: z.string(),
  returnSeverity: z.enum([...SEVERITIES, 'none']),
};

/**
 * Takes no parameters: the number is the contact's own. A number is a hint and proves nothing, so the answer
 * carries an id, a language, how they are served, and never a name. What is announced comes with it: one round trip is all that a caller
 * waits for before the greeting.
 */
export const lookupCustomer = defineContract({
  name: 'lookup-customer',
  purpose:
    "Finds the customer whom the caller's number belongs to, of whom it says an id and their language; whether they were here a short while ago, and what is announced.",
  parameters: z.strictObject({}),
  outcomes: {
    found: z.strictObject({
      customerId: z.string(),
      language: chosenLanguage,
      tier: z.enum(TIERS),
      ...announced,
      ...returning,
    }),
    /** `unknown` is an id that no customer has: the flow goes on with it in the same words. */
    unknown: z.strictObject({
      customerId: z.literal('unknown'),
      language: z.literal('unknown'),
      tier: z.literal(DEFAULT_TIER),
      ...announced,
      ...returning,
    }),
  },
  environment: {},
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 1,
  attemptTimeoutMs: 700,
  uses: [{ table: 'customers', actions: ['dynamodb:BatchGetItem'] }],
});
