/** What is said to the engine about chats, and what it says about them; words of flows are `prompt`s as in a call. */
import type { TimedRole } from './chat-state.ts';

export interface StartChat {
  readonly kind: 'start-chat';
  readonly flowId: string;
  readonly customerName: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the customer has written before the chat began. */
  readonly initialMessage?: { readonly text: string; readonly contentType?: string };
  readonly durationMinutes?: number;
  readonly relatedContactId?: string;
  readonly customerId?: string;
  readonly freesAgent?: true;
  /** The customer is not in the chat yet (`chat-connects`), and has five minutes. */
  readonly connects?: 'later';
}

/** A timer of a role; without minutes there is to be none. */
export interface ChatTimerSetting {
  readonly role: TimedRole;
  readonly timer: 'IDLE' | 'DISCONNECT_NONCUSTOMER';
  readonly minutes?: number;
}

export type ChatMessage =
  /** StartChatContact of the API. */
  | StartChat
  | { readonly kind: 'chat-connects'; readonly contactId: string }
  | {
      readonly kind: 'customer-writes';
      readonly contactId: string;
      readonly text: string;
      /** `text/plain` where absent. */
      readonly contentType?: string;
    }
  | {
      readonly kind: 'agent-writes';
      readonly userId: string;
      readonly contactId: string;
      readonly text: string;
      readonly contentType?: string;
    }
  /** CreateParticipant of the API, for a participant of somebody else's; what it writes; and that it leaves. */
  | { readonly kind: 'bot-joins'; readonly contactId: string; readonly name: string }
  | {
      readonly kind: 'bot-writes';
      readonly contactId: string;
      readonly text: string;
      readonly contentType?: string;
    }
  | { readonly kind: 'bot-leaves'; readonly contactId: string }
  /** UpdateParticipantRoleConfig of the API. */
  | {
      readonly kind: 'set-chat-timers';
      readonly contactId: string;
      readonly timers: readonly ChatTimerSetting[];
    };

export type ChatEffect =
  | {
      readonly kind: 'chat-started';
      readonly contactId: string;
      readonly participantId: string;
      readonly customerName: string;
      readonly relatedContactId?: string;
    }
  /**
   * A participant has written. What the customer writes is `•` where a flow might take it for something secret: while
   * the flow log is off, or nobody has asked.
   */
  | {
      readonly kind: 'chat-message';
      readonly contactId: string;
      readonly itemId: string;
      readonly from: TimedRole | 'CUSTOM_BOT';
      readonly text: string;
    }
  | { readonly kind: 'bot-joined'; readonly contactId: string; readonly participantId: string }
  | { readonly kind: 'bot-left'; readonly contactId: string; readonly participantId: string }
  /** Nothing was written for the time of a timer; or something is, again. */
  | {
      readonly kind: 'chat-idle';
      readonly contactId: string;
      readonly role: TimedRole;
      readonly isIdle: boolean;
    };
