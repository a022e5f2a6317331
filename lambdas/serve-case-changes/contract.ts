/** What agents, departments and supervisors do with cases. */

import * as z from 'zod/mini';
import { askedCaseChange, caseNote, shownCase } from '../domain/case-requests.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { caseNumber, contactId, noteId, orderNumber } from '../domain/request-ids.ts';

import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

export const serveCaseChanges = defineHttpFunction({
  name: 'serve-case-changes',
  purpose: 'Takes down what is done with cases that are an agent’s to see.',
  routes: {
    linkCaseToContact: {
      method: 'PUT',
      path: '/cases/{caseNumber}/contacts/{contactId}',
      purpose: 'Says that a case came up in one of your contacts.',
      parameters: z.strictObject({ caseNumber, contactId }),
      query: z.strictObject({}),
      answers: { 200: { when: 'It is linked.', body: z.strictObject({ contactId: z.string() }) } },
      problems: [403, 404],
    },
    linkCaseToOrder: {
      method: 'PUT',
      path: '/cases/{caseNumber}/orders/{orderNumber}',
      purpose: 'Says that a case is about an order of its customer.',
      parameters: z.strictObject({ caseNumber, orderNumber }),
      query: z.strictObject({}),
      answers: { 200: { when: 'It is linked.', body: z.strictObject({ orderNumber: z.string() }) } },
      problems: [403, 404, 422],
    },
    changeCase: {
      method: 'POST',
      path: '/cases/{caseNumber}/changes',
      purpose: 'Works on a case over the version that you have seen, within the limits of your role.',
      parameters: z.strictObject({ caseNumber }),
      query: z.strictObject({}),
      body: askedCaseChange,
      answers: { 200: { when: 'The case as it is now.', body: shownCase } },
      problems: [403, 404, 409, 413, 415, 422],
    },
    addCaseNote: {
      method: 'PUT',
      path: '/cases/{caseNumber}/notes/{noteId}',
      purpose:
        'Writes something down about a case; written again under the same id it is the same note, and another one is refused.',
      parameters: z.strictObject({ caseNumber, noteId }),
      query: z.strictObject({}),
      body: caseNote,
      answers: { 200: { when: 'It is written down.', body: z.strictObject({ noteId: z.string() }) } },
      problems: [403, 404, 409, 413, 415],
    },
  },
  environment: {
    AGENT_CLAIMS: agentClaims,
    MINUTES_AFTER_CONTACT: z.int().check(z.minimum(0)),
    OPENING_HOURS: openingHours,
  },
  functionTimeoutSeconds: 20,
  memoryMb: 512,
  /** To describe one with an order: the case, three for a contact of its, the customer with four who were merged, the desk, the customer’s cases, the audit, the order, the customer again, and three times the case and the transaction. */
  requestsInSequence: 24,
  attemptTimeoutMs: 400,
  uses: [
    {
      table: 'cases',
      actions: [
        'dynamodb:ConditionCheckItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
    },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
    { table: 'desk', actions: ['dynamodb:GetItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
});
