/** What a caller hears before the queue of a team of whom nobody is signed in: leave the number or a message, or wait all the same. */
import { result } from '../engine/authoring/calling.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { keepNumber } from './keep-number.ts';
import { keyingNumber } from './keying-number.ts';
import type { Words } from './prompts/words.ts';

/** To be spread into a flow's steps beside `intoQueue`; the flow has steps `hang-up` and `because-nobody`, to a voice message. */
export const nobodyThere = (words: Words) =>
  ({
    'nobody-there': menu({
      prompt: words.nobodySignedIn,
      timeoutSeconds: 4,
      choices: { 1: 'noting', 2: 'because-nobody' },
      onTimeout: 'join-queue',
      onNoMatch: 'nobody-other-key',
      onError: 'join-queue',
    }),
    'nobody-other-key': say({ prompt: words.nobodyOtherKey, next: 'join-queue' }),
    noting: say({ prompt: words.noting, next: 'keep-number' }),
    'keep-number': keepNumber({
      opened: 'promise',
      promised: 'promised',
      late: 'promised-late',
      withheld: 'nobody-unseen',
      onFault: 'nobody-fault',
    }),
    'nobody-unseen': say({ prompt: words.numberUnseen, next: 'log-off' }),
    ...keyingNumber(words, { reason: 'left-queue', none: 'nobody-withheld', onFault: 'nobody-fault' }),
    'nobody-withheld': say({ prompt: words.nobodyWithheld, next: 'join-queue' }),
    'nobody-fault': say({ prompt: words.nobodyMessageFault, next: 'join-queue' }),
    promised: say({
      prompt: words.promisedAlready({ time: result(openCase, 'promised', 'time') }),
      next: 'hang-up',
    }),
    'promised-late': say({ prompt: words.promisedLate, next: 'join-queue' }),
    promise: say({
      prompt: words.promise({
        promisedTime: result(openCase, 'opened', 'promisedTime'),
        caseNumber: result(openCase, 'opened', 'caseNumber'),
      }),
      next: 'hang-up',
    }),
  }) as const;
