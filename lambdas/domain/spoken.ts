/** Numbers, dates and times as a voice should say them, in each language. */

import { DEFAULT_LANGUAGE, type Language } from './language.ts';
import { dayNumberAt, daysAfter, localTimeAt, type Zone } from './local-time.ts';
import { message } from './words/message.ts';
import { countWords, dayWords } from './words/words-of.ts';

const BREATH_DIGITS = 4;

/**
 * Digit by digit, with a breath after every fourth: `48219307` is `4 8 2 1, 9 3 0 7`. None is left over by itself: `20047` is
 * `2 0 0 4 7`. A voice reads them in its language.
 */
export function spokenDigits(digits: string): string {
  let said = '';
  for (let at = 0; at < digits.length; at += 1) {
    const isBreath = at > 0 && at % BREATH_DIGITS === 0 && at < digits.length - 1;
    said += `${at === 0 ? '' : isBreath ? ', ' : ' '}${digits[at]}`;
  }
  return said;
}

/** A day without its year is the nearest one of that name, so that it is at most half a year from the day on which it is said. */
const WITHOUT_YEAR_DAYS_MAX = 182;

/**
 * `2026-11-24` is `Tuesday, November 24`, and `Tuesday, November 24, 2026` where it is said so long before or after that
 * another year would be understood; elsewhere the form that says that something happens then.
 * @param today the calendar day on which it is said
 */
export function spokenDate(date: string, today: string, language: Language = DEFAULT_LANGUAGE): string {
  const isNear =
    date >= daysAfter(today, -WITHOUT_YEAR_DAYS_MAX) && date <= daysAfter(today, WITHOUT_YEAR_DAYS_MAX);
  return dayWords(language).day(date, isNear ? 'nearest' : 'any-year');
}

const WEEK_DAYS = 7;

/**
 * A moment to come, as somebody says it at `nowMs` in the same zone: `four fifteen P M today`, `ten A M on Monday`,
 * `ten A M on Monday, November 30` once the weekday alone would be misunderstood.
 */
export function spokenMoment(
  instantMs: number,
  nowMs: number,
  zone: Zone,
  language: Language = DEFAULT_LANGUAGE,
): string {
  const today = dayNumberAt(nowMs, zone);
  if (
    said === undefined ||
    said.instantMs !== instantMs ||
    said.today !== today ||
    said.zone !== zone ||
    said.language !== language
  )
    said = { instantMs, today, zone, language, words: momentWords(instantMs, today, zone, language) };
  return said.words;
}

/** What was said last: out of hours every caller is promised the same moment, by day all callers of a quarter of an hour. */
let said:
  | {
      readonly instantMs: number;
      readonly today: number;
      readonly zone: Zone;
      readonly language: Language;
      readonly words: string;
    }
  | undefined;

function momentWords(instantMs: number, today: number, zone: Zone, language: Language): string {
  const { date, minuteOfDay } = localTimeAt(instantMs, zone);
  const daysAhead = dayNumberAt(instantMs, zone) - today;
  const nearness = daysAhead >= WEEK_DAYS ? 'later' : daysAhead === 0 ? 'today' : 'this-week';
  return dayWords(language).moment({ date, minuteOfDay, nearness });
}

/** A time that has passed, in whole minutes: `a moment ago`, `1 minute ago`, `12 minutes ago`. */
export function spokenMinutesAgo(passedMs: number, language: Language = DEFAULT_LANGUAGE): string {
  const minutes = Math.max(0, Math.floor(passedMs / 60_000));
  return message(language, countWords(language).minutesAgo, { minutes });
}

/** `1 day`, `12 days`. */
export function spokenDays(count: number, language: Language = DEFAULT_LANGUAGE): string {
  return message(language, countWords(language).days, { count });
}

const MONTHS_OF_A_YEAR = 12;

/** How long something lasts, as people say it: in years where the months are whole ones (`2 years`, `18 months`). */
export function spokenTerm(months: number, language: Language = DEFAULT_LANGUAGE): string {
  const { years, months: inMonths } = countWords(language);
  return months > 0 && months % MONTHS_OF_A_YEAR === 0
    ? message(language, years, { count: months / MONTHS_OF_A_YEAR })
    : message(language, inMonths, { count: months });
}

/** Things one after the other, such as the lines of an order: `Desk lamp, 2 pieces; Paper, 1 piece`. */
export const spokenList = (things: readonly string[], language: Language = DEFAULT_LANGUAGE): string =>
  things.join(countWords(language).between);
