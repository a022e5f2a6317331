/** What functions say, in Romanian: feminine numbers for hours and minutes, and `de` from twenty on. */
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

const WEEKDAYS = ['duminică', 'luni', 'marți', 'miercuri', 'joi', 'vineri', 'sâmbătă'];
const MONTHS =
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie'.split(
    ' ',
  );
const NUMBERS =
  'zero una două trei patru cinci șase șapte opt nouă zece unsprezece douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece'.split(
    ' ',
  );
const TENS = ',,douăzeci,treizeci,patruzeci,cincizeci,șaizeci,șaptezeci,optzeci,nouăzeci'.split(',');

/** 0 to 99, feminine. */
function number(value: number): string {
  if (value < 20) return `${NUMBERS[value]}`;
  const tens = `${TENS[Math.floor(value / 10)]}`;
  return value % 10 === 0 ? tens : `${tens} și ${NUMBERS[value % 10]}`;
}

/** Hours are feminine but for one and twenty-one. */
function hour(value: number): string {
  if (value === 1) return 'unu';
  return value === 21 ? 'douăzeci și unu' : number(value);
}

/** Minutes are neuter: feminine in the plural, but for the one at the end of thirty-one. */
const neuter = (value: number): string => number(value).replace(/ și una$/, ' și unu');

function minutes(value: number): string {
  if (value === 1) return 'un minut';
  return value < 20 ? `${number(value)} minute` : `${neuter(value)} de minute`;
}

/** `la ora zece`, `la ora șaisprezece și cincisprezece minute`; a day begins at `ora zero`. */
function time(minuteOfDay: number): string {
  const minute = minuteOfDay % 60;
  const said = `la ora ${hour(Math.floor(minuteOfDay / 60))}`;
  return minute === 0 ? said : `${said} și ${minutes(minute)}`;
}

const weekday = (date: string): string => `${WEEKDAYS[weekdayOf(date)]}`;
/** `marți, 24 noiembrie`, `marți, 24 noiembrie 2026`. */
export const day = (date: string, year: DayYear = 'nearest'): string =>
  `${weekday(date)}, ${dayOf(date) === 1 ? 'întâi' : dayOf(date)} ${MONTHS[monthOf(date)]}${yearOf(date, year, ' ')}`;

/** `astăzi la ora șaisprezece`, `luni la ora zece`, `luni, 30 noiembrie, la ora zece`. */
export function moment({ date, minuteOfDay, nearness }: Moment): string {
  if (nearness === 'later') return `${day(date)}, ${time(minuteOfDay)}`;
  return `${nearness === 'today' && minuteOfDay > 0 ? 'astăzi' : weekday(date)} ${time(minuteOfDay)}`;
}

const counted = (one: string, several: string): string =>
  `{count, plural, one {${one}} few {# ${several}} other {# de ${several}}}`;

/** A voice reads digits as masculine, so that the numbers below a hundred whose feminine is another word are words. */
const HAVE_A_FORM = [2, 12, ...[20, 30, 40, 50, 60, 70, 80, 90].flatMap((tens) => [tens + 1, tens + 2])];
const inWords = (several: string, said: (value: number) => string): string =>
  HAVE_A_FORM.map((value) => `=${value} {${said(value)}${value < 20 ? '' : ' de'} ${several}}`).join(' ');
const feminine = (one: string, several: string): string =>
  `{count, plural, ${inWords(several, number)} one {${one}} few {# ${several}} other {# de ${several}}}`;
const DOLLARS = [counted('un dolar', 'dolari'), counted('un cent', 'cenți')] as const;

export const counts: CountMessages = {
  minutesAgo: `{minutes, plural, =0 {acum câteva clipe} ${inWords('minute', (value) => `acum ${neuter(value)}`)} one {acum un minut} few {acum # minute} other {acum # de minute}}`,
  pieces: feminine('o bucată', 'bucăți'),
  between: '; ',
  days: feminine('o zi', 'zile'),
  months: feminine('o lună', 'luni'),
  years: counted('un an', 'ani'),
};

export const orders: OrderMessages = {
  orderStatus: {
    draft: 'nu este încă confirmată',
    confirmed: 'a fost primită',
    paid: 'este plătită',
    packed: 'este ambalată',
    shipped: 'este pe drum',
    delivered: 'a fost livrată',
    cancelled: 'a fost anulată',
    'return-requested': 'urmează să fie returnată, iar noi o așteptăm',
    returned: 'a ajuns înapoi la noi',
    refunded: 'a fost rambursată',
    exchanged: 'a fost schimbată cu una nouă',
  },
  deliveredOn: 'a fost livrată {day}',
  expectedOn: '{status} și ar trebui să ajungă la dumneavoastră {day}',
  later: '{status} și întârzie față de termenul prevăzut',
};

export const cases: CaseMessages = {
  caseAbout: {
    delivery: 'o livrare',
    product: 'un produs',
    invoice: 'o factură',
    complaint: 'o reclamație',
    other: 'o problemă despre care ne-ați spus',
    order: 'o comandă',
    'order-change': 'o modificare a unei comenzi',
    appointment: 'o programare',
    call: 'un apel pe care vi l-am promis',
  },
  caseWithTeam: 'privește {about}, iar echipa noastră pentru cazuri urgente îl preia cel târziu {time}',
  caseWithUs: 'privește {about}, iar noi vă vom suna cel târziu {time}',
  caseLate:
    'privește {about} și este încă deschis. Ne pare rău dacă nu ați primit vești de la noi în termenul promis',
  levels: ['unu', 'doi', 'trei'],
};

export const money: MoneyMessages = {
  money: {
    USD: DOLLARS,
    CAD: DOLLARS,
    AUD: DOLLARS,
    EUR: [counted('un euro', 'euro'), counted('un cent', 'cenți')],
    GBP: [feminine('o liră', 'lire'), counted('un penny', 'penny')],
  },
  majorAndMinor: '{major} și {minor}',
};

export const offers: OfferMessages = {
  offer: '{product} costă {price} în loc de {usualPrice}, până {until}. Pentru acesta, apăsați {key}.',
  keys: ['1', '2', '3'],
};
