/** What is noted of one contact while it lasts, from the effects that everybody sees: all that a record needs. */

import type { DisconnectReason } from '../events.ts';
import type { RoutedChannel } from '../instance.ts';
import type { Initiation } from '../life.ts';
import type { AnsweredBy } from '../outward-messages.ts';
import type { TaskTimes } from '../task-state.ts';
import type { ChatMetrics } from './chat-metrics.ts';
import type { RoutingNotes } from './routing-criteria.ts';

export interface QueueNotes {
  readonly queueId: string;
  readonly enqueuedAtMs: number;
  dequeuedAtMs: number | undefined;
}

export interface AgentNotes {
  readonly userId: string;
  readonly connectedAtMs: number;
  /** When the conversation was over for the agent. */
  leftAtMs: number | undefined;
  holds: number;
  heldMs: number;
  longestHoldMs: number;
  afterWorkFromMs: number | undefined;
  afterWorkTillMs: number | undefined;
}

/** One contact as Connect counts them: another one after each move from queue to queue. Moments are ms since 1970. */
export interface ContactNotes {
  /** What Connect calls the contact. */
  readonly contactId: string;
  /** Of the whole chain: how the engine names it in every effect. A transfer has its own until the caller is in it. */
  chainId: string;
  /** The first contact of the chain that a transfer or a callback comes from. */
  readonly initialId: string | undefined;
  readonly previousId: string | undefined;
  nextId: string | undefined;
  readonly relatedId: string | undefined;
  readonly channel: RoutedChannel;
  readonly initiation: Initiation;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly startedAtMs: number;
  /** When somebody was on the line, or a task in its flow; undefined for a customer who has not answered. */
  systemAtMs: number | undefined;
  /** Whether it is told who answers the call, and who did. */
  readonly detectsMachines: boolean;
  answeredBy: AnsweredBy | undefined;
  attempts: number;
  queue: QueueNotes | undefined;
  agent: AgentNotes | undefined;
  /** The conversation with the agent. */
  recorded: boolean;
  /** When the caller's way through the flows was recorded first and last; undefined where it never was. */
  flowsRecorded: { readonly fromMs: number; readonly tillMs: number } | undefined;
  endedAtMs: number | undefined;
  reason: DisconnectReason | undefined;
  /** Left with a number outside. */
  transferredTo: string | undefined;
  transferredAtMs: number | undefined;
  /** Which agents the contact waits, or has waited, for. */
  routing: RoutingNotes | undefined;
  /** Of the last version that was written. */
  updatedAtMs: number | undefined;
  /** True values; as they were at the end where the engine has forgotten the contact since. */
  attributes: Readonly<Record<string, string>>;
  tags: Readonly<Record<string, string>>;
  /** Of a chat. */
  chat: ChatMetrics | undefined;
  /** Of a task: when it was to begin, and its pauses. */
  task: TaskTimes | undefined;
  details: Readonly<Record<string, string>>;
  references: readonly { readonly Name: string; readonly Type: string; readonly Value: string }[];
}

export type NotesBeginning = Pick<
  ContactNotes,
  | 'contactId'
  | 'chainId'
  | 'initialId'
  | 'previousId'
  | 'relatedId'
  | 'channel'
  | 'initiation'
  | 'from'
  | 'to'
  | 'startedAtMs'
> & {
  readonly systemAtMs?: number | undefined;
  readonly detectsMachines?: boolean;
};

export const newNotes = (beginning: NotesBeginning): ContactNotes => ({
  systemAtMs: beginning.startedAtMs,
  detectsMachines: false,
  ...beginning,
  answeredBy: undefined,
  nextId: undefined,
  attempts: 0,
  queue: undefined,
  agent: undefined,
  recorded: false,
  flowsRecorded: undefined,
  routing: undefined,
  endedAtMs: undefined,
  reason: undefined,
  transferredTo: undefined,
  transferredAtMs: undefined,
  updatedAtMs: undefined,
  attributes: {},
  tags: {},
  chat: undefined,
  task: undefined,
  details: {},
  references: [],
});

export const newAgentNotes = (userId: string, connectedAtMs: number): AgentNotes => ({
  userId,
  connectedAtMs,
  leftAtMs: undefined,
  holds: 0,
  heldMs: 0,
  longestHoldMs: 0,
  afterWorkFromMs: undefined,
  afterWorkTillMs: undefined,
});

/** Notes that the contact is over: it has left its queue, and its agent's conversation has ended. */
export function noteEnd(notes: ContactNotes, atMs: number, reason: DisconnectReason): void {
  notes.endedAtMs = atMs;
  notes.reason = reason;
  if (notes.queue !== undefined) notes.queue.dequeuedAtMs ??= atMs;
  if (notes.agent !== undefined) notes.agent.leftAtMs ??= atMs;
}
