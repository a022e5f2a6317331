/** Keys that nobody asked for, as a fault at a question. */
import type { FaultName } from './fault-catalogue.ts';

const ODD_KEYS = '*#A';
const THIRTY_DIGITS = '123456789012345678901234567890';

/** @param keys what the caller meant to press */
export function oddly(fault: FaultName | undefined, keys: string): string {
  switch (fault) {
    case 'keys-ahead':
      return `${keys}11`;
    case 'odd-keys':
      return ODD_KEYS;
    case 'thirty-digits':
      return THIRTY_DIGITS;
    case 'caller-silent':
      return '';
    default:
      return keys;
  }
}
