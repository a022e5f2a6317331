/** What tasks have that calls do not: a time to begin, and pauses. */
import type { CompiledFlow } from './compiled-flow.ts';

export interface TaskState {
  /** Begins when the task's time has come; undefined once it has begun. */
  scheduled: CompiledFlow | undefined;
  /** When that is, or was, ms since 1970. */
  scheduledAtMs: number | undefined;
  /** While it is paused: whether an agent has it, or it was in a queue. */
  pausedAt: 'agent' | 'queue' | undefined;
  pauses: number;
  pausedTotalMs: number;
  lastPausedAtMs: number | undefined;
  lastResumedAtMs: number | undefined;
}

/** When a task was to begin, and its pauses. Moments are ms since 1970. */
export interface TaskTimes {
  readonly scheduledAtMs?: number;
  readonly pauses: number;
  /** Without the present pause. */
  readonly pausedTotalMs: number;
  readonly lastPausedAtMs?: number;
  readonly lastResumedAtMs?: number;
}

export const newTaskState = (): TaskState => ({
  scheduled: undefined,
  scheduledAtMs: undefined,
  pausedAt: undefined,
  pauses: 0,
  pausedTotalMs: 0,
  lastPausedAtMs: undefined,
  lastResumedAtMs: undefined,
});
