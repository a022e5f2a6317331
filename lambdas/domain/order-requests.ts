/** What a desktop is shown of an order, and what it may ask to happen to one. */

import * as z from 'zod/mini';
import { LINES_MAX, QUANTITY_MAX, SKU_PATTERN } from './basket.ts';
import { CONDITIONS } from './condition.ts';
import { preferences } from './customer.ts';
import { billTo, deliverTo } from './order-addresses.ts';
import { ORDER_EVENTS, ROLES } from './order-events.ts';
import { VERSION_MAX } from './order-record.ts';
import { ORDER_STATUSES } from './order-status.ts';
import { ATTEMPT_STATUSES, DECLINE_REASONS } from './payment.ts';
import { contactId, intent } from './request-ids.ts';
import { why } from './written-words.ts';

const status = z.enum(ORDER_STATUSES);
const text = z.optional(z.string());
const amount = z.optional(z.int());

export const shownOrder = z.strictObject({
  orderNumber: z.string(),
  customerId: z.string(),
  placedAt: z.string(),
  status,
  version: z.int(),
  currency: z.string(),
  /** With tax, in minor units of the currency, as all amounts. */
  totalMinor: z.int(),
  dueMinor: z.int(),
  owedMinor: z.int(),
  /** What was given back of the price with `credit`. */
  creditedMinor: amount,
  /** The most that `credit` can still give back. */
  creditableMinor: z.int(),
  expectedOn: text,
  deliveredOn: text,
  rmaNumber: text,
  /** The day on which the goods came back. */
  returnedOn: text,
  /** How they came. */
  returnedAs: z.optional(z.enum(CONDITIONS)),
  replaces: text,
  replacedBy: text,
  /** As it was when the order was placed; absent where nobody knew of an address. */
  deliverTo: z.optional(deliverTo),
  billTo: z.optional(billTo),
  lines: z.array(
    z.strictObject({
      sku: z.string(),
      quantity: z.int(),
      unitPriceMinor: z.int(),
      taxMinor: amount,
      kind: z.optional(z.enum(['goods', 'part'])),
    }),
  ),
  history: z.array(
    z.strictObject({
      version: z.int(),
      event: z.enum(ORDER_EVENTS),
      from: status,
      to: status,
      at: z.string(),
      role: z.enum(ROLES),
      who: z.string(),
      why: z.string(),
      amountMinor: amount,
    }),
  ),
  /** What you may ask to happen now, limits and days aside. */
  mayDo: z.array(z.enum(ORDER_EVENTS)),
});

/** An attempt to pay by card; of the card nothing is kept. */
export const shownPayment = z.strictObject({
  attempt: z.int(),
  status: z.enum(ATTEMPT_STATUSES),
  amountMinor: z.int(),
  currency: z.string(),
  /** What has gone back, or is going back, to this card. */
  refundedMinor: z.int(),
  /** The call in which the card was keyed. */
  contactId: z.string(),
  startedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** Why the bank said no. */
  because: z.optional(z.enum(DECLINE_REASONS)),
  /** Of the case that was opened because the caller could not be told what became of it. */
  caseNumber: text,
});

const { shipping, billing } = preferences.shape;
/** Said for this order alone, with the ids of the customer's addresses; what is not said goes as they prefer. */
const said = { deliverTo: shipping, billTo: billing };

const wantedLine = z.strictObject({
  sku: z.string().check(z.regex(SKU_PATTERN, 'must be capital letters, digits and hyphens')),
  quantity: z.int().check(z.minimum(1), z.maximum(QUANTITY_MAX)),
});

/** What is begun: products and pieces, at no price. */
export const begunDraft = z.strictObject({
  contactId,
  lines: z.array(wantedLine).check(z.minLength(1), z.maxLength(LINES_MAX)),
});

/** An order that was begun and not confirmed, at the prices of this moment. */
export const shownDraft = z.strictObject({
  customerId: z.string(),
  /** The contact in which it was begun. */
  contactId: z.string(),
  /** Names the draft: what is begun later takes its place. */
  begunAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lines: z.array(
    z.strictObject({
      sku: z.string(),
      quantity: z.int(),
      /** Absent where we have no such product any more. */
      name: text,
      unitPriceMinor: amount,
      inStock: amount,
    }),
  ),
  /** Absent, with all sums, where it cannot be had so now: too few pieces, or no such product. */
  currency: text,
  taxMinor: amount,
  totalMinor: amount,
});

/** What becomes of a draft: an order, read back to the customer and confirmed by them, or nothing. */
export const draftEnd = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('confirm'),
    contactId,
    begunAt: z.iso.datetime(),
    /** That was read to the customer: at another price nothing is ordered. */
    totalMinor: z.int().check(z.minimum(0)),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    /** The customer has just ordered exactly the same, and wants it once more. */
    isOnceMore: z.optional(z.boolean()),
    ...said,
  }),
  z.strictObject({ event: z.literal('cancel'), contactId, begunAt: z.iso.datetime() }),
]);

export const paymentRequest = z.strictObject({ intent });

export const shownDocument = z.strictObject({
  document: z.strictObject({
    /** The order's number and version: another version is another document. */
    documentNumber: z.string(),
    orderNumber: z.string(),
    customerId: z.string(),
    placedAt: z.string(),
    status,
    /** Whether it was read back to the customer, who confirmed it. */
    isReadBack: z.boolean(),
    currency: z.string(),
    lines: z.array(
      z.strictObject({
        sku: z.string(),
        name: z.string(),
        kind: z.enum(['goods', 'part']),
        quantity: z.int(),
        unitPriceMinor: z.int(),
        taxMinor: z.int(),
        lineMinor: z.int(),
      }),
    ),
    subtotalMinor: z.int(),
    taxMinor: z.int(),
    totalMinor: z.int(),
    paidMinor: z.int(),
    dueMinor: z.int(),
    owedMinor: z.int(),
    creditedMinor: amount,
    rmaNumber: text,
    replaces: text,
    externalReference: text,
    deliverTo: z.optional(deliverTo),
    billTo: z.optional(billTo),
  }),
  /** The same for people, as lines of plain text. */
  text: z.string(),
});

export const orderChange = z.strictObject({
  event: z.enum(ORDER_EVENTS),
  /** The version that you have seen. */
  version: z.int().check(z.minimum(1), z.maximum(VERSION_MAX)),
  why,
  contactId: z.optional(contactId),
  intent,
  /** With `change`: the pieces of each line, in the order of the lines; 0 takes a line out. */
  quantities: z.optional(
    z.array(z.int().check(z.minimum(0), z.maximum(10_000))).check(z.minLength(1), z.maxLength(100)),
  ),
  /**
   * With `credit`, which gives back some or all of what was paid (the customer keeps what was sent); with `refund`, which
   * says that of what is owed so much was paid back; and with `lose-payment`.
   */
  amountMinor: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000_000_000))),
  /** With `exchange` alone. */
  ...said,
});
