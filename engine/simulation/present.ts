/** What the laws know of a contact that has not ended, and what its caller has heard in the end. */
import type { Ear } from './ear.ts';
import type { Place } from './places.ts';

export interface Present {
  place: Place;
  ear: Ear;
  /** There is somebody who could be told: not so for tasks, and for who is called back until the call is answered. */
  isOnTheLine: boolean;
  callerLeft: boolean;
  /** The agent's desk is gone: a hold that ends by it brings nobody back. */
  isDeserted: boolean;
  readonly isCallback: boolean;
  /** Of a task that is paused. */
  pausedAt: Place | undefined;
  readonly isTask: boolean;
}

/** Silences of a contact that has ended. */
export interface Heard {
  readonly longestSilenceMs: number;
  readonly longestDeadAirMs: number;
}

export const NOTHING_HEARD: Heard = { longestSilenceMs: 0, longestDeadAirMs: 0 };
