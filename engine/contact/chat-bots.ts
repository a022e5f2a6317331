/**
 * Bots of somebody else's in chats, as participants of their own (adminguide/chat-customize-flow). One at a time, and
 * none where an agent or a Lex bot is.
 */

import { CHAT_NAME_CHARACTERS_MAX } from '../limits.ts';
import { goOn } from './call.ts';
import { botGoes, happens } from './chat-conversation.ts';
import type { Chat, Contact } from './model.ts';
import { InvalidParameter, InvalidState } from './refusals.ts';
import type { World } from './world.ts';

/** @throws InvalidState where somebody else has the chat, InvalidParameter for a name that is none */
export function botJoins(world: World, contact: Contact, chat: Chat, name: string): void {
  if (name === '' || name.length > CHAT_NAME_CHARACTERS_MAX)
    throw new InvalidParameter(
      `the name of the participant has ${name.length} characters; 1 to ${CHAT_NAME_CHARACTERS_MAX} are allowed`,
    );
  if (chat.bot !== undefined) throw new InvalidState(`chat '${contact.id}' has a bot already`);
  if (chat.agentId !== undefined)
    throw new InvalidState(`an agent is in chat '${contact.id}'; no bot can join`);
  if (contact.customer?.listening === true)
    throw new InvalidState(`a Lex bot is in chat '${contact.id}'; no other can join`);
  const participantId = world.names.identifier();
  chat.bot = { id: participantId, name };
  happens(world, contact, 'CUSTOM_BOT', 'participant.joined');
  world.effects.push({ kind: 'bot-joined', contactId: contact.id, participantId });
}

/** A flow that waits for it goes on. */
export function botLeaves(world: World, contact: Contact, chat: Chat): void {
  if (!botGoes(world, contact, chat)) throw new InvalidState(`no bot is in chat '${contact.id}'`);
  const run = contact.customer;
  if (run?.waiting?.kind === 'waiting' && run.waiting['forBot'] === true)
    goOn(world, run, { kind: 'bot-left' });
}
