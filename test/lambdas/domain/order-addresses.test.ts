/** Where the parcel and the bill of an order go. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Customer, NOTHING_KNOWN, customer as whole } from '../../../lambdas/domain/customer.ts';
import {
  addressLine,
  billTo,
  deliverTo,
  isSameWay,
  orderAddresses,
} from '../../../lambdas/domain/order-addresses.ts';
import { documentText, orderDocument } from '../../../lambdas/domain/order-document.ts';

const home = { addressId: 'home', lines: ['1 Quay'], city: 'Larkfield', postcode: '00041', country: 'US' };
const office = { addressId: 'office', recipient: 'Moss & Co', lines: ['2 Mill'], city: 'Ash', country: 'US' };
const greta: Customer = {
  ...NOTHING_KNOWN,
  customerId: 'c-1',
  name: 'Greta Moss',
  emails: [],
  phoneNumbers: [],
  mergedFrom: [],
  addresses: [home, office],
  preferences: {},
};
const preferring = (preferences: Customer['preferences']): Customer => ({ ...greta, preferences });
const atHome = {
  recipient: 'Greta Moss',
  lines: ['1 Quay'],
  city: 'Larkfield',
  postcode: '00041',
  country: 'US',
};
const atOffice = { recipient: 'Moss & Co', lines: ['2 Mill'], city: 'Ash', country: 'US' };
const gift = { recipient: 'Bo', lines: ['3 Hill'], city: 'Elm', region: 'R', country: 'CA' };

describe('what nobody has said for this order', () => {
  test('goes to the addresses that the customer prefers, as they want it', () => {
    const prefers = preferring({
      shipping: { addressId: 'office', instructions: 'Ring twice' },
      billing: { addressId: 'home', documentsBy: 'letter' },
    });
    expect(orderAddresses(prefers)).toEqual({
      deliverTo: { ...atOffice, instructions: 'Ring twice' },
      billTo: { ...atHome, documentsBy: 'letter' },
    });
  });
  test('goes to the first address where no preference is kept, and where only the other one is', () => {
    expect(orderAddresses(greta)).toEqual({ deliverTo: atHome, billTo: atHome });
    expect(orderAddresses(preferring({ shipping: { addressId: 'office' } }))).toEqual({
      deliverTo: atOffice,
      billTo: atHome,
    });
  });
  test('goes to the first address where the preferred one is gone, and nobody rings twice there', () => {
    const gone = preferring({
      shipping: { addressId: 'cabin', instructions: 'Ring twice' },
      billing: { addressId: 'cabin', documentsBy: 'letter' },
    });
    expect(orderAddresses(gone)).toEqual({ deliverTo: atHome, billTo: atHome });
  });
  test('goes nowhere that anybody knows where the customer has no address, whatever they prefer', () => {
    const nowhere = {
      ...preferring({ shipping: { addressId: 'home', instructions: 'Ring' } }),
      addresses: [],
    };
    expect(orderAddresses(nowhere)).toEqual({});
    expect(orderAddresses(nowhere, {})).toEqual({});
  });
});

describe('what is said for this order', () => {
  const prefers = preferring({
    shipping: { addressId: 'home', instructions: 'Ring twice' },
    billing: { addressId: 'home', documentsBy: 'email' },
  });
  test('sends it to another address, where nothing of the preferred one is done, and the bill as ever', () => {
    expect(orderAddresses(prefers, { deliverTo: { addressId: 'office' } })).toEqual({
      deliverTo: atOffice,
      billTo: { ...atHome, documentsBy: 'email' },
    });
  });
  test('sends the bill to another address, and the parcel as ever', () => {
    const said = { billTo: { addressId: 'office', documentsBy: 'letter' } } as const;
    expect(orderAddresses(prefers, said)).toEqual({
      deliverTo: { ...atHome, instructions: 'Ring twice' },
      billTo: { ...atOffice, documentsBy: 'letter' },
    });
  });
  test('may be the preferred address: what the customer wants done there is done, or what is said instead', () => {
    expect(orderAddresses(prefers, { deliverTo: { addressId: 'home' } })).toMatchObject({
      deliverTo: { instructions: 'Ring twice' },
    });
    for (const deliverTo of [{ addressId: 'home', instructions: 'Knock' }, { instructions: 'Knock' }])
      expect(orderAddresses(prefers, { deliverTo })).toMatchObject({
        deliverTo: { ...atHome, instructions: 'Knock' },
      });
  });
  test('may be an address that the customer does not have, with the customer’s name where it has none', () => {
    expect(orderAddresses(prefers, { deliverTo: gift })).toMatchObject({ deliverTo: gift });
    const { recipient, ...unnamed } = gift;
    expect(recipient).toBe('Bo');
    expect(orderAddresses(prefers, { billTo: unnamed })).toMatchObject({
      billTo: { ...unnamed, recipient: 'Greta Moss' },
    });
  });
  test('is refused where the customer has no such address, or none at all', () => {
    for (const said of [{ deliverTo: { addressId: 'cabin' } }, { billTo: { addressId: 'cabin' } }])
      expect(orderAddresses(prefers, said)).toBe('unknown-address');
    const nowhere = { ...prefers, addresses: [] };
    expect(orderAddresses(nowhere, { deliverTo: { instructions: 'Knock' } })).toBe('unknown-address');
  });
});

test('two orders go the same way only where place, name and what is done there are the same', () => {
  const one = { deliverTo: { ...atHome, instructions: 'Ring' }, billTo: { ...atHome } };
  const turned = Object.fromEntries(Object.entries(one.deliverTo).toReversed());
  expect(isSameWay(one, { ...one, deliverTo: deliverTo.parse(turned) })).toBe(true);
  expect(isSameWay({}, {})).toBe(true);
  for (const other of [
    {},
    { deliverTo: one.deliverTo },
    { ...one, deliverTo: atHome },
    { ...one, deliverTo: { ...one.deliverTo, lines: ['1', 'Quay'] } },
    { ...one, deliverTo: { ...one.deliverTo, region: 'R' } },
    { ...one, billTo: { ...atHome, documentsBy: 'email' as const } },
  ])
    expect(isSameWay(one, other)).toBe(false);
});

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => whole.shape.name.safeParse(text).success);
const place = fc.record(
  {
    addressId: fc.stringMatching(/^[a-z0-9-]{1,10}$/),
    recipient: line,
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    city: line,
    postcode: line.filter((text) => text.length <= 20),
    region: line,
    country: fc.stringMatching(/^[A-Z]{2}$/),
  },
  { requiredKeys: ['addressId', 'lines', 'city', 'country'] },
);

test('whatever customers have, in any script, an order keeps an address of theirs whole, or says that there is none', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(place, { maxLength: 4, selector: ({ addressId }) => addressId }),
      fc.option(fc.nat(5), { nil: undefined }),
      line,
      (addresses, preferred, name) => {
        const addressId = preferred === undefined ? undefined : (addresses[preferred]?.addressId ?? 'gone');
        const shipping = addressId === undefined ? {} : { shipping: { addressId } };
        const kept = orderAddresses({ name, addresses, preferences: shipping });
        const expected = addresses.find((one) => one.addressId === addressId) ?? addresses[0];
        if (expected === undefined) {
          expect(kept).toEqual({});
          return;
        }
        const { addressId: _id, ...whole } = { recipient: name, ...expected };
        expect(kept).toEqual({ deliverTo: whole, billTo: { recipient: name, ...bare(addresses[0]) } });
        expect(deliverTo.safeParse(kept.deliverTo).success).toBe(true);
        expect(billTo.safeParse(kept.billTo).success).toBe(true);
        // An order keeps its own: what is changed at the customer changes nothing of it.
        expect(kept.deliverTo?.lines).not.toBe(expected.lines);
      },
    ),
    { numRuns: 200 },
  );
});
const bare = (address: Customer['addresses'][number] | undefined) => {
  const { addressId: _id, ...rest } = address ?? { addressId: '' };
  return rest;
};

describe('the document of an order', () => {
  const order = {
    orderNumber: '1003',
    customerId: 'c-1',
    placedAt: '2026-11-22T06:00:00.000Z',
    status: 'confirmed',
    version: 1,
    history: [],
    currency: 'USD',
    lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4_900 }],
  } as const;
  test('says where parcel and bill go, and how', () => {
    const sent = {
      deliverTo: { ...atHome, region: 'NY', recipient: 'Ελένη Μωραΐτη', instructions: 'Ring twice' },
      billTo: { ...atOffice, documentsBy: 'letter' as const },
    };
    const document = orderDocument({ ...order, ...sent }, (sku) => sku);
    expect(document).toMatchObject(sent);
    expect(documentText(document)).toContain(
      [
        'Goes to: Ελένη Μωραΐτη, 1 Quay, Larkfield, NY, 00041, US',
        'How to deliver: Ring twice',
        'Bill to: Moss & Co, 2 Mill, Ash, US',
        'Documents by: letter',
      ].join('\n'),
    );
    expect(addressLine(sent.billTo)).toBe('Moss & Co, 2 Mill, Ash, US');
  });
  test('says nothing of it for an order of before, or of a customer without an address', () => {
    const document = orderDocument(order, (sku) => sku);
    expect(document).not.toHaveProperty('deliverTo');
    expect(documentText(document)).not.toMatch(/Goes to|How to deliver|Bill to|Documents by/);
  });
});
