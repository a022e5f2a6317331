/** The table of behaviours names tests that there are, and pages or reports that it comes from. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { behaviourLines, TOPICS } from '../../../local/commands/behaviours/topics.ts';

const all = TOPICS.flatMap(({ behaviours }) => behaviours);

test('each behaviour has a test that there is', () => {
  const named = all.flatMap(({ tests }) => tests);
  expect(all.every(({ tests }) => tests.length > 0)).toBe(true);
  expect(named.filter((name) => !existsSync(join('test', `${name}.test.ts`)))).toEqual([]);
});

test('each behaviour says where it comes from, and each topic what differs', () => {
  const source = /adminguide|devguide|API_|amazon-connect-|service model/;
  expect(all.filter(({ from }) => !source.test(from))).toEqual([]);
  expect(TOPICS.filter(({ differences }) => differences.length === 0)).toEqual([]);
});

test('the page has a row for each', () => {
  const lines = behaviourLines(TOPICS);
  for (const { what } of all) expect(lines.filter((line) => line.startsWith(`| ${what} |`))).toHaveLength(1);
});
