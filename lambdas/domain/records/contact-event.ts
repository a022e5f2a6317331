/** The shape of a contact event as EventBridge delivers it (adminguide/contact-events), and how to read one. */
import * as z from 'zod/mini';
import { CHANNELS, INITIATION_METHODS } from './contact-record.ts';

export const CONTACT_EVENT_TYPES = [
  'AMD_DISABLED',
  'INITIATED',
  'CONNECTED_TO_SYSTEM',
  'CONTACT_DATA_UPDATED',
  'QUEUED',
  'CONNECTED_TO_AGENT',
  'DISCONNECTED',
  'COMPLETED',
  'PAUSED',
  'RESUMED',
] as const;

/** UTC to the millisecond. */
const moment = z.iso.datetime({ precision: 3 });
const group = z.strictObject({ arn: z.string() });

export const contactEventDetail = z.strictObject({
  eventType: z.enum(CONTACT_EVENT_TYPES),
  contactId: z.string(),
  initialContactId: z.optional(z.string()),
  previousContactId: z.optional(z.string()),
  relatedContactId: z.optional(z.string()),
  contactAssociationId: z.optional(z.string()),
  channel: z.enum(CHANNELS),
  instanceArn: z.string(),
  initiationMethod: z.enum(INITIATION_METHODS),
  initiationTimestamp: z.optional(moment),
  connectedToSystemTimestamp: z.optional(moment),
  disconnectTimestamp: z.optional(moment),
  disconnectReason: z.optional(z.string()),
  queueInfo: z.optional(
    z.strictObject({
      queueArn: z.string(),
      queueType: z.string(),
      enqueueTimestamp: z.optional(moment),
    }),
  ),
  agentInfo: z.optional(
    z.strictObject({
      agentArn: z.string(),
      connectedToAgentTimestamp: z.optional(moment),
      hierarchyGroups: z.optional(
        z.strictObject({
          level1: z.optional(group),
          level2: z.optional(group),
          level3: z.optional(group),
          level4: z.optional(group),
          level5: z.optional(group),
        }),
      ),
      afterContactWorkStartTimestamp: z.optional(moment),
      afterContactWorkEndTimestamp: z.optional(moment),
      afterContactWorkDuration: z.optional(z.int().check(z.minimum(0))),
    }),
  ),
  updatedProperties: z.optional(z.array(z.string())),
  routingCriteria: z.optional(z.unknown()),
  customerVoiceActivity: z.optional(z.unknown()),
  contactLens: z.optional(z.unknown()),
  segmentAttributes: z.optional(z.unknown()),
  tags: z.record(z.string(), z.string()),
});

export const contactEvent = z.strictObject({
  version: z.literal('0'),
  id: z.string(),
  'detail-type': z.literal('Amazon Connect Contact Event'),
  source: z.literal('aws.connect'),
  account: z.string(),
  time: z.iso.datetime({ precision: 0 }),
  region: z.string(),
  resources: z.array(z.string()),
  detail: contactEventDetail,
});

/**
 * The detail with every key as the model writes it: the documented samples begin some keys with a capital and some
 * not, and write the channel as `Voice` or `VOICE`. Tags keep their keys: they are the customer's own.
 */
export function normalisedDetail(detail: unknown): unknown {
  const normal = lowered(detail);
  if (!isObject(normal) || typeof normal['channel'] !== 'string') return normal;
  return { ...normal, channel: normal['channel'].toUpperCase() };
}

function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const name = `${key.charAt(0).toLowerCase()}${key.slice(1)}`;
      return [name, name === 'tags' ? member : lowered(member)];
    }),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
