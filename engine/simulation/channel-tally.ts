/** Counts what becomes of the contacts of a channel beside calls, hour by hour and in all. */
import type { Arrivals, Scenario } from './scenario.ts';
import { HOUR_MS } from './tally.ts';

export interface ChannelHour {
  came: number;
  queued: number;
  answeredInTime: number;
  waitMs: number;
  left: number;
}

const newHour = (): ChannelHour => ({ came: 0, queued: 0, answeredInTime: 0, waitMs: 0, left: 0 });

export class ChannelTally {
  readonly target: Scenario['serviceLevel'];
  readonly hours: ChannelHour[];
  readonly #startMs: number;
  /** Of those who reached an agent, ms. */
  readonly waitsMs: number[] = [];
  /** The instance had no room for them: they never came in. */
  refused = 0;
  /** Begun by a flow, and not by the scenario. */
  byFlows = 0;
  handled = 0;
  handledMs = 0;
  messages = 0;
  pauses = 0;
  /** Of one agent. */
  atOnceMax = 0;

  constructor(
    { serviceLevel: target }: Pick<Arrivals, 'serviceLevel'>,
    { profile, serviceLevel }: Scenario,
    startMs: number,
  ) {
    this.target = target ?? serviceLevel;
    this.#startMs = startMs;
    this.hours = profile.map(newHour);
  }

  came(atMs: number): void {
    this.#hourOf(atMs).came += 1;
  }

  queued(atMs: number): void {
    this.#hourOf(atMs).queued += 1;
  }

  answered(queuedAtMs: number, atMs: number): void {
    const hour = this.#hourOf(queuedAtMs);
    const waitMs = atMs - queuedAtMs;
    hour.waitMs += waitMs;
    if (waitMs <= this.target.withinSeconds * 1000) hour.answeredInTime += 1;
    this.waitsMs.push(waitMs);
  }

  /** The queue, before an agent had come. */
  left(queuedAtMs: number, atMs: number): void {
    const hour = this.#hourOf(queuedAtMs);
    hour.left += 1;
    hour.waitMs += atMs - queuedAtMs;
  }

  isHandled(connectedAtMs: number, atMs: number): void {
    this.handled += 1;
    this.handledMs += atMs - connectedAtMs;
  }

  #hourOf(atMs: number): ChannelHour {
    const at = Math.max(0, Math.floor((atMs - this.#startMs) / HOUR_MS));
    while (this.hours.length <= at) this.hours.push(newHour());
    const hour = this.hours[at];
    if (hour === undefined) throw new Error('an hour of the day is missing');
    return hour;
  }
}
