/** Why a value is refused, told apart so that each reason has its rule: the service says the same of all of them. */
import type { Json } from '../../language/flow.ts';
import { looksLikeReference, parseReference } from '../../language/jsonpath.ts';
import type { Shape } from '../../language/parameters.ts';
import { FIRST_KEY_SECONDS_MAX } from '../../limits.ts';
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { refusedAt } from '../analysis/shape-at.ts';
import type { Report } from '../rule.ts';
import { refused } from './refused.ts';

export type ValueFault =
  | 'empty' // An empty text.
  | 'not-text' // A number or a boolean where the wire has text.
  | 'reference' // A reference where there may be none, or one that names nothing.
  | 'choice' // Not one of the words.
  | 'range' // Too small, too long, too many.
  | 'kind'; // A text for an object, an object for a text.

export const INVALID_VALUE = 'publish/invalid-property-value';

/** Refused values of parameters whose fault is this one. `hint` follows the service's sentence. */
export function faulty(
  flow: FlowUnderCheck,
  fault: ValueFault,
  hint: (shape: Shape, value: Json | undefined) => string,
): readonly Report[] {
  return refused(
    flow,
    INVALID_VALUE,
    ({ path }) => faultAt(flow, path) === fault,
    ({ path, message }) => {
      const at = refusedAt(flow, path);
      return at === undefined ? message : `${message}: ${hint(at.shape, at.value)}`;
    },
  );
}

function faultAt(flow: FlowUnderCheck, path: string): ValueFault | undefined {
  const at = refusedAt(flow, path);
  if (at === undefined) return undefined;
  return faultOf(at.shape, at.value);
}

function faultOf(shape: Shape, value: Json | undefined): ValueFault {
  if (shape.kind === 'list' || shape.kind === 'map') {
    return Array.isArray(value) === (shape.kind === 'list') && typeof value === 'object' && value !== null
      ? 'range'
      : 'kind';
  }
  if (shape.kind === 'object' || shape.kind === 'json') return 'kind';
  if (typeof value === 'boolean') return 'not-text';
  if (typeof value === 'number') return shape.kind === 'number' ? 'range' : 'not-text';
  if (typeof value !== 'string') return 'kind';
  if (value === '') return 'empty';
  if (looksLikeReference(value) || (parseReference(value) !== undefined && shape.dynamic !== 'text'))
    return 'reference';
  if (shape.kind === 'text' && shape.pattern?.source.startsWith('^\\$') === true) return 'reference';
  return shape.kind === 'choice' ? 'choice' : 'range';
}

/** A value for a message: short, whatever it is. */
export function shown(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** More than the console's 180 seconds for the first key: published flows have it, so it is no error. */
export function isLongWait(flow: FlowUnderCheck, path: string): boolean {
  const value = path.endsWith('.Parameters.InputTimeLimitSeconds') ? refusedAt(flow, path)?.value : undefined;
  return Number(value) > FIRST_KEY_SECONDS_MAX;
}
