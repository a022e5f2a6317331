/** A telephone number as a caller keys it, turned into E.164. */
import { callingCode, callingCodeOf } from './calling-codes.ts';

const DIGITS_MIN = 8;
/** ITU-T E.164. */
const DIGITS_MAX = 15;
/** North America: neither area nor exchange begins with 0 or 1. */
const NORTH_AMERICAN = /^[2-9]\d{2}[2-9]\d{6}$/;
/** Countries whose national numbers keep their leading zero abroad. */
const ZERO_STAYS = new Set(['39', '378', '242', '225', '241']);

/**
 * The number that the keys mean, or undefined where they cannot be one. `Local` takes it without, `E164` with the
 * calling code (adminguide/store-customer-input). Lengths are checked exactly for North America, by the limits of
 * E.164 elsewhere.
 */
export function keyedNumber(keys: string, format: string, country: string): string | undefined {
  if (!/^\d+$/.test(keys)) return undefined;
  if (format === 'E164') return validated(keys.replace(/^(011|00)/, ''));
  const code = callingCode(country);
  if (code === undefined) return undefined;
  if (code === '1') return validated(keys.length === 10 ? `1${keys}` : keys);
  return validated(code + (ZERO_STAYS.has(code) ? keys : keys.replace(/^0/, '')));
}

/** Whether a value is a whole number in E.164. */
export function isE164(value: string): boolean {
  return value.startsWith('+') && validated(value.slice(1)) === value;
}

function validated(digits: string): string | undefined {
  if (!/^\d+$/.test(digits) || digits.length < DIGITS_MIN || digits.length > DIGITS_MAX) return undefined;
  const code = callingCodeOf(digits);
  if (code === undefined) return undefined;
  return code === '1' && !NORTH_AMERICAN.test(digits.slice(1)) ? undefined : `+${digits}`;
}
