/** Flows and modules. */
import * as z from 'zod';
import { FLOW_TYPES } from '../../../engine/language/flow.ts';
import type { ConnectState, FlowRecord } from '../state.ts';
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

const stateOf = ({ archived }: FlowRecord) => (archived ? 'ARCHIVED' : 'ACTIVE');

const describe = (flow: FlowRecord, state: ConnectState) => ({
  Arn: flow.arn,
  Id: flow.id,
  Name: flow.name,
  State: stateOf(flow),
  Status: 'PUBLISHED',
  Description: flow.description,
  Content: flow.content,
  Tags: flow.tags,
  LastModifiedTime: seconds(state.createdAtMs),
  LastModifiedRegion: state.instance?.region,
});

export const flowOperations: readonly Operation[] = [
  listOperation({
    name: 'ListContactFlows',
    path: '/contact-flows-summary/{InstanceId}',
    member: 'ContactFlowSummaryList',
    query: { contactFlowTypes: 'ContactFlowTypes' },
    filters: { ContactFlowTypes: z.optional(z.array(z.enum(FLOW_TYPES)).max(10)) },
    allowedOn: (instance) => `${instance}/contact-flow/*`,
    records: (state, { ContactFlowTypes: types = [] }) =>
      state.flows.list().filter(({ type }) => types.length === 0 || types.includes(type)),
    summary: (flow) => ({
      ContactFlowType: flow.type,
      ContactFlowState: stateOf(flow),
      ContactFlowStatus: 'PUBLISHED',
      LastModifiedTime: undefined,
      LastModifiedRegion: undefined,
    }),
  }),
  defineOperation({
    name: 'DescribeContactFlow',
    method: 'GET',
    path: '/contact-flows/{InstanceId}/{ContactFlowId}',
    input: z.object({ InstanceId: reference(), ContactFlowId: reference() }),
    resources: ({ InstanceId, ContactFlowId }, state) => [
      namedResource(state, InstanceId, 'flow', ContactFlowId),
    ],
    answer: ({ InstanceId, ContactFlowId }, { state }) => {
      requireInstance(state, InstanceId);
      const flow = requireRecord(state.flows, ContactFlowId, 'flow');
      return { ContactFlow: { ...describe(flow, state), Type: flow.type } };
    },
  }),
  listOperation({
    name: 'ListContactFlowModules',
    path: '/contact-flow-modules-summary/{InstanceId}',
    member: 'ContactFlowModulesSummaryList',
    query: { state: 'ContactFlowModuleState' },
    filters: { ContactFlowModuleState: z.optional(z.array(z.enum(['ACTIVE', 'ARCHIVED'])).max(1)) },
    allowedOn: (instance) => instance,
    records: (state, { ContactFlowModuleState: wanted }) =>
      state.modules.list().filter((module) => wanted?.includes(stateOf(module)) ?? true),
    summary: (module) => ({
      State: stateOf(module),
      LastModifiedTime: undefined,
      LastModifiedRegion: undefined,
    }),
  }),
  defineOperation({
    name: 'DescribeContactFlowModule',
    method: 'GET',
    path: '/contact-flow-modules/{InstanceId}/{ContactFlowModuleId}',
    input: z.object({ InstanceId: reference(), ContactFlowModuleId: reference() }),
    resources: ({ InstanceId, ContactFlowModuleId }, state) => [
      namedResource(state, InstanceId, 'module', ContactFlowModuleId),
    ],
    answer: ({ InstanceId, ContactFlowModuleId }, { state }) => {
      requireInstance(state, InstanceId);
      const module = requireRecord(state.modules, ContactFlowModuleId, 'flow module');
      return { ContactFlowModule: { ...describe(module, state), Settings: module.settings } };
    },
  }),
];
