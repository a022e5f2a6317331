/** What became of the chats and tasks of a day, as figures. */
import type { ChannelTally } from './channel-tally.ts';
import type { DayOver } from './day-options.ts';
import type { Scenario } from './scenario.ts';
import { inSeconds, type Percentiles, percentiles, ratio } from './tally.ts';

export interface ChannelResult {
  readonly channel: 'chats' | 'tasks';
  readonly came: number;
  /** Tasks that flows have begun, beside those that came. */
  readonly byFlows: number;
  /** Chats for which the instance had no room. */
  readonly refused: number;
  readonly queued: number;
  readonly answered: number;
  /** Ended in a queue before an agent had come. */
  readonly left: number;
  /** Share answered within the target of all who joined a queue. */
  readonly serviceLevel: number;
  readonly target: Scenario['serviceLevel'];
  /** Seconds from joining the queue to the agent, pauses included, of those who were answered. */
  readonly wait: Percentiles;
  readonly handled: number;
  /** Mean time at an agent until the end, pauses and after contact work left out. */
  readonly handleSeconds: number;
  /** Of one agent. */
  readonly atOnceMax: number;
  /** Of flows, customers and agents; 0 for tasks. */
  readonly messages: number;
  readonly pauses: number;
  readonly hours: readonly ChannelHourResult[];
}

export interface ChannelHourResult {
  readonly hour: number;
  readonly came: number;
  readonly queued: number;
  readonly left: number;
  readonly serviceLevel: number;
  readonly meanWaitSeconds: number;
}

/** Only of what the day had. */
export function channelResults({ chats, tasks, scenario }: DayOver): readonly ChannelResult[] {
  return [
    ...(chats === undefined ? [] : [resultOf('chats', chats)]),
    ...(scenario.tasks === undefined && tasks.byFlows === 0 ? [] : [resultOf('tasks', tasks)]),
  ];
}

function resultOf(channel: ChannelResult['channel'], tally: ChannelTally): ChannelResult {
  const { hours, waitsMs, target, handled, handledMs } = tally;
  const sum = (pick: (hour: (typeof hours)[number]) => number) =>
    hours.reduce((total, hour) => total + pick(hour), 0);
  const queued = sum((hour) => hour.queued);
  return {
    channel,
    came: sum(({ came }) => came),
    byFlows: tally.byFlows,
    refused: tally.refused,
    queued,
    answered: waitsMs.length,
    left: sum(({ left }) => left),
    serviceLevel: ratio(
      sum(({ answeredInTime }) => answeredInTime),
      queued,
    ),
    target,
    wait: inSeconds(percentiles(waitsMs)),
    handled,
    handleSeconds: ratio(handledMs, handled) / 1000,
    atOnceMax: tally.atOnceMax,
    messages: tally.messages,
    pauses: tally.pauses,
    hours: hours.map((hour, at) => ({
      hour: at,
      came: hour.came,
      queued: hour.queued,
      left: hour.left,
      serviceLevel: ratio(hour.answeredInTime, hour.queued),
      meanWaitSeconds: ratio(hour.waitMs, hour.queued) / 1000,
    })),
  };
}
