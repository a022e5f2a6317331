/** Asks a caller whose own number does not show for one, reads it back, and keeps it as a case with a promise. */
import { call, result } from '../engine/authoring/calling.ts';
import { setLogging } from '../engine/authoring/contact.ts';
import type { ParameterTexts } from '../engine/authoring/contract.ts';
import { count } from '../engine/authoring/deciding.ts';
import { ask, menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { leaveNumber } from '../lambdas/leave-number/contract.ts';
import { readNumber } from '../lambdas/read-number/contract.ts';
import { attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';

/** To be accepted by a flow with these steps. */
export const readsNumber = {
  rule: 'posture/not-verified',
  step: 'read-number',
  reason: 'It reads what was keyed, and knows of nobody whose it is.',
} as const;

/** What callers tell of a case by key. */
export type Told = Partial<
  Pick<ParameterTexts<typeof leaveNumber>, 'wantedOutcome' | 'symptom' | 'stepsTried'>
>;
const NOTHING_TOLD = { wantedOutcome: 'none', symptom: 'none', stepsTried: '0' } as const;

/**
 * To be spread into a flow's steps; `log-off` is where they begin, and the flow has a step `hang-up`. A number that is
 * keyed is nobody's business: the flow log is off from before the keys until it is kept. It is read back once; who says
 * nothing to that has agreed.
 */
export const keyingNumber = <const None extends string, const Fault extends string>(
  words: Words,
  ways: {
    /** Of the case. */
    readonly reason: string;
    /** What the caller has told of it beside its reason, where they were asked. */
    readonly told?: Told;
    /** The caller keys none, or none that can be called. */
    readonly none: None;
    readonly onFault: Fault;
  },
) =>
  ({
    'log-off': setLogging({ logging: 'off', next: 'ask-number' }),
    'ask-number': ask({
      prompt: words.askNumber,
      timeoutSeconds: 10,
      digitsMax: 20,
      shortcuts: { 0: 'log-on-declined' },
      next: 'read-number',
      onNothing: 'log-on-after-silence',
      onError: 'log-on-after-fault',
    }),
    'read-number': call(readNumber, {
      parameters: { digits: '$.StoredCustomerInput' },
      outcomes: { read: 'read-back', 'not-a-number': 'log-on-no-number' },
      onFault: 'log-on-after-fault',
    }),
    'read-back': menu({
      prompt: words.numberReadBack({ number: result(readNumber, 'read', 'number') }),
      timeoutSeconds: 6,
      choices: { 1: 'noting-number', 2: 'log-on-again' },
      onTimeout: 'noting-number',
      onNoMatch: 'log-on-again',
      onError: 'noting-number',
    }),
    'noting-number': say({ prompt: words.numberNoting, next: 'leave-number' }),
    'leave-number': call(leaveNumber, {
      parameters: {
        reason: ways.reason,
        customerId: attributes.customerId,
        verified: attributes.verified,
        ...NOTHING_TOLD,
        ...ways.told,
        digits: '$.StoredCustomerInput',
      },
      outcomes: { opened: 'log-on-promised', 'not-a-number': 'log-on-after-fault' },
      onFault: 'log-on-after-fault',
    }),
    'log-on-promised': setLogging({ logging: 'on', next: 'promise-number' }),
    'promise-number': say({
      prompt: words.promiseAtNumber({
        promisedTime: result(leaveNumber, 'opened', 'promisedTime'),
        caseNumber: result(leaveNumber, 'opened', 'caseNumber'),
      }),
      next: 'hang-up',
    }),
    'log-on-no-number': setLogging({ logging: 'on', next: 'no-such-number' }),
    'no-such-number': say({ prompt: words.numberNotOne, next: 'count-numbers' }),
    'log-on-after-silence': setLogging({ logging: 'on', next: 'number-silence' }),
    'number-silence': say({ prompt: words.numberSilence, next: 'count-numbers' }),
    'log-on-again': setLogging({ logging: 'on', next: 'number-again' }),
    'number-again': say({ prompt: words.numberAgain, next: 'count-numbers' }),
    'count-numbers': count<'log-off' | None>({ times: 2, again: 'log-off', done: ways.none }),
    'log-on-declined': setLogging({ logging: 'on', next: ways.none }),
    'log-on-after-fault': setLogging({ logging: 'on', next: ways.onFault }),
  }) as const;
