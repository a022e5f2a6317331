/** A caller talks with a bot: by words and keys, understood or not, until the flow goes on. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import type { BotLocale } from '../../../engine/lex/bot.ts';
import type { Centre } from '../contact/centre.ts';
import { ALIAS, botOf, ORDERS, withoutFallback } from '../lex/orders-bot.ts';
import { type Walk, walk } from './walk.ts';

const LEX = {
  status: '$.Lex.Slots.Number',
  colour: '$.Lex.Slots.Colour',
  size: '$.Lex.Slots.Size',
  intent: '$.Lex.IntentName',
  score: '$.Lex.IntentConfidence.Score',
  state: '$.Lex.DialogState',
  given: '$.Lex.SessionAttributes.shop',
  other: '$.Lex.AlternativeIntents.Buy.IntentName',
};
const ERRORS = ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'];
const INTENTS = ['OrderStatus', 'Buy', 'FallbackIntent'];

/** What was heard, by which branch the block was left and what it left behind; each text is said when the bot listens. */
const talk = async (
  said: readonly (string | { readonly keys: string })[],
  {
    locale = ORDERS,
    parameters = {},
    whole,
    ...more
  }: Partial<Omit<Walk, 'parameters'>> & {
    locale?: BotLocale;
    parameters?: Json;
    /** In place of the usual ones and those. */
    whole?: Json;
  } = {},
) => {
  const given = typeof parameters === 'object' ? parameters : {};
  const walked = await walk({
    type: 'ConnectParticipantWithLexBot',
    parameters: whole ?? { Text: 'How can I help?', LexV2Bot: { AliasArn: ALIAS }, ...given },
    errors: ERRORS,
    when: INTENTS,
    after: { after: ['DisconnectParticipant'] },
    act: (centre, contactId) => say(centre, contactId, said),
    ...more,
    centre: { bots: [botOf(locale)], ...more.centre },
  });
  const leftAtMs = walked.centre.record.find(
    ({ effect }) => effect.kind === 'step-taken' && effect.step === 'it',
  )?.atMs;
  return { ...walked, heard: walked.centre.heard(), leftAtMs };
};
const say = async (
  centre: Centre,
  contactId: string,
  said: readonly (string | { readonly keys: string })[],
): Promise<void> => {
  for (const text of said) {
    await centre.driver.advanceBy(2_000);
    if (typeof text === 'string') centre.send({ kind: 'says', contactId, text });
    else centre.press(contactId, text.keys);
  }
};
/** `$.Lex` after an intent whose branch leads on to a look. */
const left = async (said: readonly string[], parameters: Json = {}) => {
  const { centre } = await talk(said, {
    parameters,
    when: [],
    errors: ['NoMatchingError'],
    after: { look: ['UpdateContactAttributes', { Attributes: LEX }, { next: 'end' }] },
  });
  const [contact] = [...centre.world.contacts.values()];
  return Object.fromEntries([...(contact?.attributes ?? [])].filter(([, value]) => value !== ''));
};

describe('a caller who is understood', () => {
  test('goes on by the intent', async () => {
    const { branch, heard } = await talk(['where is order 1002']);
    expect([branch, heard]).toEqual(['Equals OrderStatus', ['How can I help?']]);
  });
  test('leaves intent, slots, confidence and session attributes behind', async () => {
    expect(await left(['where is order 1002'], { LexSessionAttributes: { shop: 'north' } })).toEqual({
      intent: 'OrderStatus',
      status: '1002',
      score: '1',
      state: 'Fulfilled',
      given: 'north',
    });
  });
  test('is told by its name what else may have been meant', async () => {
    expect(await left(['order status buy ladder', '1002'])).toMatchObject({
      intent: 'OrderStatus',
      other: 'Buy',
    });
  });
  test('is asked for what is missing, and again', async () => {
    const { branch, heard } = await talk(['where is my order', 'I forgot', 'it is 1002']);
    expect([branch, heard]).toEqual([
      'Equals OrderStatus',
      ['How can I help?', 'Which number?', 'Which number?'],
    ]);
  });
  test('may key a number, wipe it, and end it', async () => {
    const { branch, centre } = await talk(['where is my order', { keys: '99*1002#' }]);
    expect(branch).toBe('Equals OrderStatus');
    expect(centre.of('listening').at(-1)).toMatchObject({ listening: { form: 'talk', terminator: '#' } });
  });
  test('may leave the end key out, and waits for the pause', async () => {
    const { leftAtMs, branch } = await talk(['where is my order', { keys: '1002' }]);
    expect([branch, leftAtMs]).toEqual(['Equals OrderStatus', 4_000 + 5_000]);
  });
  test('ends with the last key that is wanted, where the flow says how many', async () => {
    const { leftAtMs } = await talk(['where is my order', { keys: '1002' }], {
      parameters: { LexSessionAttributes: { 'x-amz-lex:dtmf:max-length:*:*': '4' } },
    });
    expect(leftAtMs).toBe(4_000);
  });
  test('hears defaults taken, a confirmation asked, and the closing words', async () => {
    const { branch, heard } = await talk(['buy a ladder', 'navy', 'hm', 'yes']);
    expect(branch).toBe('Equals Buy');
    expect(heard.slice(1)).toEqual([
      '<speak>Red or blue?</speak>',
      'Shall I order it?',
      'Shall I order it?',
      'It is ordered.',
    ]);
  });
  test('does not confirm, hears so, and goes to Error', async () => {
    const { because, branch, heard } = await talk(['buy a red ladder', 'no']);
    expect([branch, because]).toEqual(['NoMatchingError', "the caller did not confirm 'Buy'"]);
    expect(heard.at(-1)).toBe('Then not.');
  });
  test('has no branch for the intent', async () => {
    expect((await talk(['where is order 1002'], { when: ['Buy'] })).branch).toBe('NoMatchingCondition');
  });
  test('speaks into the prompt, which stops', async () => {
    const { centre } = await talk([], {
      act: (running, contactId) => {
        running.send({ kind: 'says', contactId, text: 'where is order 1002' });
      },
    });
    expect(centre.of('prompt-stopped')).toHaveLength(1);
  });
  test('of a chat is heard by what was written first', async () => {
    const { branch, heard } = await talk([], {
      whole: {
        LexV2Bot: { AliasArn: ALIAS },
        LexInitializationData: { InitialMessage: 'where is order 1002' },
      },
    });
    expect([branch, heard]).toEqual(['Equals OrderStatus', []]);
  });
});

describe('a caller who is not understood', () => {
  test('goes on by the fallback intent', async () => {
    expect((await talk(['what a lovely day'])).branch).toBe('Equals FallbackIntent');
  });
  test('goes to Error where the bot has none', async () => {
    const { because, branch } = await talk(['what a lovely day'], { locale: withoutFallback });
    expect([branch, because]).toEqual(['NoMatchingError', 'nothing that was said is an intent of the bot']);
  });
  test('goes on by it too after the last retry of a slot', async () => {
    const { branch, heard } = await talk(['where is my order', 'hm', 'hm', 'hm']);
    expect([branch, heard.length]).toEqual(['Equals FallbackIntent', 4]);
  });
  test('says nothing: three seconds, and it is the fallback intent', async () => {
    const { branch, centre, leftAtMs } = await talk([]);
    expect([branch, leftAtMs]).toEqual([
      'Equals FallbackIntent',
      (centre.of('prompt')[0]?.durationMs ?? 0) + 3_000,
    ]);
  });
  test('says nothing to a bot without one', async () => {
    const { because, branch } = await talk([], { locale: withoutFallback });
    expect([branch, because]).toEqual(['InputTimeLimitExceeded', 'the caller said nothing']);
  });
  test('wants what only a function could do', async () => {
    const { because, branch } = await talk(['give me my money back']);
    expect([branch, because]).toEqual([
      'NoMatchingError',
      "a function would fulfil 'Refund'; none is run here",
    ]);
  });
  test('is asked by a slot without words for it', async () => {
    expect((await talk(['something is broken'])).because).toBe("slot 'What' has no prompt to ask for it");
  });
});

const SAY = { Text: 'How can I help?' };
const BOT = { LexV2Bot: { AliasArn: ALIAS } };
test.each<[string, Json, string]>([
  [
    'of another name',
    { ...SAY, LexV2Bot: { AliasArn: 'arn:none' } },
    "the instance has no bot 'arn:none' for en-US",
  ],
  [
    'of Lex V1',
    { ...SAY, LexBot: { Name: 'b', Region: 'r', Alias: 'a' } },
    'bots of Lex V1 do not run; give LexV2Bot',
  ],
  [
    'with too long a speech',
    { ...SAY, ...BOT, LexSessionAttributes: { 'x-amz-lex:audio:max-length-ms:*:*': '15001' } },
    'x-amz-lex:audio:max-length-ms is 15001; 15000 at most are allowed',
  ],
  ['without words', BOT, 'needs exactly one of Text, SSML, PromptId, Media, has 0'],
])('a bot %s takes the error branch', async (_, whole, sentence) => {
  const { because, branch } = await talk([], { whole });
  expect([branch, because]).toEqual(['NoMatchingError', sentence]);
});

test('a bot of another language is none', async () => {
  const { because } = await talk([], { before: [['UpdateContactData', { LanguageCode: 'de-DE' }]] });
  expect(because).toBe(`the instance has no bot '${ALIAS}' for de-DE`);
});

describe('words', () => {
  test('are shown while the flow log is on', async () => {
    const { centre } = await talk(['where is order 1002'], {
      before: [['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }]],
    });
    expect(centre.of('words-heard')).toMatchObject([{ text: 'where is order 1002' }]);
  });
  test('are hidden while it is off, and what they hold is hidden later too', async () => {
    const { centre } = await talk(['where is order 1002'], {
      errors: ['NoMatchingError'],
      when: [],
      after: {
        log: ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { next: 'say' }],
        say: ['MessageParticipant', { Text: 'It is $.Lex.Slots.Number.' }, { next: 'end' }],
      },
    });
    expect(centre.of('words-heard')).toMatchObject([{ text: '•' }]);
    expect(centre.heard().at(-1)).toBe('It is ••••.');
  });
  test('to nobody who listens for them are no fault', async () => {
    const { branch, centre } = await walk({
      type: 'GetParticipantInput',
      parameters: { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      errors: ['NoMatchingError', 'InputTimeLimitExceeded'],
      act: (running, contactId) => {
        running.send({ kind: 'says', contactId, text: 'hello' });
      },
    });
    expect([branch, centre.of('words-heard')]).toMatchObject(['InputTimeLimitExceeded', [{ text: '•' }]]);
  });
  test.each(['', ' ', 'x'.repeat(1_025)])('that are none or too many are refused', async (text) => {
    await talk([], {
      act: (centre, contactId) =>
        expect(() => centre.send({ kind: 'says', contactId, text })).toThrow(
          /characters were said; 1 to 1024 can be/,
        ),
    });
  });
});
