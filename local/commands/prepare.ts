/** Brings the cloud assembly up to date before anything boots from it. */
import type { Surroundings } from './surroundings.ts';

/**
 * @param isLocal prepares the one that only this machine runs, with the languages that are spoken locally alone
 * @throws one sentence about what is wrong with configuration or sources
 */
export async function prepareAssembly(
  { assemblyIsCurrent, synthesize }: Surroundings,
  say: (sentence: string) => void,
  isLocal = false,
): Promise<void> {
  if (await assemblyIsCurrent(isLocal)) return;
  say('Synthesizing: the cloud assembly is not up to date.');
  await synthesize(isLocal);
}
