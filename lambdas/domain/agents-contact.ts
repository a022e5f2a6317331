/** What a contact event says of an agent's contact. */

import * as z from 'zod/mini';
import { normalisedDetail } from './records/contact-event.ts';

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
