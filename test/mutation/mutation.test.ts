/** What `npm run mutate` counts, so that its nine in ten means what it says. */
import { expect, test } from '@jest/globals';
import { filesOfRenderedBlocks } from './areas.ts';
import type { Mutant } from './run.ts';
import { percentOf, scoreLines, scoreOf, survivorLines } from './table.ts';

const FILE = `${process.cwd()}/lambdas/domain/table-names.ts`;
const mutant = (status: Mutant['status'], fileName = FILE): Mutant => ({
  id: '1',
  mutatorName: 'StringLiteral',
  status,
  fileName,
  replacement: '``',
  location: { start: { line: 1, column: 5 }, end: { line: 1, column: 14 } },
});

test('the blocks of our flows are mutated with what they share, and no other block', () => {
  const files = filesOfRenderedBlocks(process.cwd());
  expect(files).toEqual(
    expect.arrayContaining(['engine/blocks/loop.ts', 'engine/blocks/speech.ts', 'engine/blocks/forms.ts']),
  );
  expect(files).not.toContain('engine/blocks/create-case.ts');
});

test('what no test reaches counts as what no test noticed; what is left out counts as nothing', () => {
  const mutants = (['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError'] as const).map(
    (status) => mutant(status),
  );
  expect(scoreOf(mutants)).toEqual({ killed: 2, total: 4 });
  expect(percentOf(scoreOf(mutants))).toBe(50);
  expect(survivorLines(mutants)).toHaveLength(2);
});

test('the table has a line for the area and one for each of its files', () => {
  const other = `${process.cwd()}/lambdas/domain/basket.ts`;
  const lines = scoreLines('rules', [mutant('Killed'), mutant('Survived', other)]);
  expect(lines.map((line) => line.trim().replaceAll(/\s+/g, ' '))).toEqual([
    'rules 1/2 50.0 %',
    'lambdas/domain/basket.ts 0/1 0.0 %',
    'lambdas/domain/table-names.ts 1/1 100.0 %',
  ]);
});

test('a change that nobody noticed is shown where it was made', () => {
  expect(survivorLines([mutant('Survived')])).toEqual(['lambdas/domain/table-names.ts:1:5 The table → ``']);
});
