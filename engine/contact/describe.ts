/** Plain pictures of contacts, agents and queues at this moment, for pages, tests and the API. */
import { QUEUE_PRIORITY_DEFAULT } from '../limits.ts';
import { type ChatDescription, chatOf } from './describe-chat.ts';
import { type OutwardDescription, outwardOf } from './describe-outward.ts';
import {
  type MonitoringDescription,
  monitoringOf,
  type PartiesDescription,
  partiesOf,
} from './describe-parties.ts';
import { type SegmentDescription, segmentsOf } from './describe-segments.ts';
import { type TaskDescription, taskOf } from './describe-task.ts';
import type { DisconnectReason } from './events.ts';
import { describeFlowRecording, type FlowRecordingDescription } from './flow-recording-state.ts';
import type { RoutedChannel } from './instance.ts';
import type { Initiation, Phase } from './life.ts';
import { maskText } from './masking.ts';
import type { Contact, Work, WorkState } from './model.ts';
import { workOn } from './works.ts';
import type { World } from './world.ts';

/** Moments are ms since 1970. What the caller keyed in secret is masked. */
export interface ContactDescription {
  /** Of the whole chain: Connect's InitialContactId. */
  readonly contactId: string;
  /** What Connect calls the contact; the last of `segments`. */
  readonly segmentId: string;
  readonly channel: RoutedChannel;
  readonly initiation: Initiation;
  /** The contacts of the chain, oldest first: one, and another for each move from queue to queue. */
  readonly segments: readonly SegmentDescription[];
  /** Absent when withheld, and for tasks and chats. */
  readonly from?: string;
  /** Absent for tasks and chats. */
  readonly to?: string;
  readonly task?: TaskDescription;
  readonly chat?: ChatDescription;
  /** Of a call that the centre makes. */
  readonly outward?: OutwardDescription;
  /** Of a supervisor's own contact: the call that the supervisor listens to. */
  readonly monitorOf?: string;
  /** The contact that the task was started for. */
  readonly relatedContactId?: string;
  readonly phase: Phase;
  readonly attributes: Readonly<Record<string, string>>;
  readonly queue?: { readonly id: string; readonly arn: string; readonly name: string };
  readonly queuedAtMs?: number;
  /** The agent at whom it rings, or who has it. */
  readonly agent?: { readonly userId: string; readonly username: string; readonly state: WorkState };
  readonly startedAtMs: number;
  readonly connectedAtMs?: number;
  readonly endedAtMs?: number;
  /** Absent while the caller has never been on hold. */
  readonly holds?: HoldDescription;
  readonly parties?: PartiesDescription;
  readonly reason?: DisconnectReason;
  /** Where the caller is: the flow (or module) and the identifier of the action. */
  readonly flow?: { readonly arn: string; readonly name: string; readonly step: string };
  readonly languageCode?: string;
  readonly voice: string;
  readonly recording: readonly string[];
  /** Of the caller's way through the flows, in the whole chain; absent where it was never on. */
  readonly flowRecording?: FlowRecordingDescription;
  readonly logging: boolean;
  readonly listening: boolean;
  readonly completed: boolean;
}

/** As a contact record counts holds, in ms (adminguide/ctr-data-model: NumberOfHolds, CustomerHoldDuration, LongestHoldDuration). */
export interface HoldDescription {
  readonly count: number;
  readonly totalMs: number;
  readonly longestMs: number;
  /** Set while the caller is on hold; that hold is not in the sums yet. */
  readonly sinceMs?: number;
}

export interface AgentContactDescription {
  readonly contactId: string;
  readonly channel: RoutedChannel;
  readonly state: WorkState;
  readonly stateSinceMs: number;
  readonly queueName: string;
  /** Set by the flow; 1 goes first. Absent while it is everybody's. */
  readonly priority?: number;
  readonly callerNumber?: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of a call in conversation that has been on hold. */
  readonly holds?: HoldDescription;
  readonly parties?: PartiesDescription;
  readonly task?: TaskDescription;
  readonly chat?: ChatDescription;
  /** Of a call that the centre makes. */
  readonly outward?: OutwardDescription;
}

export interface AgentDescription {
  readonly userId: string;
  readonly username: string;
  readonly signedIn: boolean;
  /** Gone without a word; signed in again, the agent is back. */
  readonly unreachable?: true;
  readonly status: string;
  readonly statusSinceMs: number;
  /** Taken when the present work ends. */
  readonly nextStatus?: string;
  /** The conversation of others that the agent listens to, or has joined. */
  readonly monitoring?: MonitoringDescription;
  /** The call that the agent has, or else the oldest task or chat. */
  readonly contact?: AgentContactDescription;
  /** All that the agent has, oldest first. */
  readonly contacts: readonly AgentContactDescription[];
}

export interface QueueDescription {
  readonly queueId: string;
  readonly name: string;
  /** Oldest first; those that ring or hear a whisper are still in the queue. */
  readonly contactIds: readonly string[];
  readonly oldestAgeMs: number;
}

/** Undefined for a contact that never was, or ended long ago. */
export function describeContact(world: World, contactId: string): ContactDescription | undefined {
  const contact = world.contacts.get(contactId);
  if (contact === undefined) return undefined;
  const { agent, customer, entry, target } = contact;
  const work = agent === undefined ? undefined : workOn(agent, contact);
  const outward = outwardOf(contact);
  const task = taskOf(contact);
  const chat = chatOf(contact);
  const holds = holdsOf(contact);
  const parties = partiesOf(contact);
  const languageCode = contact.data?.get('LanguageCode');
  return {
    contactId: contact.id,
    segmentId: contact.segmentId,
    channel: contact.channel,
    initiation: contact.initiation,
    segments: segmentsOf(contact),
    ...(contact.from === undefined ? {} : { from: contact.from }),
    ...(contact.to === undefined ? {} : { to: contact.to }),
    ...(task === undefined ? {} : { task }),
    ...(chat === undefined ? {} : { chat }),
    ...(outward === undefined ? {} : { outward }),
    ...(contact.monitorOf === undefined ? {} : { monitorOf: contact.monitorOf.id }),
    ...(contact.relatedContactId === undefined ? {} : { relatedContactId: contact.relatedContactId }),
    ...(holds === undefined ? {} : { holds }),
    ...(parties === undefined ? {} : { parties }),
    phase: contact.phase,
    attributes: shownAttributes(contact),
    ...(target === undefined
      ? {}
      : { queue: { id: target.queue.id, arn: target.queue.arn, name: target.queue.name } }),
    ...(entry === undefined ? {} : { queuedAtMs: entry.queuedAtMs }),
    ...(agent === undefined || work === undefined
      ? {}
      : { agent: { userId: agent.user.id, username: agent.user.username, state: work.state } }),
    startedAtMs: contact.startedAtMs,
    ...(contact.connectedAtMs === undefined ? {} : { connectedAtMs: contact.connectedAtMs }),
    ...(contact.endedAtMs === undefined ? {} : { endedAtMs: contact.endedAtMs }),
    ...(contact.reason === undefined ? {} : { reason: contact.reason }),
    ...(customer === undefined
      ? {}
      : {
          flow: {
            arn: customer.frame.flow.arn,
            name: customer.frame.flow.name,
            step: customer.step.identifier,
          },
        }),
    ...(languageCode === undefined ? {} : { languageCode }),
    voice: contact.voice,
    recording: contact.recording,
    ...(contact.flowRecording === undefined
      ? {}
      : { flowRecording: describeFlowRecording(contact.flowRecording) }),
    logging: contact.logging,
    listening: customer?.listening === true,
    completed: contact.completed,
  };
}

/** True values, for GetContactAttributes and for nobody's eyes; undefined for no contact. */
export function contactAttributes(
  world: World,
  contactId: string,
): Readonly<Record<string, string>> | undefined {
  const contact = world.contacts.get(contactId);
  return contact === undefined ? undefined : Object.fromEntries(contact.attributes);
}

/** Tags that flows have put on the contact; undefined for no contact. */
export function contactTags(world: World, contactId: string): Readonly<Record<string, string>> | undefined {
  const contact = world.contacts.get(contactId);
  return contact === undefined ? undefined : Object.fromEntries(contact.tags ?? []);
}

/** By id or ARN; undefined for nobody's. */
export function describeAgent(world: World, userId: string): AgentDescription | undefined {
  const agent = world.agents.get(userId);
  if (agent === undefined) return undefined;
  const contacts = agent.works.map(agentContact);
  const [contact] = [...contacts].sort(
    (a, b) => Number(b.channel === 'VOICE') - Number(a.channel === 'VOICE'),
  );
  return {
    userId: agent.user.id,
    username: agent.user.username,
    signedIn: agent.signedIn,
    ...(agent.unreachable ? { unreachable: true } : {}),
    status: agent.status,
    statusSinceMs: agent.statusSinceMs,
    ...(agent.nextStatus === undefined ? {} : { nextStatus: agent.nextStatus }),
    ...(agent.monitoring === undefined ? {} : { monitoring: monitoringOf(agent.monitoring) }),
    ...(contact === undefined ? {} : { contact }),
    contacts,
  };
}

function agentContact({ contact, state, sinceMs, queueName }: Work): AgentContactDescription {
  const task = taskOf(contact);
  const chat = chatOf(contact);
  const outward = outwardOf(contact);
  // Another agent may have the contact by now that this one has missed.
  const holds = state === 'connected' ? holdsOf(contact) : undefined;
  const parties = state === 'connected' ? partiesOf(contact) : undefined;
  return {
    contactId: contact.id,
    channel: contact.channel,
    state,
    stateSinceMs: sinceMs,
    queueName,
    ...(contact.priority === QUEUE_PRIORITY_DEFAULT ? {} : { priority: contact.priority }),
    ...(contact.from === undefined ? {} : { callerNumber: contact.from }),
    attributes: shownAttributes(contact),
    ...(holds === undefined ? {} : { holds }),
    ...(parties === undefined ? {} : { parties }),
    ...(outward === undefined ? {} : { outward }),
    ...(task === undefined ? {} : { task }),
    ...(chat === undefined ? {} : { chat }),
  };
}

/** By id or ARN; an agent's personal queue is `agent/<user id>`. */
export function describeQueue(world: World, queueId: string): QueueDescription | undefined {
  const state = world.queues.get(queueId);
  if (state === undefined) return undefined;
  const present = [...state.present];
  const oldest = present[0]?.queuedAtMs;
  return {
    queueId: state.queue.id,
    name: state.queue.name,
    contactIds: present.map(({ contact }) => contact.id),
    oldestAgeMs: oldest === undefined ? 0 : world.nowMs - oldest,
  };
}

/** Every contact that has not ended, oldest first. */
export function openContacts(world: World): readonly string[] {
  return [...new Set(world.contacts.values())].filter(({ phase }) => phase !== 'ended').map(({ id }) => id);
}

function shownAttributes({ attributes, secrets }: Contact): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of attributes) shown[name] = maskText(secrets, value);
  return shown;
}

function holdsOf({ holds }: Contact): HoldDescription | undefined {
  if (holds === undefined) return undefined;
  const { sinceMs, ...counted } = holds;
  return sinceMs === undefined ? counted : { ...counted, sinceMs };
}
