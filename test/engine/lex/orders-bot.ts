/** An invented bot of the demo company, for tests. */
import type { Bot, BotLocale, Intent, Message } from '../../../engine/lex/bot.ts';

const words = (text: string): readonly Message[] => [{ form: 'text', text }];
const intent = (name: string, more: Partial<Intent> = {}): Intent => ({
  name,
  isFallback: false,
  utterances: [],
  slots: [],
  isFulfilledByFunction: false,
  ...more,
});

export const ORDERS: BotLocale = {
  localeId: 'en_US',
  confidenceThreshold: 0.4,
  slotTypes: [
    {
      name: 'Colour',
      resolution: 'TOP_RESOLUTION',
      values: [
        { value: 'red', synonyms: ['scarlet', 'dark red'] },
        { value: 'blue', synonyms: ['navy'] },
      ],
    },
    { name: 'Size', resolution: 'ORIGINAL_VALUE', values: [{ value: 'large', synonyms: ['Big'] }] },
    { name: 'OrderNumber', resolution: 'ORIGINAL_VALUE', values: [], pattern: '[A-Z]?\\d{4}' },
  ],
  intents: [
    intent('OrderStatus', {
      utterances: ['Where is my order', 'order status', 'where is order {Number}'],
      slots: [
        {
          name: 'Number',
          type: 'OrderNumber',
          isRequired: true,
          prompt: { messages: words('Which number?'), retriesMax: 2 },
        },
      ],
    }),
    intent('Buy', {
      utterances: ['I want to buy a {Size} {Colour} ladder', 'buy a ladder', 'one ladder for {Day}'],
      slots: [
        {
          name: 'Colour',
          type: 'Colour',
          isRequired: true,
          prompt: { messages: [{ form: 'ssml', text: '<speak>Red or blue?</speak>' }], retriesMax: 0 },
        },
        { name: 'Size', type: 'Size', isRequired: true, defaultValue: 'small' },
        { name: 'Day', type: 'AMAZON.Date', isRequired: false },
      ],
      confirmation: {
        prompt: { messages: words('Shall I order it?'), retriesMax: 1 },
        declined: words('Then not.'),
      },
      closing: words('It is ordered.'),
    }),
    intent('Refund', { utterances: ['give me my money back'], isFulfilledByFunction: true }),
    intent('Broken', {
      utterances: ['something is broken'],
      slots: [{ name: 'What', type: 'AMAZON.FreeFormInput', isRequired: true }],
    }),
    intent('FallbackIntent', { isFallback: true }),
  ],
};

export const ALIAS = 'arn:aws:lex:us-east-1:123456789012:bot-alias/ORDERSBOT1/LIVEALIAS1';
export const withoutFallback: BotLocale = {
  ...ORDERS,
  intents: ORDERS.intents.filter(({ isFallback }) => !isFallback),
};
export const botOf = (locale: BotLocale = ORDERS): Bot => ({
  aliasArn: ALIAS,
  name: 'orders',
  locales: [locale],
});
