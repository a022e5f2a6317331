/** What functions say in each language, held to sentences that a person wrote, and to the library for ICU MessageFormat. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { aboutCase, spokenCaseState } from '../../../lambdas/domain/case.ts';
import { LANGUAGES, type Language, readLanguage } from '../../../lambdas/domain/language.ts';
import { spokenMoney } from '../../../lambdas/domain/money.ts';
import { spokenOffers } from '../../../lambdas/domain/offer-words.ts';
import { spokenPieces } from '../../../lambdas/domain/order-quote.ts';
import { ORDER_STATUSES } from '../../../lambdas/domain/order-status.ts';
import { spokenOrderStatus } from '../../../lambdas/domain/order-words.ts';
import {
  spokenDate,
  spokenDays,
  spokenMinutesAgo,
  spokenMoment,
  spokenTerm,
} from '../../../lambdas/domain/spoken.ts';
import { message } from '../../../lambdas/domain/words/message.ts';
import {
  caseWords,
  countWords,
  dayWords,
  moneyWords,
  offerWords,
  orderWords,
} from '../../../lambdas/domain/words/words-of.ts';

/** A Sunday, in the morning. */
const sunday = Date.parse('2026-11-22T06:00:00Z');
const moments: Readonly<Record<Exclude<Language, 'en'>, readonly (readonly [string, string])[]>> = {
  el: [
    ['2026-11-22T10:00', 'σήμερα στις δέκα το πρωί'],
    ['2026-11-22T16:15', 'σήμερα στις τέσσερις και τέταρτο το απόγευμα'],
    ['2026-11-22T13:30', 'σήμερα στη μία και μισή το μεσημέρι'],
    ['2026-11-22T12:00', 'σήμερα στις δώδεκα το μεσημέρι'],
    ['2026-11-22T20:05', 'σήμερα στις οκτώ και πέντε το βράδυ'],
    ['2026-11-23T10:00', 'τη Δευτέρα στις δέκα το πρωί'],
    ['2026-11-24T09:45', 'την Τρίτη στις εννέα και σαράντα πέντε το πρωί'],
    ['2026-11-25T15:20', 'την Τετάρτη στις τρεις και είκοσι το απόγευμα'],
    ['2026-11-28T01:01', 'το Σάββατο στη μία και ένα μετά τα μεσάνυχτα'],
    ['2026-11-24T00:00', 'τα μεσάνυχτα προς Τρίτη'],
    ['2026-11-29T11:00', 'την Κυριακή 29 Νοεμβρίου στις έντεκα το πρωί'],
    ['2026-12-01T14:00', 'την Τρίτη πρώτη Δεκεμβρίου στις δύο το μεσημέρι'],
    ['2026-12-05T00:00', 'τα μεσάνυχτα προς Σάββατο 5 Δεκεμβρίου'],
  ],
  hu: [
    ['2026-11-22T10:00', 'ma délelőtt tíz órakor'],
    ['2026-11-22T16:15', 'ma délután négy óra tizenöt perckor'],
    ['2026-11-22T14:02', 'ma délután két óra két perckor'],
    ['2026-11-22T12:00', 'ma délben'],
    ['2026-11-22T12:30', 'ma tizenkét óra harminc perckor'],
    ['2026-11-23T08:00', 'hétfőn reggel nyolc órakor'],
    ['2026-11-24T19:59', 'kedden este hét óra ötvenkilenc perckor'],
    ['2026-11-25T04:20', 'szerdán hajnali négy óra húsz perckor'],
    ['2026-11-26T22:00', 'csütörtökön éjjel tíz órakor'],
    ['2026-11-24T00:00', 'kedden nulla órakor'],
    ['2026-11-29T10:00', 'november huszonkilencedikén, vasárnap délelőtt tíz órakor'],
    ['2026-12-01T10:00', 'december elsején, kedden délelőtt tíz órakor'],
    ['2026-12-12T13:00', 'december tizenkettedikén, szombaton délután egy órakor'],
  ],
  ro: [
    ['2026-11-22T10:00', 'astăzi la ora zece'],
    ['2026-11-22T16:15', 'astăzi la ora șaisprezece și cincisprezece minute'],
    ['2026-11-22T13:30', 'astăzi la ora treisprezece și treizeci de minute'],
    ['2026-11-22T12:00', 'astăzi la ora douăsprezece'],
    ['2026-11-22T21:01', 'astăzi la ora douăzeci și unu și un minut'],
    ['2026-11-23T08:02', 'luni la ora opt și două minute'],
    ['2026-11-24T09:21', 'marți la ora nouă și douăzeci și unu de minute'],
    ['2026-11-25T01:00', 'miercuri la ora unu'],
    ['2026-11-26T22:20', 'joi la ora douăzeci și două și douăzeci de minute'],
    ['2026-11-24T00:00', 'marți la ora zero'],
    ['2026-11-29T10:00', 'duminică, 29 noiembrie, la ora zece'],
    ['2026-12-01T10:00', 'marți, întâi decembrie, la ora zece'],
    ['2026-12-05T14:19', 'sâmbătă, 5 decembrie, la ora paisprezece și nouăsprezece minute'],
  ],
};

describe.each(['el', 'hu', 'ro'] as const)('a moment in %s', (language) => {
  test.each(moments[language])('%s is "%s"', (at, words) => {
    expect(spokenMoment(Date.parse(`${at}Z`), sunday, { timeZone: 'UTC' }, language)).toBe(words);
  });
});

const amounts: Readonly<Record<Language, readonly (readonly [number, string, string])[]>> = {
  en: [
    [4_900, 'USD', '49 dollars'],
    [123_405, 'USD', '1,234 dollars and 5 cents'],
  ],
  el: [
    [100, 'USD', '1 δολάριο'],
    [4_995, 'USD', '49 δολάρια και 95 σεντ'],
    [123_405, 'EUR', '1.234 ευρώ και 5 λεπτά'],
    [101, 'EUR', '1 ευρώ και 1 λεπτό'],
    [75, 'GBP', '75 πένες'],
    [10_100, 'GBP', '101 λίρες'],
    [0, 'EUR', '0 ευρώ'],
  ],
  hu: [
    [100, 'USD', '1 dollár'],
    [4_995, 'USD', '49 dollár 95 cent'],
    [75, 'EUR', '75 cent'],
    [2_001, 'EUR', '20 euró 1 cent'],
    [300, 'GBP', '3 font'],
    [0, 'USD', '0 dollár'],
  ],
  ro: [
    [100, 'USD', 'un dolar'],
    [1_900, 'USD', '19 dolari'],
    [2_000, 'USD', '20 de dolari'],
    [4_995, 'USD', '49 de dolari și 95 de cenți'],
    [10_102, 'USD', '101 dolari și 2 cenți'],
    [12_001, 'EUR', '120 de euro și un cent'],
    [200, 'GBP', 'două lire'],
    [2_219, 'GBP', 'douăzeci și două de lire și 19 penny'],
    [200, 'USD', '2 dolari'],
    [0, 'EUR', '0 euro'],
  ],
};
describe.each(LANGUAGES)('money in %s', (language) => {
  test.each(amounts[language])('%d %s is "%s"', (minor, currency, words) => {
    expect(spokenMoney(minor, currency, language)).toBe(words);
  });
  test('of a currency without words is a mistake of ours', () => {
    expect(() => spokenMoney(1, 'constructor', language)).toThrow('no words for the currency');
  });
});

describe('an offer', () => {
  const lamp = { name: 'Lamp', currency: 'USD', unitPriceMinor: 4_900 };
  const promotion = { unitPriceMinor: 3_950, from: '2026-11-01', till: '2026-11-24' };
  const offered = { ...lamp, promotion };
  const said = (count: number, language: Language): string =>
    spokenOffers(
      Array.from({ length: count }, () => offered),
      '2026-11-22',
      language,
    );
  test.each([
    [
      'en',
      'Lamp costs 39 dollars and 50 cents instead of 49 dollars, until Tuesday, November 24. For that, press 1.',
    ],
    [
      'el',
      'Το προϊόν Lamp κοστίζει 39 δολάρια και 50 σεντ αντί για 49 δολάρια, έως την Τρίτη 24 Νοεμβρίου. Για αυτό, πατήστε 1.',
    ],
    [
      'hu',
      'Lamp, 49 dollár helyett 39 dollár 50 cent, utoljára november huszonnegyedikén, kedden. Ehhez nyomja meg az egyes gombot.',
    ],
    [
      'ro',
      'Lamp costă 39 de dolari și 50 de cenți în loc de 49 de dolari, până marți, 24 noiembrie. Pentru acesta, apăsați 1.',
    ],
  ] as const)('in %s is "%s"', (language, words) => {
    expect(said(1, language)).toBe(words);
  });
  test.each(LANGUAGES)('in %s has a key of its own, and a fourth is not said', (language) => {
    const three = said(3, language);
    for (const key of offerWords(language).keys)
      expect(three.match(new RegExp(`(?<!\\d)${key}(?: gombot)?\\.`, 'g'))).toHaveLength(1);
    expect(said(4, language)).toBe(three);
  });
  test('that is none on the day is not said', () => {
    expect(spokenOffers([lamp], '2026-11-22', 'en')).toBe('');
    expect(spokenOffers([offered], '2026-11-25', 'en')).toBe('');
  });
});

describe.each([
  [
    'el',
    ['πριν από λίγο', 'πριν από 1 λεπτό', 'πριν από 12 λεπτά'],
    ['0 τεμάχια', '1 τεμάχιο', '21 τεμάχια'],
  ],
  ['hu', ['az imént', '1 perccel ezelőtt', '12 perccel ezelőtt'], ['0 darab', '1 darab', '21 darab']],
  [
    'ro',
    [
      'acum câteva clipe',
      'acum un minut',
      'acum douăsprezece minute',
      'acum 20 de minute',
      'acum 101 minute',
    ],
    ['0 bucăți', 'o bucată', 'douăzeci și una de bucăți'],
  ],
] as const)('counts in %s', (language, ago, pieces) => {
  test('minutes that have passed', () => {
    const minutes = [0, 1, 12, 20, 101].slice(0, ago.length);
    expect(minutes.map((count) => spokenMinutesAgo(count * 60_000, language))).toEqual(ago);
  });
  test('pieces', () => {
    expect([0, 1, 21].map((count) => spokenPieces(count, language))).toEqual(pieces);
  });
});

test.each([
  ['en', ['0 months', '1 month', '1 year', '18 months', '2 years', '5 years']],
  ['el', ['0 μήνες', '1 μήνα', '1 χρόνο', '18 μήνες', '2 χρόνια', '5 χρόνια']],
  ['hu', ['0 hónap', '1 hónap', '1 év', '18 hónap', '2 év', '5 év']],
  ['ro', ['0 luni', 'o lună', 'un an', '18 luni', '2 ani', '5 ani']],
] as const)('a term in %s is years where its months are whole ones, and else months', (language, terms) => {
  expect([0, 1, 12, 18, 24, 60].map((months) => spokenTerm(months, language))).toEqual(terms);
});

describe('counted things in Romanian', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
  const isAfterDe = (count: number) => count % 100 === 0 || count % 100 > 19;
  test.each([
    ['pieces', (count: number) => spokenPieces(count, 'ro'), 'bucăți', 'una'],
    ['days', (count: number) => spokenDays(count, 'ro'), 'zile', 'una'],
    ['minutes', (count: number) => spokenMinutesAgo(count * 60_000, 'ro'), 'minute', 'unu'],
  ])('are feminine, or neuter, in words, and take "de" from twenty on: %s', (_what, said, noun, one) => {
    for (const count of numbers.slice(1)) {
      const words = said(count);
      expect(words.endsWith(isAfterDe(count) ? ` de ${noun}` : ` ${noun}`)).toBe(true);
      expect(words.includes(' de ')).toBe(isAfterDe(count));
      const last = count > 20 ? count % 10 : count;
      if (last === 1) expect(words).toContain(` și ${one} `);
      if (last === 2) expect(words).toContain('două ');
      expect(/\d/.test(words)).toBe(![1, 2, 12].includes(last));
    }
  });
  test('are digits where they are masculine, as a voice reads them', () => {
    expect(spokenMoney(1_202, 'EUR', 'ro')).toBe('12 euro și 2 cenți');
  });
});

describe.each([
  [
    'el',
    'είναι καθ’ οδόν και αναμένεται να σας παραδοθεί την Τρίτη 24 Νοεμβρίου',
    'έχει συσκευαστεί και θα φτάσει αργότερα απ’ όσο υπολογίζαμε',
    'παραδόθηκε την Παρασκευή 20 Νοεμβρίου',
    'αφορά μια παράδοση, και θα σας καλέσουμε το αργότερο σήμερα στις δέκα το πρωί',
  ],
  [
    'hu',
    'A rendelés úton van, és várhatóan november huszonnegyedikén, kedden érkezik meg Önhöz',
    'A rendelést becsomagoltuk, és a tervezettnél később érkezik',
    'A rendelést november huszadikán, pénteken kézbesítettük',
    'Az ügy tárgya egy kiszállítás, és legkésőbb ma délelőtt tíz órakor visszahívjuk Önt',
  ],
  [
    'ro',
    'este pe drum și ar trebui să ajungă la dumneavoastră marți, 24 noiembrie',
    'este ambalată și întârzie față de termenul prevăzut',
    'a fost livrată vineri, 20 noiembrie',
    'privește o livrare, iar noi vă vom suna cel târziu astăzi la ora zece',
  ],
] as const)('how things stand in %s', (language, coming, late, delivered, called) => {
  test('is told as its people say it', () => {
    const today = '2026-11-22';
    const order = (progress: Parameters<typeof spokenOrderStatus>[0]) =>
      spokenOrderStatus(progress, today, language);
    expect(order({ status: 'shipped', expectedOn: '2026-11-24' })).toBe(coming);
    expect(order({ status: 'packed', expectedOn: '2026-11-21' })).toBe(late);
    expect(order({ status: 'delivered', deliveredOn: '2026-11-20' })).toBe(delivered);
    const promisedAtMs = Date.parse('2026-11-22T10:00:00Z');
    expect(
      spokenCaseState({ reason: 'problem-delivery', promisedAtMs }, sunday, { timeZone: 'UTC' }, language),
    ).toBe(called);
  });
});

const anyDate = fc
  .integer({ min: 0, max: 400 * 366 })
  .map((days) => new Date(Date.UTC(1900, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const anyLanguage = fc.constantFrom(...LANGUAGES);
/** What an author has forgotten shows as one of these. */
const FORGOTTEN = /undefined|NaN|[{}#]| {2}/;

describe('there are words in each language', () => {
  test('for every moment, on every day', () => {
    fc.assert(
      fc.property(anyLanguage, anyDate, fc.nat(1_439), fc.nat(30), (language, date, minute, daysBefore) => {
        const atMs = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
        const words = spokenMoment(atMs, atMs - daysBefore * 86_400_000, { timeZone: 'UTC' }, language);
        expect(words).not.toMatch(FORGOTTEN);
        expect(spokenDate(date, '2026-11-24', language)).not.toMatch(FORGOTTEN);
      }),
    );
  });
  test('which tell each minute of a day from every other', () => {
    for (const language of LANGUAGES) {
      const said = Array.from({ length: 1_440 }, (_, minuteOfDay) =>
        dayWords(language).moment({ date: '2026-11-24', minuteOfDay, nearness: 'this-week' }),
      );
      expect(new Set(said).size).toBe(1_440);
    }
  });
  test('which tell each day of a year from every other', () => {
    for (const language of LANGUAGES) {
      const said = Array.from({ length: 365 }, (_, day) =>
        spokenDate(new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10), '2026-07-01', language),
      );
      expect(new Set(said).size).toBe(365);
    }
  });
  test('for every amount, state and matter', () => {
    const currency = fc.constantFrom('USD', 'CAD', 'AUD', 'EUR', 'GBP');
    fc.assert(
      fc.property(anyLanguage, fc.nat(), currency, fc.string(), (language, minor, code, reason) => {
        expect(spokenMoney(minor, code, language)).not.toMatch(FORGOTTEN);
        expect(aboutCase(reason, language)).not.toMatch(FORGOTTEN);
        for (const status of ORDER_STATUSES)
          expect(spokenOrderStatus({ status }, '2026-11-22', language)).not.toMatch(FORGOTTEN);
      }),
    );
  });
});

describe('messages of functions', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(texts);
  const textsIn = (language: Language): string[] =>
    [caseWords, countWords, moneyWords, offerWords, orderWords].flatMap((wordsOf) =>
      texts(wordsOf(language)),
    );
  const values = (count: number) => ({
    count,
    minutes: count,
    day: 'D',
    time: 'T',
    about: 'A',
    status: 'S',
    major: 'M',
    minor: 'm',
    product: 'P',
    price: 'p',
    usualPrice: 'U',
    until: 'D',
    key: 'K',
  });
  test.each(LANGUAGES)('are read in %s as the library for ICU MessageFormat reads them', (language) => {
    for (const text of textsIn(language)) {
      const library = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
      for (const count of [0, 1, 2, 5, 11, 12, 19, 20, 21, 92, 100, 101, 102, 1_000, 12_345])
        expect(message(language, text, values(count))).toBe(library.format(values(count)));
    }
  });
  test.each(LANGUAGES)('have the same arguments in %s as in English', (language) => {
    const argumentsOf = (language: Language) =>
      textsIn(language).map((text) =>
        [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort(),
      );
    expect(argumentsOf(language)).toEqual(argumentsOf('en'));
  });
  test.each([
    ['{x', 'is never closed'],
    ['{x, plural, one {a}}', 'has no words for other numbers'],
    ['{y}', "has no value for '{y}'"],
    ['{x, select, other {a}}', 'has no value for'],
  ])('that are broken throw: %s', (text, why) => {
    expect(() => message('en', text, { x: 2 })).toThrow(why);
  });
});

test.each([
  ['en', 'en'],
  ['ro', 'ro'],
  ['', undefined],
  ['RO', undefined],
  [null, undefined],
  ['constructor', undefined],
])('the language %j is read as %s', (text, language) => {
  expect(readLanguage(text)).toBe(language);
});
