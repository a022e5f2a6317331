/** What of Connect's record of a contact, or of the event of its end, a company keeps. */

import * as z from 'zod/mini';
import { type KeptContact, keptContact } from './kept-contact.ts';
import { normalisedDetail } from './records/contact-event.ts';

/**
 * The part of a contact record that is kept. Other fields are let be: Connect adds new ones at any time
 * (adminguide/ctr-data-model, important things to know).
 */
const readRecord = z.object({
  ContactId: z.string(),
  LastUpdateTimestamp: z.iso.datetime(),
  Channel: z.string(),
  InitiationMethod: z.string(),
  InitiationTimestamp: z.iso.datetime(),
  DisconnectTimestamp: z.iso.datetime(),
  DisconnectReason: z.optional(z.nullable(z.string())),
  InitialContactId: z.optional(z.nullable(z.string())),
  PreviousContactId: z.optional(z.nullable(z.string())),
  NextContactId: z.optional(z.nullable(z.string())),
  RelatedContactId: z.optional(z.nullable(z.string())),
  AgentConnectionAttempts: z.optional(z.nullable(z.number())),
  Attributes: z.optional(z.nullable(z.record(z.string(), z.string()))),
  Queue: z.optional(z.nullable(z.object({ Name: z.string(), Duration: z.number() }))),
  Agent: z.optional(
    z.nullable(
      z.object({
        ARN: z.string(),
        ConnectedToAgentTimestamp: z.iso.datetime(),
        AgentInteractionDuration: z.optional(z.nullable(z.number())),
        CustomerHoldDuration: z.optional(z.nullable(z.number())),
        NumberOfHolds: z.optional(z.nullable(z.number())),
        AfterContactWorkDuration: z.optional(z.nullable(z.number())),
      }),
    ),
  ),
  Recording: z.optional(z.nullable(z.object({ Location: z.optional(z.nullable(z.string())) }))),
});

const readEvent = z.object({
  contactId: z.string(),
  channel: z.string(),
  initiationMethod: z.string(),
  initiationTimestamp: z.iso.datetime(),
  disconnectTimestamp: z.optional(z.iso.datetime()),
  disconnectReason: z.optional(z.string()),
});

/** Before the version of every record. */
export const VERSION_OF_EVENT = '0';

/** What flows write for a caller whom nobody knows. */
const UNKNOWN = 'unknown';

/**
 * What is kept of a contact record.
 * @throws Error that names the field which is missing or wrong, and never its value
 */
export function contactOfRecord(record: unknown): KeptContact {
  const read = parsed(readRecord, record, 'contact record');
  const { Agent: agent, Queue: queue, Attributes: attributes, Recording: recording } = read;
  const customerId = attributes?.['customerId'];
  const kept = {
    contactId: read.ContactId,
    version: read.LastUpdateTimestamp,
    state: 'recorded',
    channel: read.Channel,
    initiation: read.InitiationMethod,
    startedAt: read.InitiationTimestamp,
    endedAt: read.DisconnectTimestamp,
    reason: read.DisconnectReason,
    initialContactId: read.InitialContactId,
    previousContactId: read.PreviousContactId,
    nextContactId: read.NextContactId,
    relatedContactId: read.RelatedContactId,
    attempts: read.AgentConnectionAttempts,
    queue: queue?.Name,
    waitSeconds: queue?.Duration,
    agentId: agent?.ARN.split('/').at(-1),
    connectedAt: agent?.ConnectedToAgentTimestamp,
    talkSeconds: agent?.AgentInteractionDuration,
    holdSeconds: agent?.CustomerHoldDuration,
    holds: agent?.NumberOfHolds,
    afterContactWorkSeconds: agent?.AfterContactWorkDuration,
    recording: recording?.Location,
    returnOf: attributes?.['reason'] === 'returning' ? attributes['returnContact'] : undefined,
    ...(customerId === undefined || customerId === UNKNOWN
      ? {}
      : { customerId, isVerified: attributes?.['verified'] === 'true' }),
  };
  const known = Object.entries(kept).filter(([, value]) => value !== null && value !== undefined);
  return parsed(keptContact, Object.fromEntries(known), 'contact record');
}

/**
 * What is kept of a contact whose record has still to come, by the event of its end.
 * @throws Error that names the field which is missing or wrong, and never its value
 */
export function contactOfEvent(detail: unknown): KeptContact {
  const read = parsed(readEvent, normalisedDetail(detail), 'contact event');
  const startedAt = toSecond(read.initiationTimestamp);
  const { disconnectReason: reason } = read;
  return {
    contactId: read.contactId,
    version: VERSION_OF_EVENT,
    state: 'awaiting-record',
    channel: read.channel,
    initiation: read.initiationMethod,
    startedAt,
    endedAt: read.disconnectTimestamp === undefined ? startedAt : toSecond(read.disconnectTimestamp),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Events write milliseconds where records do not. */
const toSecond = (moment: string): string => `${moment.slice(0, 19)}Z`;

function parsed<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.join('.') || 'it';
  throw new Error(`a ${what} cannot be kept: ${field} is missing or wrong`);
}
