/** What is done about a parcel that was to come back to us and has not: a case of the shipping department, and a word to its customer. */

import type { CaseWish } from './case.ts';
import type { CaseDetails } from './case-details.ts';
import { type Message, newMessage } from './message.ts';
import { awaitsParcel, type OrderRecord } from './order-record.ts';

/** Why such a case is open; it is one of type `return`. */
export const RETURN_OVERDUE = 'return-overdue';

const DAY_MS = 24 * 60 * 60_000;

/** Parcels of returns and exchanges that were agreed up to this moment (ms) are looked for. */
export const agreedLongAgoMs = (nowMs: number, parcelDays: number): number => nowMs - parcelDays * DAY_MS;

/** Whether it is still this parcel that is to come: one that was withdrawn and agreed anew has another number. */
export const isStillAwaited = (order: OrderRecord | undefined, rmaNumber: string): order is OrderRecord =>
  order !== undefined && awaitsParcel(order) && order.rmaNumber === rmaNumber;

/** The wish for its case: the number of the return is its key, and there is no contact in which it came up. */
export function missingParcelWish(
  rmaNumber: string,
  customerId: string,
  phoneNumber: string,
): CaseWish & { readonly intent: string } {
  const intent = `parcel ${rmaNumber}`;
  return { contactId: intent, intent, reason: RETURN_OVERDUE, customerId, isVerified: false, phoneNumber };
}

/** What is known of the matter; of several products a person says which. */
export function missingParcelDetails({ orderNumber, lines }: OrderRecord): CaseDetails {
  const [product, ...others] = [...new Set(lines.map(({ sku }) => sku))];
  return product === undefined || others.length > 0 ? { orderNumber } : { orderNumber, product };
}

/** One message for each return. */
export function missingParcelMessage(
  { orderNumber, rmaNumber }: { readonly orderNumber: string; readonly rmaNumber: string },
  caseNumber: string,
  customerId: string,
  nowMs: number,
): Message {
  const news = 'order-parcel-missing';
  const fields = { orderNumber, rmaNumber, caseNumber };
  return newMessage(
    `${news}-${rmaNumber}`,
    { kind: 'customer', news, customerId, fields },
    nowMs,
    caseNumber,
  );
}

/** How its case can be resolved by itself; nothing where nobody has said how the goods came. */
export function cameAfterAll(order: OrderRecord): CaseDetails | undefined {
  const { orderNumber, lines, returnedAs: condition } = order;
  const [product] = lines.map(({ sku }) => sku);
  return condition === undefined || product === undefined ? undefined : { orderNumber, product, condition };
}
