/** Agreement of the function that finds a free time. */

import * as z from 'zod/mini';
import { appointmentTerms, readMoment } from '../domain/appointment.ts';
import { defineContract } from '../runtime/contract.ts';

/** Nothing is kept by it: a time that is offered may be taken by somebody else meanwhile. */
export const offerAppointment = defineContract({
  name: 'offer-appointment',
  purpose: 'Finds the first free time for an appointment from a moment on.',
  parameters: z.strictObject({
    /** `now`, or a moment as this function gave it. */
    from: z.string().check(z.refine((text) => text === 'now' || readMoment(text) !== undefined)),
    /** The appointment that the customer has, which is not offered again, else `none`. */
    except: z.string().check(z.refine((text) => text === 'none' || readMoment(text) !== undefined)),
  }),
  outcomes: {
    /** `time` in words; `slot` for `book-appointment`; `later` and `nextDay` to ask from again. */
    offered: z.strictObject({ time: z.string(), slot: z.string(), later: z.string(), nextDay: z.string() }),
    /** Not in the days that are looked at. */
    'none-free': z.strictObject({}),
  },
  environment: { APPOINTMENTS: appointmentTerms },
  blockTimeoutSeconds: 4,
  functionTimeoutSeconds: 2,
  memoryMb: 512,
  /** One day with hours after the other. */
  requestsInSequence: 3,
  attemptTimeoutMs: 270,
  uses: [{ table: 'appointments', actions: ['dynamodb:Query'] }],
});
