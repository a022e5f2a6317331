/** Plain pictures of contacts, agents and queues at this moment, for pages, tests and the API. */
import type { DisconnectReason } from './events.ts';
import { maskText } from './masking.ts';
import type { Contact, Phase, WorkState } from './model.ts';
import type { World } from './world.ts';

/** Moments are ms since 1970. What the caller keyed in secret is masked. */
export interface ContactDescription {
  readonly contactId: string;
  /** Absent when withheld. */
  readonly from?: string;
  readonly to: string;
  readonly phase: Phase;
  readonly attributes: Readonly<Record<string, string>>;
  readonly queue?: { readonly id: string; readonly arn: string; readonly name: string };
  readonly queuedAtMs?: number;
  /** The agent at whom it rings, or who has it. */
  readonly agent?: { readonly userId: string; readonly username: string; readonly state: WorkState };
  readonly startedAtMs: number;
  readonly connectedAtMs?: number;
  readonly endedAtMs?: number;
  readonly reason?: DisconnectReason;
  /** Where the caller is: the flow (or module) and the identifier of the action. */
  readonly flow?: { readonly arn: string; readonly name: string; readonly step: string };
  readonly languageCode?: string;
  readonly voice: string;
  readonly recording: readonly string[];
  readonly logging: boolean;
  readonly listening: boolean;
  readonly completed: boolean;
}

export interface AgentDescription {
  readonly userId: string;
  readonly username: string;
  readonly signedIn: boolean;
  readonly status: string;
  readonly statusSinceMs: number;
  /** Taken when the present work ends. */
  readonly nextStatus?: string;
  readonly contact?: {
    readonly contactId: string;
    readonly state: WorkState;
    readonly stateSinceMs: number;
    readonly queueName: string;
    readonly callerNumber?: string;
    readonly attributes: Readonly<Record<string, string>>;
  };
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
  const languageCode = contact.data?.get('LanguageCode');
  return {
    contactId,
    ...(contact.from === undefined ? {} : { from: contact.from }),
    to: contact.to,
    phase: contact.phase,
    attributes: shownAttributes(contact),
    ...(target === undefined
      ? {}
      : { queue: { id: target.queue.id, arn: target.queue.arn, name: target.queue.name } }),
    ...(entry === undefined ? {} : { queuedAtMs: entry.queuedAtMs }),
    ...(agent?.work === undefined
      ? {}
      : { agent: { userId: agent.user.id, username: agent.user.username, state: agent.work.state } }),
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

/** By id or ARN; undefined for nobody's. */
export function describeAgent(world: World, userId: string): AgentDescription | undefined {
  const agent = world.agents.get(userId);
  if (agent === undefined) return undefined;
  const { work } = agent;
  return {
    userId: agent.user.id,
    username: agent.user.username,
    signedIn: agent.signedIn,
    status: agent.status,
    statusSinceMs: agent.statusSinceMs,
    ...(agent.nextStatus === undefined ? {} : { nextStatus: agent.nextStatus }),
    ...(work === undefined
      ? {}
      : {
          contact: {
            contactId: work.contact.id,
            state: work.state,
            stateSinceMs: work.sinceMs,
            queueName: work.queueName,
            ...(work.contact.from === undefined ? {} : { callerNumber: work.contact.from }),
            attributes: shownAttributes(work.contact),
          },
        }),
  };
}

/** By id or ARN; an agent's personal queue is `agent/<user id>`. */
export function describeQueue(world: World, queueId: string): QueueDescription | undefined {
  const state = world.queues.get(queueId);
  if (state === undefined) return undefined;
  const present = [...state.present];
  const oldest = present[0]?.entry?.queuedAtMs;
  return {
    queueId: state.queue.id,
    name: state.queue.name,
    contactIds: present.map(({ id }) => id),
    oldestAgeMs: oldest === undefined ? 0 : world.nowMs - oldest,
  };
}

/** Every contact that has not ended, oldest first. */
export function openContacts(world: World): readonly string[] {
  return [...world.contacts.values()].filter(({ phase }) => phase !== 'ended').map(({ id }) => id);
}

function shownAttributes({ attributes, secrets }: Contact): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of attributes) shown[name] = maskText(secrets, value);
  return shown;
}
