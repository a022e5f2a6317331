/** The step that stores keys as they come, for flows that look at them in their own way. */
import { getParticipantInput } from '../blocks/get-participant-input.ts';
import { renderAction } from './action.ts';
import type { FlowTypesOf } from './action-terms.ts';
import type { ReferenceText } from './contract.ts';
import { exitsOf, type Step, stepOf } from './step.ts';
import { speech, type Words } from './words.ts';

interface Keypad {
  /** Ends the input, one to five keys; without it `#` does. */
  readonly endKeys?: string;
  /** Between two keys; without it 5 s. */
  readonly pauseSeconds?: number | ReferenceText;
  /** Whether `*` begins the input again; it does where nothing is said. */
  readonly starCancels?: boolean;
}

type Input<Target> =
  | { readonly digitsMax: number | ReferenceText; readonly onInvalidNumber?: never }
  | {
      /** A telephone number: as it is dialled in a country, or in the form +1… */
      readonly phoneNumber: { readonly form: 'Local' | 'E164'; readonly country?: string };
      readonly onInvalidNumber: Target;
    };

/**
 * Keys as they come, in `$.StoredCustomerInput`: also the literal `Timeout` where nothing was keyed, which the next
 * step has to compare. `ask` does that by itself.
 */
export function storeKeys<const Target extends string>(
  terms: Keypad &
    Input<Target> & {
      readonly prompt: Words;
      readonly timeoutSeconds: number;
      readonly next: Target;
      readonly onError: Target;
    },
): Step<Target, FlowTypesOf<'GetParticipantInput'>> {
  const { prompt, timeoutSeconds, next, onError, onInvalidNumber } = terms;
  return stepOf(
    () => exitsOf({ next, onError, onInvalidNumber }),
    (name) => [
      renderAction(getParticipantInput, name, {
        parameters: {
          ...speech(prompt),
          StoreInput: 'True',
          InputTimeLimitSeconds: timeoutSeconds,
          InputValidation: validationOf(terms),
          ...keypadOf(terms),
        },
        next,
        errors: {
          NoMatchingError: onError,
          ...(onInvalidNumber === undefined ? {} : { InvalidPhoneNumber: onInvalidNumber }),
        },
      }),
    ],
  );
}

const validationOf = (input: Input<string>) =>
  'digitsMax' in input
    ? { CustomValidation: { MaximumLength: input.digitsMax } }
    : {
        PhoneNumberValidation: {
          NumberFormat: input.phoneNumber.form,
          ...(input.phoneNumber.country === undefined ? {} : { CountryCode: input.phoneNumber.country }),
        },
      };

function keypadOf({ endKeys, pauseSeconds, starCancels }: Keypad) {
  const DTMFConfiguration = {
    ...(endKeys === undefined ? {} : { InputTerminationSequence: endKeys }),
    ...(pauseSeconds === undefined ? {} : { InterdigitTimeLimitSeconds: pauseSeconds }),
    ...(starCancels === undefined
      ? {}
      : { DisableCancelKey: starCancels ? ('False' as const) : ('True' as const) }),
  };
  return Object.keys(DTMFConfiguration).length === 0 ? {} : { DTMFConfiguration };
}
