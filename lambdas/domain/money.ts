/** Money in whole minor units (cents): tax, sums and the words for them; no fraction ever exists. */
import { DEFAULT_LANGUAGE, type Language } from './language.ts';
import { message } from './words/message.ts';
import { moneyWords } from './words/words-of.ts';

/** Prices above this are not taken by phone; every product of price, pieces, lines and tax rate stays exact below it. */
export const UNIT_PRICE_MINOR_MAX = 10_000_000;

/** 100 %: a tax rate is counted in hundredths of a percent. */
export const BASIS_POINTS_MAX = 10_000;

/**
 * The tax on a sum, in minor units, rounded half up. It is rounded once, on the whole order and not line by line:
 * the caller hears one amount of tax, and it is never more than half a cent from the exact one.
 * @param basisPoints hundredths of a percent: 825 is 8.25 %
 */
export function taxMinor(sumMinor: number, basisPoints: number): number {
  return Math.floor((sumMinor * basisPoints + BASIS_POINTS_MAX / 2) / BASIS_POINTS_MAX);
}

/** `1,234 dollars and 5 cents`, `75 cents`, `0 dollars`. Throws for a currency whose words are not known. */
export function spokenMoney(minor: number, currency: string, language: Language = DEFAULT_LANGUAGE): string {
  const { money, majorAndMinor } = moneyWords(language);
  const known: Readonly<Record<string, readonly [major: string, minor: string]>> = money;
  const words = Object.hasOwn(known, currency) ? known[currency] : undefined;
  if (words === undefined) {
    throw new Error(`there are no words for the currency ${currency}; add them to lambdas/domain/words`);
  }
  const rest = minor % 100;
  const majorWords = message(language, words[0], { count: Math.floor(minor / 100) });
  if (rest === 0) return majorWords;
  const minorWords = message(language, words[1], { count: rest });
  return minor < 100
    ? minorWords
    : message(language, majorAndMinor, { major: majorWords, minor: minorWords });
}
