/** AWS::Connect::Instance: the local cloud runs one. */
import * as z from 'zod';
import { physicalUuid } from '../../assembly/physical-name.ts';
import type { Provisioner } from '../../assembly/provisioner.ts';
import { instanceArn } from '../arns.ts';
import type { ConnectState } from '../state.ts';
import { flag, oneOf, readProperties, tagMap, tags, text } from './properties.ts';
import { refuse, refuseProperty } from './refused.ts';

const schema = z.strictObject({
  Attributes: z.strictObject({
    InboundCalls: flag(),
    OutboundCalls: flag(),
    ContactflowLogs: z.optional(flag()),
    ContactLens: z.optional(flag()),
    AutoResolveBestVoices: z.optional(flag()),
    UseCustomTTSVoices: z.optional(flag()),
    AutoMuteAgentOnHold: z.optional(flag()),
    EarlyMedia: z.optional(flag()),
    EnhancedContactMonitoring: z.optional(flag()),
    EnhancedChatMonitoring: z.optional(flag()),
    HighVolumeOutBound: z.optional(flag()),
    MultiPartyConference: z.optional(flag()),
    MultiPartyChatConference: z.optional(flag()),
    MessageStreaming: z.optional(flag()),
  }),
  IdentityManagementType: oneOf('SAML', 'CONNECT_MANAGED', 'EXISTING_DIRECTORY'),
  InstanceAlias: z.optional(
    text(62).regex(
      /^(?!d-)([\da-zA-Z]+)([-]*[\da-zA-Z])*$/,
      "it must be letters, digits and single hyphens inside, and must not begin with 'd-'",
    ),
  ),
  DirectoryId: z.optional(text(12)),
  Tags: tags(),
});

export const instanceProvisioner = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::Instance',
  create(request) {
    const properties = readProperties(schema, request);
    const alias = properties.InstanceAlias;
    if (alias === undefined && properties.IdentityManagementType !== 'EXISTING_DIRECTORY') {
      throw refuseProperty(request, ['InstanceAlias'], undefined, 'it is required without a directory');
    }
    if (state.instance !== undefined) {
      throw refuse(
        request,
        `the local cloud runs one Connect instance, and there is '${state.instance.alias}' already`,
      );
    }
    const { stack } = request;
    const id = physicalUuid(request);
    const arn = instanceArn(stack, id);
    const suffix = physicalUuid(request, 'service-role').slice(-12);
    const serviceRole = `arn:${stack.partition}:iam::${stack.accountId}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_${suffix}`;
    state.instance = {
      arn,
      id,
      alias: alias ?? id,
      region: stack.region,
      accountId: stack.accountId,
      partition: stack.partition,
      identityManagementType: properties.IdentityManagementType,
      inboundCalls: properties.Attributes.InboundCalls,
      outboundCalls: properties.Attributes.OutboundCalls,
      multiParty: properties.Attributes.MultiPartyConference ?? false,
      flowLogs: properties.Attributes.ContactflowLogs ?? false,
      serviceRole,
      createdAtMs: state.createdAtMs,
      tags: tagMap(properties.Tags),
    };
    const attributes = {
      Arn: arn,
      Id: id,
      CreatedTime: new Date(state.createdAtMs).toISOString(),
      InstanceStatus: 'ACTIVE',
      ServiceRole: serviceRole,
    };
    return { physicalId: arn, attributes };
  },
});
