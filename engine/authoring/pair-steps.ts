/** Which step of one flow is which step of another: by name, and where names changed, by its place in the flow. */

import { waysOut } from '../blocks/ways-out.ts';
import type { FlowAction, FlowDocument } from '../language/flow.ts';

/** Name of a step in the second flow by its name in the first; what is in neither has no partner. */
export type StepPairs = ReadonlyMap<string, string>;

/**
 * A name that both flows have with the same type is the same step. From there and from the start, the same branch
 * leads to the same step, unless the type changed; what is left is known by what it says, where that is said once.
 */
export function pairSteps(one: FlowDocument, other: FlowDocument): StepPairs {
  const first = byName(one);
  const second = byName(other);
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (from: string, to: string): boolean => {
    if (pairs.has(from) || taken.has(to)) return false;
    const type = first.get(from)?.Type;
    if (type === undefined || type !== second.get(to)?.Type) return false;
    pairs.set(from, to);
    taken.add(to);
    return true;
  };
  for (const name of first.keys()) pair(name, name);
  pair(one.StartAction, other.StartAction);
  follow(pairs, first, second, pair);
  pairBySayings(first, second, pair);
  follow(pairs, first, second, pair);
  return pairs;
}

type Steps = ReadonlyMap<string, FlowAction>;
type Pair = (from: string, to: string) => boolean;

const byName = (flow: FlowDocument): Steps =>
  new Map(flow.Actions.toReversed().map((action) => [action.Identifier, action]));

/** The map grows while it is walked, and what is added is walked too. */
function follow(pairs: ReadonlyMap<string, string>, first: Steps, second: Steps, pair: Pair): void {
  for (const [from, to] of pairs) {
    const here = first.get(from);
    const there = second.get(to);
    if (here === undefined || there === undefined) continue;
    const targets = new Map(waysOut(there).map((way) => [way.branch, way.to]));
    for (const way of waysOut(here)) {
      const target = targets.get(way.branch);
      if (target !== undefined) pair(way.to, target);
    }
  }
}

function pairBySayings(first: Steps, second: Steps, pair: Pair): void {
  const sayings = (steps: Steps) =>
    Map.groupBy(steps.values(), ({ Type, Parameters }) => `${Type} ${JSON.stringify(Parameters)}`);
  const there = sayings(second);
  for (const [saying, [only, ...more]] of sayings(first)) {
    const [partner, ...others] = there.get(saying) ?? [];
    if (only === undefined || partner === undefined || more.length + others.length > 0) continue;
    pair(only.Identifier, partner.Identifier);
  }
}
