/** Appointments, as the desktop sees and makes them. */

import * as z from 'zod/mini';
import { appointmentTerms } from '../domain/appointment.ts';
import {
  appointmentBooking,
  appointmentCancelling,
  shownAppointment,
  shownTimes,
} from '../domain/appointment-requests.ts';
import { customerId } from '../domain/customer.ts';
import { agentClaims } from '../runtime/http-agent.ts';
import { defineHttpFunction } from '../runtime/http-contract.ts';

export const serveAppointments = defineHttpFunction({
  name: 'serve-appointments',
  purpose:
    'Answers the desktop about free times, and about appointments of the customers whom an agent may see, and books, moves and cancels these.',
  routes: {
    listFreeTimes: {
      method: 'GET',
      path: '/appointment-times',
      purpose: 'The times that can be booked, earliest first.',
      parameters: z.strictObject({}),
      query: z.strictObject({ from: z.optional(z.iso.datetime()) }),
      answers: {
        200: { when: 'Of the first five days with hours, from now or `from` on.', body: shownTimes },
      },
      problems: [],
    },
    readAppointment: {
      method: 'GET',
      path: '/customers/{customerId}/appointment',
      purpose: 'The latest appointment of a customer: they have one at a time.',
      parameters: z.strictObject({ customerId }),
      query: z.strictObject({}),
      answers: { 200: { when: 'As it is now.', body: shownAppointment } },
      problems: [403, 404],
    },
    bookAppointment: {
      method: 'PUT',
      path: '/customers/{customerId}/appointment',
      purpose:
        'Books a time for a customer, in the place of the one that they have, once for each intent. They are told by message.',
      parameters: z.strictObject({ customerId }),
      query: z.strictObject({}),
      body: appointmentBooking,
      answers: { 200: { when: 'It is theirs, now or by the same request before.', body: shownAppointment } },
      problems: [403, 404, 409, 413, 415],
    },
    cancelAppointment: {
      method: 'POST',
      path: '/customers/{customerId}/appointment/cancellations',
      purpose:
        'Cancels the appointment that a customer still goes to, once for each intent. They are told by message.',
      parameters: z.strictObject({ customerId }),
      query: z.strictObject({}),
      body: appointmentCancelling,
      answers: {
        200: { when: 'It is cancelled, now or by the same request before.', body: shownAppointment },
      },
      problems: [403, 404, 409, 413, 415],
    },
  },
  environment: {
    AGENT_CLAIMS: agentClaims,
    MINUTES_AFTER_CONTACT: z.int().check(z.minimum(0)),
    APPOINTMENTS: appointmentTerms,
  },
  functionTimeoutSeconds: 20,
  memoryMb: 512,
  /** The customer with four who were merged, who may (by a case, too), the audit, the customer's, the day's, the transaction, and where that is refused the customer's again. */
  requestsInSequence: 12,
  attemptTimeoutMs: 700,
  uses: [
    {
      table: 'appointments',
      actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
    },
    { table: 'messages', actions: ['dynamodb:PutItem', 'dynamodb:DeleteItem'] },
    { table: 'customers', actions: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem'] },
    { table: 'desk', actions: ['dynamodb:GetItem'] },
    { table: 'cases', index: 'by-customer', actions: ['dynamodb:Query'] },
    { table: 'audit', actions: ['dynamodb:PutItem'] },
  ],
});
