/** The audit, for supervisors. */

import * as z from 'zod/mini';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

const id = z.string().check(z.regex(/^[0-9A-Za-z-]{1,64}$/, 'must be an id'));

const auditEntry = z.strictObject({
  customerId: z.string(),
  agentId: z.string(),
  at: z.iso.datetime(),
  operation: z.string(),
  allowed: z.boolean(),
  /** By what: `contact`, `case`, `owner`, `department`, `search` or `supervisor`. */
  via: z.optional(z.string()),
  contactId: z.optional(z.string()),
  caseNumber: z.optional(z.string()),
  correlationId: z.string(),
});

/** What both lists of entries are alike in. */
const listing = {
  method: 'GET',
  query: z.strictObject({}),
  answers: {
    200: {
      when: 'At most 100, the latest first.',
      body: z.strictObject({ items: z.array(auditEntry) }),
    },
  },
  problems: [403],
  supervisorsOnly: true,
} as const;

export const serveAudit = defineHttpFunction({
  name: 'serve-audit',
  purpose: 'Tells supervisors who looked at or changed which customer.',
  routes: {
    listAuditOfCustomer: {
      ...listing,
      path: '/audit/customers/{customerId}',
      purpose: 'Who asked about a customer, under any id that they have had, allowed or not.',
      parameters: z.strictObject({ customerId: id }),
    },
    listAuditOfAgent: {
      ...listing,
      path: '/audit/agents/{agentId}',
      purpose: 'About whom an agent has asked, allowed or not.',
      parameters: z.strictObject({ agentId: id }),
    },
  },
  environment: { AGENT_CLAIMS: agentClaims },
  functionTimeoutSeconds: 5,
  memoryMb: 512,
  /** The entry of this look, the customer with four who were merged, and the entries. */
  requestsInSequence: 7,
  attemptTimeoutMs: 300,
  uses: [
    { table: 'customers', actions: ['dynamodb:GetItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem', 'dynamodb:Query'] },
    { table: 'audit', index: 'by-agent', actions: ['dynamodb:Query'] },
  ],
});
