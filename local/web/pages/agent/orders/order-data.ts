/** What the HTTP API says of orders, as far as the page shows it; docs/openapi.json has all of it. */
import * as z from 'zod/mini';
import type { ApiAccess } from '../../../protocol.ts';
import { type Answered, askApi } from '../ask-api.ts';

/** Of `GET /contacts`: with whom they are, as far as that is known. */
const ownContacts = z.object({
  contacts: z.array(z.object({ contactId: z.string(), customerId: z.optional(z.string()) })),
});

const listedOrder = z.object({
  orderNumber: z.string(),
  placedAt: z.string(),
  status: z.string(),
  currency: z.string(),
  totalMinor: z.number(),
});
export type ListedOrder = z.infer<typeof listedOrder>;

/** Of `GET /customers/{customerId}/orders`. */
const ordersOfCustomer = z.object({ items: z.array(listedOrder) });

/** Of `GET /orders/{orderNumber}/document`: what was ordered, where it goes and what is paid, as lines of text. */
export const orderDocument = z.object({ text: z.string() });

/** The orders of whom a contact is with; nothing while nobody knows who that is. */
export async function readOrders(
  access: ApiAccess,
  contactId: string,
): Promise<Answered<readonly ListedOrder[] | undefined>> {
  const own = await askApi(access, { path: '/contacts', schema: ownContacts });
  if (own.kind === 'refused') return own;
  const { customerId } = own.value.contacts.find((one) => one.contactId === contactId) ?? {};
  if (customerId === undefined) return { kind: 'answered', value: undefined };
  const path = `/customers/${encodeURIComponent(customerId)}/orders`;
  const placed = await askApi(access, { path, schema: ordersOfCustomer });
  return placed.kind === 'refused' ? placed : { kind: 'answered', value: placed.value.items };
}

/** `106.09 USD`; every currency that the centre takes has hundredths. */
export const sumText = ({ totalMinor, currency }: Pick<ListedOrder, 'totalMinor' | 'currency'>): string =>
  `${(totalMinor / 100).toFixed(2)} ${currency}`;
