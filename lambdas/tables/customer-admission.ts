/** The door to the customer whom a path names. */

import type { Customer } from '../domain/customer.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { admitUnder, type Doors, type Visit } from './admission.ts';
import type { ChangeNote } from './customer-changes.ts';
import { idsOf } from './customer-ids.ts';
import { followedCustomer } from './customers.ts';

/**
 * The customer with an id, or into whom they were merged, once the agent is let in.
 * @throws HttpProblem 403 where they may not see them, and only to who may 404 where there is none
 */
export async function admitToCustomer(doors: Doors, visit: Visit, customerId: string): Promise<Customer> {
  const customer = await followedCustomer(doors.customers, customerId, visit.signal);
  await admitUnder(doors, visit, customer === undefined ? [customerId] : idsOf(customer, customerId));
  if (customer === undefined) throw new HttpProblem(404, 'There is no such customer: search for them.');
  return customer;
}

/** Who changes something of a customer, why, when and in which contact, as the history has it. */
export const noteOf = (
  { agent, now }: Pick<Visit, 'agent' | 'now'>,
  why: string,
  contactId: string | undefined,
): ChangeNote => ({
  by: `agent/${agent.agentId}`,
  why,
  at: now().toISOString(),
  ...(contactId === undefined ? {} : { contactId }),
});

/** Where somebody else was quicker. */
export const changedMeanwhile = (): HttpProblem =>
  new HttpProblem(
    409,
    'Somebody else has changed this customer meanwhile: read them again, and decide again.',
  );
