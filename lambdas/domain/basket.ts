/** A basket: what a caller wants to order, at the prices that were read aloud, and its form as one text. */

import { UNIT_PRICE_MINOR_MAX } from './money.ts';

/** Most pieces of one product in an order by phone; a person takes larger ones. */
export const QUANTITY_MAX = 100;

/** Most products in an order by phone: no caller follows a longer list. */
export const LINES_MAX = 10;

/** How a stock-keeping unit is written; `again` and `none` cannot be one. */
export const SKU_PATTERN = /^[A-Z0-9-]{1,20}$/;

/** So many pieces of a product. */
export interface Wanted {
  readonly sku: string;
  readonly quantity: number;
}

export interface BasketLine extends Wanted {
  readonly unitPriceMinor: number;
}

/** Every line has a product of its own, and the lines are in the order of their SKUs. */
export interface Basket {
  /** ISO 4217. */
  readonly currency: string;
  readonly taxMinor: number;
  readonly lines: readonly BasketLine[];
}

/** So many pieces at so much, whatever they are. */
export type PricedLine = Pick<BasketLine, 'quantity' | 'unitPriceMinor'>;

/** The price of everything in the basket without tax. */
export function subtotalMinor({ lines }: { readonly lines: readonly PricedLine[] }): number {
  return lines.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0);
}

/** What the caller pays. */
export function totalMinor(basket: Basket): number {
  return subtotalMinor(basket) + basket.taxMinor;
}

/**
 * What makes two baskets the same order: products and pieces, whatever they cost. It is the basket's digest, short
 * enough to be written out: `LAMP-01*2+PAPER-A4*1`.
 */
export function basketDigest({ lines }: { readonly lines: readonly Wanted[] }): string {
  return lines.map(({ sku, quantity }) => `${sku}*${quantity}`).join('+');
}

/** The products of a digest. */
export const skusOf = (digest: string): readonly string[] =>
  digest.split('+').map((line) => line.slice(0, line.lastIndexOf('*')));

/** The basket as one text, to go from one function to the next through a flow. */
export function basketText({ currency, taxMinor, lines }: Basket): string {
  const parts = lines.map(({ sku, quantity, unitPriceMinor }) => `${sku}*${quantity}*${unitPriceMinor}`);
  return [currency, String(taxMinor), ...parts].join(' ');
}

/** The basket that a text stands for; nothing where it stands for none. */
export function readBasket(text: string): Basket | undefined {
  const [currency = '', tax = '', ...parts] = text.split(' ');
  const lines = parts.flatMap((part) => readLine(part) ?? []);
  const basket = { currency, taxMinor: Number(tax), lines };
  const isInOrder = lines.every(({ sku }, index) => index === 0 || `${lines[index - 1]?.sku}` < sku);
  const isWhole = /^[A-Z]{3} \d{1,15} /.test(text) && isInOrder && isTakenByPhone(lines);
  // A text that says the same in other words ("007") is no text of ours.
  return isWhole && basketText(basket) === text ? basket : undefined;
}

/** Whether an order by phone may have these lines. */
export function isTakenByPhone(lines: readonly Wanted[]): boolean {
  return (
    lines.length >= 1 &&
    lines.length <= LINES_MAX &&
    lines.every(({ quantity }) => Number.isInteger(quantity) && quantity >= 1 && quantity <= QUANTITY_MAX)
  );
}

/** Keyed pieces as a number that an order by phone may have, or nothing. */
export function keyedQuantity(keyed: string): number | undefined {
  if (!/^0{0,3}[1-9]\d{0,2}$/.test(keyed)) return undefined;
  const quantity = Number(keyed);
  return quantity <= QUANTITY_MAX ? quantity : undefined;
}

/** One line for each product, in the order of their SKUs. */
export function mergedLines(lines: readonly Wanted[]): readonly Wanted[] {
  const quantities = new Map<string, number>();
  for (const { sku, quantity } of lines) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  return [...quantities]
    .map(([sku, quantity]) => ({ sku, quantity }))
    .toSorted((one, other) => (one.sku < other.sku ? -1 : 1));
}

function readLine(text: string): BasketLine | undefined {
  const [, sku = '', quantity, price] = /^([A-Z0-9-]{1,20})\*(\d{1,3})\*(\d{1,8})$/.exec(text) ?? [];
  const unitPriceMinor = Number(price);
  if (sku === '' || unitPriceMinor > UNIT_PRICE_MINOR_MAX) return undefined;
  return { sku, quantity: Number(quantity), unitPriceMinor };
}
