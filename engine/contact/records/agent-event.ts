/** An agent event as Connect writes it to its stream, version 2017-10-01 (adminguide/agent-event-stream-model). */
import type { Initiation } from '../life.ts';

export const AGENT_EVENT_VERSION = '2017-10-01';

export type AgentEventType = 'LOGIN' | 'LOGOUT' | 'STATE_CHANGE' | 'HEART_BEAT';

export type AgentContactEventState =
  | 'CONNECTING'
  | 'CONNECTED'
  | 'CONNECTED_ONHOLD'
  | 'PAUSED'
  | 'MISSED'
  | 'REJECTED'
  | 'ENDED';

/** In agent events the channel of tasks has another name than everywhere else (the page's list of values). */
export type AgentEventChannel = 'VOICE' | 'CHAT' | 'TASKS';

/** Moments are UTC to the millisecond. */
export interface AgentEventContact {
  readonly Channel: AgentEventChannel;
  readonly ConnectedToAgentTimestamp: string | null;
  readonly ContactId: string;
  readonly InitialContactId: string | null;
  readonly InitiationMethod: Initiation;
  readonly Queue: { readonly ARN: string; readonly Name: string } | null;
  readonly QueueTimestamp: string | null;
  readonly State: AgentContactEventState;
  readonly StateStartTimestamp: string;
}

/** Channels of routing profiles. */
export type ProfileChannel = 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL';

export interface AgentQueue {
  readonly ARN: string;
  readonly Channels: readonly ProfileChannel[];
  /** Null for an agent's own queue. */
  readonly Name: string | null;
}

export interface AgentConfiguration {
  readonly AgentHierarchyGroups: null;
  readonly FirstName: string;
  readonly LastName: string;
  readonly Proficiencies: readonly {
    readonly Name: string;
    readonly Value: string;
    readonly ProficiencyLevel: number;
  }[];
  readonly RoutingProfile: {
    readonly ARN: string;
    readonly Concurrency: readonly {
      readonly AvailableSlots: number;
      readonly Channel: ProfileChannel;
      readonly MaximumSlots: number;
    }[];
    readonly DefaultOutboundQueue: AgentQueue | null;
    readonly InboundQueues: readonly AgentQueue[];
    readonly Name: string;
  };
  readonly Username: string;
}

export interface AgentEventSnapshot {
  readonly AgentStatus: {
    readonly ARN: string;
    readonly Name: string;
    readonly StartTimestamp: string;
    readonly Type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE';
  };
  readonly Configuration: AgentConfiguration;
  readonly Contacts: readonly AgentEventContact[];
  /** Chosen while busy. */
  readonly NextAgentStatus: {
    readonly ARN: string;
    readonly EnqueuedTimestamp: string;
    readonly Name: string;
  } | null;
}

export interface AgentEvent {
  readonly AWSAccountId: string;
  readonly AgentARN: string;
  readonly CurrentAgentSnapshot: AgentEventSnapshot;
  readonly EventId: string;
  readonly EventTimestamp: string;
  readonly EventType: AgentEventType;
  readonly InstanceARN: string;
  /** Null at LOGIN and LOGOUT. */
  readonly PreviousAgentSnapshot: AgentEventSnapshot | null;
  readonly Version: typeof AGENT_EVENT_VERSION;
}
