/** What happens once a caller has confirmed a change of an order: it is done, and told as it is. */
import { call, result } from '../engine/authoring/calling.ts';
import { say } from '../engine/authoring/speaking.ts';
import { changeOrder } from '../lambdas/change-order/contract.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { attributes } from './attributes.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';

/**
 * To be spread into the steps of change-order; `changing` is where they begin, and `after` where every end of it meets.
 * A caller hears that something is done only where it is; where nobody knows, a person finds out by a promised time.
 */
export const changeConfirmed = (words: Words) => {
  const orderNumber = result(changeOrder, 'cancelled', 'orderNumber');
  const rmaNumber = result(changeOrder, 'return-agreed', 'rmaNumber');
  return {
    changing: say({ prompt: words.changing, next: 'change' }),
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
        'changed-meanwhile': 'changed-meanwhile',
        'not-in-stock': 'not-in-stock',
        'for-a-person': 'for-a-person',
      },
      onFault: 'change-unknown',
    }),
    cancelled: say({ prompt: words.changeCancelled({ orderNumber }), next: 'after' }),
    'cancelled-paid': say({
      prompt: words.changeCancelledPaid({
        orderNumber,
        refund: result(changeOrder, 'cancelled-paid', 'refund'),
      }),
      next: 'after',
    }),
    changed: say({
      prompt: words.changeDone({ orderNumber, total: result(changeOrder, 'changed', 'total') }),
      next: 'after',
    }),
    'return-agreed': say({ prompt: words.changeReturnAgreed({ rmaNumber }), next: 'after' }),
    withdrawn: say({ prompt: words.changeWithdrawn({ orderNumber }), next: 'after' }),
    exchanged: say({ prompt: words.changeExchanged({ orderNumber, rmaNumber }), next: 'after' }),
    left: say({ prompt: words.changeLeft, next: 'after' }),
    'changed-meanwhile': say({ prompt: words.changedMeanwhile, next: 'count-looks' }),
    'not-in-stock': say({ prompt: words.changeNotInStock, next: 'because-question' }),
    'for-a-person': say({ prompt: words.changeForPerson, next: 'because-decision' }),
    'because-decision': because('order-decision', 'to-person'),

    'change-unknown': say({ prompt: words.changeUnknown, next: 'note-unknown' }),
    'note-unknown': call(openCase, {
      parameters: {
        reason: 'change-unconfirmed',
        customerId: attributes.customerId,
        verified: attributes.verified,
      },
      outcomes: { opened: 'change-promise', 'no-number': 'change-withheld' },
      onFault: 'change-not-noted',
    }),
    'change-promise': say({
      prompt: words.changePromise({
        promisedTime: result(openCase, 'opened', 'promisedTime'),
        caseNumber: result(openCase, 'opened', 'caseNumber'),
      }),
      next: 'hang-up',
    }),
    'change-withheld': say({ prompt: words.changeWithheld, next: 'because-change-unknown' }),
    'change-not-noted': say({ prompt: words.changeNotNoted, next: 'because-change-unknown' }),
    'because-change-unknown': because('change-unconfirmed', 'to-person'),

    after: choice(words, {
      prompt: words.afterChange,
      choices: { 1: 'count-looks', 3: 'to-menu', 0: 'because-question', 9: 'goodbye' },
      onGiveUp: 'choice-give-up',
      onError: 'choice-fault',
    }),
  } as const;
};
