/** What may name an action (devguide/flow-language-actions). */
import { IDENTIFIER_CHARACTERS_MAX } from '../limits.ts';

const FORBIDDEN_CHARACTERS = /[%:(\\/)=$,;[\]{}]/g;

/** Nearly every name: one look at it is enough. */
const PLAIN = /^[\w .-]{1,50}$/;

const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  '__defineGetter__',
  '__defineSetter__',
  'toString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'valueOf',
]);

/** Why the service refuses an identifier, as the end of a sentence, or undefined where it takes it. */
export function identifierFault(identifier: string): string | undefined {
  if (PLAIN.test(identifier) && !FORBIDDEN_NAMES.has(identifier)) return undefined;
  if (identifier === '') return 'is empty; give the action a name';
  if (identifier.length > IDENTIFIER_CHARACTERS_MAX)
    return `has ${identifier.length} characters; ${IDENTIFIER_CHARACTERS_MAX} is the limit`;
  if (FORBIDDEN_NAMES.has(identifier)) return 'is a name that the service keeps for itself; choose another';
  const forbidden = identifier.match(FORBIDDEN_CHARACTERS);
  return forbidden === null
    ? undefined
    : `holds ${[...new Set(forbidden)].join(' ')}, which the service refuses`;
}
