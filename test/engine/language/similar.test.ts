/** A suggestion is offered for a slip of the keyboard and for nothing else. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { didYouMean, nearest } from '../../../engine/language/similar.ts';

test.each([
  ['reprompt', 're-prompt'],
  ['Re-Prompt', 're-prompt'],
  ['re-pormpt', 're-prompt'],
])('%s is taken for %s', (name, meant) => {
  expect(nearest(name, ['greet', 're-prompt', 'bye'])).toBe(meant);
});
test.each(['', '3', 'zz', 'something-else'])('%j is taken for nothing', (name) => {
  expect(nearest(name, ['greet', 're-prompt', '1'])).toBeUndefined();
  expect(didYouMean(name, ['greet', 're-prompt', '1'])).toBe('');
});
test('one letter more, less or other is always found', () => {
  const name = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 6, maxLength: 20 });
  fc.assert(
    fc.property(name, fc.nat(19), fc.constantFrom('', 'x', 'yz'), (text, at, put) => {
      expect(nearest(text.slice(0, at) + put + text.slice(at + 1), [text])).toBe(text);
    }),
  );
});
