/**
 * The intent of an order: the caller's "yes" to a basket that was read back, kept before anything is placed. One
 * intent is one order at most, whichever contact or invocation carries it.
 */

import { type Basket, basketDigest, basketText } from './basket.ts';

/** A confirmed intent that is not placed by then is not placed any more but referred: prices and stock have moved on. */
export const INTENT_VALID_MS = 15 * 60_000;

/** For so long after an order the same one again is asked about and never inferred; one that is with our team is not taken again. */
export const IDENTICAL_ASKED_MS = 30 * 60_000;

/** Intents are kept this long after their confirmation, for whoever follows up a case. */
export const INTENT_KEPT_DAYS = 30;

/**
 * - `confirmed`: the caller said yes; no order yet. One that stays so is referred in the end.
 * - `placed`: the order exists.
 * - `referred`: nothing will be placed; a person looks after it, by a case.
 * - the others: refused, and there is no order of this intent, and there never will be.
 */
export const INTENT_STATUSES = ['confirmed', 'placed', 'referred', 'out-of-stock', 'price-changed'] as const;

export type IntentStatus = (typeof INTENT_STATUSES)[number];

/** Of one customer's intents for the same products and pieces only the newest is kept: here they meet. */
export interface IntentKey {
  readonly customerId: string;
  readonly digest: string;
}

export interface Intent extends IntentKey {
  /** Grows with every intent of its key; the moment of its issue where that is possible, so that none comes again. */
  readonly number: number;
  readonly status: IntentStatus;
  readonly basket: Basket;
  readonly confirmedAtMs: number;
  readonly expiresAtMs: number;
  /** When the status became what it is, once it is no longer `confirmed`. */
  readonly settledAtMs?: number;
  /** Of the order, once it is placed. */
  readonly orderNumber?: string;
  /** The contact in which the caller said yes. */
  readonly contactId: string;
  /** Of the case, once an intent that is referred is known to have one. */
  readonly caseNumber?: string;
}

/** Whether an intent still needs somebody to settle it: it has neither an order, nor a refusal, nor a case. */
export function isUnsettled({ status, caseNumber }: Pick<Intent, 'status' | 'caseNumber'>): boolean {
  return status === 'confirmed' || (status === 'referred' && caseNumber === undefined);
}

/** The intent's number and digest as one text; with the customer's id it names the intent. */
export function intentId({ number, digest }: Pick<Intent, 'number' | 'digest'>): string {
  return `${number}.${digest}`;
}

/** Number and digest of an intent's id; nothing where the text is no id. */
export function readIntentId(text: string): Pick<Intent, 'number' | 'digest'> | undefined {
  const [, number, digest] =
    /^(\d{1,15})\.([A-Z0-9-]{1,20}\*\d{1,3}(?:\+[A-Z0-9-]{1,20}\*\d{1,3}){0,9})$/.exec(text) ?? [];
  return digest === undefined ? undefined : { number: Number(number), digest };
}

/**
 * The numbers that the order of an intent may have, best first, from a digest of customer and intent (12 bytes or
 * more): they follow from the intent alone, so that its order is found without knowing anything else.
 */
export function orderNumbers(digest: Uint8Array): readonly [string, string] {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  return [tenDigits(view, 0), tenDigits(view, 6)];
}

function tenDigits(view: DataView, offset: number): string {
  const value = view.getUint32(offset) * 2 ** 16 + view.getUint16(offset + 4);
  return String(1_000_000_000 + (value % 9_000_000_000));
}

/** What a caller's "yes" asks for. */
export interface Confirmation {
  readonly customerId: string;
  readonly contactId: string;
  readonly basket: Basket;
  /** The placed intent of the same basket after which the caller wants it once more, where they were asked. */
  readonly onceMoreAfter: number | undefined;
}

export type Confirming =
  | { readonly kind: 'issue'; readonly intent: Intent }
  | { readonly kind: 'join'; readonly intent: Intent }
  | { readonly kind: 'ask'; readonly placed: Intent };

/**
 * What a confirmation means, with the newest intent for the same basket as it stands. A confirmed one is joined: a
 * repeated invocation, a second line and a redial carry the same wish; so is one that our team looks after, or somebody
 * would order what a person is about to. Anything else gets an intent of its own.
 */
export function confirming(newest: Intent | undefined, wish: Confirmation, nowMs: number): Confirming {
  if (newest !== undefined && (isWaiting(newest, wish, nowMs) || isLookedAfter(newest, nowMs)))
    return { kind: 'join', intent: newest };
  if (newest !== undefined && isToBeAsked(newest, wish, nowMs)) return { kind: 'ask', placed: newest };
  const { customerId, contactId, basket } = wish;
  const intent: Intent = {
    customerId,
    contactId,
    digest: basketDigest(basket),
    number: newest === undefined ? nowMs : Math.max(newest.number + 1, nowMs),
    status: 'confirmed',
    basket,
    confirmedAtMs: nowMs,
    expiresAtMs: nowMs + INTENT_VALID_MS,
  };
  return { kind: 'issue', intent };
}

/** At other prices it is another wish: nobody pays what was not read to them. */
function isWaiting({ status, expiresAtMs, basket }: Intent, wish: Confirmation, nowMs: number): boolean {
  return status === 'confirmed' && nowMs < expiresAtMs && basketText(basket) === basketText(wish.basket);
}

/** While it has no case it is never replaced: the case would be forgotten. */
function isLookedAfter({ status, caseNumber, settledAtMs = 0 }: Intent, nowMs: number): boolean {
  return status === 'referred' && (caseNumber === undefined || nowMs - settledAtMs < IDENTICAL_ASKED_MS);
}

function isToBeAsked(
  { status, number, settledAtMs = 0 }: Intent,
  wish: Confirmation,
  nowMs: number,
): boolean {
  return status === 'placed' && number !== wish.onceMoreAfter && nowMs - settledAtMs < IDENTICAL_ASKED_MS;
}
