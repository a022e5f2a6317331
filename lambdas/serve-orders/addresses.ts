/** Where an order goes of which an agent says that it goes elsewhere than its customer prefers. */

import {
  isSameWay,
  type OrderAddresses,
  orderAddresses,
  type SaidAddresses,
} from '../domain/order-addresses.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { followedCustomer } from '../tables/customers.ts';
import { readOrder } from '../tables/orders.ts';
import type { Table } from '../tables/table.ts';

/** @returns nothing where nothing is said */
export async function addressesSaid(
  customers: Table,
  customerId: string,
  { deliverTo, billTo }: SaidAddresses,
  signal: AbortSignal,
): Promise<OrderAddresses | undefined> {
  if (deliverTo === undefined && billTo === undefined) return undefined;
  const customer = await followedCustomer(customers, customerId, signal);
  const addresses =
    customer === undefined ? 'unknown-address' : orderAddresses(customer, { deliverTo, billTo });
  if (addresses !== 'unknown-address') return addresses;
  throw new HttpProblem(
    422,
    'The customer has no address with this id: read the customer for theirs, or add it first.',
  );
}

/** An order that was there already, or was placed by its customer at this moment, may go elsewhere: nobody is told otherwise. */
export async function expectThere(
  orders: Table,
  orderNumber: string,
  addresses: OrderAddresses,
  signal: AbortSignal,
): Promise<void> {
  const order = await readOrder(orders, orderNumber, signal);
  if (order !== undefined && isSameWay(order, addresses)) return;
  throw new HttpProblem(
    409,
    `This was ordered already as ${orderNumber}, and goes elsewhere: read the order, and tell the customer.`,
  );
}
