/** Reads messages in ICU MessageFormat as far as functions speak them: arguments, and plurals by the rules of the language. */
import type { Language } from '../language.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

/** What the rules of a language cost is paid once, and only by functions that count something. */
const rules = new Map<Language, { readonly plural: Intl.PluralRules; readonly number: Intl.NumberFormat }>();

function rulesOf(language: Language) {
  const known = rules.get(language);
  if (known !== undefined) return known;
  const made = { plural: new Intl.PluralRules(language), number: new Intl.NumberFormat(language) };
  rules.set(language, made);
  return made;
}

/**
 * The message with its values put in: `{name}`, and `{name, plural, =0 {…} one {…} few {…} other {…}}` with `#` for the
 * number. Throws for a value that is missing and for what is no such message: both are mistakes of an author.
 */
export function message(language: Language, text: string, values: MessageValues = {}): string {
  return spokenPart(language, text, values, undefined);
}

function spokenPart(
  language: Language,
  text: string,
  values: MessageValues,
  counted: number | undefined,
): string {
  let said = '';
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === '{') {
      const end = closing(text, at);
      said += argument(language, text.slice(at + 1, end), values);
      at = end + 1;
    } else {
      said +=
        character === '#' && counted !== undefined ? rulesOf(language).number.format(counted) : character;
      at += 1;
    }
  }
  return said;
}

function argument(language: Language, inside: string, values: MessageValues): string {
  const [, name = '', choices] = /^\s*(\w+)\s*(?:,\s*plural\s*,([\s\S]*))?$/.exec(inside) ?? [];
  const value = values[name];
  if (value === undefined) throw new Error(`a message has no value for '{${inside}}'`);
  if (choices === undefined) return String(value);
  const count = Number(value);
  const options = optionsOf(choices);
  const chosen =
    options.get(`=${count}`) ?? options.get(rulesOf(language).plural.select(count)) ?? options.get('other');
  if (chosen === undefined) throw new Error(`'{${inside}}' has no words for other numbers`);
  return spokenPart(language, chosen, values, count);
}

function optionsOf(choices: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  let at = 0;
  while (at < choices.length) {
    const open = choices.indexOf('{', at);
    if (open < 0) break;
    const end = closing(choices, open);
    options.set(choices.slice(at, open).trim(), choices.slice(open + 1, end));
    at = end + 1;
  }
  return options;
}

/** Where the brace closes that opens at `from`. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new Error(`a brace of the message '${text}' is never closed`);
}
