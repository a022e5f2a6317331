/** Answers the desktop about cases: by their customer, their owner or their department. */

import { askedAtOpening, deskReason } from '../domain/case-opening.ts';
import { CASE_TYPES, caseTypes } from '../domain/case-types.ts';
import type { WorkedCase } from '../domain/case-work.ts';
import { whyNotThen } from '../domain/follow-up.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { linkToObject } from '../runtime/object-link.ts';
import { admit, audit, type Doors, notLetIn, type Visit } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { addNote, changeCase, linkCase, readCase, readCaseFile } from '../tables/case-changes.ts';
import { type ListedCase, listCases } from '../tables/case-lists.ts';
import { openFullCase } from '../tables/case-opening.ts';
import { findDeskContact } from '../tables/desk.ts';
import { cancelFollowUp, moveFollowUp } from '../tables/follow-up-changes.ts';
import { keepFollowUp } from '../tables/follow-ups.ts';
import { tellingOf } from '../tables/messages.ts';
import { readOrder } from '../tables/orders.ts';
import { readVoicemail } from '../tables/voicemails.ts';
import { serveCases } from './contract.ts';
import { customerOfNewCase, isOrderOf, NOT_THEIR_ORDER, numberToCall } from './opening.ts';
import { followUpAnswer, NO_CONTACT, promiser } from './promises.ts';
import { roleOf, sentenceOf, shownCase, shownVoicemail } from './shown.ts';

const client = openDatabase(serveCases);
const cases = { client, name: tableName('cases') };
const customers = { client, name: tableName('customers') };
const orders = { client, name: tableName('orders') };
const messages = { client, name: tableName('messages') };
const telling = tellingOf(messages);
const hours = environmentValue(serveCases, 'OPENING_HOURS');
const claims = environmentValue(serveCases, 'AGENT_CLAIMS');
const doors: Doors = {
  desk: { client, name: tableName('desk') },
  cases,
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveCases, 'MINUTES_AFTER_CONTACT'),
};

const LISTED_MAX = 50;
/** As long as it takes to listen to a message twice. */
const LENT_SECONDS = 300;
/** Where promises are, and who may change those of others. */
const promises = {
  cases,
  contacts: { client, name: tableName('contacts') },
  messages,
  desk: doors.desk,
  doors,
};

type Call = Omit<Visit, 'operation'>;

/** The case whose number a path has, once the agent is let in by owner, department or customer. */
async function visited(call: Call, operation: string, caseNumber: string): Promise<WorkedCase> {
  const visit = { ...call, operation };
  const { agent, signal } = call;
  const found = await readCase(cases, caseNumber, signal);
  if (found === undefined) {
    await audit(doors, visit, NOBODY, false, undefined);
    if (!agent.isSupervisor) throw notLetIn();
    throw new HttpProblem(404, 'There is no such case: check the number.');
  }
  const { customerId, owner, department } = found;
  if (owner === agent.username) await audit(doors, visit, customerId, true, { via: 'owner' });
  else if (agent.departments.includes(department))
    await audit(doors, visit, customerId, true, { via: 'department' });
  else await admit(doors, visit, [customerId]);
  return found;
}

const listed = ({ reason: _reason, escalations: _level, ...shown }: ListedCase) => shown;

export const handler = httpFunction(serveCases, claims, {
  listCaseTypes: async () =>
    answer(200, {
      caseTypes: CASE_TYPES.map((type) => ({
        type,
        department: caseTypes[type].department,
        asksAtOpening: [...askedAtOpening(type)],
        asksBeforeResolved: [...caseTypes[type].required],
      })),
    }),

  openCase: async ({ body, ...call }) => {
    const { agent, now, signal } = call;
    const { phoneNumbers } = await customerOfNewCase({ customers, orders }, doors, call, body);
    const opening = {
      asked: body,
      by: { role: agent.isSupervisor ? 'supervisor' : 'agent', id: agent.username } as const,
      intent: `desk ${agent.agentId} ${body.intent}`,
      reason: deskReason(body.type),
      phoneNumber: phoneNumbers[0] ?? 'unknown',
    };
    const opened = await openFullCase(cases, opening, hours, now(), signal);
    if (opened.kind === 'other-content')
      throw new HttpProblem(409, 'You have opened another case with this intent: give this one its own.');
    return answer(201, shownCase(opened.case, agent));
  },

  addFollowUp: async ({ path: { contactId, followUpId }, body, ...call }) => {
    const { agent, now, signal } = call;
    const contact = await findDeskContact(doors.desk, agent.agentId, contactId, signal);
    const visit = { ...call, operation: 'addFollowUp' };
    const by = { via: 'contact', contactId };
    await audit(doors, visit, contact?.customerId ?? NOBODY, contact !== undefined, by);
    if (contact === undefined) throw new HttpProblem(404, NO_CONTACT);
    const { customerId } = contact;
    const hinders = whyNotThen(body, hours, now().getTime());
    if (hinders !== undefined) throw new HttpProblem(422, hinders);
    const phoneNumber =
      body.kind === 'callback' ? await numberToCall(customers, customerId, signal) : undefined;
    const wish = {
      agent,
      followUp: { followUpId, contactId, ...(customerId === undefined ? {} : { customerId }), ...body },
      phoneNumber,
    };
    const kept = await keepFollowUp({ desk: doors.desk, messages }, wish, hours, now().getTime(), signal);
    if (kept.kind === 'already') {
      const at = new Date(kept.atMs).toISOString();
      throw new HttpProblem(409, `A call to this customer is promised already, for ${at}: keep to that one.`);
    }
    return answer(200, kept.followUp);
  },

  cancelFollowUp: async ({ path: { contactId, followUpId }, body: { why }, ...call }) => {
    const { agent, now, signal } = call;
    const agentId = await promiser(promises, call, 'cancelFollowUp', contactId);
    const wish = { agentId, contactId, followUpId, by: agent.username, why };
    return followUpAnswer(await cancelFollowUp(promises, wish, now().getTime(), signal));
  },

  moveFollowUp: async ({ path: { contactId, followUpId }, body, ...call }) => {
    const { agent, now, signal } = call;
    const agentId = await promiser(promises, call, 'moveFollowUp', contactId);
    const wish = { agentId, contactId, followUpId, by: agent.username, ...body };
    return followUpAnswer(await moveFollowUp(promises, wish, hours, now().getTime(), signal));
  },

  linkCaseToContact: async ({ path: { caseNumber, contactId }, ...call }) => {
    await visited(call, 'linkCaseToContact', caseNumber);
    const { agent, now, signal } = call;
    const contact = await findDeskContact(doors.desk, agent.agentId, contactId, signal);
    if (contact === undefined) throw new HttpProblem(404, NO_CONTACT);
    const isThere = await linkCase(cases, caseNumber, { contactId }, now(), signal);
    if (!isThere) throw new HttpProblem(404, 'There is no such case any more.');
    return answer(200, { contactId });
  },

  linkCaseToOrder: async ({ path: { caseNumber, orderNumber }, ...call }) => {
    const { customerId } = await visited(call, 'linkCaseToOrder', caseNumber);
    const { now, signal } = call;
    const order = await readOrder(orders, orderNumber, signal);
    if (!isOrderOf(order, [customerId])) throw new HttpProblem(422, NOT_THEIR_ORDER);
    const isThere = await linkCase(cases, caseNumber, { orderNumber }, now(), signal);
    if (!isThere) throw new HttpProblem(404, 'There is no such case any more.');
    return answer(200, { orderNumber });
  },

  listCasesOfCustomer: async ({ path: { customerId }, ...call }) => {
    await admit(doors, { ...call, operation: 'listCasesOfCustomer' }, [customerId]);
    const page = await listCases(cases, { customerId }, { limit: LISTED_MAX }, call.signal);
    return answer(200, { items: page.cases.map(listed) });
  },

  listCasesOfDepartment: async ({ path: { department }, ...call }) => {
    const { agent, signal } = call;
    const isAllowed = agent.isSupervisor || agent.departments.includes(department);
    const visit = { ...call, operation: 'listCasesOfDepartment' };
    await audit(doors, visit, NOBODY, isAllowed, isAllowed ? { via: 'department' } : undefined);
    if (!isAllowed) throw new HttpProblem(403, 'You are not in this department: ask an administrator.');
    const page = await listCases(cases, { department }, { limit: LISTED_MAX }, signal);
    return answer(200, { items: page.cases.map(listed) });
  },

  readCase: async ({ path: { caseNumber }, ...call }) => {
    await visited(call, 'readCase', caseNumber);
    const file = await readCaseFile(cases, caseNumber, call.signal);
    if (file === undefined) throw new HttpProblem(404, 'There is no such case any more.');
    const voicemail =
      file.case.type === 'voicemail' ? await readVoicemail(cases, caseNumber, call.signal) : undefined;
    return answer(200, {
      case: shownCase(file.case, call.agent),
      notes: file.notes.map(({ atMs, by, contactId, visibility, about, words }) => ({
        at: new Date(atMs).toISOString(),
        byRole: by.role,
        by: by.id,
        ...(contactId === undefined ? {} : { contactId }),
        visibility,
        about,
        words,
      })),
      contactIds: [...file.contactIds],
      ...(voicemail === undefined ? {} : { voicemail: shownVoicemail(voicemail) }),
      orderNumbers: [...file.orderNumbers],
    });
  },

  hearVoicemail: async ({ path: { caseNumber }, ...call }) => {
    await visited(call, 'hearVoicemail', caseNumber);
    const { now, signal } = call;
    const voicemail = await readVoicemail(cases, caseNumber, signal);
    if (voicemail === undefined || voicemail.state === 'deleted')
      throw new HttpProblem(404, 'This case has no voice message.');
    const { recording, fromMs } = voicemail;
    if (recording === undefined)
      throw new HttpProblem(
        409,
        'The recording has not come yet; where it never does, call the number back.',
      );
    const { bucket, key, offsetSeconds, seconds } = recording;
    const lentAt = now();
    return answer(200, {
      url: await linkToObject(bucket, key, LENT_SECONDS, lentAt),
      expiresAt: new Date(lentAt.getTime() + LENT_SECONDS * 1_000).toISOString(),
      recordedAt: new Date(fromMs).toISOString(),
      offsetSeconds,
      seconds,
    });
  },

  changeCase: async ({ path: { caseNumber }, body: { version, change, contactId }, ...call }) => {
    const seen = await visited(call, 'changeCase', caseNumber);
    const { agent, now, signal } = call;
    const by = { role: roleOf(agent, seen), id: agent.username };
    const wish = { caseNumber, seenVersion: version, change, by, contactId };
    const changed = await changeCase(cases, wish, hours, now(), signal, telling);
    switch (changed.kind) {
      case 'changed':
        return answer(200, shownCase(changed.case, agent));
      case 'refused':
        throw new HttpProblem(422, sentenceOf(changed));
      case 'overtaken':
        throw new HttpProblem(
          409,
          'Somebody else has changed this case meanwhile: read it again, and decide again.',
        );
      case 'unknown':
        throw new HttpProblem(404, 'There is no such case any more.');
    }
  },

  addCaseNote: async ({ path: { caseNumber, noteId }, body: { words, visibility, contactId }, ...call }) => {
    const seen = await visited(call, 'addCaseNote', caseNumber);
    const { agent, now, signal } = call;
    const by = { role: roleOf(agent, seen), id: agent.username };
    const note = { atMs: now().getTime(), by, contactId, visibility, about: 'note', words } as const;
    const isThere = await addNote(cases, { caseNumber, note, mark: noteId }, signal);
    if (!isThere) throw new HttpProblem(404, 'There is no such case any more.');
    return answer(200, { noteId });
  },
});
