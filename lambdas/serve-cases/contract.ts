/** Cases, as the desktop sees them. */

import * as z from 'zod/mini';
import { caseFile, lentVoicemail, shownCaseType } from '../domain/case-file.ts';
import { department, listedCase } from '../domain/case-requests.ts';
import { DEPARTMENTS } from '../domain/case-types.ts';
import { customerId } from '../domain/customer.ts';
import { caseNumber } from '../domain/request-ids.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

/** Each is a group of the agents who work on its cases. */
export const departments = DEPARTMENTS;

const items = z.strictObject({ items: z.array(listedCase) });

export const serveCases = defineHttpFunction({
  name: 'serve-cases',
  purpose:
    'Answers the desktop about cases that are an agent’s to see, and writes nothing but who has asked.',
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
    listCasesOfCustomer: {
      method: 'GET',
      path: '/customers/{customerId}/cases',
      purpose: 'The cases of a customer, under every id that they have had.',
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
  },
  environment: { AGENT_CLAIMS: agentClaims, MINUTES_AFTER_CONTACT: z.int().check(z.minimum(0)) },
  functionTimeoutSeconds: 15,
  memoryMb: 512,
  /** The case, three for a contact of its, the customer with four who were merged, the desk, the customer’s cases, the audit, two pages of what is written about it, the voice message. */
  requestsInSequence: 15,
  attemptTimeoutMs: 480,
  uses: [
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:Query'] },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'cases', index: 'by-due', actions: ['dynamodb:Query'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
    { table: 'desk', actions: ['dynamodb:GetItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
  lendsVoicemails: true,
});
