import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marshalledItem, plainItem } from '../../../lambdas/tables/plain-item.ts';

/** A name that JavaScript takes for something else is none of ours. */
const name = fc.string().filter((text) => text !== '__proto__');

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme' }),
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 4 }),
    fc
      .uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 })
      .map((texts) => new Set(texts)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  ),
})).value;

test('an item of any attributes is what the SDK makes of it, there and back', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (item) => {
      const given = marshall(item);
      expect(plainItem(given)).toEqual(unmarshall(given));
      expect(marshalledItem(item)).toEqual(given);
    }),
  );
});

test('an attribute of a kind that we do not know is a fault that names it', () => {
  const item: Record<string, AttributeValue> = { when: { $unknown: ['D', '2026-11-23'] } };
  expect(() => plainItem(item)).toThrow('Unsupported type passed: $unknown');
});

test('a value that is undefined is a fault of whoever writes it, as it is to the SDK', () => {
  expect(() => marshalledItem({ note: undefined })).toThrow(marshalled({ note: undefined }));
});

/** What the SDK says of it. */
function marshalled(plain: Readonly<Record<string, unknown>>): unknown {
  try {
    return marshall(plain);
  } catch (error) {
    return error;
  }
}
