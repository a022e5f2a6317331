/** Crossings of lines, counted by hand. */
import { expect, test } from '@jest/globals';
import { countCrossings } from './count-crossings.ts';

const centres = new Map(
  Object.entries({ a: [0, 0], b: [10, 10], c: [0, 10], d: [10, 0], e: [5, 5], f: [20, 20] }).map(
    ([name, [x = 0, y = 0]]) => [name, { x, y }],
  ),
);
test('crossings are counted once for each pair of lines, whatever their direction', () => {
  expect(
    countCrossings(centres, [
      ['a', 'b'],
      ['c', 'd'],
    ]),
  ).toBe(1);
  expect(
    countCrossings(centres, [
      ['a', 'b'],
      ['b', 'a'],
      ['d', 'c'],
      ['a', 'b'],
    ]),
  ).toBe(1);
});
test('there is none where lines meet at a block, or lead nowhere, or to where they come from', () => {
  expect(
    countCrossings(centres, [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'nowhere'],
      ['a', 'a'],
    ]),
  ).toBe(0);
  expect(
    countCrossings(centres, [
      ['a', 'c'],
      ['b', 'd'],
    ]),
  ).toBe(0);
});
test('a crossing is a line that runs over a block in which another begins, and a line on top of another', () => {
  expect(
    countCrossings(centres, [
      ['a', 'b'],
      ['e', 'd'],
    ]),
  ).toBe(1);
  expect(
    countCrossings(centres, [
      ['a', 'b'],
      ['e', 'f'],
    ]),
  ).toBe(1);
});
