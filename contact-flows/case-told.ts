/** A case for what the caller has told: its number and the promise, a number keyed for it, or the way to a person. */
import { result } from '../engine/authoring/calling.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { openCase } from '../lambdas/open-case/contract.ts';
import type { openComplaint } from '../lambdas/open-complaint/contract.ts';
import type { openTechnical } from '../lambdas/open-technical/contract.ts';
import { attributes } from './attributes.ts';
import { keyingNumber, type Told } from './keying-number.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';

/** Number and promise, once `opening` has opened the case. */
export const caseTold = (
  words: Words,
  opening: typeof openCase | typeof openComplaint | typeof openTechnical,
) =>
  say({
    prompt: words.problemNoted({
      caseNumber: result(opening, 'opened', 'caseNumber'),
      promisedTime: result(opening, 'opened', 'promisedTime'),
    }),
    next: 'after',
  });

/**
 * To be spread into a flow's steps, which has one `hang-up`: `withheld` for a number that nobody can call back,
 * `not-noted` for a fault; what was `told` stands with the case in either way. Whether a person is there is not known yet, so that nobody is promised one.
 */
export const caseNotOpened = (words: Words, told: Told) =>
  ({
    withheld: say({ prompt: words.numberUnseen, next: 'log-off' }),
    ...keyingNumber(words, {
      reason: attributes.problem,
      told,
      none: 'cannot-call-back',
      onFault: 'not-noted',
    }),
    'cannot-call-back': say({ prompt: words.cannotCallBack, next: 'because-problem' }),
    'not-noted': say({ prompt: words.problemNotNoted, next: 'because-problem' }),
    'because-problem': because('problem', 'to-person'),
  }) as const;
