/** What an agent may see: a customer with whom they have, or had a short while ago, a contact, or whose case they work on. */

import type { Department } from './case-types.ts';
import type { WorkedCase } from './case-work.ts';

/** How long an agent finds their own contacts. */
export const DESK_KEPT_DAYS = 30;

/** No contact lasts longer: one whose end was never told of lets nobody look for ever. */
export const CONTACT_HOURS_MAX = 12;

/** Since when, and until when if it has ended, an agent has a contact with a customer. */
export interface Sight {
  readonly contactId: string;
  readonly connectedAt: string;
  readonly endedAt?: string | undefined;
}

export type Admission =
  | { readonly allowed: true; readonly via: 'contact'; readonly contactId: string }
  | { readonly allowed: true; readonly via: 'case'; readonly caseNumber: string }
  | { readonly allowed: true; readonly via: 'supervisor' }
  | { readonly allowed: false };

/**
 * By what an agent may see a customer at `nowMs`, if by a contact or by their role.
 * @param minutesAfter how long after a contact's end they still may
 */
export function admission(
  agent: { readonly isSupervisor: boolean },
  sight: Sight | undefined,
  minutesAfter: number,
  nowMs: number,
): Admission {
  if (sight !== undefined && nowMs < sightEndsAtMs(sight, minutesAfter))
    return { allowed: true, via: 'contact', contactId: sight.contactId };
  return agent.isSupervisor ? { allowed: true, via: 'supervisor' } : { allowed: false };
}

/** By which of a customer's cases an agent may see them: one that is not closed, and theirs or their department's. */
export function admissionByCase(
  agent: { readonly username: string; readonly departments: readonly Department[] },
  cases: readonly Pick<WorkedCase, 'caseNumber' | 'status' | 'owner' | 'department'>[],
): Admission {
  const theirs = cases.find(
    ({ status, owner, department }) =>
      status !== 'closed' && (owner === agent.username || agent.departments.includes(department)),
  );
  return theirs === undefined
    ? { allowed: false }
    : { allowed: true, via: 'case', caseNumber: theirs.caseNumber };
}

/** From when on the agent no longer sees the customer by this contact. */
export function sightEndsAtMs({ connectedAt, endedAt }: Sight, minutesAfter: number): number {
  return endedAt === undefined
    ? Date.parse(connectedAt) + CONTACT_HOURS_MAX * 3_600_000
    : Date.parse(endedAt) + minutesAfter * 60_000;
}

/**
 * So many customers may an agent say in turn that one contact is with. Somebody who mistypes needs a second, and two
 * who share a telephone a third; more is a way to read one customer after the other by a single call.
 */
export const LINKED_MAX = 3;

/**
 * Why an agent may not say that a contact is with a customer; a supervisor may.
 * @param verifiedIds all ids of the customer whom the caller has shown to be, none where they have not
 */
export function whyNotLinked(
  {
    verifiedIds,
    saidToBe,
  }: { readonly verifiedIds: readonly string[]; readonly saidToBe: readonly string[] },
  customerId: string,
): 'verified-as-another' | 'too-many' | undefined {
  if (verifiedIds.length > 0 && !verifiedIds.includes(customerId)) return 'verified-as-another';
  return saidToBe.length >= LINKED_MAX && !saidToBe.includes(customerId) ? 'too-many' : undefined;
}
