/** Agreement of the function that says which appointment a customer has. */

import * as z from 'zod/mini';
import { appointmentTerms } from '../domain/appointment.ts';
import { givenCustomer } from '../domain/given-customer.ts';
import { defineContract } from '../runtime/contract.ts';

/** For verified callers only: the flow has no other way to it. */
export const lookupAppointment = defineContract({
  name: 'lookup-appointment',
  purpose: 'Says which appointment a verified customer still has.',
  parameters: z.strictObject({ customerId: givenCustomer }),
  outcomes: {
    /** `time` in words (`ten A M on Tuesday`); `slot` for `book-appointment` and `cancel-appointment`. */
    booked: z.strictObject({ time: z.string(), slot: z.string() }),
    none: z.strictObject({}),
  },
  environment: { APPOINTMENTS: appointmentTerms },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  requestsInSequence: 1,
  attemptTimeoutMs: 700,
  uses: [{ table: 'appointments', actions: ['dynamodb:GetItem'] }],
});
