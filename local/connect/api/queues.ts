/** Queues, and the hours and prompts that callers meet there. */
import * as z from 'zod';
import type { ConnectState, QueueRecord } from '../state.ts';
import { listOperation } from './list-operation.ts';
import {
  defineOperation,
  namedResource,
  type Operation,
  reference,
  requireInstance,
  requireRecord,
  seconds,
} from './operation.ts';

const describe = (queue: QueueRecord, state: ConnectState) => ({
  Name: queue.name,
  QueueArn: queue.arn,
  QueueId: queue.id,
  Description: queue.description,
  OutboundCallerConfig: {
    OutboundCallerIdName: queue.outboundCallerName,
    OutboundCallerIdNumberId: queue.outboundCallerNumberId,
    OutboundFlowId: queue.outboundFlowId,
  },
  HoursOfOperationId: queue.hoursId,
  MaxContacts: queue.maxContacts,
  Status: queue.enabled ? 'ENABLED' : 'DISABLED',
  Tags: queue.tags,
  LastModifiedTime: seconds(state.createdAtMs),
  LastModifiedRegion: state.instance?.region,
});

export const queueOperations: readonly Operation[] = [
  listOperation({
    name: 'ListQueues',
    path: '/queues-summary/{InstanceId}',
    member: 'QueueSummaryList',
    query: { queueTypes: 'QueueTypes' },
    filters: { QueueTypes: z.optional(z.array(z.enum(['STANDARD', 'AGENT'])).max(2)) },
    allowedOn: (instance) => `${instance}/queue/*`,
    // Agents' own queues belong to agents; a template creates none of them.
    records: (state, { QueueTypes }) =>
      QueueTypes === undefined || QueueTypes.length === 0 || QueueTypes.includes('STANDARD')
        ? state.queues.list()
        : [],
    summary: () => ({ QueueType: 'STANDARD' }),
  }),
  defineOperation({
    name: 'DescribeQueue',
    method: 'GET',
    path: '/queues/{InstanceId}/{QueueId}',
    input: z.object({ InstanceId: reference(), QueueId: reference() }),
    resources: ({ InstanceId, QueueId }, state) => [namedResource(state, InstanceId, 'queue', QueueId)],
    answer: ({ InstanceId, QueueId }, { state }) => {
      requireInstance(state, InstanceId);
      return { Queue: describe(requireRecord(state.queues, QueueId, 'queue'), state) };
    },
  }),
  listOperation({
    name: 'ListHoursOfOperations',
    path: '/hours-of-operations-summary/{InstanceId}',
    member: 'HoursOfOperationSummaryList',
    filters: {},
    allowedOn: (instance) => instance,
    records: (state) => state.hours.list(),
    summary: () => ({}),
  }),
  listOperation({
    name: 'ListPrompts',
    path: '/prompts-summary/{InstanceId}',
    member: 'PromptSummaryList',
    filters: {},
    allowedOn: (instance) => instance,
    records: (state) => state.prompts.list(),
    summary: () => ({}),
  }),
];
