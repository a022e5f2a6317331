/** What happens when the time of a chat, of its connection or of somebody's silence is over. */
import { endContact } from './call.ts';
import { happens, startWatch } from './chat-conversation.ts';
import { TIMED_ROLES } from './chat-state.ts';
import { agentLeft } from './leaving.ts';
import type { Contact, Timer } from './model.ts';
import type { World } from './world.ts';

/**
 * Somebody has written nothing for the time that was set: idle at first; then everybody but the customer is
 * disconnected, and the disconnect flow runs where one was set (adminguide/setup-chat-timeouts).
 */
export function isIdleNow(world: World, contact: Contact, { name }: Timer): void {
  const role = TIMED_ROLES.find((one) => one === name);
  const watch = role === undefined ? undefined : contact.chat?.watches.get(role);
  if (role === undefined || watch === undefined) return;
  watch.timer = undefined;
  if (!watch.isIdle && watch.idleMs !== undefined) {
    watch.isIdle = true;
    happens(world, contact, role, 'participant.idle');
    world.effects.push({ kind: 'chat-idle', contactId: contact.id, role, isIdle: true });
    startWatch(world, contact, role, watch);
    return;
  }
  happens(world, contact, role, 'participant.autodisconnection');
  if (contact.agent !== undefined) agentLeft(world, contact.agent, contact, 'IDLE_DISCONNECT');
}

export function chatHasExpired(world: World, contact: Contact): void {
  if (contact.phase !== 'ended') endContact(world, contact, 'EXPIRED');
}

/** The customer has asked for a chat and never come (adminguide/ctr-data-model). */
export function neverConnected(world: World, contact: Contact): void {
  if (contact.phase !== 'ended') endContact(world, contact, 'CUSTOMER_CONNECTION_NOT_ESTABLISHED');
}
