/** Where every value of a JSON text stands in it, so that one of them can be changed without touching the rest. */

export type JsonNode = JsonScalar | JsonContainer;

interface Span {
  /** Offset of the first character, in UTF-16 units. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

export interface JsonScalar extends Span {
  readonly kind: 'scalar';
}

export interface JsonContainer extends Span {
  readonly kind: 'object' | 'list';
  readonly members: readonly JsonMember[];
}

/** An entry of an object, beginning with its key, or an item of a list. */
export interface JsonMember {
  readonly start: number;
  /** Decoded; empty for an item of a list. */
  readonly key: string;
  readonly node: JsonNode;
}

const SCALAR_END = /[,\]}\s]/g;
const SPACE = /\s*/y;

/** @param text that `JSON.parse` takes; nesting has been limited before. */
export function scanJson(text: string): JsonNode {
  return nodeAt(text, skipSpace(text, 0));
}

function nodeAt(text: string, start: number): JsonNode {
  const first = text[start];
  if (first === '{') return containerAt(text, start, 'object', '}');
  if (first === '[') return containerAt(text, start, 'list', ']');
  return { kind: 'scalar', start, end: first === '"' ? stringEnd(text, start) : wordEnd(text, start) };
}

function containerAt(text: string, start: number, kind: 'object' | 'list', close: string): JsonContainer {
  const members: JsonMember[] = [];
  let at = skipSpace(text, start + 1);
  while (text[at] !== close) {
    const member = memberAt(text, at, kind);
    members.push(member);
    at = skipSpace(text, member.node.end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
    else if (text[at] !== close) throw new Error(`no JSON at character ${at}`);
  }
  return { kind, start, end: at + 1, members };
}

function memberAt(text: string, start: number, kind: 'object' | 'list'): JsonMember {
  if (kind === 'list') return { start, key: '', node: nodeAt(text, start) };
  const keyEnd = stringEnd(text, start);
  const colon = skipSpace(text, keyEnd);
  const key: unknown = JSON.parse(text.slice(start, keyEnd));
  return { start, key: String(key), node: nodeAt(text, skipSpace(text, colon + 1)) };
}

/** A byte order mark counts as space here: it may stand in front of everything. */
function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

/** By search, not by pattern: a text may be as long as a flow. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return at + 1;
  }
  throw new Error(`no text in quotes at character ${start}`);
}

function wordEnd(text: string, at: number): number {
  SCALAR_END.lastIndex = at;
  return SCALAR_END.exec(text)?.index ?? text.length;
}
