/** Locally claimed numbers ring nobody. */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fictionalNumber } from '../../../local/connect/resources/fictional-numbers.ts';

const none = () => false;

test('one US number is always +12025550100, and further ones count up', () => {
  expect(fictionalNumber('US', 'DID', undefined, none)).toBe('+12025550100');
  expect(fictionalNumber('US', 'DID', undefined, (number) => number === '+12025550100')).toBe('+12025550101');
});

test.each([
  ['GB', 'DID', '+442079460000'],
  ['GB', 'TOLL_FREE', '+448081570000'],
  ['DE', 'DID', '+493023125000'],
  ['US', 'TOLL_FREE', '+18005550100'],
] as const)('%s %s comes from the range for fiction', (country, type, number) => {
  expect(fictionalNumber(country, type, undefined, none)).toBe(number);
});

test('a country without such a range gets numbers of a country code that belongs to nobody', () => {
  expect(fictionalNumber('JP', 'DID', undefined, none)).toBe('+999101610000');
});

test.each([
  ['+1415', '+14155550100'],
  ['+1', '+12025550100'],
  ['+1202555', '+12025550100'],
  ['+1111', undefined],
  ['+44', undefined],
])('the prefix %s gives %s in the US', (prefix, number) => {
  expect(fictionalNumber('US', 'DID', prefix, none)).toBe(number);
});

test('no two numbers are the same, all are E.164, and those of two countries never meet', () => {
  const country = fc.stringMatching(/^[A-Z]{2}$/);
  const type = fc.constantFrom('DID' as const, 'TOLL_FREE' as const);
  fc.assert(
    fc.property(fc.array(fc.tuple(country, type), { maxLength: 30 }), (wishes) => {
      const taken = new Set<string>();
      for (const [from, kind] of wishes) {
        const number = fictionalNumber(from, kind, undefined, (each) => taken.has(each));
        if (number === undefined) continue;
        expect(number).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(taken.has(number)).toBe(false);
        taken.add(number);
      }
    }),
  );
});
