/** GetParticipantInput: asks for keys: one for a menu, several to be stored; or sets how keys typed ahead are kept. */

import { choice, number, object, optional, required, text } from '../language/parameters.ts';
import {
  FIRST_KEY_SECONDS_MAX,
  FIRST_KEY_SECONDS_MIN,
  INTERDIGIT_SECONDS_MAX,
  INTERDIGIT_SECONDS_MIN,
  STORED_KEYS_MAX,
  TERMINATOR_KEYS_MAX,
} from '../limits.ts';
import { defineBlock } from './block.ts';
import { failed, goesOn, LEADING_FLOWS } from './forms.ts';
import { bufferForm } from './input-buffer-form.ts';
import { prepareMenuForm } from './input-menu-form.ts';
import { prepareStoreForm } from './input-store-form.ts';
import { SPEECH_FIELDS, SPEECH_NAMES } from './speech.ts';
import { scalar } from './wire-values.ts';

const INPUT = 'EnableDTMFBuffer';

const isMenu = (parameters: Readonly<Record<string, unknown>>) =>
  String(parameters['StoreInput']).toLowerCase() !== 'true';

/**
 * The three forms of the type are the console's Get customer input, Store customer input and Set touchtone buffer
 * behavior (adminguide/get-customer-input, store-customer-input, set-touchtone-buffer-behavior).
 */
export const getParticipantInput = defineBlock({
  type: 'GetParticipantInput',
  purpose: 'Asks the caller for keys: one key for a menu, or digits that are stored.',
  see: 'devguide/participant-actions-getparticipantinput',
  parameters: object(
    {
      ...SPEECH_FIELDS,
      StoreInput: optional(choice(['True', 'False'])),
      InputTimeLimitSeconds: optional(
        number('static', { min: FIRST_KEY_SECONDS_MIN, max: FIRST_KEY_SECONDS_MAX }),
      ),
      InputValidation: optional(
        object(
          {
            PhoneNumberValidation: optional(
              object({
                NumberFormat: required(choice(['Local', 'E164'])),
                CountryCode: optional(text('static', { pattern: /^[A-Z]{2}$/ })),
              }),
            ),
            CustomValidation: optional(
              object({ MaximumLength: required(number('reference', { min: 1, max: STORED_KEYS_MAX })) }),
            ),
          },
          [{ names: ['PhoneNumberValidation', 'CustomValidation'], rule: 'exactly-one' }],
        ),
      ),
      InputEncryption: optional(
        object({ EncryptionKeyId: required(text('text')), Key: required(text('text')) }),
      ),
      DTMFConfiguration: optional(
        object({
          InputTerminationSequence: optional(
            text('static', { pattern: new RegExp(`^[0-9*#]{1,${TERMINATOR_KEYS_MAX}}$`) }),
          ),
          DisableCancelKey: optional(choice(['True', 'False'])),
          InterdigitTimeLimitSeconds: optional(
            number('reference', { min: INTERDIGIT_SECONDS_MIN, max: INTERDIGIT_SECONDS_MAX }),
          ),
        }),
      ),
      EnableDTMFBuffer: optional(choice(['True', 'False'])),
    },
    [
      { names: SPEECH_NAMES, rule: 'at-most-one' },
      { names: [...SPEECH_NAMES, INPUT], rule: 'at-least-one' },
      { names: ['StoreInput', INPUT], rule: 'at-least-one' },
      { names: ['InputTimeLimitSeconds', INPUT], rule: 'at-least-one' },
    ],
  ),
  branches(parameters) {
    if (parameters[INPUT] !== undefined) return goesOn();
    if (isMenu(parameters)) {
      return {
        next: 'optional',
        errors: {
          required: ['NoMatchingCondition', 'NoMatchingError', 'InputTimeLimitExceeded'],
          optional: [],
        },
        conditions: { kind: 'matching', operators: ['Equals'], operand: /^[0-9*#]$/ },
      };
    }
    const validation = parameters['InputValidation'];
    const phone =
      typeof validation === 'object' && validation !== null && 'PhoneNumberValidation' in validation;
    return phone ? goesOn(['NoMatchingError', 'InvalidPhoneNumber']) : goesOn();
  },
  flowTypes: [...LEADING_FLOWS, 'OUTBOUND_WHISPER'],
  channels: ['VOICE'],
  facts: { speaks: true, listens: true, terminal: false },
  logName: 'GetUserInput',
  prepare(parameters) {
    if (parameters[INPUT] !== undefined) return bufferForm;
    if (scalar(parameters['StoreInput']) === undefined) return { run: () => failed('StoreInput is missing') };
    return isMenu(parameters) ? prepareMenuForm(parameters) : prepareStoreForm(parameters);
  },
});
