/** A case for what the caller has told: its number and the promise, or the way to a person where there is none. */
import { result } from '../engine/authoring/calling.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { openCase } from '../lambdas/open-case/contract.ts';
import type { openComplaint } from '../lambdas/open-complaint/contract.ts';
import type { openTechnical } from '../lambdas/open-technical/contract.ts';
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

/** To be spread into a flow's steps: `withheld` for a number that nobody can call back, `not-noted` for a fault. */
export const caseNotOpened = (words: Words) =>
  ({
    withheld: say({ prompt: words.problemWithheld, next: 'because-problem' }),
    'not-noted': say({ prompt: words.problemNotNoted, next: 'because-problem' }),
    'because-problem': because('problem', 'to-person'),
  }) as const;
