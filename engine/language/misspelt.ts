/** Says that a key which is missing stands there in another spelling. */
import type { JsonObject } from './json.ts';
import { nearest } from './similar.ts';

/** `; did you mean 'startAction' to be 'StartAction'?`, or nothing where the key is there or no other is near. */
export function misspelt(value: JsonObject, key: string): string {
  if (Object.hasOwn(value, key)) return '';
  const near = nearest(key, Object.keys(value));
  return near === undefined ? '' : `; did you mean '${near}' to be '${key}'?`;
}
