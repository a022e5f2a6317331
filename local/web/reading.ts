/** Reads one message from a browser; whatever is wrong with it is told in one sentence. */
import type * as z from 'zod/mini';

export type Reading<T> =
  | { readonly kind: 'message'; readonly message: T }
  | { readonly kind: 'wrong'; readonly sentence: string };

const SHOWN_MAX = 60;

/**
 * Values are never repeated in a sentence, for a PIN could be among them; it names the place in the message.
 * @param data undefined for a binary message
 */
export function readMessage<T>(data: string | undefined, schema: z.ZodMiniType<T>): Reading<T> {
  if (data === undefined) return wrong('A binary message was received: send JSON text.');
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return wrong('The message is not JSON: send one JSON object per message.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrong('The message is not a JSON object: send one like {"type":"hang-up"}.');
  }
  const read = schema.safeParse(value);
  if (read.success) return { kind: 'message', message: read.data };
  const type = shown(Reflect.get(value, 'type'));
  const issue = read.error.issues[0];
  if (issue === undefined || issue.code === 'invalid_union') {
    return wrong(`There is no message of type ${type}: reload the page, or see local/web/protocol.ts.`);
  }
  if (issue.code === 'unrecognized_keys') {
    return wrong(`A message of type ${type} has no field ${shown(issue.keys[0])}: leave it out.`);
  }
  return wrong(`A message of type ${type} needs a right value in its field ${shown(issue.path.join('.'))}.`);
}

const wrong = (sentence: string) => ({ kind: 'wrong', sentence }) as const;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}
