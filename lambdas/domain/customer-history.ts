/** What the desktop is shown of what happened between us and a customer, and of whom a search has found. */

import * as z from 'zod/mini';
import { address } from './customer.ts';
import { shownFields, told } from './customer-shown.ts';
import { masked } from './masking.ts';

const moment = z.iso.datetime();

/** What somebody had before, nobody has to read out. */
const pastFields = z.partial(
  z.strictObject({
    ...shownFields,
    addresses: z.array(
      z.strictObject({
        ...address.shape,
        recipient: z.optional(masked('nothing')),
        lines: z.array(masked('nothing')),
      }),
    ),
  }),
);

/** Enough to tell which of several it is, and no more: the agent has not said yet that it is the one. */
export const foundCustomer = z.strictObject({
  customerId: z.string(),
  name: z.string(),
  /** The last two digits of each number. */
  numbersEnd: z.array(z.string()),
  city: z.optional(z.string()),
});

export const shownChange = z.strictObject({
  ...told,
  version: z.int(),
  why: z.string(),
  before: pastFields,
  after: pastFields,
});

export const shownNote = z.strictObject({ ...told, noteId: z.string(), text: z.string() });

/** Something that happened between us and a customer. */
export const shownEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('contact'),
    at: moment,
    contactId: z.string(),
    channel: z.string(),
    queue: z.optional(z.string()),
    talkSeconds: z.optional(z.int()),
    reason: z.optional(z.string()),
  }),
  z.strictObject({
    kind: z.literal('order'),
    at: moment,
    orderNumber: z.string(),
    status: z.string(),
    currency: z.string(),
    totalMinor: z.int(),
  }),
  z.strictObject({
    kind: z.literal('case'),
    at: moment,
    caseNumber: z.string(),
    type: z.string(),
    status: z.string(),
    department: z.string(),
  }),
]);
export type ShownEvent = z.output<typeof shownEvent>;
