/** Writes values as TypeScript that a person would write: object literals, single quotes, lines of a readable length. */
import type { Json } from '../language/flow.ts';
import { isList, isObject } from '../language/json.ts';

/** Text that is TypeScript already, e.g. `resource('queue', 'orders')`. */
export class Code {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Value =
  | string
  | number
  | boolean
  | null
  | Code
  | readonly Value[]
  | { readonly [key: string]: Value };

const LINE_CHARACTERS_MAX = 108;
/** A key that would set the prototype where it stands in a literal. */
const PROTOTYPE = '__proto__';

/** @param indent in front of the line that the value stands in */
export function inTypeScript(value: Value, indent = '', used = 0): string {
  if (value instanceof Code) return value.text;
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const line = onOneLine(value);
  if (line.length + indent.length + used <= LINE_CHARACTERS_MAX) return line;
  const inside = `${indent}  `;
  if (isItems(value)) {
    const items = value.map((item) => `${inside}${inTypeScript(item, inside)},\n`);
    return `[\n${items.join('')}${indent}]`;
  }
  const entries = Object.entries(value).map(([key, entry]) => {
    const name = `${keyText(key)}: `;
    return `${inside}${name}${inTypeScript(entry, inside, name.length + 1)},\n`;
  });
  return `{\n${entries.join('')}${indent}}`;
}

function onOneLine(value: Value): string {
  if (value instanceof Code || typeof value !== 'object' || value === null) return inTypeScript(value);
  if (isItems(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const entries = Object.entries(value).map(([key, entry]) => `${keyText(key)}: ${onOneLine(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const isItems = (value: object): value is readonly Value[] => Array.isArray(value);

/** JSON with each text replaced by what the function makes of it. */
export function valueFrom(json: Json, text: (text: string) => Value): Value {
  if (typeof json === 'string') return text(json);
  if (isList(json)) return json.map((item) => valueFrom(item, text));
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, entry]) => [key, valueFrom(entry, text)]));
}

/** As JSON spells it, but in single quotes. */
export function quoted(text: string): string {
  const inside = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/\\(.)/g, (pair, character) => (character === '"' ? '"' : pair))
    .replaceAll("'", "\\'");
  return `'${inside}'`;
}

const keyText = (key: string): string => {
  if (key === PROTOTYPE) return `['${PROTOTYPE}']`;
  return /^[A-Za-z_$][\w$]*$/.test(key) || /^(?:0|[1-9]\d{0,8})$/.test(key) ? key : quoted(key);
};
