/** The shape of a contact record as Connect streams it: every documented field, and no other (adminguide/ctr-data-model). */
import * as z from 'zod/mini';

/** UTC to the second. */
const moment = z.iso.datetime({ precision: 0 });
const seconds = z.int().check(z.minimum(0));
const texts = z.record(z.string(), z.string());
const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

const endpoint = z.strictObject({
  Address: z.string(),
  Type: z.enum(['TELEPHONE_NUMBER', 'VOIP', 'CONTACT_FLOW', 'CONNECT_PHONENUMBER_ARN', 'EMAIL_ADDRESS']),
});

const group = z.strictObject({ ARN: z.string(), GroupName: z.string() });

const agent = z.strictObject({
  ARN: z.string(),
  AfterContactWorkDuration: z.nullable(seconds),
  AfterContactWorkEndTimestamp: z.nullable(moment),
  AfterContactWorkStartTimestamp: z.nullable(moment),
  AgentInteractionDuration: z.nullable(seconds),
  AgentPauseDuration: maybe(seconds),
  AgentInitiatedHoldDuration: maybe(seconds),
  Capabilities: maybe(z.unknown()),
  ConnectedToAgentTimestamp: moment,
  CustomerHoldDuration: z.nullable(seconds),
  DeviceInfo: maybe(z.unknown()),
  HierarchyGroups: z.nullable(
    z.strictObject({
      Level1: maybe(group),
      Level2: maybe(group),
      Level3: maybe(group),
      Level4: maybe(group),
      Level5: maybe(group),
    }),
  ),
  LongestHoldDuration: z.nullable(seconds),
  NumberOfHolds: z.nullable(seconds),
  RoutingProfile: z.strictObject({ ARN: z.string(), Name: z.string() }),
  StateTransitions: maybe(z.array(z.unknown())),
  Username: z.string(),
});

const queue = z.strictObject({
  ARN: z.string(),
  DequeueTimestamp: moment,
  Duration: seconds,
  EnqueueTimestamp: moment,
  Name: z.string(),
});

const recording = z.strictObject({
  DeletionReason: z.nullable(z.string()),
  FragmentStartNumber: z.nullable(z.string()),
  FragmentStopNumber: z.nullable(z.string()),
  Location: z.nullable(z.string()),
  MediaStreamType: z.enum(['AUDIO', 'VIDEO', 'CHAT']),
  ParticipantType: z.nullable(z.string()),
  StartTimestamp: z.nullable(moment),
  Status: z.nullable(z.enum(['AVAILABLE', 'DELETED'])),
  StopTimestamp: z.nullable(moment),
  StorageType: z.string(),
  UnavailableReason: maybe(z.string()),
});

const participantMetrics = z.strictObject({
  ConversationAbandon: maybe(z.boolean()),
  LastMessageTimestamp: maybe(moment),
  MaxResponseTimeInMillis: maybe(seconds),
  MessageLengthInChars: maybe(seconds),
  MessagesSent: maybe(seconds),
  NumResponses: maybe(seconds),
  ParticipantId: maybe(z.string()),
  ParticipantType: maybe(z.enum(['ALL', 'MANAGER', 'AGENT', 'CUSTOMER', 'THIRDPARTY'])),
  TotalResponseTimeInMillis: maybe(seconds),
});

/** How customer, agent and flow have written to each other (API_ChatMetrics). */
const chatMetrics = z.strictObject({
  AgentMetrics: maybe(participantMetrics),
  ChatContactMetrics: maybe(
    z.strictObject({
      AgentFirstResponseTimeInMillis: maybe(seconds),
      AgentFirstResponseTimestamp: maybe(moment),
      ConversationCloseTimeInMillis: maybe(seconds),
      ConversationTurnCount: maybe(seconds),
      MultiParty: maybe(z.boolean()),
      TotalBotMessageLengthInChars: maybe(seconds),
      TotalBotMessages: maybe(seconds),
      TotalMessages: maybe(seconds),
    }),
  ),
  CustomerMetrics: maybe(participantMetrics),
});

/** How a contact comes about. */
export const INITIATION_METHODS = [
  'INBOUND',
  'OUTBOUND',
  'TRANSFER',
  'CALLBACK',
  'API',
  'WEBRTC_API',
  'QUEUE_TRANSFER',
  'EXTERNAL_OUTBOUND',
  'MONITOR',
  'DISCONNECT',
  'AGENT_REPLY',
  'FLOW',
  'CAMPAIGN_PREVIEW',
] as const;

export const CHANNELS = ['VOICE', 'CHAT', 'TASK', 'EMAIL'] as const;

/** Our own tests hold what the local centre writes against it; a function reads less and takes new fields for granted. */
export const contactRecord = z.strictObject({
  AWSAccountId: z.string().check(z.regex(/^\d{12}$/)),
  AWSContactTraceRecordFormatVersion: z.literal('2017-03-10'),
  Agent: z.nullable(agent),
  AgentConnectionAttempts: seconds,
  AnsweringMachineDetectionStatus: z.nullable(z.string()),
  Attributes: texts,
  Campaign: z.strictObject({ CampaignId: z.nullable(z.string()) }),
  Channel: z.enum(CHANNELS),
  ChatMetrics: maybe(chatMetrics),
  ConnectedToSystemTimestamp: z.nullable(moment),
  ContactAssociationId: maybe(z.string()),
  ContactDetails: texts,
  ContactEvaluations: maybe(z.unknown()),
  ContactId: z.string(),
  Customer: maybe(z.unknown()),
  CustomerEndpoint: z.nullable(endpoint),
  CustomerVoiceActivity: maybe(z.unknown()),
  DisconnectDetails: maybe(z.strictObject({ PotentialDisconnectIssue: maybe(z.string()) })),
  DisconnectReason: z.nullable(z.string()),
  DisconnectTimestamp: moment,
  GlobalResiliencyMetadata: maybe(z.unknown()),
  InitialContactId: z.nullable(z.string()),
  InitiationMethod: z.enum(INITIATION_METHODS),
  InitiationTimestamp: moment,
  InstanceARN: z.string(),
  LastPausedTimestamp: maybe(moment),
  LastResumedTimestamp: maybe(moment),
  LastUpdateTimestamp: moment,
  MediaStreams: z.array(
    z.strictObject({ Type: z.enum(['AUDIO', 'VIDEO', 'CHAT', 'AUTOMATED_INTERACTION']) }),
  ),
  NextContactId: z.nullable(z.string()),
  OutboundStrategy: maybe(z.unknown()),
  PreviousContactId: z.nullable(z.string()),
  QualityMetrics: maybe(z.unknown()),
  Queue: z.nullable(queue),
  Recording: z.nullable(
    z.strictObject({
      DeletionReason: z.nullable(z.string()),
      Location: z.nullable(z.string()),
      Status: z.nullable(z.enum(['AVAILABLE', 'DELETED'])),
      Type: z.enum(['AUDIO', 'VIDEO', 'CHAT']),
    }),
  ),
  Recordings: z.nullable(z.array(recording)),
  References: z.array(
    z.strictObject({ Name: z.string(), Type: z.string(), Value: z.string(), Status: maybe(z.string()) }),
  ),
  RelatedContactId: maybe(z.string()),
  RoutingCriteria: maybe(z.unknown()),
  ScheduledTimestamp: z.nullable(moment),
  SegmentAttributes: maybe(z.unknown()),
  SystemEndpoint: z.nullable(endpoint),
  Tags: maybe(texts),
  TotalPauseCount: maybe(seconds),
  TotalPauseDurationInSeconds: maybe(seconds),
  TransferCompletedTimestamp: z.nullable(moment),
  TransferredToEndpoint: z.nullable(endpoint),
  VoiceIdResult: z.nullable(z.unknown()),
});
