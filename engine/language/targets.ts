/** Whether every name in a flow that points to an action points to exactly one. */
import { ACTIONS_PER_FLOW_MAX } from '../limits.ts';
import { type Diagnostic, error } from './diagnostic.ts';
import type { FlowAction } from './flow.ts';
import { didYouMean } from './similar.ts';

/** An action with its place in the text, which differs from its place among the actions that could be read. */
export interface PlacedAction {
  readonly index: number;
  readonly action: FlowAction;
}

interface Target {
  readonly name: string;
  readonly path: string;
}

export function checkTargets(actions: readonly PlacedAction[]): Diagnostic[] {
  const first = new Map<string, number>();
  const duplicates: Diagnostic[] = [];
  for (const { index, action } of actions) {
    const name = action.Identifier;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, index);
    else {
      const message = `'${name}' is the identifier of Actions[${earlier}] already; give one of them another name`;
      duplicates.push(error('flow/duplicate-identifier', message, `Actions[${index}].Identifier`, name));
    }
  }
  const names = [...first.keys()];
  const dangling = actions.flatMap(({ index, action }) =>
    targetsOf(action)
      .filter((target) => !first.has(target.name))
      .map((target) =>
        error(
          'flow/dangling-target',
          `points to '${target.name}', which does not exist${suggestion(target.name, names)}`,
          `Actions[${index}].Transitions.${target.path}`,
          action.Identifier,
        ),
      ),
  );
  return [...duplicates, ...dangling];
}

export function checkStart(start: string, actions: readonly PlacedAction[]): Diagnostic[] {
  const names = actions.map(({ action }) => action.Identifier);
  if (names.includes(start)) return [];
  const message = `StartAction is '${start}', which does not exist${suggestion(start, names)}`;
  return [error('flow/dangling-start', message, 'StartAction')];
}

/** Comparing every name with every other is for flows of a size that the service takes. */
const suggestion = (name: string, names: readonly string[]): string =>
  names.length > ACTIONS_PER_FLOW_MAX ? '' : didYouMean(name, names);

/** Every place that an action may lead to, with the path inside `Transitions`. */
function targetsOf({ Transitions }: FlowAction): Target[] {
  const branches = (list: 'Errors' | 'Conditions'): Target[] =>
    (Transitions[list] ?? []).map(({ NextAction }, index) => ({
      name: NextAction,
      path: `${list}[${index}].NextAction`,
    }));
  const next = Transitions.NextAction;
  return [
    ...(next === undefined ? [] : [{ name: next, path: 'NextAction' }]),
    ...branches('Errors'),
    ...branches('Conditions'),
  ];
}
