/** How Amazon Connect writes the ARNs of its resources. */
import type { StackIdentity } from '../assembly/provisioner.ts';

type Place = Pick<StackIdentity, 'partition' | 'region' | 'accountId'>;

/** ARN of an Amazon Connect instance (Service Authorization Reference, Amazon Connect, resource types). */
export const instanceArn = (stack: Place, id: string): string =>
  `arn:${stack.partition}:connect:${stack.region}:${stack.accountId}:instance/${id}`;

/** ARN of a claimed number: it belongs to the account, not to the instance. */
export const phoneNumberArn = (stack: Place, id: string): string =>
  `arn:${stack.partition}:connect:${stack.region}:${stack.accountId}:phone-number/${id}`;

/** What stands between the instance and the id in the ARN of each kind of resource. */
const ARN_PARTS = {
  hours: 'operating-hours',
  queue: 'queue',
  routingProfile: 'routing-profile',
  securityProfile: 'security-profile',
  user: 'agent',
  prompt: 'prompt',
  flow: 'contact-flow',
  module: 'flow-module',
  quickConnect: 'transfer-destination',
  taskTemplate: 'task-template',
  view: 'view',
  agentStatus: 'agent-state',
  testCase: 'test-case',
  dataTable: 'data-table',
  contact: 'contact',
} as const;

export type ArnKind = keyof typeof ARN_PARTS;

/** ARN of a resource inside an instance. */
export const resourceArn = (ownerArn: string, kind: ArnKind, id: string): string =>
  `${ownerArn}/${ARN_PARTS[kind]}/${id}`;

/** The id in an ARN, or the text itself where it is an id already: Connect's API takes both. */
export const idOf = (idOrArn: string): string => idOrArn.slice(idOrArn.lastIndexOf('/') + 1);
