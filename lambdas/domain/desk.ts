/** What an agent may see: a customer with whom they have, or had a short while ago, a contact, or whose case they work on. */

import * as z from 'zod/mini';
import type { Department } from './case-types.ts';
import type { WorkedCase } from './case-work.ts';
import { normalisedDetail } from './records/contact-event.ts';

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

const readEvent = z.object({
  eventType: z.string(),
  contactId: z.string(),
  initialContactId: z.optional(z.string()),
  channel: z.string(),
  instanceArn: z.string(),
  initiationTimestamp: z.optional(z.iso.datetime()),
  disconnectTimestamp: z.optional(z.iso.datetime()),
  agentInfo: z.optional(
    z.object({ agentArn: z.string(), connectedToAgentTimestamp: z.optional(z.iso.datetime()) }),
  ),
});

/** What a contact event says of an agent's contact. */
export interface AgentsContact {
  readonly agentId: string;
  readonly contactId: string;
  readonly initialContactId: string;
  readonly instanceId: string;
  readonly channel: string;
  readonly connectedAt: string;
  /** Present once the agent is done with it. */
  readonly endedAt?: string;
}

/**
 * The agent's contact of an event; undefined for a contact that no agent had.
 * @throws Error that names the field which is missing or wrong, and never its value
 */
export function agentsContact(detail: unknown, atMs: number): AgentsContact | undefined {
  const read = z.safeParse(readEvent, normalisedDetail(detail));
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') || 'it';
    throw new Error(`a contact event cannot be followed: ${field} is missing or wrong`);
  }
  const { eventType, contactId, initialContactId = contactId, channel, instanceArn, agentInfo } = read.data;
  if (agentInfo === undefined) return undefined;
  const at = new Date(atMs).toISOString();
  return {
    agentId: agentInfo.agentArn.split('/').at(-1) ?? '',
    contactId,
    initialContactId,
    instanceId: instanceArn.split('/').at(-1) ?? '',
    channel,
    connectedAt: agentInfo.connectedToAgentTimestamp ?? read.data.initiationTimestamp ?? at,
    ...(eventType === 'COMPLETED' ? { endedAt: read.data.disconnectTimestamp ?? at } : {}),
  };
}
