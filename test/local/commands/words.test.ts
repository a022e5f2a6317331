/** Options, ports, near words and browsers, as commands read and find them. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CommandFailure, printed } from '../../../local/commands/failure.ts';
import { findBrowser } from '../../../local/commands/find-browser.ts';
import { launchBrowser } from '../../../local/commands/launch-browser.ts';
import { nearest } from '../../../local/commands/nearest.ts';
import { readOptions } from '../../../local/commands/options.ts';
import { isFree, readPort } from '../../../local/commands/port.ts';

const known = { values: ['from', 'script'], flags: ['fresh'], words: 0 } as const;

describe('options', () => {
  test.each([
    [
      ['--from', '+12025550199', '--fresh'],
      { values: { from: '+12025550199' }, flags: { fresh: true }, words: [] },
    ],
    [['--script=-5'], { values: { script: '-5' }, flags: {}, words: [] }],
    [['--script=1,hangup'], { values: { script: '1,hangup' }, flags: {}, words: [] }],
    [[], { values: {}, flags: {}, words: [] }],
  ])('%j are read', (args, read) => {
    expect(readOptions('dial', args, known)).toEqual(read);
  });
  test.each([
    [['--form', 'x'], 'dial has no option --form: did you mean --from?'],
    [['--colour'], 'dial has no option --colour: its options are --from, --script, --fresh.'],
    [['--from'], '--from of dial needs a value.'],
    [['--from='], '--from of dial needs a value.'],
    [['--from', '--fresh'], '--from of dial needs a value.'],
    [['--from', ''], '--from of dial needs a value.'],
    [['--from', '-5'], '--from of dial needs a value: write --from=-… where it begins with a hyphen.'],
    [['--fresh=yes'], '--fresh of dial takes no value.'],
    [['more'], 'dial takes 0 words beside its options, and 1 was given.'],
    [['-x'], 'dial has no option -x: its options are --from, --script, --fresh.'],
  ])('%j are refused with exit code 2', (args, sentence) => {
    expect(() => readOptions('dial', args, known)).toThrow(new CommandFailure(sentence, 2));
  });
  test('of any words are read or refused in one sentence', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('--from', '--fresh', '--', '-', '--script='));
    fc.assert(
      fc.property(fc.array(word), (args) => {
        try {
          readOptions('dial', args, known);
        } catch (error) {
          expect(error).toBeInstanceOf(CommandFailure);
        }
      }),
    );
  });
});

test.each([
  ['dail', 'dial'],
  ['stat', 'start'],
  ['setpin', 'set-pin'],
  ['SEED', 'seed'],
  ['dance', undefined],
  ['', undefined],
])('near %j is %j', (word, meant) => {
  expect(nearest(word, ['start', 'dial', 'seed', 'set-pin'])).toBe(meant);
});

describe('ports', () => {
  test.each([
    [undefined, 4567],
    ['', 4567],
    ['0', 0],
    ['65535', 65_535],
  ])('%j is %i', (written, port) => {
    expect(readPort(written)).toBe(port);
  });
  test.each(['abc', '-1', '65536', '1e3', '80.5', ' 80', '999999'])('%j is refused', (written) => {
    expect(() => readPort(written)).toThrow(
      `PORT is '${written}', and must be a whole number from 0 to 65535.`,
    );
  });
  test('are free or not, and one beyond the last is not', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isFree(port)).toBe(true);
    expect(await isFree(65_536)).toBe(false);
  });
});

describe('a browser', () => {
  test('is the one that CHROME_PATH names, or none when that is not there', () => {
    expect(findBrowser({ CHROME_PATH: process.execPath })).toBe(process.execPath);
    expect(findBrowser({ CHROME_PATH: '/nowhere/chrome', PATH: process.env['PATH'] })).toBeUndefined();
  });
  test('is found on PATH', () => {
    const folder = mkdtempSync(join(tmpdir(), 'callwright-browser-'));
    const file = join(folder, 'google-chrome');
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    expect(findBrowser({ PATH: `/nowhere:${folder}` }, 'linux')).toBe(file);
    rmSync(folder, { recursive: true });
  });
  test('that does not start is named in one sentence', async () => {
    const failure = await launchBrowser(process.execPath).catch((fault: unknown) => printed(fault));
    expect(failure).toMatch(/ does not start as a browser \(.*\): name another in CHROME_PATH\.$/);
    expect(failure).not.toContain('\n');
  });
  test('is nowhere on a system without one', () => {
    expect(findBrowser({ PATH: '' }, 'aix')).toBeUndefined();
  });
});

test('a refusal is printed as its sentence, a mistake of our own with its stack', () => {
  expect(printed(new CommandFailure('No.', 1))).toBe('No.');
  expect(printed(new TypeError('x is undefined'))).toMatch(/^Fault: TypeError: x is undefined\n +at /);
  expect(printed('thrown text')).toBe('Fault: thrown text');
});
