/**
 * The words of functions by language. There is one table for each thing they speak of, because a bundle carries every
 * table that its function asks.
 */
import type { Language } from '../language.ts';
import * as el from './el.ts';
import * as en from './en.ts';
import type {
  CaseMessages,
  CountMessages,
  DayWords,
  MoneyMessages,
  OfferMessages,
  OrderMessages,
} from './function-words.ts';
import * as hu from './hu.ts';
import * as ro from './ro.ts';

type ByLanguage<Words> = Readonly<Record<Language, Words>>;

const DAYS: ByLanguage<DayWords> = {
  en: { day: en.day, moment: en.moment },
  el: { day: el.day, moment: el.moment },
  hu: { day: hu.day, moment: hu.moment },
  ro: { day: ro.day, moment: ro.moment },
};
const COUNTS: ByLanguage<CountMessages> = { en: en.counts, el: el.counts, hu: hu.counts, ro: ro.counts };
const ORDERS: ByLanguage<OrderMessages> = { en: en.orders, el: el.orders, hu: hu.orders, ro: ro.orders };
const CASES: ByLanguage<CaseMessages> = { en: en.cases, el: el.cases, hu: hu.cases, ro: ro.cases };
const MONEY: ByLanguage<MoneyMessages> = { en: en.money, el: el.money, hu: hu.money, ro: ro.money };
const OFFERS: ByLanguage<OfferMessages> = { en: en.offers, el: el.offers, hu: hu.offers, ro: ro.offers };

export const dayWords = (language: Language): DayWords => DAYS[language];
export const countWords = (language: Language): CountMessages => COUNTS[language];
export const orderWords = (language: Language): OrderMessages => ORDERS[language];
export const caseWords = (language: Language): CaseMessages => CASES[language];
export const moneyWords = (language: Language): MoneyMessages => MONEY[language];
export const offerWords = (language: Language): OfferMessages => OFFERS[language];
