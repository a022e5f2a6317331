/** Every reference that a step's parameters hold, with its place. */
import type { Json } from '../../language/flow.ts';
import { isList, isObject } from '../../language/json.ts';
import { parseReference, type Reference, splitText } from '../../language/jsonpath.ts';

export interface Reading {
  readonly reference: Reference;
  /** Inside the action, e.g. `Parameters.Text`. */
  readonly path: string;
}

/** References in names of map entries count too: an attribute may be named dynamically. */
export function readingsOf(parameters: Json): readonly Reading[] {
  const found: Reading[] = [];
  collect(parameters, 'Parameters', found);
  return found;
}

function collect(value: Json, path: string, found: Reading[]): void {
  if (typeof value === 'string') {
    for (const reference of referencesOf(value)) found.push({ reference, path });
  } else if (isList(value)) {
    for (const [index, item] of value.entries()) collect(item, `${path}[${index}]`, found);
  } else if (isObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      const inside = `${path}.${key}`;
      for (const reference of referencesOf(key)) found.push({ reference, path: inside });
      collect(entry, inside, found);
    }
  }
}

/** Most values hold no reference, and looking for the sign is cheap. */
export function referencesOf(text: string): readonly Reference[] {
  if (!text.includes('$.') && !text.includes('$[')) return [];
  const whole = parseReference(text);
  if (whole !== undefined) return [whole];
  return splitText(text).flatMap((part) => (part.kind === 'reference' ? [part.reference] : []));
}

/** `$.Attributes.x` by namespace and name; undefined for every other reference. */
export function memberOf(reference: Reference, namespace: string): string | undefined {
  const [root, member] = reference.segments;
  return root === namespace ? member : undefined;
}
