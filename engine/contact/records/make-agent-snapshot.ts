/** Makes the picture of an agent that agent events hold. */
import type { AgentContactDescription, AgentDescription } from '../describe.ts';
import { describeContact } from '../describe.ts';
import type { RoutingProfile } from '../instance.ts';
import type { World } from '../world.ts';
import type {
  AgentConfiguration,
  AgentContactEventState,
  AgentEventContact,
  AgentEventSnapshot,
  AgentQueue,
  ProfileChannel,
} from './agent-event.ts';
import { toMillisecond } from './timestamps.ts';

const PROFILE_CHANNELS: readonly ProfileChannel[] = ['VOICE', 'CHAT', 'TASK', 'EMAIL'];

/** @param nextSinceMs when the next status was chosen, where one is */
export function makeAgentSnapshot(
  world: World,
  agent: AgentDescription,
  nextSinceMs: number | undefined,
): AgentEventSnapshot {
  const { status, nextStatus } = agent;
  return {
    AgentStatus: {
      ARN: statusArn(world, status),
      Name: status,
      StartTimestamp: toMillisecond(agent.statusSinceMs),
      Type: status === 'Available' ? 'ROUTABLE' : status === 'Offline' ? 'OFFLINE' : 'CUSTOM',
    },
    Configuration: configurationOf(world, agent),
    Contacts: [...agent.contacts, ...monitored(agent)].flatMap(
      (contact) => eventContact(world, contact) ?? [],
    ),
    NextAgentStatus:
      nextStatus === undefined || nextSinceMs === undefined
        ? null
        : {
            ARN: statusArn(world, nextStatus),
            EnqueuedTimestamp: toMillisecond(nextSinceMs),
            Name: nextStatus,
          },
  };
}

/** A supervisor has a contact of their own while they listen. */
const monitored = ({ monitoring }: AgentDescription): AgentContactDescription[] =>
  monitoring === undefined
    ? []
    : [
        {
          contactId: monitoring.ownContactId,
          channel: 'VOICE',
          state: 'connected',
          stateSinceMs: monitoring.sinceMs,
          queueName: '',
          attributes: {},
        },
      ];

/** The engine knows statuses by name only, so the name stands where Connect has an id. */
const statusArn = ({ instance }: World, name: string): string =>
  `${instance.arn}/agent-state/${encodeURIComponent(name)}`;

function configurationOf(world: World, { userId, contacts }: AgentDescription): AgentConfiguration {
  const agent = world.agents.get(userId);
  if (agent === undefined) throw new Error(`there is no agent '${userId}'`);
  const { user, profile: state } = agent;
  const { profile } = state;
  return {
    AgentHierarchyGroups: null,
    FirstName: user.firstName,
    LastName: user.lastName,
    Proficiencies: (user.proficiencies ?? []).map(({ name, value, level }) => ({
      Name: name,
      Value: value,
      ProficiencyLevel: level,
    })),
    RoutingProfile: {
      ARN: profile.arn,
      Concurrency: PROFILE_CHANNELS.flatMap((channel) => {
        const most = profile.concurrency[channel];
        return most === undefined
          ? []
          : [
              {
                AvailableSlots: Math.max(
                  0,
                  most - contacts.filter((contact) => contact.channel === channel).length,
                ),
                Channel: channel,
                MaximumSlots: most,
              },
            ];
      }),
      DefaultOutboundQueue: null,
      InboundQueues: inboundQueues(world, profile),
      Name: profile.name,
    },
    Username: user.username,
  };
}

function inboundQueues({ queues }: World, profile: RoutingProfile): AgentQueue[] {
  const channels = new Map<string, ProfileChannel[]>();
  for (const { queueId, channel } of profile.queues) {
    channels.set(queueId, [...(channels.get(queueId) ?? []), channel]);
  }
  return [...channels].flatMap(([queueId, Channels]) => {
    const state = queues.get(queueId);
    return state === undefined ? [] : [{ ARN: state.queue.arn, Channels, Name: state.queue.name }];
  });
}

function eventContact(world: World, work: AgentContactDescription): AgentEventContact | undefined {
  const contact = describeContact(world, work.contactId);
  if (contact === undefined) return undefined;
  const { queue } = contact;
  const { previousContactId, queuedAtMs, initiation } = contact.segments.at(-1) ?? {
    previousContactId: undefined,
    queuedAtMs: undefined,
    initiation: contact.initiation,
  };
  const had = work.state === 'connected' || work.state === 'after-contact-work';
  const sinceMs = work.holds?.sinceMs;
  return {
    Channel: work.channel === 'TASK' ? 'TASKS' : work.channel,
    ConnectedToAgentTimestamp:
      had && contact.connectedAtMs !== undefined ? toMillisecond(contact.connectedAtMs) : null,
    ContactId: contact.segmentId,
    InitialContactId: contact.monitorOf ?? (previousContactId === undefined ? null : contact.contactId),
    InitiationMethod: initiation,
    Queue: queue === undefined ? null : { ARN: queue.arn, Name: queue.name },
    QueueTimestamp: queuedAtMs === undefined ? null : toMillisecond(queuedAtMs),
    State: stateOf(work),
    StateStartTimestamp: toMillisecond(sinceMs ?? work.stateSinceMs),
  };
}

/** An agent who has accepted hears the whisper first: connecting still (adminguide/about-contact-states). */
function stateOf({ state, holds }: AgentContactDescription): AgentContactEventState {
  switch (state) {
    case 'ringing':
    case 'connecting':
      return 'CONNECTING';
    case 'connected':
      return holds?.sinceMs === undefined ? 'CONNECTED' : 'CONNECTED_ONHOLD';
    case 'paused':
      return 'PAUSED';
    case 'missed':
      return 'MISSED';
    case 'rejected':
      return 'REJECTED';
    case 'after-contact-work':
      return 'ENDED';
  }
}
