/** The ids that a desktop names. */

import * as z from 'zod/mini';
import { ORDER_NUMBER } from './order-number.ts';

export const contactId = z.string().check(z.regex(/^[0-9A-Za-z-]{1,64}$/, "must be a contact's id"));

export const noteId = z
  .string()
  .check(
    z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'must be a UUID'),
  );

export const orderNumber = z.string().check(z.regex(ORDER_NUMBER, 'must be up to twelve digits'));
export const caseNumber = z.string().check(z.regex(/^\d{1,20}$/, 'must be digits'));

/** Chosen by whoever asks: asked again with the same one, it is the same wish. */
export const intent = z
  .string()
  .check(z.regex(/^[0-9A-Za-z-]{8,64}$/, 'must be 8 to 64 letters, digits and hyphens'));
