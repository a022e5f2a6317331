/** Flows that other people exported are brought home as TypeScript, compile, and are exported as the same flows. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { differencesBetween } from '../../../engine/authoring/same-flow.ts';
import type { FlowDocument } from '../../../engine/language/flow.ts';
import { parseFlow } from '../../../engine/language/parse.ts';
import { CommandFailure } from '../../../local/commands/failure.ts';
import { importFlows } from '../../../local/commands/import.ts';
import { isFull } from '../../calls/counts.ts';
import { callwright } from './child.ts';

const PROJECT = process.cwd();
let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'callwright-import-'));
  writeFileSync(join(home, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(home, { recursive: true }));

function bringHome(...args: readonly string[]): { exitCode: number; files: readonly string[]; err: string } {
  let out = '';
  let err = '';
  const exitCode = importFlows(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { exitCode, files: out.trim().split('\n'), err };
}

const documentOf = (file: string): FlowDocument => {
  const { document } = parseFlow(readFileSync(file, 'utf8'));
  if (document === undefined) throw new Error(`${file} is no flow`);
  return document;
};

const folder = join(PROJECT, '..', 'shared', 'flows');
const index = join(folder, 'INDEX.tsv');
const good = existsSync(index)
  ? readFileSync(index, 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([, , , quality]) => quality === 'ok')
      .map(([file = '']) => join(folder, file))
  : [];
const chosen = isFull ? good : good.filter((_file, place) => place % 12 === 0);
const describeFlows = good.length > 0 ? describe : describe.skip;
const reason = good.length > 0 ? '' : ' (skipped: there is no folder ../shared/flows beside the repository)';

describeFlows(`real flows${reason}`, () => {
  test('are brought home, exported again, and are the same flows', async () => {
    const { exitCode, files } = bringHome(...chosen, '--out', join(home, 'flows'));
    expect([exitCode, files.length]).toEqual([0, chosen.length]);
    const target = join(home, 'exported');
    const ended = await callwright(['export', ...files, '--out', target], home).ended;
    expect(ended.exitCode).toBe(0);
    const exported = ended.out.trim().split('\n');
    expect(exported).toHaveLength(chosen.length);
    const changes = chosen.flatMap((file, place) =>
      differencesBetween(documentOf(file), documentOf(exported[place] ?? '')).map(
        (what) => `${basename(file)}: ${what}`,
      ),
    );
    expect(changes).toEqual([]);
    for (const file of files) expect(readFileSync(file, 'utf8')).not.toContain('JSON.parse');
  }, 120_000);
  (isFull ? test : test.skip)(
    'compile as they were brought home (full counts)',
    () => {
      const options = { extends: join(PROJECT, 'tsconfig.json'), include: ['flows/*.ts'], exclude: [] };
      const types = { typeRoots: [join(PROJECT, 'node_modules', '@types')] };
      writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ ...options, compilerOptions: types }));
      const compiler = join(PROJECT, 'node_modules', 'typescript', 'bin', 'tsc');
      const { stdout } = spawnSync(process.execPath, [compiler, '--noEmit', '-p', home], {
        encoding: 'utf8',
      });
      expect(stdout).toBe('');
    },
    300_000,
  );
});

describe('a flow that is brought home', () => {
  const arn = 'arn:aws:connect:us-east-1:123456789012:instance/i/queue/q';
  const put = (name: string, value: unknown): string => {
    const file = join(home, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  const flow = (actions: readonly object[]) => ({
    Version: '2019-10-30',
    StartAction: 'choose',
    Metadata: { name: "Sales' line", description: 'Sends callers to sales.' },
    Actions: actions,
  });
  const end = { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
  const choose = {
    Identifier: 'choose',
    Type: 'UpdateContactTargetQueue',
    Parameters: { QueueId: arn },
    Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] },
  };
  const sourceOf = (file = ''): string => readFileSync(file, 'utf8');

  test('has typed names for what the list names, and its own title', () => {
    const names = put('names.json', { [arn]: 'queue.sales' });
    const { files, err } = bringHome(
      put('Sales Line.json', flow([choose, end])),
      '--names',
      names,
      '--out',
      join(home, 'one'),
    );
    expect(basename(files[0] ?? '')).toBe('sales-line.ts');
    expect(sourceOf(files[0])).toContain("choose: setQueue({ queue: resource('queue', 'sales'), next");
    expect(sourceOf(files[0])).toContain("title: 'Sales\\' line'");
    expect(sourceOf(files[0])).not.toContain('arn:');
    expect(err).toBe('');
  });
  test('has names of every kind, and advice on what has none', () => {
    const key = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
    const bot = 'arn:aws:lex:us-east-1:123456789012:bot-alias/A/B';
    const odd = { ...choose, Type: 'SetScreenPop', Parameters: { keyId: key, botAlias: bot } };
    const names = put('keys.json', { [key]: 'security-key.payments' });
    const file = put('odd-names.json', flow([odd, end]));
    const { files, err } = bringHome(file, '--names', names, '--out', join(home, 'six'));
    expect(sourceOf(files[0])).toContain("keyId: resource('security-key', 'payments')");
    expect(err).toContain('of a kind that has no names here');
    expect(err).not.toContain('such as');
  });
  test('tells what its new owner must decide', () => {
    const odd = {
      ...choose,
      Identifier: 'odd',
      Type: 'SetScreenPop',
      Parameters: { url: `$\{Url}`, __proto__x: 1 },
    };
    const { exitCode, files, err } = bringHome(
      put('odd.json', flow([choose, odd, end])),
      '--out',
      join(home, 'two'),
    );
    expect(exitCode).toBe(0);
    expect(err).toMatch(/import\/no-name at Actions\[0\]\.Parameters, step 'choose': 'arn:/);
    expect(err).toMatch(
      /import\/unchecked at Actions\[1\], step 'odd': .*Invalid Action type\. Type: SetScreenPop/,
    );
    expect(err).toContain("import/placeholder: '$" + "{Url}'");
    expect(err).toMatch(/import\/unreached, step 'odd'/);
    expect(sourceOf(files[0])).toContain("unreached: ['odd']");
  });
  test('is written with the readable builders where they say the same, and by its types where not', () => {
    const ways = (next: string, ...errors: readonly string[]) => ({
      NextAction: next,
      Errors: errors.map((ErrorType) => ({ ErrorType, NextAction: 'bye' })),
    });
    const speak = { Identifier: 'speak', Type: 'MessageParticipant', Parameters: { Text: "It's us." } };
    const keys = {
      Identifier: 'keys',
      Type: 'GetParticipantInput',
      Parameters: { Text: '1 or 2?', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      Transitions: {
        ...ways('bye', 'NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'),
        Conditions: ['2', '1'].map((key) => ({
          NextAction: 'store',
          Condition: { Operator: 'Equals', Operands: [key] },
        })),
      },
    };
    const store = {
      Identifier: 'store',
      Type: 'GetParticipantInput',
      Parameters: {
        SSML: '<speak>Which?</speak>',
        StoreInput: 'True',
        InputTimeLimitSeconds: '8',
        InputValidation: { CustomValidation: { MaximumLength: '4' } },
        DTMFConfiguration: { DisableCancelKey: 'True' },
      },
      Transitions: ways('set', 'NoMatchingError'),
    };
    const set = {
      Identifier: 'set',
      Type: 'UpdateContactAttributes',
      Parameters: { Attributes: { __proto: 'a' } },
      Transitions: ways('bye', 'NoMatchingError'),
    };
    const encrypted = {
      ...store,
      Identifier: 'encrypted',
      Parameters: { ...store.Parameters, InputEncryption: { EncryptionKeyId: 'a', Key: 'b' } },
    };
    const steps = [
      choose,
      { ...speak, Transitions: { NextAction: 'keys' } },
      { ...speak, Identifier: 'speak again', Transitions: ways('keys', 'NoMatchingError') },
      keys,
      store,
      set,
      encrypted,
      end,
    ];
    const { files } = bringHome(put('readable.json', flow(steps)), '--out', join(home, 'readable'));
    const lines = sourceOf(files[0]).replaceAll(/\s+/g, ' ');
    for (const line of [
      "choose: action('UpdateContactTargetQueue', { parameters: { QueueId: 'arn:",
      "speak: say({ prompt: 'It\\'s us.', next: 'keys', onError: null })",
      "'speak again': say({ prompt: 'It\\'s us.', next: 'keys', onError: 'bye' })",
      "keys: menu({ prompt: '1 or 2?', timeoutSeconds: 5, choices: { 1: 'store', 2: 'store' }, onTimeout: 'bye'",
      "store: storeKeys({ prompt: { ssml: '<speak>Which?</speak>' }, timeoutSeconds: 8, starCancels: false, digitsMax: 4",
      "set: setAttributes({ attributes: { __proto: 'a' }, of: null, next: 'bye', onError: 'bye' })",
      "encrypted: action('GetParticipantInput', {",
      'bye: hangUp()',
    ])
      expect(lines).toContain(line);
  });
  test('may be an older export', () => {
    const older = {
      version: '1',
      type: 'customerQueue',
      start: 'it',
      modules: [{ id: 'it', type: 'Resume', parameters: [], branches: [], metadata: {} }],
      metadata: {},
    };
    const { files, err } = bringHome(put('older.json', older), '--out', join(home, 'three'));
    expect(sourceOf(files[0])).toContain("type: 'CUSTOMER_QUEUE'");
    expect(sourceOf(files[0])).toContain('it: endFlow(),');
    expect(err).toContain('flow/older-export');
  });
  test('gets a name of its own where another is called alike, and a text that is no flow is told', () => {
    const one = put('same.json', flow([choose, end]));
    const other = put('Same.JSON', flow([choose, end]));
    const { files } = bringHome(one, other, '--out', join(home, 'four'));
    expect(files.map((file) => basename(file))).toEqual(['same.ts', 'same-2.ts']);
    expect(bringHome(put('list.json', []), '--out', join(home, 'five'))).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('flow/not-an-object'),
    });
    expect(existsSync(join(home, 'five')) && readdirSync(join(home, 'five'))).toBe(false);
  });
  test.each([
    [['queue.sales'], 'the list of names is an object'],
    [{ [arn]: 'queues.sales' }, 'write kind.name with one of: queue'],
  ])('needs a list of names that is one', (names, sentence) => {
    const run = () => bringHome(put('any.json', flow([choose, end])), '--names', put('bad.json', names));
    expect(run).toThrow(CommandFailure);
    expect(run).toThrow(sentence);
  });
});
