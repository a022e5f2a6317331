/** The shape of the code base: which way imports point, how pure the core is, how long a file may be. */
import { describe, expect, test } from '@jest/globals';
import { cycles, readSources, wrongDirections } from './architecture/imports.ts';
import { impurities } from './architecture/purity.ts';

const sources = readSources(process.cwd());
const LINES_MAX = 300;

describe('imports', () => {
  test('point only the way that the design allows', () => {
    expect(wrongDirections(sources)).toEqual([]);
  });
  test('form no cycle', () => {
    expect(cycles(sources)).toEqual([]);
  });
  test.each([
    ['engine/blocks/a.ts', "import { b } from '../contact/b.ts';", 'engine/contact/b.ts'],
    ['local/a.ts', "import type { T } from '../lambdas/domain/t.ts';", 'lambdas/domain/t.ts'],
    [
      'lambdas/open-case/handler.ts',
      "import '../lookup-order/handler.ts';",
      'lambdas/lookup-order/handler.ts',
    ],
    ['lambdas/open-case/contract.ts', "import '../tables/cases.ts';", 'lambdas/tables/cases.ts'],
    ['lib/a.ts', "await import('../engine/contact/engine.ts');", 'engine/contact/engine.ts'],
    [
      'contact-flows/a.ts',
      "export * from '../lambdas/lookup-order/handler.ts';",
      'lambdas/lookup-order/handler.ts',
    ],
  ])('%s is refused %s', (path, text, target) => {
    expect(wrongDirections([{ path, text }])).toEqual([
      `${path} imports ${target}, against the table of directions`,
    ]);
  });
  test('that the design allows are not reported', () => {
    const text = "import { c } from '../lambdas/lookup-order/contract.ts';";
    expect(wrongDirections([{ path: 'contact-flows/a.ts', text }])).toEqual([]);
  });
  test('in a circle are reported', () => {
    const circle = [
      { path: 'engine/a.ts', text: "import './b.ts';" },
      { path: 'engine/b.ts', text: "import './a.ts';" },
    ];
    expect(cycles(circle)).toEqual(['engine/a.ts → engine/b.ts → engine/a.ts']);
  });
});

describe('the pure core', () => {
  test('has no clock, randomness, timer, environment or input and output of its own', () => {
    expect(impurities(sources)).toEqual([]);
  });
  test('is reported when it reads the clock', () => {
    const text = 'export const now = () => Date.now();';
    expect(impurities([{ path: 'engine/a.ts', text }])).toHaveLength(1);
    expect(impurities([{ path: 'local/a.ts', text }])).toEqual([]);
  });
});

test('no function reads a table from end to end: everything is looked up by key', () => {
  const scans = sources
    .filter(({ path, text }) => path.startsWith('lambdas/') && /\bScan(?:Command)?\b|dynamodb:\*/.test(text))
    .map(({ path }) => path);
  expect(scans).toEqual([]);
});

test(`no source file is longer than ${LINES_MAX} lines`, () => {
  const long = sources
    .filter((file) => file.text.split('\n').length > LINES_MAX + 1)
    .map((file) => file.path);
  expect(long).toEqual([]);
});
