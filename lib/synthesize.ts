/** Synthesizes outside the CDK command line: for the local centre's start and for tests. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { defaultEnvironment } from './config.ts';
import { ConfigurationError } from './config-error.ts';
import { localContext, pretendedPaymentsContext } from './local-context.ts';
import {
  assemblyFolder,
  configurationFile,
  localAssemblyFolder,
  pretendedAssemblyFolder,
  projectFolder,
} from './paths.ts';
import { hashOfSources } from './sources.ts';

export interface SynthesisOptions {
  /** A key of `callwright.environments` in cdk.json. */
  readonly environment?: string;
  /** Where the assembly goes; what is there is replaced. */
  readonly outdir?: string;
  /** Synthesizes what this machine alone runs: with the languages that are spoken locally only. */
  readonly isLocal?: boolean;
  /** Lets a pretended bank take payments in what is otherwise a deployment, for tests; the local centre always has it. */
  readonly isPretended?: boolean;
}

const stampFile = 'callwright-sources.json';
const stamp = z.object({
  environment: z.string(),
  isLocal: z.boolean(),
  isPretended: z.boolean(),
  sources: z.string(),
  contents: z.string(),
});

/**
 * The CDK command line writes to the same folder and knows no stamp: the manifest tells that it has been there. What is
 * damaged or gone is noticed by the rest, so that it is made again and nobody has to find out what to delete.
 */
function hashOfContents(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted()) {
    if (name.startsWith('asset.')) hash.update(`${name}\n`);
    else if (/^manifest\.json$|\.(?:template|assets)\.json$/.test(name))
      hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** Undefined for a damaged stamp, which tells nothing about the folder. */
function readStamp(file: string): z.infer<typeof stamp> | undefined {
  try {
    return stamp.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Each kind of assembly has a folder of its own, so that none replaces another that is in use. */
function folderOf({ outdir, isLocal = false, isPretended = false }: SynthesisOptions): string {
  if (outdir !== undefined) return outdir;
  if (isLocal) return localAssemblyFolder;
  return isPretended ? pretendedAssemblyFolder : assemblyFolder;
}

/** Whether the folder holds an assembly of this environment and of the sources as they are now. */
export function isCurrent(options: SynthesisOptions = {}): boolean {
  const folder = folderOf(options);
  const file = join(folder, stampFile);
  if (!existsSync(file)) return false;
  const found = readStamp(file);
  return (
    found !== undefined &&
    found.environment === (options.environment ?? defaultEnvironment) &&
    found.isLocal === (options.isLocal ?? false) &&
    found.isPretended === (options.isPretended ?? false) &&
    found.contents === hashOfContents(folder) &&
    found.sources === hashOfSources()
  );
}

/**
 * The context for the app, as the CDK command line would pass it.
 * @param text of cdk.json
 */
export function contextOf(text: string, environment: string, isLocal = false, isPretended = false): string {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`cdk.json is not JSON (${why}); correct or restore it.`);
  }
  const file = z.object({ context: z.record(z.string(), z.unknown()) }).safeParse(document);
  if (!file.success) throw new ConfigurationError('cdk.json has no "context"; restore it.');
  return JSON.stringify({
    ...file.data.context,
    environment,
    [localContext]: isLocal,
    [pretendedPaymentsContext]: isPretended,
  });
}

/**
 * Runs `bin/app.ts` as the CDK command line does, in a process of its own: its 160 MB of libraries leave with it.
 * The folder is replaced in one step and only by a complete assembly, so that a killed run leaves the old one.
 * @throws ConfigurationError with what the app printed when it found something wrong
 */
export async function synthesize(options: SynthesisOptions = {}): Promise<void> {
  const environment = options.environment ?? defaultEnvironment;
  const { isLocal = false, isPretended = false } = options;
  const outdir = folderOf(options);
  const draft = `${outdir}.${process.pid}`;
  const sources = hashOfSources();
  rmSync(draft, { recursive: true, force: true });
  const app = spawn(process.execPath, [join(projectFolder, 'bin', 'app.ts')], {
    cwd: projectFolder,
    env: {
      ...process.env,
      CDK_OUTDIR: draft,
      // AWS's own rules take seven seconds to look at the template: a deployment has them, and `npm run verify`.
      CDK_VALIDATION: 'false',
      CDK_CONTEXT_JSON: contextOf(readFileSync(configurationFile, 'utf8'), environment, isLocal, isPretended),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    app.once('error', reject);
    app.once('close', resolve);
  });
  const [printed, exitCode] = await Promise.all([text(app.stderr), ended]);
  if (exitCode !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new ConfigurationError(printed.trim() || `synthesis ended with exit code ${exitCode}`);
  }
  const made = { environment, isLocal, isPretended, sources, contents: hashOfContents(draft) };
  writeFileSync(join(draft, stampFile), `${JSON.stringify(made)}\n`);
  rmSync(outdir, { recursive: true, force: true });
  renameSync(draft, outdir);
}
