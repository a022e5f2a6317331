/** What a simulated day came to: figures that a report shows and a program reads, the same bytes for the same seed. */
import { type ChannelResult, channelResults } from './channel-result.ts';
import type { DayOver } from './day-options.ts';
import { agentsNeeded, type Expected, erlangA, erlangC, erlangs } from './erlang.ts';
import type { Account } from './places.ts';
import type { Scenario } from './scenario.ts';
import { HOUR_MS, inSeconds, type Percentiles, percentiles, ratio } from './tally.ts';

export interface DayResult {
  readonly scenario: string;
  readonly seed: number;
  readonly startsAt: string;
  readonly functions: 'modelled' | 'real';
  readonly calls: {
    readonly all: number;
    readonly returned: number;
    /** Calls back that were promised by a flow, and those in which caller and agent spoke. */
    readonly callbacks: number;
    readonly calledBack: number;
    /** Share of calls that ended without a person being asked for. */
    readonly containment: number;
    readonly hungUpInFlow: number;
    readonly lineMinutes: number;
  };
  readonly queue: {
    readonly queued: number;
    readonly answered: number;
    readonly abandoned: number;
    readonly leftNumber: number;
    /** Share answered within the target of all who left the queue. */
    readonly serviceLevel: number;
    readonly target: Scenario['serviceLevel'];
    readonly abandonment: number;
    /** Seconds, of those who were answered. */
    readonly wait: Percentiles;
    readonly abandonedAfter: Percentiles;
    /** Mean of all who were in the queue. */
    readonly meanWaitOfAll: number;
  };
  readonly agents: {
    readonly occupancy: number;
    readonly staffedHours: number;
    readonly handled: number;
    readonly held: number;
    readonly transferred: number;
    readonly conferences: number;
    readonly handleSeconds: number;
  };
  /** What came beside calls. */
  readonly channels: readonly ChannelResult[];
  /** Seconds. */
  readonly silence: { readonly longest: number; readonly longestWhileNoKeyIsAwaited: number };
  readonly hours: readonly HourResult[];
  /** How many were answered after up to so many seconds; the last one: longer. */
  readonly waits: readonly { readonly upToSeconds: number | undefined; readonly count: number }[];
  readonly paths: readonly { readonly path: string; readonly share: number; readonly count: number }[];
  readonly intents: readonly { readonly intent: string; readonly count: number }[];
  readonly unansweredQuestions: readonly { readonly question: string; readonly count: number }[];
  readonly functionTraffic: readonly {
    readonly name: string;
    readonly invocations: number;
    readonly failed: number;
    readonly meanMs: number;
    readonly seconds: number;
  }[];
  readonly tableTraffic: readonly {
    readonly table: string;
    readonly reads: number;
    readonly writes: number;
  }[];
  readonly faults: readonly { readonly fault: string; readonly applied: number }[];
  readonly account: Account;
}

export interface HourResult {
  /** Of the day, from 0, counted from its start. */
  readonly hour: number;
  readonly calls: number;
  readonly queued: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly leftNumber: number;
  readonly serviceLevel: number;
  readonly meanWaitSeconds: number;
  readonly queueLongest: number;
  readonly occupancy: number;
  readonly agents: number;
  readonly staffing: Staffing;
}

/** Agents that the hour's load needs for the service level. */
export interface Staffing {
  readonly erlangs: number;
  readonly erlangC: number;
  readonly erlangA: number | undefined;
  /** What the two expect of as many agents as there were; undefined where Erlang C's queue grows without end. */
  readonly expectedByC: Expected | undefined;
  readonly expectedByA: Expected | undefined;
}

const WAIT_STEPS = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600] as const;

export function dayResult(over: DayOver, seed: number, functions: 'modelled' | 'real'): DayResult {
  const { tally, laws, faults, scenario } = over;
  const { serviceLevel: target } = scenario;
  const sum = (pick: (hour: (typeof tally.hours)[number]) => number) =>
    tally.hours.reduce((total, hour) => total + pick(hour), 0);
  const all = sum(({ calls }) => calls);
  const queued = sum((hour) => hour.queued);
  const answered = sum((hour) => hour.answered);
  const handleSeconds = ratio(tally.handledMs, tally.handled) / 1000;
  return {
    scenario: scenario.name,
    seed,
    startsAt: scenario.startsAt,
    functions,
    calls: {
      all,
      returned: tally.returned,
      callbacks: tally.callbacks,
      calledBack: tally.calledBack,
      containment: ratio(tally.contained, all),
      hungUpInFlow: tally.leftInFlow,
      lineMinutes: tally.lineMs / 60_000,
    },
    queue: {
      queued,
      answered,
      abandoned: sum((hour) => hour.abandoned),
      leftNumber: sum((hour) => hour.leftNumber),
      serviceLevel: ratio(
        sum((hour) => hour.answeredInTime),
        queued,
      ),
      target,
      abandonment: ratio(
        sum((hour) => hour.abandoned),
        queued,
      ),
      wait: inSeconds(percentiles(tally.waitsMs)),
      abandonedAfter: inSeconds(percentiles(tally.abandonedWaitsMs)),
      meanWaitOfAll:
        ratio(
          sum((hour) => hour.waitMs),
          queued,
        ) / 1000,
    },
    agents: {
      occupancy: ratio(
        sum((hour) => hour.busyMs),
        sum((hour) => hour.staffedMs),
      ),
      staffedHours: sum((hour) => hour.staffedMs) / HOUR_MS,
      handled: tally.handled,
      held: tally.held,
      transferred: tally.transferred,
      conferences: tally.conferences,
      handleSeconds,
    },
    channels: channelResults(over),
    silence: {
      longest: tally.longestSilenceMs / 1000,
      longestWhileNoKeyIsAwaited: tally.longestDeadAirMs / 1000,
    },
    hours: tally.hours.map((hour, index) => ({
      hour: index,
      calls: hour.calls,
      queued: hour.queued,
      answered: hour.answered,
      abandoned: hour.abandoned,
      leftNumber: hour.leftNumber,
      serviceLevel: ratio(hour.answeredInTime, hour.queued),
      meanWaitSeconds: ratio(hour.waitMs, hour.queued) / 1000,
      queueLongest: hour.queueLongest,
      occupancy: ratio(hour.busyMs, hour.staffedMs),
      agents: hour.staffedMs / HOUR_MS,
      staffing: staffing(hour.queued, handleSeconds, hour.staffedMs / HOUR_MS, scenario),
    })),
    waits: histogram(tally.waitsMs),
    paths: ranked(tally.paths).map(([path, count]) => ({ path, count, share: ratio(count, all) })),
    intents: ranked(tally.intents).map(([intent, count]) => ({ intent, count })),
    unansweredQuestions: ranked(tally.unanswered).map(([question, count]) => ({ question, count })),
    functionTraffic: byName(tally.functions).map(([name, { invocations, failed, durationMs }]) => ({
      name,
      invocations,
      failed,
      meanMs: ratio(durationMs, invocations),
      seconds: durationMs / 1000,
    })),
    tableTraffic: byName(tally.tables).map(([table, traffic]) => ({ table, ...traffic })),
    faults: faults.counts().map(([fault, applied]) => ({ fault, applied })),
    account: laws.account(),
  };
}

/** What an hour's load needs, by both formulas. */
export function staffing(
  callsAnHour: number,
  handleSeconds: number,
  agents: number,
  { serviceLevel: { share, withinSeconds }, callers: { patienceSeconds } }: Scenario,
): Staffing {
  const load = { callsAnHour, handleSeconds };
  const there = Math.floor(agents);
  const byA = (count: number) =>
    patienceSeconds === undefined ? undefined : erlangA(load, count, patienceSeconds, withinSeconds);
  const isEnough = (expected: Expected | undefined) =>
    expected !== undefined && expected.serviceShare >= share;
  const nobody = callsAnHour === 0;
  return {
    erlangs: erlangs(load),
    erlangC: nobody ? 0 : agentsNeeded((count) => isEnough(erlangC(load, count, withinSeconds))),
    erlangA:
      patienceSeconds === undefined ? undefined : nobody ? 0 : agentsNeeded((count) => isEnough(byA(count))),
    expectedByC: erlangC(load, there, withinSeconds),
    expectedByA: byA(there),
  };
}

/** @param sortedMs in order */
function histogram(sortedMs: readonly number[]): DayResult['waits'] {
  let counted = 0;
  const bars: { readonly upToSeconds: number | undefined; readonly count: number }[] = WAIT_STEPS.map(
    (upToSeconds) => {
      const from = counted;
      while (counted < sortedMs.length && (sortedMs[counted] ?? 0) <= upToSeconds * 1000) counted += 1;
      return { upToSeconds, count: counted - from };
    },
  );
  return [...bars, { upToSeconds: undefined, count: sortedMs.length - counted }];
}

const ranked = (counts: ReadonlyMap<string, number>): (readonly [string, number])[] =>
  [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));

const byName = <T>(entries: ReadonlyMap<string, T>): (readonly [string, T])[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
