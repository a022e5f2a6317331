/** The contacts of the agent who asks, as the desktop sees them. */

import * as z from 'zod/mini';
import { customerId } from '../domain/customer.ts';
import { answers } from '../domain/disposition.ts';
import { chosenCode, dispositions } from '../domain/disposition-tree.ts';
import { shownFollowUp } from '../domain/follow-up.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { askedRemark, shownRemark } from '../domain/remark.ts';
import { contactId, noteId } from '../domain/request-ids.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

const contact = z.strictObject({
  contactId: z.string(),
  /** That of the first contact, where this one is a transfer. */
  initialContactId: z.string(),
  channel: z.string(),
  connectedAt: z.iso.datetime(),
  endedAt: z.optional(z.iso.datetime()),
  /** Absent while nobody knows who it is. */
  customerId: z.optional(z.string()),
  /** What you said that it was about. */
  disposition: z.optional(z.strictObject({ code: z.string(), at: z.iso.datetime(), answers })),
});

export const serveContacts = defineHttpFunction({
  name: 'serve-contacts',
  purpose:
    'Answers the desktop about the contacts of the agent who asks, and takes down whom they are with, what they were about, and what was said of us.',
  routes: {
    listContacts: {
      method: 'GET',
      path: '/contacts',
      purpose: 'Your contacts of the last weeks, the latest first.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      answers: {
        200: {
          when: 'At most 25 of them.',
          body: z.strictObject({
            agent: z.strictObject({
              agentId: z.string(),
              username: z.string(),
              isSupervisor: z.boolean(),
              departments: z.array(z.string()),
            }),
            contacts: z.array(contact),
          }),
        },
      },
      problems: [],
    },
    linkCustomer: {
      method: 'PUT',
      path: '/contacts/{contactId}/customer',
      purpose:
        'Says with whom one of your contacts is, of three customers in turn at most and of nobody else than whom the caller was verified as, where they were (supervisors may): from then on you may see that customer.',
      parameters: z.strictObject({ contactId }),
      query: z.strictObject({}),
      body: z.strictObject({ customerId }),
      answers: { 200: { when: 'It is with this customer.', body: contact } },
      problems: [403, 404, 409, 413, 415],
    },
    listDispositions: {
      method: 'GET',
      path: '/dispositions',
      purpose: 'What a contact can have been about, and what each asks for (cdk.json).',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      answers: { 200: { when: 'All of them.', body: z.strictObject({ dispositions }) } },
      problems: [],
    },
    disposeContact: {
      method: 'PUT',
      path: '/contacts/{contactId}/disposition',
      purpose: 'Says what one of your contacts was about, or says it better.',
      parameters: z.strictObject({ contactId }),
      query: z.strictObject({}),
      body: z.strictObject({ code: chosenCode, answers }),
      answers: { 200: { when: 'It is kept.', body: contact } },
      problems: [404, 413, 415, 422],
    },
    noteRemark: {
      method: 'PUT',
      path: '/contacts/{contactId}/remarks/{remarkId}',
      purpose:
        'Notes what the customer on one of your contacts said of us, for the report and the week’s digest of supervisors.',
      parameters: z.strictObject({ contactId, remarkId: noteId }),
      query: z.strictObject({}),
      body: askedRemark,
      answers: {
        200: { when: 'It is noted, now or by the same request before.', body: shownRemark },
      },
      problems: [404, 409, 413, 415],
    },
    listFollowUps: {
      method: 'GET',
      path: '/follow-ups',
      purpose:
        'What is left to do for you: contacts that you have not said anything of, what you promised on one, and cases that are yours.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      answers: {
        200: {
          when: 'Of your latest 100 contacts and 50 cases, with the next 50 things that you promised.',
          body: z.strictObject({
            contacts: z.array(contact),
            promised: z.array(shownFollowUp),
            cases: z.array(
              z.strictObject({
                caseNumber: z.string(),
                type: z.string(),
                status: z.string(),
                severity: z.string(),
                customerId: z.string(),
                dueAt: z.optional(z.iso.datetime()),
              }),
            ),
          }),
        },
      },
      problems: [],
    },
  },
  environment: {
    AGENT_CLAIMS: agentClaims,
    MINUTES_AFTER_CONTACT: z.int().check(z.minimum(0)),
    DISPOSITIONS: dispositions,
    /** Weeks begin at midnight where the centre is. */
    OPENING_HOURS: openingHours,
    CONTACTS_KEPT_DAYS: z.int().check(z.minimum(1)),
  },
  functionTimeoutSeconds: 12,
  memoryMb: 512,
  /** To say who it is: the contact, the audit, the customer, the contact again, four on the desk at most, what was noted, what is kept of the contact, and its cases of nobody: a list, each of them, its change and its audit, side by side. */
  requestsInSequence: 14,
  attemptTimeoutMs: 400,
  uses: [
    {
      table: 'desk',
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    },
    { table: 'desk', index: 'by-agent', actions: ['dynamodb:Query'] },
    { table: 'customers', actions: ['dynamodb:GetItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
    { table: 'cases', index: 'by-owner', actions: ['dynamodb:Query'] },
    { table: 'cases', index: 'by-contact', actions: ['dynamodb:Query'] },
    { table: 'cases', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    { table: 'contacts', actions: ['dynamodb:UpdateItem'] },
    { table: 'feedback', actions: ['dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'] },
  ],
});
