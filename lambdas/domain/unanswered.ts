/** Calls that ended unresolved: their callers wanted a person, or tried with us what helps a product, and nobody spoke with them. */

import * as z from 'zod/mini';
import { phoneNumber } from './phone-number.ts';
import { SYMPTOMS, TRIED, type Trouble } from './troubleshooting.ts';

const readRecord = z.object({
  ContactId: z.string(),
  Channel: z.string(),
  InitiationMethod: z.string(),
  DisconnectReason: z.optional(z.nullable(z.string())),
  InitialContactId: z.optional(z.nullable(z.string())),
  PreviousContactId: z.optional(z.nullable(z.string())),
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
      readonly caller: LeftCaller;
      /** The contacts of the same call before this one: a case of theirs is that of the call. */
      readonly earlier: readonly string[];
      /** The contact of the agent who transferred it: whose caller was with them to the end was never left alone. */
      readonly transferredFrom: string | undefined;
    };

/** Somebody with whom nobody has spoken. */
interface Unheard {
  readonly contactId: string;
  readonly customerId: string;
  readonly isVerified: boolean;
  /** Undefined where it does not show: they may have keyed one. */
  readonly phoneNumber: string | undefined;
}

/** One of them who can be called. */
export interface LeftCaller extends Unheard {
  readonly phoneNumber: string;
}

const NOTHING: LeftOver = { kind: 'nothing' };
const CASE_NUMBER = /^[1-9]\d{7}$/;

/**
 * What a contact record leaves to be done. A caller whose number we do not have cannot be called back; a call that
 * went on as another contact is judged by that one. Who was transferred and gave up waiting is as unanswered as before.
 */
export function leftOverOf(record: unknown): LeftOver {
  const read = z.safeParse(readRecord, record);
  if (!read.success) return NOTHING;
  const { ContactId: contactId, Attributes, Queue } = read.data;
  if (!isInboundCall(read.data) && !isTransferredCaller(read.data)) return NOTHING;
  const caseNumber = Attributes?.['caseNumber'] ?? '';
  if (CASE_NUMBER.test(caseNumber)) return { kind: 'about-case', caseNumber, contactId };
  const wantedPerson = isThere(Queue) || isThere(Attributes?.['reason']) || !isInboundCall(read.data);
  const caller = wantedPerson ? unheardIn(read.data) : undefined;
  const number = caller?.phoneNumber;
  if (caller === undefined || number === undefined) return NOTHING;
  const { PreviousContactId, InitialContactId } = read.data;
  const earlier = new Set([PreviousContactId, InitialContactId].filter((id) => typeof id === 'string'));
  earlier.delete(contactId);
  const transferredFrom = isInboundCall(read.data) ? undefined : (PreviousContactId ?? undefined);
  return {
    kind: 'unanswered',
    caller: { ...caller, phoneNumber: number },
    earlier: [...earlier],
    transferredFrom,
  };
}

const readTrouble = z.object({
  troubleshooting: z.literal('open'),
  symptom: z.enum(SYMPTOMS),
  stepsTried: z.enum(TRIED),
});

/**
 * What a caller said is wrong with a product, and tried, where no step has helped; undefined where there was no such
 * thing, or somebody has spoken with them. The call may have opened its case before it ended.
 */
export function unsolvedOf(record: unknown): { caller: Unheard; trouble: Trouble } | undefined {
  const read = z.safeParse(readRecord, record);
  if (!read.success || !isInboundCall(read.data)) return undefined;
  const trouble = z.safeParse(readTrouble, read.data.Attributes);
  const caller = unheardIn(read.data);
  if (!trouble.success || caller === undefined) return undefined;
  const { symptom, stepsTried: tried } = trouble.data;
  return { caller, trouble: { symptom, tried } };
}

type ReadRecord = z.output<typeof readRecord>;

const isInboundCall = ({ Channel, InitiationMethod }: ReadRecord): boolean =>
  Channel === 'VOICE' && InitiationMethod === 'INBOUND';

const TRANSFERS = ['TRANSFER', 'QUEUE_TRANSFER'];

/** A transfer that its agent took back, or heard cannot be, has no caller of its own: they are with the agent. */
function isTransferredCaller(record: ReadRecord): boolean {
  const { Channel, InitiationMethod, DisconnectReason, Attributes, Queue } = record;
  if (Channel !== 'VOICE' || !TRANSFERS.includes(InitiationMethod)) return false;
  const wasQueued = isThere(Queue) && DisconnectReason !== 'AGENT_DISCONNECT';
  return wasQueued || Attributes?.['transferEnd'] === 'caller-alone';
}

function unheardIn(record: ReadRecord): Unheard | undefined {
  const { ContactId: contactId, Attributes, Agent, NextContactId, CustomerEndpoint } = record;
  if (isThere(Agent) || isThere(NextContactId)) return undefined;
  return {
    contactId,
    customerId: Attributes?.['customerId'] ?? 'unknown',
    isVerified: Attributes?.['verified'] === 'true',
    phoneNumber: phoneNumber(CustomerEndpoint?.Address ?? ''),
  };
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
