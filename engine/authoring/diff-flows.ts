/** What changed for callers between two flows, in sentences; layout, names of steps and order of keys are no change. */

import { type WayOut, waysOut } from '../blocks/ways-out.ts';
import type { FlowAction, FlowDocument, Json } from '../language/flow.ts';
import { isObject, type JsonObject } from '../language/json.ts';
import { sameJson } from '../language/same-json.ts';
import { branchWords, inQuotes, stepWords, summaryOf } from './diff-words.ts';
import { pairSteps, type StepPairs } from './pair-steps.ts';

export interface Difference {
  readonly kind: 'start' | 'step' | 'words' | 'parameter' | 'branch' | 'order' | 'settings' | 'other';
  /** Identifier of the step in the second flow, or in the first where it is gone. */
  readonly step?: string;
  readonly sentence: string;
}

/** In the order of the second flow's steps; steps that are gone come last. Empty: callers notice nothing. */
export function diffFlows(before: FlowDocument, after: FlowDocument): readonly Difference[] {
  const pairs = pairSteps(before, after);
  const partners = new Map([...pairs].map(([from, to]) => [to, from]));
  const old = new Map(before.Actions.toReversed().map((action) => [action.Identifier, action]));
  const seen = new Set<string>();
  const steps = after.Actions.flatMap((action): Difference[] => {
    const partner = old.get(partners.get(action.Identifier) ?? '');
    if (partner === undefined || seen.has(action.Identifier)) {
      return [{ kind: 'step', step: action.Identifier, sentence: `new: ${summaryOf(action)}` }];
    }
    seen.add(action.Identifier);
    return diffStep(partner, action, pairs);
  });
  const remaining = new Set<string>();
  const gone = before.Actions.flatMap((action): Difference[] => {
    const twice = remaining.has(action.Identifier);
    remaining.add(action.Identifier);
    if (pairs.has(action.Identifier) && !twice) return [];
    return [{ kind: 'step', step: action.Identifier, sentence: `gone: ${summaryOf(action)}` }];
  });
  return [...diffStart(before, after, pairs), ...steps, ...gone, ...diffSettings(before, after)];
}

function diffStart(before: FlowDocument, after: FlowDocument, pairs: StepPairs): readonly Difference[] {
  if (leadsToSame(before.StartAction, after.StartAction, pairs)) return [];
  const sentence = `the flow begins with '${after.StartAction}' instead of '${before.StartAction}'`;
  return [{ kind: 'start', step: after.StartAction, sentence }];
}

/** Names that no step has are the same where they are spelt the same. */
const leadsToSame = (from: string, to: string, pairs: StepPairs): boolean =>
  pairs.has(from) ? pairs.get(from) === to : from === to;

function diffSettings(before: FlowDocument, after: FlowDocument): readonly Difference[] {
  const one = aroundTheSteps(before);
  const other = aroundTheSteps(after);
  return changedKeys(one, other).map((key) => ({
    kind: 'settings',
    sentence: `${key} of the flow ${changeWords(one[key], other[key])}`,
  }));
}

function aroundTheSteps({ Actions, StartAction, Metadata, ...rest }: FlowDocument): JsonObject {
  return rest;
}

/** What a step has besides the four keys of the language. */
function besides({ Identifier, Type, Parameters, Transitions, ...rest }: FlowAction): JsonObject {
  return rest;
}

function diffStep(before: FlowAction, after: FlowAction, pairs: StepPairs): Difference[] {
  const step = after.Identifier;
  const name = stepWords(after);
  const one = besides(before);
  const other = besides(after);
  return [
    ...diffParameters(before, after, name),
    ...diffBranches(before, after, name, pairs),
    ...changedKeys(one, other).map((key): Difference => {
      const sentence = `${name}: ${key} ${changeWords(one[key], other[key])}`;
      return { kind: 'other', step, sentence };
    }),
  ];
}

const WORDS: ReadonlySet<string> = new Set(['Text', 'SSML', 'PromptId', 'Media', 'Messages']);

function diffParameters(before: FlowAction, after: FlowAction, name: string): Difference[] {
  const step = after.Identifier;
  return changedKeys(before.Parameters, after.Parameters).map((key): Difference => {
    const one = before.Parameters[key];
    const other = after.Parameters[key];
    if (WORDS.has(key)) return { kind: 'words', step, sentence: `${name} ${wordsChange(key, one, other)}` };
    if (!isObject(one) || !isObject(other)) {
      return { kind: 'parameter', step, sentence: `${name}: ${key} ${changeWords(one, other)}` };
    }
    const inside = changedKeys(one, other).map(
      (entry) => `${key}.${entry} ${changeWords(one[entry], other[entry])}`,
    );
    return { kind: 'parameter', step, sentence: `${name}: ${inside.join(', ')}` };
  });
}

function wordsChange(key: string, before: Json | undefined, after: Json | undefined): string {
  if (after === undefined) return `no longer says ${inQuotes(before)} (${key})`;
  return `says ${inQuotes(after)}${before === undefined ? ` (${key})` : ` instead of ${inQuotes(before)}`}`;
}

function changeWords(before: Json | undefined, after: Json | undefined): string {
  if (after === undefined) return `is no longer given (it was ${inQuotes(before)})`;
  return before === undefined
    ? `is now ${inQuotes(after)}`
    : `is ${inQuotes(after)} instead of ${inQuotes(before)}`;
}

/** A number is the same as the text of its digits: the service takes both. */
const asWritten = (value: Json | undefined): Json | undefined =>
  typeof value === 'number' ? String(value) : value;

const changedKeys = (one: JsonObject, other: JsonObject): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => {
    const before = Object.hasOwn(one, key) ? one[key] : undefined;
    const after = Object.hasOwn(other, key) ? other[key] : undefined;
    return !sameJson(asWritten(before), asWritten(after));
  });

function diffBranches(before: FlowAction, after: FlowAction, name: string, pairs: StepPairs): Difference[] {
  const step = after.Identifier;
  const old = new Map(waysOut(before).map((way) => [way.branch, way]));
  const fresh = waysOut(after);
  const kept = new Set(fresh.map(({ branch }) => branch));
  const differences = fresh.flatMap((way): Difference[] => {
    const was = old.get(way.branch);
    if (was !== undefined && leadsToSame(was.to, way.to, pairs)) return [];
    const sentence = `${name} goes ${branchWords(after, way)} to '${way.to}'${was === undefined ? '' : ` instead of '${was.to}'`}`;
    return [{ kind: 'branch', step, sentence }];
  });
  const gone = [...old.values()]
    .filter(({ branch }) => !kept.has(branch))
    .map((way): Difference => {
      const sentence = `${name} no longer goes ${branchWords(before, way)} anywhere (it went to '${way.to}')`;
      return { kind: 'branch', step, sentence };
    });
  return [...differences, ...gone, ...diffOrder([...old.values()], fresh, name, step)];
}

/** The first condition that holds is taken: their order counts, unless each asks for another value. */
function diffOrder(
  before: readonly WayOut[],
  after: readonly WayOut[],
  name: string,
  step: string,
): Difference[] {
  const orderOf = (ways: readonly WayOut[], others: readonly WayOut[]): readonly string[] =>
    ways
      .filter((way) => way.kind === 'condition' && others.some(({ branch }) => branch === way.branch))
      .map(({ branch }) => branch);
  const one = orderOf(before, after);
  const other = orderOf(after, before);
  const matters = [...before, ...after].some((way) => way.kind === 'condition' && way.operator !== 'Equals');
  if (!matters || one.join('\n') === other.join('\n')) return [];
  return [{ kind: 'order', step, sentence: `${name} asks in another order: ${other.join(', ')}` }];
}
