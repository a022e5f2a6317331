/** Changing an order that a verified caller has just heard of: what can be done about it, read back, and done once. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupChanges } from '../lambdas/lookup-changes/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { changeConfirmed, changeConfirmedWithRefund } from './change-confirmed.ts';
import { changePieces } from './change-pieces.ts';
import { choice } from './choice.ts';
import { endings } from './endings.ts';
import type { Offers } from './offers.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { sparePart } from './spare-part.ts';

/** The order as it is read back now, and what the caller chose: kept, because other functions answer in between. */
const keep = <const Target extends string>(orderChange: string, next: Target) => {
  const values: AttributeValues = {
    orderVersion: result(lookupChanges, 'open', 'version'),
    orderChange,
    orderWish: 'none',
  };
  return setAttributes<Target | 'choice-fault'>({ attributes: values, next, onError: 'choice-fault' });
};

/** Only flows that have verified the caller lead here. Nothing is changed before it was read back and 1 was pressed. */
export const changeOrder = (words: Words, { pays }: Offers) => {
  const orderNumber = result(lookupChanges, 'open', 'orderNumber');
  const items = result(lookupChanges, 'open', 'items');
  const until = result(lookupChanges, 'delivered', 'until');
  const rmaNumber = result(lookupChanges, 'return-agreed', 'rmaNumber');
  const ends = { onGiveUp: 'choice-give-up', onError: 'choice-fault' } as const;
  const ways = { 3: 'to-menu', 0: 'because-question' } as const;
  const confirms = { 1: 'changing', 2: 'left', 0: 'because-question' } as const;
  const head = {
    name: 'change-order',
    title: 'Change an order',
    description:
      'Cancels, changes, takes back or exchanges an order, or sends a part for it, read back and confirmed.',
    type: 'CONTACT_FLOW',
    start: 'look',
  } as const;
  const steps = {
    look: call(lookupChanges, {
      parameters: { customerId: attributes.customerId, orderNumber: attributes.orderNumber },
      outcomes: {
        open: 'open',
        packed: 'packed',
        'on-its-way': 'on-its-way',
        delivered: 'delivered',
        'too-late': 'too-late',
        'return-agreed': 'returning',
        ended: 'ended',
        'unknown-order': 'no-order',
      },
      onFault: 'look-fault',
    }),
    'count-looks': count({ times: 4, again: 'look', done: 'heard-often' }),
    'heard-often': say({ prompt: words.heardOften, next: 'because-question' }),
    'look-fault': say({ prompt: words.changeLookFault, next: 'because-fault' }),
    'no-order': say({ prompt: words.changeNoOrder, next: 'because-gone' }),
    'because-gone': because('order-not-found', 'to-person'),

    open: choice(words, {
      prompt: words.changeOpen({ orderNumber, items }),
      choices: { 1: 'keep-cancel', 2: 'which-line', ...ways },
      ...ends,
    }),
    packed: choice(words, {
      prompt: words.changePacked({ orderNumber, items }),
      choices: { 1: 'keep-cancel', ...ways },
      ...ends,
    }),
    'on-its-way': say({ prompt: words.changeOnItsWay({ orderNumber }), next: 'after' }),
    delivered: choice(words, {
      prompt: words.changeDelivered({ orderNumber, items, until }),
      choices: { 1: 'keep-return', 2: 'keep-exchange', 4: 'ask-part', ...ways },
      ...ends,
    }),
    'too-late': choice(words, {
      prompt: words.changeTooLate({ orderNumber, until }),
      choices: { 4: 'ask-part', ...ways },
      ...ends,
    }),
    returning: choice(words, {
      prompt: words.changeReturning({ orderNumber, rmaNumber }),
      choices: { 1: 'keep-withdraw', 2: 'count-looks', ...ways },
      ...ends,
    }),
    ended: say({
      prompt: words.changeEnded({ orderNumber, status: result(lookupChanges, 'ended', 'status') }),
      next: 'after',
    }),
    'choice-give-up': say({ prompt: words.choiceGiveUp, next: 'because-question' }),
    'choice-fault': say({ prompt: words.choiceFault, next: 'because-fault' }),
    'because-question': because('order-question', 'to-person'),

    'keep-cancel': keep('cancel', 'cancel'),
    cancel: choice(words, {
      prompt: words.cancelReadBack({ orderNumber, items }),
      choices: confirms,
      ...ends,
    }),
    'keep-return': keep('return', 'return'),
    return: choice(words, {
      prompt: words.returnReadBack({ orderNumber, items }),
      choices: confirms,
      ...ends,
    }),
    'keep-exchange': keep('exchange', 'exchange'),
    exchange: choice(words, {
      prompt: words.exchangeReadBack({ orderNumber, items, until }),
      choices: confirms,
      ...ends,
    }),
    'keep-withdraw': keep('withdraw', 'withdraw'),
    withdraw: choice(words, {
      prompt: words.withdrawReadBack({ orderNumber, items }),
      choices: confirms,
      ...ends,
    }),

    ...sparePart(words),
    ...changePieces(words),
    ...endings(words),
  };
  return pays
    ? flow({
        ...head,
        accept: [
          {
            rule: 'live/same-branches',
            step: 'start-refund',
            reason:
              'The caller has heard that the money goes back; what of it cannot be started now is settled within minutes.',
          },
        ],
        steps: { ...steps, ...changeConfirmedWithRefund(words) },
      })
    : flow({ ...head, steps: { ...steps, ...changeConfirmed(words) } });
};
