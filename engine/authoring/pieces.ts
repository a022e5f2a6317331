/** Pieces that many flows need: retries with a way out, the caller's language, a guard, an apology with an offer. */
import type { FlowTypesOf } from './action-terms.ts';
import { createCallback, setCallbackNumber } from './callback.ts';
import type { ReferenceText } from './contract.ts';
import { count, decide } from './deciding.ts';
import { runModule } from './handing-over.ts';
import { ask, menu } from './keys.ts';
import { piece } from './piece.ts';
import type { ResourceReference } from './resource.ts';
import { say } from './speaking.ts';
import type { Step } from './step.ts';
import type { Words } from './words.ts';

/**
 * A number keyed in, asked for again where nothing came, and given up after so many tries. It is then
 * `$.StoredCustomerInput`. `wayOut` are inputs with a meaning of their own, such as 0 for a person.
 * Throws where `tries` is less than 2: `ask` asks once.
 */
export function askWithRetries<const Target extends string>(terms: {
  readonly prompt: Words;
  /** Said before each further try. */
  readonly again: Words;
  readonly timeoutSeconds: number;
  readonly digitsMax: number;
  /** How often it is asked in all. */
  readonly tries: number;
  readonly wayOut?: Readonly<Record<number, Target>>;
  readonly next: Target;
  readonly onGiveUp: Target;
  readonly onError: Target;
}) {
  const { prompt, again, timeoutSeconds, digitsMax, tries, next, onGiveUp, onError } = terms;
  if (!Number.isInteger(tries) || tries < 2)
    throw new Error(`tries is ${tries}; it is a whole number from 2, and ask is for one try`);
  const shortcuts: Record<string, `out-${string}`> = {};
  const ways: Record<'given' | 'given-up' | 'fault' | `out-${string}`, Target> = {
    given: next,
    'given-up': onGiveUp,
    fault: onError,
  };
  for (const [keys, to] of Object.entries<Target>(terms.wayOut ?? {})) {
    shortcuts[keys] = `out-${keys}`;
    ways[`out-${keys}`] = to;
  }
  return piece({
    start: 'ask',
    steps: {
      ask: ask<'given' | 'tries' | 'fault' | `out-${string}`>({
        prompt,
        timeoutSeconds,
        digitsMax,
        shortcuts,
        next: 'given',
        onNothing: 'tries',
        onError: 'fault',
      }),
      tries: count({ times: tries - 1, again: 'again', done: 'given-up' }),
      again: say({ prompt: again, next: 'ask' }),
    },
    ways,
  });
}

/**
 * Says the same in the language of the caller, by default the one that is set for the contact; callers of any other
 * language hear `otherwise`. The voice that speaks is whoever was chosen before.
 */
export function sayInLanguage<const Language extends string, const Target extends string>(terms: {
  /** By language, e.g. `en-US`. */
  readonly words: { readonly [L in Language]: Words };
  readonly otherwise: NoInfer<Language>;
  readonly language?: ReferenceText;
  readonly next: Target;
}) {
  const { otherwise, language = '$.LanguageCode', next } = terms;
  const words: Readonly<Record<string, Words>> = terms.words;
  const cases: Record<string, `in-${string}`> = {};
  type Inside = 'language' | `in-${string}`;
  const spoken: Record<string, Step<'said', FlowTypesOf<'MessageParticipant'>>> = {};
  for (const [each, prompt] of Object.entries(words)) {
    if (each !== otherwise) cases[each] = `in-${each}`;
    spoken[`in-${each}`] = say({ prompt, next: 'said' });
  }
  const steps: Readonly<Record<Inside, Step<Inside | 'said', FlowTypesOf<'MessageParticipant'>>>> = {
    language: decide<Inside>({ value: language, cases, otherwise: `in-${otherwise}` }),
    ...spoken,
  };
  return piece({ start: 'language', steps, ways: { said: next } });
}

/** Lets only verified callers on: who is not yet is sent through the module that verifies, once. */
export function onlyVerified<const Target extends string>(terms: {
  /** What the module leaves: `true` for a verified caller. */
  readonly verified: ReferenceText;
  readonly module: ResourceReference<'module'>;
  readonly next: Target;
  readonly onRefused: Target;
  readonly onError: Target;
}) {
  const { verified, module, next, onRefused, onError } = terms;
  return piece({
    start: 'before',
    steps: {
      before: decide({ value: verified, cases: { true: 'verified' }, otherwise: 'verify' }),
      verify: runModule({ module, next: 'now', onError: 'fault' }),
      now: decide({ value: verified, cases: { true: 'verified' }, otherwise: 'refused' }),
    },
    ways: { verified: next, refused: onRefused, fault: onError },
  });
}

/**
 * Apologises, and on 1 promises to call back at the number that the caller calls from. Callers who press nothing, or
 * another key, decline.
 */
export function apologiseAndOfferCallback<const Target extends string>(terms: {
  readonly apology: Words;
  /** Has to say that 1 is for yes. */
  readonly offer: Words;
  readonly promise: Words;
  readonly timeoutSeconds: number;
  /** Without one, the queue that is set. */
  readonly queue?: ResourceReference<'queue'>;
  readonly firstCallAfterSeconds: number;
  readonly attempts: number;
  readonly betweenAttemptsSeconds: number;
  readonly onPromised: Target;
  readonly onDeclined: Target;
  /** The number is withheld or cannot be dialled. */
  readonly onNoNumber: Target;
  readonly onError: Target;
}) {
  const { apology, offer, promise, timeoutSeconds, queue } = terms;
  const { firstCallAfterSeconds, attempts, betweenAttemptsSeconds } = terms;
  const { onPromised, onDeclined, onNoNumber, onError } = terms;
  return piece({
    start: 'apology',
    steps: {
      apology: say({ prompt: apology, next: 'offer' }),
      offer: menu({
        prompt: offer,
        timeoutSeconds,
        choices: { 1: 'number' },
        onTimeout: 'declined',
        onNoMatch: 'declined',
        onError: 'fault',
      }),
      number: setCallbackNumber({
        number: '$.CustomerEndpoint.Address',
        next: 'callback',
        onInvalid: 'no-number',
        onNotDialable: 'no-number',
      }),
      callback: createCallback({
        ...(queue === undefined ? {} : { queue }),
        firstCallAfterSeconds,
        attempts,
        betweenAttemptsSeconds,
        next: 'promise',
        onError: 'fault',
      }),
      promise: say({ prompt: promise, next: 'promised' }),
    },
    ways: { promised: onPromised, declined: onDeclined, 'no-number': onNoNumber, fault: onError },
  });
}
