/** The transcript of a chat, and the watch over who writes nothing. */
import type { Speech } from '../blocks/step.ts';
import {
  type ChatHappening,
  type ChatItem,
  type ChatRole,
  TIMED_ROLES,
  type TimedRole,
} from './chat-state.ts';
import type { Chat, ChatWatch, Contact, FlowRun } from './model.ts';
import { startTimer, stopTimer } from './timers.ts';
import type { World } from './world.ts';

function add(
  world: World,
  { chat, segmentId }: Contact,
  role: ChatRole | undefined,
  said: ChatItem['said'],
  who: { readonly id: string; readonly name: string } | undefined,
  isForAgent = false,
): string {
  const id = world.names.identifier();
  chat?.items.push({
    id,
    atMs: world.nowMs,
    segmentId,
    role,
    participantId: who?.id,
    name: who?.name,
    said,
    isForAgent,
  });
  return id;
}

/** Whoever takes this part now; the agent is in the contact's hands when this is asked. */
function participant({ agent, chat }: Contact, role: TimedRole | 'CUSTOM_BOT') {
  if (role === 'CUSTOM_BOT') return chat?.bot;
  if (role === 'CUSTOMER')
    return chat === undefined ? undefined : { id: chat.customerId, name: chat.customerName };
  const id = chat?.agentId;
  return id === undefined ? undefined : { id, name: agent?.user.firstName ?? '' };
}

/** @returns the id of the item */
export const written = (
  world: World,
  contact: Contact,
  role: TimedRole | 'CUSTOM_BOT',
  text: string,
  contentType: string,
) => add(world, contact, role, { kind: 'message', text, contentType }, participant(contact, role));

export function happens(
  world: World,
  contact: Contact,
  role: TimedRole | 'CUSTOM_BOT',
  happening: ChatHappening,
): void {
  add(world, contact, role, { kind: 'event', happening }, participant(contact, role));
}

/** What a flow says is a message of the system's; SSML is seen as it is written (adminguide/chat-and-ssml-tags). */
export function flowWrites(world: World, { contact, party }: FlowRun, { text }: Speech): void {
  const message = { kind: 'message', text, contentType: 'text/plain' } as const;
  add(world, contact, 'SYSTEM', message, undefined, party !== 'customer');
}

/** A participant of somebody else's is there no more. @returns whether there was one */
export function botGoes(world: World, contact: Contact, chat: Chat): boolean {
  const { bot } = chat;
  if (bot === undefined) return false;
  happens(world, contact, 'CUSTOM_BOT', 'participant.left');
  chat.bot = undefined;
  world.effects.push({ kind: 'bot-left', contactId: contact.id, participantId: bot.id });
  return true;
}

/**
 * Timers begin when both are in the chat (adminguide/setup-chat-timeouts); a bot of somebody else's is disconnected
 * (adminguide/chat-customize-flow).
 */
export function agentJoins(world: World, contact: Contact, chat: Chat): void {
  botGoes(world, contact, chat);
  chat.agentId = world.names.identifier();
  happens(world, contact, 'AGENT', 'participant.joined');
  for (const role of TIMED_ROLES) {
    const set = chat.timers.get(role);
    if (set === undefined) continue;
    const watch: ChatWatch = { ...set, isIdle: false, timer: undefined };
    chat.watches.set(role, watch);
    startWatch(world, contact, role, watch);
  }
}

/** And stop when the agent leaves. @param agentName who leaves; nothing happens when no agent is in the chat. */
export function agentLeaves(world: World, contact: Contact, chat: Chat, agentName: string): void {
  const { agentId } = chat;
  for (const { timer } of chat.watches.values()) stopTimer(world, timer);
  chat.watches.clear();
  if (agentId === undefined) return;
  const left = { kind: 'event', happening: 'participant.left' } as const;
  add(world, contact, 'AGENT', left, { id: agentId, name: agentName });
  chat.agentId = undefined;
}

export function chatEnds(world: World, contact: Contact, chat: Chat): void {
  stopTimer(world, chat.connection);
  chat.connection = undefined;
  agentLeaves(world, contact, chat, contact.agent?.user.firstName ?? '');
  botGoes(world, contact, chat);
  add(world, contact, undefined, { kind: 'event', happening: 'chat.ended' }, undefined);
}

/** Idle first, and automatic disconnection after that; where only one is set, it begins at once. */
export function startWatch(world: World, contact: Contact, role: TimedRole, watch: ChatWatch): void {
  stopTimer(world, watch.timer);
  const { disconnectMs, idleMs, isIdle } = watch;
  const afterMs = isIdle ? disconnectMs : (idleMs ?? disconnectMs);
  watch.timer =
    afterMs === undefined ? undefined : startTimer(world, 'chat-idle', afterMs, contact, undefined, role);
}

/** Whoever writes is idle no longer, and their time begins anew. */
export function isActive(world: World, contact: Contact, role: TimedRole): void {
  const watch = contact.chat?.watches.get(role);
  if (watch === undefined) return;
  if (watch.isIdle) {
    watch.isIdle = false;
    happens(world, contact, role, 'participant.returned');
    world.effects.push({ kind: 'chat-idle', contactId: contact.id, role, isIdle: false });
  }
  startWatch(world, contact, role, watch);
}
