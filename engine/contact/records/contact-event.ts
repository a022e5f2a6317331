/** A contact event as Connect gives it to EventBridge (adminguide/contact-events). */
import type { DisconnectReason } from '../events.ts';
import type { RoutedChannel } from '../instance.ts';
import type { Initiation } from '../life.ts';
import type { RoutingCriteriaShown } from './routing-criteria.ts';

/** Those that this engine has a cause for; AMD_DISABLED is not one of them. */
export type ContactEventType =
  | 'INITIATED'
  | 'CONNECTED_TO_SYSTEM'
  | 'QUEUED'
  | 'CONNECTED_TO_AGENT'
  | 'CONTACT_DATA_UPDATED'
  | 'PAUSED'
  | 'RESUMED'
  | 'DISCONNECTED'
  | 'COMPLETED';

/** What an event CONTACT_DATA_UPDATED is about, as far as this engine has a cause for it. */
export type UpdatedProperty =
  | 'UserDefinedAttributes'
  | 'Tags'
  | 'ScheduledTimestamp'
  | 'RoutingCriteria.Step.Status';

/** Moments are UTC to the millisecond. What is not known is left out. */
export interface ContactEventDetail {
  readonly eventType: ContactEventType;
  readonly contactId: string;
  readonly initialContactId?: string;
  readonly previousContactId?: string;
  readonly relatedContactId?: string;
  readonly channel: RoutedChannel;
  readonly instanceArn: string;
  readonly initiationMethod: Initiation;
  readonly initiationTimestamp: string;
  readonly connectedToSystemTimestamp?: string;
  readonly disconnectTimestamp?: string;
  readonly disconnectReason?: DisconnectReason;
  readonly queueInfo?: {
    readonly queueArn: string;
    readonly queueType: 'STANDARD' | 'AGENT';
    readonly enqueueTimestamp: string;
  };
  readonly agentInfo?: {
    readonly agentArn: string;
    readonly connectedToAgentTimestamp: string;
    readonly afterContactWorkStartTimestamp?: string;
    readonly afterContactWorkEndTimestamp?: string;
    readonly afterContactWorkDuration?: number;
  };
  readonly updatedProperties?: readonly UpdatedProperty[];
  readonly routingCriteria?: RoutingCriteriaShown;
  readonly tags: Readonly<Record<string, string>>;
}

export interface ContactEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': 'Amazon Connect Contact Event';
  readonly source: 'aws.connect';
  readonly account: string;
  /** UTC to the second. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: ContactEventDetail;
}
