/** AWS::Connect::User: an agent. The password is checked as Connect would, and kept for the local agent page alone. */
import * as z from 'zod';
import type { Provisioner, ResourceRequest } from '../../assembly/provisioner.ts';
import type { ConnectState } from '../state.ts';
import { identify, keep, ownerOf, referred } from './owner.ts';
import {
  arnOf,
  flag,
  instanceReference,
  oneOf,
  readProperties,
  tagMap,
  tags,
  text,
  whole,
} from './properties.ts';
import { refuseProperty } from './refused.ts';

// 24 days (API_UserPhoneConfig).
const LONGEST_AFTER_CONTACT_WORK_SECONDS = 2_000_000;

const channel = () => oneOf('VOICE', 'CHAT', 'TASK', 'EMAIL');
const afterContactWork = z.strictObject({
  AfterContactWorkMode: z.optional(text(32)),
  AfterContactWorkTimeLimit: z.optional(whole(0, LONGEST_AFTER_CONTACT_WORK_SECONDS)),
});
const phoneType = () => oneOf('SOFT_PHONE', 'DESK_PHONE');

const schema = z.strictObject({
  InstanceArn: instanceReference(),
  Username: text(64).regex(/^[a-zA-Z0-9_\-.@]+$/, 'it must be letters, digits and . _ - @'),
  Password: z.optional(
    z
      .string('it must be text')
      .regex(
        /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)\S{8,64}$/,
        'it must have 8 to 64 characters with a small letter, a capital letter and a digit',
      ),
  ),
  IdentityInfo: z.optional(
    z.strictObject({
      FirstName: z.optional(text(255)),
      LastName: z.optional(text(300)),
      Email: z.optional(text(256)),
      SecondaryEmail: z.optional(text(256)),
      Mobile: z.optional(text(16)),
    }),
  ),
  PhoneConfig: z.optional(
    z.strictObject({
      PhoneType: z.optional(phoneType()),
      AfterContactWorkTimeLimit: z.optional(whole(0, LONGEST_AFTER_CONTACT_WORK_SECONDS)),
      AutoAccept: z.optional(flag()),
      DeskPhoneNumber: z.optional(text(16)),
      PersistentConnection: z.optional(flag()),
    }),
  ),
  AfterContactWorkConfigs: z.optional(
    z.array(
      z.strictObject({
        Channel: channel(),
        AfterContactWorkConfig: afterContactWork,
        AgentFirstCallbackAfterContactWorkConfig: z.optional(afterContactWork),
      }),
    ),
  ),
  AutoAcceptConfigs: z.optional(
    z.array(
      z.strictObject({
        Channel: channel(),
        AutoAccept: flag(),
        AgentFirstCallbackAutoAccept: z.optional(flag()),
      }),
    ),
  ),
  PersistentConnectionConfigs: z.optional(
    z.array(z.strictObject({ Channel: channel(), PersistentConnection: flag() })),
  ),
  PhoneNumberConfigs: z.optional(
    z.array(
      z.strictObject({ Channel: channel(), PhoneType: phoneType(), PhoneNumber: z.optional(text(16)) }),
    ),
  ),
  VoiceEnhancementConfigs: z.optional(
    z.array(
      z.strictObject({
        Channel: channel(),
        VoiceEnhancementMode: oneOf('NONE', 'VOICE_ISOLATION', 'NOISE_SUPPRESSION'),
      }),
    ),
  ),
  RoutingProfileArn: arnOf('routing-profile', 'a routing profile'),
  SecurityProfileArns: z
    .array(arnOf('security-profile', 'a security profile'))
    .min(1, 'it must have 1 to 10 ARNs')
    .max(10, 'it must have 1 to 10 ARNs'),
  UserProficiencies: z.optional(
    z.array(
      z.strictObject({
        AttributeName: text(64),
        AttributeValue: text(64),
        Level: z
          .number('it must be a level from 1 to 5')
          .min(1, 'it must be a level from 1 to 5')
          .max(5, 'it must be a level from 1 to 5'),
      }),
    ),
  ),
  Tags: tags(),
});

/** An agent can only be good at what the instance knows of (API_UserProficiency); Amazon's own attributes it always does. */
function refuseUnknown(
  { predefinedAttributes }: ConnectState,
  request: ResourceRequest,
  { AttributeName, AttributeValue }: { readonly AttributeName: string; readonly AttributeValue: string },
  index: number,
): void {
  if (AttributeName.startsWith('connect:')) return;
  const values = predefinedAttributes.get(AttributeName);
  const at = ['UserProficiencies', index];
  if (values === undefined)
    throw refuseProperty(
      request,
      [...at, 'AttributeName'],
      AttributeName,
      'the instance has no such predefined attribute; the user must be created after it',
    );
  if (!values.includes(AttributeValue))
    throw refuseProperty(
      request,
      [...at, 'AttributeValue'],
      AttributeValue,
      `the predefined attribute '${AttributeName}' has the values ${values.join(', ')}`,
    );
}

export const userProvisioner = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::User',
  create(request) {
    const properties = readProperties(schema, request);
    const owner = ownerOf(state, request, 'InstanceArn', properties.InstanceArn);
    if (owner.identityManagementType === 'CONNECT_MANAGED' && properties.Password === undefined) {
      throw refuseProperty(request, ['Password'], undefined, 'an instance that manages its users needs one');
    }
    const profile = referred(
      state.routingProfiles,
      request,
      ['RoutingProfileArn'],
      properties.RoutingProfileArn,
      'routing profile',
    );
    const securityProfiles = properties.SecurityProfileArns.map((arn, index) =>
      referred(state.securityProfiles, request, ['SecurityProfileArns', index], arn, 'security profile'),
    );
    for (const [index, proficiency] of (properties.UserProficiencies ?? []).entries())
      refuseUnknown(state, request, proficiency, index);
    const identity = identify(owner, request, 'user');
    const work = properties.AfterContactWorkConfigs?.find(({ Channel }) => Channel === 'VOICE');
    const accept = properties.AutoAcceptConfigs?.find(({ Channel }) => Channel === 'VOICE');
    keep(state.users, request, {
      ...identity,
      name: properties.Username,
      username: properties.Username,
      tags: tagMap(properties.Tags),
      firstName: properties.IdentityInfo?.FirstName ?? '',
      lastName: properties.IdentityInfo?.LastName ?? '',
      routingProfileId: profile.id,
      securityProfileIds: securityProfiles.map(({ id }) => id),
      mayCallOut: securityProfiles.some(({ permissions }) => permissions.includes('OutboundCallAccess')),
      afterContactWorkSeconds:
        work?.AfterContactWorkConfig.AfterContactWorkTimeLimit ??
        properties.PhoneConfig?.AfterContactWorkTimeLimit ??
        0,
      proficiencies: (properties.UserProficiencies ?? []).map(({ AttributeName, AttributeValue, Level }) => ({
        name: AttributeName,
        value: AttributeValue,
        level: Level,
      })),
      autoAccept: accept?.AutoAccept ?? properties.PhoneConfig?.AutoAccept ?? false,
    });
    if (properties.Password !== undefined) state.passwords.set(properties.Username, properties.Password);
    return { physicalId: identity.arn, attributes: { UserArn: identity.arn } };
  },
});
