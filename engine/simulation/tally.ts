/** Counts what happens in a simulated day, hour by hour and in all. */
import type { Scenario } from './scenario.ts';

export const HOUR_MS = 3_600_000;
const NEARLY_ALL = 0.99;

/** Of one hour; waits and busy times belong to the hour in which the caller joined the queue, or the time passed. */
export interface HourTally {
  calls: number;
  queued: number;
  answered: number;
  answeredInTime: number;
  abandoned: number;
  leftNumber: number;
  waitMs: number;
  staffedMs: number;
  busyMs: number;
  queueLongest: number;
}

export interface FunctionTally {
  invocations: number;
  failed: number;
  durationMs: number;
}

const newHour = (): HourTally => ({
  calls: 0,
  queued: 0,
  answered: 0,
  answeredInTime: 0,
  abandoned: 0,
  leftNumber: 0,
  waitMs: 0,
  staffedMs: 0,
  busyMs: 0,
  queueLongest: 0,
});

export class Tally {
  readonly startMs: number;
  readonly hours: HourTally[];
  readonly #withinMs: number;
  /** Waits of those who reached an agent, ms. */
  readonly waitsMs: number[] = [];
  readonly abandonedWaitsMs: number[] = [];
  /** Calls that agents took, and all their time with calls, those that rang in vain too: the mean handle time. */
  handled = 0;
  held = 0;
  transferred = 0;
  /** Talks in which the caller, the agent and another have been together. */
  conferences = 0;
  handledMs = 0;
  returned = 0;
  callbacks = 0;
  calledBack = 0;
  contained = 0;
  leftInFlow = 0;
  lineMs = 0;
  longestSilenceMs = 0;
  longestDeadAirMs = 0;
  readonly paths = new Map<string, number>();
  readonly intents = new Map<string, number>();
  readonly functions = new Map<string, FunctionTally>();
  readonly tables = new Map<string, { reads: number; writes: number }>();
  /** Questions to which no caller of the scenario has an answer, by `flow/step`. */
  readonly unanswered = new Map<string, number>();

  constructor({ profile, serviceLevel }: Scenario, startMs: number) {
    this.startMs = startMs;
    this.hours = profile.map(newHour);
    this.#withinMs = serviceLevel.withinSeconds * 1000;
  }

  /** Hours after the profile's last are made as they are needed. */
  hourOf(atMs: number): HourTally {
    const hour = Math.max(0, Math.floor((atMs - this.startMs) / HOUR_MS));
    while (this.hours.length <= hour) this.hours.push(newHour());
    const tally = this.hours[hour];
    if (tally === undefined) throw new Error('an hour of the day is missing');
    return tally;
  }

  queued(atMs: number, queueSize: number): void {
    const hour = this.hourOf(atMs);
    hour.queued += 1;
    if (queueSize > hour.queueLongest) hour.queueLongest = queueSize;
  }

  answered(queuedAtMs: number, atMs: number): void {
    const hour = this.hourOf(queuedAtMs);
    const waitMs = atMs - queuedAtMs;
    hour.answered += 1;
    hour.waitMs += waitMs;
    if (waitMs <= this.#withinMs) hour.answeredInTime += 1;
    this.waitsMs.push(waitMs);
  }

  /** The caller left the queue without an agent. */
  leftQueue(queuedAtMs: number, atMs: number, how: 'abandoned' | 'leftNumber'): void {
    const hour = this.hourOf(queuedAtMs);
    hour[how] += 1;
    hour.waitMs += atMs - queuedAtMs;
    if (how === 'abandoned') this.abandonedWaitsMs.push(atMs - queuedAtMs);
  }

  span(what: 'staffedMs' | 'busyMs', fromMs: number, untilMs: number): void {
    let atMs = fromMs;
    while (atMs < untilMs) {
      const endMs = this.startMs + (Math.floor((atMs - this.startMs) / HOUR_MS) + 1) * HOUR_MS;
      const upToMs = Math.min(endMs, untilMs);
      this.hourOf(atMs)[what] += upToMs - atMs;
      atMs = upToMs;
    }
  }

  invoked(name: string, durationMs: number, failed: boolean): void {
    const tally = this.functions.get(name) ?? { invocations: 0, failed: 0, durationMs: 0 };
    this.functions.set(name, tally);
    tally.invocations += 1;
    tally.durationMs += durationMs;
    if (failed) tally.failed += 1;
  }

  requested(table: string, reads: number, writes: number): void {
    const tally = this.tables.get(table) ?? { reads: 0, writes: 0 };
    this.tables.set(table, tally);
    tally.reads += reads;
    tally.writes += writes;
  }
}

export const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

export interface Percentiles {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly longest: number;
}

/** Nearest rank; all 0 where there are no values. The list is sorted in place. */
export function percentiles(values: number[]): Percentiles {
  values.sort((left, right) => left - right);
  const at = (share: number) => values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;
  let sum = 0;
  for (const value of values) sum += value;
  return {
    mean: values.length === 0 ? 0 : sum / values.length,
    p50: at(0.5),
    p90: at(0.9),
    p99: at(NEARLY_ALL),
    longest: values.at(-1) ?? 0,
  };
}

export const inSeconds = ({ mean, p50, p90, p99, longest }: Percentiles): Percentiles => ({
  mean: mean / 1000,
  p50: p50 / 1000,
  p90: p90 / 1000,
  p99: p99 / 1000,
  longest: longest / 1000,
});

export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
