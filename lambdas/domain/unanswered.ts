/** Calls that ended unresolved: their callers wanted a person, and nobody spoke with them. */

import * as z from 'zod/mini';
import { phoneNumber } from './phone-number.ts';

const readRecord = z.object({
  ContactId: z.string(),
  Channel: z.string(),
  InitiationMethod: z.string(),
  NextContactId: z.optional(z.nullable(z.string())),
  CustomerEndpoint: z.optional(z.nullable(z.object({ Address: z.optional(z.nullable(z.string())) }))),
  Attributes: z.optional(z.nullable(z.record(z.string(), z.string()))),
  Queue: z.optional(z.nullable(z.unknown())),
  Agent: z.optional(z.nullable(z.unknown())),
});

/** What is still to be done about a contact that has ended. */
export type LeftOver =
  | { readonly kind: 'nothing' }
  /** It was about a case: that one is linked to it. */
  | { readonly kind: 'about-case'; readonly caseNumber: string; readonly contactId: string }
  /** Nobody has spoken with the caller: unless the call has left a case, it gets one. */
  | {
      readonly kind: 'unanswered';
      readonly contactId: string;
      readonly customerId: string;
      readonly isVerified: boolean;
      readonly phoneNumber: string;
    };

const NOTHING: LeftOver = { kind: 'nothing' };
const CASE_NUMBER = /^[1-9]\d{7}$/;

/**
 * What a contact record leaves to be done. A caller whose number we do not have cannot be called back; a call that
 * went on as another contact is judged by that one.
 */
export function leftOverOf(record: unknown): LeftOver {
  const read = z.safeParse(readRecord, record);
  if (!read.success) return NOTHING;
  const { ContactId: contactId, Attributes, Agent, Queue, ...kept } = read.data;
  if (kept.Channel !== 'VOICE' || kept.InitiationMethod !== 'INBOUND') return NOTHING;
  const attributes = Attributes ?? {};
  const caseNumber = attributes['caseNumber'] ?? '';
  if (CASE_NUMBER.test(caseNumber)) return { kind: 'about-case', caseNumber, contactId };
  const wantedPerson = isThere(Queue) || isThere(attributes['reason']);
  if (!wantedPerson || isThere(Agent) || isThere(kept.NextContactId)) return NOTHING;
  const number = phoneNumber(kept.CustomerEndpoint?.Address ?? '');
  if (number === undefined) return NOTHING;
  return {
    kind: 'unanswered',
    contactId,
    customerId: attributes['customerId'] ?? 'unknown',
    isVerified: attributes['verified'] === 'true',
    phoneNumber: number,
  };
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
