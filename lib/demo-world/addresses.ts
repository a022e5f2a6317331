/** Where the people of the demo world live and work: in towns that nobody has, with postcodes that no post office gives. */

import type { GivenCustomer } from '../../lambdas/tables/customers.ts';

export type Address = NonNullable<GivenCustomer['addresses']>[number];
export type Country = 'US' | 'GB' | 'GR' | 'HU' | 'RO';

interface Land {
  readonly towns: readonly string[];
  readonly streets: readonly string[];
  readonly line: (street: string, house: number) => string;
  /** American ZIP codes begin at 00501, no British one begins with X, no Greek or Hungarian one with 0, no Romanian one with 99. */
  readonly postcode: (number: number) => string;
}

const LANDS: Readonly<Record<Country, Land>> = {
  US: {
    towns: ['Larkfield', 'Brindle Ferry', 'Copperhollow'],
    streets: ['Quay Street', 'Mill Lane', 'Orchard Road', 'Signal Hill'],
    line: (street, house) => `${house} ${street}`,
    postcode: (number) => `00${String(number).padStart(3, '0')}`,
  },
  GB: {
    towns: ['Little Marrowby', 'Upper Thistlecombe', 'Wrenbury Sands'],
    streets: ['Quay Street', 'Mill Lane', 'Orchard Road', 'Signal Hill'],
    line: (street, house) => `${house} ${street}`,
    postcode: (number) => `XW${number % 10} ${Math.floor(number / 10) % 10}ZZ`,
  },
  GR: {
    towns: ['Άνω Αστροβάλα', 'Παλιά Ρεματόβρυση', 'Κάτω Ανεμόσκαλα'],
    streets: ['Φάρου', 'Μύλων', 'Περιβολιών', 'Χελιδονιών'],
    line: (street, house) => `${street} ${house}`,
    postcode: (number) => `000 ${String(number % 100).padStart(2, '0')}`,
  },
  HU: {
    towns: ['Felsőpacsirtás', 'Kisrigófalva', 'Nagyfűzhegyes'],
    streets: ['Malom utca', 'Rigó utca', 'Kert sor', 'Révész köz'],
    line: (street, house) => `${street} ${house}.`,
    postcode: (number) => `0${String(number).padStart(3, '0')}`,
  },
  RO: {
    towns: ['Valea Ciocârliilor', 'Dealu Cucului', 'Poiana Licuricilor'],
    streets: ['Strada Morii', 'Strada Mierlei', 'Aleea Livezii', 'Strada Podului'],
    line: (street, house) => `${street} nr. ${house}`,
    postcode: (number) => `99${String(number).padStart(4, '0')}`,
  },
};

/** No two have the same; `number` is up to 400. */
export function inventedAddress(addressId: string, country: Country, number: number): Address {
  const { towns, streets, line, postcode } = LANDS[country];
  const street = streets[number % streets.length] ?? '';
  return {
    addressId,
    lines: [line(street, number + 1)],
    city: towns[Math.floor(number / streets.length) % towns.length] ?? '',
    postcode: postcode(number),
    country,
  };
}
