/** A payment card as a caller keys it: whether it can be one at all, before anybody is asked about it. */

export const CARD_BRANDS = [
  'visa',
  'mastercard',
  'amex',
  'discover',
  'diners',
  'jcb',
  'unionpay',
  'maestro',
] as const;
export type CardBrand = (typeof CARD_BRANDS)[number];

/** Never kept, logged or spoken: it lives from its decryption to the provider's request. */
export interface Card {
  readonly number: string;
  readonly brand: CardBrand;
  /** 1 to 12, and the whole year. */
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly securityCode: string;
}

/** What of the keys cannot be: nobody was asked, and nothing was charged. */
export type CardFault = 'number' | 'expiry' | 'expired' | 'code';

interface Rule {
  readonly brand: CardBrand;
  /** Issuer numbers from and to, both included and of the same length. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly lengths: readonly number[];
}

/** By the ranges of issuers (ISO/IEC 7812); the first that fits decides. */
const RULES: readonly Rule[] = [
  { brand: 'visa', ranges: [[4, 4]], lengths: [13, 16, 19] },
  {
    brand: 'mastercard',
    ranges: [
      [51, 55],
      [2221, 2720],
    ],
    lengths: [16],
  },
  {
    brand: 'amex',
    ranges: [
      [34, 34],
      [37, 37],
    ],
    lengths: [15],
  },
  {
    brand: 'discover',
    ranges: [
      [6011, 6011],
      [644, 649],
      [65, 65],
    ],
    lengths: [16, 17, 18, 19],
  },
  {
    brand: 'diners',
    ranges: [
      [300, 305],
      [36, 36],
      [38, 39],
    ],
    lengths: [14, 15, 16, 17, 18, 19],
  },
  { brand: 'jcb', ranges: [[3528, 3589]], lengths: [16, 17, 18, 19] },
  { brand: 'unionpay', ranges: [[62, 62]], lengths: [16, 17, 18, 19] },
  {
    brand: 'maestro',
    ranges: [
      [50, 50],
      [56, 61],
      [63, 69],
    ],
    lengths: [13, 14, 15, 16, 17, 18, 19],
  },
];

/** The check digit that cards share (ISO/IEC 7812-1, annex B): it finds one wrong digit and most exchanged ones. */
export function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** The brand of a number whose length and check digit are those of one; undefined where it is no card's. */
export function brandOf(number: string): CardBrand | undefined {
  if (!/^\d{13,19}$/.test(number) || !hasLuhnDigit(number)) return undefined;
  return RULES.find(
    ({ ranges, lengths }) =>
      lengths.includes(number.length) &&
      ranges.some(([from, to]) => {
        const issuer = Number(number.slice(0, String(from).length));
        return issuer >= from && issuer <= to;
      }),
  )?.brand;
}

/** Cards are issued for twenty years at most; a year further away was mistyped. */
const YEARS_AHEAD_MAX = 20;

/**
 * The card of what was keyed, or what of it cannot be.
 * @param expiry month and year, two digits each
 * @param nowMs a card is good to the end of its month, everywhere on earth
 */
export function readCard(
  { number, expiry, securityCode }: Readonly<Record<'number' | 'expiry' | 'securityCode', string>>,
  nowMs: number,
): Card | CardFault {
  const brand = brandOf(number);
  if (brand === undefined) return 'number';
  const [, month, year] = /^(0[1-9]|1[0-2])(\d{2})$/.exec(expiry) ?? [];
  if (month === undefined || year === undefined) return 'expiry';
  const expiryMonth = Number(month);
  const thisYear = new Date(nowMs).getUTCFullYear();
  const expiryYear = Math.floor(thisYear / 100) * 100 + Number(year);
  if (expiryYear > thisYear + YEARS_AHEAD_MAX) return 'expiry';
  // Twelve hours after the end of the month in UTC it is over in the last time zone too.
  if (nowMs >= Date.UTC(expiryYear, expiryMonth, 1, 12)) return 'expired';
  if (!(brand === 'amex' ? /^\d{4}$/ : /^\d{3}$/).test(securityCode)) return 'code';
  return { number, brand, expiryMonth, expiryYear, securityCode };
}
