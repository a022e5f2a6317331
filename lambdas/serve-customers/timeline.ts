/** Contacts, orders and cases of a customer in one list, under every id that they have had. */

import type { ShownEvent } from '../domain/customer-history.ts';
import { orderTotalMinor } from '../domain/order-record.ts';
import { listCases } from '../tables/case-lists.ts';
import { contactsOf } from '../tables/contacts.ts';
import { ordersOfCustomer } from '../tables/orders.ts';
import type { Table } from '../tables/table.ts';

export interface TimelineTables {
  readonly contacts: Table;
  readonly orders: Table;
  readonly cases: Table;
}

/** Of each kind, for each id. */
const EVENTS_MAX = 25;

/** The latest first. @param ids the customer's, and those under which they were known before */
export async function timelineOf(
  { contacts, orders, cases }: TimelineTables,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly ShownEvent[]> {
  const events = await Promise.all(
    ids.flatMap((id) => [
      contactEvents(contacts, id, signal),
      ordersOfCustomer(orders, id, { limit: EVENTS_MAX }, signal).then((page) =>
        page.orders.map(
          (order): ShownEvent => ({
            kind: 'order',
            at: order.placedAt,
            orderNumber: order.orderNumber,
            status: order.status,
            currency: order.currency,
            totalMinor: orderTotalMinor(order),
          }),
        ),
      ),
      listCases(cases, { customerId: id }, { limit: EVENTS_MAX }, signal).then((page) =>
        page.cases.map(
          ({ openedAt, caseNumber, type, status, department }): ShownEvent => ({
            kind: 'case',
            at: openedAt,
            caseNumber,
            type,
            status,
            department,
          }),
        ),
      ),
    ]),
  );
  return events.flat().toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

async function contactEvents(table: Table, id: string, signal: AbortSignal): Promise<ShownEvent[]> {
  const events: ShownEvent[] = [];
  for await (const { contactId, startedAt, channel, queue, talkSeconds, reason } of contactsOf(
    table,
    id,
    signal,
  )) {
    if (events.length >= EVENTS_MAX) break;
    events.push({
      kind: 'contact',
      at: startedAt,
      contactId,
      channel,
      ...(queue === undefined ? {} : { queue }),
      ...(talkSeconds === undefined ? {} : { talkSeconds }),
      ...(reason === undefined ? {} : { reason }),
    });
  }
  return events;
}
