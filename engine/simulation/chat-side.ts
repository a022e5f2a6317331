/** The chats of a day: customers who write, wait, are answered by agents with several chats at once, and leave. */
import type { Effect } from '../contact/events.ts';
import { LimitExceeded } from '../contact/refusals.ts';
import type { SeededRandom } from '../contact/seeded-random.ts';
import type { Plan } from './agenda.ts';
import { ChannelTally } from './channel-tally.ts';
import { exponential, happens, logNormal } from './distributions.ts';
import type { ChatDeed, Deed, SimulatedAgent, SimulatedChat } from './people.ts';
import type { Chats } from './scenario.ts';
import type { SharedDay } from './shared-day.ts';
import { count } from './tally.ts';

/** Until a customer has read a question and typed an answer. */
const ANSWERS_AFTER_MS = 4_000;

export class ChatSide {
  readonly tally: ChannelTally;
  readonly #day: SharedDay;
  readonly #chance: SeededRandom;
  readonly #chats: Chats;
  readonly #open = new Map<string, SimulatedChat>();

  constructor(day: SharedDay, chance: SeededRandom, chats: Chats, startMs: number) {
    this.#day = day;
    this.#chance = chance;
    this.#chats = chats;
    this.tally = new ChannelTally(chats, day.scenario, startMs);
  }

  /** An instance that has as many chats as it may have takes no more. */
  arrives(atMs: number): void {
    const { flow, attributes } = this.#chats;
    const flowId = this.#day.world.instance.flows.find(({ name }) => name === flow)?.id ?? flow;
    const order = { flowId, customerName: 'Customer', ...(attributes === undefined ? {} : { attributes }) };
    try {
      this.#day.send({ kind: 'start-chat', ...order }, atMs);
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error;
      this.tally.refused += 1;
    }
  }

  see(effect: Effect, atMs: number): void {
    if (effect.kind === 'chat-started') {
      this.#open.set(effect.contactId, newChat(effect.contactId));
      this.tally.came(atMs);
      return;
    }
    const chat = 'contactId' in effect ? this.#open.get(effect.contactId) : undefined;
    if (chat === undefined) return;
    switch (effect.kind) {
      case 'listening':
        this.#isAsked(chat, atMs);
        return;
      case 'prompt':
      case 'chat-message':
        this.tally.messages += 1;
        return;
      case 'queued':
        this.#isQueued(chat, atMs);
        return;
      case 'connected':
        this.#isConnected(chat, this.#day.agentDesk.agent(effect.userId), atMs);
        return;
      case 'contact-ended':
        this.#ended(chat, atMs);
        return;
      default:
    }
  }

  do({ what, chat }: ChatDeed, atMs: number): void {
    const { contactId } = chat;
    const { day, agent } = { day: this.#day, agent: chat.agent };
    switch (what) {
      case 'says':
        day.replay({ kind: 'customer-writes', contactId, text: chat.says }, atMs);
        return;
      case 'writes':
        day.replay({ kind: 'customer-writes', contactId, text: 'And one more thing.' }, atMs);
        this.#plan(chat, 'writes', atMs + this.#after(this.#chats.customerWritesEverySeconds));
        return;
      case 'answers':
        if (agent === undefined) return;
        day.replay({ kind: 'agent-writes', userId: agent.userId, contactId, text: 'I am looking.' }, atMs);
        this.#plan(chat, 'answers', atMs + this.#after(this.#chats.agentWritesEverySeconds));
        return;
      case 'leaves':
        this.#leaves(chat, atMs);
        return;
      case 'finishes':
        if (happens(this.#chance, this.#chats.customerEnds)) this.#leaves(chat, atMs);
        else if (agent !== undefined) day.agentDesk.ends(agent, contactId, atMs);
    }
  }

  #isAsked(chat: SimulatedChat, atMs: number): void {
    const run = this.#day.world.contacts.get(chat.contactId)?.customer;
    if (run === undefined) return;
    const question = `${run.frame.flow.name}/${run.step.identifier}`;
    const says = this.#chats.says?.[question];
    const visit = chat.visits.get(question) ?? 0;
    chat.visits.set(question, visit + 1);
    if (says === undefined) {
      count(this.#day.tally.unanswered, question);
      return;
    }
    chat.says = typeof says === 'string' ? says : (says[Math.min(visit, says.length - 1)] ?? '');
    this.#plan(chat, 'says', atMs + ANSWERS_AFTER_MS);
  }

  #isQueued(chat: SimulatedChat, atMs: number): void {
    const { patienceSeconds } = this.#chats;
    if (chat.queuedAtMs === undefined) {
      chat.queuedAtMs = atMs;
      this.tally.queued(atMs);
    }
    if (patienceSeconds !== undefined) this.#plan(chat, 'leaves', atMs + this.#after(patienceSeconds));
  }

  #isConnected(chat: SimulatedChat, agent: SimulatedAgent, atMs: number): void {
    this.#forget(chat);
    const { agentDesk, faults } = this.#day;
    const atOnce = agentDesk.has(agent, 'CHAT');
    this.tally.atOnceMax = Math.max(this.tally.atOnceMax, atOnce);
    if (chat.connectedAtMs === undefined && chat.queuedAtMs !== undefined)
      this.tally.answered(chat.queuedAtMs, atMs);
    chat.connectedAtMs = atMs;
    chat.agent = agent;
    const slower = 1 + (this.#chats.slowerByEachOther ?? 0) * (atOnce - 1);
    const untilMs = atMs + 1000 * logNormal(this.#chance, this.#chats.handle) * slower;
    this.#plan(chat, 'finishes', untilMs);
    this.#plan(chat, 'writes', atMs + this.#after(this.#chats.customerWritesEverySeconds));
    this.#plan(chat, 'answers', atMs + this.#after(this.#chats.agentWritesEverySeconds));
    const fault = faults.strike('talking');
    if (fault !== undefined) agentDesk.breaksOff(fault, agent, chat.contactId, atMs, untilMs);
  }

  #leaves(chat: SimulatedChat, atMs: number): void {
    this.#day.laws.callerLeaves(chat.contactId);
    this.#day.send({ kind: 'caller-hangs-up', contactId: chat.contactId }, atMs);
  }

  #ended(chat: SimulatedChat, atMs: number): void {
    this.#open.delete(chat.contactId);
    this.#forget(chat);
    if (chat.connectedAtMs !== undefined) this.tally.isHandled(chat.connectedAtMs, atMs);
    else if (chat.queuedAtMs !== undefined) this.tally.left(chat.queuedAtMs, atMs);
  }

  #after(meanSeconds: number): number {
    return 1000 * exponential(this.#chance, meanSeconds);
  }

  /** One of each kind at most. */
  #plan(chat: SimulatedChat, what: ChatDeed['what'], dueMs: number): void {
    this.#day.agenda.cancel(chat.plans.get(what));
    chat.plans.set(what, this.#day.agenda.add(dueMs, { kind: 'of-chat', what, chat }));
  }

  #forget({ plans }: SimulatedChat): void {
    for (const plan of plans.values()) this.#day.agenda.cancel(plan);
    plans.clear();
  }
}

const newChat = (contactId: string): SimulatedChat => ({
  contactId,
  plans: new Map<ChatDeed['what'], Plan<Deed>>(),
  visits: new Map(),
  says: '',
  queuedAtMs: undefined,
  connectedAtMs: undefined,
  agent: undefined,
});
