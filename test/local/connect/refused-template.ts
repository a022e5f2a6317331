/** Boots with each change and holds the refusal to the words that it must have. */
import { expect } from '@jest/globals';
import { bootResources, type Mutate } from './booted-resources.ts';

export type WrongTemplate = readonly [title: string, mutate: Mutate, words: readonly string[]];

export const expectRefusal = async (mutate: Mutate, words: readonly string[]): Promise<void> => {
  const message = await bootResources(mutate).then(
    () => 'the boot went well',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  for (const word of words) expect(message).toContain(word);
};
