/** A file with an order, dropped into the bucket: what its name says, and what of its bytes is read. */

import * as z from 'zod/mini';
import type { IntakeFormat } from './incoming-order.ts';

/** Orders of ninety lines take a fifth of it; what is longer is cut, and a person looks at it. */
export const FILE_CHARACTERS_MAX = 50_000;

/** The part of an `Object Created` event of S3 that is read. */
export const fileEvent = z.object({
  bucket: z.object({ name: z.string() }),
  object: z.object({ key: z.string() }),
});

const FORMATS: Readonly<Record<string, IntakeFormat>> = { json: 'json', edi: 'edifact', edifact: 'edifact' };

export interface NamedFile {
  /** The name without folder and ending; undefined where the sender wrote something that is no reference. */
  readonly reference: string | undefined;
  readonly format: IntakeFormat;
}

/** What the name of a file says: `in/2026/W-100.json` is the order W-100, in JSON. */
export function namedFile(key: string): NamedFile {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const ending = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  const reference = dot < 0 ? name : name.slice(0, dot);
  return {
    reference: /^[A-Za-z0-9._@-]{1,100}$/.test(reference) ? reference : undefined,
    format: Object.hasOwn(FORMATS, ending) ? (FORMATS[ending] ?? 'text') : 'text',
  };
}

export interface FileContent {
  readonly content: string;
  /** Whether it is text that can be read whole. */
  readonly isWhole: boolean;
}

/** The text of a file; of one that is too long or no UTF-8, what a person can see of it. */
export function contentOf(bytes: Uint8Array): FileContent {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { content: text.slice(0, FILE_CHARACTERS_MAX), isWhole: text.length <= FILE_CHARACTERS_MAX };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { content: new TextDecoder('latin1').decode(bytes).slice(0, FILE_CHARACTERS_MAX), isWhole: false };
  }
}
