/** Orders of feeds are read as what they say, and rubbish is told as such. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { line } from '../../../lambdas/domain/customer.ts';
import { INTAKE_FORMATS, type IncomingOrder, readIncoming } from '../../../lambdas/domain/incoming-order.ts';

const escaped = (text: string): string => text.replaceAll(/[?+:']/g, '?$&');
type Said = NonNullable<IncomingOrder['deliverTo'] | IncomingOrder['billTo']>;
const party = (use: string, said: Said | undefined): readonly string[] => {
  if (said === undefined) return [];
  if (!('lines' in said)) return said.addressId === undefined ? [] : [`NAD+${use}+${said.addressId}`];
  const { recipient = '', lines, city, region = '', postcode = '', country } = said;
  const [name, street, ...rest] = [[recipient], lines, [city], [region], [postcode], [country]].map((parts) =>
    parts.map(escaped).join(':'),
  );
  return [`NAD+${use}+++${name}+${street}+${rest.join('+')}`];
};
const edifact = ({ customerId, currency, lines, deliverTo, billTo }: IncomingOrder): string =>
  [
    `NAD+BY+${escaped(customerId)}`,
    ...party('DP', deliverTo),
    ...party('IV', billTo),
    ...(deliverTo?.instructions === undefined ? [] : [`FTX+DIN+++${escaped(deliverTo.instructions)}`]),
    `CUX+2:${currency}`,
    ...lines.flatMap(({ sku, quantity, unitPriceMinor }, index) => [
      `LIN+${index + 1}++${sku}`,
      `QTY+21:${quantity}`,
      ...(unitPriceMinor === undefined ? [] : [`PRI+AAA:${unitPriceMinor}`]),
    ]),
  ]
    .map((segment) => `${segment}'\r\n`)
    .join('');

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => z.safeParse(line(100), text).success);
const written = fc.record(
  {
    recipient: words,
    lines: fc.array(words, { minLength: 1, maxLength: 5 }),
    city: words,
    postcode: words.filter((text) => text.length <= 20),
    region: words,
    country: fc.stringMatching(/^[A-Z]{2}$/),
  },
  { requiredKeys: ['lines', 'city', 'country'] },
);
const known = fc.record({ addressId: fc.stringMatching(/^[a-z0-9-]{1,40}$/) });
const deliverTo = fc
  .tuple(fc.oneof(written, known, fc.constant({})), fc.option(words, { nil: undefined }))
  .map(([place, instructions]) => ({ ...place, ...(instructions === undefined ? {} : { instructions }) }))
  // An EDIFACT message cannot say nothing of it.
  .filter((said) => Object.keys(said).length > 0);

const order: fc.Arbitrary<IncomingOrder> = fc.record(
  {
    customerId: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
    currency: fc.stringMatching(/^[A-Z]{3}$/),
    lines: fc.uniqueArray(
      fc.record(
        {
          sku: fc.stringMatching(/^[A-Z0-9-]{1,20}$/),
          quantity: fc.integer({ min: 1, max: 10_000 }),
          unitPriceMinor: fc.nat(10_000_000),
        },
        { requiredKeys: ['sku', 'quantity'] },
      ),
      { minLength: 1, maxLength: 20, selector: ({ sku }) => sku },
    ),
    deliverTo,
    billTo: fc.oneof(written, known),
  },
  { requiredKeys: ['customerId', 'currency', 'lines'] },
);

test('what is written in either format is read as it was', () => {
  fc.assert(
    fc.property(order, (one) => {
      expect(readIncoming('json', JSON.stringify(one))).toEqual({ kind: 'read', order: one });
      expect(readIncoming('edifact', edifact(one))).toEqual({ kind: 'read', order: one });
    }),
    { numRuns: 100 },
  );
});

const ORDER = "NAD+BY+c-1'CUX+2:USD'LIN+1++A'QTY+21:1'";

describe('an EDIFACT message', () => {
  const readFrom = (before: string) => readIncoming('edifact', `${before}${ORDER}`);
  test('names the place by its code, whatever it is called there', () => {
    expect(readFrom("NAD+ST+5412345000020::9++Warehouse 7'")).toMatchObject({
      kind: 'read',
      order: { deliverTo: { addressId: '5412345000020' } },
    });
  });
  test('is read where it writes the place out beside its code, with what pads it taken away', () => {
    expect(readFrom("NAD+DP+W7::9++ Berg : :KG::: 3+ 3 Hill + Elm ++ 1010+AT'")).toMatchObject({
      order: {
        deliverTo: { recipient: 'Berg KG', lines: ['3 Hill'], city: 'Elm', postcode: '1010', country: 'AT' },
      },
    });
  });
  test('may name parties that are nothing to us, by whatever letters', () => {
    for (const use of ['SU', 'CN', 'constructor', '']) {
      const read = readFrom(`NAD+${use}+x'FTX+AAI+++Thanks'`);
      expect(read).toMatchObject({ kind: 'read' });
      expect(read).not.toHaveProperty('order.deliverTo');
    }
  });
});

test.each([
  [{ deliverTo: { addressId: 'home', lines: ['1'], city: 'Elm', country: 'US' } }, 'deliverTo'],
  [{ deliverTo: { lines: [], city: 'Elm', country: 'US' } }, 'deliverTo'],
  [{ deliverTo: { lines: ['1\n2'], city: 'Elm', country: 'US' } }, 'deliverTo'],
  [{ deliverTo: { addressId: 'home', documentsBy: 'email' } }, 'deliverTo'],
  [{ deliverTo: 'home' }, 'deliverTo'],
  [{ billTo: { addressId: 'home', instructions: 'Ring' } }, 'billTo'],
  [{ billTo: { addressId: 'home', documentsBy: 'fax' } }, 'billTo'],
])('an order with %j is unreadable, and the reason has nothing of it but the name', (said, field) => {
  const content = { customerId: 'c-1', currency: 'USD', lines: [{ sku: 'A', quantity: 1 }], ...said };
  expect(readIncoming('json', JSON.stringify(content))).toEqual({
    kind: 'unreadable',
    because: `${field} is missing or not as it should be`,
  });
});

describe('rubbish', () => {
  test('of any kind is unreadable, with a reason', () => {
    const rubbish = fc.oneof(fc.string(), fc.json(), fc.stringMatching(/^[A-Z+:'?0-9]{0,60}$/));
    fc.assert(
      fc.property(fc.constantFrom(...INTAKE_FORMATS), rubbish, (format, content) => {
        expect(readIncoming(format, content)).toEqual({ kind: 'unreadable', because: expect.any(String) });
      }),
      { numRuns: 300 },
    );
  });
  test.each([
    ["QTY+21:1'", 'a quantity stands before any line'],
    ["PRI+AAA:1'", 'a price stands before any line'],
    ['NAD+BY+c-1', 'no segments'],
    ["NAD+BY+c-1'CUX+2:USD'LIN+1++A'QTY+21:1.5'", 'lines.0.quantity'],
    ["NAD+BY+c-1'CUX+2:USD'LIN+1++A'", 'lines.0.quantity'],
    ["'".repeat(2_001), 'too many'],
    [`${ORDER}NAD+DP+home'`, 'an address of its own'],
    [`${ORDER}FTX+DIN+++Ring'`, 'says of one line how'],
    [`NAD+DP+home'NAD+ST+office'${ORDER}`, 'two addresses for one thing'],
    [`NAD+IV+home'NAD+IV+home'${ORDER}`, 'two addresses for one thing'],
    [`NAD+DP'${ORDER}`, 'neither a place nor a code'],
    [`NAD+DP++Berg, 3 Hill, Elm'${ORDER}`, 'neither a place nor a code'],
    [`NAD+DP+HOME'${ORDER}`, 'deliverTo'],
    [`NAD+IV+++Berg+3 Hill'${ORDER}`, 'billTo'],
    [`NAD+DP+++Berg++Elm++1010+AT'${ORDER}`, 'deliverTo'],
    [`NAD+DP+++Berg+3 Hill+Elm++1010+Austria'${ORDER}`, 'deliverTo'],
    [`FTX+DIN+++${'x'.repeat(201)}'${ORDER}`, 'deliverTo'],
  ])('%j is told as %s', (content, because) => {
    expect(readIncoming('edifact', content)).toMatchObject({ because: expect.stringContaining(because) });
  });
});
