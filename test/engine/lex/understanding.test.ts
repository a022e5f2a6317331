/** What the interpreter of bots makes of words: numbers, dates, slots and intents. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BotLocale, BUILT_IN_TYPES } from '../../../engine/lex/bot.ts';
import { NEW_DIALOG, takeTurn } from '../../../engine/lex/dialog.ts';
import { recognise } from '../../../engine/lex/recognise.ts';
import { settingsFor } from '../../../engine/lex/session-settings.ts';
import { valueReader, valueWithin } from '../../../engine/lex/slot-values.ts';
import { numberOf, wordsIn } from '../../../engine/lex/words.ts';
import { ORDERS, withoutFallback } from './orders-bot.ts';

/** Monday, 2 March 2026. */
const NOW_MS = Date.UTC(2026, 2, 2, 15);
const read = (type: string, text: string) => valueReader(ORDERS, type, NOW_MS)(wordsIn(text));

test.each([
  ['7', '7'],
  ['3.5', '3.5'],
  ['seven', '7'],
  ['one oh two', '102'],
  ['twenty five', '25'],
  ['two hundred', '200'],
  ['five hundred and six', '506'],
  ['two thousand thirty one', '2031'],
  ['nine hundred ninety nine thousand nine hundred ninety nine', '999999'],
  ['hundred', undefined],
  ['five twenty', undefined],
  ['twenty twelve', undefined],
  ['and five', undefined],
  ['thousand', undefined],
  ['five hundred hundred', undefined],
  ['a ladder', undefined],
  ['', undefined],
])("the number '%s' is %s", (text, value) => expect(read('AMAZON.Number', text)).toBe(value));

test.each([
  ['today', '2026-03-02'],
  ['Tomorrow', '2026-03-03'],
  ['yesterday', '2026-03-01'],
  ['monday', '2026-03-09'],
  ['next friday', '2026-03-06'],
  ['march second', '2026-03-02'],
  ['the 1st of March', '2027-03-01'],
  ['twenty two march', undefined],
  ['5 april 2027', '2027-04-05'],
  ['2026-04-05', '2026-04-05'],
  ['2026-02-30', undefined],
  ['february 30', undefined],
  ['friday next', undefined],
  ['march', undefined],
  ['someday', undefined],
])("the date '%s' is %s", (text, value) => expect(read('AMAZON.Date', text)).toBe(value));

test.each([
  ['AMAZON.AlphaNumeric', 'A one zero 2', 'A102'],
  ['AMAZON.AlphaNumeric', 'X7', 'X7'],
  ['AMAZON.AlphaNumeric', 'my number', undefined],
  ['AMAZON.PhoneNumber', '202 555 0123', '2025550123'],
  ['AMAZON.PhoneNumber', 'two oh two 555-0123', '2025550123'],
  ['AMAZON.PhoneNumber', '911', undefined],
  ['AMAZON.FreeFormInput', 'The left wheel!', 'The left wheel'],
  ['Colour', 'Dark RED', 'red'],
  ['Colour', 'green', undefined],
  ['Size', 'big', 'big'],
  ['OrderNumber', 'one zero zero two', '1002'],
  ['OrderNumber', '12', undefined],
  ['Nothing', 'x', undefined],
])("as %s, '%s' is %s", (type, text, value) => expect(read(type, text)).toBe(value));

test('a value is found among other words, the longest first', () => {
  const words = wordsIn('in dark red please');
  expect(valueWithin(words, valueReader(ORDERS, 'Colour', NOW_MS))).toEqual({ value: 'red', from: 1, to: 3 });
});

const best = (text: string, locale: BotLocale = ORDERS) => {
  const [first] = recognise(locale, text, NOW_MS);
  return first === undefined ? undefined : [first.intent.name, first.score, first.slots];
};
test.each([
  ['Where is my order?', ['OrderStatus', 1, {}]],
  ['where is order 1002', ['OrderStatus', 1, { Number: '1002' }]],
  ['I want to buy a big navy ladder', ['Buy', 1, { Size: 'big', Colour: 'blue' }]],
  ['one ladder for next friday', ['Buy', 1, { Day: '2026-03-06' }]],
  ['give me the money back now', ['Refund', 0.77, {}]],
  ['1002', undefined],
  ['what a lovely day', undefined],
  ['...', undefined],
])("'%s' is %j", (text, found) => expect(best(text)).toEqual(found));

test('a higher threshold leaves doubtful intents out', () => {
  expect(best('give me the money back now', { ...ORDERS, confidenceThreshold: 0.8 })).toBeUndefined();
});
test('of two intents that fit, both are told, the better one first', () => {
  const names = recognise({ ...ORDERS, confidenceThreshold: 0.1 }, 'order status of my ladder', NOW_MS);
  expect(names.map(({ intent }) => intent.name)).toEqual(['OrderStatus', 'Buy']);
});

describe('any words', () => {
  test('numbers said as digits are those digits', () => {
    fc.assert(
      fc.property(fc.nat(999_999), (value) => {
        const digits = [...String(value)];
        expect(numberOf(wordsIn(digits.join(' ')))).toBe(String(value));
      }),
      { numRuns: 50 },
    );
  });
  test('are read by every type without a crash, and lead a dialog to its end', () => {
    const some = fc.oneof(
      fc.string(),
      fc.constantFrom('buy a ladder', 'red', 'yes', 'no', '1002', '', 'where is my order'),
    );
    fc.assert(
      fc.property(fc.array(some, { minLength: 8, maxLength: 8 }), (said) => {
        for (const type of BUILT_IN_TYPES) for (const text of said) read(type, text);
        for (const locale of [ORDERS, withoutFallback]) {
          let turn = takeTurn(locale, NEW_DIALOG, said[0] ?? '', NOW_MS);
          for (const text of said)
            if (turn.kind === 'ask') turn = takeTurn(locale, turn.dialog, text, NOW_MS);
          expect(turn.kind).not.toBe('ask');
        }
      }),
      { numRuns: 60 },
    );
  });
  test('as long as one likes are cut', () => {
    expect(wordsIn('a '.repeat(500))).toHaveLength(60);
  });
});

describe('session attributes', () => {
  const at = (place: string, name: string, value: string) => ({ [`x-amz-lex:${name}:${place}`]: value });
  test('say how long is waited, for one slot, one intent or all', () => {
    const all = {
      ...at('*:*', 'audio:start-timeout-ms', '9000'),
      ...at('Buy:*', 'audio:start-timeout-ms', '8000'),
    };
    const own = { ...all, ...at('Buy:Colour', 'audio:start-timeout-ms', '7000') };
    expect(settingsFor(own, undefined, undefined)).toMatchObject({ silenceMs: 9000, endKey: '#' });
    expect(settingsFor(own, 'Buy', undefined)).toMatchObject({ silenceMs: 8000 });
    expect(settingsFor(own, 'Buy', 'Colour')).toMatchObject({ silenceMs: 7000 });
  });
  test.each([
    ['audio:max-length-ms', '16000', 'x-amz-lex:audio:max-length-ms is 16000; 15000 at most are allowed'],
    ['audio:start-timeout-ms', 'soon', 'a time or length among the session attributes is no number above 0'],
    ['dtmf:max-length', '0', 'a time or length among the session attributes is no number above 0'],
  ])('%s cannot be %s', (name, value, sentence) => {
    expect(settingsFor(at('*:*', name, value), undefined, undefined)).toBe(sentence);
  });
});
