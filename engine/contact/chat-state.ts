/** What chats have that calls do not: names, a transcript, and timers for who writes nothing. */
/** Who has written, or has come or gone (API_connect-participant_Item, ParticipantRole). */
export type ChatRole = 'CUSTOMER' | 'AGENT' | 'SYSTEM' | 'CUSTOM_BOT';

/** Whom a timer can be for (API_ParticipantTimerConfiguration). */
export type TimedRole = 'CUSTOMER' | 'AGENT';
export const TIMED_ROLES: readonly TimedRole[] = ['CUSTOMER', 'AGENT'];

/** The last part of an event's content type (API_connect-participant_GetTranscript; amazon-connect-chatjs). */
export type ChatHappening =
  | 'participant.joined'
  | 'participant.left'
  | 'participant.idle'
  | 'participant.returned'
  | 'participant.autodisconnection'
  | 'chat.ended';

/** A line of the transcript. */
export interface ChatItem {
  readonly id: string;
  readonly atMs: number;
  /** What Connect called the contact then. */
  readonly segmentId: string;
  /** Undefined for the end of the chat, which is nobody's. */
  readonly role: ChatRole | undefined;
  readonly participantId: string | undefined;
  readonly name: string | undefined;
  readonly said:
    | { readonly kind: 'message'; readonly text: string; readonly contentType: string }
    | { readonly kind: 'event'; readonly happening: ChatHappening };
  /** What the flow tells the agent alone. */
  readonly isForAgent: boolean;
}

/** Undefined: no such timer. */
export interface ChatTimer {
  readonly idleMs: number | undefined;
  readonly disconnectMs: number | undefined;
}

/** How long a participant has written nothing, while customer and agent are in the chat. */
export interface Watch<T> extends ChatTimer {
  isIdle: boolean;
  timer: T | undefined;
}

/** `T`: what the engine is woken by. */
export interface ChatState<T> {
  readonly customerName: string;
  /** ParticipantId of the customer, the same through the whole chat. */
  readonly customerId: string;
  /** That of the agent who is in the chat. */
  agentId: string | undefined;
  /** A participant of somebody else's, while it is in the chat. */
  bot: { readonly id: string; readonly name: string } | undefined;
  readonly initialMessage: string | undefined;
  readonly items: ChatItem[];
  /** A customer who ends the chat lets the agent go, and stays for the disconnect flow (DisconnectOnCustomerExit). */
  readonly freesAgent: boolean;
  /** While the customer has not connected yet. */
  connection: T | undefined;
  /** Set for the chat; they count for the next agent who joins (adminguide/setup-chat-timeouts). */
  readonly timers: Map<TimedRole, ChatTimer>;
  /** At work, for the present agent. */
  readonly watches: Map<TimedRole, Watch<T>>;
}
