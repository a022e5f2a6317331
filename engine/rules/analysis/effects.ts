/** Small questions about single steps that several rules ask. */
import { isList, isObject } from '../../language/json.ts';
import { parseReference, type Reference } from '../../language/jsonpath.ts';
import type { Edge } from './edges.ts';
import type { StepUnderCheck } from './flow-under-check.ts';
import { memberOf } from './readings.ts';

export const typeOf = (step: StepUnderCheck): string => step.action.Type;

export const parameter = (step: StepUnderCheck, name: string): unknown => step.action.Parameters[name];

/** `True`, `true` and the rest of its spellings. */
export const isTrue = (value: unknown): boolean => String(value).toLowerCase() === 'true';

/** The form of GetParticipantInput, undefined for other types. */
export function inputForm(step: StepUnderCheck): 'menu' | 'store' | 'buffer' | undefined {
  if (typeOf(step) !== 'GetParticipantInput') return undefined;
  if (parameter(step, 'EnableDTMFBuffer') !== undefined) return 'buffer';
  return isTrue(parameter(step, 'StoreInput')) ? 'store' : 'menu';
}

/** Whether the caller hears something or is asked something. */
export const isHeard = (step: StepUnderCheck): boolean => {
  const facts = step.block?.facts;
  if (facts === undefined || inputForm(step) === 'buffer') return false;
  return facts.speaks || facts.listens || typeOf(step) === 'ShowView';
};

/** Every word that a step says, its recordings left out. */
export function wordsOf({ action: { Parameters } }: StepUnderCheck): string {
  const messages = Parameters['Messages'];
  const sources = [Parameters, ...(isList(messages) ? messages.filter(isObject) : [])];
  return sources
    .flatMap((source) => [source['Text'], source['SSML']])
    .filter((words) => typeof words === 'string')
    .join(' ');
}

/** Whether a step plays a recording, whose words nobody can read here. */
export function playsRecording({ action: { Parameters } }: StepUnderCheck): boolean {
  const messages = Parameters['Messages'];
  const sources = [Parameters, ...(isList(messages) ? messages.filter(isObject) : [])];
  return sources.some((source) => source['PromptId'] !== undefined || source['Media'] !== undefined);
}

/** What a Compare step compares; undefined for other types and broken references. */
export function comparedBy(step: StepUnderCheck): Reference | undefined {
  const value = typeOf(step) === 'Compare' ? parameter(step, 'ComparisonValue') : undefined;
  return typeof value === 'string' ? parseReference(value) : undefined;
}

/** Whether a text would meet the condition of an edge. */
export function meets(text: string, { operator, label }: Edge): boolean {
  switch (operator) {
    case 'Equals':
      return text === label;
    case 'TextStartsWith':
      return text.startsWith(label);
    case 'TextEndsWith':
      return text.endsWith(label);
    case 'TextContains':
      return text.includes(label);
    default:
      return false;
  }
}

/** The namespace of keyed input, as it stands when nothing was keyed (adminguide/store-customer-input). */
export const NOTHING_KEYED = 'Timeout';
export const isStoredInput = (reference: Reference | undefined): boolean =>
  reference?.segments[0] === 'StoredCustomerInput';

/** The attribute that a Compare step compares. */
export const comparedAttribute = (step: StepUnderCheck): string | undefined => {
  const reference = comparedBy(step);
  return reference === undefined ? undefined : memberOf(reference, 'Attributes');
};

/** The cases of `lookupPin_code`, one word each: `lookup`, `pin`, `code`. */
export const wordsIn = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
