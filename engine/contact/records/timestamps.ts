/** Moments and spans as contact records, contact events and agent events write them. */

/** UTC to the second, what is left of it cut off: `2026-11-22T09:05:07Z`. */
export const toSecond = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19)}Z`;

/** UTC to the millisecond. */
export const toMillisecond = (atMs: number): string => new Date(atMs).toISOString();

/** Whole seconds between two moments as {@link toSecond} writes them, so that a record agrees with itself. */
export const secondsBetween = (fromMs: number, toMs: number): number =>
  Math.max(0, Math.floor(toMs / 1000) - Math.floor(fromMs / 1000));

export const wholeSeconds = (ms: number): number => Math.floor(ms / 1000);
