/** A case as people work on it, and what each change of it leaves behind. */

import * as z from 'zod/mini';
import { CASE_ACTIONS, type Role } from './case-actions.ts';
import { type CaseDetails, words } from './case-details.ts';
import type { CaseState, DueFor } from './case-states.ts';
import type { CaseType, Department, Severity } from './case-types.ts';

export const currency = z.string().check(z.regex(/^[A-Z]{3}$/, 'must be a currency code such as USD'));

/** How a case was settled; `giveMinor` where money is given, in minor units of `currency`. */
export const resolution = z.strictObject({
  words,
  giveMinor: z.optional(z.int().check(z.minimum(0), z.maximum(100_000_000))),
  currency: z.optional(currency),
});
export type Resolution = z.output<typeof resolution>;

export interface Approval {
  readonly state: 'asked' | 'given' | 'refused';
  readonly amountMinor: number;
  readonly currency: string;
  /** Who asked, approved or refused. */
  readonly by: string;
  /** Who asked, once somebody has answered. */
  readonly askedBy?: string | undefined;
}

/** Who waits for a department's reply: to them and their department the case goes back. */
export interface PassedOn {
  /** A user name. */
  readonly by: string;
  readonly from: Department;
}

export interface WorkedCase {
  readonly caseNumber: string;
  /** Counts the changes: whoever changes a case names the version that they have seen. */
  readonly version: number;
  readonly status: CaseState;
  readonly type: CaseType;
  readonly severity: Severity;
  readonly department: Department;
  /** Why a call opened it; see `typeOfReason`. */
  readonly reason: string;
  /** `unknown` for somebody whom we do not know. */
  readonly customerId: string;
  /** Where the caller can be called back, as the call showed it. */
  readonly phoneNumber?: string | undefined;
  readonly details: CaseDetails;
  readonly owner?: string | undefined;
  /** While it waits for another department. */
  readonly passedOn?: PassedOn | undefined;
  readonly resolution?: Resolution | undefined;
  readonly resolvedBy?: string | undefined;
  readonly approval?: Approval | undefined;
  /** What was given for earlier fixes, which did not hold, in minor units; absent where nothing was. */
  readonly givenBeforeMinor?: number | undefined;
  /** Absent where nothing is due: the case is verified or closed. */
  readonly due?: { readonly atMs: number; readonly for: DueFor } | undefined;
  /** How often a fix did not hold. */
  readonly reopened: number;
  /** How often it was raised, by its caller or by itself. */
  readonly escalations: number;
  /** The contact that opened it. */
  readonly contactId: string;
  readonly openedAtMs: number;
  readonly changedAtMs: number;
}

/** Who makes a change; `id` is a user name, the id of a customer, or the name of a function. */
export interface Actor {
  readonly role: Role;
  readonly id: string;
}

/** Who may read a note: only we, or the customer too. */
export const VISIBILITIES = ['internal', 'customer'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** The change that a note belongs to, `note` where somebody only wrote something down. */
export const NOTE_SUBJECTS = [...CASE_ACTIONS, 'note', 'escalate'] as const;

/** What is written down about a case; nothing of it is ever changed or removed. */
export interface CaseNote {
  readonly atMs: number;
  readonly by: Actor;
  /** The contact in which it was written. */
  readonly contactId?: string | undefined;
  readonly visibility: Visibility;
  readonly about: (typeof NOTE_SUBJECTS)[number];
  readonly words: string;
}
