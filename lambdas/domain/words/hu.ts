/** What functions say, in Hungarian: month before day, the weekday last, and endings that answer 'when'. */
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
} from './function-words.ts';

export const WEEKDAYS = ['vasárnap', 'hétfőn', 'kedden', 'szerdán', 'csütörtökön', 'pénteken', 'szombaton'];
export const MONTHS =
  'január február március április május június július augusztus szeptember október november december'.split(
    ' ',
  );
/** On the first, the second … of a month, up to the tenth. */
const DAYS =
  'elsején másodikán harmadikán negyedikén ötödikén hatodikán hetedikén nyolcadikán kilencedikén tizedikén'.split(
    ' ',
  );
/** In compounds the first and the second are others. */
const COMPOUND_DAYS = ['', 'egyedikén', 'kettedikén', ...DAYS.slice(2)];
/** Before a noun: két, and not kettő. */
const UNITS = ['', 'egy', 'két', 'három', 'négy', 'öt', 'hat', 'hét', 'nyolc', 'kilenc'];
const ROUND_TENS = 'nulla tíz húsz harminc negyven ötven hatvan hetven nyolcvan kilencven'.split(' ');
const TENS = ['', 'tizen', 'huszon', ...ROUND_TENS.slice(3)];

/** 0 to 99, as it stands before a noun. */
export function number(value: number): string {
  const [tens, units] = [Math.floor(value / 10), value % 10];
  return units === 0 ? `${ROUND_TENS[tens]}` : `${TENS[tens]}${UNITS[units]}`;
}

/** 1 to 31: `huszonnegyedikén`. */
export function dayOfMonth(value: number): string {
  const [tens, units] = [Math.floor(value / 10), value % 10];
  if (value <= 10) return `${DAYS[value - 1]}`;
  if (units === 0) return tens === 2 ? 'huszadikán' : 'harmincadikán';
  return `${TENS[tens]}${COMPOUND_DAYS[units]}`;
}

export function partOfDay(hour: number): string {
  if (hour < 3 || hour >= 22) return 'éjjel ';
  if (hour < 6) return 'hajnali ';
  if (hour < 9) return 'reggel ';
  if (hour < 12) return 'délelőtt ';
  // Noon has no part of its own, and nobody takes its hour for another one.
  if (hour === 12) return '';
  return hour < 18 ? 'délután ' : 'este ';
}

/** `délelőtt tíz órakor`, `délután négy óra tizenöt perckor`, `délben`, `nulla órakor` as a day begins. */
function time(minuteOfDay: number): string {
  if (minuteOfDay === 0) return 'nulla órakor';
  if (minuteOfDay === 12 * 60) return 'délben';
  const hour = Math.floor(minuteOfDay / 60);
  const minute = minuteOfDay % 60;
  const said = `${partOfDay(hour)}${number(hour > 12 ? hour - 12 : hour)}`;
  return minute === 0 ? `${said} órakor` : `${said} óra ${number(minute)} perckor`;
}

const weekday = (date: string): string => `${WEEKDAYS[weekdayOf(date)]}`;
/** `november huszonnegyedikén, kedden`, `2026 november huszonnegyedikén, kedden`: without a point, with which a voice reads the year as an ordinal. */
export const day = (date: string, year: DayYear = 'nearest'): string =>
  `${year === 'nearest' ? '' : `${date.slice(0, 4)} `}${MONTHS[monthOf(date)]} ${dayOfMonth(dayOf(date))}, ${weekday(date)}`;

/** `ma délután négy óra tizenöt perckor`, `hétfőn délelőtt tíz órakor`. */
export function moment({ date, minuteOfDay, nearness }: Moment): string {
  const said =
    nearness === 'today' && minuteOfDay > 0 ? 'ma' : nearness === 'later' ? day(date) : weekday(date);
  return `${said} ${time(minuteOfDay)}`;
}

const counted = (noun: string): string => `{count, plural, other {# ${noun}}}`;
const DOLLARS = [counted('dollár'), counted('cent')] as const;

export const counts: CountMessages = {
  minutesAgo: '{minutes, plural, =0 {az imént} other {# perccel ezelőtt}}',
  pieces: counted('darab'),
  between: '; ',
  days: counted('nap'),
  months: counted('hónap'),
  years: counted('év'),
};

export const orders: OrderMessages = {
  orderStatus: {
    draft: 'A rendelés még nincs megerősítve',
    confirmed: 'A rendelést megkaptuk',
    paid: 'A rendelés ki van fizetve',
    packed: 'A rendelést becsomagoltuk',
    shipped: 'A rendelés úton van',
    delivered: 'A rendelést kézbesítettük',
    cancelled: 'A rendelést töröltük',
    'return-requested': 'A rendelés visszaküldésére várunk',
    returned: 'A rendelés visszaérkezett hozzánk',
    refunded: 'A rendelés árát visszatérítettük',
    exchanged: 'A rendelést kicseréltük',
  },
  deliveredOn: 'A rendelést {day} kézbesítettük',
  expectedOn: '{status}, és várhatóan {day} érkezik meg Önhöz',
  later: '{status}, és a tervezettnél később érkezik',
};

export const cases: CaseMessages = {
  caseAbout: {
    delivery: 'egy kiszállítás',
    product: 'egy termék',
    invoice: 'egy számla',
    complaint: 'egy panasz',
    other: 'egy probléma, amelyet jelzett nekünk',
    order: 'egy rendelés',
    'order-change': 'egy rendelés módosítása',
    appointment: 'egy időpont',
    call: 'egy ígért visszahívás',
  },
  caseWithTeam: 'Az ügy tárgya {about}, és a sürgős ügyekkel foglalkozó csoportunk legkésőbb {time} átveszi',
  caseWithUs: 'Az ügy tárgya {about}, és legkésőbb {time} visszahívjuk Önt',
  caseLate: 'Az ügy tárgya {about}, és még nyitott. Elnézését kérjük, ha az ígért időben nem jelentkeztünk',
  levels: ['az első', 'a második', 'a harmadik'],
};

export const money: MoneyMessages = {
  money: {
    USD: DOLLARS,
    CAD: DOLLARS,
    AUD: DOLLARS,
    EUR: [counted('euró'), counted('cent')],
    GBP: [counted('font'), counted('penny')],
  },
  majorAndMinor: '{major} {minor}',
};

export const offers: OfferMessages = {
  offer: '{product}, {usualPrice} helyett {price}, utoljára {until}. Ehhez nyomja meg {key} gombot.',
  keys: ['az egyes', 'a kettes', 'a hármas'],
};
