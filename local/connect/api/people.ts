/** Agents and their routing profiles. */
import { listOperation } from './list-operation.ts';
import type { Operation } from './operation.ts';

export const peopleOperations: readonly Operation[] = [
  listOperation({
    name: 'ListRoutingProfiles',
    path: '/routing-profiles-summary/{InstanceId}',
    member: 'RoutingProfileSummaryList',
    filters: {},
    allowedOn: (instance) => instance,
    records: (state) => state.routingProfiles.list(),
    summary: () => ({}),
  }),
  listOperation({
    name: 'ListUsers',
    path: '/users-summary/{InstanceId}',
    member: 'UserSummaryList',
    filters: {},
    allowedOn: (instance) => instance,
    records: (state) => state.users.list(),
    summary: ({ username }) => ({ Username: username, Name: undefined }),
  }),
];
