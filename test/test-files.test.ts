/** Which test files run together, and which run again with full counts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { countedTests } from './counted.ts';
import { runTogether, TOGETHER } from './together.ts';

const folder = mkdtempSync(join(tmpdir(), 'callwright-together-'));
afterAll(() => rmSync(folder, { recursive: true }));

const asked = 'test("is there", () => {});\n';

const runsWithItsFolder = (name: string, text: string): boolean => {
  writeFileSync(join(folder, name), text);
  return runTogether(folder).some((file) => basename(file) === name);
};

test.each([
  ['says something', asked],
  ['prepares itself once', `beforeAll(() => {});\n${asked}`],
  ['hooks into its own groups', 'describe("d", () => {\n  afterEach(() => {});\n});\n'],
])('a file that %s runs with its folder', (what, text) => {
  expect(runsWithItsFolder(`${what}.test.ts`, text)).toBe(true);
});

test.each([
  ['would hook into the tests of all others', 'hooks.test.ts', `beforeEach(() => {});\n${asked}`],
  ['has a centre with such hooks', 'shared.test.ts', `const the = sharedCentre();\n${asked}`],
  ['replaces clocks or modules', 'clocks.test.ts', `jest.useFakeTimers();\n${asked}`],
  ['changes the environment', 'environment.test.ts', `process.env['A'] = 'b';\n${asked}`],
  ['takes long', 'long.full.test.ts', asked],
  ['is no test', 'part.ts', asked],
  ['brings the others together', TOGETHER, asked],
])('a file that %s does not run with its folder (%s)', (_what, name, text) => {
  expect(runsWithItsFolder(name, text)).toBe(false);
});

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
  expect(counted.filter((file) => /together\.test\.ts$|^architecture|^kit/.test(file))).toEqual([]);
});
