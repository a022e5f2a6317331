/** The door to a customer: lets an agent in by a contact or a case of theirs, and writes everybody down who asks. */

import { admission, admissionByCase, type Sight, sightEndsAtMs } from '../domain/desk.ts';
import type { SignedInAgent } from '../runtime/http-agent.ts';
import type { Refused } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { addAudit, NOBODY } from './audit.ts';
import { listCases } from './case-lists.ts';
import { type CustomerIds, idsOfCustomer, UNKNOWN } from './customer-ids.ts';
import { findDeskContact, findSight } from './sights.ts';
import type { Table } from './table.ts';

export interface Doors {
  /** Under which ids they are known. */
  readonly customers: Table;
  readonly desk: Table;
  readonly cases: Table;
  readonly audit: Table;
  /** How long after a contact its agent still sees the customer. */
  readonly minutesAfter: number;
}

/** Who wants to do what. */
export interface Visit {
  readonly agent: SignedInAgent;
  /** By its name in docs/openapi.json. */
  readonly operation: string;
  readonly correlationId: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/**
 * Lets the agent see the customer who has, or had, an id: a contact or case under any id of theirs lets in, because
 * what was kept under an earlier one may not have followed a merge. It is in the audit before this returns or throws.
 * @returns all ids under which something of the customer may be kept, the one of now first
 * @throws HttpProblem 403 where they may not
 */
export async function admit(doors: Doors, visit: Visit, customerId: string): Promise<CustomerIds> {
  const ids = await idsOfCustomer(doors.customers, customerId, visit.signal);
  await admitUnder(doors, visit, ids);
  return ids;
}

/** The same where all ids of the customer are known. */
export async function admitUnder(doors: Doors, visit: Visit, ids: CustomerIds): Promise<void> {
  const { agent, now, signal } = visit;
  const nowMs = now().getTime();
  const sights = await Promise.all(ids.map((id) => findSight(doors.desk, agent.agentId, id, signal)));
  const admissions = sights.map((sight: Sight | undefined) =>
    admission(agent, sight, doors.minutesAfter, nowMs),
  );
  const given =
    admissions.find((one) => one.allowed && one.via === 'contact') ??
    admissions.find((one) => one.allowed) ??
    (await byCase(doors, visit, ids));
  const isAllowed = given?.allowed === true;
  await audit(doors, visit, ids[0], isAllowed, isAllowed ? given : undefined);
  if (!isAllowed) throw notLetIn();
}

/** The same where there is no such order or case: whoever may not see it is not told whether there is one. */
export const notLetIn = (): HttpProblem =>
  new HttpProblem(
    403,
    'You have no contact with this customer, or it ended too long ago, and no open case of theirs is yours or your department’s: say on your contact who it is, or ask a supervisor.',
  );

/** Where an agent names a contact that they have never had. */
export const noSuchContact = (): HttpProblem =>
  new HttpProblem(404, 'You have no such contact: GET /contacts has yours.');

/** A customer's cases that a door looks at, the newest first: a customer with more of them is known by a contact. */
const CASES_MAX = 100;

/** Whoever works on the case of a caller whom we do not know sees no other such caller. */
async function byCase({ cases }: Doors, { agent, signal }: Visit, ids: CustomerIds) {
  const limit = { limit: CASES_MAX };
  const pages = await Promise.all(
    ids.filter((id) => id !== UNKNOWN).map((customerId) => listCases(cases, { customerId }, limit, signal)),
  );
  return admissionByCase(
    agent,
    pages.flatMap((page) => page.cases),
  );
}

/**
 * Lets the agent do what needs a contact that they have now and no customer: a supervisor needs none.
 * @throws HttpProblem 403 where the contact is not theirs, or ended too long ago
 */
export async function admitByContact(
  doors: Doors,
  visit: Visit,
  contactId: string | undefined,
  about: string,
): Promise<void> {
  const { agent, now, signal } = visit;
  const contact =
    contactId === undefined ? undefined : await findDeskContact(doors.desk, agent.agentId, contactId, signal);
  const isOpen = contact !== undefined && now().getTime() < sightEndsAtMs(contact, doors.minutesAfter);
  const by = isOpen ? ({ via: 'contact', contactId: contact.contactId } as const) : undefined;
  const isAllowed = isOpen || agent.isSupervisor;
  await audit(doors, visit, about, isAllowed, by ?? (isAllowed ? { via: 'supervisor' } : undefined));
  if (!isAllowed)
    throw new HttpProblem(403, 'Only on a contact that you have now, or had a short while ago: name it.');
}

/** Writes down whom a route for supervisors has refused, with the customer of its path where there is one. */
export const keepsRefusals =
  (doors: Pick<Doors, 'audit'>) =>
  async ({ path, ...visit }: Refused): Promise<void> => {
    const about: unknown = Reflect.get(Object(path), 'customerId');
    await audit(doors, visit, typeof about === 'string' ? about : NOBODY, false, undefined);
  };

/** Adds what was done, or not, to the audit. */
export async function audit(
  { audit: table }: Pick<Doors, 'audit'>,
  { agent, operation, correlationId, now, signal }: Visit,
  customerId: string,
  allowed: boolean,
  by: { readonly via: string; readonly contactId?: string; readonly caseNumber?: string } | undefined,
): Promise<void> {
  await addAudit(
    table,
    {
      customerId,
      agentId: agent.agentId,
      at: now().toISOString(),
      operation,
      allowed,
      correlationId,
      ...(by === undefined ? {} : { via: by.via }),
      ...(by?.contactId === undefined ? {} : { contactId: by.contactId }),
      ...(by?.caseNumber === undefined ? {} : { caseNumber: by.caseNumber }),
    },
    signal,
  );
}
