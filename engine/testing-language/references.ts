/** Puts what `${kind.name}` stands for into a test case, so that one file serves every environment. */
import type { Json } from '../language/flow.ts';
import { isList, isObject } from '../language/json.ts';
import { didYouMean } from '../language/similar.ts';
import { type Notes, within } from './notes.ts';

/** By the name of the reference, e.g. `queue.orders`. */
export type Lookup = ReadonlyMap<string, string>;

const REFERENCE = /\$\{([^}]*)\}/g;

export function putReferences(value: Json, path: string, lookup: Lookup, notes: Notes): Json {
  if (typeof value === 'string') return value.includes('${') ? putInText(value, path, lookup, notes) : value;
  if (isList(value))
    return value.map((item, index) => putReferences(item, `${path}[${index}]`, lookup, notes));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      putReferences(member, within(path, name), lookup, notes),
    ]),
  );
}

function putInText(text: string, path: string, lookup: Lookup, notes: Notes): string {
  return text.replace(REFERENCE, (whole, name: string) => {
    const found = lookup.get(name);
    if (found !== undefined) return found;
    notes.error(
      'unknown-reference',
      `\${${name}} is nothing in the deployed stack${didYouMean(name, lookup.keys())}`,
      path,
    );
    return whole;
  });
}
