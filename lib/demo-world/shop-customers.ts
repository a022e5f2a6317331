/**
 * The other invented customers of the shop, grown from names of four languages. Their numbers are fictional: +1 202 555
 * 01xx, and +44 7700 900xxx, which Ofcom keeps for drama. For Greece, Hungary and Romania no such range is published, so
 * people who speak these languages have numbers of the latter.
 */

import type { GivenCustomer } from '../../lambdas/tables/customers.ts';
import { type Address, type Country, inventedAddress } from './addresses.ts';

/** In turn; who calls from them is spoken to in it. */
/** Of the customers, in turn. */
export const LANGUAGES = ['en', 'el', 'hu', 'ro'] as const;
type Language = (typeof LANGUAGES)[number];

export interface ShopCustomer extends GivenCustomer {
  readonly pin: string;
  readonly language: Language;
}

const NAMES: Readonly<Record<Language, readonly [first: string, last: string]>> = {
  en: ['Ada Bram Cleo Dylan Edith Finn Gwen', 'Ashdown Birchall Coldstream Dunmore Everly Farrow Greaves'],
  el: [
    'Αλέξης Βάσω Γιώργος Δήμητρα Ελένη Ζωή Ηλίας',
    'Αργυρίου Βλάχου Γεωργίου Δημητρίου Ευαγγέλου Ζαφειρίου Ηλιάδη',
  ],
  hu: ['Ádám Borbála Csaba Dóra Elek Flóra Gergő', 'Ács Balogh Csonka Dobos Erdei Fodor Gulyás'],
  ro: [
    'Andrei Bianca Cosmin Daria Emil Florin Gabriela',
    'Albu Bărbulescu Ciobanu Dobre Enache Florea Grosu',
  ],
};

const COUNTRIES: Readonly<Record<Language, Country>> = { en: 'GB', el: 'GR', hu: 'HU', ro: 'RO' };

/** With the people of `customers.ts` there are two hundred. */
const SHOP_CUSTOMERS = 196;

const AMERICAN_NUMBERS = 28;

export const shopCustomers: readonly ShopCustomer[] = Array.from({ length: SHOP_CUSTOMERS }, (_, index) => {
  const language = LANGUAGES[index % LANGUAGES.length] ?? 'en';
  const person = Math.floor(index / LANGUAGES.length);
  const [first = '', last = ''] = NAMES[language].map(
    (names, which) => names.split(' ')[which === 0 ? person % 7 : Math.floor(person / 7)] ?? '',
  );
  const isAmerican = language === 'en' && person < AMERICAN_NUMBERS;
  return {
    customerId: `c-${2_001 + index}`,
    name: language === 'hu' ? `${last} ${first}` : `${first} ${last}`,
    phoneNumbers: [
      isAmerican ? `+120255501${51 + person}` : `+447700900${String(index + 1).padStart(3, '0')}`,
    ],
    addresses: addressesOf(index, isAmerican ? 'US' : COUNTRIES[language]),
    preferences: { language, ...deliveredAs(index) },
    language,
    pin: pinOf(index),
  };
});

/** Some have no address, and every third of the others has two. */
function addressesHad(index: number): 0 | 1 | 2 {
  if (index % 29 === 28) return 0;
  return index % 3 === 2 ? 2 : 1;
}

function addressesOf(index: number, country: Country): Address[] {
  const home = inventedAddress('home', country, index);
  return [home, inventedAddress('work', country, SHOP_CUSTOMERS + index)].slice(0, addressesHad(index));
}

/** Who has two wants parcels at work; the others say nothing, but for some who want letters. */
function deliveredAs(index: number): NonNullable<GivenCustomer['preferences']> {
  const had = addressesHad(index);
  return {
    ...(had === 2 ? { shipping: { addressId: 'work', instructions: 'Leave it at the counter' } } : {}),
    ...(had > 0 && index % 5 === 0 ? { billing: { addressId: 'home', documentsBy: 'letter' } } : {}),
  };
}

/** Four digits of which none is guessed first, though everybody may read them in docs/demo-world.md. */
function pinOf(index: number): string {
  return String(2_003 + ((index * 6_131) % 7_919));
}
