/** A change of an order that its caller said yes to and did not hear the end of: read off the contact, and settled later. */

import * as z from 'zod/mini';
import { SKU_PATTERN } from './basket.ts';
import { changeIntent, type PhoneChange, readChange, readVersion } from './change-intent.ts';
import { ORDER_NUMBER } from './order-number.ts';

/** Nobody settles a change sooner after its contact: by then no invocation of it can be at work (a block waits 4 s). */
export const UNSETTLED_CHANGE_AFTER_MS = 5 * 60_000;

/** What was confirmed by key: a change of the order as it stood at a version, or a spare part for it. */
export type ConfirmedWish =
  | { readonly kind: 'change'; readonly version: number; readonly change: PhoneChange }
  | { readonly kind: 'part'; readonly sku: string };

export interface UnsettledChange {
  readonly orderNumber: string;
  /** The contact in which it was confirmed. */
  readonly contactId: string;
  readonly wish: ConfirmedWish;
}

const readRecord = z.object({
  ContactId: z.string(),
  NextContactId: z.optional(z.nullable(z.string())),
  Agent: z.optional(z.nullable(z.unknown())),
  Attributes: z.optional(z.nullable(z.record(z.string(), z.string()))),
});

/**
 * The change that a contact record leaves open: the flow notes `orderWish` when the caller says yes, and takes it back
 * when they have been told. A contact with an agent is not judged, because the agent saw the order with them, nor one
 * that went on as another contact.
 */
export function unsettledChangeOf(record: unknown): UnsettledChange | undefined {
  const read = z.safeParse(readRecord, record);
  if (!read.success) return undefined;
  const { ContactId: contactId, NextContactId, Agent, Attributes } = read.data;
  if ((NextContactId ?? '') !== '' || (Agent ?? undefined) !== undefined) return undefined;
  const attributes = Attributes ?? {};
  const wish = readWish(wishTextOf(attributes));
  const orderNumber = attributes['orderNumber'] ?? '';
  return wish === undefined || !ORDER_NUMBER.test(orderNumber) ? undefined : { contactId, orderNumber, wish };
}

function wishTextOf(attributes: Readonly<Record<string, string>>): string {
  const { orderWish, orderVersion = '', orderChange = '', sparePart = '' } = attributes;
  if (orderWish === 'change') return `${orderVersion}.${orderChange}`;
  return orderWish === 'part' ? `part.${sparePart}` : '';
}

/** What is wanted as one text; with the number of the order it names the wish for ever. */
export function wishText(wish: ConfirmedWish): string {
  return wish.kind === 'part' ? `part.${wish.sku}` : changeIntent(wish.version, wish.change);
}

export function readWish(text: string): ConfirmedWish | undefined {
  const dot = text.indexOf('.');
  if (dot < 1) return undefined;
  const [first, rest] = [text.slice(0, dot), text.slice(dot + 1)];
  if (first === 'part') return SKU_PATTERN.test(rest) ? { kind: 'part', sku: rest } : undefined;
  const version = readVersion(first);
  const change = readChange(rest);
  return version === undefined || change === undefined ? undefined : { kind: 'change', version, change };
}

const WANTED: Readonly<Record<Exclude<PhoneChange['kind'], 'quantity'>, string>> = {
  cancel: 'cancel it',
  return: 'send it back',
  withdraw: 'keep it after all, and not send it back',
  exchange: 'exchange it for new',
};

/** What was wanted and what has become of it, for whoever works on the case. */
export function findingWords(
  { orderNumber, wish }: Pick<UnsettledChange, 'orderNumber' | 'wish'>,
  contactIds: readonly string[],
  isDone: boolean,
): string {
  const outcome = isDone
    ? 'It has been done, and the customer is told by message.'
    : 'It has not been done, and will not be by itself.';
  return `Order ${orderNumber}, confirmed by key in contact ${contactIds.join(', ')}: ${wanted(wish)}. ${outcome}`;
}

function wanted(wish: ConfirmedWish): string {
  if (wish.kind === 'part') return `send the spare part ${wish.sku} under warranty`;
  const { change, version } = wish;
  const what =
    change.kind === 'quantity' ? `${change.quantity} pieces of its line ${change.line}` : WANTED[change.kind];
  return `${what} (the order as it stood at version ${version})`;
}
