/** Settings of the instance that are resources of their own: storage, origins, keys and predefined attributes. */
import * as z from 'zod';
import { physicalUuid } from '../../assembly/physical-name.ts';
import type { CreatedResource, Provisioner, ResourceRequest } from '../../assembly/provisioner.ts';
import type { ConnectState } from '../state.ts';
import { ownerOf } from './owner.ts';
import { instanceReference, oneOf, readProperties, text } from './properties.ts';
import { refuse } from './refused.ts';

const anything = () => z.optional(z.unknown());

/** Keeps a resource whose physical id is made of several properties. */
const compound = (
  state: ConnectState,
  request: ResourceRequest,
  parts: readonly string[],
  attributes: Readonly<Record<string, unknown>>,
): CreatedResource => {
  const physicalId = parts.join('|');
  if (state.others.has(physicalId))
    throw refuse(request, 'it exists in the instance (DuplicateResourceException)');
  state.others.add(physicalId);
  return { physicalId, attributes };
};

const storageSchema = z.strictObject({
  InstanceArn: instanceReference(),
  ResourceType: oneOf(
    'CHAT_TRANSCRIPTS',
    'CALL_RECORDINGS',
    'SCHEDULED_REPORTS',
    'MEDIA_STREAMS',
    'CONTACT_TRACE_RECORDS',
    'AGENT_EVENTS',
    'REAL_TIME_CONTACT_ANALYSIS_SEGMENTS',
    'REAL_TIME_CONTACT_ANALYSIS_CHAT_SEGMENTS',
    'REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS',
    'ATTACHMENTS',
    'CONTACT_EVALUATIONS',
    'SCREEN_RECORDINGS',
    'EMAIL_MESSAGES',
  ),
  StorageType: oneOf('S3', 'KINESIS_VIDEO_STREAM', 'KINESIS_STREAM', 'KINESIS_FIREHOSE'),
  S3Config: z.optional(
    z.strictObject({
      BucketName: text(128),
      BucketPrefix: text(128),
      EncryptionConfig: z.optional(z.strictObject({ EncryptionType: oneOf('KMS'), KeyId: text(128) })),
    }),
  ),
  KinesisVideoStreamConfig: anything(),
  KinesisStreamConfig: z.optional(
    z.strictObject({
      StreamArn: z.string().regex(/^arn:aws[-a-z0-9]*:kinesis:/, 'it must be the ARN of a Kinesis stream'),
    }),
  ),
  KinesisFirehoseConfig: anything(),
});

/** What the local centre really sends. */
const STREAMED = ['CONTACT_TRACE_RECORDS', 'AGENT_EVENTS'] as const;

const storage = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::InstanceStorageConfig',
  create(request) {
    const properties = readProperties(storageSchema, request);
    const { arn } = ownerOf(state, request, 'InstanceArn', properties.InstanceArn);
    if (properties.StorageType === 'S3' && properties.S3Config === undefined) {
      throw refuse(request, 'StorageType S3 needs S3Config');
    }
    if (properties.StorageType === 'KINESIS_STREAM' && properties.KinesisStreamConfig === undefined) {
      throw refuse(request, 'StorageType KINESIS_STREAM needs KinesisStreamConfig');
    }
    if (
      properties.StorageType === 'KINESIS_FIREHOSE' &&
      STREAMED.some((type) => type === properties.ResourceType)
    ) {
      throw refuse(request, `the local centre sends ${properties.ResourceType} to KINESIS_STREAM only`);
    }
    // An instance keeps one kind of thing in one place, so the kind alone is the identity that must be free.
    const AssociationId = physicalUuid({ ...request, logicalId: properties.ResourceType });
    const created = compound(state, request, [arn, AssociationId, properties.ResourceType], {
      AssociationId,
    });
    const { S3Config: bucket, KinesisStreamConfig: stream } = properties;
    if (bucket !== undefined) {
      const { BucketName, BucketPrefix } = bucket;
      state.storage.set(properties.ResourceType, {
        kind: 'bucket',
        bucket: BucketName,
        prefix: BucketPrefix,
      });
    }
    if (stream !== undefined) {
      state.storage.set(properties.ResourceType, { kind: 'stream', streamArn: stream.StreamArn });
    }
    return created;
  },
});

const originSchema = z.strictObject({
  InstanceId: instanceReference(),
  Origin: text(267).regex(/^https?:\/\/[^/\s]+$/, 'it must be a scheme and a host, without a path'),
});

const origin = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::ApprovedOrigin',
  create(request) {
    const properties = readProperties(originSchema, request);
    const { arn } = ownerOf(state, request, 'InstanceId', properties.InstanceId);
    return compound(state, request, [arn, properties.Origin], {});
  },
});

/** One in use and one that takes over from it (adminguide/encrypt-data). */
const SECURITY_KEYS_MAX = 2;

const keySchema = z.strictObject({
  InstanceId: instanceReference(),
  Key: text(1024).regex(/^-----BEGIN PUBLIC KEY-----/, 'it must be a public key in PEM form'),
});

const securityKey = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::SecurityKey',
  create(request) {
    const properties = readProperties(keySchema, request);
    const { arn } = ownerOf(state, request, 'InstanceId', properties.InstanceId);
    if (state.securityKeys.size >= SECURITY_KEYS_MAX)
      throw refuse(
        request,
        `an instance has at most ${SECURITY_KEYS_MAX} security keys (LimitExceededException)`,
      );
    const AssociationId = physicalUuid(request);
    state.securityKeys.set(AssociationId, properties.Key);
    return compound(state, request, [arn, AssociationId], { AssociationId });
  },
});

/** Names that begin with `connect:` are Amazon's own (adminguide/predefined-attributes). */
const attributeText = () =>
  text(100).regex(
    /^(?!(?:aws:|connect:))[\p{L}\p{Z}\p{N}_.:/=+\-@']+$/u,
    "it must be letters, digits, spaces and _ . : / = + - @ ', and not begin with aws: or connect:",
  );
const attributeSchema = z.strictObject({
  InstanceArn: instanceReference(),
  Name: attributeText(),
  Values: z.optional(z.strictObject({ StringList: z.array(attributeText()).min(1).max(500) })),
  Purposes: z.optional(z.array(text(100)).min(1).max(10)),
  AttributeConfiguration: anything(),
});

const predefinedAttribute = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::PredefinedAttribute',
  create(request) {
    const properties = readProperties(attributeSchema, request);
    const { Name, Values } = properties;
    const { arn } = ownerOf(state, request, 'InstanceArn', properties.InstanceArn);
    const known = [...state.predefinedAttributes.keys()];
    if (known.some((name) => name.toLowerCase() === Name.toLowerCase()))
      throw refuse(
        request,
        `the instance has a predefined attribute '${Name}', in small letters or capitals (DuplicateResourceException)`,
      );
    state.predefinedAttributes.set(Name, Values?.StringList ?? []);
    return compound(state, request, [arn, Name], {});
  },
});

export const settingProvisioners = (state: ConnectState): readonly Provisioner[] => [
  storage(state),
  origin(state),
  securityKey(state),
  predefinedAttribute(state),
];
