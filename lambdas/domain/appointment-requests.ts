/** What a desktop is shown of a customer's appointment and of the free times, and what it may ask for. */

import * as z from 'zod/mini';
import { VERSION_MAX } from './order-record.ts';
import { intent } from './request-ids.ts';

const moment = z.iso.datetime();

/** The latest appointment of a customer. */
export const shownAppointment = z.strictObject({
  customerId: z.string(),
  /** Nothing is known of one that began more than 30 days ago. */
  state: z.enum(['none', 'booked', 'cancelled', 'past']),
  /** 0 where there is none. */
  version: z.int(),
  /** Absent, with `bookedAt`, where there is none. */
  startsAt: z.optional(moment),
  bookedAt: z.optional(moment),
  /** How long one takes. */
  minutes: z.int(),
  /** Where the customer comes to. */
  timeZone: z.string(),
});

export const shownTimes = z.strictObject({
  minutes: z.int(),
  timeZone: z.string(),
  items: z.array(z.strictObject({ startsAt: moment, places: z.int() })),
  /** Ask from here for what comes after; absent where nothing does. */
  next: z.optional(moment),
});

/** The version that you have seen: 0 for none. */
const version = z.int().check(z.minimum(0), z.maximum(VERSION_MAX));

export const appointmentBooking = z.strictObject({ intent, version, startsAt: moment });
export const appointmentCancelling = z.strictObject({ intent, version });
