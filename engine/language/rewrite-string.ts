/** Changes part of a text in quotes and leaves the spelling of the rest, escapes included. */

/** One UTF-16 unit as it may stand between the quotes. */
const UNIT = /\\u[0-9a-fA-F]{4}|\\[^u]|[^\\]/gs;

/** @param literal in quotes, as it stands in the JSON text of `before`. */
export function rewriteString(literal: string, before: string, after: string): string {
  const units = literal.slice(1, -1).match(UNIT) ?? [];
  if (units.length !== before.length) return JSON.stringify(after);
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  if (isHighSurrogate(after.charCodeAt(head - 1))) head -= 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (isLowSurrogate(after.charCodeAt(after.length - tail))) tail -= 1;
  const middle = JSON.stringify(after.slice(head, after.length - tail)).slice(1, -1);
  return `"${units.slice(0, head).join('')}${middle}${units.slice(units.length - tail).join('')}"`;
}

/** A character outside the basic plane is two units, which belong together. */
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
