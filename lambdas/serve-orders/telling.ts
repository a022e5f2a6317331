/** What the customer of an order is told of what was decided at a desktop: written with the change, so that neither is without the other. */

import type { OrderWish } from '../domain/order-change.ts';
import { orderPlacedMessage } from '../domain/order-receipt.ts';
import { type PaymentNews, paymentMessage } from '../domain/payment-messages.ts';
import { messageWrite } from '../tables/message-writes.ts';
import type { Order } from '../tables/orders.ts';
import { readProducts } from '../tables/products.ts';
import type { Table } from '../tables/table.ts';
import type { Write } from '../tables/transaction.ts';

/** What the customer hears of the refunds that people decide about; one to a card is told when the card has it. */
const REFUND_NEWS: Readonly<Partial<Record<OrderWish['event'], PaymentNews['news']>>> = {
  credit: 'refund-granted',
  refund: 'refund-made',
};

/** The message of a refund; nothing of any other change. */
export function refundTold(
  messages: Table,
  { customerId, orderNumber, currency }: Order,
  wish: OrderWish,
  nowMs: number,
): readonly Write[] {
  const news = REFUND_NEWS[wish.event];
  if (news === undefined || wish.amountMinor === undefined) return [];
  const { intent = '', amountMinor } = wish;
  const told = { news, customerId, orderNumber, amountMinor, currency };
  return [messageWrite(messages, paymentMessage(`${orderNumber}-${intent}`, told, nowMs))];
}

/** Of an order that is confirmed for its customer: what they have in writing of it. */
export async function placedTold(
  { orders, messages }: { readonly orders: Table; readonly messages: Table },
  { lines }: Order,
  nowMs: number,
  signal: AbortSignal,
): Promise<(after: Order) => readonly Write[]> {
  const skus = [...new Set(lines.map(({ sku }) => sku))];
  const products = await readProducts(orders, skus, signal);
  return (after) => [messageWrite(messages, orderPlacedMessage(after, products, nowMs))];
}
