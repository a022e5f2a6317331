/** Writes a changed JSON value over the text of the old one: what did not change keeps its characters. */
import type { Json } from './flow.ts';
import { isList, isObject } from './json.ts';
import { type JsonContainer, type JsonMember, type JsonNode, scanJson } from './json-spans.ts';
import { pairItems } from './pair-items.ts';
import { rewriteString } from './rewrite-string.ts';
import { sameJson } from './same-json.ts';

/** @param text of `before`, which `JSON.parse` gave. */
export function rewriteJson(text: string, before: Json, after: Json): string {
  if (sameJson(before, after)) return text;
  const root = scanJson(text);
  const written = new Writer(text).write(root, before, after);
  return text.slice(0, root.start) + written + text.slice(root.end);
}

/** A piece of a container: a member that was there before, or one that is new. */
interface Piece {
  readonly text: string;
  /** Its place among the old members. */
  readonly old?: number;
}

class Writer {
  readonly #text: string;
  /** One level of indentation as the text has it; empty where it stands on one line. */
  readonly #indent: string;

  constructor(text: string) {
    this.#text = text;
    this.#indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? (text.trimEnd().includes('\n') ? '  ' : '');
  }

  write(node: JsonNode, before: Json, after: Json): string {
    if (sameJson(before, after)) return this.#text.slice(node.start, node.end);
    if (node.kind === 'object' && isObject(before) && isObject(after)) {
      return this.#join(node, this.#objectPieces(node, before, after));
    }
    if (node.kind === 'list' && isList(before) && isList(after)) {
      return this.#join(node, this.#listPieces(node, before, after));
    }
    if (typeof before === 'string' && typeof after === 'string') {
      return rewriteString(this.#text.slice(node.start, node.end), before, after);
    }
    return this.#fresh(after, this.#indentAt(node.start));
  }

  #objectPieces(
    node: JsonContainer,
    before: { readonly [key: string]: Json },
    after: typeof before,
  ): Piece[] {
    // Of a key that stands there twice the last one counts, and the others stay as they are.
    const counting = new Map(node.members.map((member, index) => [member.key, index]));
    const kept = node.members.flatMap((member, index): Piece[] => {
      const value = Object.hasOwn(after, member.key) ? after[member.key] : undefined;
      if (value === undefined) return [];
      const text =
        counting.get(member.key) === index
          ? this.#member(member, before[member.key] ?? null, value)
          : this.#text.slice(member.start, member.node.end);
      return [{ text, old: index }];
    });
    const added = Object.entries(after).flatMap(([key, value]): Piece[] => {
      if (counting.has(key)) return [];
      const space = this.#indent === '' ? '' : ' ';
      const written = this.#fresh(value, this.#indentInside(node));
      return [{ text: `${JSON.stringify(key)}:${space}${written}` }];
    });
    return [...kept, ...added];
  }

  #listPieces(node: JsonContainer, before: readonly Json[], after: readonly Json[]): Piece[] {
    return pairItems(before, after).map(({ old, item }): Piece => {
      const member = old === undefined ? undefined : node.members[old];
      if (old === undefined || member === undefined) {
        return { text: this.#fresh(item, this.#indentInside(node)) };
      }
      return { text: this.#member(member, before[old] ?? null, item), old };
    });
  }

  #member(member: JsonMember, before: Json, after: Json): string {
    return this.#text.slice(member.start, member.node.start) + this.write(member.node, before, after);
  }

  /** Puts the pieces together with the commas and spaces that stood between the old ones. */
  #join(node: JsonContainer, pieces: readonly Piece[]): string {
    const { members, start, end } = node;
    const [first] = members;
    const last = members.at(-1);
    if (pieces.length === 0) return this.#text[start] === '{' ? '{}' : '[]';
    const inside = this.#indent === '' ? '' : `\n${this.#indentInside(node)}`;
    const closing = this.#indent === '' ? '' : `\n${this.#indentAt(start)}`;
    const head =
      first === undefined ? (this.#text[start] ?? '') + inside : this.#text.slice(start, first.start);
    const tail =
      last === undefined ? closing + (this.#text[end - 1] ?? '') : this.#text.slice(last.node.end, end);
    let written = head;
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) written += this.#between(node, pieces[index - 1]?.old, piece.old, inside);
      written += piece.text;
    }
    return written + tail;
  }

  #between(
    { members }: JsonContainer,
    before: number | undefined,
    here: number | undefined,
    usual: string,
  ): string {
    const left = before === undefined ? undefined : members[before];
    const right = here === undefined ? undefined : members[here];
    if (left !== undefined && right !== undefined && here === (before ?? 0) + 1) {
      return this.#text.slice(left.node.end, right.start);
    }
    const [first, second] = members;
    // As the others are parted; one line stays one line.
    return first !== undefined && second !== undefined
      ? this.#text.slice(first.node.end, second.start)
      : `,${usual}`;
  }

  #fresh(value: Json, indent: string): string {
    if (this.#indent === '') return JSON.stringify(value);
    return JSON.stringify(value, null, this.#indent).replaceAll('\n', `\n${indent}`);
  }

  /** The white space that begins the line in which a character stands. */
  #indentAt(offset: number): string {
    const line = this.#text.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/.exec(this.#text.slice(line, offset))?.[0] ?? '';
  }

  #indentInside({ start, members: [first] }: JsonContainer): string {
    return first === undefined ? this.#indentAt(start) + this.#indent : this.#indentAt(first.start);
  }
}
