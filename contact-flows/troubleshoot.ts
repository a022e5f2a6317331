/** A product that does not work: what is wrong with it, two steps that often help, and a case for the technicians where they did not. */
import { call } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { say } from '../engine/authoring/speaking.ts';
import { openTechnical } from '../lambdas/open-technical/contract.ts';
import { afterProblem } from './after-problem.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { caseNotOpened, caseTold } from './case-told.ts';
import { choice } from './choice.ts';
import { readsNumber } from './keying-number.ts';
import { namingOrder, type OrderKeyed } from './name-order.ts';
import type { Words } from './prompts/words.ts';
import { keepSymptom, trying } from './try-step.ts';

const works: AttributeValues = { troubleshooting: 'works' };
const isKept: AttributeValues = { troubleshooting: 'kept' };

const open = (orderNumber: OrderKeyed) =>
  call(openTechnical, {
    parameters: {
      symptom: attributes.symptom,
      stepsTried: attributes.stepsTried,
      orderNumber,
      customerId: attributes.customerId,
      verified: attributes.verified,
    },
    outcomes: { opened: 'kept', 'no-number': 'withheld' },
    onFault: 'not-noted',
  });

/** Who cannot be understood gets the case all the same; only who asks for a person, or whose case cannot be opened, goes to one. */
export const troubleshoot = (words: Words) =>
  flow({
    name: 'troubleshoot',
    title: 'A product that does not work',
    description:
      'Asks what is wrong with a product, tries steps with the caller, and opens a case where they did not help.',
    type: 'CONTACT_FLOW',
    accept: [readsNumber],
    start: 'symptom',
    steps: {
      symptom: choice(words, {
        prompt: words.askSymptom,
        choices: {
          1: 'does-not-start',
          2: 'stops',
          3: 'noise-or-leak',
          4: 'something-else',
          0: 'because-problem',
        },
        onGiveUp: 'unsaid',
        onError: 'choice-fault',
      }),
      'does-not-start': keepSymptom('does-not-start', 'offer'),
      stops: keepSymptom('stops', 'offer'),
      'noise-or-leak': keepSymptom('noise-or-leak', 'offer'),
      'something-else': keepSymptom('something-else', 'offer'),
      unsaid: keepSymptom('none', 'whose'),
      offer: choice(words, {
        prompt: words.offerSteps,
        choices: { 1: 'which-steps', 2: 'whose', 0: 'because-problem' },
        onGiveUp: 'whose',
        onError: 'choice-fault',
      }),
      'which-steps': decide({
        value: attributes.symptom,
        cases: {
          'does-not-start': 'try-does-not-start',
          stops: 'try-stops',
          'noise-or-leak': 'try-noise-or-leak',
        },
        otherwise: 'try-something-else',
      }),
      'try-does-not-start': trying(words, 'does-not-start'),
      'try-stops': trying(words, 'stops'),
      'try-noise-or-leak': trying(words, 'noise-or-leak'),
      'try-something-else': trying(words, 'something-else'),
      'choice-fault': say({ prompt: words.problemMenuFault, next: 'because-problem' }),

      // Where it cannot be kept the caller gets a call for nothing, which harms nobody.
      worked: setAttributes({ attributes: works, next: 'helped', onError: 'helped' }),
      helped: say({ prompt: words.stepHelped, next: 'after' }),

      ...namingOrder(words, words.troubleOrder, open),
      // Where it cannot be kept the end of the call finds the case that there is.
      kept: setAttributes({ attributes: isKept, next: 'noted', onError: 'noted' }),
      noted: caseTold(words, openTechnical),
      ...caseNotOpened(words, { symptom: attributes.symptom, stepsTried: attributes.stepsTried }),
      ...afterProblem(words),
    },
  });
