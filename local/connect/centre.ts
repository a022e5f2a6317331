/** The running local contact centre as its telephones, desktops, commands and tests see it. */

import type { HoldDescription } from '../../engine/contact/describe.ts';
import type { ChatDescription } from '../../engine/contact/describe-chat.ts';
import type { OutwardDescription } from '../../engine/contact/describe-outward.ts';
import type { PartiesDescription } from '../../engine/contact/describe-parties.ts';
import type { TaskDescription } from '../../engine/contact/describe-task.ts';
import type { Effect, EngineEvent } from '../../engine/contact/events.ts';
import type { Instance, RoutedChannel } from '../../engine/contact/instance.ts';

/** An effect with the moment (ms since the epoch, engine time) at which it happened. */
export interface Moment {
  readonly atMs: number;
  readonly effect: Effect;
}

/** Where a contact stands with the agent who has it. `connecting`: accepted, the agent hears the whisper. */
export type AgentContactState =
  | 'ringing'
  | 'connecting'
  | 'connected'
  | 'after-contact-work'
  | 'missed'
  | 'rejected'
  | 'paused';

/** A contact in an agent's hands. Moments are ms since the epoch, engine time. */
export interface AgentContactSnapshot {
  readonly contactId: string;
  readonly state: AgentContactState;
  readonly stateSinceMs: number;
  readonly queueName: string;
  /** Set by the flow; 1 goes first. Absent while it is everybody's. */
  readonly priority?: number;
  /** Absent when the caller's number is withheld, and for a task. */
  readonly callerNumber?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly channel?: RoutedChannel;
  /** Of a call in conversation that has been on hold; with `sinceMs` it is on hold now. */
  readonly holds?: HoldDescription;
  /** Of a call that the centre makes. */
  readonly outward?: OutwardDescription;
  /** Of a call that the agent transfers, or that comes to the agent by a transfer. */
  readonly parties?: PartiesDescription;
  /** Of a task: what it says. */
  readonly task?: TaskDescription;
  /** Of a chat: who is in it, and what was written. */
  readonly chat?: ChatDescription;
}

/** An agent as a desktop shows one. Moments are ms since the epoch, engine time. */
export interface AgentSnapshot {
  readonly userId: string;
  readonly signedIn: boolean;
  /** The desk is gone without a word; signing in again is coming back. */
  readonly unreachable?: true;
  /** The status that the agent chose: `Available`, `Offline` or a custom one. */
  readonly status: string;
  readonly statusSinceMs: number;
  /** Chosen while busy; taken when the present work ends. */
  readonly nextStatus?: string;
  /** The call that the agent has, or has to clear; without one the oldest task. */
  readonly contact?: AgentContactSnapshot;
  /** All that the agent has, oldest first. */
  readonly contacts?: readonly AgentContactSnapshot[];
}

export interface Centre {
  readonly instance: Instance;
  nowMs(): number;
  /**
   * Gives an event to the engine and returns its effects.
   * @throws NotInService when a number is dialled that leads nowhere, EngineRefusal for an event that makes no sense.
   */
  send(event: EngineEvent): readonly Effect[];
  /** Every effect of every contact, in order. Returns how to stop listening. */
  observe(listener: (moment: Moment) => void): () => void;
  /** What has happened to one contact so far (kept for recent contacts; oldest dropped beyond a limit). */
  history(contactId: string): readonly Moment[];
  recentContacts(): readonly string[];
  /** The agent as it is now; undefined for a user that the instance does not have. */
  agent(userId: string): AgentSnapshot | undefined;
}
