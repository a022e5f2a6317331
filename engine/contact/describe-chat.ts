/** Plain pictures of chats: who is in them, and what was written. */
import {
  type ChatHappening,
  type ChatItem,
  type ChatRole,
  TIMED_ROLES,
  type TimedRole,
} from './chat-state.ts';
import { maskText } from './masking.ts';
import type { Chat, Contact } from './model.ts';
import type { World } from './world.ts';

/** What a person may read; moments are ms since 1970. */
export interface ChatLine {
  readonly id: string;
  readonly atMs: number;
  /** Undefined for the end of the chat. */
  readonly from?: ChatRole;
  readonly name?: string;
  readonly text?: string;
  readonly happening?: ChatHappening;
}

export interface ChatDescription {
  readonly customerName: string;
  readonly participantId: string;
  /** That of the agent who is in the chat. */
  readonly agentParticipantId?: string;
  /** The customer has not connected yet. */
  readonly awaited?: true;
  readonly idle: readonly TimedRole[];
  readonly lines: readonly ChatLine[];
}

export function chatOf({ chat, secrets }: Contact): ChatDescription | undefined {
  if (chat === undefined) return undefined;
  const { agentId, connection, customerId, customerName, items, watches } = chat;
  return {
    customerName,
    participantId: customerId,
    ...(agentId === undefined ? {} : { agentParticipantId: agentId }),
    ...(connection === undefined ? {} : { awaited: true }),
    idle: TIMED_ROLES.filter((role) => watches.get(role)?.isIdle === true),
    lines: items.map((item) => lineOf(item, secrets)),
  };
}

const lineOf = (
  { atMs, id, name, role, said }: ChatItem,
  secrets: ReadonlySet<string> | undefined,
): ChatLine => ({
  id,
  atMs,
  ...(role === undefined ? {} : { from: role }),
  ...(name === undefined ? {} : { name }),
  ...(said.kind === 'message' ? { text: maskText(secrets, said.text) } : { happening: said.happening }),
});

/** True words, for GetTranscript and records, and for nobody's eyes; undefined where there is no such chat. */
export const chatState = (world: World, contactId: string): Chat | undefined =>
  world.contacts.get(contactId)?.chat;
