/** How long functions may keep a caller waiting without a word, at most, when a step is reached. */
import { isHeard, typeOf } from './effects.ts';
import type { FlowUnderCheck, Group, StepUnderCheck } from './flow-under-check.ts';
import { isAsynchronous, isFunction } from './on-some-way.ts';
import { oncePer } from './once.ts';
import { solve } from './solve.ts';

export interface Silence {
  /** Greatest sum of the time limits of the functions since the last words; at most {@link SECONDS_KNOWN_MAX}. */
  readonly seconds: number;
  /** The function before, by step. */
  readonly after: string;
}

/** A circle without words would grow for ever. */
export const SECONDS_KNOWN_MAX = 60;

const QUIET: Silence = { seconds: 0, after: '' };

export type Silences = (flow: FlowUnderCheck, step: StepUnderCheck) => Silence | undefined;

export const silences: (group: Group) => Silences = oncePer((group) => {
  const answer = solve<Silence>(group, {
    entry: () => QUIET,
    along: (flow, step, _edge, before) => {
      if (isFunction(step) && !isAsynchronous(step)) return longer(before, step);
      if (isHeard(step) || typeOf(step) === 'Wait') return QUIET;
      const isFar = typeOf(step) === 'InvokeFlowModule' && flow.group().from(step).length === 0;
      return isFar ? QUIET : before;
    },
    merge: (known, further) => (further.seconds > known.seconds ? further : known),
    enter: ({ kind }, before) => (kind === 'hook' ? QUIET : before),
    back: (_before, ended) => ended,
  });
  return (flow, step) => answer(flow)[step.index];
});

function longer({ seconds }: Silence, step: StepUnderCheck): Silence {
  return { seconds: Math.min(seconds + limitSeconds(step), SECONDS_KNOWN_MAX), after: step.id };
}

/** What a function may take; the console fills in 3 (adminguide/invoke-lambda-function-block). */
export function limitSeconds(step: StepUnderCheck): number {
  const seconds = Number(step.action.Parameters['InvocationTimeLimitSeconds']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 3;
}
