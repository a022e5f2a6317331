/** Steps that call a function and go on by its outcome. */
import { compare } from '../blocks/compare.ts';
import { invokeLambdaFunction } from '../blocks/invoke-lambda-function.ts';
import { renderAction } from './action.ts';
import type { FieldOf, FunctionContract, OutcomeOf, ParameterTexts, ReferenceText } from './contract.ts';
import { equals, prefixed } from './deciding.ts';
import { type ResourceReference, resource } from './resource.ts';
import { exitsOf, partName, type Step, stepOf } from './step.ts';

/**
 * Calls a function. Every outcome of its contract has a branch; `onFault` is taken when it fails, is too slow, or
 * answers with something else. The caller hears nothing meanwhile: speak before the next call.
 */
export function call<C extends FunctionContract, const Target extends string>(
  contract: C,
  terms: {
    readonly parameters: ParameterTexts<C>;
    readonly outcomes: { readonly [Outcome in OutcomeOf<C>]: Target };
    readonly onFault: Target;
  },
): Step<Target> {
  const outcomes: Readonly<Record<string, Target>> = terms.outcomes;
  const parameters: Readonly<Record<string, string>> = texts(terms.parameters);
  return stepOf(
    () => [...exitsOf(prefixed('outcomes', outcomes)), ...exitsOf({ onFault: terms.onFault })],
    (name) => [
      renderAction(invokeLambdaFunction, name, {
        parameters: {
          LambdaFunctionARN: resource('function', contract.name),
          InvocationTimeLimitSeconds: contract.blockTimeoutSeconds,
          ...(Object.keys(parameters).length > 0 ? { LambdaInvocationAttributes: parameters } : {}),
          ResponseValidation: { ResponseType: 'STRING_MAP' },
        },
        next: partName(name, 'outcome'),
        errors: { NoMatchingError: terms.onFault },
      }),
      renderAction(compare, partName(name, 'outcome'), {
        parameters: { ComparisonValue: '$.External.outcome' },
        errors: { NoMatchingCondition: terms.onFault },
        conditions: equals(outcomes),
      }),
    ],
  );
}

/** Calls a function that no contract describes: what it answers is `$.External`, and nobody knows its fields. */
export function callUntyped<const Target extends string>(terms: {
  readonly function: ResourceReference<'function'> | ReferenceText;
  readonly timeoutSeconds: number;
  readonly parameters?: Readonly<Record<string, string>>;
  /** How the answer must look; left out, any flat list of texts will do. */
  readonly answer?: 'STRING_MAP' | 'JSON';
  readonly next: Target;
  readonly onError: Target;
}): Step<Target> {
  const { timeoutSeconds, parameters, answer, next, onError } = terms;
  return stepOf(
    () => exitsOf({ next, onError }),
    (name) => [
      renderAction(invokeLambdaFunction, name, {
        parameters: {
          LambdaFunctionARN: terms.function,
          InvocationTimeLimitSeconds: timeoutSeconds,
          ...(parameters === undefined ? {} : { LambdaInvocationAttributes: parameters }),
          ...(answer === undefined ? {} : { ResponseValidation: { ResponseType: answer } }),
        },
        next,
        errors: { NoMatchingError: onError },
      }),
    ],
  );
}

/** Reads a field of the last function's answer; only fields that the contract has for the outcome compile. */
export const result = <
  C extends FunctionContract,
  const Outcome extends OutcomeOf<C>,
  const Field extends FieldOf<C, Outcome>,
>(
  _contract: C,
  _outcome: Outcome,
  field: Field,
): `$.External.${Field}` => `$.External.${field}`;

function texts(parameters: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
