/** What has to be true before a case is opened. */

import { type AskedCase, missingAtOpening } from '../domain/case-opening.ts';
import type { Customer } from '../domain/customer.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import type { Doors, Visit } from '../tables/admission.ts';
import { notTheirOrder } from '../tables/case-admission.ts';
import { admitToCustomer } from '../tables/customer-admission.ts';
import { idsOf } from '../tables/customer-ids.ts';
import { customerOfOrder } from '../tables/order-keys.ts';
import { findDeskContact } from '../tables/sights.ts';
import type { Table } from '../tables/table.ts';

/**
 * The customer of a new case, once the agent is let in and all that the case names is true.
 * @throws HttpProblem where it is not
 */
export async function customerOfNewCase(
  orders: Table,
  doors: Doors,
  call: Omit<Visit, 'operation'>,
  asked: AskedCase,
): Promise<Customer> {
  const { agent, signal } = call;
  const { customerId, contactId } = asked;
  const customer = await admitToCustomer(doors, { ...call, operation: 'openCase' }, customerId);
  if (customer.customerId !== customerId)
    throw new HttpProblem(409, `This customer was merged into ${customer.customerId}: take that one.`);
  const [contact, orderedBy] = await Promise.all([
    contactId === undefined ? undefined : findDeskContact(doors.desk, agent.agentId, contactId, signal),
    asked.details.orderNumber === undefined
      ? undefined
      : customerOfOrder(orders, asked.details.orderNumber, signal),
  ]);
  if (contactId !== undefined && contact === undefined)
    throw new HttpProblem(422, 'The contact is none of yours: leave it out, or name one that is.');
  if (asked.details.orderNumber !== undefined && !isOneOf(orderedBy, idsOf(customer, customerId)))
    throw notTheirOrder();
  const missing = missingAtOpening(asked);
  if (missing.length > 0)
    throw new HttpProblem(422, `Such a case has to say ${missing.join(' and ')}: ask, and add it.`);
  return customer;
}

/** Whether an order's customer is this one, under any id that they have had; nobody's is nobody's. */
const isOneOf = (orderedBy: string | undefined, ids: readonly string[]): boolean =>
  orderedBy !== undefined && ids.includes(orderedBy);
