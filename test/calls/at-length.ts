/** What repeats at length what other tests show in short: it runs with full counts, and `npm test` does without. */
import { test } from '@jest/globals';
import { isFull } from './counts.ts';

export const atLength: (title: string, run: () => Promise<void> | void) => void = isFull
  ? (title, run) => test(title, run)
  : () => undefined;

/** All rows of a table of tests, or the first, which shows what the others repeat. */
export const rowsAtLength = <Row>(rows: readonly Row[], shown = 1): readonly Row[] =>
  isFull ? rows : rows.slice(0, shown);
