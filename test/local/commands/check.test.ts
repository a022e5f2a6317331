/** The check command: what it writes, its exit codes, and that the pages written from the rules are fresh. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RULES } from '../../../engine/rules/catalogue.ts';
import type { Finding } from '../../../engine/rules/finding.ts';
import { check } from '../../../local/commands/check.ts';
import { ownPages } from '../../../local/commands/docs.ts';
import { CommandFailure } from '../../../local/commands/failure.ts';
import { callwright } from './child.ts';

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'callwright-check-'));
});
afterAll(() => rmSync(home, { recursive: true }));

async function run(...args: readonly string[]) {
  const written = { out: '', err: '' };
  const output = {
    out: (text: string) => {
      written.out += text;
    },
    err: (text: string) => {
      written.err += text;
    },
  };
  const results = async () => () => ({ outcomes: { found: ['name'] } });
  try {
    return { exitCode: await check(args, results, output), ...written };
  } catch (failure) {
    if (!(failure instanceof CommandFailure)) throw failure;
    return { exitCode: failure.exitCode, out: written.out, err: failure.message };
  }
}
const findingsOf = ({ out }: { readonly out: string }): readonly Finding[] => JSON.parse(out);

const put = (name: string, text: string | Uint8Array): string => {
  const file = join(home, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
};
const end = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
const flow = (...actions: readonly object[]): string =>
  JSON.stringify({ Version: '2019-10-30', StartAction: 'first', Actions: [...actions, end] }, null, 2);
const say = (to: string, text = 'Goodbye.') => ({
  Identifier: 'first',
  Type: 'MessageParticipant',
  Parameters: { Text: text },
  Transitions: { NextAction: to },
});
const BAD = flow(say('nowhere'));
const GOOD = flow(say('end'));

describe('check', () => {
  test('gives 0 and an empty list for flows that are clean, as the command line runs it', async () => {
    const { exitCode, out } = await callwright(
      ['check', join(process.cwd(), 'contact-flows', 'rendered'), '--format', 'json'],
      process.cwd(),
    ).ended;
    expect([exitCode, out]).toEqual([0, '[]\n']);
  });
  test('gives 1 and every finding with its eight fields, the file as it was given', async () => {
    const file = put('bad/menu.json', BAD);
    const done = await run(file, '--format', 'json', '--family', 'publish');
    expect(done.exitCode).toBe(1);
    expect(findingsOf(done)).toEqual([
      {
        file,
        rule: 'publish/dangling-target',
        family: 'publish',
        severity: 'error',
        path: 'Actions[0].Transitions.NextAction',
        step: 'first',
        message: expect.stringContaining(
          'Invalid Action property value. Path: Actions[0].Transitions.NextAction',
        ),
        evidence: expect.stringMatching(/./),
      },
    ]);
    expect(done.err).toBe('');
  });
  test('looks at every .json file below a folder, and at files of any name', async () => {
    put('tree/a.json', BAD);
    put('tree/deep/down/b.json', BAD);
    put('tree/notes.txt', 'nothing');
    const odd = put('tree/flow.txt', BAD);
    const files = async (...paths: readonly string[]) =>
      findingsOf(await run(...paths, '--format', 'json', '--family', 'publish')).map(({ file }) => file);
    const folder = join(home, 'tree');
    expect(await files(folder)).toEqual([join(folder, 'a.json'), join(folder, 'deep', 'down', 'b.json')]);
    expect(await files(odd)).toEqual([odd]);
  });
  test.each([
    ['broken JSON', '{"Version":'],
    ['no flow', '[1, 2]'],
    ['nothing', ''],
    ['no text', new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
  ])('a file with %s is a finding', async (_what, text) => {
    const done = await run(put('unreadable.json', text), '--format', 'json');
    expect(done.exitCode).toBe(1);
    expect(findingsOf(done)).toEqual([
      expect.objectContaining({ rule: 'publish/unreadable', path: '', step: null }),
    ]);
  });
  test('counts one finding as one', async () => {
    expect((await run(put('none.json', ''))).err).toBe('1 flow: 1 error, 0 warnings.\n');
  });
  test('gives 2 for a path where nothing is, and tells what is wrong with the others all the same', async () => {
    const done = await run(put('bad/menu.json', BAD), join(home, 'absent'), '--format', 'json');
    expect(done.exitCode).toBe(2);
    expect(findingsOf(done).map(({ rule }) => rule)).toContain('publish/dangling-target');
    expect(done.err).toMatch(/absent cannot be checked: there is no such file or folder/);
    expect(findingsOf(await run(join(home, 'absent'), '--format', 'json'))).toEqual([]);
  });
  test('takes the kind that is given for the flow', async () => {
    const file = put('hold.json', GOOD);
    const kinds = async (kind: string) =>
      findingsOf(await run(file, '--kind', kind, '--format', 'json', '--family', 'publish')).map(
        ({ rule }) => rule,
      );
    expect(await kinds('CUSTOMER_HOLD')).toContain('publish/type-not-here');
    expect(await kinds('CONTACT_FLOW')).toEqual([]);
    expect(await kinds('MODULE')).toContain('publish/module-settings');
  });
  test('knows what functions answer', async () => {
    const look = {
      Identifier: 'first',
      Type: 'InvokeLambdaFunction',
      Parameters: { LambdaFunctionARN: `$\{function.look-up}`, InvocationTimeLimitSeconds: '4' },
      Transitions: { NextAction: 'tell', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] },
    };
    const tell = { ...say('end', 'Hello $.External.nam.'), Identifier: 'tell' };
    const done = await run(put('result.json', flow(look, tell)), '--family', 'live');
    expect(done.out).toMatch(
      /error live\/unknown-result at Actions\[1\]\.Parameters\.Text, step 'tell': .*did you mean 'name'\?/,
    );
  });
  test('writes SARIF with the line of the step', async () => {
    const file = put('bad/menu.json', BAD);
    const { out } = await run(file, '--format', 'sarif', '--family', 'publish');
    const place = JSON.parse(out).runs[0].results[0].locations[0].physicalLocation;
    const line = BAD.split('\n').findIndex((text) => text.includes('"Identifier": "first"')) + 1;
    expect(place.region.startLine).toBe(line);
    expect(decodeURIComponent(place.artifactLocation.uri)).toBe(file);
  });
  test.each([
    [[], /at least one path/],
    [['x.json', '--format', 'xml'], /--format is 'xml'; choose one of text, json, sarif/],
    [['x.json', '--family', 'live,style'], /--family is 'live,style'/],
    [['x.json', '--kind', 'QUEUE'], /--kind is 'QUEUE'; choose one of CONTACT_FLOW/],
    [['x.json', '--famly', 'live'], /did you mean --family/],
    [['--explain', 'posture/no-godbye'], /did you mean posture\/no-goodbye/],
  ])('%j is told in a sentence', async (args, words) => {
    const { exitCode, out, err } = await run(...args);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(words);
  });
  test.each(RULES.map(({ id }) => id))(
    '--explain %s says what, why, how to mend it, and where it was confirmed',
    async (id) => {
      const { exitCode, out } = await run('--explain', id);
      expect(exitCode).toBe(0);
      const rule = RULES.find((each) => each.id === id);
      for (const words of [rule?.what, rule?.why, rule?.fix, 'Evidence: ']) expect(out).toContain(words);
    },
  );
});

test('pages that are made from the code are fresh; run `npm run -s callwright -- docs` where they are not', () => {
  const stale = [...ownPages()].filter(([file, text]) => readFileSync(file, 'utf8') !== text);
  expect(stale.map(([file]) => file)).toEqual([]);
});
