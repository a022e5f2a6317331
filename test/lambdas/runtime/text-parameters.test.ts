/** What a flow gives a function is judged as the function's contract says, at once or by the schema itself. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import type { TextObject } from '../../../lambdas/runtime/contract.ts';
import { textTest } from '../../../lambdas/runtime/text-parameters.ts';

const schema = z.strictObject({
  reason: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  customerId: z.string().check(z.regex(/^[\s\S]{1,64}$/), z.regex(/^[^ ]/)),
  verified: z.enum(['true', 'false']),
  kind: z.literal('call'),
  said: z.string(),
});

const LIKELY = [
  'true',
  'false',
  'call',
  'out-of-hours',
  'c-1',
  '',
  ' c',
  'Reason',
  'x'.repeat(64),
  'x'.repeat(65),
];
const value = fc.oneof(
  fc.constantFrom(...LIKELY),
  fc.string(),
  fc.constantFrom(null, undefined, 1, true, ['true']),
);
const names = ['reason', 'customerId', 'verified', 'kind', 'said'];

describe('whoever gives parameters', () => {
  const isGiven = textTest(schema);

  test('is believed at once where the contract takes them, and nowhere else', () => {
    const good = { reason: 'queue-full', customerId: 'c-1', verified: 'true', kind: 'call', said: '' };
    expect(isGiven?.(good)).toBe(true);
    fc.assert(
      fc.property(fc.constantFrom(...names), value, (name, other) => {
        const given = { ...good, [name]: other };
        expect(isGiven?.(given)).toBe(z.safeParse(schema, given).success);
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value), (given) => {
        expect(isGiven?.(given)).toBe(z.safeParse(schema, given).success);
      }),
    );
  });

  test.each(['__proto__', 'constructor', 'toString'])('is not believed with one named %s besides', (name) => {
    const given: unknown = JSON.parse(
      `{"reason":"wish","customerId":"c","verified":"true","kind":"call","said":"","${name}":"x"}`,
    );
    expect(isGiven?.(Object(given))).toBe(false);
    expect(z.safeParse(schema, given).success).toBe(false);
  });
});

test('whoever gives a list instead of parameters is not believed, where there are none either', () => {
  const none = z.strictObject({});
  expect(textTest(none)?.({})).toBe(true);
  expect(textTest(none)?.(Object([]))).toBe(false);
  expect(z.safeParse(none, []).success).toBe(false);
});

test.each<[string, TextObject]>([
  ['longest text', z.strictObject({ text: z.string().check(z.maxLength(3)) })],
  ['a rule of its own', z.strictObject({ text: z.string().check(z.refine((text) => text !== 'no')) })],
  ['a trimmed text', z.strictObject({ text: z.string().check(z.trim()) })],
  ['a pattern that remembers', z.strictObject({ text: z.string().check(z.regex(/a/g)) })],
  [
    'a rule for all of them',
    z.strictObject({ text: z.string() }).check(z.refine(({ text }) => text !== 'no')),
  ],
  ['a moment', z.strictObject({ text: z.iso.datetime() })],
  ['one of two forms', z.strictObject({ text: z.union([z.literal('a'), z.string().check(z.minLength(2))]) })],
])('a contract with %s is judged by its schema alone', (_what, parameters) => {
  expect(textTest(parameters)).toBeUndefined();
});
