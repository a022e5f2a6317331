/** Steps that a caller tries with us when a product does not work: each is asked for until it helped or did not. */
import { setAttributes } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { piece } from '../engine/authoring/piece.ts';
import { STEPS_OF, type Symptom, type TroubleStep } from '../lambdas/open-technical/contract.ts';
import type { AttributeValues } from './attributes.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';

/** To pull a plug and to clear a filter takes a while. After it we say that we are still there, and what to do once more. */
const TIME_TO_TRY_SECONDS = 45;

const promptOf = (words: Words): Readonly<Record<TroubleStep, string>> => ({
  plug: words.stepPlug,
  restart: words.stepRestart,
  clean: words.stepClean,
  level: words.stepLevel,
  hose: words.stepHose,
});

const keepTried = <const Target extends string>(stepsTried: '1' | '2', next: Target) => {
  const values: AttributeValues = { stepsTried };
  return setAttributes<Target | 'fault'>({ attributes: values, next, onError: 'fault' });
};

/** Keeps what the caller says is wrong, and that it is not solved. */
export const keepSymptom = <const Target extends string>(symptom: 'none' | Symptom, next: Target) => {
  const values: AttributeValues = { symptom, stepsTried: '0', troubleshooting: 'open' };
  return setAttributes<Target | 'not-noted'>({ attributes: values, next, onError: 'not-noted' });
};

/** Whoever asks for it more often than this is better called. */
const hearAgain = <const Target extends string>(again: Target) =>
  count<Target | 'enough'>({ times: 4, again, done: 'enough' });

/** One step of a flow: what suits a symptom, one after the other. What nobody answers counts as not tried, and the case is opened. */
export function trying(words: Words, symptom: Symptom) {
  const prompts = promptOf(words);
  const asking = <const Again extends string, const Failed extends string>(
    step: TroubleStep,
    again: Again,
    failed: Failed,
  ) =>
    choice<Again | Failed | 'worked' | 'person' | 'enough' | 'unheard'>(words, {
      prompt: prompts[step],
      timeoutSeconds: TIME_TO_TRY_SECONDS,
      silence: words.stepSilence,
      choices: { 1: 'worked', 2: failed, 3: again, 0: 'person' },
      onGiveUp: 'enough',
      onError: 'unheard',
    });
  const [first, second] = STEPS_OF[symptom];
  return piece({
    start: 'first',
    steps: {
      first: asking(first, 'first-again', 'once'),
      'first-again': hearAgain('first'),
      once: keepTried('1', 'second'),
      second: asking(second, 'second-again', 'twice'),
      'second-again': hearAgain('second'),
      twice: keepTried('2', 'enough'),
    },
    ways: {
      worked: 'worked',
      enough: 'whose',
      person: 'because-problem',
      unheard: 'choice-fault',
      fault: 'not-noted',
    },
  });
}
