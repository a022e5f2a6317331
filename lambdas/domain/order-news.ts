/** What customers are told of their orders: that one is placed, and changes that were made without their having heard so. */

import { type Message, newMessage } from './message.ts';
import type { CustomerNews } from './message-body.ts';
import type { OrderRecord } from './order-record.ts';
import { type UnsettledChange, wishText } from './unsettled-change.ts';

export const ORDER_NEWS = [
  'order-placed',
  'order-cancelled',
  'order-changed',
  'order-return-agreed',
  'order-return-withdrawn',
  'order-exchange-agreed',
  'order-part-sent',
  'order-parcel-missing',
] as const satisfies readonly CustomerNews[];
export type OrderNews = (typeof ORDER_NEWS)[number];

/**
 * The message that a change has been made; nothing where the order has gone on since, so that it is true no longer.
 * @param order as it stands now
 */
export function changeMadeMessage(
  change: Pick<UnsettledChange, 'orderNumber' | 'wish'>,
  order: OrderRecord,
  nowMs: number,
): Message | undefined {
  const told = newsOf(change, order);
  if (told === undefined) return undefined;
  const { orderNumber, wish } = change;
  return newMessage(
    `${told.news}-${orderNumber}-${wishText(wish)}`,
    { kind: 'customer', news: told.news, customerId: order.customerId, fields: told.fields },
    nowMs,
  );
}

function newsOf(
  { wish }: Pick<UnsettledChange, 'wish'>,
  { orderNumber, rmaNumber, replacedBy, status }: OrderRecord,
): { readonly news: OrderNews; readonly fields: Readonly<Record<string, string>> } | undefined {
  if (wish.kind === 'part') return { news: 'order-part-sent', fields: { orderNumber } };
  switch (wish.change.kind) {
    case 'cancel':
      return { news: 'order-cancelled', fields: { orderNumber } };
    case 'quantity':
      return status === 'cancelled' ? undefined : { news: 'order-changed', fields: { orderNumber } };
    case 'withdraw':
      return rmaNumber === undefined
        ? { news: 'order-return-withdrawn', fields: { orderNumber } }
        : undefined;
    case 'return':
      return rmaNumber === undefined
        ? undefined
        : { news: 'order-return-agreed', fields: { orderNumber, rmaNumber } };
    case 'exchange':
      return rmaNumber === undefined || replacedBy === undefined
        ? undefined
        : { news: 'order-exchange-agreed', fields: { orderNumber, rmaNumber, newOrderNumber: replacedBy } };
  }
}
