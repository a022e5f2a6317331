/** Test files run by our runner: what fails is seen, and nothing of one file is left for the next. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';

const here = import.meta.dirname;
const jest = join(here, '../../node_modules/jest/bin/jest.js');
const runner = new URL('./environment.mjs', import.meta.url).pathname;
const told = z.object({
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(
        z.object({ title: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

const FILES = {
  'a-leaves.test.mjs': `
    import { expect, jest, test } from '@jest/globals';
    import { kept } from './kept.mjs';
    test('changes what it can', () => {
      process.env.LEFT_BEHIND = 'yes';
      delete process.env.TAKEN_AWAY;
      jest.spyOn(Math, 'max').mockReturnValue(-1);
      jest.useFakeTimers({ now: 0 });
      kept.push('from the first file');
      expect([Math.max(1, 2), Date.now()]).toEqual([-1, 0]);
    });`,
  'b-finds.test.mjs': `
    import { expect, test } from '@jest/globals';
    import { kept } from './kept.mjs';
    test('finds the worker as it was', () => {
      expect([process.env.LEFT_BEHIND, process.env.TAKEN_AWAY]).toEqual([undefined, 'here']);
      expect(Math.max(1, 2)).toBe(2);
      expect(Date.now()).toBeGreaterThan(1_000_000);
    });
    test('shares the modules', () => expect(kept).toEqual(['from the first file']));`,
  'c-fails.test.mjs': `
    import { afterAll, describe, expect, test } from '@jest/globals';
    test('is wrong', () => expect(1).toBe(2));
    test('never ends', () => new Promise(() => {}), 50);
    test.each([1, 2])('takes %i of a table', (n) => expect(n).toBe(1));
    describe('a group', () => { afterAll(() => { throw new Error('it broke afterwards'); }); test('is left badly', () => {}); });
    test.skip('is left out', () => {});`,
  'by-name.cjs': `
    const { default: Sequencer } = require(${JSON.stringify(createRequire(import.meta.url).resolve('@jest/test-sequencer'))});
    module.exports = class extends Sequencer { sort = (tests) => tests.toSorted((a, b) => (a.path < b.path ? -1 : 1)); };`,
  'kept.mjs': 'export const kept = [];',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'callwright-runner-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const config = {
    rootDir: folder,
    testMatch: ['**/*.test.mjs'],
    testEnvironment: runner,
    testRunner: join(here, 'run-file.mjs'),
    testSequencer: '<rootDir>/by-name.cjs',
    transform: {},
    moduleFileExtensions: ['mjs', 'js', 'json'],
  };
  writeFileSync(join(folder, 'jest.json'), JSON.stringify(config));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('files run one after another find the worker as it was, and what fails, hangs or breaks afterwards fails', async () => {
  const out = join(folder, 'told.json');
  const args = [jest, '--config', join(folder, 'jest.json'), '--runInBand', '--json', '--outputFile', out];
  const env = { ...process.env, TAKEN_AWAY: 'here' };
  await expect(promisify(execFile)(process.execPath, args, { env })).rejects.toMatchObject({ code: 1 });
  const { testResults: files } = told.parse(JSON.parse(readFileSync(out, 'utf8')));
  const results = files.flatMap(({ assertionResults }) => assertionResults);
  expect(files.map(({ message }) => message).join('\n')).toContain('it broke afterwards');
  expect(Object.fromEntries(results.map(({ title, status }) => [title, status]))).toEqual({
    'changes what it can': 'passed',
    'finds the worker as it was': 'passed',
    'shares the modules': 'passed',
    'is wrong': 'failed',
    'never ends': 'failed',
    'takes 1 of a table': 'passed',
    'takes 2 of a table': 'failed',
    'is left badly': 'passed',
    'is left out': 'pending',
  });
  const wrong = results.find(({ title }) => title === 'is wrong')?.failureMessages.join('\n');
  expect(wrong).toMatch(/c-fails\.test\.mjs:3:/);
});
