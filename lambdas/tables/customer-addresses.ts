/** Where the orders of a customer go, read of their profile beside whatever else an order needs. */

import * as z from 'zod/mini';
import { type OrderAddresses, orderAddresses } from '../domain/order-addresses.ts';
import { follow } from './customer-ids.ts';
import { profileKey } from './customer-keys.ts';
import { getItem } from './requests.ts';
import { readItem, type Table } from './table.ts';

const text = z.string();
const optional = z.optional(text);

/** Whoever wrote it has checked it. */
const addressed = z.object({
  name: text,
  addresses: z._default(
    z.array(
      z.object({
        addressId: text,
        recipient: optional,
        lines: z.array(text),
        city: text,
        postcode: optional,
        region: optional,
        country: text,
      }),
    ),
    [],
  ),
  preferences: z._default(
    z.object({
      billing: z.optional(z.object({ addressId: text, documentsBy: z.enum(['email', 'letter']) })),
      shipping: z.optional(z.object({ addressId: text, instructions: optional })),
    }),
    {},
  ),
});
const merged = z.object({ mergedInto: text });

/** Somebody for whom an order is placed. */
export interface Orderer {
  /** The id given, or of the customer into whom they were merged. */
  readonly customerId: string;
  readonly addresses: OrderAddresses;
}

/**
 * The customer with an id, or into whom they were merged, and where their orders go at this moment: one request, and
 * one for each merge. Somebody without a profile has no address.
 */
export async function readOrderer(table: Table, customerId: string, signal: AbortSignal): Promise<Orderer> {
  const found = await follow(customerId, async (id) => {
    const request = {
      Key: profileKey(id),
      ConsistentRead: true,
      ProjectionExpression: 'mergedInto, #name, addresses, preferences',
      ExpressionAttributeNames: { '#name': 'name' },
    };
    const item = await getItem(table, request, signal);
    if (item === undefined) return undefined;
    if ('mergedInto' in item) return { into: readItem(merged, item, table).mergedInto };
    const addresses = orderAddresses(readItem(addressed, item, table));
    return { found: { customerId: id, addresses } };
  });
  return found ?? { customerId, addresses: {} };
}
