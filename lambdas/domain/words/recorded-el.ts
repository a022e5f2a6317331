/** Greek in pieces: numbers are neuter as amounts are, and feminine before months and thousands. */
import { ARTICLES, HOURS, MONTHS, NUMBERS, partOfDay, WEEKDAYS } from './el.ts';
import type { RecordedWords } from './function-words.ts';

const TENS = ',,είκοσι,τριάντα,σαράντα,πενήντα,εξήντα,εβδομήντα,ογδόντα,ενενήντα'.split(',');
const HUNDREDS =
  ',εκατόν,διακόσια,τριακόσια,τετρακόσια,πεντακόσια,εξακόσια,επτακόσια,οκτακόσια,εννιακόσια'.split(',');
const FEMININE_HUNDREDS = HUNDREDS.map((word) => word.replace(/α$/, 'ες'));
/** The numbers of which the feminine is another word. */
const FEMININE = new Map([
  ['ένα', 'μία'],
  ['τρία', 'τρεις'],
  ['τέσσερα', 'τέσσερις'],
  ['δεκατρία', 'δεκατρείς'],
  ['δεκατέσσερα', 'δεκατέσσερις'],
]);
const feminine = (word: string): string => FEMININE.get(word) ?? word;

/** 1 to 99. */
function belowHundred(value: number): string[] {
  if (value < 20) return [`${NUMBERS[value]}`];
  const tens = `${TENS[Math.floor(value / 10)]}`;
  return value % 10 === 0 ? [tens] : [tens, `${NUMBERS[value % 10]}`];
}

/** 1 to 999. */
function belowThousand(value: number, hundreds: readonly string[]): string[] {
  const hundred = Math.floor(value / 100);
  const rest = value % 100;
  if (hundred === 0) return belowHundred(rest);
  if (rest === 0) return [hundred === 1 ? 'εκατό' : `${hundreds[hundred]}`];
  return [`${hundreds[hundred]}`, ...belowHundred(rest)];
}

function number(value: number): readonly string[] {
  if (value === 0) return ['μηδέν'];
  const millions = Math.floor(value / 1_000_000);
  const thousands = Math.floor(value / 1_000) % 1_000;
  const rest = value % 1_000;
  return [
    ...(millions === 0
      ? []
      : [...belowThousand(millions, HUNDREDS), millions === 1 ? 'εκατομμύριο' : 'εκατομμύρια']),
    ...(thousands === 0
      ? []
      : thousands === 1
        ? ['χίλια']
        : [...belowThousand(thousands, FEMININE_HUNDREDS).map(feminine), 'χιλιάδες']),
    ...(rest === 0 ? [] : belowThousand(rest, HUNDREDS)),
  ];
}

/** Days of a month and what is counted in feminine nouns. */
const COUNTED = new RegExp(
  `(?<!\\d)(\\d{1,2})(?= (?:${MONTHS.join('|')}|ημέρα|ημέρες|λίρα|λίρες|πένα|πένες)(?!\\p{L}))`,
  'gu',
);

export const recordedGreek: RecordedWords = {
  prepare: (text) =>
    text
      .replace(COUNTED, (digits) => number(Number(digits)).map(feminine).join(' '))
      // Months are masculine, and their accusative is as the feminine is but for one.
      .replace(/(?<!\d)(\d{1,2})(?= μήνες)/gu, (digits) => number(Number(digits)).map(feminine).join(' '))
      .replace(/(?<!\d)1(?= (?:μήνα|χρόνο)(?!\p{L}))/gu, 'έναν'),
  number,
  pieces: [
    ...NUMBERS,
    ...TENS.slice(2),
    'εκατό',
    ...HUNDREDS.slice(1),
    ...FEMININE_HUNDREDS.slice(2),
    ...FEMININE.values(),
    'έναν',
    'χίλια',
    'χιλιάδες',
    'εκατομμύριο',
    'εκατομμύρια',
    ...HOURS,
    'και',
    'και τέταρτο',
    'και μισή',
    ...[0, 4, 12, 15, 20].map(partOfDay),
    ...WEEKDAYS,
    ...WEEKDAYS.map((weekday, index) => `${ARTICLES[index]} ${weekday}`),
    'πρώτη',
    ...MONTHS,
    'σήμερα',
    'τα μεσάνυχτα προς',
  ],
};
