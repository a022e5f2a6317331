/** Asks for the PIN, or for a code that is sent for it, and has it checked; leaves the result in the attributes `verified` and `verificationOutcome`. */
import { call } from '../../engine/authoring/calling.ts';
import { setAttributes, setLogging } from '../../engine/authoring/contact.ts';
import { count } from '../../engine/authoring/deciding.ts';
import { flow } from '../../engine/authoring/flow.ts';
import { endModule } from '../../engine/authoring/handing-over.ts';
import { ask } from '../../engine/authoring/keys.ts';
import { say } from '../../engine/authoring/speaking.ts';
import { checkCode } from '../../lambdas/check-code/contract.ts';
import { sendCode } from '../../lambdas/send-code/contract.ts';
import { verifyCaller as verifyCallerFunction } from '../../lambdas/verify-caller/contract.ts';
import { type AttributeValues, attributes } from '../attributes.ts';
import type { Offers } from '../offers.ts';
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
const askPin = <const Target extends string>(prompt: string, shortcuts: Readonly<Record<number, Target>>) =>
  ask<Target | 'check-pin' | 'log-on-after-silence' | 'log-on-after-fault'>({
    prompt,
    timeoutSeconds: 8,
    digitsMax: 20,
    shortcuts,
    next: 'check-pin',
    onNothing: 'log-on-after-silence',
    onError: 'log-on-after-fault',
  });

/** Longer than a code; who waits for it hears every twenty seconds that we do, too. */
const askCode = (prompt: string) =>
  ask({
    prompt,
    timeoutSeconds: 20,
    digitsMax: 20,
    shortcuts: { 0: 'log-on-after-asking' },
    next: 'check-code',
    onNothing: 'log-on-while-waiting',
    onError: 'log-on-after-fault',
  });

/** The PIN, in the words of what else there is, which `keys` lead to. */
const byPin = <const Target extends string>(
  words: Words,
  asked: Readonly<Record<'first' | 'afterWrong' | 'afterSilence', string>>,
  keys: Readonly<Record<number, Target>>,
) =>
  ({
    begin: setAttributes({ attributes: unverified('unfinished'), next: 'log-off', onError: 'end' }),
    'log-off': setLogging({ logging: 'off', next: 'ask-pin' }),
    'ask-pin': askPin(asked.first, keys),
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
    'ask-after-wrong-pin': askPin(asked.afterWrong, keys),
    refuse: say({ prompt: words.pinRefused, next: 'mark-wrong-pin' }),
    'mark-wrong-pin': setAttributes({ attributes: unverified('wrong-pin'), next: 'end', onError: 'end' }),

    'log-on-after-silence': setLogging({ logging: 'on', next: 'count-silence' }),
    'count-silence': count({ times: 2, again: 'log-off-after-silence', done: 'give-up' }),
    'log-off-after-silence': setLogging({ logging: 'off', next: 'ask-after-silence' }),
    'ask-after-silence': askPin(asked.afterSilence, keys),
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
  }) as const;

/** The code; `log-on-for-code` is where it begins. */
const byCode = (words: Words) =>
  ({
    'log-on-for-code': setLogging({ logging: 'on', next: 'sending-code' }),
    'sending-code': say({ prompt: words.codeSending, next: 'send-code' }),
    'send-code': call(sendCode, {
      parameters: { customerId: attributes.customerId },
      outcomes: { asked: 'log-off-for-code', unavailable: 'no-code' },
      onFault: 'no-code',
    }),
    'no-code': say({ prompt: words.codeUnavailable, next: 'mark-no-pin' }),
    'log-off-for-code': setLogging({ logging: 'off', next: 'ask-code' }),
    'ask-code': askCode(words.askCode),
    'log-on-while-waiting': setLogging({ logging: 'on', next: 'count-waiting' }),
    'count-waiting': count({ times: 6, again: 'log-off-while-waiting', done: 'code-missing' }),
    'log-off-while-waiting': setLogging({ logging: 'off', next: 'ask-code-again' }),
    'ask-code-again': askCode(words.codeAwaited),
    'code-missing': say({ prompt: words.codeMissing, next: 'mark-no-pin' }),
    'check-code': call(checkCode, {
      parameters: { customerId: attributes.customerId, code: '$.StoredCustomerInput' },
      outcomes: { verified: 'log-on-after-right-pin', refused: 'log-on-after-wrong-code' },
      onFault: 'log-on-after-fault',
    }),
    'log-on-after-wrong-code': setLogging({ logging: 'on', next: 'count-wrong-code' }),
    'count-wrong-code': count({ times: 2, again: 'log-off-after-wrong-code', done: 'refuse-code' }),
    'log-off-after-wrong-code': setLogging({ logging: 'off', next: 'ask-after-wrong-code' }),
    'ask-after-wrong-code': askCode(words.codeWrong),
    'refuse-code': say({ prompt: words.codeRefused, next: 'mark-wrong-pin' }),
  }) as const;

const terms = {
  name: 'verify-caller',
  title: 'Verify caller',
  type: 'MODULE',
  start: 'begin',
} as const;

/**
 * The flow log is off from just before the keys until just after the function, and on again on every way out. An
 * unknown customer, a wrong PIN or code and a locked account hear the same words. A fault leaves `unfinished`; the calling
 * flow speaks to it. Where no text messages are sent nobody is offered a code.
 */
export const verifyCaller = (words: Words, { texts }: Offers) =>
  texts
    ? flow({
        ...terms,
        description:
          'Verifies the caller by PIN, or by a code that is sent to a number of theirs: three tries at most.',
        accept: [
          {
            rule: 'posture/not-verified',
            step: 'send-code',
            reason:
              'It is how callers are verified, and goes to a number that has been theirs for some time.',
          },
          {
            rule: 'posture/not-verified',
            step: 'check-code',
            reason: 'It is what verifies the caller.',
          },
        ],
        steps: {
          ...byPin(
            words,
            { first: words.askPin, afterWrong: words.pinWrong, afterSilence: words.pinSilence },
            { 0: 'log-on-after-asking', 1: 'log-on-for-code' },
          ),
          ...byCode(words),
        },
      })
    : flow({
        ...terms,
        description: 'Verifies the caller by PIN: three tries at most.',
        steps: byPin(
          words,
          { first: words.askPinOnly, afterWrong: words.pinOnlyWrong, afterSilence: words.pinOnlySilence },
          { 0: 'log-on-after-asking' },
        ),
      });
