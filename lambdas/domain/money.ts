/** Money in whole minor units (cents): tax, sums and the words for them; no fraction ever exists. */

/** Prices above this are not taken by phone; every product of price, pieces, lines and tax rate stays exact below it. */
export const UNIT_PRICE_MINOR_MAX = 10_000_000;

/** 100 %: a tax rate is counted in hundredths of a percent. */
export const BASIS_POINTS_MAX = 10_000;

/** What a currency and its hundredth are called, one of each and several. */
interface CurrencyWords {
  readonly major: readonly [one: string, several: string];
  readonly minor: readonly [one: string, several: string];
}

const CURRENCIES: Readonly<Record<string, CurrencyWords>> = {
  USD: { major: ['dollar', 'dollars'], minor: ['cent', 'cents'] },
  CAD: { major: ['dollar', 'dollars'], minor: ['cent', 'cents'] },
  AUD: { major: ['dollar', 'dollars'], minor: ['cent', 'cents'] },
  EUR: { major: ['euro', 'euros'], minor: ['cent', 'cents'] },
  GBP: { major: ['pound', 'pounds'], minor: ['penny', 'pence'] },
};

/**
 * The tax on a sum, in minor units, rounded half up. It is rounded once, on the whole order and not line by line:
 * the caller hears one amount of tax, and it is never more than half a cent from the exact one.
 * @param basisPoints hundredths of a percent: 825 is 8.25 %
 */
export function taxMinor(sumMinor: number, basisPoints: number): number {
  return Math.floor((sumMinor * basisPoints + BASIS_POINTS_MAX / 2) / BASIS_POINTS_MAX);
}

/** `1,234 dollars and 5 cents`, `75 cents`, `0 dollars`. Throws for a currency whose words are not known. */
export function spokenMoney(minor: number, currency: string): string {
  const words = CURRENCIES[currency];
  if (words === undefined) {
    throw new Error(`there are no words for the currency ${currency}; add them to lambdas/domain/money.ts`);
  }
  const major = Math.floor(minor / 100);
  const rest = minor % 100;
  const majorWords = `${grouped(major)} ${words.major[major === 1 ? 0 : 1]}`;
  const minorWords = `${rest} ${words.minor[rest === 1 ? 0 : 1]}`;
  if (rest === 0) return majorWords;
  return major === 0 ? minorWords : `${majorWords} and ${minorWords}`;
}

function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}
