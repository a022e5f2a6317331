/** To which number a one-time code may go. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from '../../../lambdas/domain/language.ts';
import { CHANGES_SEEN_MAX, codeText, numberForCode } from '../../../lambdas/domain/one-time-code.ts';

const NOW = Date.parse('2026-11-22T06:00:00Z');
const [first, second, third] = ['+12025550101', '+12025550102', '+12025550103'] as const;
const added = (number: string, days: number) => ({
  at: new Date(NOW - days * 86_400_000).toISOString(),
  before: { phoneNumbers: [first] },
  after: { phoneNumbers: [first, number] },
});

test('it goes to the number that calls where it is theirs, else to the first', () => {
  expect(numberForCode([first, second], second, [], NOW)).toBe(second);
  expect(numberForCode([first, second], third, [], NOW)).toBe(first);
  expect(numberForCode([first, second], undefined, [], NOW)).toBe(first);
  expect(numberForCode([], first, [], NOW)).toBeUndefined();
});

test('it goes to no number that was added within seven days', () => {
  expect(numberForCode([first, second], second, [added(second, 6.9)], NOW)).toBe(first);
  expect(numberForCode([first, second], second, [added(second, 7)], NOW)).toBe(second);
  expect(numberForCode([second], second, [added(second, 1)], NOW)).toBeUndefined();
});

test('a change of something else makes no number new', () => {
  const renamed = { at: new Date(NOW).toISOString(), before: {}, after: {} };
  expect(numberForCode([first], first, [renamed], NOW)).toBe(first);
});

test('who was changed more often than anybody looks at gets none, nor does one whose history has no date', () => {
  const many = Array.from({ length: CHANGES_SEEN_MAX }, () => added(third, 1));
  expect(numberForCode([first], first, many, NOW)).toBeUndefined();
  expect(numberForCode([second], second, [{ ...added(second, 1), at: 'some day' }], NOW)).toBeUndefined();
});

test('whatever has changed, it goes to one of theirs that no recent change added', () => {
  const number = fc.constantFrom<string>(first, second, third);
  const change = fc.record({
    at: fc.integer({ min: 0, max: 20 }).map((days) => new Date(NOW - days * 86_400_000).toISOString()),
    before: fc.record({ phoneNumbers: fc.array(number) }),
    after: fc.record({ phoneNumbers: fc.array(number) }),
  });
  fc.assert(
    fc.property(
      fc.array(number),
      fc.option(number, { nil: undefined }),
      fc.array(change),
      (theirs, caller, changes) => {
        const chosen = numberForCode(theirs, caller, changes, NOW);
        if (chosen === undefined) return;
        expect(theirs).toContain(chosen);
        const isNew = changes.some(
          ({ at, before, after }) =>
            Date.parse(at) > NOW - 7 * 86_400_000 &&
            after.phoneNumbers.includes(chosen) &&
            !before.phoneNumbers.includes(chosen),
        );
        expect(isNew).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});

test('the text fits into one message of 160 letters in Latin script, and into 70 times two in Greek', () => {
  for (const language of LANGUAGES)
    expect(codeText('123456', language, 'Larkfield Supplies').length).toBeLessThanOrEqual(
      language === 'en' ? 160 : 140,
    );
});
