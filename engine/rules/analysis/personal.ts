/** Which names and words are about data that must be kept close, as far as names tell. */
import { wordsIn } from './effects.ts';

/** Phrases that name a secret: nobody may hear or keep it in clear. */
const SECRETS: readonly (readonly string[])[] = [
  ['card', 'number'],
  ['credit', 'card'],
  ['debit', 'card'],
  ['cardnumber'],
  ['cardnum'],
  ['creditcard'],
  ['cc', 'number'],
  ['accountnumber'],
  ['pan'],
  ['cvv'],
  ['cvc'],
  ['security', 'code'],
  ['pin'],
  ['pincode'],
  ['passcode'],
  ['password'],
  ['ssn'],
  ['social', 'security'],
  ['iban'],
  ['account', 'number'],
  ['bank', 'account'],
  ['routing', 'number'],
  ['passport'],
  ['tax', 'id'],
];

/** Phrases that name a person: not for contact attributes, which stand in every contact record. */
const PERSONAL: readonly (readonly string[])[] = [
  ...SECRETS,
  ['birth'],
  ['birthdate'],
  ['birthday'],
  ['dob'],
  ['email'],
  ['phone'],
  ['phonenumber'],
  ['mobile'],
  ['address'],
  ['first', 'name'],
  ['firstname'],
  ['last', 'name'],
  ['lastname'],
  ['surname'],
  ['full', 'name'],
  ['fullname'],
];

/** Phrases that name what only a verified caller may hear. */
const PROTECTED: readonly (readonly string[])[] = [
  ['balance'],
  ['statement'],
  ['transaction'],
  ['transactions'],
  ['payment', 'amount'],
  ['amount', 'due'],
  ['minimum', 'payment'],
  ['diagnosis'],
  ['prescription'],
  ['policy', 'number'],
  ['claim', 'status'],
  ['salary'],
];

/** Words after which a name is about the value no more, or before which it is not the value itself. */
const HARMLESS = new Set([
  'masked',
  'last4',
  'lastfour',
  'ending',
  'encrypted',
  'token',
  'hash',
  'hashed',
  'valid',
  'verified',
  'status',
  'result',
  'attempts',
  'tries',
  'count',
  'type',
  'brand',
  'outcome',
  'ok',
  'required',
  'known',
  'prompt',
]);

const naming =
  (phrases: readonly (readonly string[])[], exempt = HARMLESS) =>
  (name: string): boolean => {
    const words = wordsIn(name);
    if (words.some((word) => exempt.has(word))) return false;
    return phrases.some((phrase) =>
      words.some((_word, at) => phrase.every((word, index) => words[at + index] === word)),
    );
  };

export const namesSecret = naming(SECRETS);
export const namesPerson = naming(PERSONAL);
export const namesProtected = naming(PROTECTED, new Set(['masked']));

/** Words with which a caller is asked for a card or a PIN. */
const ASKED =
  /\b(?:pin|cvv2?|cvc|ssn|iban|passcode|password|security code|(?:credit|debit|bank)[ -]?card|card number|social security|account number|expir(?:y|ation) date|your (?:\w+ ){0,2}card|kartennummer|geheimzahl|código de seguridad|número de tarjeta|numéro de carte)\b/i;

export const asksForSecret = (words: string): boolean => ASKED.test(words);
