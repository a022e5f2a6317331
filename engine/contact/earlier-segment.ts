/** What is kept of a contact that another has followed. */
import type { DisconnectReason } from './events.ts';
import type { Initiation } from './life.ts';
import type { TaskTimes } from './task-state.ts';

/** A contact of the chain that has been followed by another. */
export interface EarlierSegment {
  readonly id: string;
  readonly initiation: Initiation;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly reason: DisconnectReason;
  /** The queue that it was for. */
  readonly queueId: string | undefined;
  readonly queuedAtMs: number | undefined;
  /** Who had it, where somebody did. */
  readonly agent: EarlierAgent | undefined;
  /** As they were when the next contact began: what either is given from then on is its own. True values. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Of a task that was put off or paused. */
  readonly times: TaskTimes | undefined;
}

/** Moments and lengths in ms. */
export interface EarlierAgent {
  readonly userId: string;
  readonly connectedAtMs: number;
  readonly heldMs: number;
}
