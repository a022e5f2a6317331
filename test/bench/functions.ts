/** What our functions cost above a bare handler that makes one DynamoDB request with the same client. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { functionBuildOptions } from '../../lib/bundling.ts';
import type { Figures } from './area.ts';
import { type DatabaseRequest, databaseAnswer, flowEvent, functionEnvironment } from './function-world.ts';
import { median } from './median.ts';

/** Fresh processes of each handler. */
const COLD_STARTS = 11;
/** Processes that compare warm calls, and pairs of blocks in each. */
const WARM_RUNS = 3;
const WARM_PAIRS = 30;

/** PIN hashing is apart: it is slow on purpose. */
const MEASURED = ['lookup-customer', 'lookup-order', 'open-case'] as const;
const BARE = 'one-request';
type Handler = (typeof MEASURED)[number] | typeof BARE;

const HERE = dirname(fileURLToPath(import.meta.url));
const run = promisify(execFile);

/**
 * Fresh processes take turns and are compared within their round, so that a busy moment of the machine falls on all
 * alike; of the rounds the median counts. The cold start is that of the slowest function.
 */
export async function benchFunctions(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'callwright-bench-'));
  const database = await startDatabase();
  try {
    const bundles = await buildBundles(folder);
    await measured('cold-invocation.mjs', 'lookup-customer', database, [bundles('lookup-customer')]);
    const rounds: Readonly<Record<Handler, number>>[] = [];
    for (let round = 0; round < COLD_STARTS; round++) rounds.push(await coldRound(bundles, database));
    const warmUs: number[] = [];
    for (let round = 0; round < WARM_RUNS; round++) {
      const args = [bundles(BARE), bundles('lookup-customer'), String(WARM_PAIRS)];
      warmUs.push(await measured('warm-invocations.mjs', 'lookup-customer', database, args));
    }
    return {
      'functions.cold-start': { value: slowest((name) => rounds.map((round) => round[name])), unit: 'ms' },
      'functions.cold-start-ratio': {
        value: slowest((name) => rounds.map((round) => round[name] / round[BARE])),
        unit: '× one request',
      },
      'functions.warm-overhead': { value: median(warmUs), unit: 'µs' },
    };
  } finally {
    database.server.close();
    database.server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One cold start of each handler, in ms. */
async function coldRound(
  bundles: (name: string) => string,
  database: Database,
): Promise<Readonly<Record<Handler, number>>> {
  const cold = (name: Handler) => measured('cold-invocation.mjs', name, database, [bundles(name)]);
  return {
    [BARE]: await cold(BARE),
    'lookup-customer': await cold('lookup-customer'),
    'lookup-order': await cold('lookup-order'),
    'open-case': await cold('open-case'),
  };
}

/** The median of the function that comes off worst. */
function slowest(valuesOf: (name: (typeof MEASURED)[number]) => readonly number[]): number {
  return Math.max(...MEASURED.map((name) => median(valuesOf(name))));
}

/** Builds all handlers as they are deployed; gives the address of a bundle by name. */
async function buildBundles(folder: string): Promise<(name: string) => string> {
  const entryPoints = Object.fromEntries(MEASURED.map((name) => [name, `lambdas/${name}/handler.ts`]));
  const { outputFiles = [] } = await build({
    ...functionBuildOptions({ ...entryPoints, [BARE]: join(HERE, 'one-request.ts') }),
    outdir: folder,
  });
  for (const { path, contents } of outputFiles) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  return (name) => pathToFileURL(join(folder, name, 'index.mjs')).href;
}

/** Runs one measuring program in a fresh process; it prints one number. */
async function measured(
  program: string,
  functionName: string,
  database: Database,
  args: readonly string[],
): Promise<number> {
  const env = {
    ...functionEnvironment,
    AWS_ENDPOINT_URL: database.url,
    BENCH_REQUEST: database.firstRequest(),
    BENCH_EVENT: JSON.stringify(flowEvent(functionName)),
  };
  const { stdout } = await run(process.execPath, [join(HERE, program), ...args], { env });
  return Number(stdout);
}

interface Database {
  readonly server: Server;
  readonly url: string;
  /** What the first request asked for, as JSON. */
  firstRequest(): string;
}

/** Answers every request at once, so that only the handlers differ. */
async function startDatabase(): Promise<Database> {
  let first: string | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      first ??= text;
      const asked: DatabaseRequest = JSON.parse(text);
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(databaseAnswer(asked)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the measuring database has no port');
  return { server, url: `http://127.0.0.1:${address.port}`, firstRequest: () => first ?? '{}' };
}
