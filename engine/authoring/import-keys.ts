/** Which builder says an exported step that waits for keys. */
import { isObject } from '../language/json.ts';
import type { Guess } from './import-guess.ts';
import { given, isText, numberIn, oneOf, type Seen, wholeIn, wordsIn } from './import-terms.ts';
import { menu } from './keys.ts';
import { storeKeys } from './store-keys.ts';

export function guessMenu({ parameters, cases, errors, onError }: Seen): Guess | undefined {
  const prompt = wordsIn(parameters);
  const timeoutSeconds = wholeIn(parameters['InputTimeLimitSeconds']);
  const { InputTimeLimitExceeded: onTimeout, NoMatchingCondition: onNoMatch } = errors;
  if (prompt === undefined || timeoutSeconds === undefined) return undefined;
  if (onTimeout === undefined || onNoMatch === undefined) return undefined;
  const terms = { prompt, timeoutSeconds, choices: cases, onTimeout, onNoMatch, onError };
  return { builder: 'menu', terms, step: menu(terms) };
}

export function guessStored({ parameters, errors, next, onError }: Seen): Guess | undefined {
  const prompt = wordsIn(parameters);
  const timeoutSeconds = wholeIn(parameters['InputTimeLimitSeconds']);
  const validation = parameters['InputValidation'];
  if (prompt === undefined || timeoutSeconds === undefined || !isObject(validation)) return undefined;
  const { CustomValidation: custom, PhoneNumberValidation: phone } = validation;
  const keypad = isObject(parameters['DTMFConfiguration']) ? parameters['DTMFConfiguration'] : {};
  const { InputTerminationSequence: end, DisableCancelKey } = keypad;
  const cancel = oneOf(DisableCancelKey, ['True', 'False']);
  const form = {
    prompt,
    timeoutSeconds,
    ...given({
      endKeys: isText(end) ? end : undefined,
      pauseSeconds: numberIn(keypad['InterdigitTimeLimitSeconds']),
      starCancels: cancel === undefined ? undefined : cancel === 'False',
    }),
  };
  if (isObject(custom)) {
    const digitsMax = numberIn(custom['MaximumLength']);
    if (digitsMax === undefined) return undefined;
    const terms = { ...form, digitsMax, next, onError };
    return { builder: 'storeKeys', terms, step: storeKeys(terms) };
  }
  const { InvalidPhoneNumber: onInvalidNumber } = errors;
  if (!isObject(phone) || onInvalidNumber === undefined) return undefined;
  const numberForm = oneOf(phone['NumberFormat'], ['Local', 'E164']);
  const { CountryCode: country } = phone;
  if (numberForm === undefined) return undefined;
  const phoneNumber = { form: numberForm, ...given({ country: isText(country) ? country : undefined }) };
  const terms = { ...form, phoneNumber, next, onError, onInvalidNumber };
  return { builder: 'storeKeys', terms, step: storeKeys(terms) };
}
