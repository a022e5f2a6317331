/** AWS::Connect::RoutingProfile: which queues an agent serves, in which order, and how many contacts at once. */
import * as z from 'zod';
import type { Provisioner } from '../../assembly/provisioner.ts';
import type { ConnectState } from '../state.ts';
import { identify, keep, ownerOf, referred } from './owner.ts';
import { arnOf, instanceReference, oneOf, readProperties, tagMap, tags, text, whole } from './properties.ts';
import { refuseProperty } from './refused.ts';

const channel = () => oneOf('VOICE', 'CHAT', 'TASK', 'EMAIL');
const queueReference = z.strictObject({ Channel: channel(), QueueArn: arnOf('queue', 'a queue') });

const schema = z.strictObject({
  InstanceArn: instanceReference(),
  Name: text(127),
  Description: text(250),
  DefaultOutboundQueueArn: arnOf('queue', 'a queue'),
  MediaConcurrencies: z.array(
    z.strictObject({
      Channel: channel(),
      // VOICE takes one contact, the others up to ten (API_MediaConcurrency).
      Concurrency: whole(1, 10),
      CrossChannelBehavior: z.optional(
        z.strictObject({ BehaviorType: oneOf('ROUTE_CURRENT_CHANNEL_ONLY', 'ROUTE_ANY_CHANNEL') }),
      ),
    }),
    'it must be a list of channels with how many contacts each',
  ),
  QueueConfigs: z.optional(
    z.array(
      z.strictObject({ Delay: whole(0, 9999), Priority: whole(1, 99), QueueReference: queueReference }),
    ),
  ),
  ManualAssignmentQueueConfigs: z.optional(z.array(z.strictObject({ QueueReference: queueReference }))),
  AgentAvailabilityTimer: z.optional(oneOf('TIME_SINCE_LAST_ACTIVITY', 'TIME_SINCE_LAST_INBOUND')),
  Tags: tags(),
});

export const routingProfileProvisioner = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::RoutingProfile',
  create(request) {
    const properties = readProperties(schema, request);
    const owner = ownerOf(state, request, 'InstanceArn', properties.InstanceArn);
    for (const [index, { Channel, Concurrency }] of properties.MediaConcurrencies.entries()) {
      if (Channel !== 'VOICE' || Concurrency === 1) continue;
      const path = ['MediaConcurrencies', index, 'Concurrency'];
      throw refuseProperty(request, path, Concurrency, 'an agent takes one VOICE contact at a time');
    }
    const concurrency = Object.fromEntries(
      properties.MediaConcurrencies.map(({ Channel, Concurrency }) => [Channel, Concurrency]),
    );
    const crossChannel = properties.MediaConcurrencies.flatMap(({ Channel, CrossChannelBehavior }) =>
      CrossChannelBehavior?.BehaviorType === 'ROUTE_ANY_CHANNEL' ? [Channel] : [],
    );
    const queues = (properties.QueueConfigs ?? []).map(({ QueueReference, Delay, Priority }, index) => {
      const at = ['QueueConfigs', index, 'QueueReference'];
      const queue = referred(state.queues, request, [...at, 'QueueArn'], QueueReference.QueueArn, 'queue');
      if (!(QueueReference.Channel in concurrency)) {
        throw refuseProperty(
          request,
          [...at, 'Channel'],
          QueueReference.Channel,
          'MediaConcurrencies does not allow that channel',
        );
      }
      return { queueId: queue.id, channel: QueueReference.Channel, priority: Priority, delaySeconds: Delay };
    });
    for (const [index, { QueueReference }] of (properties.ManualAssignmentQueueConfigs ?? []).entries()) {
      const path = ['ManualAssignmentQueueConfigs', index, 'QueueReference', 'QueueArn'];
      referred(state.queues, request, path, QueueReference.QueueArn, 'queue');
    }
    const outbound = referred(
      state.queues,
      request,
      ['DefaultOutboundQueueArn'],
      properties.DefaultOutboundQueueArn,
      'queue',
    );
    const identity = identify(owner, request, 'routingProfile');
    keep(state.routingProfiles, request, {
      ...identity,
      name: properties.Name,
      description: properties.Description,
      tags: tagMap(properties.Tags),
      queues,
      concurrency,
      crossChannel,
      defaultOutboundQueueId: outbound.id,
    });
    return { physicalId: identity.arn, attributes: { RoutingProfileArn: identity.arn } };
  },
});
