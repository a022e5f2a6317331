/** Order status for verified callers: by number or the latest order, and what to do after it. */
import { call, result } from '../engine/authoring/calling.ts';
import { count, decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow, runModule } from '../engine/authoring/handing-over.ts';
import { ask, menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupOrder } from '../lambdas/lookup-order/contract.ts';
import { attributes } from './attributes.ts';
import { prompts } from './prompts/en.ts';
import { because } from './reasons.ts';
import { modules } from './resources.ts';
import { toPerson } from './to-person.ts';

const lookUp = (orderNumber: 'latest' | '$.StoredCustomerInput') =>
  call(lookupOrder, {
    parameters: { customerId: attributes.customerId, orderNumber },
    outcomes: { found: 'tell', 'not-found': 'count-not-found', none: 'no-orders' },
    onFault: 'look-up-fault',
  });

/** A caller who was verified earlier in the call is not asked again. */
export const orderStatus = flow({
  name: 'order-status',
  title: 'Order status',
  description: 'Verifies the caller and says how an order stands.',
  type: 'CONTACT_FLOW',
  start: 'verified-before',
  steps: {
    'verified-before': decide({
      value: attributes.verified,
      cases: { true: 'ask-order' },
      otherwise: 'verify',
    }),
    verify: runModule({ module: modules.verifyCaller, next: 'verified-now', onError: 'verification-fault' }),
    'verified-now': decide({
      value: attributes.verified,
      cases: { true: 'ask-order' },
      otherwise: 'why-not',
    }),
    'why-not': decide({
      value: attributes.verificationOutcome,
      cases: {
        'wrong-pin': 'because-wrong-pin',
        'no-pin': 'because-no-pin',
        'asked-for-person': 'because-asked',
      },
      otherwise: 'verification-fault',
    }),
    'because-wrong-pin': because('wrong-pin', 'to-person'),
    'because-no-pin': because('no-pin', 'to-person'),
    'verification-fault': say({ prompt: prompts.verificationFault, next: 'because-verification' }),
    'because-verification': because('verification-fault', 'to-person'),

    'ask-order': ask({
      prompt: prompts.askOrder,
      timeoutSeconds: 8,
      digitsMax: 20,
      shortcuts: { 1: 'look-up-latest', 0: 'because-asked' },
      next: 'look-up',
      onNothing: 'count-silence',
      onError: 'entry-fault',
    }),
    'count-silence': count({ times: 2, again: 'silence', done: 'no-number' }),
    silence: say({ prompt: prompts.orderSilence, next: 'ask-order' }),
    'no-number': say({ prompt: prompts.orderMissing, next: 'because-no-number' }),
    'because-no-number': because('no-order-number', 'to-person'),
    'entry-fault': say({ prompt: prompts.orderEntryFault, next: 'because-fault' }),

    'look-up': lookUp('$.StoredCustomerInput'),
    'look-up-latest': lookUp('latest'),
    'look-up-fault': say({ prompt: prompts.orderLookupFault, next: 'because-look-up' }),
    'because-look-up': because('order-lookup-fault', 'to-person'),
    'count-not-found': count({ times: 2, again: 'not-found', done: 'not-found-again' }),
    'not-found': say({ prompt: prompts.orderNotFound, next: 'ask-order' }),
    'not-found-again': say({ prompt: prompts.orderNotFoundAgain, next: 'because-not-found' }),
    'because-not-found': because('order-not-found', 'to-person'),
    'no-orders': say({ prompt: prompts.noOrders, next: 'to-menu' }),

    tell: say({
      prompt: prompts.orderStatus(
        result(lookupOrder, 'found', 'orderNumber'),
        result(lookupOrder, 'found', 'status'),
      ),
      next: 'after',
    }),
    after: menu({
      prompt: prompts.afterOrder,
      timeoutSeconds: 5,
      choices: { 1: 'count-repeats', 2: 'count-orders', 3: 'to-menu', 0: 'because-question', 9: 'goodbye' },
      onTimeout: 'after-silence',
      onNoMatch: 'after-other-key',
      onError: 'after-fault',
    }),
    'after-silence': say({ prompt: prompts.afterOrderSilence, next: 'count-after' }),
    'after-other-key': say({ prompt: prompts.afterOrderOtherKey, next: 'count-after' }),
    'count-after': count({ times: 2, again: 'after', done: 'after-give-up' }),
    'after-give-up': say({ prompt: prompts.afterOrderGiveUp, next: 'because-no-input' }),
    'because-no-input': because('no-usable-input', 'to-person'),
    'after-fault': say({ prompt: prompts.afterOrderFault, next: 'because-fault' }),
    'count-repeats': count({ times: 5, again: 'tell', done: 'enough-repeats' }),
    'enough-repeats': say({ prompt: prompts.enoughRepeats, next: 'because-question' }),
    'count-orders': count({ times: 5, again: 'ask-order', done: 'enough-orders' }),
    'enough-orders': say({ prompt: prompts.enoughOrders, next: 'because-question' }),
    'because-question': because('order-question', 'to-person'),
    'because-asked': because('asked-for-person', 'to-person'),

    'to-menu': goToFlow({ flow: attributes.flowMainMenu, onError: 'menu-fault' }),
    'menu-fault': say({ prompt: prompts.backToMenuFault, next: 'because-fault' }),
    'because-fault': because('system-fault', 'to-person'),
    goodbye: say({ prompt: prompts.goodbye, next: 'hang-up' }),
    ...toPerson,
  },
});
