/** Parameters of a step or log entry as plain lines: nested values by their path, ARNs by name. */
import type { Json } from '../../engine/language/flow.ts';
import { isList, isObject } from '../../engine/language/json.ts';
import type { ShownParameter } from './flow-shown.ts';
import type { ResourceNames } from './resource-names.ts';

/** Deeper values are shown as JSON. */
const DEPTH_MAX = 3;
/** Between the names on the way to a nested value. */
export const SEPARATOR = ' › ';

export function plainParameters(parameters: Json, names: ResourceNames): ShownParameter[] {
  const plain: ShownParameter[] = [];
  const add = (name: string, value: Json, depth: number): void => {
    if (isObject(value) && depth < DEPTH_MAX && Object.keys(value).length > 0) {
      for (const [key, member] of Object.entries(value))
        add(name === '' ? key : `${name}${SEPARATOR}${key}`, member, depth + 1);
    } else if (isList(value) && depth < DEPTH_MAX && value.length > 0) {
      for (const [index, member] of value.entries()) add(`${name} ${index + 1}`, member, depth + 1);
    } else {
      plain.push({ name, value: typeof value === 'string' ? names.shown(value) : JSON.stringify(value) });
    }
  };
  add('', parameters, 0);
  return plain.filter(({ name }) => name !== '');
}

/** Connect's log writes nested parameters as JSON text; other text stays as it is. */
export function unpacked(value: Json): Json {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    // What a caller is told may begin with a bracket.
    return value;
  }
}
