/** The tax of an order, shared out to its lines, so that a part of the order can be paid back with its tax. */

interface Priced {
  readonly quantity: number;
  readonly unitPriceMinor: number;
}

/**
 * The lines with their share of the tax by their price. The shares sum up to exactly the tax, and none is a whole minor
 * unit or more away from the exact one: what is left over by rounding down goes to the largest remainders.
 */
export function withLineTax<Line extends Priced>(
  lines: readonly Line[],
  taxMinor: number,
): readonly (Line & { readonly taxMinor: number })[] {
  const prices = lines.map(({ quantity, unitPriceMinor }) => BigInt(quantity) * BigInt(unitPriceMinor));
  const sum = prices.reduce((total, price) => total + price, 0n);
  if (sum === 0n) return lines.map((line) => ({ ...line, taxMinor: 0 }));
  const tax = BigInt(taxMinor);
  const shares = prices.map((price, index) => ({
    index,
    whole: Number((price * tax) / sum),
    rest: (price * tax) % sum,
  }));
  let left = taxMinor - shares.reduce((total, { whole }) => total + whole, 0);
  const largestFirst = shares.toSorted((one, other) =>
    one.rest === other.rest ? one.index - other.index : one.rest > other.rest ? -1 : 1,
  );
  const more = new Set<number>();
  for (const { index } of largestFirst) {
    if (left === 0) break;
    more.add(index);
    left -= 1;
  }
  return lines.map((line, index) => ({
    ...line,
    taxMinor: (shares[index]?.whole ?? 0) + (more.has(index) ? 1 : 0),
  }));
}
