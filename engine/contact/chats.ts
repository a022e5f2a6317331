/** Chats: contacts whose customer and agent write to each other. */
import {
  CHAT_CONNECTION_MS,
  CHAT_JSON_CHARACTERS_MAX,
  CHAT_MESSAGE_CHARACTERS_MAX,
  CHAT_MINUTES_MAX,
  CHAT_MINUTES_MIN,
  CHAT_MS_DEFAULT,
  CHAT_NAME_CHARACTERS_MAX,
  CHAT_TIMER_MINUTES_MAX,
  CHAT_TIMER_MINUTES_MIN,
} from '../limits.ts';
import { endContact, goOn, startForCustomer } from './call.ts';
import { botJoins, botLeaves } from './chat-bots.ts';
import { happens, isActive, written } from './chat-conversation.ts';
import type { ChatMessage, ChatTimerSetting, StartChat } from './chat-messages.ts';
import { agentNamed, mustBeSignedIn, workOn } from './commanded.ts';
import { attributesOf, checkAttributes, setAttributes } from './contact-state.ts';
import { flowNamed } from './instance-view.ts';
import { agentLeft } from './leaving.ts';
import { MASK, maskText } from './masking.ts';
import type { Chat, Contact, FlowRun } from './model.ts';
import { newContact } from './new-contact.ts';
import { InvalidParameter, InvalidState, LimitExceeded, NotFound } from './refusals.ts';
import { startTimer, stopTimer } from './timers.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;
const PLAIN = 'text/plain';
/** Kinds of content and how long they may be (API_ChatMessage). */
const LONGEST: ReadonlyMap<string, number> = new Map([
  [PLAIN, CHAT_MESSAGE_CHARACTERS_MAX],
  ['text/markdown', CHAT_MESSAGE_CHARACTERS_MAX],
  ['application/json', CHAT_JSON_CHARACTERS_MAX],
  ['application/vnd.amazonaws.connect.message.interactive.response', CHAT_JSON_CHARACTERS_MAX],
]);

/** @throws NotFound, InvalidState for what cannot be now, InvalidParameter for a value that means nothing */
export function chatMessage(world: World, message: ChatMessage): void {
  if (message.kind === 'start-chat') {
    startChat(world, message);
    return;
  }
  const { chat, contact } = openChat(world, message.contactId);
  switch (message.kind) {
    case 'chat-connects':
      customerConnects(world, contact, chat);
      return;
    case 'customer-writes':
      customerWrites(world, contact, chat, message.text, message.contentType);
      return;
    case 'agent-writes':
      agentWrites(world, message);
      return;
    case 'bot-joins':
      botJoins(world, contact, chat, message.name);
      return;
    case 'bot-writes':
      botWrites(world, contact, chat, message.text, message.contentType);
      return;
    case 'bot-leaves':
      botLeaves(world, contact, chat);
      return;
    case 'set-chat-timers':
      setTimers(chat, message.timers);
  }
}

function openChat(world: World, contactId: string): { chat: Chat; contact: Contact } {
  const contact = world.contacts.get(contactId);
  if (contact === undefined) throw new NotFound(`there is no contact '${contactId}'`);
  const { chat } = contact;
  if (chat === undefined) throw new InvalidState(`contact '${contactId}' is no chat`);
  if (contact.phase === 'ended') throw new InvalidState(`chat '${contactId}' has ended`);
  return { chat, contact };
}

function startChat(world: World, order: StartChat): void {
  const { customerName, durationMinutes, initialMessage, relatedContactId } = order;
  const flow = flowNamed(world, order.flowId);
  if (flow === undefined) throw new NotFound(`there is no flow '${order.flowId}' to start a chat with`);
  if (flow.type !== 'CONTACT_FLOW')
    throw new InvalidParameter(`flow '${flow.name}' is a ${flow.type}; a chat starts with an inbound flow`);
  if (customerName === '' || customerName.length > CHAT_NAME_CHARACTERS_MAX)
    throw new InvalidParameter(
      `the customer's name has ${customerName.length} characters; 1 to ${CHAT_NAME_CHARACTERS_MAX} are allowed`,
    );
  if (durationMinutes !== undefined && !isBetween(durationMinutes, CHAT_MINUTES_MIN, CHAT_MINUTES_MAX))
    throw new InvalidParameter(
      `a chat of ${durationMinutes} minutes is not possible; ${CHAT_MINUTES_MIN} to ${CHAT_MINUTES_MAX} are`,
    );
  if (initialMessage !== undefined) checkMessage(initialMessage.text, initialMessage.contentType);
  if (order.attributes !== undefined) checkAttributes(order.attributes);
  const related = relatedContactId === undefined ? undefined : world.contacts.get(relatedContactId);
  if (relatedContactId !== undefined && related === undefined)
    throw new NotFound(`there is no contact '${relatedContactId}' to relate a chat to`);
  refuseOverQuota(world);
  const contact = newContact(world, 'CHAT', 'API', 'estimated', undefined, undefined, related?.segmentId);
  const chat: Chat = {
    customerName,
    customerId: world.names.identifier(),
    agentId: undefined,
    bot: undefined,
    initialMessage: initialMessage?.text,
    items: [],
    freesAgent: order.freesAgent === true,
    connection: undefined,
    timers: new Map(),
    watches: new Map(),
  };
  contact.chat = chat;
  const durationMs = durationMinutes === undefined ? CHAT_MS_DEFAULT : durationMinutes * MINUTE_MS;
  contact.timer = startTimer(world, 'expiry', durationMs, contact);
  world.effects.push({
    kind: 'chat-started',
    contactId: contact.id,
    participantId: chat.customerId,
    customerName,
    ...(related === undefined ? {} : { relatedContactId: related.id }),
  });
  if (order.customerId !== undefined) contact.data = new Map([['CustomerId', order.customerId]]);
  if (order.attributes !== undefined) setAttributes(world, contact, attributesOf(order.attributes));
  if (order.connects === 'later')
    chat.connection = startTimer(world, 'chat-connection', CHAT_CONNECTION_MS, contact);
  else happens(world, contact, 'CUSTOMER', 'participant.joined');
  if (initialMessage !== undefined)
    tell(world, contact, initialMessage.text, initialMessage.contentType ?? PLAIN, MASK);
  startForCustomer(world, contact, flow);
}

function refuseOverQuota({ instance: { chatsAtOnceMax }, contacts }: World): void {
  if (chatsAtOnceMax === undefined) return;
  let chats = 0;
  // A contact that was moved from queue to queue is there by each of its ids.
  for (const [id, { id: first, channel, phase }] of contacts)
    if (id === first && channel === 'CHAT' && phase !== 'ended') chats += 1;
  if (chats >= chatsAtOnceMax)
    throw new LimitExceeded(`${chats} chats are on, and the instance takes ${chatsAtOnceMax} at once`);
}

/** A second connection, from another window, changes nothing. */
function customerConnects(world: World, contact: Contact, chat: Chat): void {
  if (chat.connection === undefined) return;
  stopTimer(world, chat.connection);
  chat.connection = undefined;
  happens(world, contact, 'CUSTOMER', 'participant.joined');
}

/** A bot that listens takes the words, and a flow that waits for the customer's return goes on; the agent reads all. */
function customerWrites(world: World, contact: Contact, chat: Chat, text: string, contentType = PLAIN): void {
  checkMessage(text, contentType);
  if (chat.connection !== undefined)
    throw new InvalidState(`the customer of chat '${contact.id}' has not connected yet`);
  const run = contact.customer;
  const taken = run !== undefined && takes(run);
  const isSeen = contact.phase === 'connected' || (contact.logging && taken);
  tell(world, contact, text, contentType, isSeen ? maskText(contact.secrets, text) : MASK);
  isActive(world, contact, 'CUSTOMER');
  if (!taken) return;
  if (!contact.logging) run.secretInput = true;
  goOn(world, run, { kind: 'said', text: text.trim() });
}

const takes = ({ listening, waiting }: FlowRun): boolean =>
  (listening && waiting?.kind === 'talking') ||
  (waiting?.kind === 'waiting' && waiting['forCustomer'] === true);

function tell(world: World, contact: Contact, text: string, contentType: string, shown: string): void {
  const itemId = written(world, contact, 'CUSTOMER', text, contentType);
  world.effects.push({ kind: 'chat-message', contactId: contact.id, itemId, from: 'CUSTOMER', text: shown });
}

function agentWrites(world: World, message: Extract<ChatMessage, { kind: 'agent-writes' }>): void {
  const agent = agentNamed(world, message.userId);
  mustBeSignedIn(agent);
  const { contact } = workOn(agent, message.contactId, ['connected']);
  checkMessage(message.text, message.contentType);
  const { contentType = PLAIN, text } = message;
  const itemId = written(world, contact, 'AGENT', text, contentType);
  const shown = maskText(contact.secrets, text);
  world.effects.push({ kind: 'chat-message', contactId: contact.id, itemId, from: 'AGENT', text: shown });
  isActive(world, contact, 'AGENT');
}

function botWrites(world: World, contact: Contact, { bot }: Chat, text: string, contentType = PLAIN): void {
  if (bot === undefined) throw new InvalidState(`no bot is in chat '${contact.id}'`);
  checkMessage(text, contentType);
  const itemId = written(world, contact, 'CUSTOM_BOT', text, contentType);
  const shown = maskText(contact.secrets, text);
  world.effects.push({
    kind: 'chat-message',
    contactId: contact.id,
    itemId,
    from: 'CUSTOM_BOT',
    text: shown,
  });
}

/** All or none; one role and timer at most once (API_UpdateParticipantRoleConfig). */
function setTimers(chat: Chat, settings: readonly ChatTimerSetting[]): void {
  const seen = new Set<string>();
  for (const { minutes, role, timer } of settings) {
    const name = `${timer} of ${role}`;
    if (seen.has(name)) throw new InvalidParameter(`the timer ${name} is given twice`);
    seen.add(name);
    if (minutes !== undefined && !isBetween(minutes, CHAT_TIMER_MINUTES_MIN, CHAT_TIMER_MINUTES_MAX))
      throw new InvalidParameter(
        `the timer ${name} has ${minutes} minutes; ${CHAT_TIMER_MINUTES_MIN} to ${CHAT_TIMER_MINUTES_MAX} are allowed`,
      );
  }
  for (const { minutes, role, timer } of settings) {
    const before = chat.timers.get(role) ?? { idleMs: undefined, disconnectMs: undefined };
    const ms = minutes === undefined ? undefined : minutes * MINUTE_MS;
    chat.timers.set(role, timer === 'IDLE' ? { ...before, idleMs: ms } : { ...before, disconnectMs: ms });
  }
}

/** The customer ends the chat: it is over, unless the disconnect flow is to follow without the agent. */
export function customerEndsChat(world: World, contact: Contact, chat: Chat): void {
  const { agent, phase } = contact;
  if (chat.freesAgent && phase === 'connected' && agent !== undefined) {
    agentLeft(world, agent, contact, 'CUSTOMER_DISCONNECT');
    return;
  }
  happens(world, contact, 'CUSTOMER', 'participant.left');
  endContact(world, contact, contact.reason ?? 'CUSTOMER_DISCONNECT');
}

function checkMessage(text: string, contentType = PLAIN): void {
  const longest = LONGEST.get(contentType);
  if (longest === undefined)
    throw new InvalidParameter(
      `'${contentType}' is no content of a message; ${[...LONGEST.keys()].join(', ')} are`,
    );
  if (text.trim() === '' || text.length > longest)
    throw new InvalidParameter(
      `the message has ${text.trim().length} characters; 1 to ${longest} are allowed`,
    );
}

const isBetween = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;
