/** What is said is made for the ear: short before a key, one name for each thing, in the grammar of its language. */
import { describe, expect, test } from '@jest/globals';
import { LANGUAGES, type Language, MESSAGES } from '../../contact-flows/languages.ts';
import {
  caseWords,
  countWords,
  moneyWords,
  offerWords,
  orderWords,
} from '../../lambdas/domain/words/words-of.ts';

const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsOf);

/** Everything that flows and functions say in a language. */
const saidIn = (language: Language): string[] => [
  ...Object.values(MESSAGES[language]),
  ...[caseWords, countWords, moneyWords, offerWords, orderWords].flatMap((wordsOf) =>
    textsOf(wordsOf(language)),
  ),
];

const sentences = (text: string): string[] => text.split(/(?<=[.?!;:])\s/);
const words = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word));

/** Where a sentence comes to its key, if it has one. */
const KEY: Readonly<Record<Language, RegExp>> = {
  en: /press (?:\d|\{key\}|the pound|just pound|pound|star)/,
  el: /πατήστε (?:\d|\{key\}|μόνο|τη|τον)/,
  hu: /(?<!\p{L})(?:az?|csak a) (?:\d-|kettőskeresztet|csillagot)|\{key\}/u,
  ro: /apăsați (?:\d|\{key\}|doar|tasta|steluța)/,
};
/** Nobody remembers what a key is for that comes after a longer sentence. */
const WORDS_BEFORE_KEY_MAX = 14;
const wordsBeforeKey = (language: Language, sentence: string): number => {
  const at = sentence.search(KEY[language]);
  return at < 0 ? 0 : words(sentence.slice(0, at)).length;
};

/** A time or the name of a product is about as long as this. */
const WORDS_OF_A_VALUE = 4;
const WORDS_OF_A_SENTENCE_MAX = 24;
const lengthOf = (sentence: string): number =>
  words(sentence).length + (sentence.match(/\{/g) ?? []).length * (WORDS_OF_A_VALUE - 1);

describe('a sentence is short enough for the ear', () => {
  test.each(LANGUAGES)('before its key, in %s', (language) => {
    const all = Object.values(MESSAGES[language]).flatMap(sentences);
    expect(all.filter((sentence) => wordsBeforeKey(language, sentence) > WORDS_BEFORE_KEY_MAX)).toEqual([]);
    expect(all.filter((sentence) => wordsBeforeKey(language, sentence) > 0).length).toBeGreaterThan(90);
  });
  test.each(LANGUAGES)('as a whole, in %s', (language) => {
    const all = Object.values(MESSAGES[language]).flatMap(sentences);
    expect(all.filter((sentence) => lengthOf(sentence) > WORDS_OF_A_SENTENCE_MAX)).toEqual([]);
  });
  test('and one that is not is found', () => {
    const long = 'If you would like one of our team to call you back at the number that you have, press 1.';
    expect(wordsBeforeKey('en', long)).toBe(18);
    expect(wordsBeforeKey('hu', 'Ha a rendelését módosítaná, nyomja meg az 1-es gombot.')).toBe(6);
    expect(wordsBeforeKey('el', 'Για άλλη παραγγελία, πατήστε 2.')).toBe(3);
    expect(wordsBeforeKey('ro', 'Pentru altă comandă, apăsați 2.')).toBe(3);
    expect(lengthOf('You can come at {time}.')).toBe(8);
  });
});

/** Only the queue knows who is there: a closed centre would break the promise with its next words. */
const PROMISE = 'nobody is promised a person before one is there';

/** What somebody stumbles over, by what it would make of a message; each pattern with a sentence that has it. */
const STUMBLES: Readonly<
  Record<Language, readonly (readonly [why: string, pattern: RegExp, wrong: string])[]>
> = {
  en: [
    ['keys are pressed, not heard', /\b(?:not|n't) hear(?!d)/, 'We did not hear a key.'],
    [
      PROMISE,
      /(?:[Oo]ne of our team|[Ss]omebody(?: else)?) (?:will|decides)/,
      'One of our team will help you.',
    ],
    ['a day to be kept is "by"', /send back .* until/, 'Please send back what you have until {until}.'],
  ],
  el: [
    [
      PROMISE,
      /[Θθ]α (?!δούμε)[^.;]*(?:ένας συνεργάτης μας|κάποιος)|[Έέ]νας συνεργάτης μας θα/,
      'Θα σας βοηθήσει ένας συνεργάτης μας.',
    ],
    ['keys are pressed, not heard', /Δεν ακούσαμε/, 'Δεν ακούσαμε κανένα πλήκτρο.'],
    ['one word for calling', /τηλεφων(?:είτε|ήσ)/, 'Στον αριθμό από τον οποίο τηλεφωνείτε.'],
    ['a farewell, not one for good', /αντίο/i, 'Αντίο σας.'],
    ['we ask, and not I', /παρακαλώ(?!\p{L})/u, 'Ένα λεπτό, παρακαλώ.'],
    ['the apostrophe of Greek', /'/, "Γι' αυτό."],
    ['one spelling', /ακόμα/, 'Είμαστε ακόμα εδώ.'],
    [
      'plurals need more than one',
      /(?:απομένουν|οφείλονται) (?:ακόμη )?\{/,
      'Απομένουν {amount}.'.toLowerCase(),
    ],
  ],
  hu: [
    [
      PROMISE,
      /(?:[Ee]gyik|[Mm]ásik) munkatársunk (?:\p{L}+ ){0,3}(?:dönt|elintézi|ellenőrzi|elmond|feljegyzi|felveszi|intézi|megkeresi|megmondja|módosítja|segít|tájékoztatja|utánanéz|veszi)(?!\p{L})/u,
      'Egyik munkatársunk most segít Önnek.',
    ],
    ['"ha" takes no imperative', /(?<!\p{L})ha maradjon/iu, 'Ha maradjon ennyi, a 2-est.'],
    ['"újra" is once more', /újra cserél/i, 'Ha újra cserélné, a 2-est.'],
    ['one word for repeating', /(?<!Meg)(?<!\p{L})Ismétlem/u, 'Ismétlem, {caseNumber}.'],
    ['a code is right or not', /egyezik/, 'Ez a kód nem egyezik.'],
  ],
  ro: [
    [PROMISE, /[Uu]n coleg (?:o |îl |vă )*va |va [^.;]*(?:un coleg|altcineva)/, 'Vă va ajuta un coleg.'],
    ['letters with a comma below', /[şţŞŢ]/, 'Apăsaţi 1.'],
    ['one word for staying', /[Rr]ămâneți pe linie/, 'Rămâneți pe linie.'],
    ['one word for calling', /telefonați/, 'La numărul de la care telefonați.'],
    ['one name for who answers', /coleg de-al nostru/, 'Vă va ajuta un coleg de-al nostru.'],
    ['from twenty on there is a "de"', /\{\w+\} (?:bucăți|zile|luni|minute)/, 'Cel mult {most} bucăți.'],
    ['keys are no means of transport', /prin taste/, 'Nu putem prelua comenzi prin taste.'],
  ],
};

describe.each(LANGUAGES)('what nobody says in %s', (language) => {
  test.each(STUMBLES[language])('is not said: %s', (_why, pattern, wrong) => {
    expect(wrong).toMatch(pattern);
    expect(saidIn(language).filter((text) => pattern.test(text))).toEqual([]);
  });
});

describe('Hungarian has the article and the ending of a number', () => {
  /** As a digit is said: egy, kettő, három … */
  const ARTICLE: Readonly<Record<string, string>> = { '1': 'az', '5': 'az' };
  const ENDING: Readonly<Record<string, string>> = { '3': 'as', '5': 'ös', '6': 'os', '8': 'as', '0': 's' };
  const wrongIn = (text: string): string[] =>
    [...text.matchAll(/(?<!\p{L})(az?) (\d)-(\p{L}+)/giu)]
      .filter(([, article = '', digit = '', said = '']) => {
        const ending = said.replace(/(?:t[őó]l|ig)$/u, '');
        const isObject = ending.endsWith('t');
        const expected = ENDING[digit] ?? 'es';
        const object = digit === '0' ? 't' : `${expected}t`;
        return article.toLowerCase() !== (ARTICLE[digit] ?? 'a') || ending !== (isObject ? object : expected);
      })
      .map(([whole]) => whole);
  test('in every message', () => {
    const all = saidIn('hu');
    expect(all.flatMap(wrongIn)).toEqual([]);
    expect(all.filter((text) => /(?<!\p{L})az? \d-/iu.test(text)).length).toBeGreaterThan(40);
  });
  test.each([
    ['a 1-es gombot', 1],
    ['az 2-est', 1],
    ['a 3-est', 1],
    ['az 5-est', 1],
    ['a 6-est', 1],
    ['a 0-st', 1],
    ['az 1-est, a 2-est, a 3-ast, a 4-est, az 5-öst, a 6-ost, a 7-est, a 8-ast, a 9-est vagy a 0-t', 0],
    ['Az 1-es, az 5-ös és a 0-s gombot', 0],
    ['az 1-estől az 5-ösig', 0],
    ['az 1-estől az 5-esig', 1],
  ])('and a wrong one is found: %s', (text, wrong) => {
    expect(wrongIn(text)).toHaveLength(wrong);
  });
});
