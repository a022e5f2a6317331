/** What the API needs of the running contact engine; there are no contacts before the engine runs. */
import type { ChatMessage, StartChat } from '../../../engine/contact/chat-messages.ts';
import type { ChatItem } from '../../../engine/contact/chat-state.ts';
import type { TaskMessage, TransferTask } from '../../../engine/contact/task-messages.ts';

/** A contact as DescribeContact shows one. Moments are ms since the epoch. */
export interface DescribedContact {
  readonly contactId: string;
  readonly initialContactId: string;
  readonly previousContactId?: string;
  readonly channel: string;
  readonly initiationMethod: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly startedAtMs: number;
  readonly endedAtMs?: number;
  readonly disconnectReason?: string;
  readonly customerNumber?: string;
  readonly systemNumber?: string;
  readonly queue?: { readonly queueId: string; readonly enqueuedAtMs: number };
  /** Who is recorded, while somebody is. */
  readonly recorded?: readonly string[];
  readonly agent?: { readonly userId: string; readonly connectedAtMs?: number; readonly heldMs?: number };
  readonly relatedContactId?: string;
  readonly name?: string;
  readonly description?: string;
}

/** A task as StartTaskContact asks for one. */
export interface TaskOrder {
  readonly flowId: string;
  readonly name: string;
  readonly description?: string;
  readonly references?: Readonly<Record<string, { readonly Type: string; readonly Value: string }>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly relatedContactId?: string;
  /** When its flow begins, ms since the epoch. */
  readonly startsAtMs?: number;
}

/** Of a supervisor who listens, as MonitorContact asks for it. */
export interface MonitorOrder {
  readonly contactId: string;
  readonly userId: string;
  readonly mayBarge: boolean;
}

/** A call as StartOutboundVoiceContact asks for one. */
export interface CallOrder {
  readonly to: string;
  readonly flowId: string;
  readonly from?: string;
  readonly queueId?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly detectsMachines?: boolean;
  readonly ringSeconds?: number;
  readonly relatedContactId?: string;
  readonly name?: string;
  readonly description?: string;
}

/** A chat as StartChatContact asks for one. */
export type ChatOrder = Omit<StartChat, 'kind'>;

/** A chat as its customer may see it. */
export interface CustomerChat {
  readonly initialContactId: string;
  readonly participantId: string;
  /** That of a bot of somebody else's, while it is in the chat. */
  readonly botId?: string;
  readonly isOver: boolean;
  readonly items: readonly ChatItem[];
}

/** What is said in a chat that has begun, by its customer or by the API. */
export type InChat =
  | Exclude<ChatMessage, StartChat>
  | { readonly kind: 'caller-hangs-up'; readonly contactId: string };

export interface Refusal {
  readonly refusal: string;
  /** That of the engine's refusal. */
  readonly name: string;
}

/** The new contact, or why there is none; `name` is that of the engine's refusal. */
export type Started = { readonly contactId: string } | { readonly refusal: string; readonly name?: string };

export interface Contacts {
  describe(contactId: string): DescribedContact | undefined;
  /** @returns why the engine would not, or undefined when it did */
  setAttributes(contactId: string, attributes: Readonly<Record<string, string>>): string | undefined;
  stop(contactId: string): string | undefined;
  /**
   * @param token a second order with the same one starts no second task (API_StartTaskContact, ClientToken)
   * @returns the new contact, or why there is none
   */
  startTask(task: TaskOrder, token?: string): Started;
  /** @param token as for tasks; the contact is the one that follows */
  transferTask(order: Omit<TransferTask, 'kind'>, token?: string): Started;
  /** @param token as for tasks; the contact is the supervisor's own */
  monitor(order: MonitorOrder, token?: string): Started;
  /** @returns why the engine would not, or undefined when it did */
  changeTask(change: TaskMessage): string | undefined;
  /** @param token as for tasks */
  startCall(call: CallOrder, token?: string): Started;
  /** @param token as for tasks */
  startChat(chat: ChatOrder, token?: string): Started;
  /** Undefined where there is no such chat. */
  chat(contactId: string): CustomerChat | undefined;
  /** A bot of somebody else's joins the chat, once for each token. */
  addBot(bot: { readonly contactId: string; readonly name: string }, token: string | undefined): Started;
  /** @returns why the engine would not, or undefined when it did */
  sayInChat(message: InChat): Refusal | undefined;
}
