/** What functions say, in English. */
import { weekdayOf } from '../calendar.ts';
import {
  type CaseMessages,
  type CountMessages,
  type DayYear,
  dayOf,
  type Moment,
  type MoneyMessages,
  monthOf,
  type OfferMessages,
  type OrderMessages,
  yearOf,
} from './function-words.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const SMALL_NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty'];

/** 0 to 59. */
function number(value: number): string {
  if (value < 20) return `${SMALL_NUMBERS[value]}`;
  const tens = `${TENS[Math.floor(value / 10)]}`;
  return value % 10 === 0 ? tens : `${tens} ${SMALL_NUMBERS[value % 10]}`;
}

/** `ten A M`, `two oh five P M`, `twelve noon`; midnight is said with the day that it starts. */
function time(minuteOfDay: number): string {
  if (minuteOfDay === 0) return 'midnight at the start of';
  if (minuteOfDay === 12 * 60) return 'twelve noon';
  const hour = Math.floor(minuteOfDay / 60);
  const minute = minuteOfDay % 60;
  const said = number(hour % 12 === 0 ? 12 : hour % 12);
  const minutes = minute === 0 ? '' : minute < 10 ? ` oh ${number(minute)}` : ` ${number(minute)}`;
  return `${said}${minutes} ${hour < 12 ? 'A M' : 'P M'}`;
}

const weekday = (date: string): string => `${WEEKDAYS[weekdayOf(date)]}`;
/** `Tuesday, November 24`, `Tuesday, November 24, 2026`. */
export const day = (date: string, year: DayYear = 'nearest'): string =>
  `${weekday(date)}, ${MONTHS[monthOf(date)]} ${dayOf(date)}${yearOf(date, year, ', ')}`;

/** `four fifteen P M today`, `ten A M on Monday`, `ten A M on Monday, November 30`. */
export function moment({ date, minuteOfDay, nearness }: Moment): string {
  const said = nearness === 'later' ? day(date) : weekday(date);
  if (minuteOfDay === 0) return `${time(minuteOfDay)} ${said}`;
  return nearness === 'today' ? `${time(minuteOfDay)} today` : `${time(minuteOfDay)} on ${said}`;
}

export const counts: CountMessages = {
  minutesAgo: '{minutes, plural, =0 {a moment ago} one {# minute ago} other {# minutes ago}}',
  pieces: '{count, plural, one {# piece} other {# pieces}}',
  between: '; ',
  days: '{count, plural, one {# day} other {# days}}',
  months: '{count, plural, one {# month} other {# months}}',
  years: '{count, plural, one {# year} other {# years}}',
};

export const orders: OrderMessages = {
  orderStatus: {
    draft: 'is not confirmed yet',
    confirmed: 'has been received',
    paid: 'is paid',
    packed: 'is packed',
    shipped: 'is on its way',
    delivered: 'has been delivered',
    cancelled: 'has been cancelled',
    'return-requested': 'is to be returned, and we are waiting for it',
    returned: 'has come back to us',
    refunded: 'has been refunded',
    exchanged: 'has been exchanged for a new one',
  },
  deliveredOn: 'was delivered on {day}',
  expectedOn: '{status} and should reach you on {day}',
  later: '{status} and is later than we had planned',
};

export const cases: CaseMessages = {
  caseAbout: {
    delivery: 'a delivery',
    product: 'a product',
    invoice: 'an invoice',
    complaint: 'a complaint',
    other: 'a problem that you told us of',
    order: 'an order',
    'order-change': 'a change of an order',
    appointment: 'an appointment',
    call: 'a call that we promised you',
  },
  caseWithTeam: 'is about {about}, and our escalation team takes it up by {time}',
  caseWithUs: 'is about {about}, and we will call you back by {time}',
  caseLate:
    'is about {about}, and is still open. We are sorry if you have not heard from us in the time that we promised',
  levels: ['one', 'two', 'three'],
};

export const money: MoneyMessages = {
  money: {
    USD: [
      '{count, plural, one {# dollar} other {# dollars}}',
      '{count, plural, one {# cent} other {# cents}}',
    ],
    CAD: [
      '{count, plural, one {# dollar} other {# dollars}}',
      '{count, plural, one {# cent} other {# cents}}',
    ],
    AUD: [
      '{count, plural, one {# dollar} other {# dollars}}',
      '{count, plural, one {# cent} other {# cents}}',
    ],
    EUR: ['{count, plural, one {# euro} other {# euros}}', '{count, plural, one {# cent} other {# cents}}'],
    GBP: [
      '{count, plural, one {# pound} other {# pounds}}',
      '{count, plural, one {# penny} other {# pence}}',
    ],
  },
  majorAndMinor: '{major} and {minor}',
};

export const offers: OfferMessages = {
  offer: '{product} costs {price} instead of {usualPrice}, until {until}. For that, press {key}.',
  keys: ['1', '2', '3'],
};
