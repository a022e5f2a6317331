/** Makes the contact record of a contact that is over. */
import type { World } from '../world.ts';
import { answeringMachineStatus } from './answering-machines.ts';
import type { AgentNotes, ContactNotes } from './contact-notes.ts';
import {
  type ContactRecord,
  type Endpoint,
  RECORD_VERSION,
  type RecordedAgent,
  type RecordedMedia,
  type RecordedQueue,
} from './contact-record.ts';
import { flowMedia, recordingKey } from './flow-recordings.ts';
import { secondsBetween, toSecond, wholeSeconds } from './timestamps.ts';

/** Tags that Connect itself puts on every contact (adminguide/contact-events). */
export const systemTags = (instanceId: string, to: string | undefined): Record<string, string> => ({
  'aws:connect:instanceId': instanceId,
  ...(to === undefined ? {} : { 'aws:connect:systemEndpoint': to }),
});

/**
 * @param recordingsAt bucket and prefix of the instance's recordings, where it keeps any
 * @throws Error for a contact that is not over
 */
export function makeContactRecord(
  { instance, agents, queues }: World,
  notes: ContactNotes,
  updatedAtMs: number,
  recordingsAt: string | undefined,
): ContactRecord {
  const { endedAtMs, reason, agent, queue } = notes;
  if (endedAtMs === undefined || reason === undefined) {
    throw new Error(`contact '${notes.contactId}' goes on; its record is written when it is over`);
  }
  const media = recordingsAt === undefined ? undefined : recordedMedia(notes, recordingsAt);
  const recordings = [
    ...(recordingsAt === undefined ? [] : flowMedia(notes, recordingsAt)),
    ...(media === undefined ? [] : [media]),
  ];
  const state = queue === undefined ? undefined : queues.get(queue.queueId);
  return {
    AWSAccountId: instance.accountId,
    AWSContactTraceRecordFormatVersion: RECORD_VERSION,
    Agent: agent === undefined ? null : recordedAgent(agents, agent, endedAtMs),
    AgentConnectionAttempts: notes.attempts,
    AnsweringMachineDetectionStatus: answeringMachineStatus(notes),
    Attributes: notes.attributes,
    Campaign: { CampaignId: null },
    Channel: notes.channel,
    ...(notes.chat === undefined ? {} : { ChatMetrics: notes.chat }),
    ConnectedToSystemTimestamp: notes.systemAtMs === undefined ? null : toSecond(notes.systemAtMs),
    ContactDetails: notes.details,
    ContactId: notes.contactId,
    CustomerEndpoint: endpoint(notes.from),
    DisconnectReason: reason,
    DisconnectTimestamp: toSecond(endedAtMs),
    InitialContactId: notes.previousId === undefined ? null : (notes.initialId ?? notes.chainId),
    InitiationMethod: notes.initiation,
    InitiationTimestamp: toSecond(notes.startedAtMs),
    InstanceARN: instance.arn,
    LastUpdateTimestamp: toSecond(updatedAtMs),
    MediaStreams: STREAMS[notes.channel],
    NextContactId: notes.nextId ?? null,
    PreviousContactId: notes.previousId ?? null,
    Queue:
      queue === undefined || state === undefined
        ? null
        : recordedQueue(state.queue, queue.enqueuedAtMs, queue.dequeuedAtMs ?? endedAtMs),
    Recording:
      media === undefined
        ? null
        : { DeletionReason: null, Location: media.Location, Status: 'AVAILABLE', Type: 'AUDIO' },
    Recordings: recordings.length === 0 ? null : recordings,
    References: notes.references,
    RelatedContactId: notes.relatedId ?? null,
    ScheduledTimestamp: notes.task?.scheduledAtMs === undefined ? null : toSecond(notes.task.scheduledAtMs),
    ...(notes.channel === 'CHAT' ? CHAT_SUBTYPE : {}),
    SystemEndpoint: endpoint(notes.to),
    Tags: { ...systemTags(instance.id, notes.to), ...notes.tags },
    ...(notes.task === undefined
      ? {}
      : {
          TotalPauseCount: notes.task.pauses,
          TotalPauseDurationInSeconds: wholeSeconds(notes.task.pausedTotalMs),
        }),
    TransferCompletedTimestamp: notes.transferredAtMs === undefined ? null : toSecond(notes.transferredAtMs),
    TransferredToEndpoint: endpoint(notes.transferredTo),
    VoiceIdResult: null,
  };
}

const STREAMS = { VOICE: [{ Type: 'AUDIO' }], CHAT: [{ Type: 'CHAT' }], TASK: [] } as const;
const CHAT_SUBTYPE = {
  SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Chat' } },
} as const;

const endpoint = (number: string | undefined): Endpoint | null =>
  number === undefined ? null : { Address: number, Type: 'TELEPHONE_NUMBER' };

const recordedQueue = (
  { arn, name }: { readonly arn: string; readonly name: string },
  enqueuedAtMs: number,
  dequeuedAtMs: number,
): RecordedQueue => ({
  ARN: arn,
  DequeueTimestamp: toSecond(dequeuedAtMs),
  Duration: secondsBetween(enqueuedAtMs, dequeuedAtMs),
  EnqueueTimestamp: toSecond(enqueuedAtMs),
  Name: name,
});

/** The conversation without its holds is the interaction: the two add up to the time from connection to leaving. */
function recordedAgent(agents: World['agents'], notes: AgentNotes, endedAtMs: number): RecordedAgent {
  const agent = agents.get(notes.userId);
  if (agent === undefined) throw new Error(`there is no agent '${notes.userId}'`);
  const { connectedAtMs, afterWorkFromMs, afterWorkTillMs } = notes;
  const held = wholeSeconds(notes.heldMs);
  const done = afterWorkFromMs !== undefined && afterWorkTillMs !== undefined;
  const { profile } = agent.profile;
  return {
    ARN: agent.user.arn,
    AfterContactWorkDuration: done ? secondsBetween(afterWorkFromMs, afterWorkTillMs) : null,
    AfterContactWorkEndTimestamp: done ? toSecond(afterWorkTillMs) : null,
    AfterContactWorkStartTimestamp: done ? toSecond(afterWorkFromMs) : null,
    AgentInteractionDuration: Math.max(0, secondsBetween(connectedAtMs, notes.leftAtMs ?? endedAtMs) - held),
    ConnectedToAgentTimestamp: toSecond(connectedAtMs),
    CustomerHoldDuration: held,
    HierarchyGroups: null,
    LongestHoldDuration: wholeSeconds(notes.longestHoldMs),
    NumberOfHolds: notes.holds,
    RoutingProfile: { ARN: profile.arn, Name: profile.name },
    Username: agent.user.username,
  };
}

/** Calls are recorded from the moment that an agent is there; the file's name is Connect's (adminguide/set-up-recordings). */
function recordedMedia(
  { recorded, agent, contactId }: ContactNotes,
  recordingsAt: string,
): RecordedMedia | undefined {
  if (!recorded || agent === undefined) return undefined;
  return {
    DeletionReason: null,
    FragmentStartNumber: null,
    FragmentStopNumber: null,
    Location: `${recordingsAt}/${recordingKey(contactId, agent.connectedAtMs)}`,
    MediaStreamType: 'AUDIO',
    ParticipantType: null,
    StartTimestamp: null,
    Status: 'AVAILABLE',
    StopTimestamp: null,
    StorageType: 'S3',
  };
}
