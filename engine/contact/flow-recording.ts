/**
 * The recording of what happens between caller and flows (an automated interaction): on and off by the blocks at once,
 * apart from the recording of a conversation with an agent, and over when an agent has the caller or the call ends
 * (adminguide/about-recording-behavior: at most these two recordings for a contact).
 */
import type { RecordedStretch } from './flow-recording-state.ts';
import type { Contact } from './model.ts';
import type { World } from './world.ts';

/** As blocks name the caller's way through the flows among those who are recorded. */
export const FLOWS = 'IVR';

const openStretch = (contact: Contact): RecordedStretch | undefined => {
  const last = contact.flowRecording?.stretches.at(-1);
  return last?.toMs === undefined ? last : undefined;
};

/** On from now; nothing changes where it is on already. */
export function startFlowRecording(world: World, contact: Contact): void {
  if (contact.channel !== 'VOICE' || openStretch(contact) !== undefined) return;
  contact.flowRecording ??= { stretches: [], said: [] };
  contact.flowRecording.stretches.push({
    contactId: contact.segmentId,
    fromMs: world.nowMs,
    toMs: undefined,
  });
}

/** Off from now; nothing changes where it is not on. */
export function stopFlowRecording(world: World, contact: Contact): void {
  const stretch = openStretch(contact);
  if (stretch !== undefined) stretch.toMs = world.nowMs;
}

/** The contact goes on as another one, with a recording of its own. */
export function splitFlowRecording(world: World, contact: Contact): void {
  if (openStretch(contact) === undefined) return;
  stopFlowRecording(world, contact);
  startFlowRecording(world, contact);
}

/** The caller goes on in another contact, which has all that the chain has recorded. */
export function handOverFlowRecording(world: World, from: Contact, to: Contact): void {
  if (from.flowRecording === undefined) return;
  stopFlowRecording(world, from);
  const { stretches, said } = from.flowRecording;
  to.flowRecording = {
    stretches: [...stretches, ...(to.flowRecording?.stretches ?? [])],
    said: [...said, ...(to.flowRecording?.said ?? [])],
  };
}

/** What the caller says is heard in the recording while it is on. */
export function recordWords(world: World, contact: Contact, text: string): void {
  const contactId = openStretch(contact)?.contactId;
  if (contactId !== undefined) contact.flowRecording?.said.push({ contactId, atMs: world.nowMs, text });
}
