/** What our functions cost above a bare handler that makes one DynamoDB request with the same client. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { functionBuildOptions } from '../../lib/bundling.ts';
import type { Figures } from './area.ts';
import { type DatabaseRequest, databaseAnswer, flowEvent, functionEnvironment } from './function-world.ts';
import { median } from './median.ts';

/** Fresh processes of each handler. */
const COLD_STARTS = 11;
/** Processes of each handler that make warm calls. */
const WARM_RUNS = 3;

/** PIN hashing is apart: it is slow on purpose. */
const MEASURED = ['lookup-customer', 'lookup-order', 'open-case'] as const;
const BARE = 'one-request';
type Handler = (typeof MEASURED)[number] | typeof BARE;
type Round = Readonly<Record<Handler, number>>;
type BundleOf = (name: Handler) => string;

const HERE = dirname(fileURLToPath(import.meta.url));
const run = promisify(execFile);

/**
 * Fresh processes take turns and are compared within their round, so that a busy moment of the machine falls on all
 * alike; of the rounds the median counts. The cold start is that of the slowest function. What a warm call costs above
 * the bare handler is told of each: `lookup-customer` does little but read, and `open-case` works out a promise.
 */
export async function benchFunctions(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'callwright-bench-'));
  const database = await startDatabase();
  try {
    const deployed = await buildBundles(join(folder, 'deployed'));
    const timed = await buildBundles(join(folder, 'timed'), timedClient);
    await measured('cold-invocation.mjs', 'lookup-customer', database, deployed);
    const cold: Round[] = [];
    for (let round = 0; round < COLD_STARTS; round++)
      cold.push(await roundOf('cold-invocation.mjs', deployed, database));
    const warm: Round[] = [];
    for (let round = 0; round < WARM_RUNS; round++)
      warm.push(await roundOf('warm-invocations.mjs', timed, database));
    return {
      'functions.cold-start': { value: slowest(cold, (round, name) => round[name]), unit: 'ms' },
      'functions.cold-start-ratio': {
        value: slowest(cold, (round, name) => round[name] / round[BARE]),
        unit: '× one request',
      },
      'functions.warm-overhead': { value: above(warm, 'lookup-customer'), unit: 'µs' },
      'functions.warm-overhead-lookup-order': { value: above(warm, 'lookup-order'), unit: 'µs' },
      'functions.warm-overhead-open-case': { value: above(warm, 'open-case'), unit: 'µs' },
    };
  } finally {
    database.server.close();
    database.server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a program measures of each handler. */
async function roundOf(program: string, bundles: BundleOf, database: Database): Promise<Round> {
  const of = (name: Handler) => measured(program, name, database, bundles);
  return {
    [BARE]: await of(BARE),
    'lookup-customer': await of('lookup-customer'),
    'lookup-order': await of('lookup-order'),
    'open-case': await of('open-case'),
  };
}

/** The median of the function that comes off worst. */
function slowest(
  rounds: readonly Round[],
  of: (round: Round, name: (typeof MEASURED)[number]) => number,
): number {
  return Math.max(...MEASURED.map((name) => median(rounds.map((round) => of(round, name)))));
}

/** The median of what a warm call of a function takes longer than one of the bare handler, both without their requests. */
const above = (rounds: readonly Round[], name: (typeof MEASURED)[number]): number =>
  median(rounds.map((round) => round[name] - round[BARE]));

/** Puts the client whose requests are timed in the place of DynamoDB's own. */
const timedClient: Plugin = {
  name: 'timed-client',
  setup: ({ onResolve }) => {
    const path = join(HERE, 'timed-client.ts');
    onResolve({ filter: /^@aws-sdk\/client-dynamodb$/ }, ({ importer }) =>
      importer === path ? undefined : { path },
    );
  },
};

/** Builds all handlers as they are deployed, but for what plugins change; gives the address of a bundle by name. */
async function buildBundles(folder: string, ...plugins: readonly Plugin[]): Promise<BundleOf> {
  const entryPoints = Object.fromEntries(MEASURED.map((name) => [name, `lambdas/${name}/handler.ts`]));
  const options = functionBuildOptions({ ...entryPoints, [BARE]: join(HERE, 'one-request.ts') });
  const { outputFiles = [] } = await build({
    ...options,
    outdir: folder,
    plugins: [...(options.plugins ?? []), ...plugins],
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
  functionName: Handler,
  database: Database,
  bundles: BundleOf,
): Promise<number> {
  const env = {
    ...functionEnvironment,
    AWS_ENDPOINT_URL: database.url,
    BENCH_REQUEST: database.firstRequest(),
    BENCH_EVENT: JSON.stringify(flowEvent(functionName)),
  };
  const { stdout } = await run(process.execPath, [join(HERE, program), bundles(functionName)], { env });
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
