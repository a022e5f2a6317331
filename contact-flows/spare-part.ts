/** A spare part under warranty for a product of an order: which one, whether it is covered, read back and sent once. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { ask } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { quotePart } from '../lambdas/quote-part/contract.ts';
import { sendPart } from '../lambdas/send-part/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { noteWish } from './change-confirmed.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';

const wanted: AttributeValues = {
  sparePart: result(quotePart, 'covered', 'part'),
  orderWish: 'none',
};

/** To be spread into the steps of change-order; `ask-part` is where they begin. */
export const sparePart = (words: Words) =>
  ({
    'ask-part': ask({
      prompt: words.askPart,
      timeoutSeconds: 8,
      digitsMax: 20,
      shortcuts: { 0: 'because-question' },
      next: 'quote-part',
      onNothing: 'part-silence',
      onError: 'part-entry-fault',
    }),
    'part-silence': say({ prompt: words.partSilence, next: 'count-parts' }),
    'count-parts': count({ times: 2, again: 'ask-part', done: 'part-give-up' }),
    'part-give-up': say({ prompt: words.choiceGiveUp, next: 'because-question' }),
    'part-entry-fault': say({ prompt: words.partEntryFault, next: 'because-question' }),
    'quote-part': call(quotePart, {
      parameters: {
        customerId: attributes.customerId,
        orderNumber: attributes.orderNumber,
        partNumber: '$.StoredCustomerInput',
      },
      outcomes: {
        covered: 'keep-part',
        'out-of-warranty': 'part-too-late',
        'no-warranty': 'part-no-warranty',
        'not-for-this': 'part-unknown',
        'out-of-stock': 'part-sold-out',
        sent: 'part-sent-before',
      },
      onFault: 'part-fault',
    }),
    'part-fault': say({ prompt: words.partFault, next: 'because-question' }),
    'part-unknown': say({ prompt: words.partUnknown, next: 'count-parts' }),
    'part-too-late': say({
      prompt: words.partTooLate({
        productName: result(quotePart, 'out-of-warranty', 'productName'),
        until: result(quotePart, 'out-of-warranty', 'until'),
      }),
      next: 'after',
    }),
    'part-no-warranty': say({
      prompt: words.partNoWarranty({ productName: result(quotePart, 'no-warranty', 'productName') }),
      next: 'after',
    }),
    'part-sold-out': say({
      prompt: words.partSoldOut({ partName: result(quotePart, 'out-of-stock', 'partName') }),
      next: 'because-question',
    }),
    'part-sent-before': say({
      prompt: words.partSentBefore({ orderNumber: result(quotePart, 'sent', 'orderNumber') }),
      next: 'after',
    }),
    'keep-part': setAttributes({ attributes: wanted, next: 'part', onError: 'choice-fault' }),
    part: choice(words, {
      prompt: words.partReadBack({
        partName: result(quotePart, 'covered', 'partName'),
        productName: result(quotePart, 'covered', 'productName'),
        until: result(quotePart, 'covered', 'until'),
      }),
      choices: { 1: 'sending-part', 2: 'left', 0: 'because-question' },
      onGiveUp: 'choice-give-up',
      onError: 'choice-fault',
    }),
    'sending-part': noteWish('part', 'sending-part-words'),
    'sending-part-words': say({ prompt: words.partSending, next: 'send-part' }),
    'send-part': call(sendPart, {
      parameters: {
        customerId: attributes.customerId,
        orderNumber: attributes.orderNumber,
        part: attributes.sparePart,
      },
      outcomes: {
        sent: 'part-sent',
        'out-of-stock': 'drop-not-in-stock',
        'not-covered': 'drop-for-a-person',
      },
      onFault: 'change-unknown',
    }),
    'part-sent': say({
      prompt: words.partSent({ orderNumber: result(sendPart, 'sent', 'orderNumber') }),
      next: 'told',
    }),
  }) as const;
