/** What can happen to the engine (events) and what it wants done (effects): plain data both ways. */
import type { FunctionAnswer } from '../blocks/block.ts';
import type { Listening } from '../blocks/step.ts';
import type { Json } from '../language/flow.ts';
import type { ChatEffect, ChatMessage } from './chat-messages.ts';
import type { MonitorEffect, MonitorEvent } from './monitor-messages.ts';
import type { OutwardEffect, OutwardEvent } from './outward-messages.ts';
import type { HeardEffect, SaysEvent, ServiceEffect, ServiceEvent } from './service-messages.ts';
import type { StartTask, TaskEffect, TaskMessage, TransferTask } from './task-messages.ts';

export type EngineEvent =
  | ServiceEvent
  | SaysEvent
  | OutwardEvent
  | TaskMessage
  | StartTask
  | TransferTask
  | ChatMessage
  /**
   * A person dials a number of the instance. `from` is absent when withheld. `playback`: whether this line reports
   * the end of each prompt (a browser that speaks) or the engine estimates it from the words. A simulated call may
   * begin in the inbound flow `flowId` whatever the number leads to, and with attributes.
   */
  | {
      readonly kind: 'dial';
      readonly to: string;
      readonly from?: string;
      readonly playback: 'estimated' | 'reported';
      readonly flowId?: string;
      readonly attributes?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'key'; readonly contactId: string; readonly key: string }
  | { readonly kind: 'playback-ended'; readonly contactId: string; readonly promptId: string }
  | { readonly kind: 'caller-hangs-up'; readonly contactId: string }
  | {
      readonly kind: 'function-answered';
      readonly contactId: string;
      readonly invocationId: string;
      readonly answer: FunctionAnswer;
    }
  | { readonly kind: 'agent-signs-in'; readonly userId: string }
  | { readonly kind: 'agent-signs-out'; readonly userId: string }
  /**
   * The agent's browser or network is gone without a word; signing in again is coming back. What rings goes on to the
   * next agent and is missed, a call is left to its disconnect flow, tasks and after contact work wait for the return.
   */
  | { readonly kind: 'agent-vanishes'; readonly userId: string }
  /** `Available`, `Offline` or a custom status; while busy it is taken when the work ends. */
  | { readonly kind: 'agent-sets-status'; readonly userId: string; readonly status: string }
  | { readonly kind: 'agent-accepts'; readonly userId: string; readonly contactId: string }
  | { readonly kind: 'agent-rejects'; readonly userId: string; readonly contactId: string }
  /** Also ends a task. */
  | { readonly kind: 'agent-hangs-up'; readonly userId: string; readonly contactId: string }
  | { readonly kind: 'agent-holds'; readonly userId: string; readonly contactId: string }
  | { readonly kind: 'agent-resumes'; readonly userId: string; readonly contactId: string }
  /** Ends after contact work, or clears a missed or rejected contact. */
  | { readonly kind: 'agent-clears'; readonly userId: string; readonly contactId: string }
  /**
   * The agent begins a transfer: the caller goes on hold, and the agent is with the other party alone until they are
   * joined (`agent-conferences`), swapped, or the agent leaves (`agent-hangs-up`), which is what transfers the caller.
   */
  | {
      readonly kind: 'agent-consults';
      readonly userId: string;
      readonly contactId: string;
      readonly to: TransferTo;
    }
  /** The same and leaves at once: a cold transfer. */
  | {
      readonly kind: 'agent-transfers';
      readonly userId: string;
      readonly contactId: string;
      readonly to: TransferTo;
    }
  /** From the caller to the other party, or back; who is left waits on hold. */
  | { readonly kind: 'agent-swaps'; readonly userId: string; readonly contactId: string }
  | { readonly kind: 'agent-conferences'; readonly userId: string; readonly contactId: string }
  /** Lets another party go, by its own contact where there are several; the caller stays with the agent. */
  | {
      readonly kind: 'agent-drops';
      readonly userId: string;
      readonly contactId: string;
      readonly partyId?: string;
    }
  | MonitorEvent
  /** What becomes of a call to a number outside: there is no telephone network here, so that somebody has to say. */
  | { readonly kind: 'third-party'; readonly contactId: string; readonly outcome: ThirdPartyOutcome }
  /** StopContact of the API. */
  | { readonly kind: 'stop-contact'; readonly contactId: string }
  /** UpdateContactAttributes of the API. */
  | {
      readonly kind: 'set-attributes';
      readonly contactId: string;
      readonly attributes: Readonly<Record<string, string>>;
    }
  /** Time has come to what `nextDueAtMs` promised. */
  | { readonly kind: 'clock' };

/** Whom a transfer is for: a quick connect by id or ARN, or a number that the agent dials. */
export type TransferTo = { readonly quickConnectId: string } | { readonly number: string };

export type ThirdPartyOutcome = 'answers' | 'busy' | 'no-answer' | 'refused' | 'hangs-up';

/** `transferrer`: the agent who transfers a call hears the flows of the transfer as a caller would. */
export type Party = 'customer' | 'agent' | 'transferrer' | 'third-party';

export type Effect =
  | ServiceEffect
  | OutwardEffect
  | TaskEffect
  | ChatEffect
  | HeardEffect
  | {
      readonly kind: 'contact-started';
      readonly contactId: string;
      readonly from?: string;
      readonly to: string;
    }
  /**
   * The caller was moved to another queue, or a customer has not answered and will be called back once more: Connect
   * makes a new contact of it. `contactId` goes on naming the whole chain, here and in every other effect.
   */
  | {
      readonly kind: 'segment-started';
      readonly contactId: string;
      readonly segmentId: string;
      readonly previousSegmentId: string;
      /** `CALLBACK`: of an attempt that nobody has answered; `TRANSFER`: a task was handed on. */
      readonly initiation: 'QUEUE_TRANSFER' | 'CALLBACK' | 'TRANSFER';
      /** Why the one before is over. */
      readonly reason: DisconnectReason;
    }
  /** A contact for a transfer has begun; until the caller is in it, it has a name of its own. */
  | {
      readonly kind: 'transfer-started';
      readonly contactId: string;
      /** The conversation that the transfer comes from. */
      readonly fromContactId: string;
      readonly previousSegmentId: string;
      readonly userId: string;
      readonly to: { readonly kind: 'agent' | 'queue' | 'number'; readonly name: string };
    }
  /**
   * The agent has left, and the caller is in the contact of the transfer now, which goes by the caller's `contactId`
   * from here on. The caller is with `byUserId`, or else waits in `queueName`, or else hears the flow of the transfer.
   */
  | {
      readonly kind: 'transferred';
      readonly contactId: string;
      readonly legId: string;
      readonly segmentId: string;
      readonly previousSegmentId: string;
      /** Why the one before is over. */
      readonly reason: DisconnectReason;
      readonly userId: string;
      readonly byUserId?: string;
      readonly queueName?: string;
    }
  /** The agent has left the caller with the number outside that `legId` has called. */
  | {
      readonly kind: 'transferred-outside';
      readonly contactId: string;
      readonly legId: string;
      readonly userId: string;
      readonly number: string;
    }
  /** After contact work of a contact that the caller had left for a transfer is over. */
  | { readonly kind: 'segment-completed'; readonly contactId: string; readonly segmentId: string }
  /** A number outside is called, and rings for so long. */
  | {
      readonly kind: 'third-party-dialled';
      readonly contactId: string;
      readonly number: string;
      readonly callerNumber?: string;
      readonly withinMs: number;
    }
  | MonitorEffect
  | { readonly kind: 'third-party-connected'; readonly contactId: string }
  /** Has hung up, was let go, or never answered. */
  | { readonly kind: 'third-party-left'; readonly contactId: string }
  /** `atMs` of every effect is the moment of the step. A masked text holds no digits that the caller keyed. */
  | {
      readonly kind: 'prompt';
      readonly contactId: string;
      readonly party: Party;
      readonly promptId: string;
      readonly text: string;
      readonly form: 'text' | 'ssml' | 'prompt' | 'media';
      /** The name of a recorded prompt whose words are the text. */
      readonly recording?: string;
      readonly durationMs: number;
    }
  | {
      readonly kind: 'prompt-stopped';
      readonly contactId: string;
      readonly party: Party;
      readonly promptId: string;
    }
  | {
      readonly kind: 'listening';
      readonly contactId: string;
      readonly listening: Listening;
      readonly masked: boolean;
    }
  | { readonly kind: 'listening-ended'; readonly contactId: string }
  /** `key` is `•` unless an input takes it while flow logging is on. */
  | { readonly kind: 'key-heard'; readonly contactId: string; readonly key: string }
  | {
      readonly kind: 'invoke';
      readonly contactId: string;
      readonly invocationId: string;
      /** Counts from 1; Connect retries. */
      readonly attempt: number;
      readonly functionArn: string;
      /** JSON text of Connect's event. */
      readonly payload: string;
      /** Mask parameters and result in everything a person can read. */
      readonly masked: boolean;
    }
  | { readonly kind: 'flow-log'; readonly contactId: string; readonly entry: Readonly<Record<string, Json>> }
  /** One step of the flow was left by this branch (for flow map, coverage and transcripts). */
  | {
      readonly kind: 'step-taken';
      readonly contactId: string;
      readonly flowArn: string;
      readonly flowName: string;
      readonly step: string;
      readonly type: string;
      readonly branch: string;
      readonly because?: string;
      readonly to?: string;
    }
  | {
      readonly kind: 'queued';
      readonly contactId: string;
      readonly queueId: string;
      readonly queueName: string;
    }
  /** This step of the routing criteria is at work, counted from 0; `index` = `steps`: all have expired. */
  | {
      readonly kind: 'routing-step';
      readonly contactId: string;
      readonly index: number;
      readonly steps: number;
      /** Which of the contact's criteria, counted from 0. */
      readonly criteria: number;
    }
  | {
      readonly kind: 'offered';
      readonly contactId: string;
      readonly userId: string;
      readonly queueName: string;
    }
  | { readonly kind: 'missed'; readonly contactId: string; readonly userId: string }
  | { readonly kind: 'rejected'; readonly contactId: string; readonly userId: string }
  | { readonly kind: 'accepted'; readonly contactId: string; readonly userId: string }
  | { readonly kind: 'connected'; readonly contactId: string; readonly userId: string }
  /** The agent has put the caller on hold, or talks to the caller again (or the call is over). */
  | { readonly kind: 'held'; readonly contactId: string; readonly userId: string }
  | {
      readonly kind: 'resumed';
      readonly contactId: string;
      readonly userId: string;
      readonly heldMs: number;
    }
  | { readonly kind: 'agent-changed'; readonly userId: string }
  | { readonly kind: 'attributes-changed'; readonly contactId: string }
  /** All that it has now. */
  | {
      readonly kind: 'tags-changed';
      readonly contactId: string;
      readonly tags: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'recording'; readonly contactId: string; readonly participants: readonly string[] }
  | { readonly kind: 'contact-ended'; readonly contactId: string; readonly reason: DisconnectReason }
  /** After contact work is over, or at once when no agent had the contact. */
  | { readonly kind: 'contact-completed'; readonly contactId: string };

/**
 * DisconnectReason of a contact record; `AGENT_COMPLETED` is of tasks, `API` of tasks and chats, the network, idleness and
 * a connection that never came are of chats (adminguide/ctr-data-model).
 */
export type DisconnectReason =
  | 'CUSTOMER_DISCONNECT'
  | 'AGENT_DISCONNECT'
  | 'CONTACT_FLOW_DISCONNECT'
  | 'TELECOM_PROBLEM'
  | 'TELECOM_BUSY'
  | 'TELECOM_UNANSWERED'
  | 'TELECOM_NUMBER_INVALID'
  | 'THIRD_PARTY_DISCONNECT'
  | 'EXPIRED'
  | 'AGENT_COMPLETED'
  | 'API'
  | 'AGENT_NETWORK_DISCONNECT'
  | 'IDLE_DISCONNECT'
  | 'CUSTOMER_CONNECTION_NOT_ESTABLISHED'
  | 'OTHER';
