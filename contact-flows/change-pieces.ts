/** Other pieces of a product in an order: which one, how many, and what the order costs then. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count, decide } from '../engine/authoring/deciding.ts';
import { ask } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupChanges } from '../lambdas/lookup-changes/contract.ts';
import { quoteChange } from '../lambdas/quote-change/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';

const onlyLine: AttributeValues = { orderLine: '1' };
const chosenLine: AttributeValues = { orderLine: '$.StoredCustomerInput' };
const quoted: AttributeValues = {
  orderVersion: result(quoteChange, 'quoted', 'version'),
  orderChange: result(quoteChange, 'quoted', 'change'),
};

/** To be spread into the steps of change-order; `which-line` is where they begin. An order of one product has no choice. */
export const changePieces = (words: Words) =>
  ({
    'which-line': decide({
      value: result(lookupChanges, 'open', 'lineCount'),
      cases: { 1: 'only-line' },
      otherwise: 'ask-line',
    }),
    'only-line': setAttributes({ attributes: onlyLine, next: 'ask-pieces', onError: 'line-fault' }),
    'ask-line': ask({
      prompt: words.askLine({ lines: result(lookupChanges, 'open', 'lines') }),
      timeoutSeconds: 8,
      digitsMax: 6,
      next: 'keep-line',
      onNothing: 'line-silence',
      onError: 'line-fault',
    }),
    'line-silence': say({ prompt: words.lineSilence, next: 'count-lines' }),
    'count-lines': count({ times: 2, again: 'ask-line', done: 'line-give-up' }),
    'line-give-up': say({ prompt: words.choiceGiveUp, next: 'because-question' }),
    'line-fault': say({ prompt: words.lineFault, next: 'because-question' }),
    'keep-line': setAttributes({ attributes: chosenLine, next: 'ask-pieces', onError: 'line-fault' }),

    'ask-pieces': ask({
      prompt: words.askPieces,
      timeoutSeconds: 8,
      digitsMax: 6,
      next: 'quote-change',
      onNothing: 'pieces-silence',
      onError: 'pieces-fault',
    }),
    'pieces-silence': say({ prompt: words.piecesSilence, next: 'count-pieces' }),
    'pieces-fault': say({ prompt: words.piecesFault, next: 'because-question' }),
    'count-pieces': count({ times: 2, again: 'ask-pieces', done: 'pieces-give-up' }),
    'pieces-give-up': say({ prompt: words.choiceGiveUp, next: 'because-question' }),
    'quote-change': call(quoteChange, {
      parameters: {
        customerId: attributes.customerId,
        orderNumber: attributes.orderNumber,
        line: attributes.orderLine,
        quantity: '$.StoredCustomerInput',
      },
      outcomes: {
        quoted: 'keep-quoted',
        'unknown-line': 'line-unknown',
        'bad-quantity': 'pieces-wrong',
        'same-quantity': 'pieces-same',
        'nothing-left': 'pieces-nothing',
        'out-of-stock': 'pieces-too-many',
        'price-changed': 'pieces-price',
        'not-now': 'changed-meanwhile',
      },
      onFault: 'quote-fault',
    }),
    'quote-fault': say({ prompt: words.quoteChangeFault, next: 'because-question' }),
    // The list of products is gone with the answer of the first function, so it is looked up once more.
    'line-unknown': say({ prompt: words.lineUnknown, next: 'count-looks' }),
    'pieces-wrong': say({
      prompt: words.piecesWrong({ most: result(quoteChange, 'bad-quantity', 'most') }),
      next: 'count-pieces',
    }),
    'pieces-same': say({ prompt: words.piecesSame, next: 'count-pieces' }),
    'pieces-nothing': say({ prompt: words.piecesNothing, next: 'count-looks' }),
    'pieces-too-many': say({
      prompt: words.piecesTooMany({
        left: result(quoteChange, 'out-of-stock', 'left'),
        productName: result(quoteChange, 'out-of-stock', 'productName'),
      }),
      next: 'count-pieces',
    }),
    'pieces-price': say({ prompt: words.piecesPrice, next: 'after' }),
    'keep-quoted': setAttributes({ attributes: quoted, next: 'pieces', onError: 'choice-fault' }),
    pieces: choice(words, {
      prompt: words.quantityReadBack({
        items: result(quoteChange, 'quoted', 'items'),
        price: result(quoteChange, 'quoted', 'price'),
        tax: result(quoteChange, 'quoted', 'tax'),
        total: result(quoteChange, 'quoted', 'total'),
      }),
      choices: { 1: 'changing', 2: 'left', 0: 'because-question' },
      onGiveUp: 'choice-give-up',
      onError: 'choice-fault',
    }),
  }) as const;
