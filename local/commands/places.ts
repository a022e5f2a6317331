/** Where the local contact centre finds and keeps things, whatever the working directory is. */
import { join } from 'node:path';

export const projectFolder: string = join(import.meta.dirname, '..', '..');

export const assemblyFolder: string = join(projectFolder, 'cdk.out');

/** The assembly that only this machine runs. */
export const localAssemblyFolder: string = join(projectFolder, 'cdk.out.local');

/** Everything that a local centre keeps between runs; `CALLWRIGHT_HOME` puts it elsewhere, as tests do. */
export const homeFolder = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment['CALLWRIGHT_HOME'] ?? join(projectFolder, '.callwright');

export const pagesFolder: string = join(projectFolder, 'build', 'web');
