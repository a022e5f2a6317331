/** What functions say, in one language and by what it is about: messages in ICU MessageFormat, and days and times as its people say them. */
import type { OrderStatus } from '../order-status.ts';

/** A day or time to come, seen from the day on which it is said. */
export interface Moment {
  /** `2026-11-24`. */
  readonly date: string;
  readonly minuteOfDay: number;
  /** Whether it is the day on which it is said, one of the six after it, or a later one, whose weekday is not enough. */
  readonly nearness: 'today' | 'this-week' | 'later';
}

type Currency = 'USD' | 'CAD' | 'AUD' | 'EUR' | 'GBP';

/** Of a case, by its reason; `call` for every other one. */
export type CaseMatter =
  | 'delivery'
  | 'product'
  | 'invoice'
  | 'complaint'
  | 'other'
  | 'order'
  | 'order-change'
  | 'appointment'
  | 'call';

export interface CountMessages {
  /** `{minutes}` are whole ones. */
  readonly minutesAgo: string;
  readonly pieces: string;
  /** How long something takes or lasts. */
  /** One thing of a list and the next, whose own words have commas. */
  readonly between: string;
  readonly days: string;
  readonly months: string;
  readonly years: string;
}

export interface OrderMessages {
  /** The rest of a sentence about an order, or a sentence of its own: as the message `orderStatus` of the flows has it. */
  readonly orderStatus: Readonly<Record<OrderStatus, string>>;
  readonly deliveredOn: string;
  /** Follow a status: a day to come, or one that has passed. */
  readonly expectedOn: string;
  readonly later: string;
}

export interface CaseMessages {
  readonly caseAbout: Readonly<Record<CaseMatter, string>>;
  /** The rest of a sentence about a case, or one of its own: as the message `caseState` of the flows has it. */
  readonly caseWithTeam: string;
  readonly caseWithUs: string;
  readonly caseLate: string;
  readonly levels: readonly [string, string, string];
}

export interface MoneyMessages {
  /** Of each currency the unit and its hundredth. */
  readonly money: Readonly<Record<Currency, readonly [major: string, minor: string]>>;
  readonly majorAndMinor: string;
}

export interface OfferMessages {
  /** A product at a lower price, its last day, and the key to hear more of it. */
  readonly offer: string;
  /** As a sentence says them. */
  readonly keys: readonly [string, string, string];
}

/** Whether a day is the nearest one of its name, or one of another year, which is said then. */
export type DayYear = 'nearest' | 'any-year';

export interface DayWords {
  /** A day, in the form in which the messages say that something happens on it. */
  readonly day: (date: string, year: DayYear) => string;
  /** A moment to come, in the form in which the messages say by when something happens. */
  readonly moment: (moment: Moment) => string;
}

/** How a language that no voice speaks is put together of recordings. */
export interface RecordedWords {
  /** Words that are another form of what a function says: a number before a month, say. */
  readonly prepare: (text: string) => string;
  /** A whole number from 0 on, in pieces. */
  readonly number: (value: number) => readonly string[];
  /** All pieces of numbers, days and times. */
  readonly pieces: readonly string[];
}

export const dayOf = (date: string): number => Number(date.slice(8, 10));
/** Its year after some sign, where it is to be said. */
export const yearOf = (date: string, year: DayYear, before: string): string =>
  year === 'nearest' ? '' : `${before}${date.slice(0, 4)}`;
/** 0 is January. */
export const monthOf = (date: string): number => Number(date.slice(5, 7)) - 1;
