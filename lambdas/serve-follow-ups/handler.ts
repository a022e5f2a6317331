/** Takes down what agents promise on contacts, and what becomes of it. */

import { whyNotThen } from '../domain/follow-up.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import { audit, noSuchContact } from '../tables/admission.ts';
import { NOBODY } from '../tables/audit.ts';
import { cancelFollowUp, moveFollowUp } from '../tables/follow-up-changes.ts';
import { keepFollowUp } from '../tables/follow-ups.ts';
import { findDeskContact } from '../tables/sights.ts';
import { serveFollowUps } from './contract.ts';
import { followUpAnswer, promiser, whomToCall } from './promises.ts';

const client = openDatabase(serveFollowUps);
const customers = { client, name: tableName('customers') };
const hours = environmentValue(serveFollowUps, 'OPENING_HOURS');
const claims = environmentValue(serveFollowUps, 'AGENT_CLAIMS');
/** Where promises are, and who may change those of others. */
const tables = {
  desk: { client, name: tableName('desk') },
  messages: { client, name: tableName('messages') },
  cases: { client, name: tableName('cases') },
  contacts: { client, name: tableName('contacts') },
  audit: { client, name: tableName('audit') },
};

export const handler = httpFunction(serveFollowUps, claims, {
  addFollowUp: async ({ path: { contactId, followUpId }, body, ...call }) => {
    const { agent, now, signal } = call;
    const contact = await findDeskContact(tables.desk, agent.agentId, contactId, signal);
    const visit = { ...call, operation: 'addFollowUp' };
    const by = { via: 'contact', contactId };
    await audit(tables, visit, contact?.customerId ?? NOBODY, contact !== undefined, by);
    if (contact === undefined) throw noSuchContact();
    const { customerId } = contact;
    const hinders = whyNotThen(body, hours, now().getTime());
    if (hinders !== undefined) throw new HttpProblem(422, hinders);
    const toCall = body.kind === 'callback' ? await whomToCall(customers, customerId, signal) : undefined;
    const wish = {
      agent,
      followUp: { followUpId, contactId, ...(customerId === undefined ? {} : { customerId }), ...body },
      toCall,
    };
    const kept = await keepFollowUp(tables, wish, hours, now().getTime(), signal);
    if (kept.kind === 'already') {
      const at = new Date(kept.atMs).toISOString();
      throw new HttpProblem(409, `A call to this customer is promised already, for ${at}: keep to that one.`);
    }
    return answer(200, kept.followUp);
  },

  cancelFollowUp: async ({ path: { contactId, followUpId }, body: { why }, ...call }) => {
    const { agent, now, signal } = call;
    const agentId = await promiser(tables, call, 'cancelFollowUp', contactId);
    const wish = { agentId, contactId, followUpId, by: agent.username, why };
    return followUpAnswer(await cancelFollowUp(tables, wish, now().getTime(), signal));
  },

  moveFollowUp: async ({ path: { contactId, followUpId }, body, ...call }) => {
    const { agent, now, signal } = call;
    const agentId = await promiser(tables, call, 'moveFollowUp', contactId);
    const wish = { agentId, contactId, followUpId, by: agent.username, ...body };
    return followUpAnswer(await moveFollowUp(tables, wish, hours, now().getTime(), signal));
  },
});
