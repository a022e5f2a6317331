/** The commands that print flows, compare them and bring them home, what they write, and their exit codes. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { diff } from '../../../local/commands/diff.ts';
import { exportFlows } from '../../../local/commands/export.ts';
import { CommandFailure } from '../../../local/commands/failure.ts';
import { importFlows } from '../../../local/commands/import.ts';
import { print } from '../../../local/commands/print.ts';
import { callwright } from './child.ts';

let home = '';
const COMMANDS = { diff, export: exportFlows, import: importFlows, print };
/** As the command line runs it: a failure is a sentence and its exit code. */
async function run(command: keyof typeof COMMANDS, ...args: readonly string[]) {
  let out = '';
  let err = '';
  const output = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  try {
    return { exitCode: await COMMANDS[command](args, output), out, err };
  } catch (failure) {
    if (!(failure instanceof CommandFailure)) throw failure;
    return { exitCode: failure.exitCode, out, err: failure.message };
  }
}
const put = (name: string, text: string | Uint8Array): string => {
  const file = join(home, name);
  writeFileSync(file, text);
  return file;
};
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'callwright-flows-'));
});
afterAll(() => rmSync(home, { recursive: true }));

const MENU = 'contact-flows/rendered/main-menu.json';

describe('print', () => {
  test('writes a flow byte for byte, with a byte order mark and odd spaces, and what is wrong beside it', async () => {
    const text = `\uFEFF {"Version" : "2019-10-30",\r\n"StartAction":"b", "Actions":[{"Identifier":"a","Type":"X","Transitions":{} }]}\n\n`;
    const { exitCode, out, err } = await callwright(['print', put('odd.json', text)], home).ended;
    expect([exitCode, out]).toEqual([0, text]);
    expect(err).toMatch(
      /odd\.json: warning flow\/byte-order-mark: .*\n.*error flow\/dangling-start at StartAction: /,
    );
  });
  test('gives exit code 1 for a text that is no flow, and 2 for a file that is not there or not text', async () => {
    expect(await run('print', put('broken.json', '{"Actions": ['))).toMatchObject({
      exitCode: 1,
      out: '{"Actions": [',
    });
    expect(await run('print', join(home, 'absent.json'))).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringMatching(/absent\.json cannot be read: there is no such file\.$/),
    });
    expect(await run('print', put('latin.json', new Uint8Array([0x22, 0xe9, 0x22])))).toMatchObject({
      exitCode: 2,
    });
  });
});

describe('diff', () => {
  test('says what callers notice, and gives exit code 1', async () => {
    const changed = put(
      'menu.json',
      readFileSync(MENU, 'utf8').replace('"InputTimeLimitSeconds": "5"', '"InputTimeLimitSeconds": "9"'),
    );
    expect(await run('diff', MENU, changed)).toMatchObject({
      exitCode: 1,
      out: `'choose': InputTimeLimitSeconds is "9" instead of "5"\n`,
      err: '',
    });
  });
  test('gives exit code 0 where nothing changed, and 2 for what is no flow', async () => {
    expect(await run('diff', MENU, MENU)).toMatchObject({ exitCode: 0, out: 'Callers notice nothing.\n' });
    expect(await run('diff', MENU, put('list.json', '[]'))).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('list.json is no flow: a flow is a JSON object; this is a list.'),
    });
  });
  test('compares folders file by file', async () => {
    mkdirSync(join(home, 'one'));
    mkdirSync(join(home, 'two'));
    put('one/gone.json', readFileSync(MENU, 'utf8'));
    put('one/same.json', readFileSync(MENU, 'utf8'));
    put('two/same.json', readFileSync(MENU, 'utf8'));
    put('two/fresh.json', readFileSync(MENU, 'utf8'));
    expect(await run('diff', join(home, 'one'), join(home, 'two'))).toMatchObject({
      exitCode: 1,
      out: 'fresh.json is new\ngone.json is gone\n',
    });
  });
});

test('import writes nothing of a document without a step', async () => {
  const { exitCode, out, err } = await run('import', 'package.json', '--out', join(home, 'brought'));
  expect([exitCode, out]).toEqual([1, '']);
  expect(err).toContain('package.json: error flow/no-actions at Actions: ');
  expect(existsSync(join(home, 'brought'))).toBe(false);
});

describe('paths that cannot be what a command needs are told in a sentence, with exit code 2', () => {
  test.each([
    [
      'a folder against a file',
      'diff',
      ['.', MENU],
      /^\. is a folder and cannot be compared with .*, which is a file; give two/,
    ],
    [
      'a folder against nothing',
      'diff',
      ['absent', '.'],
      /^\. is a folder and .* absent, which does not exist\.$/,
    ],
    [
      'a document without a step, which is the same as another one',
      'diff',
      ['package.json', MENU],
      /^package\.json is no flow: Actions is a list of at least one action; this is nothing\.$/,
    ],
    [
      'a file as the folder to write to',
      'import',
      [MENU, '--out', MENU],
      /cannot be made a folder: a file is in the way/,
    ],
    ['the same of export', 'export', [MENU, '--out', MENU], /cannot be made a folder: a file is in the way/],
    [
      'a flow source that is not there',
      'export',
      ['absent.ts'],
      /^absent\.ts cannot be loaded: there is no such file\.$/,
    ],
    ['a source that is broken', 'export', ['README.ts'], /README\.ts cannot be loaded: \w*Error.*\.$/],
  ] as const)('%s', async (_title, command, args, sentence) => {
    const broken = put('README.ts', 'this is no source(');
    const given = args.map((arg) => (arg === 'README.ts' ? broken : arg));
    const { exitCode, out, err } = await run(command, ...given);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err).not.toContain('\n');
  });
});

test('import says by its exit code that what it wrote of a faulty flow does not build as it is', async () => {
  const end = { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
  const file = (name: string, action: object): string =>
    put(name, JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Actions: [action, end] }));
  const say = { Identifier: 'a', Type: 'MessageParticipant', Parameters: { Text: 'Hi.' } };
  const dangling = file('dangling.json', { ...say, Transitions: { NextAction: 'by' } });
  expect(await run('import', dangling, '--out', join(home, 'out'))).toMatchObject({
    exitCode: 1,
    err: expect.stringContaining("import/no-target at Actions[0].Transitions, step 'a': 'by' is no step"),
  });
  const reserved = { ...say, Identifier: '__proto__', Transitions: { NextAction: 'bye' } };
  const odd = await run('import', file('odd-name.json', reserved), '--out', join(home, 'out'));
  expect(odd.exitCode).toBe(1);
  expect(readFileSync(odd.out.trim(), 'utf8')).toContain(
    "['__proto__']: say({ prompt: 'Hi.', next: 'bye', onError: null })",
  );
  const good = file('good.json', { ...say, Transitions: { NextAction: 'bye' } });
  expect(await run('import', good, '--out', join(home, 'out'))).toMatchObject({ exitCode: 0, err: '' });
});
