/** The value of a slot in what a caller said. */
import type { BotLocale, SlotType } from './bot.ts';
import { dateOf } from './dates.ts';
import { digitOf, numberOf, type Word, wordsIn } from './words.ts';

/** Finds the value that all these words together are; undefined where they are none of this type. */
export type ReadValue = (words: readonly Word[]) => string | undefined;

/** @param type of the locale, or built in. */
export function valueReader(locale: BotLocale, type: string, nowMs: number): ReadValue {
  const custom = locale.slotTypes.find(({ name }) => name === type);
  if (custom !== undefined) return custom.pattern === undefined ? listed(custom) : formed(custom.pattern);
  switch (type) {
    case 'AMAZON.Number':
      return numberOf;
    case 'AMAZON.Date':
      return (words) => dateOf(words, nowMs);
    case 'AMAZON.AlphaNumeric':
      return lettersAndDigits;
    case 'AMAZON.PhoneNumber':
      return phoneNumber;
    case 'AMAZON.FreeFormInput':
      return (words) => (words.length === 0 ? undefined : asSaid(words));
    default:
      return () => undefined;
  }
}

/** The longest run of words that is a value, the first one of several: `my number is 1002` has 1002. */
export function valueWithin(
  words: readonly Word[],
  read: ReadValue,
): { readonly value: string; readonly from: number; readonly to: number } | undefined {
  for (let length = words.length; length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const value = read(words.slice(from, from + length));
      if (value !== undefined) return { value, from, to: from + length };
    }
  }
  return undefined;
}

const asSaid = (words: readonly Word[]): string => words.map(({ said }) => said).join(' ');
const plainly = (words: readonly Word[]): string => words.map(({ plain }) => plain).join(' ');

function listed({ values, resolution }: SlotType): ReadValue {
  const known = new Map<string, string>();
  for (const { value, synonyms } of values) {
    for (const name of [value, ...synonyms]) {
      const key = plainly(wordsIn(name));
      if (!known.has(key)) known.set(key, value);
    }
  }
  return (words) => {
    const value = known.get(plainly(words));
    return value === undefined || resolution === 'TOP_RESOLUTION' ? value : asSaid(words);
  };
}

/** `A one zero two` is A102. A word of several letters that is no number belongs only to a value with digits in it. */
function lettersAndDigits(words: readonly Word[]): string | undefined {
  if (words.length === 0) return undefined;
  const value = words.map((word) => digitOf(word) ?? word.said).join('');
  const isSpelt = words.every(
    (word) => digitOf(word) !== undefined || /\d/.test(word.said) || word.said.length === 1,
  );
  return isSpelt && /^[A-Za-z0-9]+$/.test(value) ? value : undefined;
}

function formed(pattern: string): ReadValue {
  const expression = new RegExp(`^(?:${pattern})$`);
  return (words) => {
    const value = words.map((word) => digitOf(word) ?? word.said).join('');
    return value !== '' && expression.test(value) ? value : undefined;
  };
}

function phoneNumber(words: readonly Word[]): string | undefined {
  const digits = words.map((word) => digitOf(word) ?? word.plain.replaceAll(/[-.]/g, '')).join('');
  return /^\d{7,15}$/.test(digits) ? digits : undefined;
}
