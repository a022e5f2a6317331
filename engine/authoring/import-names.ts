/** Turns the ARNs and ids of somebody's instance into names of ours, by a list that the person gives. */
import type { Json } from '../language/flow.ts';
import { isList, isObject } from '../language/json.ts';
import { RESOURCE_KINDS, type Resource } from './resource.ts';

/** A resource by the ARN or id that flows name it by; the longest first, so that none is taken for a part of another. */
export type ResourceNames = readonly (readonly [id: string, resource: Resource])[];

const NAME = /^(?:\$\{)?([a-z-]+)\.([\w-]+)\}?$/;

/**
 * Reads `{ "arn:…": "queue.orders" }`.
 * @returns one sentence where the value is something else.
 */
export function readNames(value: Json): ResourceNames | string {
  if (!isObject(value)) return 'the list of names is an object such as {"arn:…": "queue.orders"}';
  const names: [string, Resource][] = [];
  for (const [id, name] of Object.entries(value)) {
    const [, kindText = '', rest = ''] = (typeof name === 'string' ? NAME.exec(name) : null) ?? [];
    const kind = RESOURCE_KINDS.find((candidate) => candidate === kindText);
    if (kind === undefined || id === '') {
      const found = JSON.stringify(name);
      return `the name of '${id}' is ${found}; write kind.name with one of: ${RESOURCE_KINDS.join(', ')}`;
    }
    names.push([id, { kind, name: rest }]);
  }
  return names.toSorted(([one], [other]) => other.length - one.length);
}

/** The text with `${kind.name}` in the place of each id that has a name. */
const withNames = (text: string, names: ResourceNames): string =>
  names.reduce((named, [id, { kind, name }]) => named.replaceAll(id, () => `\${${kind}.${name}}`), text);

/** The same in every text of a value; keys stay. */
function withNamesIn(json: Json, names: ResourceNames): Json {
  if (typeof json === 'string') return withNames(json, names);
  if (isList(json)) return json.map((item) => withNamesIn(item, names));
  return isObject(json) ? namedEntries(json, names) : json;
}

export const namedEntries = (
  entries: { readonly [name: string]: Json },
  names: ResourceNames,
): { readonly [name: string]: Json } =>
  Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, withNamesIn(entry, names)]));

/** The other way, in the JSON text of a flow: ids in the place of names. */
export const withIds = (text: string, names: ResourceNames): string =>
  names.reduce(
    (named, [id, { kind, name }]) =>
      named.replaceAll(`\${${kind}.${name}}`, () => JSON.stringify(id).slice(1, -1)),
    text,
  );
