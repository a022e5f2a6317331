/** Sets of facts that hold on every way, or on some way, to a step. */
import type { Edge } from './edges.ts';
import type { FlowUnderCheck, Group, Link, StepUnderCheck } from './flow-under-check.ts';
import { solve } from './solve.ts';

/** What a step changes when it is left by an edge: first what it clears, then what it sets. Lists may be shared. */
export interface Change {
  readonly sets?: readonly string[];
  readonly clears?: readonly string[];
}

export interface FactQuestion {
  /** `every`: facts that hold whichever way the contact came; `some`: facts that hold on at least one way. */
  readonly on: 'every' | 'some';
  readonly facts: readonly string[];
  entry(flow: FlowUnderCheck): readonly string[];
  along(flow: FlowUnderCheck, step: StepUnderCheck, edge: Edge): Change | undefined;
  enter(link: Link): Change | undefined;
  /** Facts of the contact, which a module's steps can change for its caller; others come back as they were. */
  ofContact(fact: string): boolean;
}

export interface Facts {
  /** Whether a fact holds when a step is reached; undefined for a step that nothing reaches. */
  (flow: FlowUnderCheck, step: StepUnderCheck, fact: string): boolean | undefined;
  /** Every fact that holds there. */
  readonly at: (flow: FlowUnderCheck, step: StepUnderCheck) => readonly string[];
}

type Bits = Uint32Array;

export function factsOf(group: Group, question: FactQuestion): Facts {
  const places = new Map(question.facts.map((fact, index) => [fact, index]));
  const words = Math.ceil(places.size / 32);
  const bitsOf = (facts: Iterable<string>): Bits => {
    const bits = new Uint32Array(words);
    for (const fact of facts) {
      const place = places.get(fact);
      if (place !== undefined) bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
    }
    return bits;
  };
  const contact = bitsOf(question.facts.filter((fact) => question.ofContact(fact)));
  const masks = new Map<readonly string[], Bits>();
  const maskOf = (facts: readonly string[]): Bits => {
    const known = masks.get(facts);
    if (known !== undefined) return known;
    const mask = bitsOf(facts);
    masks.set(facts, mask);
    return mask;
  };
  const apply = (before: Bits, change: Change | undefined): Bits => {
    if (change === undefined) return before;
    const { clears, sets } = change;
    const after = before.slice();
    const cleared = clears === undefined ? undefined : maskOf(clears);
    const set = sets === undefined ? undefined : maskOf(sets);
    for (let word = 0; word < words; word += 1) {
      after[word] = ((after[word] ?? 0) & ~(cleared?.[word] ?? 0)) | (set?.[word] ?? 0);
    }
    return after;
  };
  const changes = new Map<Edge, Change | undefined>();
  const changeAlong: FactQuestion['along'] = (flow, step, edge) => {
    if (!changes.has(edge)) changes.set(edge, question.along(flow, step, edge));
    return changes.get(edge);
  };
  const answer = solve<Bits>(group, {
    entry: (flow) => bitsOf(question.entry(flow)),
    along: (flow, step, edge, before) => apply(before, changeAlong(flow, step, edge)),
    merge: question.on === 'every' ? intersection : union,
    enter: (link, before) => apply(before, question.enter(link)),
    // What held for the contact before still holds where the module's callers differ, unless the module took it away.
    back: (before, ended) =>
      before.map((word, index) => {
        const mask = contact[index] ?? 0;
        const after = question.on === 'every' ? word | (ended[index] ?? 0) : (ended[index] ?? 0);
        return (word & ~mask) | (after & mask);
      }),
  });
  const holds = (flow: FlowUnderCheck, step: StepUnderCheck, fact: string): boolean | undefined => {
    const bits = answer(flow)[step.index];
    const place = places.get(fact);
    if (bits === undefined) return undefined;
    return place !== undefined && ((bits[place >> 5] ?? 0) & (1 << (place & 31))) !== 0;
  };
  const at = (flow: FlowUnderCheck, step: StepUnderCheck): readonly string[] => {
    const found: string[] = [];
    for (const [word, bits] of (answer(flow)[step.index] ?? []).entries()) {
      for (let left = bits; left !== 0; left &= left - 1) {
        const fact = question.facts[word * 32 + 31 - Math.clz32(left & -left)];
        if (fact !== undefined) found.push(fact);
      }
    }
    return found;
  };
  return Object.assign(holds, { at });
}

/** The first where the second takes nothing from it. */
function intersection(known: Bits, further: Bits): Bits {
  return known.every((word, index) => (word & ~(further[index] ?? 0)) === 0)
    ? known
    : known.map((word, index) => word & (further[index] ?? 0));
}

/** The first where the second adds nothing to it. */
function union(known: Bits, further: Bits): Bits {
  return known.every((word, index) => ((further[index] ?? 0) & ~word) === 0)
    ? known
    : known.map((word, index) => word | (further[index] ?? 0));
}
