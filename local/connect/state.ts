/** Everything that the local Amazon Connect instance holds: filled from the template, changed by the API. */
import type {
  Flow,
  HoursOfOperation,
  PhoneNumber,
  Prompt,
  Queue,
  QuickConnectDestination,
  RoutingProfile,
  User,
} from '../../engine/contact/instance.ts';
import { NamedRecords } from './named-records.ts';
import { createServiceState, type ServiceState } from './services/service-state.ts';

export interface InstanceRecord {
  readonly arn: string;
  readonly id: string;
  readonly alias: string;
  readonly region: string;
  readonly accountId: string;
  readonly partition: string;
  readonly identityManagementType: string;
  readonly inboundCalls: boolean;
  readonly outboundCalls: boolean;
  /** Up to six parties in a call. */
  readonly multiParty: boolean;
  /** Flow logs reach CloudWatch only when the instance's attribute allows them. */
  readonly flowLogs: boolean;
  readonly serviceRole: string;
  readonly createdAtMs: number;
  readonly tags: Readonly<Record<string, string>>;
}

interface Described {
  readonly description?: string;
  readonly tags: Readonly<Record<string, string>>;
}

export type HoursRecord = HoursOfOperation & Described;
export type QueueRecord = Queue &
  Described & {
    readonly outboundCallerName?: string;
    readonly outboundCallerNumberId?: string;
    readonly outboundFlowId?: string;
  };
export type RoutingProfileRecord = RoutingProfile & Described & { readonly defaultOutboundQueueId: string };
export type UserRecord = User &
  Described & { readonly name: string; readonly securityProfileIds: readonly string[] };
export type SecurityProfileRecord = PlainRecord & { readonly permissions: readonly string[] };
export type PromptRecord = Prompt &
  Described & {
    /** The sound file on this machine. */
    readonly path: string;
  };
export type FlowRecord = Flow & Described & { readonly archived: boolean; readonly settings?: string };

/** The engine and the API share this object: a number answers as soon as it is linked, and no longer when unlinked. */
export type NumberRecord = Omit<PhoneNumber, 'flowId'> &
  Described & {
    readonly name: string;
    readonly countryCode: string;
    readonly type: string;
    flowId?: string;
  };

/** Something that has a name in the instance but does nothing in the local centre yet. */
export interface PlainRecord {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
}

/** Where the instance keeps or sends one kind of thing. */
export type StoragePlace =
  | { readonly kind: 'bucket'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'stream'; readonly streamArn: string };

/** Without a destination: one that calls cannot be transferred to. */
export interface QuickConnectRecord extends PlainRecord {
  readonly destination: QuickConnectDestination | undefined;
}

export interface ConnectState {
  instance: InstanceRecord | undefined;
  /** When the stack came to life: `LastModifiedTime` of everything in it. */
  readonly createdAtMs: number;
  readonly hours: NamedRecords<HoursRecord>;
  readonly queues: NamedRecords<QueueRecord>;
  readonly routingProfiles: NamedRecords<RoutingProfileRecord>;
  readonly securityProfiles: NamedRecords<SecurityProfileRecord>;
  readonly users: NamedRecords<UserRecord>;
  readonly numbers: NamedRecords<NumberRecord>;
  readonly prompts: NamedRecords<PromptRecord>;
  readonly flows: NamedRecords<FlowRecord>;
  readonly modules: NamedRecords<FlowRecord>;
  readonly quickConnects: NamedRecords<QuickConnectRecord>;
  readonly views: NamedRecords<PlainRecord>;
  readonly taskTemplates: NamedRecords<PlainRecord>;
  readonly agentStatuses: NamedRecords<PlainRecord>;
  readonly testCases: NamedRecords<PlainRecord>;
  /** By username; the local agent page signs in with them. No answer of the API holds one. */
  readonly passwords: Map<string, string>;
  /** ARNs of the functions that the instance may invoke. */
  readonly functions: Set<string>;
  /** By the kind of thing: CALL_RECORDINGS, CONTACT_TRACE_RECORDS, AGENT_EVENTS and others. */
  readonly storage: Map<string, StoragePlace>;
  readonly services: ServiceState;
  /** Public keys in PEM form under which input may be encrypted, by their id. */
  readonly securityKeys: Map<string, string>;
  /** Predefined attributes and their values, by name. */
  readonly predefinedAttributes: Map<string, readonly string[]>;
  /** Other compound resources (storage, origins, keys, attributes), by their physical id. */
  readonly others: Set<string>;
}

/** An instance with nothing in it; `createdAtMs` is the moment of the boot. */
export const createConnectState = (createdAtMs: number): ConnectState => ({
  instance: undefined,
  createdAtMs,
  hours: new NamedRecords(),
  queues: new NamedRecords(),
  routingProfiles: new NamedRecords(),
  securityProfiles: new NamedRecords(),
  users: new NamedRecords(),
  numbers: new NamedRecords(),
  prompts: new NamedRecords(),
  flows: new NamedRecords(),
  modules: new NamedRecords(),
  quickConnects: new NamedRecords(),
  views: new NamedRecords(),
  taskTemplates: new NamedRecords(),
  agentStatuses: new NamedRecords(),
  testCases: new NamedRecords(),
  passwords: new Map(),
  functions: new Set(),
  storage: new Map(),
  services: createServiceState(),
  securityKeys: new Map(),
  predefinedAttributes: new Map(),
  others: new Set(),
});
