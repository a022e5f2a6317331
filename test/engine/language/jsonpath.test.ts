/** A flow's references are found in every spelling that the service takes, and never where there is none. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canName, parseReference, referencesIn, splitText } from '../../../engine/language/jsonpath.ts';
import { membersInOneCopy, oneCopy } from '../../../engine/language/one-copy.ts';
import { anyText } from '../../kit/any-text.ts';

describe('a whole reference', () => {
  test.each([
    ['$.Attributes.reason', ['Attributes', 'reason']],
    ["$['Attributes']['reason']", ['Attributes', 'reason']],
    ["$.Attributes['x y']", ['Attributes', 'x y']],
    ["$.Attributes.['name with spaces']", ['Attributes', 'name with spaces']],
    ['$["Attributes"]["x"]', ['Attributes', 'x']],
    ['$.StoredCustomerInput', ['StoredCustomerInput']],
    ["$.SegmentAttributes['connect:Subtype']", ['SegmentAttributes', 'connect:Subtype']],
    ['$.Attributes.first-name', ['Attributes', 'first-name']],
    ['$.External.items[0].sku', ['External', 'items', '0', 'sku']],
    ['$.Attributes.$.StoredCustomerInput', ['Attributes', '$', 'StoredCustomerInput']],
  ])('%s is read', (text, segments) => {
    expect(parseReference(text)).toEqual({ text, segments });
  });

  test.each([
    '',
    '$',
    '$.',
    'Attributes.x',
    '$.Attributes.',
    '$.Attributes x',
    '$..x',
    "$['a",
    ' $.Channel',
    '$5.00',
  ])('%j is none', (text) => {
    expect(parseReference(text)).toBeUndefined();
  });
});

describe('text with references', () => {
  test('gives back its words and its references in order', () => {
    expect(splitText("Order $.External.orderNumber is here, $.Attributes['first name'].")).toEqual([
      { kind: 'words', text: 'Order ' },
      {
        kind: 'reference',
        reference: { text: '$.External.orderNumber', segments: ['External', 'orderNumber'] },
      },
      { kind: 'words', text: ' is here, ' },
      {
        kind: 'reference',
        reference: { text: "$.Attributes['first name']", segments: ['Attributes', 'first name'] },
      },
      { kind: 'words', text: '.' },
    ]);
  });
  test('ends a reference before the full stop, the apostrophe and the dash', () => {
    const found = (text: string) => referencesIn(text).map((reference) => reference.text);
    expect(found('Thank you, $.Attributes.name.')).toEqual(['$.Attributes.name']);
    expect(found("$.Attributes.name's order")).toEqual(['$.Attributes.name']);
    expect(found('$.Attributes.from- and $.Attributes.to')).toEqual(['$.Attributes.from', '$.Attributes.to']);
  });
  test('knows an amount of money from a reference', () => {
    expect(referencesIn('That costs $5.00, or $.50 for half')).toEqual([]);
    expect(referencesIn('Pay $.Attributes.amount.$5 more')).toMatchObject([{ text: '$.Attributes.amount' }]);
    expect(referencesIn('US$ and $$ and $')).toEqual([]);
  });
  test('takes back-ticks as part of the reference', () => {
    expect(splitText('Row `$.DataTables.q.a[0]`!')[1]).toMatchObject({
      reference: { text: '`$.DataTables.q.a[0]`', segments: ['DataTables', 'q', 'a', '0'] },
    });
  });
  test('loses nothing, whatever is written', () => {
    const alphabet = fc.constantFrom(
      '$',
      '.',
      '[',
      ']',
      "'",
      '"',
      '`',
      'a',
      'Attributes',
      '0',
      ' ',
      '-',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(alphabet).map((parts) => parts.join('')),
        ),
        (text) => {
          const joined = splitText(text).map((part) =>
            part.kind === 'words' ? part.text : part.reference.text,
          );
          expect(joined.join('')).toBe(text);
        },
      ),
      { numRuns: 2_000 },
    );
  });
  test('finds every attribute name between brackets', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => !/['\]\r\n]/.test(text));
    fc.assert(
      fc.property(name, (key) => {
        expect(parseReference(`$.Attributes['${key}']`)?.segments).toEqual(['Attributes', key]);
      }),
    );
  });
});

describe('a reference that can name a value', () => {
  const named = (text: string) => canName(parseReference(text) ?? { text, segments: [] });
  test.each(['$.Attributes.x', '$.Channel', '$.Queue.OutboundCallerId.Address', '$.Modules.Result'])(
    '%s',
    (text) => {
      expect(named(text)).toBe(true);
    },
  );
  test.each([
    '$.External',
    '$.BadValue',
    '$.Channel.x',
    '$.Attributes.$.StoredCustomerInput',
    '$.constructor',
  ])('is not %s', (text) => {
    expect(named(text)).toBe(false);
  });
});

describe('in one copy', () => {
  test('any text is itself, also one that JavaScript means something by', () => {
    for (const text of ['', '0', '-1', '__proto__', 'constructor', '\0', '\ud800', 'a.b', '\u202e'])
      expect(oneCopy(text)).toBe(text);
    fc.assert(fc.property(anyText(), (text) => oneCopy(text) === text));
  });

  test('any JSON says the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (members) => {
        const json = JSON.stringify(members);
        expect(JSON.stringify(membersInOneCopy(JSON.parse(json)))).toBe(json);
      }),
    );
  });
});
