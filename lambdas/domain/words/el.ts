/** What functions say, in Greek: days in the accusative with their article, hours as feminine, minutes as neuter numbers. */
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

export const WEEKDAYS = ['Κυριακή', 'Δευτέρα', 'Τρίτη', 'Τετάρτη', 'Πέμπτη', 'Παρασκευή', 'Σάββατο'];
/** The final ν stays before vowels and before κ, π, τ. */
export const ARTICLES = ['την', 'τη', 'την', 'την', 'την', 'την', 'το'];
export const MONTHS =
  'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου'.split(
    ' ',
  );
export const HOURS =
  'στις δώδεκα,στη μία,στις δύο,στις τρεις,στις τέσσερις,στις πέντε,στις έξι,στις επτά,στις οκτώ,στις εννέα,στις δέκα,στις έντεκα'.split(
    ',',
  );
export const NUMBERS =
  'μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα δεκατρία δεκατέσσερα δεκαπέντε δεκαέξι δεκαεπτά δεκαοκτώ δεκαεννέα'.split(
    ' ',
  );
const TENS = ['', '', 'είκοσι', 'τριάντα', 'σαράντα', 'πενήντα'];

/** 1 to 59 minutes past the hour, quarter and half as people say them. */
function past(minute: number): string {
  if (minute === 15) return 'τέταρτο';
  if (minute === 30) return 'μισή';
  if (minute < 20) return `${NUMBERS[minute]}`;
  const tens = `${TENS[Math.floor(minute / 10)]}`;
  return minute % 10 === 0 ? tens : `${tens} ${NUMBERS[minute % 10]}`;
}

export function partOfDay(hour: number): string {
  if (hour < 4) return 'μετά τα μεσάνυχτα';
  if (hour < 12) return 'το πρωί';
  if (hour < 15) return 'το μεσημέρι';
  return hour < 20 ? 'το απόγευμα' : 'το βράδυ';
}

/** `στις δέκα το πρωί`, `στη μία και τέταρτο το μεσημέρι`. */
function time(minuteOfDay: number): string {
  const hour = Math.floor(minuteOfDay / 60);
  const minute = minuteOfDay % 60;
  const minutes = minute === 0 ? '' : ` και ${past(minute)}`;
  return `${HOURS[hour % 12]}${minutes} ${partOfDay(hour)}`;
}

const weekday = (date: string): string => `${WEEKDAYS[weekdayOf(date)]}`;
const inMonth = (date: string): string =>
  `${dayOf(date) === 1 ? 'πρώτη' : dayOf(date)} ${MONTHS[monthOf(date)]}`;
const withArticle = (date: string): string => `${ARTICLES[weekdayOf(date)]} ${weekday(date)}`;
/** `την Τρίτη 24 Νοεμβρίου`, `την Τρίτη 24 Νοεμβρίου 2026`. */
export const day = (date: string, year: DayYear = 'nearest'): string =>
  `${withArticle(date)} ${inMonth(date)}${yearOf(date, year, ' ')}`;

/** `σήμερα στις τέσσερις και τέταρτο το απόγευμα`, `τη Δευτέρα στις δέκα το πρωί`; midnight belongs to the day that it leads to. */
export function moment({ date, minuteOfDay, nearness }: Moment): string {
  if (minuteOfDay === 0)
    return `τα μεσάνυχτα προς ${weekday(date)}${nearness === 'later' ? ` ${inMonth(date)}` : ''}`;
  if (nearness === 'today') return `σήμερα ${time(minuteOfDay)}`;
  return `${nearness === 'later' ? day(date) : withArticle(date)} ${time(minuteOfDay)}`;
}

const DOLLARS = [
  '{count, plural, one {# δολάριο} other {# δολάρια}}',
  '{count, plural, other {# σεντ}}',
] as const;

export const counts: CountMessages = {
  minutesAgo: '{minutes, plural, =0 {πριν από λίγο} one {πριν από # λεπτό} other {πριν από # λεπτά}}',
  pieces: '{count, plural, one {# τεμάχιο} other {# τεμάχια}}',
  // Not a semicolon, which asks a question in Greek.
  between: '. ',
  days: '{count, plural, one {# ημέρα} other {# ημέρες}}',
  months: '{count, plural, one {# μήνα} other {# μήνες}}',
  years: '{count, plural, one {# χρόνο} other {# χρόνια}}',
};

export const orders: OrderMessages = {
  orderStatus: {
    draft: 'δεν έχει επιβεβαιωθεί ακόμη',
    confirmed: 'έχει ληφθεί',
    paid: 'έχει εξοφληθεί',
    packed: 'έχει συσκευαστεί',
    shipped: 'είναι καθ’ οδόν',
    delivered: 'έχει παραδοθεί',
    cancelled: 'έχει ακυρωθεί',
    'return-requested': 'πρόκειται να επιστραφεί, και την περιμένουμε',
    returned: 'έχει επιστρέψει σε εμάς',
    refunded: 'έκλεισε, και τα χρήματά σας έχουν επιστραφεί',
    exchanged: 'έχει αντικατασταθεί με νέα',
  },
  deliveredOn: 'παραδόθηκε {day}',
  expectedOn: '{status} και αναμένεται να σας παραδοθεί {day}',
  later: '{status} και θα φτάσει αργότερα απ’ όσο υπολογίζαμε',
};

export const cases: CaseMessages = {
  caseAbout: {
    delivery: 'μια παράδοση',
    product: 'ένα προϊόν',
    invoice: 'ένα τιμολόγιο',
    complaint: 'ένα παράπονο',
    other: 'ένα πρόβλημα που μας αναφέρατε',
    order: 'μια παραγγελία',
    'order-change': 'μια αλλαγή σε παραγγελία',
    appointment: 'ένα ραντεβού',
    call: 'μια κλήση που σας υποσχεθήκαμε',
  },
  caseWithTeam: 'αφορά {about}, και θα την αναλάβει η ομάδα για τις επείγουσες υποθέσεις το αργότερο {time}',
  caseWithUs: 'αφορά {about}, και θα σας καλέσουμε το αργότερο {time}',
  caseLate:
    'αφορά {about}, και είναι ακόμη ανοιχτή. Λυπούμαστε αν δεν είχατε νέα μας στον χρόνο που υποσχεθήκαμε',
  levels: ['ένα', 'δύο', 'τρία'],
};

export const money: MoneyMessages = {
  money: {
    USD: DOLLARS,
    CAD: DOLLARS,
    AUD: DOLLARS,
    EUR: ['{count, plural, other {# ευρώ}}', '{count, plural, one {# λεπτό} other {# λεπτά}}'],
    GBP: ['{count, plural, one {# λίρα} other {# λίρες}}', '{count, plural, one {# πένα} other {# πένες}}'],
  },
  majorAndMinor: '{major} και {minor}',
};

export const offers: OfferMessages = {
  offer: 'Το προϊόν {product} κοστίζει {price} αντί για {usualPrice}, έως {until}. Για αυτό, πατήστε {key}.',
  keys: ['1', '2', '3'],
};
