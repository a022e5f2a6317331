/** What a contact did in its flows, put together from what happened to it: one pure fold. */
import type { ContactProgress, FunctionLine, ShownMoment } from '../../contact-shown.ts';

/** One step that was left. */
export interface Visit {
  /** Counts from 1 through the whole contact. */
  readonly order: number;
  readonly flow: string;
  readonly step: string;
  readonly atMs: number;
  readonly branch: string;
  readonly because?: string;
  readonly to?: string;
  /** Parameters as they were resolved, where the flow log has them. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** One attempt to ask a function. */
export interface FunctionCall {
  readonly function: string;
  readonly attempt: number;
  readonly startedAtMs: number;
  /** Absent: masked. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Absent while it runs. */
  readonly endedAtMs?: number;
  /** The branch that was taken, or that it was tried again. */
  readonly outcome?: string;
  readonly because?: string;
  readonly returned?: Readonly<Record<string, string>>;
  /** The visit of the step that called; absent while it runs. */
  readonly visit?: number;
}

export interface Walk {
  readonly progress: Omit<ContactProgress, 'moments' | 'lines' | 'fresh'>;
  readonly moments: readonly ShownMoment[];
  readonly lines: readonly FunctionLine[];
  readonly visits: readonly Visit[];
  readonly calls: readonly FunctionCall[];
  readonly startedAtMs: number;
}

/** @param before undefined for a contact that was not followed until now */
export function walkAfter(before: Walk | undefined, news: ContactProgress): Walk {
  const { moments, lines, fresh, ...progress } = news;
  const known = fresh ? undefined : before;
  const visits = [...(known?.visits ?? [])];
  const calls = [...(known?.calls ?? [])];
  for (const moment of moments) {
    if (moment.kind === 'step') {
      visits.push(visitOf(moment, visits.length + 1));
      if (moment.calls) answer(calls, moment, visits.length);
    } else if (moment.kind === 'call') {
      callAgain(calls, moment);
    } else if (moment.kind === 'log') {
      enrich(visits, calls, moment);
    }
  }
  return {
    progress,
    moments: [...(known?.moments ?? []), ...moments],
    lines: [...(known?.lines ?? []), ...lines],
    visits,
    calls,
    startedAtMs: progress.contact.startedAtMs,
  };
}

function visitOf(moment: Extract<ShownMoment, { kind: 'step' }>, order: number): Visit {
  const { flow, step, atMs, branch, because, to } = moment;
  return {
    order,
    flow,
    step,
    atMs,
    branch,
    parameters: {},
    ...(because === undefined ? {} : { because }),
    ...(to === undefined ? {} : { to }),
  };
}

function callAgain(calls: FunctionCall[], moment: Extract<ShownMoment, { kind: 'call' }>): void {
  const { atMs, attempt, parameters } = moment;
  const last = calls.at(-1);
  if (last !== undefined && last.endedAtMs === undefined) {
    calls[calls.length - 1] = {
      ...last,
      endedAtMs: atMs,
      outcome: attempt > 1 ? 'tried again' : 'not awaited',
    };
  }
  calls.push({
    function: moment.function,
    attempt,
    startedAtMs: atMs,
    ...(parameters === undefined ? {} : { parameters }),
  });
}

function answer(calls: FunctionCall[], moment: Extract<ShownMoment, { kind: 'step' }>, visit: number): void {
  const last = calls.at(-1);
  if (last === undefined || last.endedAtMs !== undefined) return;
  const { atMs, branch, because } = moment;
  calls[calls.length - 1] = {
    ...last,
    endedAtMs: atMs,
    outcome: branch === 'NextAction' ? 'answered' : branch,
    visit,
    ...(because === undefined ? {} : { because }),
  };
  // Earlier attempts belong to the same visit.
  for (let index = calls.length - 2; index >= 0; index -= 1) {
    const earlier = calls[index];
    if (earlier === undefined || earlier.visit !== undefined || earlier.function !== last.function) break;
    calls[index] = { ...earlier, visit };
  }
}

/** The entry of a step comes right after the step was left. */
function enrich(visits: Visit[], calls: FunctionCall[], moment: Extract<ShownMoment, { kind: 'log' }>): void {
  const last = visits.at(-1);
  if (last === undefined || last.step !== moment.step || last.flow !== moment.flow) return;
  visits[visits.length - 1] = { ...last, parameters: { ...last.parameters, ...moment.parameters } };
  const call = calls.at(-1);
  if (moment.returned !== undefined && call?.visit === last.order) {
    calls[calls.length - 1] = { ...call, returned: moment.returned };
  }
}

/** The step that runs; where none does, the one that the contact came to last. */
export function placeOf({
  visits,
  progress,
}: Walk): { readonly flow: string; readonly step: string } | undefined {
  const last = visits.at(-1);
  if (progress.where !== undefined || last === undefined) return progress.where;
  const { flow, step, to } = last;
  return { flow, step: to ?? step };
}

/** One flow after the other, as the contact came through them; a module between two pieces of its flow. */
export interface Stretch {
  readonly flow: string;
  readonly firstOrder: number;
}

export function stretchesOf({ visits, progress }: Walk): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { flow, order } of visits) {
    if (stretches.at(-1)?.flow !== flow) stretches.push({ flow, firstOrder: order });
  }
  const { where } = progress;
  if (where !== undefined && stretches.at(-1)?.flow !== where.flow) {
    stretches.push({ flow: where.flow, firstOrder: visits.length + 1 });
  }
  return stretches;
}
