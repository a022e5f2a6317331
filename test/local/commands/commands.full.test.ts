/** The commands beside a running centre as processes: what they change there, and what they leave alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Child, callwright, type Ended } from './child.ts';

const homes: string[] = [];
const newHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'callwright-home-'));
  homes.push(home);
  return home;
};
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true });
});
const sentence = (text: string) => ({ err: `${text}\n` });

describe('a running centre', () => {
  let home = '';
  let centre: Child;
  let url = '';
  const run = (args: readonly string[], input?: string): Promise<Ended> =>
    callwright(args, home, input === undefined ? {} : { input }).ended;

  beforeAll(async () => {
    home = newHome();
    centre = callwright(['start'], home);
    const out = await centre.prints('Ctrl-C');
    url = /http:\/\/localhost:\d+/.exec(out)?.[0] ?? '';
  }, 60_000);
  afterAll(async () => {
    centre.process.kill('SIGKILL');
    await centre.ended;
  });

  test('gives exit code 1 when the call ended before the script', async () => {
    const ended = await run(['dial', '--from', '+12025550111', '--script', '1,4711#,1002#,9,5,5']);
    expect(ended).toMatchObject({
      exitCode: 1,
      ...sentence('The call ended before the script was used up: 2 of its 6 items were left.'),
    });
  });

  test('is filled and changed by seed and set-pin', async () => {
    expect(await run(['seed'])).toMatchObject({ exitCode: 0, out: expect.stringContaining('200 customers') });
    expect(await run(['set-pin', 'c-1002'], '8264\n')).toMatchObject({ exitCode: 0, err: '' });
    const call = await run(['dial', '--from', '+12025550121', '--script', '1,8264#,hangup']);
    expect(call.out).toContain('Please enter your order number');
    expect(await run(['set-pin', 'c-1002'], '12\n')).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('4 to 8 digits'),
    });
  }, 60_000);

  test('lets callers hear what announce switches on, in each language, and no longer', async () => {
    const texts = ['--en', 'Closed for the storm.', '--el', 'Α', '--hu', 'B', '--ro', 'C'];
    expect(await run(['announce', 'storm', '--until', '+2h', ...texts])).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/hear 'storm' from .* to .*\.\n$/),
    });
    expect(await run(['announce', 'more', '--until', '+2h', '--en', 'x'])).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('It has no text in el, hu, ro'),
    });
    const heard = await run(['dial', '--from', '+12025550121', '--script', '0,hangup']);
    expect(heard.out).toContain('Closed for the storm.');
    expect(await run(['announce', 'storm', '--off'])).toMatchObject({ exitCode: 0 });
    expect(await run(['announce'])).toMatchObject({ exitCode: 0, out: '' });
  }, 60_000);

  test('is not started twice', async () => {
    const { exitCode, err } = await run(['start']);
    expect(exitCode).toBe(1);
    expect(err).toMatch(
      /^A contact centre runs already at http:\/\/localhost:\d+ \(process \d+\): use it, or stop it first\.\n$/,
    );
  });

  test('keeps its port from others', async () => {
    const port = new URL(url).port;
    const { exitCode, err } = await callwright(['start'], newHome(), { env: { PORT: port } }).ended;
    expect([exitCode, err]).toEqual([
      1,
      `Port ${port} is in use: choose another one, as in PORT=4600 npm start.\n`,
    ]);
  });
});

test('a note of a centre that was killed deceives nobody', async () => {
  const home = newHome();
  writeFileSync(join(home, 'centre.json'), JSON.stringify({ pid: process.pid, port: 1 }));
  expect(await callwright(['seed'], home).ended).toMatchObject({
    exitCode: 1,
    err: expect.stringContaining('No contact centre takes calls on this machine'),
  });
});

test('a folder without an assembly is named', async () => {
  const { exitCode, err } = await callwright(['start', '--assembly', newHome()], newHome()).ended;
  expect([exitCode, err]).toEqual([
    1,
    expect.stringMatching(/^there is no cloud assembly in .*; run 'npm run synth' first\n$/),
  ]);
});
