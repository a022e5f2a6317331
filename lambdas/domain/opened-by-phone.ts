/** What the functions that open a case for whoever is calling agree on with the flows. */
import * as z from 'zod/mini';
import { givenCustomer } from './given-customer.ts';

/** Who calls. */
export const caller = {
  /** As `lookup-customer` gave it; `unknown` where it could not say. */
  customerId: givenCustomer,
  verified: z.enum(['true', 'false']),
};

/** Which order it is about. */
export const namedOrder = {
  /** Digits as pressed, `latest`, or `none`; an order of somebody else is noted as one that nobody knows. */
  orderNumber: z.string().check(z.maxLength(40)),
};

/** Nothing of an order or a customer is in them, because callers need not be verified. */
export const opened = {
  /**
   * `caseNumber` digit by digit (`4 8 2 1, 9 3 0 7`); `promisedTime` is the time by which somebody calls back,
   * to be read as `by <promisedTime>` (`ten A M on Monday`).
   */
  opened: z.strictObject({ caseNumber: z.string(), promisedTime: z.string() }),
  /** The caller's number is withheld or cannot be dialled: nothing was kept. */
  'no-number': z.strictObject({}),
};
