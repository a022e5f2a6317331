/** Reads JSON of our own server, checked; failures are sentences for a person. */
import type * as z from 'zod/mini';

export interface Loaded<T> {
  readonly value?: T;
  /** One sentence, when it cannot be read. */
  readonly failure?: string;
}

export async function read<T>(address: string, schema: z.ZodMiniType<T>): Promise<Loaded<T>> {
  try {
    const response = await fetch(address);
    if (!response.ok) return { failure: await response.text() };
    return { value: schema.parse(await response.json()) };
  } catch (error) {
    console.warn(`${address} cannot be read.`, error);
    return { failure: 'The contact centre does not answer. Start it with npm start, then reload this page.' };
  }
}
