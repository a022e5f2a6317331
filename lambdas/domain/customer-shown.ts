/** What the desktop is shown of a customer; all that happened before is in customer-history.ts. */

import * as z from 'zod/mini';
import { customer } from './customer.ts';
import { masked } from './masking.ts';

export const shownFields = {
  ...customer.shape,
  phoneNumbers: z.array(masked('last-four')),
  emails: z.array(masked('mailbox')),
};

/** Addresses are whole: whoever sends a parcel has to read them out. */
export const shownCustomer = z.strictObject(shownFields);

/** When something was said, who wrote it down, and in which contact. */
export const told = { at: z.iso.datetime(), by: z.string(), contactId: z.optional(z.string()) };

export const shownConsent = z.strictObject({
  ...told,
  purpose: z.string(),
  given: z.boolean(),
  textVersion: z.string(),
  channel: z.string(),
});
