/** Answers the desktop about the contacts of the agent who asks. */

import { isUnresolved } from '../domain/case-states.ts';
import { LINKED_MAX, sightEndsAtMs, whyNotLinked } from '../domain/desk.ts';
import { dispose } from '../domain/disposition.ts';
import { weekAt } from '../domain/iso-week.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { audit, noSuchContact, type Visit } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { listCases } from '../tables/case-lists.ts';
import { nameCustomerOfContact } from '../tables/contact-ends.ts';
import { idsOfCustomer } from '../tables/customer-ids.ts';
import { readCustomer } from '../tables/customers.ts';
import { type DeskContact, deskContactsOf, keepDisposition, linkCustomer } from '../tables/desk.ts';
import { followUpsOf } from '../tables/follow-ups.ts';
import { nameCasesOfNobody } from '../tables/nobodys-cases.ts';
import { keepRemarkOnce, nameCustomerOfRemarks } from '../tables/remarks.ts';
import { findDeskContact, type HeldContact } from '../tables/sights.ts';
import { serveContacts } from './contract.ts';

const client = openDatabase(serveContacts);
const desk = { client, name: tableName('desk') };
const customers = { client, name: tableName('customers') };
const doors = { audit: { client, name: tableName('audit') } };
const cases = { client, name: tableName('cases') };
const feedback = { client, name: tableName('feedback') };
const contacts = { client, name: tableName('contacts') };
const claims = environmentValue(serveContacts, 'AGENT_CLAIMS');
const minutesAfter = environmentValue(serveContacts, 'MINUTES_AFTER_CONTACT');
const place = environmentValue(serveContacts, 'OPENING_HOURS');
const keptDays = environmentValue(serveContacts, 'CONTACTS_KEPT_DAYS');
const dispositions = environmentValue(serveContacts, 'DISPOSITIONS');

const CONTACTS_SHOWN = 25;
/** A day of calls, and the evening before. */
const CONTACTS_LOOKED_AT = 100;
const CASES_SHOWN = 50;
const DAY_MS = 86_400_000;

const OTHER_REMARK = 'Something else is noted under this id: give what you note now an id of its own.';
const KEPT_NO_MORE =
  'What was said on this contact is not kept any more, because it was too long ago: note it on a later one.';

/** Lets agents do something with contacts of their own, however long ago they ended; that they did is in the audit. */
async function admitToOwn(visit: Visit, contactId: string): Promise<HeldContact> {
  const found = await findDeskContact(desk, visit.agent.agentId, contactId, visit.signal);
  const by = { via: 'contact', contactId };
  await audit(doors, visit, found?.customerId ?? NOBODY, found !== undefined, by);
  if (found === undefined) throw noSuchContact();
  return found;
}

const NOT_LINKED = {
  'verified-as-another':
    'The caller was verified as another customer: only a supervisor may say that it is somebody else.',
  'too-many': `You have said of this contact that it is with ${LINKED_MAX} customers, which is the most: ask a supervisor.`,
} as const;

/** Why the agent may not say that it is this customer. */
async function refusalOf({ verifiedAs, saidToBe }: HeldContact, customerId: string, signal: AbortSignal) {
  const verifiedIds = verifiedAs === undefined ? [] : await idsOfCustomer(customers, verifiedAs, signal);
  return whyNotLinked({ verifiedIds, saidToBe }, customerId);
}

/** Nobody is refused what is their own, and it has customers in it: that they looked is in the audit. */
const auditOwn = (call: Omit<Visit, 'operation'>, operation: string): Promise<void> =>
  audit(doors, { ...call, operation }, NOBODY, true, { via: 'own' });

const shown = ({ agentId: _own, ...contact }: DeskContact) => contact;

export const handler = httpFunction(serveContacts, claims, {
  listContacts: async (call) => {
    const { agent, signal } = call;
    await auditOwn(call, 'listContacts');
    const latest = await deskContactsOf(desk, agent.agentId, CONTACTS_SHOWN, signal);
    return answer(200, {
      agent: { ...agent, departments: [...agent.departments] },
      contacts: latest.map(shown),
    });
  },

  /** A caller whom no number told us says who they are; that an agent believes it is in the audit, with the contact. */
  linkCustomer: async ({ path, body, ...call }) => {
    const { contactId } = path;
    const { agent, now, signal } = call;
    const contact = await findDeskContact(desk, agent.agentId, contactId, signal);
    const nowMs = now().getTime();
    const isOpen = contact !== undefined && nowMs < sightEndsAtMs(contact, minutesAfter);
    const visit = { ...call, operation: 'linkCustomer' };
    const why = isOpen && !agent.isSupervisor ? await refusalOf(contact, body.customerId, signal) : undefined;
    await audit(doors, visit, body.customerId, isOpen && why === undefined, { via: 'contact', contactId });
    if (!isOpen) {
      throw new HttpProblem(
        403,
        'This is no contact of yours, or it ended too long ago: take one that you have now.',
      );
    }
    if (why !== undefined) throw new HttpProblem(403, NOT_LINKED[why]);
    const found = await readCustomer(customers, body.customerId, signal);
    if (found === undefined) throw new HttpProblem(404, 'There is no such customer: search for them first.');
    if (found.kind === 'merged')
      throw new HttpProblem(409, `This customer was merged into ${found.into}: take that one.`);
    const linked = await linkCustomer(
      desk,
      agent.agentId,
      contactId,
      body.customerId,
      now(),
      signal,
      agent.isSupervisor ? undefined : LINKED_MAX,
    );
    if (linked === undefined) throw new HttpProblem(404, 'There is no such contact of yours any more.');
    await nameCasesOfNobody({ cases, ...doors }, visit, { ...linked, ...body });
    await nameCustomerOfRemarks(feedback, { agentId: agent.agentId, ...path, ...body }, signal);
    await nameCustomerOfContact(contacts, contactId, body.customerId, signal);
    return answer(200, shown(linked));
  },

  listDispositions: async () => answer(200, { dispositions }),

  disposeContact: async ({ path: { contactId }, body: { code, answers }, ...call }) => {
    const visit = { ...call, operation: 'disposeContact' };
    await admitToOwn(visit, contactId);
    const disposed = dispose(dispositions, code, answers);
    if (disposed.outcome === 'refused') throw new HttpProblem(422, disposed.sentence);
    const { agent, now, signal } = call;
    const disposition = { code, at: now().toISOString(), answers };
    const contact = await keepDisposition(desk, agent.agentId, contactId, disposition, signal);
    if (contact === undefined) throw noSuchContact();
    return answer(200, shown(contact));
  },

  noteRemark: async ({ path: { contactId, remarkId }, body, ...call }) => {
    const { agent, now, signal } = call;
    const { agentId } = agent;
    const contact = await admitToOwn({ ...call, operation: 'noteRemark' }, contactId);
    const nowMs = now().getTime();
    const expiresAtMs = Date.parse(contact.connectedAt) + keptDays * DAY_MS;
    if (expiresAtMs <= nowMs) throw new HttpProblem(409, KEPT_NO_MORE);
    const { customerId } = contact;
    const given = {
      remarkId,
      contactId,
      at: now().toISOString(),
      ...body,
      agentId,
      ...(customerId === undefined ? {} : { customerId }),
      week: weekAt(nowMs, place),
    };
    const kept = await keepRemarkOnce(feedback, given, expiresAtMs, signal);
    if (kept.kind === 'other-content') throw new HttpProblem(409, OTHER_REMARK);
    // Who it is may have been said meanwhile.
    const later = (await findDeskContact(desk, agentId, contactId, signal))?.customerId;
    if (later !== undefined && later !== kept.remark.customerId)
      await nameCustomerOfRemarks(feedback, { agentId, contactId, customerId: later }, signal);
    const { at, subject, opinion, words } = kept.remark;
    return answer(200, { remarkId, contactId, at, subject, opinion, words });
  },

  listFollowUps: async (call) => {
    const { agent, now, signal } = call;
    await auditOwn(call, 'listFollowUps');
    const [latest, owned, promised] = await Promise.all([
      deskContactsOf(desk, agent.agentId, CONTACTS_LOOKED_AT, signal),
      listCases(cases, { owner: agent.username }, { limit: CASES_SHOWN }, signal),
      followUpsOf(desk, agent.agentId, now().getTime(), signal),
    ]);
    const open = latest.filter(
      ({ endedAt, disposition }) => endedAt !== undefined && disposition === undefined,
    );
    return answer(200, {
      contacts: open.map(shown),
      promised: [...promised],
      cases: owned.cases
        .filter(({ status }) => isUnresolved(status))
        .map(({ caseNumber, type, status, severity, customerId, dueAt }) => ({
          caseNumber,
          type,
          status,
          severity,
          customerId,
          ...(dueAt === undefined ? {} : { dueAt }),
        })),
    });
  },
});
