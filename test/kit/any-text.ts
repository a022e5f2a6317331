/** Texts of any signs, in a moment: fast-check's own `binary` first indexes all of Unicode, which takes a second. */
import fc from 'fast-check';

/** Where the halves of surrogate pairs are, which are no signs by themselves. */
const HALVES = { first: 0xd800, count: 0x800 };

const anySign = fc
  .integer({ min: 0, max: 0x10ffff - HALVES.count })
  .map((code) => String.fromCodePoint(code < HALVES.first ? code : code + HALVES.count));

/** @param maxLength in signs, each one or two units of JavaScript */
export const anyText = (maxLength = 20): fc.Arbitrary<string> => fc.string({ unit: anySign, maxLength });
