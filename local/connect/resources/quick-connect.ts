/** AWS::Connect::QuickConnect: whom an agent can transfer a call to. */
import * as z from 'zod';
import type { Provisioner, ResourceRequest } from '../../assembly/provisioner.ts';
import type { ConnectState, QuickConnectRecord } from '../state.ts';
import { identify, keep, ownerOf, referred } from './owner.ts';
import { arnOf, instanceReference, oneOf, readProperties, tags, text } from './properties.ts';
import { refuseProperty } from './refused.ts';

const flowArn = () => arnOf('contact-flow', 'a flow');
const schema = z.strictObject({
  InstanceArn: instanceReference(),
  Name: text(127),
  Description: z.optional(text(250)),
  QuickConnectConfig: z.strictObject({
    QuickConnectType: oneOf('PHONE_NUMBER', 'QUEUE', 'USER', 'FLOW'),
    PhoneConfig: z.optional(
      z.strictObject({
        PhoneNumber: z
          .string('it must be a number such as +12025550100')
          .regex(/^\+[1-9]\d{1,14}$/, 'it must be a number such as +12025550100'),
      }),
    ),
    QueueConfig: z.optional(
      z.strictObject({ QueueArn: arnOf('queue', 'a queue'), ContactFlowArn: flowArn() }),
    ),
    UserConfig: z.optional(z.strictObject({ UserArn: arnOf('agent', 'a user'), ContactFlowArn: flowArn() })),
    FlowConfig: z.optional(z.strictObject({ ContactFlowArn: flowArn() })),
  }),
  Tags: tags(),
});

type Config = z.output<typeof schema>['QuickConnectConfig'];
type Destination = QuickConnectRecord['destination'];

/** Flows as quick connects are for chats and tasks; agents with a call are not offered them. */
export const quickConnectProvisioner = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::QuickConnect',
  create(request) {
    const { InstanceArn, Name, QuickConnectConfig } = readProperties(schema, request);
    const identity = identify(ownerOf(state, request, 'InstanceArn', InstanceArn), request, 'quickConnect');
    const destination = destinationOf(state, request, QuickConnectConfig);
    keep(state.quickConnects, request, { ...identity, name: Name, destination });
    return {
      physicalId: identity.arn,
      attributes: { QuickConnectArn: identity.arn, QuickConnectType: QuickConnectConfig.QuickConnectType },
    };
  },
});

function destinationOf(state: ConnectState, request: ResourceRequest, config: Config): Destination {
  const { QuickConnectType, PhoneConfig, QueueConfig, UserConfig, FlowConfig } = config;
  const path = (part: string, property: string) => ['QuickConnectConfig', part, property];
  const flowOf = (part: string, arn: string, type: string): string => {
    const flow = referred(state.flows, request, path(part, 'ContactFlowArn'), arn, 'flow');
    if (flow.type !== type)
      throw refuseProperty(
        request,
        path(part, 'ContactFlowArn'),
        arn,
        `it must be a flow of type ${type}, not ${flow.type}`,
      );
    return flow.id;
  };
  if (QuickConnectType === 'PHONE_NUMBER' && PhoneConfig !== undefined)
    return { kind: 'number', number: PhoneConfig.PhoneNumber };
  if (QuickConnectType === 'QUEUE' && QueueConfig !== undefined) {
    const queue = referred(
      state.queues,
      request,
      path('QueueConfig', 'QueueArn'),
      QueueConfig.QueueArn,
      'queue',
    );
    const flowId = flowOf('QueueConfig', QueueConfig.ContactFlowArn, 'QUEUE_TRANSFER');
    return { kind: 'queue', queueId: queue.id, flowId };
  }
  if (QuickConnectType === 'USER' && UserConfig !== undefined) {
    const user = referred(state.users, request, path('UserConfig', 'UserArn'), UserConfig.UserArn, 'user');
    const flowId = flowOf('UserConfig', UserConfig.ContactFlowArn, 'AGENT_TRANSFER');
    return { kind: 'agent', userId: user.id, flowId };
  }
  if (QuickConnectType === 'FLOW' && FlowConfig !== undefined) {
    referred(state.flows, request, path('FlowConfig', 'ContactFlowArn'), FlowConfig.ContactFlowArn, 'flow');
    return undefined;
  }
  throw refuseProperty(
    request,
    ['QuickConnectConfig'],
    undefined,
    `it must have the part that belongs to ${QuickConnectType}`,
  );
}
