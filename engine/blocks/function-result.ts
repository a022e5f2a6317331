/** What a function returned, as the flow takes it: `$.External`, or a reason why it is not understood. */

import type { Json } from '../language/flow.ts';
import { isObject, type JsonObject } from '../language/json.ts';
import { FUNCTION_RESULT_BYTES_MAX } from '../limits.ts';
import { utf8Bytes } from './utf8-bytes.ts';

/**
 * A flat object of texts and numbers for STRING_MAP, any object for JSON, at most 32 KB
 * (adminguide/connect-lambda-functions). Null members of a string map count as unset.
 * @returns a sentence where the result is not understood.
 */
export function functionResult(payload: string, responseType: string): JsonObject | string {
  // No sign of a text takes more than three bytes for each of its units.
  if (payload.length * 3 > FUNCTION_RESULT_BYTES_MAX && utf8Bytes(payload) > FUNCTION_RESULT_BYTES_MAX) {
    return `the function returned more than ${FUNCTION_RESULT_BYTES_MAX} bytes`;
  }
  let result: Json;
  try {
    result = JSON.parse(payload);
  } catch {
    return 'the function did not return JSON';
  }
  if (!isObject(result)) return 'the function did not return an object';
  if (responseType === 'JSON') return result;
  return Object.values(result).every(isText) ? result : flattened(result);
}

const isText = (value: Json): boolean => typeof value === 'string';

function flattened(result: JsonObject): JsonObject | string {
  const flat: Record<string, Json> = {};
  for (const key of Object.keys(result)) {
    const value = result[key] ?? null;
    if (typeof value === 'object' && value !== null) {
      return `the function returned '${key}' nested, and the block takes a STRING_MAP`;
    }
    if (value !== null) flat[key] = String(value);
  }
  return flat;
}
