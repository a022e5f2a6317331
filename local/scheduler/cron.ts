/**
 * Six fields of a cron expression as EventBridge Scheduler reads them: minutes, hours, day of month, month, day of
 * week, year.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 */
import { ScheduleError } from './schedule-error.ts';

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly words?: readonly string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const MINUTES: Field = { name: 'minutes', min: 0, max: 59 };
const HOURS: Field = { name: 'hours', min: 0, max: 23 };
const DAY_OF_MONTH: Field = { name: 'day of month', min: 1, max: 31 };
const MONTH: Field = { name: 'month', min: 1, max: 12, words: MONTHS };
/** 1 is Sunday. */
const DAY_OF_WEEK: Field = { name: 'day of week', min: 1, max: 7, words: WEEKDAYS };
const YEAR: Field = { name: 'year', min: 1970, max: 2199 };

const DAY_MS = 86_400_000;

/** When it runs, in wall time. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  /** @param month 1 to 12 */
  readonly isDay: (year: number, month: number, day: number) => boolean;
}

/** @throws ScheduleError one sentence about the field that is wrong */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/);
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  if (fields.length !== 6) {
    throw new ScheduleError(`cron(${text}) has ${fields.length} fields; it takes six, the last is the year`);
  }
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new ScheduleError(
      `cron(${text}): just one of day of month and day of week is '?', since the other says which days`,
    );
  }
  return {
    minutes: [...numbers(MINUTES, minutes)].toSorted((a, b) => a - b),
    hours: [...numbers(HOURS, hours)].toSorted((a, b) => a - b),
    months: numbers(MONTH, month),
    years: numbers(YEAR, year),
    isDay: dayOfWeek === '?' ? daysOfMonth(dayOfMonth) : daysOfWeek(dayOfWeek),
  };
}

type IsDay = Cron['isDay'];

function daysOfMonth(text: string): IsDay {
  if (text === 'L') return (year, month, day) => day === lastDay(year, month);
  const [, near] = /^(\d{1,2})W$/.exec(text) ?? [];
  if (near !== undefined) {
    const wanted = number(DAY_OF_MONTH, near);
    return (year, month, day) => day === nearestWeekday(year, month, wanted);
  }
  const days = numbers(DAY_OF_MONTH, text);
  return (_year, _month, day) => days.has(day);
}

function daysOfWeek(text: string): IsDay {
  const weekdayOf = (year: number, month: number, day: number) =>
    new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
  if (text === 'L') return (...day) => weekdayOf(...day) === DAY_OF_WEEK.max;
  const [, last] = /^(\w+)L$/.exec(text) ?? [];
  if (last !== undefined) {
    const wanted = number(DAY_OF_WEEK, last);
    return (year, month, day) =>
      weekdayOf(year, month, day) === wanted && day > lastDay(year, month) - WEEKDAYS.length;
  }
  const [, of, nth] = /^(\w+)#([1-5])$/.exec(text) ?? [];
  if (of !== undefined) {
    const wanted = number(DAY_OF_WEEK, of);
    return (year, month, day) =>
      weekdayOf(year, month, day) === wanted && Math.ceil(day / WEEKDAYS.length) === Number(nth);
  }
  const days = numbers(DAY_OF_WEEK, text);
  return (...day) => days.has(weekdayOf(...day));
}

/** A list of numbers, ranges and steps. */
function numbers(field: Field, text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step, ...more] = part.split('/');
    if (more.length > 0 || (step !== undefined && !/^[1-9]\d{0,3}$/.test(step))) throw wrong(field, part);
    const [from, to] = ends(field, range, step !== undefined);
    if (from > to) throw wrong(field, part);
    for (let value = from; value <= to; value += Number(step ?? 1)) found.add(value);
  }
  return found;
}

function ends(field: Field, range: string, hasStep: boolean): readonly [number, number] {
  if (range === '*') return [field.min, field.max];
  const [from = '', to, ...more] = range.split('-');
  if (more.length > 0) throw wrong(field, range);
  const first = number(field, from);
  if (to !== undefined) return [first, number(field, to)];
  return [first, hasStep ? field.max : first];
}

function number(field: Field, text: string): number {
  const word = field.words?.indexOf(text.toUpperCase()) ?? -1;
  const value = word >= 0 ? word + field.min : Number(text);
  if (!/^(\d{1,4}|[A-Za-z]{3})$/.test(text) || !(value >= field.min && value <= field.max))
    throw wrong(field, text);
  return value;
}

const wrong = ({ name, min, max }: Field, text: string): ScheduleError =>
  new ScheduleError(`cron: '${text}' is nothing for ${name}, which takes ${min} to ${max}`);

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Monday to Friday, in the same month. */
function nearestWeekday(year: number, month: number, wanted: number): number | undefined {
  const last = lastDay(year, month);
  if (wanted > last) return undefined;
  const weekday = new Date(Date.UTC(year, month - 1, wanted)).getUTCDay();
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 0) return wanted === last ? wanted - 2 : wanted + 1;
  return wanted;
}

/** Wall times from the day of `fromMs` on, earliest first, until the years are over. */
export function* wallTimes(cron: Cron, fromMs: number): Generator<number> {
  const from = new Date(fromMs);
  for (let year = from.getUTCFullYear(); year <= YEAR.max; year += 1) {
    if (!cron.years.has(year)) continue;
    for (let month = 1; month <= MONTH.max; month += 1) {
      if (!cron.months.has(month) || Date.UTC(year, month, 1) <= fromMs) continue;
      for (let day = 1; day <= lastDay(year, month); day += 1) {
        const dayMs = Date.UTC(year, month - 1, day);
        if (dayMs + DAY_MS <= fromMs || !cron.isDay(year, month, day)) continue;
        for (const hour of cron.hours)
          for (const minute of cron.minutes) {
            const wallMs = dayMs + (hour * 60 + minute) * 60_000;
            if (wallMs >= fromMs) yield wallMs;
          }
      }
    }
  }
}
