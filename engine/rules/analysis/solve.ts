/** What holds when a contact arrives at each step, worked out along every way through flows that lead to each other. */
import type { Edge } from './edges.ts';
import type { FlowUnderCheck, Group, Link, StepUnderCheck } from './flow-under-check.ts';
import { walkOrder } from './walk-order.ts';

/**
 * A question about ways through flows. States are compared by identity, so `merge` must give back its first argument
 * where the second adds nothing to it.
 */
export interface Question<State> {
  /** When a flow begins that nothing in the group leads to. */
  entry(flow: FlowUnderCheck): State;
  /** After a step is left by an edge. */
  along(flow: FlowUnderCheck, step: StepUnderCheck, edge: Edge, before: State): State;
  merge(known: State, further: State): State;
  /** When another flow begins: by transfer, module call or hook. */
  enter(link: Link, before: State): State;
  /** Back from a module: `before` the call, and what held at the module's ends. */
  back(before: State, ended: State): State;
}

/** The state in which each step is reached, by place; undefined for a step that nothing reaches. */
export type Answer<State> = (flow: FlowUnderCheck) => readonly (State | undefined)[];

export function solve<State>(group: Group, question: Question<State>): Answer<State> {
  return new Solver(group, question).answer();
}

class Solver<State> {
  readonly #group: Group;
  readonly #question: Question<State>;
  readonly #states = new Map<FlowUnderCheck, (State | undefined)[]>();
  readonly #orders = new Map<FlowUnderCheck, readonly number[]>();
  /** Steps whose state has changed, by flow. */
  readonly #dirty = new Map<FlowUnderCheck, Set<number>>();
  /** What holds at the ends of each module. */
  readonly #ends = new Map<FlowUnderCheck, State>();
  readonly #hookLinks: readonly Link[];
  readonly #joinsQueue: boolean;

  constructor(group: Group, question: Question<State>) {
    this.#group = group;
    this.#question = question;
    this.#hookLinks = group.links.filter(({ kind }) => kind === 'hook');
    this.#joinsQueue = group.flows.some(({ steps }) => steps.some(isQueueing));
    for (const flow of group.flows) this.#states.set(flow, new Array<State | undefined>(flow.steps.length));
  }

  answer(): Answer<State> {
    for (const flow of this.#group.flows) if (this.#group.isEntry(flow)) this.#begin(flow);
    this.#run();
    // A circle of flows without a way in from outside, or one whose callers are never reached, begins by itself.
    for (const flow of this.#group.flows) {
      if (flow.start === undefined || this.#stateAt(flow, flow.start) !== undefined) continue;
      this.#begin(flow);
      this.#run();
    }
    return (flow) => this.#states.get(flow) ?? [];
  }

  #begin(flow: FlowUnderCheck): void {
    this.#arrive(flow, flow.start, this.#question.entry(flow));
  }

  #stateAt(flow: FlowUnderCheck, index: number): State | undefined {
    return this.#states.get(flow)?.[index];
  }

  #arrive(flow: FlowUnderCheck, index: number | undefined, state: State): void {
    const states = this.#states.get(flow);
    if (index === undefined || states === undefined) return;
    const known = states[index];
    const merged = known === undefined ? state : this.#question.merge(known, state);
    if (known !== undefined && merged === known) return;
    states[index] = merged;
    this.#touch(flow, index);
  }

  #touch(flow: FlowUnderCheck, index: number): void {
    const waiting = this.#dirty.get(flow);
    if (waiting === undefined) this.#dirty.set(flow, new Set([index]));
    else waiting.add(index);
  }

  #run(): void {
    for (let flow = firstOf(this.#dirty); flow !== undefined; flow = firstOf(this.#dirty)) {
      const waiting = this.#dirty.get(flow) ?? new Set<number>();
      // Steps in the order of a walk, so that most are looked at once.
      while (waiting.size > 0) {
        for (const index of this.#orderOf(flow)) {
          if (!waiting.delete(index)) continue;
          const step = flow.steps[index];
          const state = this.#stateAt(flow, index);
          if (step !== undefined && state !== undefined) this.#leave(flow, step, state);
        }
      }
      if (waiting.size === 0) this.#dirty.delete(flow);
    }
  }

  #leave(flow: FlowUnderCheck, step: StepUnderCheck, state: State): void {
    const links = this.#group.from(step);
    for (const link of links) {
      if (link.kind === 'transfer' || link.kind === 'module')
        this.#arrive(link.to, link.to.start, this.#question.enter(link, state));
      else if (!this.#joinsQueue) this.#arrive(link.to, link.to.start, this.#question.enter(link, state));
    }
    if (isQueueing(step))
      for (const link of this.#hookLinks)
        this.#arrive(link.to, link.to.start, this.#question.enter(link, state));
    if (flow.type === 'MODULE' && step.action.Type === 'EndFlowModuleExecution') this.#end(flow, state);
    const modules = links.filter(({ kind }) => kind === 'module');
    for (const edge of step.edges) {
      if (!edge.taken || edge.to === undefined) continue;
      const before =
        edge.kind === 'error' || modules.length === 0 ? state : this.#afterModules(modules, state);
      if (before !== undefined) this.#arrive(flow, edge.to, this.#question.along(flow, step, edge, before));
    }
  }

  #end(module: FlowUnderCheck, state: State): void {
    const known = this.#ends.get(module);
    const merged = known === undefined ? state : this.#question.merge(known, state);
    if (known !== undefined && merged === known) return;
    this.#ends.set(module, merged);
    for (const { from, step, kind } of this.#group.to(module))
      if (kind === 'module' && this.#stateAt(from, step.index) !== undefined) this.#touch(from, step.index);
  }

  /** Undefined while no end of the module has been reached. */
  #afterModules(modules: readonly Link[], before: State): State | undefined {
    let after: State | undefined;
    for (const { to } of modules) {
      const ended = this.#ends.get(to);
      if (ended === undefined) continue;
      const back = this.#question.back(before, ended);
      after = after === undefined ? back : this.#question.merge(after, back);
    }
    return after;
  }

  #orderOf(flow: FlowUnderCheck): readonly number[] {
    const known = this.#orders.get(flow);
    if (known !== undefined) return known;
    const order = walkOrder(flow);
    this.#orders.set(flow, order);
    return order;
  }
}

const isQueueing = ({ action }: StepUnderCheck): boolean => action.Type === 'TransferContactToQueue';

const firstOf = (flows: ReadonlyMap<FlowUnderCheck, unknown>): FlowUnderCheck | undefined =>
  flows.keys().next().value;
