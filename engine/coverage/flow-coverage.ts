/** Which transitions of the flows contacts have taken, and how often. */
import type { Effect } from '../contact/events.ts';
import type { Flow } from '../contact/instance.ts';
import { parseFlow } from '../language/parse.ts';
import { type Transition, transitionsOf } from './transitions.ts';

export interface CountedTransition extends Transition {
  readonly taken: number;
}

/** A flow by its name, and all its transitions. */
export interface CountedFlow {
  readonly flow: string;
  readonly transitions: readonly CountedTransition[];
}

/** What a run took; runs of the same flows can be added together. */
export interface CoverageRecord {
  readonly flows: readonly CountedFlow[];
}

type Counter = { -readonly [Member in keyof CountedTransition]: CountedTransition[Member] };

/** A key of a transition that was pressed while the flow log was off stands in the trace as this. */
const MASKED = '•';

export class FlowCoverage {
  /** By flow and step. */
  readonly #steps = new Map<string, Map<string, Counter[]>>();

  /** @param flows of the instance that runs; two of one name count as one */
  constructor(flows: readonly Pick<Flow, 'name' | 'content' | 'document'>[] = []) {
    for (const { name, content, document = parseFlow(content).document } of flows)
      if (document !== undefined) this.#learn(name, transitionsOf(document));
  }

  /** Counts the transition of an effect `step-taken`; every other effect is none of its business. */
  see(effect: Effect): void {
    if (effect.kind !== 'step-taken') return;
    const ways = this.#steps.get(effect.flowName)?.get(effect.step) ?? [];
    for (const way of ways) if (isTaken(way, effect)) way.taken += 1;
  }

  /** Adds what another run took. Transitions that are in one of them only are in the sum. */
  add({ flows }: CoverageRecord): void {
    for (const { flow, transitions } of flows) this.#learn(flow, transitions);
  }

  /** Adds what another run took of the transitions that are known here, and of no others. */
  addKnown({ flows }: CoverageRecord): void {
    for (const { flow, transitions } of flows)
      for (const transition of transitions) {
        const known = this.#find(flow, transition);
        if (known !== undefined) known.taken += transition.taken;
      }
  }

  /** Flows in the order in which they were met. */
  record(): CoverageRecord {
    return {
      flows: [...this.#steps].map(([flow, steps]) => ({
        flow,
        transitions: [...steps.values()].flat().map((way) => ({ ...way })),
      })),
    };
  }

  #find(flow: string, { step, branch, to }: Transition): Counter | undefined {
    const ways = this.#steps.get(flow)?.get(step);
    return ways?.find((way) => way.branch === branch && way.to === to);
  }

  #learn(flow: string, transitions: readonly (Transition & { readonly taken?: number })[]): void {
    const steps = this.#steps.get(flow) ?? new Map<string, Counter[]>();
    this.#steps.set(flow, steps);
    for (const { taken = 0, ...transition } of transitions) {
      const ways = steps.get(transition.step) ?? [];
      steps.set(transition.step, ways);
      const known = this.#find(flow, transition);
      if (known === undefined) ways.push({ ...transition, taken });
      else known.taken += taken;
    }
  }
}

/** A branch by a secret key is known by where it leads. */
function isTaken(way: Transition, { branch, to }: Extract<Effect, { kind: 'step-taken' }>): boolean {
  if (way.branch === branch) return true;
  return branch.includes(MASKED) && way.to === to && way.branch.split(' ')[0] === branch.split(' ')[0];
}
