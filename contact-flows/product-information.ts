/** What is on offer, and a product by its number, for anybody who asks: price, offer, availability, delivery and warranty, and then to order it. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count, decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { ask } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { describeProduct } from '../lambdas/describe-product/contract.ts';
import { findOffers } from '../lambdas/find-offers/contract.ts';
import type { AttributeValues } from './attributes.ts';
import { choice } from './choice.ts';
import { endings } from './endings.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { flows } from './resources.ts';

const FOR_ANYBODY = [
  'find-offers',
  'describe-first',
  'describe-second',
  'describe-third',
  'describe',
] as const;
const NOBODYS = 'Products and prices are for anybody; nothing that it answers is about a customer.';
const offered = (which: 'first' | 'second' | 'third') => result(findOffers, 'found', which);
const chosen: AttributeValues = { productNumber: result(describeProduct, 'found', 'productNumber') };

/** What there is nothing to say about is left out; to order it, the caller is verified in the flow of orders. */
export const productInformation = (words: Words) => {
  const productName = result(describeProduct, 'found', 'productName');
  const delivery = result(describeProduct, 'found', 'delivery');
  const ways = {
    1: 'count-repeats',
    2: 'count-products',
    3: 'to-menu',
    0: 'because-question',
    9: 'goodbye',
  } as const;
  const ends = { onGiveUp: 'choice-give-up', onError: 'choice-fault' } as const;
  const described = {
    outcomes: { found: 'tell', 'unknown-product': 'unknown' },
    onFault: 'look-up-fault',
  } as const;
  return flow({
    name: 'product-information',
    title: 'Product information',
    description:
      'Says what is on offer, and price, availability, delivery and warranty of a product, and lets the caller order it.',
    type: 'CONTACT_FLOW',
    start: 'ask',
    accept: FOR_ANYBODY.map((step) => ({ rule: 'posture/not-verified', step, reason: NOBODYS })),
    steps: {
      ask: ask({
        prompt: words.askAboutProduct,
        timeoutSeconds: 8,
        digitsMax: 20,
        shortcuts: { 1: 'find-offers', 0: 'because-asked' },
        next: 'describe',
        onNothing: 'silence',
        onError: 'entry-fault',
      }),
      silence: say({ prompt: words.aboutProductSilence, next: 'count-tries' }),
      'count-tries': count({ times: 2, again: 'ask', done: 'give-up' }),
      'give-up': say({ prompt: words.choiceGiveUp, next: 'because-question' }),
      'entry-fault': say({ prompt: words.numberNotTaken, next: 'because-fault' }),
      'find-offers': call(findOffers, {
        parameters: {},
        outcomes: { found: 'offers', none: 'no-offers' },
        onFault: 'look-up-fault',
      }),
      'no-offers': say({ prompt: words.noOffers, next: 'count-products' }),
      offers: choice(words, {
        prompt: words.offersToday({ offers: result(findOffers, 'found', 'offers') }),
        choices: {
          1: 'describe-first',
          2: 'is-second',
          3: 'is-third',
          4: 'count-products',
          5: 'to-menu',
          0: 'because-question',
          9: 'goodbye',
        },
        ...ends,
      }),
      'is-second': decide({
        value: offered('second'),
        cases: { none: 'no-such-offer' },
        otherwise: 'describe-second',
      }),
      'is-third': decide({
        value: offered('third'),
        cases: { none: 'no-such-offer' },
        otherwise: 'describe-third',
      }),
      'no-such-offer': say({ prompt: words.choiceOtherKey, next: 'count-offers' }),
      'count-offers': count({ times: 2, again: 'offers', done: 'choice-give-up' }),
      'describe-first': call(describeProduct, {
        parameters: { productNumber: offered('first') },
        ...described,
      }),
      'describe-second': call(describeProduct, {
        parameters: { productNumber: offered('second') },
        ...described,
      }),
      'describe-third': call(describeProduct, {
        parameters: { productNumber: offered('third') },
        ...described,
      }),

      describe: call(describeProduct, {
        parameters: { productNumber: '$.StoredCustomerInput' },
        ...described,
      }),
      unknown: say({ prompt: words.aboutProductUnknown, next: 'count-tries' }),
      'look-up-fault': say({ prompt: words.aboutProductFault, next: 'because-fault' }),

      tell: say({
        prompt: words.aboutProduct({ productName, price: result(describeProduct, 'found', 'price') }),
        next: 'is-offer',
      }),
      'is-offer': decide({
        value: result(describeProduct, 'found', 'offer'),
        cases: { yes: 'offer' },
        otherwise: 'is-in-stock',
      }),
      offer: say({
        prompt: words.aboutOffer({
          until: result(describeProduct, 'found', 'until'),
          usualPrice: result(describeProduct, 'found', 'usualPrice'),
        }),
        next: 'is-in-stock',
      }),
      'is-in-stock': decide({
        value: result(describeProduct, 'found', 'stock'),
        cases: { yes: 'is-delivery-known' },
        otherwise: 'is-restock-known',
      }),
      'is-delivery-known': decide({
        value: delivery,
        cases: { none: 'in-stock' },
        otherwise: 'in-stock-within',
      }),
      'in-stock': say({ prompt: words.aboutStock, next: 'is-warranted' }),
      'in-stock-within': say({ prompt: words.aboutDelivery({ delivery }), next: 'is-warranted' }),
      'is-restock-known': decide({
        value: delivery,
        cases: { none: 'sold-out' },
        otherwise: 'sold-out-for',
      }),
      'sold-out': say({ prompt: words.aboutSoldOut, next: 'is-warranted' }),
      'sold-out-for': say({ prompt: words.aboutRestock({ delivery }), next: 'is-warranted' }),
      'is-warranted': decide({
        value: result(describeProduct, 'found', 'warranty'),
        cases: { none: 'which-menu' },
        otherwise: 'warranty',
      }),
      warranty: say({
        prompt: words.aboutWarranty({ warranty: result(describeProduct, 'found', 'warranty') }),
        next: 'which-menu',
      }),
      'which-menu': decide({
        value: result(describeProduct, 'found', 'stock'),
        cases: { yes: 'after' },
        otherwise: 'after-sold-out',
      }),

      after: choice(words, { prompt: words.afterProduct, choices: { ...ways, 4: 'keep-product' }, ...ends }),
      'after-sold-out': choice(words, { prompt: words.afterSoldOut, choices: ways, ...ends }),
      'choice-give-up': say({ prompt: words.choiceGiveUp, next: 'because-question' }),
      'choice-fault': say({ prompt: words.choiceFault, next: 'because-fault' }),
      'count-repeats': count({ times: 5, again: 'tell', done: 'heard-often' }),
      'heard-often': say({ prompt: words.aboutHeardOften, next: 'because-question' }),
      'count-products': count({ times: 9, again: 'ask', done: 'many-products' }),
      'many-products': say({ prompt: words.aboutManyProducts, next: 'because-question' }),
      'keep-product': setAttributes({ attributes: chosen, next: 'order', onError: 'order-fault' }),
      order: goToFlow({ flow: flows.placeOrder, onError: 'order-fault' }),
      'order-fault': say({ prompt: words.aboutOrderFault, next: 'because-question' }),
      'because-question': because('product-question', 'to-person'),
      'because-asked': because('asked-for-person', 'to-person'),
      ...endings(words),
    },
  });
};
