/** Digests that keys and numbers are made of. */

import { hash } from 'node:crypto';

/** SHA-256 of a text in hexadecimal: 64 digits. As bytes it would take a warm call 2 µs more. */
export const digestOf = (text: string): string => hash('sha256', text);
