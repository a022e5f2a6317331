/** Order status for verified callers: by number or the latest order, and what to do after it. */
import { call, result } from '../engine/authoring/calling.ts';
import { count } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { ask } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupOrder } from '../lambdas/lookup-order/contract.ts';
import { afterOrder, afterOrderOrPayWhatIsDue } from './after-order.ts';
import { attributes } from './attributes.ts';
import type { Offers } from './offers.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { verifiedFirst } from './verified-first.ts';

const lookUp = (orderNumber: 'latest' | '$.StoredCustomerInput') =>
  call(lookupOrder, {
    parameters: { customerId: attributes.customerId, orderNumber },
    outcomes: { found: 'tell', 'not-found': 'count-not-found', none: 'no-orders' },
    onFault: 'look-up-fault',
  });

/** A caller who was verified earlier in the call is not asked again. */
export const orderStatus = (words: Words, { pays }: Offers) => {
  const head = {
    name: 'order-status',
    title: 'Order status',
    description: 'Verifies the caller and says how an order stands.',
    type: 'CONTACT_FLOW',
    start: 'verified-before',
  } as const;
  const told = {
    repeat: 'tell',
    another: 'ask-order',
    order: result(lookupOrder, 'found', 'order'),
  } as const;
  const steps = {
    ...verifiedFirst(words, 'ask-order'),

    'ask-order': ask({
      prompt: words.askOrder,
      timeoutSeconds: 8,
      digitsMax: 20,
      shortcuts: { 1: 'look-up-latest', 0: 'because-asked' },
      next: 'look-up',
      onNothing: 'count-silence',
      onError: 'entry-fault',
    }),
    'count-silence': count({ times: 2, again: 'silence', done: 'no-number' }),
    silence: say({ prompt: words.orderSilence, next: 'ask-order' }),
    'no-number': say({ prompt: words.orderMissing, next: 'because-no-number' }),
    'because-no-number': because('no-order-number', 'to-person'),
    'entry-fault': say({ prompt: words.numberNotTaken, next: 'because-fault' }),

    'look-up': lookUp('$.StoredCustomerInput'),
    'look-up-latest': lookUp('latest'),
    'look-up-fault': say({ prompt: words.orderLookupFault, next: 'because-look-up' }),
    'because-look-up': because('order-lookup-fault', 'to-person'),
    'count-not-found': count({ times: 2, again: 'not-found', done: 'not-found-again' }),
    'not-found': say({ prompt: words.orderNotFound, next: 'ask-order' }),
    'not-found-again': say({ prompt: words.orderNotFoundAgain, next: 'because-not-found' }),
    'because-not-found': because('order-not-found', 'to-person'),
    'no-orders': say({ prompt: words.noOrders, next: 'to-menu' }),
  } as const;
  const status = words.orderStatus({
    orderNumber: result(lookupOrder, 'found', 'orderNumber'),
    status: result(lookupOrder, 'found', 'status'),
  });
  const isDue = result(lookupOrder, 'found', 'isDue');
  return pays
    ? flow({
        ...head,
        steps: {
          ...steps,
          tell: say({ prompt: status, next: 'is-due' }),
          ...afterOrderOrPayWhatIsDue(words, { ...told, isDue }),
        },
      })
    : flow({
        ...head,
        steps: { ...steps, tell: say({ prompt: status, next: 'after' }), ...afterOrder(words, told) },
      });
};
