/** Orders that do not come by telephone: from the web shop, an e-mail, a file or a partner's feed, read into one shape. */

import * as z from 'zod/mini';
import { SKU_PATTERN } from './basket.ts';
import { address, line } from './customer.ts';
import { readEdifactOrder } from './edifact-order.ts';
import { UNIT_PRICE_MINOR_MAX } from './money.ts';
import { ORDER_LINES_MAX } from './order-record.ts';

export const INTAKE_SOURCES = ['web', 'email', 'file', 'edi'] as const;
export type IntakeSource = (typeof INTAKE_SOURCES)[number];

/** `edifact` is the subset of ORDERS that `edifact-order.ts` tells; `text` is what a person wrote. */
export const INTAKE_FORMATS = ['json', 'edifact', 'text'] as const;
export type IntakeFormat = (typeof INTAKE_FORMATS)[number];

/** Most pieces of one product in such an order. */
export const INTAKE_QUANTITY_MAX = 10_000;

const { addressId, ...written } = address.shape;
const known = z.optional(addressId);
/** An address of the customer's that we know, by its id, or one that is written out. */
const placed = <Terms extends Readonly<Record<string, z.ZodMiniType>>>(terms: Terms) =>
  z.optional(
    z.union([z.strictObject({ addressId: known, ...terms }), z.strictObject({ ...written, ...terms })]),
  );

export const incomingOrder = z.strictObject({
  customerId: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  lines: z
    .array(
      z.strictObject({
        sku: z.string().check(z.regex(SKU_PATTERN)),
        quantity: z.int().check(z.minimum(1), z.maximum(INTAKE_QUANTITY_MAX)),
        /** What the customer believes that a piece costs without tax, where they say so. */
        unitPriceMinor: z.optional(z.int().check(z.minimum(0), z.maximum(UNIT_PRICE_MINOR_MAX))),
      }),
    )
    .check(z.minLength(1), z.maxLength(ORDER_LINES_MAX)),
  /** What is not said goes as the customer prefers. */
  deliverTo: placed({ instructions: z.optional(line(200)) }),
  billTo: placed({ documentsBy: z.optional(z.enum(['email', 'letter'])) }),
});
export type IncomingOrder = z.output<typeof incomingOrder>;

export type ReadOrder =
  | { readonly kind: 'read'; readonly order: IncomingOrder }
  /** What is wrong, without a value of the content. */
  | { readonly kind: 'unreadable'; readonly because: string };

const unreadable = (because: string): ReadOrder => ({ kind: 'unreadable', because });

export function readIncoming(format: IntakeFormat, content: string): ReadOrder {
  switch (format) {
    case 'text':
      return unreadable('it is written in free words');
    case 'edifact': {
      const given = readEdifactOrder(content);
      return typeof given === 'string' ? unreadable(given) : checked(given);
    }
    case 'json':
      try {
        return checked(JSON.parse(content));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return unreadable('it is no JSON');
      }
  }
}

function checked(given: unknown): ReadOrder {
  const parsed = z.safeParse(incomingOrder, given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'the order itself';
    return unreadable(`${where} is missing or not as it should be`);
  }
  const { lines } = parsed.data;
  const skus = lines.map(({ sku }) => sku);
  if (new Set(skus).size < skus.length) return unreadable('a product stands in several lines');
  return { kind: 'read', order: parsed.data };
}
