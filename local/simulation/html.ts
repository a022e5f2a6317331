/** A simulated day as one page: figures, plots and tables, without anything from elsewhere. */
import type { DayResult } from '../../engine/simulation/result.ts';
import { CHANNEL_HEAD, channelRows } from './channels-text.ts';
import { type Cost, total } from './costs.ts';
import { PRICES_AS_OF } from './prices.ts';
import { reportStyle } from './report-style.ts';
import { escaped, legend, type Plot, plotSvg } from './svg.ts';
import { account, clockOf } from './text.ts';
import { dollarsText, percent, secondsText } from './words.ts';

const PATHS_SHOWN = 15;

export function dayHtml(result: DayResult, costs: readonly Cost[]): string {
  const { calls, queue } = result;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(result.scenario)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<h1>${escaped(result.scenario)}</h1>
<p class="soft">A simulated day: ${calls.all} calls from ${escaped(result.startsAt)}, seed ${result.seed}, functions ${result.functions}. ${calls.returned} calls were of callers who came back.</p>
${figures(result, total(costs))}
<div class="plots">
${plots(result)
  .map((plot) => `<section><h2>${escaped(plot.title)}</h2>${plotSvg(plot)}${legend(plot)}</section>`)
  .join('\n')}
</div>
<section><h2>Staffing: agents that each hour's load needs for ${percent(queue.target.share)} within ${queue.target.withinSeconds} s</h2>
<p class="soft">Erlang C assumes that everybody waits to the end; Erlang A that callers leave as patiently as in the scenario. Both count a wait until an agent is free; the measured one goes on until the agent speaks.</p>
${staffingTable(result)}</section>
${
  result.channels.length === 0
    ? ''
    : `<section><h2>Beside the calls</h2>${table(CHANNEL_HEAD, channelRows(result.channels))}</section>`
}
<section><h2>Ways through the centre</h2>${paths(result)}</section>
<div class="columns">
<section><h2>Functions</h2>${table(
    ['function', 'invocations', 'failed', 'mean'],
    result.functionTraffic.map((one) => [
      one.name,
      String(one.invocations),
      String(one.failed),
      `${one.meanMs.toFixed(0)} ms`,
    ]),
  )}</section>
<section><h2>Tables</h2>${table(
    ['table', 'reads', 'writes'],
    result.tableTraffic.map((one) => [one.table, String(one.reads), String(one.writes)]),
  )}</section>
<section><h2>Cost on AWS, by prices of ${PRICES_AS_OF}</h2>${table(
    ['', 'amount', 'dollars'],
    [
      ...costs.map(({ what, amount, dollars }) => [what, amount, dollarsText(dollars)]),
      ['together', '', dollarsText(total(costs))],
    ],
  )}</section>
${
  result.faults.length === 0
    ? ''
    : `<section><h2>Faults that happened</h2>${table(
        ['fault', 'times'],
        result.faults.map(({ fault, applied }) => [fault, String(applied)]),
      )}</section>`
}
</div>
<section><h2>Both laws held</h2>
<p>No contact was lost: ${escaped(account(result))}. Nothing ended without the caller having been told.</p></section>
</main>
</body>
</html>
`;
}

function figures({ queue, calls, agents, silence }: DayResult, dollars: number): string {
  const all: readonly (readonly [figure: string, what: string, more: string])[] = [
    [
      percent(queue.serviceLevel),
      `answered within ${queue.target.withinSeconds} s`,
      `target ${percent(queue.target.share)}`,
    ],
    [
      secondsText(queue.wait.mean),
      'mean wait',
      `half ${secondsText(queue.wait.p50)}, 90 % ${secondsText(queue.wait.p90)}, 99 % ${secondsText(queue.wait.p99)}`,
    ],
    [
      percent(queue.abandonment),
      'left the queue',
      `${queue.abandoned} of ${queue.queued}; ${queue.leftNumber} left a number`,
    ],
    [
      percent(agents.occupancy),
      'occupancy',
      `${agents.staffedHours.toFixed(0)} agent hours, ${secondsText(agents.handleSeconds)} a call`,
    ],
    [percent(calls.containment), 'done without a person', `${calls.hungUpInFlow} hung up before`],
    [
      secondsText(silence.longestWhileNoKeyIsAwaited),
      'longest silence',
      `${secondsText(silence.longest)} with waiting for keys`,
    ],
    [dollarsText(dollars), 'on AWS', `${dollarsText(dollars / Math.max(1, calls.all))} a call`],
  ];
  return `<div class="figures">${all
    .map(
      ([figure, what, more]) =>
        `<div><b>${escaped(figure)}</b><span>${escaped(what)}</span><span class="soft">${escaped(more)}</span></div>`,
    )
    .join('')}</div>`;
}

function plots({ channels, hours, startsAt, queue, waits }: DayResult): readonly Plot[] {
  const labels = hours.map(({ hour }) => clockOf(startsAt, hour));
  const ifQueued = (value: (hour: (typeof hours)[number]) => number | undefined) =>
    hours.map((hour) => (hour.queued === 0 ? undefined : value(hour)));
  return [
    {
      title: 'Calls by the hour',
      labels,
      unit: 'calls',
      bars: { name: 'calls', tone: 'one', values: hours.map(({ calls }) => calls) },
      lines: [{ name: 'came to a queue', tone: 'two', values: hours.map(({ queued }) => queued) }],
    },
    ...channels.map(({ channel, hours: each }) => ({
      title: `${channel === 'chats' ? 'Chats' : 'Tasks'} by the hour`,
      labels,
      unit: channel,
      bars: { name: channel, tone: 'one' as const, values: hours.map((_, at) => each[at]?.came ?? 0) },
      lines: [
        {
          name: 'came to a queue',
          tone: 'two' as const,
          values: hours.map((_, at) => each[at]?.queued ?? 0),
        },
      ],
    })),
    {
      title: 'Agents: there, and needed',
      labels,
      unit: 'agents',
      bars: { name: 'there', tone: 'one', values: hours.map(({ agents }) => agents) },
      points: [
        { name: 'needed by Erlang C', tone: 'two', values: hours.map(({ staffing }) => staffing.erlangC) },
        { name: 'needed by Erlang A', tone: 'three', values: hours.map(({ staffing }) => staffing.erlangA) },
      ],
    },
    {
      title: `Answered within ${queue.target.withinSeconds} s, in percent`,
      labels,
      unit: '%',
      max: 100,
      bars: { name: 'measured', tone: 'one', values: ifQueued((hour) => 100 * hour.serviceLevel) },
      points: [
        {
          name: 'expected by Erlang A',
          tone: 'three',
          values: ifQueued(({ staffing: { expectedByA } }) =>
            expectedByA === undefined ? undefined : 100 * expectedByA.serviceShare,
          ),
        },
      ],
      level: { name: 'target', value: 100 * queue.target.share },
    },
    {
      title: 'Waits of those who were answered, in seconds',
      labels: waits.map(({ upToSeconds }) => (upToSeconds === undefined ? 'more' : `≤ ${upToSeconds}`)),
      unit: 'calls',
      bars: { name: 'calls', tone: 'one', values: waits.map(({ count }) => count) },
    },
    {
      title: 'Callers at once in a queue, at most',
      labels,
      unit: 'callers',
      lines: [{ name: 'callers', tone: 'two', values: hours.map(({ queueLongest }) => queueLongest) }],
    },
    {
      title: 'Occupancy of agents, in percent',
      labels,
      unit: '%',
      max: 100,
      lines: [
        {
          name: 'occupancy',
          tone: 'one',
          values: hours.map((hour) => (hour.agents === 0 ? undefined : 100 * hour.occupancy)),
        },
      ],
    },
  ];
}

function staffingTable({ hours, startsAt }: DayResult): string {
  return table(
    [
      'hour',
      'queued',
      'erlangs',
      'agents',
      'by Erlang C',
      'by Erlang A',
      'in time',
      'expected by C',
      'expected by A',
      'left',
      'expected by A',
    ],
    hours
      .filter(({ calls, agents }) => calls > 0 || agents > 0)
      .map(({ hour, queued, agents, serviceLevel, abandoned, staffing }) => [
        clockOf(startsAt, hour),
        String(queued),
        staffing.erlangs.toFixed(1),
        agents.toFixed(1),
        String(staffing.erlangC),
        staffing.erlangA === undefined ? '–' : String(staffing.erlangA),
        percent(serviceLevel),
        staffing.expectedByC === undefined ? 'no end' : percent(staffing.expectedByC.serviceShare),
        staffing.expectedByA === undefined ? '–' : percent(staffing.expectedByA.serviceShare),
        percent(queued === 0 ? 0 : abandoned / queued),
        staffing.expectedByA === undefined ? '–' : percent(staffing.expectedByA.abandonShare),
      ]),
  );
}

function paths({ paths: all }: DayResult): string {
  const most = all[0]?.share ?? 1;
  const rows = all
    .slice(0, PATHS_SHOWN)
    .map(
      ({ path, share }) =>
        `<div class="path"><span>${escaped(path)}</span><span><i style="width:${((100 * share) / most).toFixed(1)}%"></i></span><b>${percent(share)}</b></div>`,
    );
  const rest = all.length - PATHS_SHOWN;
  return `${rows.join('')}${rest > 0 ? `<p class="soft">and ${rest} rarer ones</p>` : ''}`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<div class="wide"><table><thead><tr>${head.map((text) => `<th>${escaped(text)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table></div>`;
