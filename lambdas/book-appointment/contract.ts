/** Agreement of the function that books an appointment, or moves one. */

import * as z from 'zod/mini';
import { appointmentTerms, readMoment } from '../domain/appointment.ts';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

export type { AppointmentTerms } from '../domain/appointment.ts';

const slot = z.string().check(z.refine((text) => readMoment(text) !== undefined));

/** However often it is called with the same wish, it comes true once. Where it fails the outcome is unknown. */
export const bookAppointment = defineContract({
  name: 'book-appointment',
  purpose: 'Books or moves the appointment of a verified customer, once.',
  parameters: z.strictObject({
    customerId: givenCustomer,
    /** As `offer-appointment` gave it. */
    slot,
    /** The appointment that goes for it, as `lookup-appointment` gave it, else `none`. */
    instead: z.union([z.literal('none'), slot]),
  }),
  outcomes: {
    /** `time` in words. */
    booked: z.strictObject({ time: z.string() }),
    /** Somebody else has it; nothing was changed. */
    taken: z.strictObject({}),
    /** The customer's appointment is not the one that they were told of; nothing was changed. */
    'changed-meanwhile': z.strictObject({}),
  },
  environment: { APPOINTMENTS: appointmentTerms },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** The customer's, the day's, the transaction, and where that is refused the customer's again. */
  requestsInSequence: 4,
  attemptTimeoutMs: 200,
  uses: [
    {
      table: 'appointments',
      actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
    },
    { table: 'messages', actions: ['dynamodb:PutItem', 'dynamodb:DeleteItem'] },
    { table: 'customers', actions: ['dynamodb:ConditionCheckItem'] },
  ],
});
