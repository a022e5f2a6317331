/** How long a person waits for the contact centre: a warm `npm start`, and a synth of everything from nothing. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { isCurrent, synthesize } from '../../lib/synthesize.ts';
import { buildPages } from '../../local/commands/build-pages.ts';
import type { Figures } from './area.ts';
import { median } from './median.ts';

const RUNS = 3;
const GIVE_UP_MS = 60_000;

/** Seconds from the command to the first `GET /health` that answers 200, and to the end of a synth. */
export async function benchStart(): Promise<Figures> {
  const options = { isLocal: true };
  if (!isCurrent(options)) await synthesize(options);
  await buildPages(() => undefined);
  const ready: number[] = [];
  for (let index = 0; index < RUNS; index += 1) ready.push(await secondsToReady());
  const synth: number[] = [];
  for (let index = 0; index < RUNS; index += 1) synth.push(await secondsToSynth());
  return {
    'start.ready-warm': { value: median(ready), unit: 's' },
    'start.synth-cold': { value: median(synth), unit: 's' },
  };
}

async function secondsToReady(): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const centre = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise<void>((resolve) => centre.once('exit', () => resolve()));
  try {
    await healthy(port, began);
    return (performance.now() - began) / 1000;
  } finally {
    if (centre.pid !== undefined) process.kill(-centre.pid, 'SIGTERM');
    await ended;
  }
}

async function healthy(port: number, began: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
    if (answer?.status === 200) return;
    if (performance.now() - began > GIVE_UP_MS)
      throw new Error(`no health on port ${port} after ${GIVE_UP_MS} ms`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function secondsToSynth(): Promise<number> {
  const outdir = mkdtempSync(join(tmpdir(), 'callwright-synth-'));
  const began = performance.now();
  try {
    await run('npx', ['--no-install', 'cdk', 'synth', '--quiet', '--strict', '--output', outdir]);
    return (performance.now() - began) / 1000;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
