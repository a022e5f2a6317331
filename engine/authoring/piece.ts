/** Makes one step of many: a piece that flows use like any other step, as often as they like. */
import type { FlowAction, FlowType, Transitions } from '../language/flow.ts';
import { didYouMean } from '../language/similar.ts';
import { exitsOf, partName, type Step, stepOf } from './step.ts';

/**
 * The steps inside lead to each other, or out by a way; where a way leads, whoever uses the piece says. The first step
 * is called as the piece is, the others `piece.step`, so that two uses share no name and none inside is seen outside.
 * Throws where a step inside leads to nothing, or two of them become the same action.
 */
export function piece<
  const Inner extends string,
  const Way extends string,
  const Target extends string,
  In extends FlowType,
>(terms: {
  readonly start: NoInfer<Inner>;
  readonly steps: { readonly [N in Inner]: Step<NoInfer<Inner> | NoInfer<Way>, In> };
  /** Names of ways out, none of them a step inside. */
  readonly ways: { readonly [W in Way]: Target };
}): Step<Target, In> {
  const ways: Readonly<Record<string, Target>> = terms.ways;
  const steps = Object.entries<Step<string, In>>(terms.steps);
  const inside = new Set(steps.map(([step]) => step));
  const clash = Object.keys(ways).find((way) => inside.has(way));
  if (clash !== undefined)
    throw new Error(`'${clash}' is a way out and a step inside; give one another name`);
  const spellings = [...inside, ...Object.keys(ways)];
  return stepOf(
    () => exitsOf(ways),
    (name) => {
      const named = (step: string): string => (step === terms.start ? name : partName(name, step));
      const leadsTo = (step: string, to: string): string => {
        if (inside.has(to)) return named(to);
        const out = Object.hasOwn(ways, to) ? ways[to] : undefined;
        if (out !== undefined) return out;
        throw new Error(
          `step '${named(step)}' points to '${to}', which does not exist${didYouMean(to, spellings)}`,
        );
      };
      const actions = steps.flatMap(([step, written]) => renamed(step, written, named(step), leadsTo));
      const twice = actions.find(
        ({ Identifier }, place) => actions.findIndex((each) => each.Identifier === Identifier) < place,
      );
      if (twice !== undefined)
        throw new Error(`two steps become '${twice.Identifier}'; give one of them another name`);
      return actions;
    },
  );
}

/** No name of a step holds it: what begins with the marked name is the step's own, and all else leads out of it. */
const MARK = '\u0000';

function renamed(
  step: string,
  written: Step<string, never>,
  name: string,
  leadsTo: (step: string, to: string) => string,
): readonly FlowAction[] {
  const marked = `${name}${MARK}`;
  const plain = (identifier: string): string => `${name}${identifier.slice(marked.length)}`;
  const to = (target: string): string => (target.startsWith(marked) ? plain(target) : leadsTo(step, target));
  return written.actions(marked).map((action) => ({
    ...action,
    Identifier: plain(action.Identifier),
    Transitions: redirected(action.Transitions, to),
  }));
}

function redirected(
  { NextAction, Errors, Conditions }: Transitions,
  to: (target: string) => string,
): Transitions {
  return {
    ...(NextAction === undefined ? {} : { NextAction: to(NextAction) }),
    ...(Errors === undefined
      ? {}
      : { Errors: Errors.map((way) => ({ ...way, NextAction: to(way.NextAction) })) }),
    ...(Conditions === undefined
      ? {}
      : { Conditions: Conditions.map((way) => ({ ...way, NextAction: to(way.NextAction) })) }),
  };
}
