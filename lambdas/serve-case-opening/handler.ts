/** Opens cases for customers whom an agent may see. */

import { deskReason } from '../domain/case-opening.ts';
import { shownCase } from '../domain/case-shown.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import type { Doors } from '../tables/admission.ts';
import { openFullCase } from '../tables/case-opening.ts';
import { serveCaseOpening } from './contract.ts';
import { customerOfNewCase } from './opening.ts';

const client = openDatabase(serveCaseOpening);
const cases = { client, name: tableName('cases') };
const customers = { client, name: tableName('customers') };
const orders = { client, name: tableName('orders') };
const hours = environmentValue(serveCaseOpening, 'OPENING_HOURS');
const claims = environmentValue(serveCaseOpening, 'AGENT_CLAIMS');
const doors: Doors = {
  customers,
  desk: { client, name: tableName('desk') },
  cases,
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveCaseOpening, 'MINUTES_AFTER_CONTACT'),
};

export const handler = httpFunction(serveCaseOpening, claims, {
  openCase: async ({ body, ...call }) => {
    const { agent, now, signal } = call;
    const { phoneNumbers } = await customerOfNewCase(orders, doors, call, body);
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
});
