/** Telephone numbers as people key them: as one dials it in the country of the centre, or with an international prefix. */

import { phoneNumber } from './phone-number.ts';

/** How one dials in a country (ITU-T E.164 and its list of national dialling prefixes). */
interface Dialling {
  readonly callingCode: string;
  /** Before numbers of other countries. */
  readonly international: string;
  /** Before numbers of one's own, and no part of them abroad; empty where there is none. */
  readonly trunk: string;
  /** What a number of one's own is without it, where its form is known. */
  readonly national?: RegExp;
}

const NORTH_AMERICA: Dialling = {
  callingCode: '1',
  international: '011',
  trunk: '1',
  national: /^[2-9]\d{2}[2-9]\d{6}$/,
};
const dialling = (callingCode: string, trunk = ''): Dialling => ({
  callingCode,
  international: '00',
  trunk,
});

const COUNTRIES: Readonly<Record<string, Dialling>> = {
  US: NORTH_AMERICA,
  CA: NORTH_AMERICA,
  AT: dialling('43', '0'),
  AU: { callingCode: '61', international: '0011', trunk: '0' },
  BE: dialling('32', '0'),
  BG: dialling('359', '0'),
  CH: dialling('41', '0'),
  CY: dialling('357'),
  CZ: dialling('420'),
  DE: dialling('49', '0'),
  DK: dialling('45'),
  EE: dialling('372'),
  ES: dialling('34'),
  FI: dialling('358', '0'),
  FR: dialling('33', '0'),
  GB: dialling('44', '0'),
  GR: dialling('30'),
  HR: dialling('385', '0'),
  HU: dialling('36', '06'),
  IE: dialling('353', '0'),
  // What others leave out is a part of the number in Italy.
  IT: dialling('39'),
  JP: { callingCode: '81', international: '010', trunk: '0' },
  LT: dialling('370', '0'),
  LU: dialling('352'),
  LV: dialling('371'),
  NL: dialling('31', '0'),
  NO: dialling('47'),
  NZ: dialling('64', '0'),
  PL: dialling('48'),
  PT: dialling('351'),
  RO: dialling('40', '0'),
  SE: dialling('46', '0'),
  SI: dialling('386', '0'),
  SK: dialling('421', '0'),
};

/** Numbers of one's own are longer than those of emergency and short services. */
const NATIONAL_DIGITS_MIN = 7;

/**
 * The number in E.164 form; undefined for what is none.
 * @param keyed digits from a keypad
 * @param country ISO 3166, where the centre is; in one that is not known here only international numbers are read
 */
export function keyedNumber(keyed: string, country: string): string | undefined {
  if (!/^\d{1,20}$/.test(keyed)) return undefined;
  const { callingCode, international, trunk, national } = COUNTRIES[country] ?? dialling('');
  if (keyed.startsWith(international)) return phoneNumber(`+${keyed.slice(international.length)}`);
  if (callingCode === '') return undefined;
  const own = trunk !== '' && keyed.startsWith(trunk) ? keyed.slice(trunk.length) : keyed;
  if (own.length < NATIONAL_DIGITS_MIN || national?.test(own) === false) return undefined;
  return phoneNumber(`+${callingCode}${own}`);
}
