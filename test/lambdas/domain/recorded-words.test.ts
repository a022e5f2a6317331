/** Whatever functions say in a language that no voice speaks is made of words that are recorded. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spokenMoney } from '../../../lambdas/domain/money.ts';
import { spokenPieces } from '../../../lambdas/domain/order-quote.ts';
import { ORDER_STATUSES } from '../../../lambdas/domain/order-status.ts';
import { spokenOrderStatus } from '../../../lambdas/domain/order-words.ts';
import { piecesOf, plainWords } from '../../../lambdas/domain/recorded-words.ts';
import {
  spokenDays,
  spokenDigits,
  spokenMinutesAgo,
  spokenMoment,
  spokenTerm,
} from '../../../lambdas/domain/spoken.ts';
import { constantParts, functionPieces } from '../../../lambdas/domain/words/recorded.ts';
import { isFull } from '../../calls/counts.ts';

const LANGUAGES = ['el', 'hu'] as const;
const recordedIn = (language: (typeof LANGUAGES)[number]) =>
  new Map(functionPieces(language).map((words) => [plainWords(words), words]));
const RECORDED = { el: recordedIn('el'), hu: recordedIn('hu') };
const said = (language: (typeof LANGUAGES)[number], text: string): string[] =>
  piecesOf(text, language, (words) => RECORDED[language].get(words)).map((piece) =>
    piece.kind === 'recording' ? piece.recording : `(${piece.words})`,
  );
const unrecorded = (language: (typeof LANGUAGES)[number], text: string): string[] =>
  said(language, text).filter((words) => words.startsWith('('));

const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
const isoDay = day.map((date) => date.toISOString().slice(0, 10));
const zones = fc.constantFrom('America/New_York', 'Europe/Athens', 'Europe/Budapest', 'Asia/Kathmandu');
const ask = { numRuns: isFull ? 3_000 : 100 };

describe.each(LANGUAGES)('in %s', (language) => {
  test('every moment', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 20 * 24 * 60 }), zones, (now, minutes, timeZone) => {
        const text = spokenMoment(now.getTime() + minutes * 60_000, now.getTime(), { timeZone }, language);
        expect(unrecorded(language, text)).toEqual([]);
      }),
      ask,
    );
  });
  test('every amount of money', () => {
    const amounts = fc.oneof(
      fc.integer({ min: 0, max: 300_000 }),
      fc.integer({ min: 0, max: 99_999_999_999 }),
    );
    fc.assert(
      fc.property(amounts, fc.constantFrom('USD', 'CAD', 'AUD', 'EUR', 'GBP'), (minor, currency) => {
        expect(unrecorded(language, spokenMoney(minor, currency, language))).toEqual([]);
      }),
      ask,
    );
  });
  test('every number, count and state of an order', () => {
    const status = fc.constantFrom(...ORDER_STATUSES);
    fc.assert(
      fc.property(fc.nat(2_000_000), status, isoDay, isoDay, (count, state, expectedOn, today) => {
        for (const text of [
          spokenDigits(`${count}`),
          spokenPieces(count, language),
          spokenDays(count, language),
          spokenTerm(count, language),
          spokenMinutesAgo(count * 60_000, language),
          spokenOrderStatus({ status: state, expectedOn, deliveredOn: expectedOn }, today, language),
        ])
          expect(unrecorded(language, text)).toEqual([]);
      }),
      ask,
    );
  });
  test('no text at all makes it fail, and no word is lost that is not recorded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const words = piecesOf(text, language, () => undefined).map((piece) => piece.kind);
        expect(words.length).toBeLessThanOrEqual(1);
      }),
      ask,
    );
  });
});

test('numbers are said as people of the language say them', () => {
  expect(said('el', '1.234 δολάρια και 21 σεντ').join(' ')).toBe(
    'χίλια διακόσια τριάντα τέσσερα δολάρια και είκοσι ένα σεντ',
  );
  expect(said('el', '23.000 λίρες').join(' ')).toBe('είκοσι τρεις χιλιάδες λίρες');
  expect(said('el', 'τη Δευτέρα 24 Νοεμβρίου').join(' ')).toBe('τη Δευτέρα είκοσι τέσσερις Νοεμβρίου');
  expect(said('el', '13 μήνες').join(' ')).toBe('δεκατρείς μήνες');
  expect(said('el', '1 ημέρα').join(' ')).toBe('μία ημέρα');
  expect(said('el', '1 χρόνο').join(' ')).toBe('έναν χρόνο');
  expect(said('el', '3 χρόνια').join(' ')).toBe('τρία χρόνια');
  expect(said('hu', '2 év').join(' ')).toBe('két év');
  expect(said('hu', '2 darab').join(' ')).toBe('két darab');
  expect(said('hu', '4 8 2 2, 9 3 0 2').join(' ')).toBe('négy nyolc kettő kettő kilenc három nulla kettő');
  expect(said('hu', '12\u00a0345 dollár').join(' ')).toBe('tizenkét ezer háromszáz negyvenöt dollár');
  expect(said('el', '0042').join(' ')).toBe('μηδέν μηδέν τέσσερα δύο');
});

test('the name of a product that nobody has recorded comes as it is spelt, and whole', () => {
  expect(said('el', 'Desk Lamp XL, 2 τεμάχια')).toEqual(['(Desk Lamp XL)', 'δύο', 'τεμάχια']);
  expect(said('hu', 'Ár & Társa <b>, 1 darab')).toEqual(['(Ár Társa <b>)', 'egy', 'darab']);
});

test('what a message says whatever its values are', () => {
  expect(constantParts('Order {orderNumber}, {status}.')).toEqual(['Order']);
  expect(constantParts('{count, plural, one {# piece} other {# pieces of it}}')).toEqual([
    'piece',
    'pieces of it',
  ]);
  expect(constantParts('{a}')).toEqual([]);
});
