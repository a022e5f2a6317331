/** Asks for the PIN and has it checked; leaves the result in the attributes `verified` and `verificationOutcome`. */
import { call } from '../../engine/authoring/calling.ts';
import { setAttributes, setLogging } from '../../engine/authoring/contact.ts';
import { count } from '../../engine/authoring/deciding.ts';
import { flow } from '../../engine/authoring/flow.ts';
import { endModule } from '../../engine/authoring/handing-over.ts';
import { ask } from '../../engine/authoring/keys.ts';
import { say } from '../../engine/authoring/speaking.ts';
import { verifyCaller as verifyCallerFunction } from '../../lambdas/verify-caller/contract.ts';
import { type AttributeValues, attributes } from '../attributes.ts';
import type { Words } from '../prompts/words.ts';

const unverified = (verificationOutcome: string): AttributeValues => ({
  verified: 'false',
  verificationOutcome,
});
const verified: AttributeValues = { verified: 'true', verificationOutcome: 'verified' };

/**
 * Longer than any PIN, and the words of a further try belong to the question itself: so that keys pressed too many or
 * too early fall into an input, where the log is off, and not between two.
 */
const askPin = (prompt: string) =>
  ask({
    prompt,
    timeoutSeconds: 8,
    digitsMax: 20,
    shortcuts: { 0: 'log-on-after-asking' },
    next: 'check-pin',
    onNothing: 'log-on-after-silence',
    onError: 'log-on-after-fault',
  });

/**
 * The flow log is off from just before the keys until just after the function, and on again on every way out. An
 * unknown customer, a wrong PIN and a locked account hear the same words. A fault leaves `unfinished`; the calling
 * flow speaks to it.
 */
export const verifyCaller = (words: Words) =>
  flow({
    name: 'verify-caller',
    title: 'Verify caller',
    description: 'Verifies the caller by PIN: three tries, and three silences, at most.',
    type: 'MODULE',
    start: 'begin',
    steps: {
      begin: setAttributes({ attributes: unverified('unfinished'), next: 'log-off', onError: 'end' }),
      'log-off': setLogging({ logging: 'off', next: 'ask-pin' }),
      'ask-pin': askPin(words.askPin),
      'check-pin': call(verifyCallerFunction, {
        parameters: { customerId: attributes.customerId, pin: '$.StoredCustomerInput' },
        outcomes: { verified: 'log-on-after-right-pin', refused: 'log-on-after-wrong-pin' },
        onFault: 'log-on-after-fault',
      }),

      'log-on-after-right-pin': setLogging({ logging: 'on', next: 'mark-verified' }),
      'mark-verified': setAttributes({ attributes: verified, next: 'thank', onError: 'end' }),
      thank: say({ prompt: words.pinRight, next: 'end' }),

      'log-on-after-wrong-pin': setLogging({ logging: 'on', next: 'count-wrong' }),
      'count-wrong': count({ times: 2, again: 'log-off-after-wrong-pin', done: 'refuse' }),
      'log-off-after-wrong-pin': setLogging({ logging: 'off', next: 'ask-after-wrong-pin' }),
      'ask-after-wrong-pin': askPin(words.pinWrong),
      refuse: say({ prompt: words.pinRefused, next: 'mark-wrong-pin' }),
      'mark-wrong-pin': setAttributes({ attributes: unverified('wrong-pin'), next: 'end', onError: 'end' }),

      'log-on-after-silence': setLogging({ logging: 'on', next: 'count-silence' }),
      'count-silence': count({ times: 2, again: 'log-off-after-silence', done: 'give-up' }),
      'log-off-after-silence': setLogging({ logging: 'off', next: 'ask-after-silence' }),
      'ask-after-silence': askPin(words.pinSilence),
      'give-up': say({ prompt: words.pinMissing, next: 'mark-no-pin' }),
      'mark-no-pin': setAttributes({ attributes: unverified('no-pin'), next: 'end', onError: 'end' }),

      'log-on-after-asking': setLogging({ logging: 'on', next: 'mark-asked' }),
      'mark-asked': setAttributes({
        attributes: unverified('asked-for-person'),
        next: 'end',
        onError: 'end',
      }),

      'log-on-after-fault': setLogging({ logging: 'on', next: 'end' }),
      end: endModule(),
    },
  });
