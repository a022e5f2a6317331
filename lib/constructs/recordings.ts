/** Where recordings of calls are kept: encrypted, for a limited time, with a record of who read them. */
import { Aws, Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib';
import { CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { nameOf } from './function-needs.ts';

export interface RecordingsProps {
  readonly instanceArn: string;
  readonly key: IKey;
  readonly recordingDays: number;
  readonly accessLogDays: number;
  readonly removalPolicy: RemovalPolicy;
}

/** Recordings of callers who leave a message, and the key that they rest under. */
export interface Voicemails {
  readonly bucketName: string;
  readonly bucketArn: string;
  /** With which their keys begin. */
  readonly prefix: string;
  readonly key: IKey;
}

/** Where Connect puts recordings between callers and flows, in the folder of all (seen in many public configurations). */
const FLOW_RECORDINGS_FOLDER = 'ivr';

/** What reads them, deletes them, or lends them to a browser may; the folder's files are named by Connect. */
export function voicemailStatements(
  scope: Construct,
  { bucketArn, prefix, key }: Voicemails,
  actions: readonly ('s3:GetObject' | 's3:DeleteObject')[],
): PolicyStatement[] {
  Validations.of(scope).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${nameOf(scope, bucketArn)}>/${prefix}*]`,
    reason:
      'The function is for whatever voice message comes into this one folder, and nobody knows its name before.',
  });
  return [
    new PolicyStatement({ actions: [...actions], resources: [`${bucketArn}/${prefix}*`] }),
    new PolicyStatement({ actions: ['kms:Decrypt'], resources: [key.keyArn] }),
  ];
}

/**
 * Whoever reads by an event needs it, too: S3 says of an object that is gone what it says of one that may not be read,
 * unless the bucket may be listed (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html).
 */
export const toldWhatIsGone = (bucketArn: string): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucketArn] });

/** The folder of the bucket in which Connect puts recordings. */
const CALLS = 'calls';

/** What every bucket of ours is. */
export const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
};

/** What `serverAccessLogsBucket` would do; its type does not take a `Bucket` under `exactOptionalPropertyTypes`. */
export function logAccess(bucket: Bucket, target: Bucket, prefix: string, sid: string): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path} has no CfnBucket`);
  resource.loggingConfiguration = { destinationBucketName: target.bucketName, logFilePrefix: prefix };
  target.addToResourcePolicy(
    new PolicyStatement({
      sid,
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [target.arnForObjects(`${prefix}*`)],
      conditions: {
        ArnEquals: { 'aws:SourceArn': bucket.bucketArn },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      },
    }),
  );
}

export class Recordings extends Construct {
  readonly bucketName: string;
  /** The objects that are recordings between callers and flows: Connect puts them in a folder of their own. */
  readonly voicemails: Voicemails;
  /** Who read what of the buckets. */
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, props: RecordingsProps) {
    super(scope, id);
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      // S3 delivers access logs only to buckets under its own key (userguide/enable-server-access-logging).
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(props.accessLogDays) }],
      removalPolicy: props.removalPolicy,
    });
    Validations.of(accessLogs).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'This bucket holds the access logs of the recordings; logging its own access would log the logging without end.',
    });
    const bucket = new Bucket(this, 'Bucket', {
      ...closed,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      // Not versioned: a recording that has expired or was erased must be gone.
      lifecycleRules: [
        {
          expiration: Duration.days(props.recordingDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: props.removalPolicy,
    });
    logAccess(bucket, accessLogs, 'recordings/', 'AccessLogsOfTheRecordings');
    this.accessLogs = accessLogs;
    new CfnInstanceStorageConfig(this, 'Storage', {
      instanceArn: props.instanceArn,
      resourceType: 'CALL_RECORDINGS',
      storageType: 'S3',
      s3Config: {
        bucketName: bucket.bucketName,
        bucketPrefix: CALLS,
        encryptionConfig: { encryptionType: 'KMS', keyId: props.key.keyArn },
      },
    });
    this.bucketName = bucket.bucketName;
    const resource = bucket.node.defaultChild;
    if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path} has no CfnBucket`);
    // CDK's own switch is a custom resource with a function of its own.
    resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    this.voicemails = {
      bucketName: bucket.bucketName,
      bucketArn: bucket.bucketArn,
      prefix: `${CALLS}/${FLOW_RECORDINGS_FOLDER}/`,
      key: props.key,
    };
  }
}
