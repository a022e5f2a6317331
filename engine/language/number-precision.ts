/** Numbers with more digits than a JSON reader keeps: another program would print them as something else. */
import { type Diagnostic, warning } from './diagnostic.ts';
import { type JsonNode, scanJson } from './json-spans.ts';

/** What may be a long number, though it may stand inside a text too. */
const CANDIDATE = /[\d.]{16,}/g;
const SHOWN_CHARACTERS = 24;

/** Looks only where the text has something like it: nearly no flow does. */
export function impreciseNumbers(text: string): readonly Diagnostic[] {
  if (!text.match(CANDIDATE)?.some((digits) => !isKept(digits))) return [];
  const found: Diagnostic[] = [];
  const walk = (node: JsonNode, path: string): void => {
    if (node.kind !== 'scalar') {
      for (const [index, { key, node: inner }] of node.members.entries()) {
        walk(inner, node.kind === 'list' ? `${path}[${index}]` : path === '' ? key : `${path}.${key}`);
      }
      return;
    }
    const digits = text.slice(node.start, node.end);
    if (!/^-?\d/.test(digits) || isKept(digits)) return;
    const shown =
      digits.length > SHOWN_CHARACTERS
        ? `${digits.slice(0, SHOWN_CHARACTERS)}… (${digits.length} characters)`
        : digits;
    const message = `the number ${shown} is kept by few programs as it is written; put it in quotes`;
    found.push(warning('flow/imprecise-number', message, path));
  };
  walk(scanJson(text), '');
  return found;
}

/** Whether the number is the same after it was read, whatever its spelling: 1.50 is 1.5. */
function isKept(digits: string): boolean {
  const value = Number(digits);
  if (!Number.isFinite(value)) return false;
  if (String(value) === digits) return true;
  const significant = digits
    .replace(/[eE].*$/, '')
    .replaceAll(/\D/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');
  return significant.length <= 15;
}
