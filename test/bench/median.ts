/** The middle of several measurements: one slow run on a busy machine does not move it. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('the median of no measurements was asked for');
  return middle;
}
