/** A contact as its agent's page shows it. */
import type { ChatDescription, ChatLine } from '../../engine/contact/describe-chat.ts';
import type { TaskDescription } from '../../engine/contact/describe-task.ts';
import type { AgentContactSnapshot } from '../connect/centre.ts';
import type { AgentContact } from './protocol.ts';
import { partiesOf, transferOf } from './transfers-shown.ts';

/** Words that the agent has heard in a contact. */
interface HeardIn {
  readonly contactId: string;
  readonly text: string;
}

export function contactOf(
  contact: AgentContactSnapshot,
  whisper: HeardIn | undefined,
  heard: HeardIn | undefined,
): AgentContact {
  const { chat, outward, task } = contact;
  const transferId = contact.parties?.transfer?.contactId;
  const transfer = transferOf(contact.parties, heard?.contactId === transferId ? heard?.text : undefined);
  const parties = partiesOf(contact.parties);
  return {
    contactId: contact.contactId,
    state: contact.state,
    stateSinceMs: contact.stateSinceMs,
    queue: contact.queueName,
    ...(contact.priority === undefined ? {} : { priority: contact.priority }),
    ...(task === undefined ? {} : { task: taskOf(task) }),
    ...(chat === undefined ? {} : { chat: chatOf(chat) }),
    ...(outward === undefined
      ? {}
      : { called: { isCallback: outward.kind === 'callback', isAnswered: outward.state === 'answered' } }),
    ...(contact.callerNumber === undefined ? {} : { caller: contact.callerNumber }),
    attributes: { ...contact.attributes },
    ...(whisper?.contactId === contact.contactId ? { whisper: whisper.text } : {}),
    ...(contact.holds?.sinceMs === undefined ? {} : { heldSinceMs: contact.holds.sinceMs }),
    ...(transfer === undefined ? {} : { transfer }),
    ...(parties === undefined ? {} : { parties }),
  };
}

function taskOf({ name, description, references }: TaskDescription): AgentContact['task'] {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    references: Object.entries(references).map(([reference, { Value }]) => ({
      name: reference,
      value: Value,
    })),
  };
}

const chatOf = ({ customerName, idle, lines }: ChatDescription): AgentContact['chat'] => ({
  customer: customerName,
  isCustomerIdle: idle.includes('CUSTOMER'),
  lines: lines.map(lineOf),
});

const WRITERS = { CUSTOMER: 'customer', AGENT: 'agent', SYSTEM: 'centre', CUSTOM_BOT: 'centre' } as const;

function lineOf({ atMs, from, happening, id, name, text }: ChatLine) {
  if (text === undefined) return { id, atMs, text: happened(name, happening) };
  return { id, atMs, text, ...(from === undefined ? {} : { from: WRITERS[from] }) };
}

function happened(name: string | undefined, happening: ChatLine['happening']): string {
  const who = name ?? 'Somebody';
  switch (happening) {
    case 'participant.joined':
      return `${who} has joined the chat.`;
    case 'participant.left':
      return `${who} has left the chat.`;
    case 'participant.idle':
      return `${who} has written nothing for a while.`;
    case 'participant.returned':
      return `${who} is back.`;
    case 'participant.autodisconnection':
      return `${who} has written nothing for too long.`;
    default:
      return 'The chat has ended.';
  }
}
