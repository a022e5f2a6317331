/** A problem by menu becomes a case with a number and a promise; verified callers hear how a case of theirs stands. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupCase } from '../lambdas/lookup-case/contract.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { prompts } from './prompts/en.ts';
import { because } from './reasons.ts';
import { toPerson } from './to-person.ts';
import { verifiedFirst } from './verified-first.ts';

const keep = (problem: string) => {
  const values: AttributeValues = { problem };
  return setAttributes({ attributes: values, next: 'noting', onError: 'not-noted' });
};

/** The same problem told twice in one call is one case. Where no case can be opened a person takes the problem down. */
export const reportProblem = flow({
  name: 'report-problem',
  title: 'Report a problem',
  description: 'Opens a case for a problem that the caller chooses, or says how an open case stands.',
  type: 'CONTACT_FLOW',
  start: 'choose',
  steps: {
    choose: menu({
      prompt: prompts.askProblem,
      timeoutSeconds: 6,
      choices: {
        1: 'delivery',
        2: 'product',
        3: 'invoice',
        4: 'other',
        5: 'verified-before',
        0: 'because-problem',
      },
      onTimeout: 'silence',
      onNoMatch: 'other-key',
      onError: 'choice-fault',
    }),
    silence: say({ prompt: prompts.problemSilence, next: 'count' }),
    'other-key': say({ prompt: prompts.problemOtherKey, next: 'count' }),
    count: count({ times: 2, again: 'choose', done: 'give-up' }),
    'give-up': say({ prompt: prompts.problemGiveUp, next: 'because-problem' }),
    'choice-fault': say({ prompt: prompts.problemMenuFault, next: 'because-problem' }),

    delivery: keep('problem-delivery'),
    product: keep('problem-product'),
    invoice: keep('problem-invoice'),
    other: keep('problem-other'),
    noting: say({ prompt: prompts.problemNoting, next: 'open-case' }),
    'open-case': call(openCase, {
      parameters: {
        reason: attributes.problem,
        customerId: attributes.customerId,
        verified: attributes.verified,
      },
      outcomes: { opened: 'noted', 'no-number': 'withheld' },
      onFault: 'not-noted',
    }),
    noted: say({
      prompt: prompts.problemNoted(
        result(openCase, 'opened', 'caseNumber'),
        result(openCase, 'opened', 'promisedTime'),
      ),
      next: 'after',
    }),
    withheld: say({ prompt: prompts.problemWithheld, next: 'because-problem' }),
    'not-noted': say({ prompt: prompts.problemNotNoted, next: 'because-problem' }),
    'because-problem': because('problem', 'to-person'),

    ...verifiedFirst('looking'),
    looking: say({ prompt: prompts.caseLooking, next: 'look-up' }),
    'look-up': call(lookupCase, {
      parameters: { customerId: attributes.customerId },
      outcomes: { found: 'tell', none: 'no-case' },
      onFault: 'look-up-fault',
    }),
    tell: say({
      prompt: prompts.caseState(
        result(lookupCase, 'found', 'caseNumber'),
        result(lookupCase, 'found', 'state'),
      ),
      next: 'after',
    }),
    'no-case': say({ prompt: prompts.noCase, next: 'after' }),
    'look-up-fault': say({ prompt: prompts.caseFault, next: 'because-look-up' }),
    'because-look-up': because('case-lookup-fault', 'to-person'),

    after: menu({
      prompt: prompts.afterProblem,
      timeoutSeconds: 5,
      choices: { 3: 'to-menu', 0: 'because-question', 9: 'goodbye' },
      onTimeout: 'after-silence',
      onNoMatch: 'after-other-key',
      onError: 'after-fault',
    }),
    'after-silence': say({ prompt: prompts.afterProblemSilence, next: 'count-after' }),
    'after-other-key': say({ prompt: prompts.afterProblemOtherKey, next: 'count-after' }),
    'count-after': count({ times: 2, again: 'after', done: 'after-give-up' }),
    'after-give-up': say({ prompt: prompts.afterProblemGiveUp, next: 'because-no-input' }),
    'because-no-input': because('no-usable-input', 'to-person'),
    'after-fault': say({ prompt: prompts.afterProblemFault, next: 'because-fault' }),
    'because-question': because('case-question', 'to-person'),
    'because-asked': because('asked-for-person', 'to-person'),
    'to-menu': goToFlow({ flow: attributes.flowMainMenu, onError: 'menu-fault' }),
    'menu-fault': say({ prompt: prompts.backToMenuFault, next: 'because-fault' }),
    'because-fault': because('system-fault', 'to-person'),
    goodbye: say({ prompt: prompts.goodbye, next: 'hang-up' }),
    ...toPerson,
  },
});
