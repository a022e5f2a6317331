/** What the customer of a new order gets in writing: its number, what is in it, what it costs and when it comes. */

import { totalMinor } from './basket.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from './language.ts';
import { type Message, newMessage } from './message.ts';
import type { OrderRecord } from './order-record.ts';
import type { Named } from './product-name.ts';

/** So many products are named; it is to fit into a text message. */
const NAMED_MAX = 3;

export interface NamedProduct extends Named {
  readonly sku: string;
}

/** One message for an order: its number is the key, so that it goes out once however the order came about. */
export function orderPlacedMessage(
  order: Pick<OrderRecord, 'orderNumber' | 'customerId' | 'lines' | 'taxMinor' | 'currency' | 'expectedOn'>,
  products: readonly NamedProduct[],
  nowMs: number,
): Message {
  const { orderNumber, customerId, currency, expectedOn, lines, taxMinor = 0 } = order;
  const named = lines.slice(0, NAMED_MAX);
  const list = (nameOf: (product: NamedProduct) => string): string =>
    named
      .map(({ sku, quantity }) => {
        const product = products.find((each) => each.sku === sku);
        return `${quantity} × ${product === undefined ? sku : nameOf(product)}`;
      })
      .join(', ');
  const others = lines.length - named.length;
  const fields = {
    orderNumber,
    items: list(({ name }) => name),
    ...Object.fromEntries(
      LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE).map((language) => [
        `items-${language}`,
        list(({ name, names }) => names?.[language] ?? name),
      ]),
    ),
    ...(others === 0 ? {} : { others: String(others) }),
    amountMinor: String(totalMinor({ currency, lines, taxMinor })),
    currency,
    ...(expectedOn === undefined ? {} : { expectedOn }),
  };
  const news = 'order-placed';
  return newMessage(`${news}-${orderNumber}`, { kind: 'customer', news, customerId, fields }, nowMs);
}
