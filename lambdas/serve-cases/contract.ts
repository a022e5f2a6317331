/** Cases, as the desktop sees and works on them. */

import * as z from 'zod/mini';
import { askedCase } from '../domain/case-opening.ts';
import {
  askedCaseChange,
  caseFile,
  caseNote,
  caseNumber,
  department,
  lentVoicemail,
  listedCase,
  shownCase,
  shownCaseType,
} from '../domain/case-requests.ts';
import { DEPARTMENTS, words } from '../domain/case-types.ts';
import { customerId } from '../domain/customer.ts';
import { contactId, noteId } from '../domain/customer-requests.ts';
import { askedFollowUp, shownFollowUp } from '../domain/follow-up.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { orderNumber } from '../domain/order-requests.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

/** Each is a group of the agents who work on its cases. */
export const departments = DEPARTMENTS;

const items = z.strictObject({ items: z.array(listedCase) });

export const serveCases = defineHttpFunction({
  name: 'serve-cases',
  purpose:
    'Answers the desktop about cases that are an agent’s to see, and takes down what is done with them.',
  routes: {
    listCaseTypes: {
      method: 'GET',
      path: '/case-types',
      purpose: 'Which types of cases there are, whose they are and what each asks for.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      answers: {
        200: { when: 'All of them.', body: z.strictObject({ caseTypes: z.array(shownCaseType) }) },
      },
      problems: [],
    },
    openCase: {
      method: 'POST',
      path: '/cases',
      purpose:
        'Opens a case for a customer whom you may see; asked again with the same intent, it is the same.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      body: askedCase,
      answers: {
        201: { when: 'There is this case, opened now or by the same request before.', body: shownCase },
      },
      problems: [403, 404, 409, 413, 415, 422],
    },
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
    addFollowUp: {
      method: 'PUT',
      path: '/contacts/{contactId}/follow-ups/{followUpId}',
      purpose:
        'Promises on one of your contacts that something is done later: a task, or a call to the customer.',
      parameters: z.strictObject({ contactId, followUpId: noteId }),
      query: z.strictObject({}),
      body: askedFollowUp,
      answers: {
        200: { when: 'It comes at its time; under the same id it is the same one.', body: shownFollowUp },
      },
      problems: [404, 409, 413, 415, 422],
    },
    cancelFollowUp: {
      method: 'PUT',
      path: '/contacts/{contactId}/follow-ups/{followUpId}/cancellation',
      purpose:
        'Says that something is not to come any more that you promised, or that was promised in a contact of your case, and why; its customer is told. Supervisors may with any.',
      parameters: z.strictObject({ contactId, followUpId: noteId }),
      query: z.strictObject({}),
      body: z.strictObject({ why: words }),
      answers: {
        200: { when: 'It does not come; said again, it is as it was said first.', body: shownFollowUp },
      },
      problems: [404, 409, 413, 415],
    },
    moveFollowUp: {
      method: 'PUT',
      path: '/contacts/{contactId}/follow-ups/{followUpId}/time',
      purpose:
        'Says that something comes at another time that you promised, or that was promised in a contact of your case, and why; its customer is told. Supervisors may with any.',
      parameters: z.strictObject({ contactId, followUpId: noteId }),
      query: z.strictObject({}),
      body: z.strictObject({ dueAt: askedFollowUp.shape.dueAt, why: words }),
      answers: { 200: { when: 'It comes at that time.', body: shownFollowUp } },
      problems: [404, 409, 413, 415, 422],
    },
    listCasesOfCustomer: {
      method: 'GET',
      path: '/customers/{customerId}/cases',
      purpose: 'The cases of a customer.',
      parameters: z.strictObject({ customerId }),
      query: z.strictObject({}),
      answers: { 200: { when: 'At most 50, the newest first.', body: items } },
      problems: [403],
    },
    listCasesOfDepartment: {
      method: 'GET',
      path: '/departments/{department}/cases',
      purpose: 'The cases for which something is due in a department of yours.',
      parameters: z.strictObject({ department }),
      query: z.strictObject({}),
      answers: { 200: { when: 'At most 50, the most pressing first.', body: items } },
      problems: [403],
    },
    readCase: {
      method: 'GET',
      path: '/cases/{caseNumber}',
      purpose: 'A case with everything that is written down about it.',
      parameters: z.strictObject({ caseNumber }),
      query: z.strictObject({}),
      answers: { 200: { when: 'As it is now.', body: caseFile } },
      problems: [403, 404],
    },
    hearVoicemail: {
      method: 'GET',
      path: '/cases/{caseNumber}/voicemail',
      purpose: 'A link to the voice message that a case was opened for; it works for a few minutes.',
      parameters: z.strictObject({ caseNumber }),
      query: z.strictObject({}),
      answers: { 200: { when: 'The recording has come.', body: lentVoicemail } },
      problems: [403, 404, 409],
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
      purpose: 'Writes something down about a case; written again under the same id it is the same note.',
      parameters: z.strictObject({ caseNumber, noteId }),
      query: z.strictObject({}),
      body: caseNote,
      answers: { 200: { when: 'It is written down.', body: z.strictObject({ noteId: z.string() }) } },
      problems: [403, 404, 413, 415],
    },
  },
  environment: {
    AGENT_CLAIMS: agentClaims,
    MINUTES_AFTER_CONTACT: z.int().check(z.minimum(0)),
    OPENING_HOURS: openingHours,
  },
  functionTimeoutSeconds: 15,
  memoryMb: 512,
  /** To open one: the desk, the cases, the audit, the contact, the customer with four who were merged, the order; twice the transaction and what is there. */
  requestsInSequence: 14,
  attemptTimeoutMs: 500,
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
    { table: 'cases', index: 'by-contact', actions: ['dynamodb:Query'] },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'contacts', actions: ['dynamodb:GetItem'] },
    { table: 'cases', index: 'by-due', actions: ['dynamodb:Query'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
    { table: 'orders', actions: ['dynamodb:GetItem'] },
    { table: 'messages', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'desk', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
  lendsVoicemails: true,
});
