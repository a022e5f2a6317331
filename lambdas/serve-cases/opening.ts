/** What has to be true before a case is opened or a call is promised. */

import { type AskedCase, missingAtOpening } from '../domain/case-opening.ts';
import type { Customer } from '../domain/customer.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { admit, type Doors, type Visit } from '../tables/admission.ts';
import { findPhoneNumber, readCustomer } from '../tables/customers.ts';
import { findDeskContact } from '../tables/desk.ts';
import { type Order, readOrder } from '../tables/orders.ts';
import type { Table } from '../tables/table.ts';

/**
 * The customer of a new case, once the agent is let in and all that the case names is true.
 * @throws HttpProblem where it is not
 */
export async function customerOfNewCase(
  { customers, orders }: Readonly<Record<'customers' | 'orders', Table>>,
  doors: Doors,
  call: Omit<Visit, 'operation'>,
  asked: AskedCase,
): Promise<Customer> {
  const { agent, signal } = call;
  const { customerId, contactId } = asked;
  await admit(doors, { ...call, operation: 'openCase' }, [customerId]);
  const [found, contact, order] = await Promise.all([
    readCustomer(customers, customerId, signal),
    contactId === undefined ? undefined : findDeskContact(doors.desk, agent.agentId, contactId, signal),
    asked.details.orderNumber === undefined
      ? undefined
      : readOrder(orders, asked.details.orderNumber, signal),
  ]);
  if (found === undefined) throw new HttpProblem(404, 'There is no such customer: search for them first.');
  if (found.kind === 'merged')
    throw new HttpProblem(409, `This customer was merged into ${found.into}: take that one.`);
  if (contactId !== undefined && contact === undefined)
    throw new HttpProblem(422, 'The contact is none of yours: leave it out, or name one that is.');
  const { mergedFrom } = found.customer;
  if (asked.details.orderNumber !== undefined && !isOrderOf(order, [customerId, ...mergedFrom]))
    throw new HttpProblem(422, NOT_THEIR_ORDER);
  const missing = missingAtOpening(asked);
  if (missing.length > 0)
    throw new HttpProblem(422, `Such a case has to say ${missing.join(' and ')}: ask, and add it.`);
  return found.customer;
}

export const NOT_THEIR_ORDER = 'The customer has no such order: check the number.';

/** Whether an order is that of a customer, under any id that they have had. */
export const isOrderOf = (order: Order | undefined, ids: readonly string[]): boolean =>
  order !== undefined && ids.includes(order.customerId);

/** The number at which a customer is called. */
export async function numberToCall(
  customers: Table,
  customerId: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  if (customerId === undefined)
    throw new HttpProblem(422, 'Nobody knows who is on this contact: say who it is first.');
  const number = await findPhoneNumber(customers, customerId, signal);
  if (number === undefined) throw new HttpProblem(422, 'We have no number of this customer: add one first.');
  return number;
}
