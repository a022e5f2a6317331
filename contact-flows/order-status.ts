/** Order status for verified callers: by number or the latest order, and what to do after it. */
import { call, result } from '../engine/authoring/calling.ts';
import { count } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { ask } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupOrder } from '../lambdas/lookup-order/contract.ts';
import { afterOrder } from './after-order.ts';
import { attributes } from './attributes.ts';
import { prompts } from './prompts/en.ts';
import { because } from './reasons.ts';
import { verifiedFirst } from './verified-first.ts';

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
    ...verifiedFirst('ask-order'),

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
    ...afterOrder({ repeat: 'tell', another: 'ask-order' }),
  },
});
