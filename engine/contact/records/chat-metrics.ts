/** What a contact record says of how customer, agent and flow have written to each other (API_ChatMetrics). */
import type { ChatItem, ChatRole } from '../chat-state.ts';
import { toSecond } from './timestamps.ts';

export interface ParticipantMetrics {
  readonly ParticipantId: string;
  readonly ParticipantType: 'AGENT' | 'CUSTOMER';
  readonly MessagesSent: number;
  readonly NumResponses: number;
  readonly MessageLengthInChars: number;
  readonly TotalResponseTimeInMillis: number;
  readonly MaxResponseTimeInMillis: number;
  readonly LastMessageTimestamp: string | null;
}

export interface ChatMetrics {
  readonly ChatContactMetrics: {
    readonly MultiParty: false;
    readonly TotalMessages: number;
    readonly TotalBotMessages: number;
    readonly TotalBotMessageLengthInChars: number;
    readonly ConversationTurnCount: number;
    readonly ConversationCloseTimeInMillis: number | null;
    readonly AgentFirstResponseTimestamp: string | null;
    readonly AgentFirstResponseTimeInMillis: number | null;
  };
  readonly AgentMetrics: ParticipantMetrics | null;
  readonly CustomerMetrics: ParticipantMetrics;
}

interface Message {
  readonly atMs: number;
  readonly role: ChatRole;
  readonly length: number;
}

/**
 * A response is the first message after one of another's; its time counts from the first that is unanswered. How the
 * service counts turns and times is not published: these are ours.
 * @param items of the whole chat; those of the contact count
 */
export function chatMetrics(
  items: readonly ChatItem[],
  contactId: string,
  customerId: string,
  connectedAtMs: number | undefined,
  endedAtMs: number,
): ChatMetrics {
  const own = items.filter(({ segmentId, isForAgent }) => segmentId === contactId && !isForAgent);
  const messages = own.flatMap(({ atMs, role, said }): Message[] =>
    said.kind === 'message' && role !== undefined ? [{ atMs, role, length: said.text.length }] : [],
  );
  const bot = messages.filter(({ role }) => role === 'SYSTEM' || role === 'CUSTOM_BOT');
  const agentId = own.findLast(({ role }) => role === 'AGENT')?.participantId;
  const firstByAgent = messages.find(({ role }) => role === 'AGENT')?.atMs;
  const lastByCustomer = messages.findLast(({ role }) => role === 'CUSTOMER')?.atMs;
  const turns = messages.filter(
    ({ role }, at) => role !== 'CUSTOMER' && messages[at - 1]?.role === 'CUSTOMER',
  ).length;
  return {
    ChatContactMetrics: {
      MultiParty: false,
      TotalMessages: messages.length,
      TotalBotMessages: bot.length,
      TotalBotMessageLengthInChars: lengthOf(bot),
      ConversationTurnCount: turns,
      ConversationCloseTimeInMillis: lastByCustomer === undefined ? null : endedAtMs - lastByCustomer,
      AgentFirstResponseTimestamp: firstByAgent === undefined ? null : toSecond(firstByAgent),
      AgentFirstResponseTimeInMillis:
        firstByAgent === undefined || connectedAtMs === undefined ? null : firstByAgent - connectedAtMs,
    },
    AgentMetrics: agentId === undefined ? null : metricsOf(messages, 'AGENT', agentId),
    CustomerMetrics: metricsOf(messages, 'CUSTOMER', customerId),
  };
}

const lengthOf = (messages: readonly Message[]): number =>
  messages.reduce((sum, { length }) => sum + length, 0);

function metricsOf(
  messages: readonly Message[],
  role: 'AGENT' | 'CUSTOMER',
  participantId: string,
): ParticipantMetrics {
  const own = messages.filter((message) => message.role === role);
  const times = responseTimes(messages, role);
  const last = own.at(-1)?.atMs;
  return {
    ParticipantId: participantId,
    ParticipantType: role,
    MessagesSent: own.length,
    NumResponses: times.length,
    MessageLengthInChars: lengthOf(own),
    TotalResponseTimeInMillis: times.reduce((sum, time) => sum + time, 0),
    MaxResponseTimeInMillis: times.reduce((most, time) => Math.max(most, time), 0),
    LastMessageTimestamp: last === undefined ? null : toSecond(last),
  };
}

function responseTimes(messages: readonly Message[], role: ChatRole): number[] {
  const times: number[] = [];
  let unansweredSinceMs: number | undefined;
  for (const message of messages) {
    if (message.role !== role) unansweredSinceMs ??= message.atMs;
    else if (unansweredSinceMs !== undefined) {
      times.push(message.atMs - unansweredSinceMs);
      unansweredSinceMs = undefined;
    }
  }
  return times;
}
