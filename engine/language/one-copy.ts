/** Texts of flows that are compared and looked up at every call: one copy of each. */
import type { Json } from './flow.ts';
import { isList, isObject } from './json.ts';

/**
 * The same text as JavaScript keeps the names of properties: once for all who have it. Two of these are equal where
 * they are in the same place, while others of equal length are compared sign by sign: three times as long for an ARN.
 */
export function oneCopy(text: string): string {
  const [name = text] = Object.keys({ [text]: null });
  return name;
}

/** The same JSON with every value that is a text in one copy; its names are already. */
function textsInOneCopy(value: Json): Json {
  if (typeof value === 'string') return oneCopy(value);
  if (isList(value)) return value.map(textsInOneCopy);
  if (!isObject(value)) return value;
  return membersInOneCopy(value);
}

export const membersInOneCopy = (members: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, textsInOneCopy(member)]));
