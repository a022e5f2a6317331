/** Phone numbers that a local centre may claim: from ranges that regulators keep for fiction, so nobody is rung. */

export type NumberType = 'DID' | 'TOLL_FREE';

interface Range {
  readonly country: string;
  readonly type: NumberType;
  /** The first number of the range, in E.164. */
  readonly first: string;
  readonly size: number;
}

/**
 * Sources: NANPA (555-0100 to 555-0199 in every area code), Ofcom (numbers for drama), ACMA (fictitious numbers),
 * Bundesnetzagentur (Rufnummern für Medien), ARCEP (numéros pour œuvres audiovisuelles), ComReg, PTS.
 */
const RANGES: readonly Range[] = [
  { country: 'US', type: 'DID', first: '+12025550100', size: 100 },
  { country: 'US', type: 'TOLL_FREE', first: '+18005550100', size: 100 },
  { country: 'CA', type: 'DID', first: '+16135550100', size: 100 },
  { country: 'CA', type: 'TOLL_FREE', first: '+18885550100', size: 100 },
  { country: 'GB', type: 'DID', first: '+442079460000', size: 1000 },
  { country: 'GB', type: 'TOLL_FREE', first: '+448081570000', size: 1000 },
  { country: 'AU', type: 'DID', first: '+61255500000', size: 100 },
  { country: 'AU', type: 'TOLL_FREE', first: '+611800160401', size: 1 },
  { country: 'DE', type: 'DID', first: '+493023125000', size: 1000 },
  { country: 'FR', type: 'DID', first: '+33199000000', size: 10_000 },
  { country: 'IE', type: 'DID', first: '+353209100000', size: 100_000 },
  { country: 'SE', type: 'DID', first: '+46313900600', size: 100 },
];

/** Countries without a published range get numbers under +999, a country code that belongs to nobody (ITU E.164). */
const NOWHERE_SIZE = 10_000;
const nowhere = (country: string, type: NumberType): Range => {
  const letters = [...country].map((letter) => String(letter.charCodeAt(0) - 64).padStart(2, '0')).join('');
  return { country, type, first: `+999${letters}${type === 'DID' ? '1' : '8'}0000`, size: NOWHERE_SIZE };
};

const rangeOf = (country: string, type: NumberType): Range =>
  RANGES.find((range) => range.country === country && range.type === type) ?? nowhere(country, type);

/** `+1202…`: in the North American plan the range exists in every area code, so a prefix may choose one. */
const inArea = (range: Range, prefix: string): string | undefined => {
  if (range.first.startsWith(prefix)) return range.first;
  const area = /^\+1([2-9]\d{2})$/.exec(prefix)?.[1];
  return area === undefined || !range.first.startsWith('+1') || range.type !== 'DID'
    ? undefined
    : `+1${area}5550100`;
};

/**
 * The first fictional number of a country and type that is not taken: one US number is always +12025550100, further
 * ones count up.
 * @param country ISO 3166 code, two capital letters
 * @param prefix as CloudFormation's `Prefix`, e.g. `+1415`
 * @returns undefined when no number begins with the prefix or all are taken
 */
export const fictionalNumber = (
  country: string,
  type: NumberType,
  prefix: string | undefined,
  taken: (number: string) => boolean,
): string | undefined => {
  const range = rangeOf(country, type);
  const first = prefix === undefined ? range.first : inArea(range, prefix);
  if (first === undefined) return undefined;
  for (let offset = 0; offset < range.size; offset += 1) {
    const number = `+${BigInt(first.slice(1)) + BigInt(offset)}`;
    if (!taken(number)) return number;
  }
  return undefined;
};
