/** A chain of contacts: what Connect calls a contact ends and the next begins as a caller is moved to another queue. */
import { CHAIN_CONTACTS_MAX } from '../limits.ts';
import { taskOf } from './describe-task.ts';
import type { EarlierAgent, EarlierSegment } from './earlier-segment.ts';
import type { DisconnectReason } from './events.ts';
import { splitFlowRecording } from './flow-recording.ts';
import type { Contact } from './model.ts';
import type { World } from './world.ts';

/** Why the contact cannot leave its queue for another (devguide/contact-actions-dequeuecontactandtransfertoqueue). */
export function whyNotMoved(contact: Contact): string | undefined {
  const { agent, phase } = contact;
  if (phase !== 'queued') return `the contact is ${phase}, not waiting in a queue`;
  if (agent !== undefined) return 'the contact rings at an agent';
  return whyNoMore(contact);
}

/** Why no other contact can follow this one. */
export const whyNoMore = (contact: Contact): string | undefined =>
  chainLength(contact) >= CHAIN_CONTACTS_MAX
    ? `a chain has at most ${CHAIN_CONTACTS_MAX} contacts`
    : undefined;

/** A transfer counts what it comes from, where the caller still is. */
function chainLength({ earlier, parties }: Contact): number {
  const before = parties?.source === undefined ? 0 : chainLength(parties.source.contact);
  return before + (earlier?.length ?? 0) + 1;
}

/** Why a contact is over that another has followed, by how that one began (adminguide/ctr-data-model). */
const REASONS = {
  CALLBACK: 'TELECOM_UNANSWERED',
  QUEUE_TRANSFER: 'CONTACT_FLOW_DISCONNECT',
  // The page has none for a task that is handed on.
  TRANSFER: 'OTHER',
} as const;

/** Why a contact is over whose agent has left it for the one that follows. */
export const leftBecause = ({ channel }: Contact): DisconnectReason =>
  channel === 'TASK' ? REASONS.TRANSFER : 'AGENT_DISCONNECT';

/** What the contact has been up to now, for the chain that goes on without it. */
export const segmentOf = (contact: Contact, endedAtMs: number, reason: DisconnectReason): EarlierSegment => ({
  id: contact.segmentId,
  initiation: contact.initiation,
  startedAtMs: contact.segmentStartedAtMs,
  endedAtMs,
  reason,
  queueId: (contact.entry?.queue ?? contact.target)?.queue.id,
  queuedAtMs: contact.queuedAtMs,
  agent: agentOf(contact),
  attributes: Object.fromEntries(contact.attributes),
  tags: Object.fromEntries(contact.tags ?? []),
  times: taskOf(contact)?.times,
});

/** Who only heard it ring did not have it. */
function agentOf({ agent, connectedAtMs, holds, phase }: Contact): EarlierAgent | undefined {
  if (agent === undefined || connectedAtMs === undefined) return undefined;
  if (phase !== 'connected' && phase !== 'paused') return undefined;
  return { userId: agent.user.id, connectedAtMs, heldMs: holds?.totalMs ?? 0 };
}

/** The next contact of the chain, with all that the one before it knew. */
export function nextSegment(
  world: World,
  contact: Contact,
  initiation: 'QUEUE_TRANSFER' | 'CALLBACK' | 'TRANSFER',
): void {
  const { segmentId } = contact;
  const reason = REASONS[initiation];
  contact.earlier ??= [];
  contact.earlier.push(segmentOf(contact, world.nowMs, reason));
  contact.segmentId = world.names.identifier();
  contact.segmentStartedAtMs = world.nowMs;
  contact.queuedAtMs = undefined;
  splitFlowRecording(world, contact);
  contact.initiation = initiation;
  world.contacts.set(contact.segmentId, contact);
  world.effects.push({
    kind: 'segment-started',
    contactId: contact.id,
    segmentId: contact.segmentId,
    previousSegmentId: segmentId,
    initiation,
    reason,
  });
}

/** The contact before this one in the chain; the first of a call names itself (seen live). */
export const previousSegmentId = ({ earlier, monitorOf, outward, parties, segmentId }: Contact): string =>
  earlier?.at(-1)?.id ??
  parties?.source?.contact.segmentId ??
  monitorOf?.segmentId ??
  outward?.callback?.previousId ??
  segmentId;

/** The first contact of the chain, also for a transfer that the caller is not in yet, and for a callback. */
export const initialId = ({ id, monitorOf, outward, parties }: Contact): string =>
  parties?.source?.contact.id ?? monitorOf?.id ?? outward?.callback?.initialId ?? id;
