/** A caller who comes back: what their last contact was about, kept for three days under their number. */

import * as z from 'zod/mini';
import { DEPARTMENTS, SEVERITIES, type Severity } from './case-types.ts';
import { phoneNumber } from './phone-number.ts';

/** So long somebody who calls again may be calling about the same. */
export const RETURN_DAYS = 3;
const RETURN_MS = RETURN_DAYS * 24 * 60 * 60_000;
const NONE = 'none';

/** Whose queues callers wait in, by the names of the queues. */
export const TEAMS = [...DEPARTMENTS, 'escalations'] as const;
export type Team = (typeof TEAMS)[number];

const readRecord = z.object({
  ContactId: z.string(),
  Channel: z.string(),
  InitiationMethod: z.string(),
  DisconnectTimestamp: z.iso.datetime(),
  NextContactId: z.optional(z.nullable(z.string())),
  CustomerEndpoint: z.optional(z.nullable(z.object({ Address: z.optional(z.nullable(z.string())) }))),
  Attributes: z.optional(z.nullable(z.record(z.string(), z.string()))),
  Queue: z.optional(z.nullable(z.object({ Name: z.string() }))),
  Agent: z.optional(z.nullable(z.object({ ARN: z.string() }))),
});

/** Of a contact whose caller wanted a person; nothing that was said in it. */
export const lastContact = z.object({
  contactId: z.string(),
  endedAt: z.iso.datetime(),
  /** The team that it was for. */
  team: z.enum(TEAMS),
  /** Why the caller went to a person, as flows name it. */
  reason: z.optional(z.string()),
  /** Who spoke with them, if anybody did. */
  agentId: z.optional(z.string()),
  caseNumber: z.optional(z.string()),
  /** Of the open case that they asked about, as it was then. */
  severity: z.optional(z.enum(SEVERITIES)),
  /** Absent for somebody whom we do not know. */
  customerId: z.optional(z.string()),
});
export type LastContact = z.output<typeof lastContact>;

const CALLS = ['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER'];

/**
 * What is kept of a contact record for a caller who may come back, with the number that it is kept under. Undefined for
 * what was done without a person, and for what went on as another contact: that one is kept.
 */
export function lastContactOf(
  record: unknown,
): { readonly phoneNumber: string; readonly contact: LastContact } | undefined {
  const read = z.safeParse(readRecord, record);
  if (!read.success) return undefined;
  const { Attributes, Agent, Queue, CustomerEndpoint, ...kept } = read.data;
  if (kept.Channel !== 'VOICE' || !CALLS.includes(kept.InitiationMethod)) return undefined;
  if (kept.NextContactId !== undefined && kept.NextContactId !== null) return undefined;
  const number = phoneNumber(CustomerEndpoint?.Address ?? '');
  const { reason, customerId, caseNumber = '', caseSeverity } = Attributes ?? {};
  const severity = SEVERITIES.find((one) => one === caseSeverity);
  const wantedPerson = (Queue ?? undefined) !== undefined || reason !== undefined;
  if (number === undefined || !wantedPerson) return undefined;
  const agentId = Agent?.ARN.split('/').at(-1);
  return {
    phoneNumber: number,
    contact: {
      contactId: kept.ContactId,
      endedAt: kept.DisconnectTimestamp,
      team: TEAMS.find((team) => team === Queue?.Name) ?? 'support',
      ...(reason === undefined ? {} : { reason }),
      ...(agentId === undefined ? {} : { agentId }),
      ...(/^[1-9]\d{7}$/.test(caseNumber) ? { caseNumber } : {}),
      ...(severity === undefined ? {} : { severity }),
      ...(customerId === undefined || customerId === 'unknown' ? {} : { customerId }),
    },
  };
}

/** The second (since the epoch) after which nobody comes back about it. */
export const returnExpiresAt = ({ endedAt }: LastContact): number =>
  Math.floor((Date.parse(endedAt) + RETURN_MS) / 1000);

/** What a call is told of it: ids alone, and which team it was for. */
export interface Returning {
  readonly returning: 'yes' | 'no';
  readonly returnTeam: Team;
  readonly returnAgent: string;
  readonly returnCase: string;
  readonly returnContact: string;
  readonly returnSeverity: Severity | 'none';
}

export function returningOf(last: LastContact | undefined, nowMs: number): Returning {
  const isRecent = last !== undefined && Date.parse(last.endedAt) + RETURN_MS > nowMs;
  const {
    team = 'support',
    agentId = NONE,
    caseNumber = NONE,
    contactId = NONE,
    severity = NONE,
  } = isRecent ? last : {};
  return {
    returning: isRecent ? 'yes' : 'no',
    returnTeam: team,
    returnAgent: agentId,
    returnCase: caseNumber,
    returnContact: contactId,
    returnSeverity: severity,
  };
}
