/** Reports over all customers, agents and cases, for supervisors; that they asked is in the audit. */

import { reportOf } from '../domain/feedback-report.ts';
import { weekAt } from '../domain/iso-week.ts';
import { monthsBefore } from '../domain/likeness.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, type HttpRoutes, httpFunction } from '../runtime/http-function.ts';
import { audit, keepsRefusals } from '../tables/admission.ts';
import { agentStates } from '../tables/agent-states.ts';
import { NOBODY } from '../tables/audit.ts';
import { alikeCustomers, unconfirmedSince } from '../tables/customer-reports.ts';
import { agentsOfContacts, saidIn } from '../tables/feedback-reports.ts';
import { troublesOf } from '../tables/trouble-weeks.ts';
import { serveReports } from './contract.ts';

const client = openDatabase(serveReports);
const customers = { client, name: tableName('customers') };
const desk = { client, name: tableName('desk') };
const feedback = { client, name: tableName('feedback') };
const contacts = { client, name: tableName('contacts') };
const troubles = { client, name: tableName('troubles') };
const zone = environmentValue(serveReports, 'OPENING_HOURS');
const doors = { audit: { client, name: tableName('audit') } };
const claims = environmentValue(serveReports, 'AGENT_CLAIMS');

const SHOWN_MAX = 100;
const MONTHS = 12;

const routes = {
  listUnconfirmed: async ({ query: { months = MONTHS }, ...call }) => {
    await audit(doors, { ...call, operation: 'listUnconfirmed' }, NOBODY, true, { via: 'supervisor' });
    const day = monthsBefore(call.now().getTime(), Number(months));
    return answer(200, { items: [...(await unconfirmedSince(customers, day, SHOWN_MAX, call.signal))] });
  },

  listDuplicates: async ({ query: { from = 0 }, ...call }) => {
    await audit(doors, { ...call, operation: 'listDuplicates' }, NOBODY, true, { via: 'supervisor' });
    const part = { from: Number(from), enough: SHOWN_MAX };
    const { groups, next } = await alikeCustomers(customers, part, call.hasTime, call.signal);
    return answer(200, {
      items: groups.map(({ because, customerIds }) => ({ because, customerIds: [...customerIds] })),
      ...(next === undefined ? {} : { next: String(next) }),
    });
  },

  listTroubles: async ({ query, ...call }) => {
    await audit(doors, { ...call, operation: 'listTroubles' }, NOBODY, true, { via: 'supervisor' });
    const week = query.week ?? weekAt(call.now().getTime(), zone);
    const found = await troublesOf(troubles, week, call.signal);
    return answer(200, {
      week,
      items: found
        .slice(0, SHOWN_MAX)
        .map(({ week: _same, examples, ...one }) => ({ ...one, examples: [...examples] })),
    });
  },

  readFeedback: async ({ query, ...call }) => {
    await audit(doors, { ...call, operation: 'readFeedback' }, NOBODY, true, { via: 'supervisor' });
    const { week = weekAt(call.now().getTime(), zone) } = query;
    const said = await saidIn(feedback, week, call.signal);
    const contactIds = said.answers.map(({ contactId }) => contactId);
    return answer(200, reportOf(week, said, await agentsOfContacts(contacts, contactIds, call.signal)));
  },

  listAgents: async (call) => {
    await audit(doors, { ...call, operation: 'listAgents' }, NOBODY, true, { via: 'supervisor' });
    return answer(200, { items: [...(await agentStates(desk, call.now().getTime(), call.signal))] });
  },
} satisfies HttpRoutes<typeof serveReports>;

export const handler = httpFunction(serveReports, claims, routes, keepsRefusals(doors));
