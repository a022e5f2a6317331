/** The shape of an agent event as Connect streams it (adminguide/agent-event-stream-model). */
import * as z from 'zod/mini';
import { INITIATION_METHODS } from './contact-record.ts';

export const AGENT_EVENT_TYPES = ['LOGIN', 'LOGOUT', 'STATE_CHANGE', 'HEART_BEAT'] as const;

/** UTC to the millisecond. */
const moment = z.iso.datetime({ precision: 3 });
/** The page lists TASKS where everything else says TASK. */
const channel = z.enum(['VOICE', 'CHAT', 'TASK', 'TASKS', 'EMAIL']);
const count = z.int().check(z.minimum(0));

const group = z.nullable(z.strictObject({ ARN: z.string(), Name: z.string() }));
const queue = z.strictObject({
  ARN: z.string(),
  Channels: z.array(channel),
  Name: z.nullable(z.string()),
});

/** The model says `ProficiencyLevel`, the sample says `Level`. */
const proficiency = z.strictObject({
  Name: z.string(),
  Value: z.string(),
  Level: z.optional(z.number()),
  ProficiencyLevel: z.optional(z.number()),
});

const configuration = z.strictObject({
  AgentHierarchyGroups: z.nullable(
    z.strictObject({ Level1: group, Level2: group, Level3: group, Level4: group, Level5: group }),
  ),
  FirstName: z.string(),
  LastName: z.string(),
  Proficiencies: z.array(proficiency),
  RoutingProfile: z.strictObject({
    ARN: z.string(),
    Concurrency: z.array(z.strictObject({ AvailableSlots: count, Channel: channel, MaximumSlots: count })),
    DefaultOutboundQueue: z.nullable(queue),
    InboundQueues: z.array(queue),
    Name: z.string(),
  }),
  Username: z.string(),
});

const contact = z.strictObject({
  Channel: channel,
  ConnectedToAgentTimestamp: z.nullable(moment),
  ContactId: z.string(),
  InitialContactId: z.nullable(z.string()),
  InitiationMethod: z.enum(INITIATION_METHODS),
  Queue: z.nullable(z.strictObject({ ARN: z.string(), Name: z.nullable(z.string()) })),
  QueueTimestamp: z.nullable(moment),
  RelatedContactId: z.optional(z.nullable(z.string())),
  State: z.enum([
    'INCOMING',
    'PENDING',
    'CONNECTING',
    'CONNECTED',
    'CONNECTED_ONHOLD',
    'MISSED',
    'PAUSED',
    'REJECTED',
    'ERROR',
    'ENDED',
  ]),
  StateStartTimestamp: moment,
});

const snapshot = z.strictObject({
  AgentStatus: z.strictObject({
    ARN: z.string(),
    Name: z.string(),
    StartTimestamp: moment,
    /** Newer than the published sample. */
    Type: z.optional(z.enum(['ROUTABLE', 'CUSTOM', 'OFFLINE'])),
  }),
  Configuration: configuration,
  Contacts: z.array(contact),
  NextAgentStatus: z.optional(
    z.nullable(z.strictObject({ ARN: z.string(), EnqueuedTimestamp: moment, Name: z.string() })),
  ),
});

export const agentEvent = z.strictObject({
  AWSAccountId: z.string().check(z.regex(/^\d{12}$/)),
  AgentARN: z.string(),
  CurrentAgentSnapshot: snapshot,
  EventId: z.string(),
  EventTimestamp: moment,
  EventType: z.enum(AGENT_EVENT_TYPES),
  InstanceARN: z.string(),
  PreviousAgentSnapshot: z.nullable(snapshot),
  Version: z.literal('2017-10-01'),
});
