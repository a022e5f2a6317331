/** UpdateContactCallbackNumber: the number that a callback will dial. */
import { object, required, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { goesOn, LEADING_FLOWS, NEXT } from './forms.ts';
import { isE164 } from './keyed-number.ts';
import { scalar } from './wire-values.ts';

/** Digits in the form of E.164 that no country has are not dialable; anything else is invalid (adminguide/set-callback-number). */
export const updateContactCallbackNumber = defineBlock({
  type: 'UpdateContactCallbackNumber',
  purpose: 'Sets the number at which the caller wants to be called back.',
  see: 'devguide/contact-actions-updatecontactcallbacknumber',
  parameters: object({ CallbackNumber: required(text('reference', { pattern: /^\$/ })) }),
  branches: () => goesOn(['InvalidCallbackNumber', 'CallbackNumberNotDialable']),
  flowTypes: LEADING_FLOWS,
  channels: ['VOICE'],
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'SetCallBackNumber',
  run(step) {
    const number = step.value(scalar(step.parameters['CallbackNumber']) ?? '') ?? '';
    if (!/^\+\d{8,15}$/.test(number)) {
      return { kind: 'error', error: 'InvalidCallbackNumber', because: 'the number is not in E.164 form' };
    }
    if (!isE164(number)) {
      return { kind: 'error', error: 'CallbackNumberNotDialable', because: 'no country has such a number' };
    }
    step.state.setData('CallbackNumber', number);
    return NEXT;
  },
});
