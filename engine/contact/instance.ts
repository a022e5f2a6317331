/** An Amazon Connect instance as plain configuration: what the engine needs to know before the first call. */
import type { FlowDocument, FlowType } from '../language/flow.ts';
import type { Bot } from '../lex/bot.ts';

export interface Instance {
  readonly arn: string;
  readonly id: string;
  readonly alias: string;
  readonly region: string;
  readonly accountId: string;
  readonly phoneNumbers: readonly PhoneNumber[];
  readonly hours: readonly HoursOfOperation[];
  readonly queues: readonly Queue[];
  readonly routingProfiles: readonly RoutingProfile[];
  readonly users: readonly User[];
  readonly prompts: readonly Prompt[];
  /** Lex bots that the instance may use. */
  readonly bots?: readonly Bot[];
  readonly flows: readonly Flow[];
  /** Calls at once; no limit where left out (adminguide/amazon-connect-service-limits). */
  readonly callsAtOnceMax?: number;
  /** Chats at once; the same. */
  readonly chatsAtOnceMax?: number;
  /** Whether anybody can be called at all; everybody can where left out (adminguide/update-instance-settings). */
  readonly callsOut?: boolean;
  /** Up to six parties in a call, where it is three without (adminguide/three-party-multi-party-comparison). */
  readonly multiParty?: boolean;
  /** Whom agents can transfer a call to (adminguide/quick-connects). */
  readonly quickConnects?: readonly QuickConnect[];
}

/** Without a flow, Connect's own runs: that of transfers to agents, or to queues. */
export type QuickConnect = {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
} & QuickConnectDestination;

export type QuickConnectDestination =
  | { readonly kind: 'agent'; readonly userId: string; readonly flowId?: string }
  | { readonly kind: 'queue'; readonly queueId: string; readonly flowId?: string }
  | { readonly kind: 'number'; readonly number: string };

export interface PhoneNumber {
  readonly arn: string;
  readonly id: string;
  /** E.164. */
  readonly number: string;
  /** The flow that answers; absent until one is associated. It can change while the centre runs: read it at every call. */
  readonly flowId?: string;
}

export interface HoursOfOperation {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly week: readonly OpenPeriod[];
  readonly overrides: readonly HoursOverride[];
}
export type Weekday = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';
/** Minutes since local midnight; `endMinute` is exclusive; an end at or before the start is on the next day. */
export interface OpenPeriod {
  readonly day: Weekday;
  readonly startMinute: number;
  readonly endMinute: number;
}
/** Replaces the week from one local date to another, both inclusive (`YYYY-MM-DD`). No periods: closed. */
export interface HoursOverride {
  readonly name: string;
  readonly from: string;
  readonly till: string;
  readonly week: readonly OpenPeriod[];
}

export interface Queue {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly hoursId: string;
  /** Absent: no limit of its own. */
  readonly maxContacts?: number;
  readonly enabled: boolean;
  readonly outboundCallerNumber?: string;
  /** What somebody called for this queue hears before the agent. */
  readonly outboundFlowId?: string;
  /** Quick connects that its agents see. */
  readonly quickConnectIds?: readonly string[];
}

/** Channels whose contacts the engine brings to agents. */
export type RoutedChannel = 'VOICE' | 'CHAT' | 'TASK';
export const ROUTED_CHANNELS: readonly RoutedChannel[] = ['VOICE', 'CHAT', 'TASK'];

export interface RoutingProfile {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  /** For which its agents call out; they cannot where absent. */
  readonly defaultOutboundQueueId?: string;
  readonly queues: readonly {
    readonly queueId: string;
    readonly channel: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL';
    readonly priority: number;
    readonly delaySeconds: number;
  }[];
  readonly concurrency: Readonly<Partial<Record<'VOICE' | 'CHAT' | 'TASK' | 'EMAIL', number>>>;
  /**
   * Channels during whose contacts others may come too (API_CrossChannelBehavior, ROUTE_ANY_CHANNEL); during the
   * others only more of the same.
   */
  readonly crossChannel?: readonly ('VOICE' | 'CHAT' | 'TASK' | 'EMAIL')[];
}

export interface User {
  readonly arn: string;
  readonly id: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly routingProfileId: string;
  /** 0 means no limit: after contact work lasts until the agent ends it (API_UserPhoneConfig). */
  readonly afterContactWorkSeconds: number;
  readonly autoAccept: boolean;
  /** False where no security profile of theirs has it (adminguide/security-profile-list, OutboundCallAccess); else they may. */
  readonly mayCallOut?: boolean;
  /** What the agent can, in levels of 1 to 5 (API_UserProficiency). */
  readonly proficiencies?: readonly Proficiency[];
}

export interface Proficiency {
  readonly name: string;
  readonly value: string;
  readonly level: number;
}

export interface Prompt {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly durationMs: number;
  /** What the recording says, where that is known. */
  readonly words?: string;
}

export interface Flow {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly type: FlowType;
  /** The JSON text as deployed; the engine parses it when the instance is loaded. */
  readonly content: string;
  readonly document?: FlowDocument;
}
