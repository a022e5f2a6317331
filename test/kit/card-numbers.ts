/** Finds what could be the number of a payment card in anything that is kept or shown. */
import { hasLuhnDigit } from '../../lambdas/domain/card.ts';

/** 13 to 19 digits, as they are or with one sign between them. */
const CANDIDATE = /(?<![\dA-Fa-f])\d(?:[ ,.-]?\d){12,18}(?![\dA-Fa-f])/g;

/** Parts of longer numbers too: a card in front of its expiry date is a card. */
export function cardNumbersIn(text: string): readonly string[] {
  return [...text.matchAll(CANDIDATE)].flatMap(([found]) => {
    const digits = found.replaceAll(/\D/g, '');
    return hasLuhnDigit(digits) && !isMoment(digits) ? [found] : [];
  });
}

/** Milliseconds since 1970 have thirteen digits too, and one in ten of them a right check digit. */
const isMoment = (digits: string): boolean => digits.length === 13 && /^1[5-9]/.test(digits);
