/** Reads what a record says of the contact besides what has happened: attributes, tags, task and chat. */
import { contactAttributes, contactTags, describeContact } from '../describe.ts';
import { chatState } from '../describe-chat.ts';
import type { World } from '../world.ts';
import { chatMetrics } from './chat-metrics.ts';
import type { ContactNotes } from './contact-notes.ts';
import { flowsRecorded } from './flow-recordings.ts';

/** What the engine knows of the contact now; a contact that it has forgotten stays as it was. */
export function readNotes(world: World, notes: ContactNotes): void {
  // The chain goes by one name, and has what the last contact has.
  const followed = world.contacts.get(notes.chainId)?.earlier?.find(({ id }) => id === notes.contactId);
  notes.attributes = followed?.attributes ?? contactAttributes(world, notes.chainId) ?? notes.attributes;
  notes.tags = followed?.tags ?? contactTags(world, notes.chainId) ?? notes.tags;
  if (notes.channel === 'VOICE') notes.flowsRecorded = flowsRecorded(world, notes);
  if (notes.channel === 'CHAT') readChat(world, notes);
  if (notes.channel !== 'TASK') return;
  const task = describeContact(world, notes.chainId)?.task;
  if (task === undefined) return;
  notes.task = followed === undefined ? task.times : followed.times;
  notes.details = {
    Name: task.name,
    ...(task.description === undefined ? {} : { Description: task.description }),
  };
  notes.references = Object.entries(task.references).map(([Name, reference]) => ({ Name, ...reference }));
}

function readChat(world: World, notes: ContactNotes): void {
  const chat = chatState(world, notes.chainId);
  if (chat === undefined || notes.endedAtMs === undefined) return;
  const { contactId, agent, endedAtMs } = notes;
  notes.chat = chatMetrics(chat.items, contactId, chat.customerId, agent?.connectedAtMs, endedAtMs);
}
