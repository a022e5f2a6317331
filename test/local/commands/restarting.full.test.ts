/** Centres that are started again, and calls without one, as processes. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { callwright } from './child.ts';

const homes: string[] = [];
const newHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'callwright-home-'));
  homes.push(home);
  return home;
};
const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
};
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true });
});

test('a centre ends cleanly on SIGTERM, and what it kept is there when it is started again', async () => {
  const home = newHome();
  const run = (args: readonly string[], input = '') => callwright(args, home, { input }).ended;
  const asksForOrder = async (): Promise<void> => {
    const call = await run(['dial', '--from', '+12025550121', '--script', '1,8264#,hangup']);
    expect(call.out).toContain('Please enter your order number');
  };
  const centre = callwright(['start'], home);
  await centre.prints('Ctrl-C');
  expect(await run(['set-pin', 'c-1002'], '8264\n')).toMatchObject({ exitCode: 0 });
  await asksForOrder();
  centre.process.kill('SIGTERM');
  expect((await centre.ended).exitCode).toBe(0);
  expect(existsSync(join(home, 'centre.json'))).toBe(false);
  const again = callwright(['start'], home);
  await again.prints('Ctrl-C');
  await asksForOrder();
  again.process.kill('SIGTERM');
  await again.ended;
}, 60_000);

test('a centre that is stopped while it boots ends cleanly, and says nothing of taking calls', async () => {
  const port = await freePort();
  const centre = callwright(['start'], newHome(), { env: { PORT: String(port) } });
  const answers = (): Promise<number> =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      ({ status }) => status,
      () => 0,
    );
  let status = 0;
  while (status === 0) status = await answers();
  expect(status).toBe(503);
  centre.process.kill('SIGINT');
  expect(await centre.ended).toMatchObject({ exitCode: 0, out: '' });
}, 60_000);

test('a centre that is started with --fresh knows nothing of the one before: no PIN, no open contact, no recording', async () => {
  const home = newHome();
  const run = (args: readonly string[], input = '') => callwright(args, home, { input }).ended;
  const centre = callwright(['start'], home);
  await centre.prints('Ctrl-C');
  expect(await run(['set-pin', 'c-1002'], '8264\n')).toMatchObject({ exitCode: 0 });
  const message = '0,2,"My machine leaks."hangup';
  expect(await run(['dial', '--from', '+12025550199', '--script', message])).toMatchObject({ exitCode: 0 });
  // The recording is put down some seconds after the call, and its bucket has a folder then.
  while (!existsSync(join(home, 'objects'))) await run(['records']);
  centre.process.kill('SIGKILL');
  await centre.ended;
  expect(existsSync(join(home, 'open-contacts.json'))).toBe(true);
  writeFileSync(join(home, 'intake', 'ours.txt'), 'not an order');

  const again = callwright(['start', '--fresh'], home);
  expect(await again.prints('Ctrl-C')).not.toContain('when the centre before this one was stopped');
  expect(existsSync(join(home, 'objects'))).toBe(false);
  expect(existsSync(join(home, 'intake', 'ours.txt'))).toBe(true);
  const call = await run(['dial', '--from', '+12025550121', '--script', '1,2906#,hangup']);
  expect(call.out).toContain('Please enter your order number');
  again.process.kill('SIGTERM');
  await again.ended;
}, 120_000);

test('without a running centre a call gets one of its own', async () => {
  const { exitCode, out } = await callwright(
    ['dial', '--from', '+12025550111', '--script', '0,wait,hangup'],
    newHome(),
  ).ended;
  expect(exitCode).toBe(0);
  expect(out).toMatch(/No contact centre is running here[\s\S]*\[In the queue support\]/);
});
