/** Steps that wait for keys: one key of a menu, or a number keyed in. */
import { compare } from '../blocks/compare.ts';
import { getParticipantInput } from '../blocks/get-participant-input.ts';
import { renderAction, when } from './action.ts';
import type { FlowTypesOf } from './action-terms.ts';
import { equals, prefixed } from './deciding.ts';
import { exitsOf, partName, type Step, stepOf } from './step.ts';
import { speech, type Words } from './words.ts';

export type Key = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | '*' | '#';

/** One key decides. `timeoutSeconds` runs from the end of the prompt to the key. */
export function menu<const Target extends string>(terms: {
  readonly prompt: Words;
  readonly timeoutSeconds: number;
  readonly choices: { readonly [K in Key]?: Target };
  readonly onTimeout: Target;
  readonly onNoMatch: Target;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'GetParticipantInput'>> {
  const { prompt, timeoutSeconds, onTimeout, onNoMatch, onError } = terms;
  const choices: Readonly<Record<string, Target | undefined>> = terms.choices;
  return stepOf(
    () => [...exitsOf(prefixed('choices', choices)), ...exitsOf({ onTimeout, onNoMatch, onError })],
    (name) => [
      renderAction(getParticipantInput, name, {
        parameters: { ...speech(prompt), StoreInput: 'False', InputTimeLimitSeconds: timeoutSeconds },
        errors: {
          InputTimeLimitExceeded: onTimeout,
          NoMatchingCondition: onNoMatch,
          NoMatchingError: onError,
        },
        conditions: equals(choices),
      }),
    ],
  );
}

/**
 * A number keyed in, ended by `#`; `*` begins it again. It is then `$.StoredCustomerInput`. Nothing keyed (the
 * literal `Timeout`, adminguide/store-customer-input), or no digit, leads to `onNothing`, so that nobody takes the
 * word for a number. `shortcuts` are inputs with a meaning of their own.
 */
export function ask<const Target extends string>(terms: {
  readonly prompt: Words;
  readonly timeoutSeconds: number;
  readonly digitsMax: number;
  readonly shortcuts?: Readonly<Record<number, Target>>;
  readonly next: Target;
  readonly onNothing: Target;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'GetParticipantInput'>> {
  const { prompt, timeoutSeconds, digitsMax, shortcuts = {}, next, onNothing, onError } = terms;
  const known: Readonly<Record<string, Target>> = shortcuts;
  return stepOf(
    () => [...exitsOf(prefixed('shortcuts', known)), ...exitsOf({ next, onNothing, onError })],
    (name) => [
      renderAction(getParticipantInput, name, {
        parameters: {
          ...speech(prompt),
          StoreInput: 'True',
          InputTimeLimitSeconds: timeoutSeconds,
          InputValidation: { CustomValidation: { MaximumLength: digitsMax } },
        },
        next: partName(name, 'keyed'),
        errors: { NoMatchingError: onError },
      }),
      renderAction(compare, partName(name, 'keyed'), {
        parameters: { ComparisonValue: '$.StoredCustomerInput' },
        errors: { NoMatchingCondition: onNothing },
        conditions: [...equals({ Timeout: onNothing, ...known }), when('NumberGreaterOrEqualTo', '0', next)],
      }),
    ],
  );
}
