/** Makes the event that says what has just happened to a contact. */
import type { World } from '../world.ts';
import type { ContactEvent, ContactEventDetail, ContactEventType, UpdatedProperty } from './contact-event.ts';
import type { ContactNotes } from './contact-notes.ts';
import { systemTags } from './make-contact-record.ts';
import { routingCriteriaOf } from './routing-criteria.ts';
import { secondsBetween, toMillisecond, toSecond } from './timestamps.ts';

/**
 * @param id of the event, by which a reader knows one that comes twice
 * @param updated what CONTACT_DATA_UPDATED is about
 */
export function makeContactEvent(
  world: World,
  notes: ContactNotes,
  eventType: ContactEventType,
  atMs: number,
  id: string,
  updated?: UpdatedProperty,
): ContactEvent {
  const { instance } = world;
  return {
    version: '0',
    id,
    'detail-type': 'Amazon Connect Contact Event',
    source: 'aws.connect',
    account: instance.accountId,
    time: toSecond(atMs),
    region: instance.region,
    resources: [instance.arn, `${instance.arn}/contact/${notes.contactId}`],
    detail: detailOf(world, notes, eventType, updated),
  };
}

function detailOf(
  world: World,
  notes: ContactNotes,
  eventType: ContactEventType,
  updated: UpdatedProperty | undefined,
): ContactEventDetail {
  const { instance } = world;
  const { previousId, relatedId, endedAtMs, reason, systemAtMs } = notes;
  const queueInfo = queueOf(world, notes);
  const agentInfo = agentOf(world, notes);
  const isJoined = eventType === 'CONNECTED_TO_AGENT';
  const isAbout = isJoined || updated === 'RoutingCriteria.Step.Status';
  const routingCriteria =
    isAbout && notes.routing !== undefined
      ? routingCriteriaOf(world, notes.chainId, notes.routing, isJoined)
      : undefined;
  return {
    eventType,
    contactId: notes.contactId,
    ...(previousId === undefined
      ? {}
      : { initialContactId: notes.initialId ?? notes.chainId, previousContactId: previousId }),
    ...(relatedId === undefined ? {} : { relatedContactId: relatedId }),
    channel: notes.channel,
    instanceArn: instance.arn,
    initiationMethod: notes.initiation,
    initiationTimestamp: toMillisecond(notes.startedAtMs),
    ...(eventType === 'INITIATED' || systemAtMs === undefined
      ? {}
      : { connectedToSystemTimestamp: toMillisecond(systemAtMs) }),
    ...(endedAtMs === undefined ? {} : { disconnectTimestamp: toMillisecond(endedAtMs) }),
    ...(reason === undefined ? {} : { disconnectReason: reason }),
    ...(queueInfo === undefined ? {} : { queueInfo }),
    ...(agentInfo === undefined ? {} : { agentInfo }),
    ...(updated === undefined ? {} : { updatedProperties: [updated] }),
    ...(routingCriteria === undefined ? {} : { routingCriteria }),
    tags: { ...systemTags(instance.id, notes.to), ...notes.tags },
  };
}

function queueOf({ queues }: World, { queue }: ContactNotes): ContactEventDetail['queueInfo'] {
  const state = queue === undefined ? undefined : queues.get(queue.queueId);
  if (queue === undefined || state === undefined) return undefined;
  return {
    queueArn: state.queue.arn,
    queueType: state.owner === undefined ? 'STANDARD' : 'AGENT',
    enqueueTimestamp: toMillisecond(queue.enqueuedAtMs),
  };
}

function agentOf({ agents }: World, { agent: notes }: ContactNotes): ContactEventDetail['agentInfo'] {
  const agent = notes === undefined ? undefined : agents.get(notes.userId);
  if (notes === undefined || agent === undefined) return undefined;
  const { afterWorkFromMs, afterWorkTillMs } = notes;
  return {
    agentArn: agent.user.arn,
    connectedToAgentTimestamp: toMillisecond(notes.connectedAtMs),
    ...(afterWorkFromMs === undefined || afterWorkTillMs === undefined
      ? {}
      : {
          afterContactWorkStartTimestamp: toMillisecond(afterWorkFromMs),
          afterContactWorkEndTimestamp: toMillisecond(afterWorkTillMs),
          afterContactWorkDuration: secondsBetween(afterWorkFromMs, afterWorkTillMs),
        }),
  };
}
