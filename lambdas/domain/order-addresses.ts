/** Where the parcel and the bill of an order go: kept with the order as it was said when it was placed, and never rewritten. */

import * as z from 'zod/mini';
import type { Address, Customer } from './customer.ts';

const place = {
  /** Whose name is on it. */
  recipient: z.string(),
  lines: z.array(z.string()),
  city: z.string(),
  postcode: z.optional(z.string()),
  region: z.optional(z.string()),
  /** ISO 3166. */
  country: z.string(),
};

/** As it is kept and shown; what may be written down of an address says `address` in customer.ts. */
export const deliverTo = z.strictObject({ ...place, instructions: z.optional(z.string()) });
export const billTo = z.strictObject({ ...place, documentsBy: z.optional(z.enum(['email', 'letter'])) });

export type DeliverTo = z.output<typeof deliverTo>;
export type BillTo = z.output<typeof billTo>;

/** Absent where nobody knows of an address. */
export interface OrderAddresses {
  readonly deliverTo?: DeliverTo | undefined;
  readonly billTo?: BillTo | undefined;
}

/** What of a customer decides it. */
export interface Addressed extends Pick<Customer, 'name' | 'addresses'> {
  readonly preferences: Pick<Customer['preferences'], 'billing' | 'shipping'>;
}

export type WrittenAddress = Omit<Address, 'addressId'>;

/** An address of the customer's by its id, one that is written out, or the one that they prefer. */
type Said = WrittenAddress | { readonly addressId?: string | undefined };

/** What is said for one order alone. */
export interface SaidAddresses {
  readonly deliverTo?: (Said & Pick<DeliverTo, 'instructions'>) | undefined;
  readonly billTo?: (Said & Pick<BillTo, 'documentsBy'>) | undefined;
}

/**
 * By what is said for this order, and else by the preferences of the customer. Where none is kept, or it names an address
 * that is there no more, both go to the customer's first address. What the customer wants done at the address that they
 * prefer is done there and nowhere else.
 */
export function orderAddresses(customer: Addressed): OrderAddresses;
export function orderAddresses(customer: Addressed, said: SaidAddresses): OrderAddresses | 'unknown-address';
export function orderAddresses(
  customer: Addressed,
  said: SaidAddresses = {},
): OrderAddresses | 'unknown-address' {
  const { billing, shipping } = customer.preferences;
  const parcel = goesTo(customer, shipping?.addressId, said.deliverTo);
  const bill = goesTo(customer, billing?.addressId, said.billTo);
  if (parcel === 'unknown-address' || bill === 'unknown-address') return 'unknown-address';
  const instructions =
    said.deliverTo?.instructions ?? (parcel?.isPreferred ? shipping?.instructions : undefined);
  const documentsBy = said.billTo?.documentsBy ?? (bill?.isPreferred ? billing?.documentsBy : undefined);
  return {
    ...(parcel && { deliverTo: { ...parcel.place, ...(instructions && { instructions }) } }),
    ...(bill && { billTo: { ...bill.place, ...(documentsBy && { documentsBy }) } }),
  };
}

/** Whether two orders and their bills go to the same places in the same way. */
export const isSameWay = (one: OrderAddresses, other: OrderAddresses): boolean =>
  JSON.stringify(inOneOrder(one)) === JSON.stringify(inOneOrder(other));

/** On one line, as people read it out: in any script, and in no country's own order. */
export function addressLine({
  recipient,
  lines,
  city,
  region,
  postcode,
  country,
}: DeliverTo | BillTo): string {
  return [recipient, ...lines, city, region, postcode, country]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Nothing where nothing is said and the customer has no address. */
function goesTo({ name, addresses }: Addressed, preferredId: string | undefined, said: Said | undefined) {
  const addressWith = (id: string) => addresses.find(({ addressId }) => addressId === id);
  const preferred = preferredId === undefined ? undefined : addressWith(preferredId);
  const unsaid = preferred ?? addresses[0];
  const to = said === undefined ? unsaid : chosen(said, unsaid, addressWith);
  if (to === undefined) return said === undefined ? undefined : 'unknown-address';
  return { place: kept(to, name), isPreferred: to === preferred };
}

function chosen(
  said: Said,
  unsaid: Address | undefined,
  addressWith: (id: string) => Address | undefined,
): WrittenAddress | undefined {
  if ('lines' in said) return said;
  return said.addressId === undefined ? unsaid : addressWith(said.addressId);
}

function kept({ recipient, lines, city, postcode, region, country }: WrittenAddress, name: string) {
  return {
    recipient: recipient ?? name,
    lines: [...lines],
    city,
    ...(postcode && { postcode }),
    ...(region && { region }),
    country,
  };
}

/** A table gives the fields of a map in an order of its own. */
const inOneOrder = ({ deliverTo: parcel, billTo: bill }: OrderAddresses) =>
  [
    { ...parcel, terms: parcel?.instructions },
    { ...bill, terms: bill?.documentsBy },
  ].map(({ recipient, lines, city, postcode, region, country, terms }) => [
    recipient,
    lines,
    city,
    postcode,
    region,
    country,
    terms,
  ]);
