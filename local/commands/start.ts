/** `npm start`: the local contact centre, until somebody stops it. */
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readAssembly } from '../assembly/assembly.ts';
import { bootCloud, type Cloud } from '../cloud.ts';
import { KEPT } from '../kept.ts';
import { readPages } from '../web/pages.ts';
import { startWebServer, type WebServer } from '../web/server.ts';
import { buildPages } from './build-pages.ts';
import { CommandFailure, printed } from './failure.ts';
import { readOptions } from './options.ts';
import { homeFolder, localAssemblyFolder, pagesFolder } from './places.ts';
import { isFree, readPort } from './port.ts';
import { prepareAssembly } from './prepare.ts';
import { findRunningCentre, removeNote, writeNote } from './running-centre.ts';
import type { Surroundings } from './surroundings.ts';
import { tellTroubles } from './troubles.ts';
import { welcome } from './welcome.ts';

const CANNOT_START = 1;
/** As shells write a process ended by SIGINT. */
const INTERRUPTED = 130;

/**
 * Returns when the centre has been stopped.
 * @returns the exit code
 * @throws CommandFailure with exit code 1, or the error of whatever stopped the boot
 */
export async function start(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { flags, values } = readOptions('start', args, {
    values: ['assembly'],
    flags: ['fresh', 'quotas'],
    words: 0,
  });
  const wanted = readPort(process.env['PORT']);
  const running = await findRunningCentre();
  if (running !== undefined) {
    throw new CommandFailure(
      `A contact centre runs already at http://localhost:${running.port} (process ${running.pid}): use it, or stop it first.`,
      CANNOT_START,
    );
  }
  const stopped = stopSignals();
  const web = await startWebServer({ port: wanted, onFault: report });
  let cloud: Cloud | undefined;
  try {
    cloud = await boot(web, values.assembly, flags, surroundings);
    // Who has asked meanwhile to stop is not told that calls are taken.
    const early = await Promise.race([stopped, undefined]);
    if (early !== undefined) return early;
    tellTroubles(cloud, (line) => process.stderr.write(`${line}\n`));
    process.stdout.write(welcome(web.url, keptIn(cloud), cloud.describe()));
    return await stopped;
  } finally {
    removeNote(process.pid);
    await web.close();
    await cloud?.close();
  }
}

async function boot(
  web: WebServer,
  assembly: string | undefined,
  { fresh = false, quotas = false }: { readonly fresh?: boolean; readonly quotas?: boolean },
  surroundings: Surroundings,
): Promise<Cloud> {
  const say = (sentence: string): void => {
    web.notYet(sentence);
    process.stderr.write(`${sentence}\n`);
  };
  if (assembly === undefined) await prepareAssembly(surroundings, say, true);
  await buildPages(say);
  const dataFolder = homeFolder();
  const folder = assembly ?? localAssemblyFolder;
  // What was kept is forgotten only for something that can boot.
  readAssembly(folder);
  if (fresh) forget(dataFolder);
  web.notYet('The contact centre is booting from the cloud assembly.');
  const endpointPort = web.port + 1;
  const cloud = await bootCloud({
    assemblyFolder: folder,
    dataFolder,
    clock: { kind: 'wall' },
    quotas,
    onFault: report,
    // Next to the pages, so that scripts find it again; anywhere when that is taken.
    ...((await isFree(endpointPort)) ? { endpointPort } : {}),
  });
  const stack = cloud.describe();
  try {
    await surroundings.seedWhenEmpty(stack, cloud.driver.nowMs(), 'shop');
    const why = cloud.centre.notReady();
    if (why !== undefined) throw new CommandFailure(`Calls cannot be taken: ${why}.`, CANNOT_START);
    const { centre, passwords, promptFiles, scheduler, records, outbox, apis, userPools } = cloud;
    const demoCallers = await surroundings.demoCallers();
    web.open({
      centre,
      passwords,
      promptFiles,
      scheduler,
      records,
      outbox,
      apis,
      userPools,
      pages: readPages(pagesFolder),
      stack: { ...stack, demoCallers },
    });
    writeNote({ pid: process.pid, port: web.port });
    return cloud;
  } catch (error) {
    await cloud.close();
    throw error;
  }
}

/** What was kept of earlier runs. Files that somebody put into a folder of a bucket are theirs, and stay. */
function forget(dataFolder: string): void {
  for (const name of Object.values(KEPT)) rmSync(join(dataFolder, name), { recursive: true, force: true });
}

const keptIn = (cloud: Cloud): string =>
  relative(process.cwd(), join(homeFolder(), KEPT.stacks, `${cloud.describe().stackName}.json`));

function report(fault: unknown): void {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : printed(fault)}\n`);
}

/** @returns the exit code that the first signal or uncaught fault asks for */
function stopSignals(): Promise<number> {
  return new Promise((resolve) => {
    let stopping = false;
    const stop = (): void => {
      // Whoever asks twice does not want to wait for open lines.
      if (stopping) process.exit(INTERRUPTED);
      stopping = true;
      resolve(0);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.on('uncaughtException', (fault) => {
      report(fault);
      resolve(1);
    });
  });
}
