/** Where results of functions are read, and which functions may have answered them. */
import { didYouMean } from '../../language/similar.ts';
import type { Report } from '../rule.ts';
import { comparedBy } from './effects.ts';
import type { FlowUnderCheck, StepUnderCheck } from './flow-under-check.ts';
import { type FunctionContractView, functionName, keysOf } from './function-results.ts';
import { isAsynchronous, isFunction, onSomeWay, resultOf } from './on-some-way.ts';
import { oncePer } from './once.ts';
import { memberOf } from './readings.ts';
import { walkOrder } from './walk-order.ts';

export interface ExternalReading {
  readonly key: string;
  /** As written, e.g. `$.External.name`. */
  readonly text: string;
  /** With the action in front. */
  readonly path: string;
}

/** Every key of `$.External` that a step reads, once each; a comparison reads too. */
export function externalReadings(step: StepUnderCheck): readonly ExternalReading[] {
  const found = new Map<string, ExternalReading>();
  for (const { reference, path } of step.readings) {
    const key = memberOf(reference, 'External');
    if (key !== undefined && !found.has(key))
      found.set(key, { key, text: reference.text, path: `${step.place}.${path}` });
  }
  return [...found.values()];
}

/** Functions of this flow whose result `$.External` may be at a step. */
function answering(flow: FlowUnderCheck, step: StepUnderCheck): readonly StepUnderCheck[] {
  const known = functionsByFact(flow);
  return onSomeWay(flow.group())
    .at(flow, step)
    .flatMap((fact) => known.get(fact) ?? []);
}

const functionsByFact = oncePer(
  (flow: FlowUnderCheck): ReadonlyMap<string, StepUnderCheck> =>
    new Map(functionsOf(flow).map((step) => [resultOf(flow, step), step])),
);

const functionsOf = oncePer((flow: FlowUnderCheck) =>
  flow.steps.filter((step) => isFunction(step) && !isAsynchronous(step)),
);

/** Whether a result can only be the flow's own: a module sees none of its caller. */
export const callsFunctions = (flow: FlowUnderCheck): boolean =>
  flow.type === 'MODULE' || functionsOf(flow).length > 0;

/** Function step → the keys that are read where only it can have answered. */
const keysReadAfter: (flow: FlowUnderCheck) => ReadonlyMap<StepUnderCheck, ReadonlySet<string>> = oncePer(
  (flow) => {
    const found = new Map<StepUnderCheck, Set<string>>();
    for (const step of flow.steps) {
      const readings = externalReadings(step);
      if (readings.length === 0) continue;
      const [only, ...others] = answering(flow, step);
      if (only === undefined || others.length > 0) continue;
      const keys = found.get(only) ?? new Set<string>();
      found.set(only, keys);
      for (const { key } of readings) keys.add(key);
    }
    return found;
  },
);

/** Key → the functions after which it is read. */
const readAfter = oncePer((flow: FlowUnderCheck): ReadonlyMap<string, readonly StepUnderCheck[]> => {
  const found = new Map<string, StepUnderCheck[]>();
  const keysOfStep = keysReadAfter(flow);
  for (const step of functionsInOrder(flow)) {
    for (const key of keysOfStep.get(step) ?? []) {
      const steps = found.get(key);
      if (steps === undefined) found.set(key, [step]);
      else steps.push(step);
    }
  }
  return found;
});

/** More functions than this are not tried for one reading, so that the cost stays linear. */
const CANDIDATES_MAX = 8;

/** Place of each step in a walk from the start: what is called before another comes before it here. */
const placesIn = oncePer((flow: FlowUnderCheck): ((step: StepUnderCheck) => number) => {
  const places = new Map(walkOrder(flow).map((index, place) => [index, place]));
  return ({ index }) => places.get(index) ?? 0;
});

const functionsInOrder = oncePer((flow: FlowUnderCheck) => {
  const placeOf = placesIn(flow);
  return functionsOf(flow).toSorted((one, other) => placeOf(one) - placeOf(other));
});

function leadsTo(flow: FlowUnderCheck, from: StepUnderCheck, to: StepUnderCheck): boolean {
  const seen = new Set([from.index]);
  for (const index of seen) {
    for (const edge of flow.steps[index]?.edges ?? []) {
      if (edge.to === to.index) return true;
      if (edge.to !== undefined && edge.taken) seen.add(edge.to);
    }
  }
  return false;
}

/** Keys that most functions answer: reading one says nothing about whose it is. */
const COMMON =
  /^(?:outcome|status|statusCode|result|success|ok|error|errorMessage|message|code|valid|found|response)$/i;

export interface Lost {
  /** The function that answered the key, and the one that came after it. */
  readonly from: string;
  readonly by: string;
}

/**
 * The function whose answer was replaced before the key is read. Contracts decide where they are known. Where none is,
 * the key was read after the first function and nothing else is read after the second, or their names tell that the
 * first was asked and the second only does something.
 */
export function replacedResult(flow: FlowUnderCheck, step: StepUnderCheck, key: string): Lost | undefined {
  const [last, ...others] = answering(flow, step);
  if (last === undefined || others.length > 0) return undefined;
  const by = nameOf(last);
  const contract = contractOf(flow, last);
  if (contract !== undefined && keysOf(contract).has(key)) return undefined;
  const all = contract !== undefined || ACTS.test(by);
  const placeOf = placesIn(flow);
  const earlier = (all ? functionsInOrder(flow) : (readAfter(flow).get(key) ?? []))
    .filter((each) => placeOf(each) < placeOf(last))
    .slice(-CANDIDATES_MAX)
    .findLast((each) => nameOf(each) !== by && answers(flow, each, last, key) && leadsTo(flow, each, last));
  return earlier === undefined ? undefined : { from: nameOf(earlier), by };
}

/** Names of functions that are called for what they answer, and of those that are called for what they do. */
const ASKS = /^(?:get|look-?up|find|fetch|read|query|check|load|search|identify|verify|quote)/i;
const ACTS = /^(?:log|record|save|store|put|write|update|notify|send|audit|track|report|note|mark)/i;

/** Whether the key is the earlier function's and not the later one's. */
function answers(flow: FlowUnderCheck, earlier: StepUnderCheck, later: StepUnderCheck, key: string): boolean {
  const known = contractOf(flow, earlier);
  if (contractOf(flow, later) !== undefined && known !== undefined) return keysOf(known).has(key);
  if (COMMON.test(key)) return false;
  if (ASKS.test(nameOf(earlier)) && ACTS.test(nameOf(later))) return true;
  const before = keysReadAfter(flow).get(earlier);
  const after = keysReadAfter(flow).get(later) ?? new Set<string>();
  return before?.has(key) === true && [...after].every((name) => before.has(name));
}

const nameOf = oncePer((step: StepUnderCheck): string => functionName(step.action) ?? step.id);

function contractOf(flow: FlowUnderCheck, step: StepUnderCheck): FunctionContractView | undefined {
  const name = functionName(step.action);
  return name === undefined ? undefined : flow.results(name);
}

/** Contracts of all functions that may have answered; undefined where one of them is not known. */
function contractsAt(
  flow: FlowUnderCheck,
  step: StepUnderCheck,
): readonly FunctionContractView[] | undefined {
  const contracts = answering(flow, step).map((each) => contractOf(flow, each));
  const known = contracts.flatMap((contract) => contract ?? []);
  return known.length === contracts.length && known.length > 0 ? known : undefined;
}

export function unknownKeys(flow: FlowUnderCheck, step: StepUnderCheck): readonly Report[] {
  const readings = externalReadings(step);
  const contracts = readings.length === 0 ? undefined : contractsAt(flow, step);
  if (contracts === undefined) return [];
  const keys = new Set(contracts.flatMap((contract) => [...keysOf(contract)]));
  return readings.flatMap(({ key, text, path }): Report[] => {
    if (keys.has(key) || replacedResult(flow, step, key) !== undefined) return [];
    const names = answering(flow, step).map((each) => `'${nameOf(each)}'`);
    const message = `${text} is read here, and ${[...new Set(names)].join(' or ')} never answers '${key}'${didYouMean(key, keys)}`;
    return [{ path, step: step.id, message }];
  });
}

export function unknownOutcomes(flow: FlowUnderCheck, step: StepUnderCheck): readonly Report[] {
  const reference = comparedBy(step);
  if (reference === undefined || memberOf(reference, 'External') !== 'outcome') return [];
  const contracts = contractsAt(flow, step);
  if (contracts === undefined) return [];
  const outcomes = new Set(contracts.flatMap((contract) => Object.keys(contract.outcomes)));
  return step.edges.flatMap(({ kind, operator, label, path }): Report[] => {
    if (kind !== 'condition' || operator !== 'Equals' || outcomes.has(label)) return [];
    const at = `${step.place}.${path.replace(/\.NextAction$/, '')}`;
    const message = `the function never answers the outcome '${label}'${didYouMean(label, outcomes)}; it answers ${[...outcomes].join(', ')}`;
    return [{ path: at, step: step.id, message }];
  });
}
