/** Which test files run again with full counts. */
import { relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { countedTests } from './counted.ts';

test('full counts run what takes long, what asks how much to try, itself or through a part, all calls, and nothing else', () => {
  const counted = countedTests().map((file) => relative(import.meta.dirname, file));
  expect(counted).toEqual(
    expect.arrayContaining([
      'calls/transitions.full.test.ts',
      'fuzz/contracts.test.ts',
      'calls/cases.test.ts',
    ]),
  );
  expect(counted).toEqual(expect.arrayContaining(['calls/waiting.test.ts', 'calls/menus.test.ts']));
  expect(counted.filter((file) => /^architecture|^kit/.test(file))).toEqual([]);
});
