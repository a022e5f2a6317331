/** Connect resources with a name that are checked and have an ARN, but that no local call uses yet. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Provisioner } from '../../assembly/provisioner.ts';
import type { ArnKind } from '../arns.ts';
import type { NamedRecords } from '../named-records.ts';
import type { ConnectState, PlainRecord } from '../state.ts';
import { identify, keep, ownerOf } from './owner.ts';
import { arnOf, flag, instanceReference, oneOf, readProperties, tags, text, whole } from './properties.ts';

const anything = () => z.optional(z.unknown());

interface NamedType<S extends z.ZodType<{ InstanceArn: string }>> {
  readonly type: string;
  readonly kind: ArnKind;
  readonly schema: S;
  readonly records: NamedRecords<PlainRecord>;
  name(properties: z.output<S>): string;
  attributes(
    identity: { id: string; arn: string },
    properties: z.output<S>,
  ): Readonly<Record<string, unknown>>;
}

const named = <S extends z.ZodType<{ InstanceArn: string }>>(
  state: ConnectState,
  { type, kind, schema, records, name, attributes }: NamedType<S>,
): Provisioner => ({
  type,
  create(request) {
    const properties = readProperties(schema, request);
    const identity = identify(ownerOf(state, request, 'InstanceArn', properties.InstanceArn), request, kind);
    keep(records, request, { ...identity, name: name(properties) });
    return { physicalId: identity.arn, attributes: attributes(identity, properties) };
  },
});

const securityProfileSchema = z.strictObject({
  InstanceArn: instanceReference(),
  SecurityProfileName: text(127),
  Description: z.optional(text(250)),
  Permissions: z.optional(z.array(text(128)).max(500)),
  Applications: anything(),
  AllowedFlowModules: anything(),
  Tags: tags(),
});

/** Of its permissions the local centre looks at the one to make calls. */
const securityProfile = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::SecurityProfile',
  create(request) {
    const properties = readProperties(securityProfileSchema, request);
    const owner = ownerOf(state, request, 'InstanceArn', properties.InstanceArn);
    const identity = identify(owner, request, 'securityProfile');
    const { SecurityProfileName: name, Permissions: permissions = [] } = properties;
    keep(state.securityProfiles, request, { ...identity, name, permissions });
    return { physicalId: identity.arn, attributes: { SecurityProfileArn: identity.arn } };
  },
});

const agentStatus = (state: ConnectState): Provisioner =>
  named(state, {
    type: 'AWS::Connect::AgentStatus',
    kind: 'agentStatus',
    records: state.agentStatuses,
    schema: z.strictObject({
      InstanceArn: instanceReference(),
      Name: text(127),
      Description: z.optional(text(250)),
      State: oneOf('ENABLED', 'DISABLED'),
      Type: z.optional(oneOf('ROUTABLE', 'CUSTOM', 'OFFLINE')),
      DisplayOrder: z.optional(whole(1, 50)),
      ResetOrderNumber: z.optional(flag()),
      Tags: tags(),
    }),
    name: (properties) => properties.Name,
    attributes: ({ arn }) => ({ AgentStatusArn: arn }),
  });

const taskTemplate = (state: ConnectState): Provisioner =>
  named(state, {
    type: 'AWS::Connect::TaskTemplate',
    kind: 'taskTemplate',
    records: state.taskTemplates,
    schema: z.strictObject({
      InstanceArn: instanceReference(),
      Name: text(100),
      Description: z.optional(text(255, 0)),
      ContactFlowArn: z.optional(arnOf('contact-flow', 'a flow')),
      SelfAssignContactFlowArn: z.optional(arnOf('contact-flow', 'a flow')),
      Constraints: anything(),
      Defaults: anything(),
      Fields: anything(),
      Status: z.optional(oneOf('ACTIVE', 'INACTIVE')),
      ClientToken: z.optional(text(500)),
      Tags: tags(),
    }),
    name: (properties) => properties.Name,
    attributes: ({ arn }) => ({ Arn: arn }),
  });

const view = (state: ConnectState): Provisioner =>
  named(state, {
    type: 'AWS::Connect::View',
    kind: 'view',
    records: state.views,
    schema: z.strictObject({
      InstanceArn: instanceReference(),
      Name: text(512),
      Description: z.optional(text(4096)),
      Actions: z.array(text(255)).max(1000),
      Template: z.record(z.string(), z.unknown()),
      Tags: tags(),
    }),
    name: (properties) => properties.Name,
    attributes: ({ arn, id }, properties) => ({
      ViewArn: arn,
      ViewId: id,
      ViewContentSha256: createHash('sha256').update(JSON.stringify(properties.Template)).digest('hex'),
    }),
  });

export const nameOnlyProvisioners = (state: ConnectState): readonly Provisioner[] => [
  securityProfile(state),
  agentStatus(state),
  taskTemplate(state),
  view(state),
];
