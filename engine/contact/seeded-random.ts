/** Chance that one seed reproduces: numbers for flows, identifiers for contacts and invocations. */

/** Small fast counting generator of 32-bit numbers (after sfc32 of Chris Doty-Humphrey). */
export class SeededRandom {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** `stream` keeps kinds of chance apart, so that more identifiers do not change what flows draw. */
  constructor(seed: number, stream: number) {
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 2 ** 32) | 0;
    this.#c = stream | 0;
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** From 0 to 2³² − 1. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from `min` to `max` inclusive. */
  between(min: number, max: number): number {
    return min + Math.floor((this.next() / 2 ** 32) * (max - min + 1));
  }

  /** In the shape of a random UUID (version 4). Made of single signs: pieces would leave ten times the garbage. */
  identifier(): string {
    const a = this.next();
    const b = this.next();
    const c = this.next();
    const variant = this.next() & 3;
    const d = this.next();
    return String.fromCharCode(
      hex(a >>> 28),
      hex(a >>> 24),
      hex(a >>> 20),
      hex(a >>> 16),
      hex(a >>> 12),
      hex(a >>> 8),
      hex(a >>> 4),
      hex(a),
      DASH,
      hex(b >>> 28),
      hex(b >>> 24),
      hex(b >>> 20),
      hex(b >>> 16),
      DASH,
      VERSION,
      hex(b >>> 8),
      hex(b >>> 4),
      hex(b),
      DASH,
      hex(8 + variant),
      hex(c >>> 24),
      hex(c >>> 20),
      hex(c >>> 16),
      DASH,
      hex(c >>> 12),
      hex(c >>> 8),
      hex(c >>> 4),
      hex(c),
      hex(d >>> 28),
      hex(d >>> 24),
      hex(d >>> 20),
      hex(d >>> 16),
      hex(d >>> 12),
      hex(d >>> 8),
      hex(d >>> 4),
      hex(d),
    );
  }
}

const DASH = '-'.charCodeAt(0);
const VERSION = '4'.charCodeAt(0);

/**
 * The code of the sign for the last four bits: 0 to 9, a to f. Without a branch, which by the nature of chance the
 * processor would guess wrong at every third sign: from 10 on, the shift leaves all bits set, and the letters follow.
 */
function hex(value: number): number {
  const digit = value & 15;
  return DIGIT_0 + digit + (((9 - digit) >> 31) & FROM_9_TO_A);
}

const DIGIT_0 = '0'.charCodeAt(0);
/** How many signs stand between `9` and `a`. */
const FROM_9_TO_A = 'a'.charCodeAt(0) - '9'.charCodeAt(0) - 1;
