/** What happens once a caller has confirmed a change of an order: it is done, and told as it is. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { Step } from '../engine/authoring/step.ts';
import { changeOrder } from '../lambdas/change-order/contract.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { startRefund } from '../lambdas/start-refund/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';

/**
 * Notes that the caller has said yes, in the contact and without a request of a table: whoever hangs up before hearing
 * what came of it, or hears that nobody knows, has it settled by `settle-changes` from the record of the contact.
 */
export const noteWish = <const Target extends string>(
  orderWish: 'change' | 'part',
  next: Target,
): Step<Target | 'choice-fault'> => {
  const values: AttributeValues = { orderWish };
  return setAttributes<Target | 'choice-fault'>({ attributes: values, next, onError: 'choice-fault' });
};

/** The caller has been told, or nothing was done: there is nothing left to settle. Settled after all, nothing happens twice. */
const dropWish = <const Target extends string>(next: Target): Step<Target> => {
  const values: AttributeValues = { orderWish: 'none' };
  return setAttributes({ attributes: values, next, onError: next });
};

/**
 * To be spread into the steps of change-order; `changing` is where they begin, and `after` where every end of it meets.
 * A caller hears that something is done only where it is; where nobody knows, a person finds out by a promised time.
 */
export const changeConfirmed = (words: Words) => ({
  ...confirmed(words),
  'cancelled-paid': cancelledPaid(words, 'told'),
});

/** The same in a centre that takes payments: what was paid by card is on its way back before the caller chooses on. */
export const changeConfirmedWithRefund = (words: Words) => ({
  ...confirmed(words),
  'cancelled-paid': cancelledPaid(words, 'start-refund'),
  'start-refund': call(startRefund, {
    parameters: { customerId: attributes.customerId, orderNumber: attributes.orderNumber },
    outcomes: { started: 'told', 'not-by-card': 'told' },
    onFault: 'told',
  }),
});

const cancelledPaid = <const Target extends string>(words: Words, next: Target) =>
  say({
    prompt: words.changeCancelledPaid({
      orderNumber: result(changeOrder, 'cancelled-paid', 'orderNumber'),
      refund: result(changeOrder, 'cancelled-paid', 'refund'),
    }),
    next,
  });

const confirmed = (words: Words) => {
  const orderNumber = result(changeOrder, 'cancelled', 'orderNumber');
  const rmaNumber = result(changeOrder, 'return-agreed', 'rmaNumber');
  return {
    changing: noteWish('change', 'changing-words'),
    'changing-words': say({ prompt: words.changing, next: 'change' }),
    change: call(changeOrder, {
      parameters: {
        customerId: attributes.customerId,
        orderNumber: attributes.orderNumber,
        version: attributes.orderVersion,
        change: attributes.orderChange,
      },
      outcomes: {
        cancelled: 'cancelled',
        'cancelled-paid': 'cancelled-paid',
        changed: 'changed',
        'return-agreed': 'return-agreed',
        'return-withdrawn': 'withdrawn',
        'exchange-agreed': 'exchanged',
        'changed-meanwhile': 'drop-changed-meanwhile',
        'not-in-stock': 'drop-not-in-stock',
        'for-a-person': 'drop-for-a-person',
      },
      onFault: 'change-unknown',
    }),
    cancelled: say({ prompt: words.changeCancelled({ orderNumber }), next: 'told' }),
    changed: say({
      prompt: words.changeDone({ orderNumber, total: result(changeOrder, 'changed', 'total') }),
      next: 'told',
    }),
    'return-agreed': say({ prompt: words.changeReturnAgreed({ rmaNumber }), next: 'told' }),
    withdrawn: say({ prompt: words.changeWithdrawn({ orderNumber }), next: 'told' }),
    exchanged: say({ prompt: words.changeExchanged({ orderNumber, rmaNumber }), next: 'told' }),
    told: dropWish('after'),
    left: say({ prompt: words.changeLeft, next: 'after' }),
    'drop-changed-meanwhile': dropWish('changed-meanwhile'),
    'changed-meanwhile': say({ prompt: words.changedMeanwhile, next: 'count-looks' }),
    'drop-not-in-stock': dropWish('not-in-stock'),
    'not-in-stock': say({ prompt: words.changeNotInStock, next: 'because-question' }),
    'drop-for-a-person': dropWish('for-a-person'),
    'for-a-person': say({ prompt: words.changeForPerson, next: 'because-decision' }),
    'because-decision': because('order-decision', 'to-person'),

    'change-unknown': say({ prompt: words.changeUnknown, next: 'note-unknown' }),
    'note-unknown': call(openCase, {
      parameters: {
        reason: 'change-unconfirmed',
        customerId: attributes.customerId,
        verified: attributes.verified,
      },
      outcomes: {
        opened: 'change-promise',
        'no-number': 'change-withheld',
        promised: 'change-not-noted',
        late: 'change-not-noted',
      },
      onFault: 'change-not-noted',
    }),
    'change-promise': say({
      prompt: words.changePromise({
        promisedTime: result(openCase, 'opened', 'promisedTime'),
        caseNumber: result(openCase, 'opened', 'caseNumber'),
      }),
      next: 'hang-up',
    }),
    'change-withheld': say({ prompt: words.cannotCallBack, next: 'because-change-unknown' }),
    'change-not-noted': say({ prompt: words.notNotedEither, next: 'because-change-unknown' }),
    'because-change-unknown': because('change-unconfirmed', 'to-person'),

    after: choice(words, {
      prompt: words.afterChange,
      choices: { 1: 'count-looks', 3: 'to-menu', 0: 'because-question', 9: 'goodbye' },
      onGiveUp: 'choice-give-up',
      onError: 'choice-fault',
    }),
  } as const;
};
