/** The instance itself and the functions that it may use. */
import * as z from 'zod';
import type { InstanceRecord } from '../state.ts';
import {
  defineOperation,
  namedInstance,
  type Operation,
  PAGE_QUERY,
  pageMembers,
  reference,
  requireInstance,
  seconds,
} from './operation.ts';
import { page } from './pages.ts';

const summary = (instance: InstanceRecord) => ({
  Id: instance.id,
  Arn: instance.arn,
  IdentityManagementType: instance.identityManagementType,
  InstanceAlias: instance.alias,
  CreatedTime: seconds(instance.createdAtMs),
  ServiceRole: instance.serviceRole,
  InstanceStatus: 'ACTIVE',
  InboundCallsEnabled: instance.inboundCalls,
  OutboundCallsEnabled: instance.outboundCalls,
  InstanceAccessUrl: `https://${instance.alias}.my.connect.aws`,
});

export const instanceOperations: readonly Operation[] = [
  defineOperation({
    name: 'DescribeInstance',
    method: 'GET',
    path: '/instance/{InstanceId}',
    input: z.object({ InstanceId: reference() }),
    resources: ({ InstanceId }, state) => [namedInstance(state, InstanceId)],
    answer: ({ InstanceId }, { state }) => {
      const instance = requireInstance(state, InstanceId);
      return { Instance: { ...summary(instance), Tags: instance.tags } };
    },
  }),
  defineOperation({
    name: 'ListInstances',
    method: 'GET',
    path: '/instance',
    query: PAGE_QUERY,
    input: z.object(pageMembers),
    // The action has no resource type, so policies allow it on `*` only.
    resources: () => ['*'],
    answer: (input, { state }) => {
      const all = state.instance === undefined ? [] : [state.instance];
      const { items, next } = page('ListInstances', all, input);
      return { InstanceSummaryList: items.map(summary), ...next };
    },
  }),
  defineOperation({
    name: 'ListLambdaFunctions',
    method: 'GET',
    path: '/instance/{InstanceId}/lambda-functions',
    query: PAGE_QUERY,
    input: z.object({ InstanceId: reference(), ...pageMembers }),
    resources: ({ InstanceId }, state) => [namedInstance(state, InstanceId)],
    answer: (input, { state }) => {
      requireInstance(state, input.InstanceId);
      const { items, next } = page('ListLambdaFunctions', [...state.functions], input);
      return { LambdaFunctions: items, ...next };
    },
  }),
];
