/** Brings the cloud assembly up to date before anything boots from it. */
import type { Surroundings } from './surroundings.ts';

/** @throws one sentence about what is wrong with configuration or sources */
export async function prepareAssembly(
  { assemblyIsCurrent, synthesize }: Surroundings,
  say: (sentence: string) => void,
): Promise<void> {
  if (await assemblyIsCurrent()) return;
  say('Synthesizing: cdk.out is not of the sources as they are now.');
  await synthesize();
}
