/** Reports over all customers and all agents, for supervisors. */

import * as z from 'zod/mini';
import { agentState } from '../domain/agent-state.ts';
import { feedbackReport } from '../domain/feedback-report.ts';
import { isoWeek } from '../domain/iso-week.ts';
import { LIKENESSES } from '../domain/likeness.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { PROBLEM_CODES } from '../domain/problem-code.ts';
import { EXAMPLES_MAX } from '../domain/trouble.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

export const serveReports = defineHttpFunction({
  name: 'serve-reports',
  purpose:
    'Tells supervisors whom to ask whether all is still so, who may be one person, how their agents stand, how content callers were, and what customers struggle with.',
  routes: {
    listUnconfirmed: {
      method: 'GET',
      path: '/reports/unconfirmed',
      purpose: 'Customers who have not confirmed numbers, e-mail addresses or addresses for some months.',
      parameters: z.strictObject({}),
      query: z.strictObject({
        months: z.optional(z.string().check(z.regex(/^(?:[1-9]|[1-9]\d|1[01]\d|120)$/, 'must be 1 to 120'))),
      }),
      answers: {
        200: {
          when: 'At most 100, the longest ago first; 12 months where none are given.',
          body: z.strictObject({
            items: z.array(
              z.strictObject({
                customerId: z.string(),
                /** Of what they confirmed least lately; absent where never. */
                confirmedOn: z.optional(z.iso.date()),
              }),
            ),
          }),
        },
      },
      problems: [403],
      supervisorsOnly: true,
    },
    listDuplicates: {
      method: 'GET',
      path: '/reports/duplicates',
      purpose: 'Customers who may be one person: look at both, and merge them.',
      parameters: z.strictObject({}),
      query: z.strictObject({
        from: z.optional(z.string().check(z.regex(/^(?:\d|[1-5]\d|6[0-3])$/, 'must be what `next` said'))),
      }),
      answers: {
        200: {
          when: 'A part of them; `next` is where the next part begins, until there is none.',
          body: z.strictObject({
            items: z.array(z.strictObject({ because: z.enum(LIKENESSES), customerIds: z.array(z.string()) })),
            next: z.optional(z.string()),
          }),
        },
      },
      problems: [403],
      supervisorsOnly: true,
    },
    listTroubles: {
      method: 'GET',
      path: '/reports/troubles',
      purpose: 'What customers struggle with in a week, by product and problem, the most frequent first.',
      parameters: z.strictObject({}),
      query: z.strictObject({ week: z.optional(isoWeek) }),
      answers: {
        200: {
          when: 'At most 100 of the cases that were opened in the week; this week where none is given.',
          body: z.strictObject({
            week: z.string(),
            items: z.array(
              z.strictObject({
                /** Its SKU; absent where the cases are about no product, or nobody knows which. */
                product: z.optional(z.string()),
                code: z.enum(PROBLEM_CODES),
                count: z.int(),
                weekBefore: z.int(),
                /** Whether there was none in the 12 weeks before. */
                isNew: z.boolean(),
                /** Numbers of cases. */
                examples: z.array(z.string()).check(z.maxLength(EXAMPLES_MAX)),
              }),
            ),
          }),
        },
      },
      problems: [403],
      supervisorsOnly: true,
    },
    readFeedback: {
      method: 'GET',
      path: '/reports/feedback',
      purpose:
        'What callers said of their calls in a week, by team and by agent, and what customers said to agents, by subject.',
      parameters: z.strictObject({}),
      query: z.strictObject({ week: z.optional(isoWeek) }),
      answers: {
        200: {
          when: 'An ISO week where the centre is; the current one where none is given.',
          body: feedbackReport,
        },
      },
      problems: [403],
      supervisorsOnly: true,
    },
    listAgents: {
      method: 'GET',
      path: '/agents',
      purpose: 'Who is signed in, in which status since when, and with which contacts.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      answers: {
        200: {
          when: 'Every agent of whom Connect has said something within a day, by user name.',
          body: z.strictObject({ items: z.array(agentState) }),
        },
      },
      problems: [403],
      supervisorsOnly: true,
    },
  },
  /** Weeks begin at midnight where the centre is. */
  environment: { AGENT_CLAIMS: agentClaims, OPENING_HOURS: openingHours },
  functionTimeoutSeconds: 10,
  memoryMb: 512,
  /** The audit, and one part of the shelves; another is begun while half of the time is left. */
  requestsInSequence: 3,
  attemptTimeoutMs: 1_000,
  uses: [
    { table: 'customers', actions: ['dynamodb:Query'] },
    { table: 'desk', actions: ['dynamodb:Query'] },
    { table: 'troubles', actions: ['dynamodb:Query'] },
    { table: 'feedback', index: 'by-week', actions: ['dynamodb:Query'] },
    { table: 'contacts', actions: ['dynamodb:BatchGetItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
});
