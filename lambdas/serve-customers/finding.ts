/** Finds whom a search means, each by a key, and shows no more of them than tells who it is. */

import type { Customer } from '../domain/customer.ts';
import type { Search } from '../domain/customer-search.ts';
import { findCaller } from '../tables/caller-language.ts';
import { whoseCase } from '../tables/case-keys.ts';
import { findCustomerIdsByEmail, findCustomerIdsByName } from '../tables/customer-search.ts';
import { followedCustomer } from '../tables/customers.ts';
import { customerOfOrder } from '../tables/order-keys.ts';
import type { Table } from '../tables/table.ts';

export interface SearchTables {
  readonly customers: Table;
  readonly orders: Table;
  readonly cases: Table;
}

/** The customers whom a search finds. */
export async function findCustomers(
  tables: SearchTables,
  search: Search,
  signal: AbortSignal,
): Promise<readonly Customer[]> {
  const ids = await idsOf(tables, search, signal);
  const found = await Promise.all(ids.map((id) => followedCustomer(tables.customers, id, signal)));
  const known = found.filter((customer) => customer !== undefined);
  return [...new Map(known.map((customer) => [customer.customerId, customer])).values()];
}

/** Enough to tell which of several it is. */
export function shownBriefly({ customerId, name, phoneNumbers, addresses }: Customer) {
  const [home] = addresses;
  return {
    customerId,
    name,
    numbersEnd: phoneNumbers.map((number) => number.slice(-2)),
    ...(home === undefined ? {} : { city: home.city }),
  };
}

async function idsOf(
  { customers, orders, cases }: SearchTables,
  search: Search,
  signal: AbortSignal,
): Promise<readonly string[]> {
  switch (search.by) {
    case 'number':
      return some((await findCaller(customers, search.number, signal))?.customerId);
    case 'email':
      return await findCustomerIdsByEmail(customers, search.email, signal);
    case 'name':
      return await findCustomerIdsByName(customers, search.name, signal);
    case 'order':
      return some(await customerOfOrder(orders, search.orderNumber, signal));
    case 'case':
      return some((await whoseCase(cases, search.caseNumber, signal))?.customerId);
  }
}

const some = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id]);
