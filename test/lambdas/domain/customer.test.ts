/** Customers as values: what a change does, what a merge keeps, and how names are looked up. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { type Customer, customer, email, NOTHING_KNOWN } from '../../../lambdas/domain/customer.ts';
import { type CustomerChange, changeCustomer, differences } from '../../../lambdas/domain/customer-change.ts';
import { mergeCustomers } from '../../../lambdas/domain/customer-merge.ts';
import { leastLatelyConfirmed, likenessKeys, monthsBefore } from '../../../lambdas/domain/likeness.ts';
import { masked, maskedFields, maskerOf, meant } from '../../../lambdas/domain/masking.ts';
import { isNamedSo, nameShelf, nameWords } from '../../../lambdas/domain/name-words.ts';
import { isFull } from '../../calls/counts.ts';

const numRuns = isFull ? 2_000 : 100;
const imani: Customer = {
  ...NOTHING_KNOWN,
  customerId: 'c-1',
  version: 3,
  name: 'Imani Whitlock',
  phoneNumbers: ['+12025550111', '+12025550112'],
  emails: ['Imani@Example.com'],
  addresses: [{ addressId: 'home', lines: ['12 Mill Lane'], city: 'Larkfield', country: 'US' }],
  preferences: { language: 'en', shipping: { addressId: 'home' } },
};
const address = { addressId: 'work', lines: ['1 Quay'], city: 'Athens', country: 'GR' };

const change = fc.oneof<fc.Arbitrary<CustomerChange>[]>(
  fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom('Ágnes Őri', 'Noor') }),
  fc.record({
    kind: fc.constantFrom('add-number' as const, 'remove-number' as const, 'prefer-number' as const),
    number: fc.integer({ min: 0, max: 24 }).map((last) => `+120255501${String(last).padStart(2, '0')}`),
  }),
  fc.record({
    kind: fc.constantFrom('add-email' as const, 'remove-email' as const),
    email: fc.integer({ min: 0, max: 12 }).map((one) => `n${one}@example.com`),
  }),
  fc.record({
    kind: fc.constant('put-address' as const),
    address: fc.integer({ min: 0, max: 22 }).map((one) => ({ ...address, addressId: `a-${one}` })),
  }),
  fc.record({ kind: fc.constant('remove-address' as const), addressId: fc.constantFrom('home', 'a-1') }),
  fc.record({
    kind: fc.constant('set-preferences' as const),
    preferences: fc
      .constantFrom<CustomerChange & { kind: 'set-preferences' }>(
        { kind: 'set-preferences', preferences: { channel: 'sms', language: undefined } },
        { kind: 'set-preferences', preferences: { billing: { addressId: 'a-1', documentsBy: 'email' } } },
        { kind: 'set-preferences', preferences: { shipping: undefined } },
      )
      .map(({ preferences }) => preferences),
  }),
);

describe('a change of a customer', () => {
  test.each<[CustomerChange, string]>([
    [{ kind: 'remove-address', addressId: 'home' }, "The customer's parcels go to this address"],
    [{ kind: 'prefer-number', number: '+12025550199' }, 'does not have this number'],
    [
      { kind: 'set-preferences', preferences: { shipping: { addressId: 'moon' } } },
      "The customer has no address 'moon'",
    ],
  ])('%j is refused, and the sentence says why', (what, sentence) => {
    expect(changeCustomer(imani, what)).toEqual({
      outcome: 'refused',
      sentence: expect.stringContaining(sentence),
    });
  });
  test.each<CustomerChange>([
    { kind: 'add-number', number: '+12025550112' },
    { kind: 'remove-number', number: '+12025550199' },
    { kind: 'add-email', email: 'IMANI@example.com' },
    { kind: 'rename', name: 'Imani Whitlock' },
    { kind: 'set-preferences', preferences: { language: 'en' } },
    {
      kind: 'put-address',
      address: { country: 'US', city: 'Larkfield', lines: ['12 Mill Lane'], addressId: 'home' },
    },
  ])('%j changes nothing, because it is so', (what) => {
    expect(changeCustomer(imani, what)).toEqual({ outcome: 'unchanged' });
  });
  test('after any other the customer is one still, a version later, and history takes them back', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        let now = imani;
        for (const what of changes) {
          const changed = changeCustomer(now, what);
          if (changed.outcome !== 'changed') continue;
          z.parse(customer, changed.customer);
          expect(changed.customer.version).toBe(now.version + 1);
          const { before, after } = differences(now, changed.customer);
          expect(Object.keys(after).length).toBeGreaterThan(0);
          expect({ ...changed.customer, ...before, version: now.version }).toEqual(now);
          now = changed.customer;
        }
      }),
      { numRuns },
    );
  });
});

describe('a merge', () => {
  const other: Customer = {
    ...imani,
    customerId: 'c-2',
    version: 1,
    phoneNumbers: ['+12025550113'],
    emails: ['imani@example.com', 'second@example.com'],
    addresses: [
      { ...address, addressId: 'home' },
      {
        ...imani.addresses[0],
        ...address,
        lines: ['12 Mill Lane'],
        city: 'Larkfield',
        country: 'US',
        addressId: 'flat',
      },
    ],
    preferences: { language: 'el', channel: 'sms', billing: { addressId: 'home', documentsBy: 'letter' } },
  };
  test('keeps all numbers, mailboxes and places, each once, and what the one who stays has said', () => {
    const merged = mergeCustomers(imani, other);
    expect(merged).toMatchObject({
      outcome: 'merged',
      customer: {
        customerId: 'c-1',
        version: 4,
        mergedFrom: ['c-2'],
        phoneNumbers: ['+12025550111', '+12025550112', '+12025550113'],
        emails: ['Imani@Example.com', 'second@example.com'],
        addresses: [
          { addressId: 'home', city: 'Larkfield' },
          { addressId: 'home-2', city: 'Athens' },
        ],
        preferences: {
          language: 'en',
          channel: 'sms',
          billing: { addressId: 'home-2', documentsBy: 'letter' },
          shipping: { addressId: 'home' },
        },
      },
    });
    if (merged.outcome === 'merged') z.parse(customer, merged.customer);
  });
  test.each([
    ['priority', undefined, 'priority'],
    [undefined, 'priority', 'priority'],
    ['standard', 'priority', 'standard'],
    [undefined, undefined, undefined],
  ] as const)('one of tier %s with one of tier %s is of tier %s', (into, from, tier) => {
    const of = (one: Customer, has: Customer['tier']) => (has === undefined ? one : { ...one, tier: has });
    const merged = mergeCustomers(of(imani, into), of(other, from));
    expect(merged.outcome === 'merged' && merged.customer.tier).toBe(tier);
  });
  test('with themselves, or into more than a customer can have, is refused', () => {
    expect(mergeCustomers(imani, imani)).toMatchObject({ outcome: 'refused' });
    const numbers = (from: number) =>
      Array.from({ length: 11 }, (_none, index) => `+1202555${String(from + index).padStart(4, '0')}`);
    const [one, two] = [
      { ...imani, phoneNumbers: numbers(100) },
      { ...other, phoneNumbers: numbers(150) },
    ];
    expect(mergeCustomers(one, two)).toEqual({
      outcome: 'refused',
      sentence: 'Together they have 22 numbers, and a customer has at most 20: remove some first.',
    });
  });
  const knownBefore = (who: string, count: number) =>
    Array.from({ length: count }, (_none, index) => `${who}-${index}`);
  test('are one however often each was merged before, up to what nobody comes to', () => {
    const [one, two] = [
      { ...imani, mergedFrom: knownBefore('a', 10) },
      { ...other, phoneNumbers: [], emails: [], mergedFrom: knownBefore('b', 29) },
    ];
    const merged = mergeCustomers(one, two);
    if (merged.outcome !== 'merged') throw new Error(merged.sentence);
    expect(z.parse(customer, merged.customer).mergedFrom).toHaveLength(40);
    expect(mergeCustomers(merged.customer, { ...two, customerId: 'b-28', mergedFrom: [] })).toMatchObject({
      outcome: 'merged',
    });
  });
  test('who were merged more often than can be kept are told what can be done, which is not to remove ids', () => {
    const [one, two] = [
      { ...imani, mergedFrom: knownBefore('a', 20) },
      { ...other, phoneNumbers: [], emails: [], mergedFrom: knownBefore('b', 20) },
    ];
    for (const merged of [mergeCustomers(one, two), mergeCustomers(two, one)])
      expect(merged).toEqual({
        outcome: 'refused',
        sentence:
          'Together they would have 41 earlier ids, which nobody can take away, and a customer has at most 40: leave them as two, and write a note about each that names the other.',
      });
  });
});

describe('likeness', () => {
  const keys = (change: Partial<Customer>) =>
    likenessKeys({ ...imani, phoneNumbers: [], emails: [], addresses: [], ...change });
  const home = { addressId: 'home', lines: ['1 Quay'], city: 'C', country: 'HU', postcode: '1011' };
  test.each([
    [
      'a number with the zero of its country',
      { phoneNumbers: ['+4401632960123'] },
      { phoneNumbers: ['+441632960123'] },
    ],
    ['a mailbox with a tag', { emails: ['Imani+shop@Example.com'] }, { emails: ['imani@example.com'] }],
    [
      'a name in another order, and a postcode with a space',
      { name: 'Kovács Ágnes', addresses: [{ ...home, postcode: '10 11' }] },
      { name: 'agnes KOVACS', addresses: [home] },
    ],
  ])('is that of %s', (_what, one, other) => {
    expect(keys(one)).toHaveLength(1);
    expect(keys(one)).toEqual(keys(other));
  });
  test('is not that of a couple, or of the same postcode in two countries', () => {
    const abroad = { addresses: [{ ...home, country: 'AT' }] };
    expect(keys({ addresses: [home] })).not.toEqual(keys(abroad));
    expect(keys({ addresses: [home] })).not.toEqual(keys({ name: 'Noor Whitlock', addresses: [home] }));
    expect(keys({ name: '…', addresses: [home] })).toEqual([]);
  });
  test.each([
    ['2026-03-31T12:00:00Z', 1, '2026-02-28'],
    ['2026-11-22T00:00:00Z', 12, '2025-11-22'],
    ['2028-02-29T23:59:59Z', 48, '2024-02-29'],
  ])('%s less %d months is %s', (now, months, day) => {
    expect(monthsBefore(Date.parse(now), months)).toBe(day);
  });
  test('what is confirmed least lately counts, and nothing that the customer has not', () => {
    const has = { ...imani, addresses: [] };
    expect(leastLatelyConfirmed(has)).toBe('never');
    const confirmed = { phoneNumbers: '2026-01-01', emails: '2025-01-01' };
    expect(leastLatelyConfirmed({ ...has, confirmed })).toBe('2025-01-01');
    expect(leastLatelyConfirmed({ ...has, phoneNumbers: [], emails: [] })).toBeUndefined();
  });
});

describe('a mask', () => {
  const shape = z.strictObject({
    one: masked('last-four'),
    list: z.optional(z.array(z.union([z.strictObject({ mail: masked('mailbox') }), z.string()]))),
    plain: z.string(),
  });
  test('is put on every marked place and on no other', () => {
    const masks = maskerOf(shape);
    expect(masks?.({ one: '+12025550111', list: [{ mail: 'a@b.hu' }, 'a@b.hu'], plain: 'p' })).toEqual({
      one: '…0111',
      list: [{ mail: 'a…@b.hu' }, 'a@b.hu'],
      plain: 'p',
    });
    expect(masks?.({ one: '', plain: 'p' })).toEqual({ one: '…', plain: 'p' });
    expect(maskedFields(shape).map(({ path }) => path)).toEqual(['one', 'list[].mail']);
    expect(maskerOf(z.strictObject({ plain: z.string() }))).toBeUndefined();
  });
  test('means the one value that looks so, whatever was written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^\+[1-9]\d{7,9}$/), { minLength: 1 }), (numbers) => {
        for (const number of numbers) {
          expect(meant(numbers, number, 'last-four')).toBe(number);
          const alike = numbers.filter((other) => other.slice(-4) === number.slice(-4));
          expect(meant(numbers, `…${number.slice(-4)}`, 'last-four')).toBe(
            alike.length === 1 ? number : undefined,
          );
        }
      }),
      { numRuns },
    );
  });
});

describe('a name', () => {
  test.each([
    ['Łukasz O’Brien', ['lukasz', 'obrien']],
    ['ΜΑΡΙΑ Παπαδοπούλου-Νικολαΐδης', ['μαρια', 'παπαδοπουλου', 'νικολαιδησ']],
    ['Őrsi Ágnes', ['orsi', 'agnes']],
    ['Ștefan Țîrlea', ['stefan', 'tirlea']],
    ['İpek Straße', ['ipek', 'strasse']],
    ['王小明', ['王小明']],
    ['محمد علي', ['محمد', 'علي']],
    ['प्रिया शर्मा', ['परिया', 'शरमा']],
    ['…', []],
  ])('%s is looked up by %j', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });
  test('finds itself by the beginning of any of its words, however it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.nat(7), (name, which) => {
        const words = nameWords(name);
        expect(nameWords(name.normalize('NFD'))).toEqual(words);
        const word = words[which];
        if (word === undefined) return;
        const begin = nameShelf(word);
        expect(word.startsWith(begin)).toBe(true);
        expect(isNamedSo(words, [begin])).toBe(true);
      }),
      { numRuns },
    );
  });
});

test.each([
  ['a@b.example', true],
  ['ágnes@példa.hu', true],
  ['a b@c.example', false],
  ['a@b', false],
  ['@b.example', false],
  ['a@b..example', false],
  ['a@b.example\n', false],
])('%j as an e-mail address: %s', (text, isOne) => {
  expect(z.safeParse(email, text).success).toBe(isOne);
});
