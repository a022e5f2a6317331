/** Lends the engine's contacts to the Connect API. */
import {
  type ContactDescription,
  contactAttributes,
  describeContact,
} from '../../engine/contact/describe.ts';
import { chatState } from '../../engine/contact/describe-chat.ts';
import type { Effect, EngineEvent } from '../../engine/contact/events.ts';
import { EngineRefusal } from '../../engine/contact/refusals.ts';
import type { World } from '../../engine/contact/world.ts';
import type { Contacts, CustomerChat, DescribedContact, Started } from './api/contacts-port.ts';
import { ContactTokens } from './contact-tokens.ts';

const NOT_YET: Started = {
  refusal: 'the contact centre is not running yet; contacts can be started when it is',
};

/** Before the engine runs nobody has called. */
export const noContacts: Contacts = {
  describe: () => undefined,
  setAttributes: (contactId) => `there is no contact '${contactId}' yet`,
  stop: (contactId) => `there is no contact '${contactId}' yet`,
  startTask: () => NOT_YET,
  startCall: () => NOT_YET,
  transferTask: () => NOT_YET,
  monitor: () => NOT_YET,
  changeTask: ({ contactId }) => `there is no contact '${contactId}' yet`,
  startChat: () => NOT_YET,
  addBot: () => NOT_YET,
  chat: () => undefined,
  sayInChat: ({ contactId }) => ({
    refusal: `there is no contact '${contactId}' yet`,
    name: 'ResourceNotFoundException',
  }),
};

/** Contacts of whatever engine runs at the moment of a question. */
export const lentContacts = (now: () => Contacts): Contacts => ({
  describe: (contactId) => now().describe(contactId),
  setAttributes: (contactId, attributes) => now().setAttributes(contactId, attributes),
  stop: (contactId) => now().stop(contactId),
  startTask: (task, token) => now().startTask(task, token),
  changeTask: (change) => now().changeTask(change),
  startCall: (call, token) => now().startCall(call, token),
  startChat: (chat, token) => now().startChat(chat, token),
  transferTask: (order, token) => now().transferTask(order, token),
  monitor: (order, token) => now().monitor(order, token),
  chat: (contactId) => now().chat(contactId),
  addBot: (bot, token) => now().addBot(bot, token),
  sayInChat: (message) => now().sayInChat(message),
});

/** Of operations that have a name for it (the service model). */
const OWN_NAMES: ReadonlySet<string> = new Set(['monitor-started', 'transferred', 'segment-started']);

/** By which a contact that was asked for is known. */
type Beginning = Extract<
  Effect,
  {
    kind:
      | 'task-started'
      | 'call-started'
      | 'chat-started'
      | 'bot-joined'
      | 'monitor-started'
      | 'transferred'
      | 'segment-started';
  }
>;

const OTHER_ORDER = 'the ClientToken belongs to another contact; a new one needs a new token';

/** What is still to come to the contact that nobody has followed yet. */
const lastOf = ({ agent, connectedAtMs, endedAtMs, holds, reason }: ContactDescription) => ({
  endedAtMs,
  reason,
  agent:
    agent === undefined
      ? undefined
      : {
          userId: agent.userId,
          ...(connectedAtMs === undefined ? {} : { connectedAtMs }),
          ...(holds === undefined ? {} : { heldMs: holds.totalMs }),
        },
});

/** One contact of a chain, by its own id. */
const describe = (world: World, contactId: string): DescribedContact | undefined => {
  const chain = describeContact(world, contactId);
  const segment = chain?.segments.find((one) => one.contactId === contactId);
  if (chain === undefined || segment === undefined) return undefined;
  const { from, to, task, relatedContactId } = chain;
  const { agent, endedAtMs, reason } = segment.contactId === chain.segmentId ? lastOf(chain) : segment;
  const { queueId, queuedAtMs } = segment;
  const previousContactId = segment.previousContactId ?? chain.monitorOf ?? chain.parties?.transferOf;
  return {
    contactId,
    initialContactId:
      chain.outward?.initialContactId ?? chain.monitorOf ?? chain.parties?.transferOf ?? chain.contactId,
    ...(previousContactId === undefined ? {} : { previousContactId }),
    channel: chain.channel,
    initiationMethod: segment.initiation,
    attributes: contactAttributes(world, contactId) ?? {},
    startedAtMs: segment.startedAtMs,
    ...(to === undefined ? {} : { systemNumber: to }),
    ...(from === undefined ? {} : { customerNumber: from }),
    ...(endedAtMs === undefined ? {} : { endedAtMs }),
    ...(reason === undefined || endedAtMs === undefined ? {} : { disconnectReason: reason }),
    ...(queueId === undefined || queuedAtMs === undefined
      ? {}
      : { queue: { queueId, enqueuedAtMs: queuedAtMs } }),
    ...(agent === undefined ? {} : { agent }),
    ...(chain.recording.length === 0 ? {} : { recorded: chain.recording }),
    ...(relatedContactId === undefined ? {} : { relatedContactId }),
    ...(task === undefined ? {} : { name: task.name }),
    ...(task?.description === undefined ? {} : { description: task.description }),
  };
};

function customerChat(world: World, contactId: string): CustomerChat | undefined {
  const chat = chatState(world, contactId);
  const contact = describeContact(world, contactId);
  if (chat === undefined || contact === undefined) return undefined;
  return {
    initialContactId: contact.contactId,
    participantId: chat.customerId,
    ...(chat.bot === undefined ? {} : { botId: chat.bot.id }),
    isOver: contact.phase === 'ended',
    items: chat.items.filter(({ isForAgent }) => !isForAgent),
  };
}

/** @param send gives an event to the engine; what it refuses becomes the answer */
export const contactsOf = (world: World, send: (event: EngineEvent) => readonly Effect[]): Contacts => {
  const tokens = new ContactTokens();
  const attempt = (event: EngineEvent): readonly Effect[] | EngineRefusal => {
    try {
      return send(event);
    } catch (error) {
      if (error instanceof EngineRefusal) return error;
      throw error;
    }
  };
  const refusalOf = (event: EngineEvent): string | undefined => {
    const answer = attempt(event);
    return answer instanceof EngineRefusal ? answer.message : undefined;
  };
  /** One contact for one token, however often it is ordered. */
  const start = (
    order: object,
    event: EngineEvent,
    kind: Beginning['kind'],
    token: string | undefined,
  ): Started => {
    const before = token === undefined ? undefined : tokens.find(token, order, world.nowMs);
    if (before === 'other')
      return { refusal: OTHER_ORDER, ...(OWN_NAMES.has(kind) ? { name: 'IdempotencyException' } : {}) };
    if (before !== undefined) return { contactId: before };
    const answer = attempt(event);
    if (answer instanceof EngineRefusal) return { refusal: answer.message, name: answer.name };
    const started = answer.find((effect): effect is Beginning => effect.kind === kind);
    if (started === undefined) throw new Error('the engine started no contact and gave no reason');
    const contactId = 'segmentId' in started ? started.segmentId : started.contactId;
    if (token !== undefined) tokens.keep(token, order, contactId, world.nowMs);
    return { contactId };
  };
  return {
    describe: (contactId) => describe(world, contactId),
    setAttributes: (contactId, attributes) => refusalOf({ kind: 'set-attributes', contactId, attributes }),
    stop: (contactId) => refusalOf({ kind: 'stop-contact', contactId }),
    startTask: (task, token) => start(task, { kind: 'start-task', ...task }, 'task-started', token),
    changeTask: (change) => refusalOf(change),
    startCall: (call, token) => start(call, { kind: 'start-call', ...call }, 'call-started', token),
    transferTask(order, token) {
      const { agent, phase } = describeContact(world, order.contactId) ?? {};
      const isHad = agent !== undefined && (phase === 'connected' || phase === 'paused');
      const kind = isHad ? 'transferred' : 'segment-started';
      return start(order, { kind: 'transfer-task', ...order }, kind, token);
    },
    monitor: (order, token) =>
      start(order, { kind: 'supervisor-monitors', ...order }, 'monitor-started', token),
    startChat: (chat, token) => start(chat, { kind: 'start-chat', ...chat }, 'chat-started', token),
    chat: (contactId) => customerChat(world, contactId),
    addBot: (bot, token) => start(bot, { kind: 'bot-joins', ...bot }, 'bot-joined', token),
    sayInChat(message) {
      const answer = attempt(message);
      return answer instanceof EngineRefusal ? { refusal: answer.message, name: answer.name } : undefined;
    },
  };
};
