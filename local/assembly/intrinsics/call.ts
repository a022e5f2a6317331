/** What every intrinsic function is given, and how it reads its argument. */
import type { CreatedResource, StackIdentity } from '../provisioner.ts';
import type { Template } from '../template.ts';
import { type Place, shown, wrongAt } from '../template-error.ts';

/** Everything that a value in the template can refer to. */
export interface Scope {
  readonly stack: StackIdentity;
  readonly template: Template;
  /** Values of the parameters; lists are arrays. */
  readonly parameters: ReadonlyMap<string, string | readonly string[]>;
  /** Where the value stands: conditions and rules know no resources, and only they know `Fn::Equals` and its like. */
  readonly section: 'resources' | 'conditions' | 'rules';
  condition(name: string, at: Place): boolean;
  resource(logicalId: string): CreatedResource | undefined;
  /** Exports of other stacks, for `Fn::ImportValue`. */
  readonly exports: Readonly<Record<string, string>>;
}

/** One use of an intrinsic function. */
export interface Call {
  /** E.g. `Fn::Join`. */
  readonly name: string;
  readonly at: Place;
  readonly scope: Scope;
  /** Resolves a part of the argument; the keys say which. */
  resolve(value: unknown, ...keys: (string | number)[]): unknown;
}

export type Intrinsic = (argument: unknown, call: Call) => unknown;

/** `AWS::NoValue`: the property or list entry that becomes this is left out. */
export const noValue = Symbol('AWS::NoValue');

/** The argument as a list of a given length, unresolved. */
export function parts(argument: unknown, call: Call, least: number, most = least): readonly unknown[] {
  if (Array.isArray(argument) && argument.length >= least && argument.length <= most) return argument;
  const count =
    most === least
      ? `${least}`
      : most === Number.POSITIVE_INFINITY
        ? `at least ${least}`
        : `${least} to ${most}`;
  throw wrongAt(call.at, `${call.name} takes a list of ${count} values, not ${shown(argument)}`);
}

/** A resolved value as text; numbers and booleans become text as CloudFormation does it. */
export function text(value: unknown, call: Call, what = 'a text'): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw wrongAt(call.at, `${call.name} takes ${what} here, not ${shown(value)}`);
}

/** A resolved value as a list. */
export function list(value: unknown, call: Call): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw wrongAt(call.at, `${call.name} takes a list here, not ${shown(value)}`);
}

/** A resolved value as a list of texts. */
export function texts(value: unknown, call: Call): readonly string[] {
  return list(value, call).map((entry) => text(entry, call, 'a list of texts'));
}

/** A resolved value as a whole number, given as a number or as digits. */
export function wholeNumber(value: unknown, call: Call): number {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0) return number;
  throw wrongAt(call.at, `${call.name} takes a whole number here, not ${shown(value)}`);
}

/** A resolved value as true or false. */
export function truth(value: unknown, call: Call): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw wrongAt(call.at, `${call.name} takes a condition here, not ${shown(value)}`);
}
