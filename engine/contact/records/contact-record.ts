/** A contact record as Connect writes it to its stream, version 2017-03-10 (adminguide/ctr-data-model). */
import type { DisconnectReason } from '../events.ts';
import type { RoutedChannel } from '../instance.ts';
import type { Initiation } from '../life.ts';
import type { AnsweringMachineDetectionStatus } from './answering-machines.ts';
import type { ChatMetrics } from './chat-metrics.ts';

export const RECORD_VERSION = '2017-03-10';

export interface Endpoint {
  readonly Address: string;
  readonly Type: 'TELEPHONE_NUMBER';
}

/** A name and an ARN. */
export interface NamedArn {
  readonly ARN: string;
  readonly Name: string;
}

/** Moments are UTC to the second, durations whole seconds. */
export interface RecordedAgent {
  readonly ARN: string;
  readonly AfterContactWorkDuration: number | null;
  readonly AfterContactWorkEndTimestamp: string | null;
  readonly AfterContactWorkStartTimestamp: string | null;
  readonly AgentInteractionDuration: number;
  readonly ConnectedToAgentTimestamp: string;
  readonly CustomerHoldDuration: number;
  readonly HierarchyGroups: null;
  readonly LongestHoldDuration: number;
  readonly NumberOfHolds: number;
  readonly RoutingProfile: NamedArn;
  readonly Username: string;
}

export interface RecordedQueue extends NamedArn {
  readonly DequeueTimestamp: string;
  readonly Duration: number;
  readonly EnqueueTimestamp: string;
}

export interface RecordedMedia {
  readonly DeletionReason: null;
  readonly FragmentStartNumber: null;
  readonly FragmentStopNumber: null;
  readonly Location: string;
  readonly MediaStreamType: 'AUDIO';
  /** `IVR`: of what was between caller and flows. */
  readonly ParticipantType: 'IVR' | null;
  readonly StartTimestamp: string | null;
  readonly Status: 'AVAILABLE';
  readonly StopTimestamp: string | null;
  readonly StorageType: 'S3';
}

export interface RecordedReference {
  readonly Name: string;
  readonly Type: string;
  readonly Value: string;
}

/** What is not known is null and not left out. */
export interface ContactRecord {
  readonly AWSAccountId: string;
  readonly AWSContactTraceRecordFormatVersion: typeof RECORD_VERSION;
  readonly Agent: RecordedAgent | null;
  readonly AgentConnectionAttempts: number;
  readonly AnsweringMachineDetectionStatus: AnsweringMachineDetectionStatus | null;
  readonly Attributes: Readonly<Record<string, string>>;
  readonly Campaign: { readonly CampaignId: null };
  readonly Channel: RoutedChannel;
  /** Left out for contacts that are no chats. */
  readonly ChatMetrics?: ChatMetrics;
  /** Null where no customer has answered. */
  readonly ConnectedToSystemTimestamp: string | null;
  readonly ContactDetails: Readonly<Record<string, string>>;
  readonly ContactId: string;
  readonly CustomerEndpoint: Endpoint | null;
  readonly DisconnectReason: DisconnectReason;
  readonly DisconnectTimestamp: string;
  readonly InitialContactId: string | null;
  readonly InitiationMethod: Initiation;
  readonly InitiationTimestamp: string;
  readonly InstanceARN: string;
  /** Later in every version of the record than in the one before: what a reader knows duplicates by. */
  readonly LastUpdateTimestamp: string;
  readonly MediaStreams: readonly { readonly Type: 'AUDIO' | 'CHAT' }[];
  readonly NextContactId: string | null;
  readonly PreviousContactId: string | null;
  readonly Queue: RecordedQueue | null;
  readonly Recording: {
    readonly DeletionReason: null;
    readonly Location: string;
    readonly Status: 'AVAILABLE';
    readonly Type: 'AUDIO';
  } | null;
  readonly Recordings: readonly RecordedMedia[] | null;
  readonly References: readonly RecordedReference[];
  readonly RelatedContactId: string | null;
  readonly ScheduledTimestamp: string | null;
  /** Left out for contacts that are no chats. */
  readonly SegmentAttributes?: { readonly 'connect:Subtype': { readonly ValueString: 'connect:Chat' } };
  readonly SystemEndpoint: Endpoint | null;
  readonly Tags: Readonly<Record<string, string>>;
  /** Left out for contacts that are no tasks. */
  readonly TotalPauseCount?: number;
  readonly TotalPauseDurationInSeconds?: number;
  readonly TransferCompletedTimestamp: string | null;
  readonly TransferredToEndpoint: Endpoint | null;
  readonly VoiceIdResult: null;
}
