/** Hungarian in pieces: numbers as they stand before a noun, and 2 by itself as another word. */

import type { RecordedWords } from './function-words.ts';
import { number as beforeNoun, dayOfMonth, MONTHS, partOfDay, WEEKDAYS } from './hu.ts';

const UP_TO_NINETY_NINE = Array.from({ length: 99 }, (_, index) => beforeNoun(index + 1));
const HUNDREDS = [
  '',
  'száz',
  ...['két', 'három', 'négy', 'öt', 'hat', 'hét', 'nyolc', 'kilenc'].map((word) => `${word}száz`),
];
const THOUSANDS = [
  '',
  'ezer',
  ...['két', 'három', 'négy', 'öt', 'hat', 'hét', 'nyolc', 'kilenc'].map((word) => `${word}ezer`),
];

/** 1 to 999. */
function belowThousand(value: number): string[] {
  const hundred = Math.floor(value / 100);
  const rest = value % 100;
  return [
    ...(hundred === 0 ? [] : [`${HUNDREDS[hundred]}`]),
    ...(rest === 0 ? [] : [`${UP_TO_NINETY_NINE[rest - 1]}`]),
  ];
}

function number(value: number): readonly string[] {
  if (value === 0) return ['nulla'];
  if (value === 2) return ['kettő'];
  const millions = Math.floor(value / 1_000_000);
  const thousands = Math.floor(value / 1_000) % 1_000;
  const rest = value % 1_000;
  return [
    ...(millions === 0 ? [] : [...belowThousand(millions), 'millió']),
    ...(thousands === 0
      ? []
      : thousands < 10
        ? [`${THOUSANDS[thousands]}`]
        : [...belowThousand(thousands), 'ezer']),
    ...(rest === 0 ? [] : belowThousand(rest)),
  ];
}

export const recordedHungarian: RecordedWords = {
  // In a row of digits each stands by itself.
  prepare: (text) => text.replace(/(?<!\d[ ,]{0,2})(?<!\d)2(?= \p{L})/gu, 'két'),
  number,
  pieces: [
    'nulla',
    'kettő',
    ...UP_TO_NINETY_NINE,
    ...HUNDREDS.slice(1),
    ...THOUSANDS.slice(1),
    'millió',
    'óra',
    'órakor',
    'perckor',
    'délben',
    'ma',
    ...[0, 3, 6, 9, 13, 18].map((hour) => partOfDay(hour).trim()),
    ...WEEKDAYS,
    ...MONTHS,
    ...Array.from({ length: 31 }, (_, index) => dayOfMonth(index + 1)),
  ],
};
