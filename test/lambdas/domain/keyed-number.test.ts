/** Numbers as people key them, in the country of the centre and from abroad. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyedNumber } from '../../../lambdas/domain/keyed-number.ts';
import { phoneNumber } from '../../../lambdas/domain/phone-number.ts';

test.each([
  ['2025550123', 'US', '+12025550123'],
  ['12025550123', 'US', '+12025550123'],
  ['011302101234567', 'US', '+302101234567'],
  ['5550123', 'US', undefined],
  ['911', 'US', undefined],
  ['1025550123', 'US', undefined],
  ['2101234567', 'GR', '+302101234567'],
  ['0012025550123', 'GR', '+12025550123'],
  ['06301234567', 'HU', '+36301234567'],
  ['0721234567', 'RO', '+40721234567'],
  ['0212345678', 'IT', '+390212345678'],
  ['112', 'DE', undefined],
  ['001234', 'DE', undefined],
  ['0721234567', 'ZZ', undefined],
  ['0012025550123', 'ZZ', '+12025550123'],
  ['', 'US', undefined],
  ['Timeout', 'US', undefined],
])('%j keyed in %s is %s', (keyed, country, number) => {
  expect(keyedNumber(keyed, country)).toBe(number);
});

test('whatever is keyed, it is a number as the world writes them, or none', () => {
  const keyed = fc.oneof(fc.stringMatching(/^\d{0,24}$/), fc.string());
  fc.assert(
    fc.property(keyed, fc.constantFrom('US', 'GR', 'HU', 'RO', 'AU', 'ZZ', ''), (digits, country) => {
      const number = keyedNumber(digits, country);
      if (number !== undefined) expect(phoneNumber(number)).toBe(number);
    }),
    { numRuns: 300 },
  );
});
