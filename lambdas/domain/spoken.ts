/** Numbers, dates and times as a voice should say them, in English. */

import { daysAfter, localTimeAt } from './local-time.ts';

const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SMALL_NUMBERS = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty'];

/** Digit by digit, with a breath after every fourth: `48219307` is `4 8 2 1, 9 3 0 7`. */
export function spokenDigits(digits: string): string {
  const groups = digits.match(/.{1,4}/g) ?? [];
  return groups.map((group) => [...group].join(' ')).join(', ');
}

/** `2026-11-24` is `Tuesday, November 24`. */
export function spokenDate(date: string): string {
  return `${weekdayName(date)}, ${MONTH_NAMES[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8, 10))}`;
}

/**
 * A moment to come, as somebody says it at `nowMs` in the same zone: `four fifteen P M today`, `ten A M on Monday`,
 * `ten A M on Monday, November 30` once the weekday alone would be misunderstood.
 */
export function spokenMoment(instantMs: number, nowMs: number, timeZone: string): string {
  const { date, minuteOfDay } = localTimeAt(instantMs, timeZone);
  const today = localTimeAt(nowMs, timeZone).date;
  const time = spokenTimeOfDay(minuteOfDay);
  if (minuteOfDay === 0) return `${time} ${spokenDay(date, today)}`;
  return date === today ? `${time} today` : `${time} on ${spokenDay(date, today)}`;
}

/** A time that has passed, in whole minutes: `a moment ago`, `1 minute ago`, `12 minutes ago`. */
export function spokenMinutesAgo(passedMs: number): string {
  const minutes = Math.floor(passedMs / 60_000);
  if (minutes < 1) return 'a moment ago';
  return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
}

/** `ten A M`, `two oh five P M`, `twelve noon`; midnight is said with the day that it starts. */
function spokenTimeOfDay(minuteOfDay: number): string {
  if (minuteOfDay === 0) return 'midnight at the start of';
  if (minuteOfDay === 12 * 60) return 'twelve noon';
  const hour = Math.floor(minuteOfDay / 60);
  const minute = minuteOfDay % 60;
  const words = [spokenNumber(hour % 12 === 0 ? 12 : hour % 12)];
  if (minute > 0) words.push(minute < 10 ? `oh ${spokenNumber(minute)}` : spokenNumber(minute));
  words.push(hour < 12 ? 'A M' : 'P M');
  return words.join(' ');
}

function spokenDay(date: string, today: string): string {
  return date < daysAfter(today, 7) ? weekdayName(date) : spokenDate(date);
}

/** Words for 0 to 59. */
function spokenNumber(number: number): string {
  const small = SMALL_NUMBERS[number];
  if (small !== undefined) return small;
  const tens = `${TENS[Math.floor(number / 10)]}`;
  return number % 10 === 0 ? tens : `${tens} ${SMALL_NUMBERS[number % 10]}`;
}

function weekdayName(date: string): string {
  return `${WEEKDAY_NAMES[new Date(`${date}T00:00:00Z`).getUTCDay()]}`;
}
