/** Agreement of the function that cancels an appointment. */

import * as z from 'zod/mini';
import { appointmentTerms, readMoment } from '../domain/appointment.ts';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

/** However often it is called, the appointment is cancelled once. Where it fails the outcome is unknown. */
export const cancelAppointment = defineContract({
  name: 'cancel-appointment',
  purpose: 'Cancels the appointment of a verified customer, once.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    /** As `lookup-appointment` gave it. */
    slot: z.string().check(z.refine((text) => readMoment(text) !== undefined)),
  }),
  outcomes: {
    /** `time` in words. */
    cancelled: z.strictObject({ time: z.string() }),
    /** The customer's appointment is not the one that they were told of; nothing was changed. */
    'changed-meanwhile': z.strictObject({}),
  },
  environment: { APPOINTMENTS: appointmentTerms },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The customer's, the transaction, and where that is refused the customer's again. */
  requestsInSequence: 3,
  attemptTimeoutMs: 270,
  uses: [
    { table: 'appointments', actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'] },
    { table: 'messages', actions: ['dynamodb:PutItem', 'dynamodb:DeleteItem'] },
  ],
});
