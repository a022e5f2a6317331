/** A problem by menu becomes a case with a number and a promise; verified callers hear how their cases stand, and add to them. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count, decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupCase } from '../lambdas/lookup-case/contract.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { addingToCase } from './add-to-case.ts';
import { afterProblem } from './after-problem.ts';
import { answeringCase } from './answer-case.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { caseNotOpened, caseTold } from './case-told.ts';
import { complaining } from './complain.ts';
import { readsNumber } from './keying-number.ts';
import { namingCase } from './name-case.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { flows } from './resources.ts';
import { verifiedFirst } from './verified-first.ts';

const keep = (problem: string) => {
  const values: AttributeValues = { problem, wantedOutcome: 'none' };
  return setAttributes({ attributes: values, next: 'told-before', onError: 'not-noted' });
};

const lookUp = <const Target extends string>(
  reason: 'any' | typeof attributes.problem,
  ways: {
    readonly found: Target;
    readonly resolved: Target;
    readonly none: Target;
    readonly onFault: Target;
  },
) =>
  call(lookupCase, {
    parameters: { customerId: attributes.customerId, reason, caseNumber: 'latest' },
    // Only a case that is named can be settled.
    outcomes: { found: ways.found, resolved: ways.resolved, settled: ways.none, none: ways.none },
    onFault: ways.onFault,
  });

/** A caller who goes on to a person about it is ahead of others (ahead.ts). */
const keepSeverity = <const Next extends string>(next: Next) => {
  const values: AttributeValues = { caseSeverity: result(lookupCase, 'found', 'severity') };
  return setAttributes({ attributes: values, next, onError: next });
};

/** The case that the caller has just heard of. */
const told: AttributeValues = { caseNumber: result(lookupCase, 'found', 'caseKey') };

/**
 * The same problem told twice in one call is one case, and a verified caller hears of the case that there is. Where no
 * case can be opened a person takes the problem down. A case that cannot wait can be raised once its caller has heard
 * how it stands; who is not verified hears of none.
 */
export const reportProblem = (words: Words) =>
  flow({
    name: 'report-problem',
    title: 'Report a problem',
    description: 'Opens a case for a problem that the caller chooses, or says how an open case stands.',
    type: 'CONTACT_FLOW',
    accept: [readsNumber],
    start: 'choose',
    steps: {
      choose: menu({
        prompt: words.askProblem,
        timeoutSeconds: 6,
        choices: {
          1: 'delivery',
          2: 'product',
          3: 'invoice',
          4: 'other',
          5: 'verified-before',
          6: 'complaint',
          0: 'because-problem',
        },
        onTimeout: 'silence',
        onNoMatch: 'other-key',
        onError: 'choice-fault',
      }),
      silence: say({ prompt: words.problemSilence, next: 'count' }),
      'other-key': say({ prompt: words.problemOtherKey, next: 'count' }),
      count: count({ times: 2, again: 'choose', done: 'give-up' }),
      'give-up': say({ prompt: words.choiceGiveUp, next: 'because-problem' }),
      'choice-fault': say({ prompt: words.problemMenuFault, next: 'because-problem' }),

      ...complaining(words),
      delivery: keep('problem-delivery'),
      product: keep('problem-product'),
      invoice: keep('problem-invoice'),
      other: keep('problem-other'),
      'told-before': decide({
        value: attributes.verified,
        cases: { true: 'looking-before' },
        otherwise: 'new-case',
      }),
      'looking-before': say({ prompt: words.caseLookingBefore, next: 'look-up-before' }),
      'look-up-before': lookUp(attributes.problem, {
        found: 'keep-known',
        resolved: 'new-case',
        none: 'new-case',
        onFault: 'before-fault',
      }),
      'before-fault': say({ prompt: words.caseBeforeFault, next: 'new-case' }),
      'keep-known': keepSeverity('known'),
      known: menu({
        prompt: words.knownCase({
          caseNumber: result(lookupCase, 'found', 'caseNumber'),
          state: result(lookupCase, 'found', 'state'),
        }),
        timeoutSeconds: 5,
        choices: { 1: 'after-case', 2: 'new-case', 0: 'because-question' },
        onTimeout: 'known-silence',
        onNoMatch: 'known-other-key',
        onError: 'after-fault',
      }),
      'known-silence': say({ prompt: words.knownCaseSilence, next: 'count-known' }),
      'known-other-key': say({ prompt: words.knownCaseOtherKey, next: 'count-known' }),
      'count-known': count({ times: 2, again: 'known', done: 'after-give-up' }),
      'new-case': decide({
        value: attributes.wantedOutcome,
        cases: { ask: 'wanted' },
        otherwise: 'which-problem',
      }),
      'which-problem': decide({
        value: attributes.problem,
        cases: { 'problem-product': 'to-troubleshoot' },
        otherwise: 'noting',
      }),
      'to-troubleshoot': goToFlow({ flow: flows.troubleshoot, onError: 'noting' }),
      noting: say({ prompt: words.problemNoting, next: 'open-case' }),
      'open-case': call(openCase, {
        parameters: {
          reason: attributes.problem,
          customerId: attributes.customerId,
          verified: attributes.verified,
        },
        outcomes: { opened: 'noted', 'no-number': 'withheld', promised: 'not-noted', late: 'not-noted' },
        onFault: 'not-noted',
      }),
      noted: caseTold(words, openCase),
      ...caseNotOpened(words, { wantedOutcome: attributes.wantedOutcome }),

      ...verifiedFirst(words, 'looking'),
      looking: say({ prompt: words.caseLooking, next: 'look-up' }),
      'look-up': lookUp('any', {
        found: 'keep-severity',
        resolved: 'resolved-case',
        none: 'no-case',
        onFault: 'look-up-fault',
      }),
      'keep-severity': keepSeverity('tell'),
      tell: say({
        prompt: words.caseState({
          caseNumber: result(lookupCase, 'found', 'caseNumber'),
          state: result(lookupCase, 'found', 'state'),
        }),
        next: 'after-case',
      }),
      'no-case': say({ prompt: words.noCase, next: 'after-none' }),
      'look-up-fault': say({ prompt: words.caseFault, next: 'because-look-up' }),
      'because-look-up': because('case-lookup-fault', 'to-person'),

      'after-case': menu({
        prompt: words.afterCase,
        timeoutSeconds: 5,
        choices: {
          1: 'keep-case',
          2: 'add',
          3: 'to-menu',
          4: 'another-case',
          0: 'because-question',
          9: 'goodbye',
        },
        onTimeout: 'case-silence',
        onNoMatch: 'case-other-key',
        onError: 'after-fault',
      }),
      'case-silence': say({ prompt: words.afterProblemSilence, next: 'count-case' }),
      'case-other-key': say({ prompt: words.afterCaseOtherKey, next: 'count-case' }),
      'count-case': count({ times: 2, again: 'after-case', done: 'after-give-up' }),
      'keep-case': setAttributes({ attributes: told, next: 'to-escalate', onError: 'not-raised' }),
      'to-escalate': goToFlow({ flow: flows.escalateCase, onError: 'not-raised' }),
      'not-raised': say({ prompt: words.caseNotRaised, next: 'because-not-raised' }),
      'because-not-raised': because('escalation-fault', 'to-person'),
      'because-asked': because('asked-for-person', 'to-person'),
      ...addingToCase(words),
      ...namingCase(words),
      ...answeringCase(words),
      ...afterProblem(words),
    },
  });
