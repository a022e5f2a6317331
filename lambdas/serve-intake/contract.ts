/** Orders that come in otherwise than by telephone. */

import * as z from 'zod/mini';
import { INTAKE_FORMATS, INTAKE_SOURCES } from '../domain/incoming-order.ts';
import { openingHours } from '../domain/opening-hours.ts';
import { salesTax } from '../domain/sales-tax.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

export const serveIntake = defineHttpFunction({
  name: 'serve-intake',
  purpose:
    'Takes in orders from the web shop, e-mail, files and feeds: once each, or as a case for a person.',
  routes: {
    takeInOrder: {
      method: 'POST',
      path: '/intake/orders',
      purpose: 'Takes in an order; sent again with the same reference, it is the same order.',
      parameters: z.strictObject({}),
      query: z.strictObject({}),
      body: z.strictObject({
        source: z.enum(INTAKE_SOURCES),
        /** The sender's own number of the order or of the message. */
        reference: z
          .string()
          .check(z.regex(/^[A-Za-z0-9._/@-]{1,100}$/, 'must be letters, digits, dots, dashes, slashes or @')),
        format: z.enum(INTAKE_FORMATS),
        content: z.string().check(z.minLength(1), z.maxLength(50_000)),
      }),
      answers: {
        200: {
          when: 'It is an order now, or a case: `because` says why a person has to look at it.',
          body: z.strictObject({
            outcome: z.enum(['taken', 'for-a-person']),
            /** Whether it had been sent before. */
            isRepeated: z.boolean(),
            orderNumber: z.optional(z.string()),
            caseNumber: z.optional(z.string()),
            because: z.optional(z.string()),
          }),
        },
      },
      problems: [403, 409, 413, 415],
      supervisorsOnly: true,
    },
  },
  environment: { AGENT_CLAIMS: agentClaims, OPENING_HOURS: openingHours, SALES_TAX: salesTax },
  functionTimeoutSeconds: 20,
  memoryMb: 512,
  /** The audit, what is known, the customer with four who were merged, the products; four times the transaction and what came in between; what is referred, the case, its note and its task. */
  requestsInSequence: 21,
  attemptTimeoutMs: 450,
  uses: [
    { table: 'orders', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    {
      table: 'customers',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    },
    {
      table: 'cases',
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    },
    { table: 'messages', actions: ['dynamodb:PutItem'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
});
