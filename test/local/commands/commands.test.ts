/** The commands as processes: what they print, and their exit codes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

  test('says its address first, then numbers, agents, endpoint and what is passive', async () => {
    const out = await centre.prints('Ctrl-C');
    expect(out.split('\n')[0]).toBe(`Callwright takes calls at ${url}`);
    for (const part of [
      '/phone',
      '+1 202 555 0100',
      '/agent',
      'sam, robin',
      'secret ',
      'Bearer TOKEN',
      'cognito-idp initiate-auth --no-sign-request --client-id ',
      '--endpoint-url http://127.0.0.1:',
      'S3::Bucket',
      'docs/demo-world.md',
    ]) {
      expect(out).toContain(part);
    }
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await fetch(`${url}/phone`)).status).toBe(200);
  });

  test('takes a scripted call: exit code 0 when the script is used up, PIN masked', async () => {
    const { exitCode, out, err } = await run([
      'dial',
      '--from',
      '+12025550111',
      '--script',
      '1,4711#,1002#,hangup',
    ]);
    expect([exitCode, err]).toEqual([0, 'The script was used up.\n']);
    expect(out).toContain('> •••••\n');
    expect(out).not.toContain('4711');
    expect(out).toContain('is on its way');
  });

  test('shows the record of that call, without what was keyed in secret', async () => {
    const { exitCode, out } = await run(['records']);
    expect(exitCode).toBe(0);
    const records = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(records).toMatchObject([
      {
        CustomerEndpoint: { Address: '+12025550111' },
        Attributes: { customerId: 'c-1001', verified: 'true' },
        DisconnectReason: 'CUSTOMER_DISCONNECT',
      },
    ]);
    expect(JSON.stringify(records)).not.toContain('"4711"');
  });

  test('gives exit code 2 and one sentence when no call comes about', async () => {
    const ended = await run(['dial', '--to', '+12025550177', '--script', '1']);
    expect(ended).toMatchObject({ exitCode: 2, err: expect.stringMatching(/^.*\+12025550177.*\n$/) });
  });

  test.each([[['--from', 'anonymous']], [[]]])(
    'is called with the number withheld by dial %j',
    async (from) => {
      const { exitCode, out } = await run(['dial', ...from, '--script', '0,hangup']);
      expect(exitCode).toBe(0);
      expect(out).toMatch(/^\[Dialling \+12025550100 with the number withheld\]\n/);
      const { out: records } = await run(['records']);
      expect(JSON.parse(records.trim().split('\n').at(-1) ?? '')).toMatchObject({ CustomerEndpoint: null });
    },
  );

  test('is not needed to tell that a number is none', async () => {
    expect(await run(['dial', '--from', '12'])).toMatchObject({
      exitCode: 2,
      ...sentence(
        "'12' is not a telephone number: write it with + and the country code, like +12025550123; 'anonymous' withholds it.",
      ),
    });
  });
});

test('a command that there is not gives exit code 2 and what was meant', async () => {
  expect(await callwright(['dail'], newHome()).ended).toMatchObject({
    exitCode: 2,
    err: "There is no command 'dail': did you mean dial?\n",
  });
});

test('a reader who has gone away ends a command without a word', async () => {
  const child = callwright(['help'], newHome());
  child.process.stdout?.destroy();
  expect(await child.ended).toMatchObject({ exitCode: 141, err: '' });
});

test('--help of a command tells of it alone', async () => {
  const { exitCode, out } = await callwright(['dial', '--help'], newHome()).ended;
  expect(exitCode).toBe(0);
  expect(out).toContain('\n  dial [--from NUMBER|anonymous]');
  expect(out).not.toContain('\n  records');
});

test('help names every command that package.json runs', async () => {
  const { exitCode, out } = await callwright(['help'], newHome()).ended;
  expect(exitCode).toBe(0);
  const scripts = readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8');
  for (const [, command = ''] of scripts.matchAll(/bin\/callwright\.ts ([a-z-]+)/g))
    expect(out).toContain(`\n  ${command}`);
});
