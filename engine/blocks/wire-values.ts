/** How single values stand in a flow's JSON: flags, whole numbers and maps, all written as strings. */
import type { Json } from '../language/flow.ts';
import { isObject, type JsonObject } from '../language/json.ts';

/** The text of a single value; the service takes JSON numbers and booleans in some places too. */
export function scalar(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Exports write flags as 'True', 'true' or true, depending on the parameter. */
export function flag(value: Json | undefined): boolean {
  return scalar(value)?.toLowerCase() === 'true';
}

/** The map or object that a parameter holds; empty where it is absent. */
export function recordOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** A whole number from `min` to `max` inclusive, or undefined where the text is none. */
export function wholeNumber(text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined || !/^-?\d{1,9}$/.test(text.trim())) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}
