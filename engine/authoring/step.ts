/** A step of a flow as its author writes it: where it leads to, and which actions it becomes. */
import type { FlowAction, FlowType } from '../language/flow.ts';

/** One way out of a step, by the author's name of the branch: `next`, `onTimeout`, `choices.1`. */
export interface Exit<Target extends string = string> {
  readonly branch: string;
  readonly to: Target;
}

/**
 * `Target` are the names of the steps that it leads to; `flow` refuses one that is not among its own. `In` are the
 * types of flow in which it may stand.
 */
export interface Step<Target extends string = string, In extends FlowType = FlowType> {
  readonly exits: readonly Exit<Target>[];
  /** The actions that the step becomes. The first is called as the step; others by `partName`. */
  actions(name: string): readonly FlowAction[];
  /** Taken over as it was exported, although the service would refuse it. */
  readonly unchecked?: true;
  /** For the compiler alone, and never there: a step that is legal in more types may stand where fewer are asked for. */
  readonly legalIn?: (type: In) => never;
}

/** A step of which nobody asks where it may stand. */
export type AnyStep = Step<string, never>;

/** A step from what it leads to, which is asked only where something is wrong, and what it becomes. */
export const stepOf = <Target extends string, In extends FlowType = FlowType>(
  exits: () => readonly Exit<Target>[],
  actions: (name: string) => readonly FlowAction[],
): Step<Target, In> => new WrittenStep(exits, actions);

/** A class, for the getter: a thousand flows have thirty thousand steps. */
class WrittenStep<Target extends string> implements Step<Target, never> {
  readonly #exits: () => readonly Exit<Target>[];
  readonly actions: (name: string) => readonly FlowAction[];

  constructor(exits: () => readonly Exit<Target>[], actions: (name: string) => readonly FlowAction[]) {
    this.#exits = exits;
    this.actions = actions;
  }

  get exits(): readonly Exit<Target>[] {
    return this.#exits();
  }
}

/** The identifier of a further action of a step. Steps have no dot in their names, so that it is free. */
export const partName = (step: string, part: string): string => `${step}.${part}`;

/** Exits from named branches; one that is not given, or null, is none. */
export function exitsOf<Target extends string>(
  branches: Readonly<Record<string, Target | null | undefined>>,
): readonly Exit<Target>[] {
  const exits: Exit<Target>[] = [];
  for (const branch in branches) {
    const to = branches[branch];
    if (to !== undefined && to !== null) exits.push({ branch, to });
  }
  return exits;
}
