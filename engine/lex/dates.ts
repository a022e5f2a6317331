/** Dates as callers say them: today, a weekday, a day of a month, or digits. English only. */
import type { Word } from './words.ts';
import { numberOf } from './words.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const RELATIVE: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** `YYYY-MM-DD` of the date that all these words are; a weekday is the next one, a day of a month the coming one (UTC). */
export function dateOf(words: readonly Word[], nowMs: number): string | undefined {
  const plain = words.map((word) => word.plain);
  const [first = ''] = plain;
  if (plain.length === 1) {
    const days = RELATIVE[first];
    if (days !== undefined) return iso(nowMs + days * DAY_MS);
    if (/^\d{4}-\d{2}-\d{2}$/.test(first)) {
      const ms = Date.parse(first);
      return Number.isNaN(ms) || iso(ms) !== first ? undefined : first;
    }
  }
  const weekday = WEEKDAYS.indexOf(first === 'next' || first === 'on' ? (plain[1] ?? '') : first);
  if (weekday >= 0 && plain.length === (WEEKDAYS.includes(first) ? 1 : 2)) {
    const today = new Date(nowMs).getUTCDay();
    return iso(nowMs + (((weekday - today + 6) % 7) + 1) * DAY_MS);
  }
  return dayOfMonth(words, nowMs);
}

/** `march second`, `2 march`, `the 2nd of march 2027`. */
function dayOfMonth(words: readonly Word[], nowMs: number): string | undefined {
  const rest = words.filter(({ plain }) => plain !== 'the' && plain !== 'of');
  const at = rest.findIndex(({ plain }) => MONTHS.includes(plain));
  if (at !== 0 && at !== 1) return undefined;
  const day = dayOf(rest[at === 0 ? 1 : 0]);
  const month = MONTHS.indexOf(rest[at]?.plain ?? '');
  const [year, ...more] = rest.slice(2);
  if (day === undefined || more.length > 0) return undefined;
  if (year !== undefined) {
    return /^\d{4}$/.test(year.plain) ? existing(Number(year.plain), month, day) : undefined;
  }
  const today = iso(nowMs);
  const thisYear = new Date(nowMs).getUTCFullYear();
  const coming = existing(thisYear, month, day);
  return coming !== undefined && coming >= today ? coming : existing(thisYear + 1, month, day);
}

function dayOf(word: Word | undefined): number | undefined {
  if (word === undefined) return undefined;
  const ordinal = ORDINALS.indexOf(word.plain);
  if (ordinal >= 0) return ordinal + 1;
  const digits = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word.plain)?.[1] ?? numberOf([word]);
  return digits === undefined ? undefined : Number(digits);
}

/** A 30th of February is no date. */
function existing(year: number, month: number, day: number): string | undefined {
  const ms = Date.UTC(year, month, day);
  const date = new Date(ms);
  return date.getUTCMonth() === month && date.getUTCDate() === day && day > 0 ? iso(ms) : undefined;
}
