/** What a change of an order moves in the stock, one move for each product. */

import type { StockEffect } from './order-life.ts';
import type { OrderLine } from './order-record.ts';

export interface StockMove {
  readonly sku: string;
  /** What the stock has more afterwards; below zero it has less, and there must be as much. */
  readonly pieces: number;
  /** Pieces that are added to an order cost what the order says: where the product costs something else now, they are not added. */
  readonly atUnitPriceMinor?: number;
}

/** @param after the lines as they are after a change, where the effect is a difference */
export function stockMoves(
  before: readonly OrderLine[],
  after: readonly OrderLine[],
  effect: StockEffect | undefined,
): readonly StockMove[] {
  switch (effect) {
    case undefined:
      return [];
    case 'back':
      return moves(piecesOf(before), 1);
    case 'out':
    case 'once-more':
      return moves(piecesOf(before), -1);
    case 'difference': {
      const left = piecesOf(after);
      return [...piecesOf(before)].flatMap(([sku, quantity]) => {
        const pieces = quantity - (left.get(sku) ?? 0);
        if (pieces === 0) return [];
        const price = before.find((line) => line.sku === sku)?.unitPriceMinor ?? 0;
        return [pieces > 0 ? { sku, pieces } : { sku, pieces, atUnitPriceMinor: price }];
      });
    }
  }
}

function piecesOf(lines: readonly OrderLine[]): ReadonlyMap<string, number> {
  const pieces = new Map<string, number>();
  for (const { sku, quantity } of lines) pieces.set(sku, (pieces.get(sku) ?? 0) + quantity);
  return pieces;
}

function moves(pieces: ReadonlyMap<string, number>, sign: 1 | -1): readonly StockMove[] {
  return [...pieces].map(([sku, quantity]) => ({ sku, pieces: sign * quantity }));
}
