/** A simulated day as text for a terminal. */
import type { DayResult } from '../../engine/simulation/result.ts';
import { CHANNEL_HEAD, channelRows } from './channels-text.ts';
import { type Cost, total } from './costs.ts';
import type { FunctionTime } from './function-times.ts';
import { PRICES_AS_OF } from './prices.ts';
import { dollarsText, percent, secondsText } from './words.ts';

const PATHS_SHOWN = 12;

/** `07:00`: the hour of the day by the clock of the place whose offset the start has. */
export function clockOf(startsAt: string, hour: number): string {
  const [, hours = '0', minutes = '00'] = /T(\d{2}):(\d{2})/.exec(startsAt) ?? [];
  return `${String((Number(hours) + hour) % 24).padStart(2, '0')}:${minutes}`;
}

/** @param measured where functions were real: what they took here */
export function dayText(
  result: DayResult,
  costs: readonly Cost[],
  measured: readonly FunctionTime[] = [],
): string {
  const { calls, queue, agents, silence } = result;
  const { share, withinSeconds } = queue.target;
  const lines = [
    `${result.scenario}: ${calls.all} calls (${calls.returned} of them came back), seed ${result.seed}, functions ${result.functions}`,
    '',
    `service level      ${percent(queue.serviceLevel)} within ${withinSeconds} s (target ${percent(share)})`,
    `wait               mean ${secondsText(queue.wait.mean)}, p50 ${secondsText(queue.wait.p50)}, p90 ${secondsText(queue.wait.p90)}, p99 ${secondsText(queue.wait.p99)}`,
    `abandonment        ${percent(queue.abandonment)} of ${queue.queued} in the queue; ${queue.leftNumber} left a number`,
    `occupancy          ${percent(agents.occupancy)} of ${agents.staffedHours.toFixed(1)} agent hours; a call takes ${secondsText(agents.handleSeconds)}`,
    `containment        ${percent(calls.containment)}; ${calls.hungUpInFlow} hung up before anything was done`,
    `longest silence    ${secondsText(silence.longest)}; ${secondsText(silence.longestWhileNoKeyIsAwaited)} while no key was awaited`,
    '',
    'Hour by hour, with the agents that the load needs by Erlang C and by Erlang A:',
    ...table([
      ['hour', 'calls', 'queued', 'in time', 'wait', 'left', 'agents', 'busy', 'erlangs', 'by C', 'by A'],
      ...result.hours
        .filter((hour) => hour.calls > 0 || hour.agents > 0)
        .map((hour) => [
          clockOf(result.startsAt, hour.hour),
          String(hour.calls),
          String(hour.queued),
          percent(hour.serviceLevel),
          secondsText(hour.meanWaitSeconds),
          String(hour.abandoned),
          hour.agents.toFixed(1),
          percent(hour.occupancy),
          hour.staffing.erlangs.toFixed(1),
          String(hour.staffing.erlangC),
          hour.staffing.erlangA === undefined ? '-' : String(hour.staffing.erlangA),
        ]),
    ]),
    ...(result.channels.length === 0
      ? []
      : ['', 'Beside the calls:', ...table([CHANNEL_HEAD, ...channelRows(result.channels)])]),
    '',
    'Ways through the centre:',
    ...result.paths
      .slice(0, PATHS_SHOWN)
      .map(({ path, share: part }) => `  ${percent(part).padStart(7)}  ${path}`),
    ...(result.paths.length > PATHS_SHOWN ? [`  and ${result.paths.length - PATHS_SHOWN} rarer ones`] : []),
    '',
    'Functions:',
    ...table([
      ['function', 'invocations', 'failed', 'mean'],
      ...result.functionTraffic.map(({ name, invocations, failed, meanMs }) => [
        name,
        String(invocations),
        String(failed),
        `${meanMs.toFixed(0)} ms`,
      ]),
    ]),
    ...(measured.length === 0
      ? []
      : [
          '',
          'The functions themselves, by the clock of this machine, beside the time that their blocks wait:',
          ...table([
            ['function', 'cold', 'p50', 'p99', 'block waits', 'p99 of it'],
            ...measured.map(({ name, firstMs, p50Ms, p99Ms, limitMs }) => [
              name,
              `${firstMs.toFixed(0)} ms`,
              `${p50Ms.toFixed(1)} ms`,
              `${p99Ms.toFixed(1)} ms`,
              `${limitMs} ms`,
              percent(p99Ms / limitMs),
            ]),
          ]),
        ]),
    ...(result.tableTraffic.length === 0
      ? []
      : [
          '',
          'Tables:',
          ...table([
            ['table', 'reads', 'writes'],
            ...result.tableTraffic.map((one) => [one.table, String(one.reads), String(one.writes)]),
          ]),
        ]),
    '',
    `On AWS, by prices of ${PRICES_AS_OF}: ${dollarsText(total(costs))}`,
    ...table(costs.map(({ what, amount, dollars }) => [what, amount, dollarsText(dollars)])),
    ...(result.faults.length === 0
      ? []
      : [
          '',
          'Faults that happened:',
          ...table(result.faults.map(({ fault, applied }) => [fault, String(applied)])),
        ]),
    ...(result.unansweredQuestions.length === 0
      ? []
      : [
          '',
          'Questions to which the scenario has no answer (the caller was silent):',
          ...table(result.unansweredQuestions.map((one) => [one.question, String(one.count)])),
        ]),
    '',
    `Nobody was lost: ${account(result)}. Nobody's call ended untold.`,
  ];
  return `${lines.join('\n')}\n`;
}

export function account({ account: { in: all, callback, putOff, queued, ended } }: DayResult): string {
  const promised = callback === 0 ? [] : [`${callback} are still promised a call back`];
  const left = queued + putOff;
  const waiting =
    left === 0 ? [] : [left === 1 ? '1 task waits for another day' : `${left} tasks wait for another day`];
  const over = ended.map(([reason, count]) => `${count} ended with ${reason}`);
  return `${all} came in, and ${[...over, ...promised, ...waiting].join(', ')}`;
}

/** The first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, text.length);
  return rows.map(
    (row) =>
      `  ${row
        .map((text, column) =>
          column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
        )
        .join('  ')}`,
  );
}
