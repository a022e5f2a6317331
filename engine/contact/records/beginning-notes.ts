/** How the notes of callbacks, calls of ours, tasks and chats begin. */
import { describeContact } from '../describe.ts';
import type { Effect } from '../events.ts';
import type { World } from '../world.ts';
import { type ContactNotes, newAgentNotes, newNotes } from './contact-notes.ts';

export const inboundNotes = (
  { contactId, from, to }: Extract<Effect, { kind: 'contact-started' }>,
  startedAtMs: number,
): ContactNotes =>
  newNotes({
    contactId,
    chainId: contactId,
    initialId: undefined,
    previousId: undefined,
    relatedId: undefined,
    channel: 'VOICE',
    initiation: 'INBOUND',
    from,
    to,
    startedAtMs,
  });

/** A supervisor's; the number of the centre is not in it (adminguide/ctr-data-model, SystemEndpoint). */
export function monitorNotes(
  world: World,
  { contactId, ofContactId, ofSegmentId, userId }: Extract<Effect, { kind: 'monitor-started' }>,
  startedAtMs: number,
): ContactNotes {
  const notes = newNotes({
    contactId,
    chainId: contactId,
    initialId: ofContactId,
    previousId: ofSegmentId,
    relatedId: undefined,
    channel: 'VOICE',
    initiation: 'MONITOR',
    from: describeContact(world, ofContactId)?.from,
    to: undefined,
    startedAtMs,
  });
  notes.agent = newAgentNotes(userId, startedAtMs);
  return notes;
}

/** The system is connected when the customer has answered. */
export function callbackNotes(
  world: World,
  { contactId, previousSegmentId }: Extract<Effect, { kind: 'callback-created' }>,
  atMs: number,
): ContactNotes {
  const described = describeContact(world, contactId);
  return newNotes({
    contactId,
    chainId: contactId,
    initialId: described?.outward?.initialContactId,
    previousId: previousSegmentId,
    relatedId: undefined,
    channel: 'VOICE',
    initiation: 'CALLBACK',
    from: described?.from,
    to: described?.to,
    startedAtMs: atMs,
    systemAtMs: undefined,
  });
}

/** A call that the API or an agent makes; the same is true of it. */
export function callNotes(
  world: World,
  { contactId, detectsMachines, relatedContactId }: Extract<Effect, { kind: 'call-started' }>,
  atMs: number,
): ContactNotes {
  const described = describeContact(world, contactId);
  return newNotes({
    contactId,
    chainId: contactId,
    initialId: undefined,
    previousId: undefined,
    relatedId: relatedContactId,
    detectsMachines: detectsMachines === true,
    channel: 'VOICE',
    initiation: described?.segments[0]?.initiation ?? 'API',
    from: described?.from,
    to: described?.to,
    startedAtMs: atMs,
    systemAtMs: undefined,
  });
}

export function chatNotes(
  world: World,
  { contactId }: Extract<Effect, { kind: 'chat-started' }>,
  atMs: number,
): ContactNotes {
  return newNotes({
    contactId,
    chainId: contactId,
    initialId: undefined,
    previousId: undefined,
    relatedId: describeContact(world, contactId)?.relatedContactId,
    channel: 'CHAT',
    initiation: 'API',
    from: undefined,
    to: undefined,
    startedAtMs: atMs,
  });
}

export function taskNotes(
  world: World,
  { contactId, relatedContactId }: Extract<Effect, { kind: 'task-started' }>,
  atMs: number,
): ContactNotes {
  const described = describeContact(world, contactId);
  return newNotes({
    contactId,
    chainId: contactId,
    initialId: undefined,
    previousId: undefined,
    relatedId: described?.relatedContactId ?? relatedContactId,
    channel: 'TASK',
    initiation: described?.segments[0]?.initiation ?? 'API',
    from: undefined,
    to: undefined,
    startedAtMs: atMs,
  });
}
