/** Where synthesis finds its sources and puts what it builds, whatever the working directory is. */
import { join } from 'node:path';

/** The project's folder. */
export const projectFolder: string = join(import.meta.dirname, '..');

/** Rendered flow JSON, one file per flow. */
export const renderedFlowsFolder: string = join(projectFolder, 'contact-flows', 'rendered');

/** Test cases in Amazon's Testing language. */
export const testCasesFolder: string = join(projectFolder, 'contact-flows', 'tests');

/** Function bundles, one folder per function. */
export const functionBundlesFolder: string = join(projectFolder, 'build', 'functions');

export const queueMusicFile: string = join(projectFolder, 'build', 'prompts', 'queue-music.wav');
export const beepFile: string = join(projectFolder, 'build', 'prompts', 'beep.wav');

/** Recordings of one's own, a folder for each language. */
export const recordingsFolder: string = join(projectFolder, 'recordings');

/** Recordings that the build has made. */
export const madeRecordingsFolder: string = join(projectFolder, 'build', 'recordings');

export const configurationFile: string = join(projectFolder, 'cdk.json');

export const assemblyFolder: string = join(projectFolder, 'cdk.out');

/** What deploys, with a pretended bank, so that tests of calls can pay. */
export const pretendedAssemblyFolder: string = join(projectFolder, 'cdk.out.pretended');

/** The assembly that only this machine runs. */
export const localAssemblyFolder: string = join(projectFolder, 'cdk.out.local');
