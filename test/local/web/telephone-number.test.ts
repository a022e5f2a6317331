/** Telephone numbers as people write them. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCallerNumber, readTelephoneNumber, shownNumber } from '../../../local/web/telephone-number.ts';

test.each([
  ['+12025550123', '+12025550123'],
  [' +1 (202) 555-0123 ', '+12025550123'],
  ['+44 20 7946 0958', '+442079460958'],
  ['+1.202.555.0123', '+12025550123'],
  ['+1 202\u2011555\u20110123', '+12025550123'],
])('%j is read', (written, e164) => {
  expect(readTelephoneNumber(written)).toEqual({ kind: 'number', e164 });
});

test.each([
  '',
  '   ',
  '12',
  '2025550123',
  '0012025550123',
  '+0123456789',
  '+1202555012x',
  '+123456',
  '+1234567890123456',
  '++12025550123',
])('%j is refused in one sentence', (written) => {
  const read = readTelephoneNumber(written);
  expect(read.kind === 'wrong' && /^\S[^\n]+\.$/.test(read.sentence)).toBe(true);
});

test.each(['anonymous', ' Anonymous '])('%j withholds the number of who calls', (written) => {
  expect(readCallerNumber(written)).toEqual({ kind: 'withheld' });
});

test('of who calls a number is read as any other, and nothing else withholds it', () => {
  expect(readCallerNumber('+1 202 555 0123')).toEqual({ kind: 'number', e164: '+12025550123' });
  for (const written of ['', 'anonym', 'anonymous 1', '12'])
    expect(readCallerNumber(written)).toMatchObject({
      kind: 'wrong',
      sentence: expect.stringMatching(/^\S[^\n]+; 'anonymous' withholds it\.$/),
    });
});

test('nobody dials a number that is withheld', () => {
  expect(readTelephoneNumber('anonymous').kind).toBe('wrong');
});

test('any text is a number in E.164 or refused, and reading twice changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\+?[0-9 ()-]{0,20}$/)), (written) => {
      const read = readTelephoneNumber(written);
      if (read.kind === 'wrong') return;
      expect(read.e164).toMatch(/^\+[1-9]\d{6,14}$/);
      expect(readTelephoneNumber(shownNumber(read.e164))).toEqual(read);
    }),
  );
});
