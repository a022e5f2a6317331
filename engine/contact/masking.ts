/** Keys that were pressed while the flow log was off, made unreadable wherever a person could read them. */
import type { Json } from '../language/flow.ts';
import { isList, isObject } from '../language/json.ts';
import type { Contact } from './model.ts';

export const MASK = '•';

/** Shorter ones are hidden only where they are the whole value: a single digit occurs in every other text. */
const INSIDE_TEXT_MIN = 3;

/**
 * The text with every secret in it masked, one sign for each key. A secret is masked where it stands by itself: within
 * a longer number, an identifier or an ARN the same digits came about by chance, and a mask there would tell them to
 * whoever knows the identifier.
 */
export function maskText(secrets: ReadonlySet<string> | undefined, text: string): string {
  if (secrets === undefined || text === '') return text;
  if (secrets.has(text)) return MASK.repeat(text.length);
  let shown = text;
  for (const secret of secrets) {
    if (secret.length >= INSIDE_TEXT_MIN && shown.includes(secret)) {
      shown = shown.replaceAll(standingAlone(secret), MASK.repeat(secret.length));
    }
  }
  return shown;
}

/** Keys of a telephone: of them only `*` means something in a pattern. */
const standingAlone = (secret: string): RegExp =>
  new RegExp(`(?<![\\w:./-])${secret.replaceAll('*', '\\*')}(?![\\w:/-]|\\.\\w)`, 'g');

/** The same for every string in the JSON. */
export function maskJson(secrets: ReadonlySet<string> | undefined, value: Json, alsoMasked?: Masks): Json {
  if (secrets === undefined) return value;
  if (typeof value === 'string') return alsoMasked?.get(value) ?? maskText(secrets, value);
  if (typeof value === 'number') return secrets.has(String(value)) ? MASK : value;
  if (isList(value)) return value.map((item) => maskJson(secrets, item, alsoMasked));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, maskJson(secrets, member, alsoMasked)]),
  );
}

/** Texts that were put together with a secret in them, and how they may be shown. */
export type Masks = ReadonlyMap<string, string>;

/** Remembers what was keyed as secret, where the flow log is off or was off for one of the keys. */
export function keepSecret(contact: Contact, keys: string): void {
  if (keys === '') return;
  contact.secrets ??= new Set();
  contact.secrets.add(keys);
}

/** Whether one of the contact's attributes, which every function is given, holds a secret. */
export function attributesHoldSecret({ attributes, secrets }: Contact): boolean {
  if (secrets === undefined) return false;
  for (const value of attributes.values()) if (maskText(secrets, value) !== value) return true;
  return false;
}
