/** How long a contact will probably wait, reckoned from how fast its queue has moved. */

import { ESTIMATED_WAIT_LEAVINGS_KEPT, ESTIMATED_WAIT_LEAVINGS_MIN } from '../limits.ts';
import type { Pace } from './figures.ts';

/** The first contact of an empty queue: time in which nobody waited says nothing about the pace. */
export function queueFilled(pace: Pace, nowMs: number): void {
  pace.movedAtMs = nowMs;
}

/** A contact has left, to an agent or by hanging up. */
export function queueMoved(pace: Pace, nowMs: number): void {
  pace.intervalsMs[pace.next] = nowMs - pace.movedAtMs;
  pace.next = (pace.next + 1) % ESTIMATED_WAIT_LEAVINGS_KEPT;
  pace.movedAtMs = nowMs;
}

/**
 * Whole seconds. Connect reckons with the position and the rate at which contacts are connected or disconnect, and
 * gives nothing where it is not sure (adminguide/metrics-definitions, Estimated Wait Time); the formula is not
 * published. Ours: the position times the mean time between the last contacts that left while somebody waited.
 * @param position counts from 1.
 * @returns undefined until enough contacts have left, and while no agent is staffed.
 */
export function estimatedWaitSeconds(pace: Pace, position: number, staffed: number): number | undefined {
  const { intervalsMs } = pace;
  if (intervalsMs.length < ESTIMATED_WAIT_LEAVINGS_MIN || staffed === 0) return undefined;
  const totalMs = intervalsMs.reduce((sum, interval) => sum + interval, 0);
  return Math.round((position * totalMs) / intervalsMs.length / 1000);
}
