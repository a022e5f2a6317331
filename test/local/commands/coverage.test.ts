/** `callwright coverage` on files of runs, as people and the gate of `verify` use it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { coverage } from '../../../local/commands/coverage.ts';

const folder = mkdtempSync(join(tmpdir(), 'callwright-coverage-'));
afterAll(() => rmSync(folder, { recursive: true }));

const way = (branch: string, to: string, taken: number) => ({
  step: 'ask',
  type: 'Compare',
  branch,
  to,
  taken,
});
const write = (name: string, data: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(data));
  return file;
};
const run = (name: string, ...transitions: readonly object[]) =>
  write(name, { flows: [{ flow: 'menu', transitions }] });

let said = '';
let complained = '';
const output = {
  out: (text: string) => {
    said += text;
  },
  err: (text: string) => {
    complained += text;
  },
};
beforeEach(() => {
  said = '';
  complained = '';
});

test('what several runs took is added together, and what nobody took is named', async () => {
  const one = run('one.json', way('Equals 1', 'a', 2), way('Equals 2', 'b', 0), way('Equals 3', 'c', 0));
  const other = run('other.json', way('Equals 1', 'a', 0), way('Equals 2', 'b', 1), way('Equals 3', 'c', 0));
  expect(await coverage([one, other], output)).toBe(0);
  expect(said).toMatch(/menu +2\/3 +66\.7 %/);
  expect(said).toContain('Not taken:\n  menu / ask: Equals 3 → c\n');
});

test('as JSON it is what a run writes, a file named twice counted once, and nothing else', async () => {
  const one = run('one.json', way('Equals 1', 'a', 2));
  await coverage([one, one, '--format', 'json'], output);
  expect(JSON.parse(said)).toEqual({ flows: [{ flow: 'menu', transitions: [way('Equals 1', 'a', 2)] }] });
});

describe('the gate', () => {
  const half = () => run('half.json', way('Equals 1', 'a', 1), way('Equals 2', 'b', 0));
  test('opens at the share that was asked for', async () => {
    expect(await coverage([half(), '--min', '50'], output)).toBe(0);
  });
  test('stays closed below it, and says how many were taken', async () => {
    expect(await coverage([half(), '--min', '51'], output)).toBe(1);
    expect(complained).toBe('1 of 2 transitions were taken, and 51 % were asked for.\n');
  });
  test('opens when what is left has a reason', async () => {
    const except = write('except.txt', { 'menu / ask: Equals 2 → b': 'the key is not announced' });
    expect(await coverage([half(), '--min', '100', '--except', except], output)).toBe(0);
    expect(said).toContain('menu / ask: Equals 2 → b (the key is not announced)');
  });
  test('stays closed for a reason that nothing needs any more', async () => {
    const name = 'menu / ask: Equals 1 → a';
    const except = write('except.txt', { [name]: 'nobody does', 'menu / ask: Equals 2 → b': 'neither' });
    expect(await coverage([half(), '--min', '100', '--except', except], output)).toBe(1);
    expect(complained).toContain(`'${name}' of ${except} is no transition that was not taken: remove it.`);
  });
  test('counts the transitions of the flows that deploy and not those of flows that a test has broken', async () => {
    const flows = join(folder, 'flows');
    mkdirSync(flows, { recursive: true });
    const compare = {
      Identifier: 'ask',
      Type: 'Compare',
      Parameters: { ComparisonValue: '$.Channel' },
      Transitions: {
        NextAction: 'end',
        Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'end' }],
        Conditions: [{ NextAction: 'end', Condition: { Operator: 'Equals', Operands: ['1'] } }],
      },
    };
    const end = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
    const menu = { Version: '2019-10-30', StartAction: 'ask', Actions: [compare, end] };
    writeFileSync(join(flows, 'menu.json'), JSON.stringify(menu));
    const broken = run('broken.json', way('Equals 1', 'end', 1), way('Equals 1', 'nowhere', 0));
    expect(await coverage([broken, '--of', flows], output)).toBe(0);
    expect(said).toContain('1/3');
    expect(said).not.toContain('nowhere');
  });
});

describe('in one sentence it is told that', () => {
  test.each([
    [
      'a path leads nowhere',
      () => ['nowhere.json'],
      'nowhere.json cannot be read: there is no such file or folder.',
    ],
    ['a file is no JSON', () => [join(folder, 'text.json')], 'is no coverage of a run'],
    [
      'a file holds something else',
      () => [write('odd.json', { flows: [{ flow: 7 }] })],
      'flows.0.flow is not',
    ],
    [
      'a count is negative',
      () => [run('odd.json', way('Equals 1', 'a', -1))],
      'flows.0.transitions.0.taken is not',
    ],
    ['--min is no percentage', () => [run('one.json'), '--min', '101'], "--min is '101'; give a percentage"],
    [
      '--format is unknown',
      () => [run('one.json'), '--format', 'xml'],
      "--format is 'xml'; choose text or json.",
    ],
    ['--of holds no flow', () => [run('one.json'), '--of', 'bin'], "--of is 'bin', where there is no flow."],
    [
      '--except leads nowhere',
      () => [run('one.json'), '--except', 'nowhere.json'],
      'nowhere.json cannot be read: there is no such file.',
    ],
    [
      '--except is no list',
      () => [run('one.json'), '--except', write('e.txt', [1])],
      'no list of transitions',
    ],
  ])('%s', async (_, args, sentence) => {
    writeFileSync(join(folder, 'text.json'), 'not JSON');
    await expect(coverage(args(), output)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(sentence),
    });
  });
});
