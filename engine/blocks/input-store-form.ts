/** The store form of GetParticipantInput: digits until a terminator, a pause or the greatest length. */

import type { Json } from '../language/flow.ts';
import { isObject } from '../language/json.ts';
import {
  INTERDIGIT_SECONDS_DEFAULT,
  INTERDIGIT_SECONDS_MAX,
  INTERDIGIT_SECONDS_MIN,
  STORED_KEYS_MAX,
  TERMINATOR_DEFAULT,
} from '../limits.ts';
import type { Behaviour } from './block.ts';
import { failed, NEXT } from './forms.ts';
import { firstKeySeconds } from './input-menu-form.ts';
import { keyedNumber } from './keyed-number.ts';
import { ENCRYPTING, encrypt, isEncrypted, keepCiphertext } from './keys-encrypted.ts';
import { prepareSpeech, type Utterance } from './speech.ts';
import type { BlockResult, BlockStep } from './step.ts';
import type { Happening, Waiting } from './waiting.ts';
import { flag, recordOf, scalar, wholeNumber } from './wire-values.ts';

interface Rules {
  readonly maxDigits: number;
  readonly terminator: string;
  readonly cancelKey: boolean;
  readonly interdigitMs: number;
}

/** Stored where nothing was keyed; that is the success branch (adminguide/store-customer-input). */
const NOTHING_KEYED = 'Timeout';

export function prepareStoreForm(parameters: Readonly<Record<string, Json>>): Behaviour {
  const seconds = firstKeySeconds(parameters);
  if (seconds === undefined) return { run: () => failed('InputTimeLimitSeconds is no number from 1 to 180') };
  const firstKeyWithinMs = seconds * 1000;
  const said = prepareSpeech(parameters, true);
  return {
    run: (step) => runStoreForm(step, said, firstKeyWithinMs),
    resume: (step, waiting, happened) => resumeStoreForm(step, waiting, happened, firstKeyWithinMs),
  };
}

function runStoreForm(step: BlockStep, said: Utterance, firstKeyWithinMs: number): BlockResult {
  const rules = rulesOf(step);
  if (typeof rules === 'string') return failed(rules);
  const ahead = typedAhead(step, rules);
  if (ahead.complete) return store(step, ahead.keys);
  const speech = said(step);
  if (typeof speech === 'string') return failed(speech);
  // With some keys there already, the prompt is left out and the pause between keys runs (adminguide/touchtone-buffering).
  if (ahead.keys === '') step.speak(speech);
  else step.startTimer('pause', rules.interdigitMs);
  const { maxDigits, terminator } = rules;
  const encrypted = isEncrypted(step) ? ({ encrypted: true } as const) : {};
  step.listen({ form: 'store', maxDigits, terminator, firstKeyWithinMs, ...encrypted });
  return { kind: 'wait', waiting: { kind: 'store', keys: ahead.keys } };
}

function resumeStoreForm(
  step: BlockStep,
  waiting: Waiting,
  happened: Happening,
  firstKeyWithinMs: number,
): BlockResult {
  if (waiting.kind === ENCRYPTING) return keepCiphertext(step, waiting, happened);
  const rules = rulesOf(step);
  const keys = typeof waiting['keys'] === 'string' ? waiting['keys'] : '';
  if (typeof rules === 'string') return failed(rules);
  switch (happened.kind) {
    case 'playback-ended':
      step.startTimer('first-key', firstKeyWithinMs);
      return { kind: 'wait', waiting };
    case 'key': {
      step.stopSpeaking();
      step.stopTimer('first-key');
      const fed = feed(keys, happened.key, rules);
      if (fed.complete) return finish(step, fed.keys);
      // Wiped by the cancel key, the input begins anew.
      if (fed.keys === '') {
        step.stopTimer('pause');
        step.startTimer('first-key', firstKeyWithinMs);
      } else step.startTimer('pause', rules.interdigitMs);
      return { kind: 'wait', waiting: { kind: 'store', keys: fed.keys } };
    }
    case 'time':
      return finish(step, happened.timer === 'first-key' ? undefined : keys);
    default:
      return { kind: 'wait', waiting };
  }
}

function finish(step: BlockStep, keys: string | undefined): BlockResult {
  step.stopTimer('pause');
  step.stopListening();
  return store(step, keys);
}

function store(step: BlockStep, keys: string | undefined): BlockResult {
  step.log({ ContactFlowModuleType: 'StoreUserInput' });
  if (keys !== undefined && isEncrypted(step)) return encrypt(step, keys);
  const phone = recordOf(step.parameters['InputValidation'])['PhoneNumberValidation'];
  if (keys === undefined || !isObject(phone)) {
    step.state.setStoredCustomerInput(keys ?? NOTHING_KEYED);
    return NEXT;
  }
  const number = keyedNumber(keys, scalar(phone['NumberFormat']) ?? '', scalar(phone['CountryCode']) ?? '');
  if (number === undefined) {
    return { kind: 'error', error: 'InvalidPhoneNumber', because: 'the keys are no telephone number' };
  }
  step.state.setStoredCustomerInput(number);
  return NEXT;
}

function typedAhead(step: BlockStep, rules: Rules): { keys: string; complete: boolean } {
  let fed = { keys: '', complete: false };
  for (let left = step.state.keysAhead.count(); left > 0 && !fed.complete; left -= 1) {
    fed = feed(fed.keys, step.state.keysAhead.take() ?? '', rules);
  }
  return fed;
}

function feed(keys: string, key: string, rules: Rules): { keys: string; complete: boolean } {
  const all = keys + key;
  if (all.endsWith(rules.terminator)) return { keys: all.slice(0, -rules.terminator.length), complete: true };
  if (key === '*' && rules.cancelKey) return { keys: '', complete: false };
  return { keys: all, complete: all.length >= rules.maxDigits };
}

function rulesOf(step: BlockStep): Rules | string {
  const keypad = recordOf(step.parameters['DTMFConfiguration']);
  const validation = recordOf(step.parameters['InputValidation']);
  if (isEncrypted(step) && isObject(validation['PhoneNumberValidation']))
    return 'a telephone number cannot be encrypted; InputEncryption goes with CustomValidation';
  const custom = recordOf(validation['CustomValidation'])['MaximumLength'];
  if (custom === undefined && !isObject(validation['PhoneNumberValidation']))
    return 'InputValidation is missing';
  const maxDigits =
    custom === undefined
      ? STORED_KEYS_MAX
      : wholeNumber(step.value(scalar(custom) ?? ''), 1, STORED_KEYS_MAX);
  if (maxDigits === undefined) return `MaximumLength is no number from 1 to ${STORED_KEYS_MAX}`;
  const pause = scalar(keypad['InterdigitTimeLimitSeconds']);
  const seconds =
    pause === undefined
      ? INTERDIGIT_SECONDS_DEFAULT
      : wholeNumber(step.value(pause), INTERDIGIT_SECONDS_MIN, INTERDIGIT_SECONDS_MAX);
  if (seconds === undefined) {
    return `InterdigitTimeLimitSeconds is no number from ${INTERDIGIT_SECONDS_MIN} to ${INTERDIGIT_SECONDS_MAX}`;
  }
  return {
    maxDigits,
    terminator: scalar(keypad['InputTerminationSequence']) ?? TERMINATOR_DEFAULT,
    cancelKey: !flag(keypad['DisableCancelKey']),
    interdigitMs: seconds * 1000,
  };
}
