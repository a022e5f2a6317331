/** The stream on which Connect sends contact records: encrypted, and kept for as long as a weekend without us takes. */
import { Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib';
import { CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';
import { CfnStream } from 'aws-cdk-lib/aws-kinesis';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface ContactRecordsProps {
  readonly instanceArn: string;
  /** That of the recordings: with their association Connect has been granted its use (adminguide/enable-contact-analysis-segment-streams). */
  readonly key: IKey;
  readonly streamName: string;
  readonly removalPolicy: RemovalPolicy;
}

/** Whoever reads has from Friday evening to Monday evening to be repaired. */
const RETENTION_HOURS = 72;
/** Two weeks are the longest that SQS keeps anything. */
const FAILED_KEPT_DAYS = 14;

export class ContactRecords extends Construct {
  readonly streamArn: string;
  readonly key: IKey;
  /** Where readers tell of records that they have given up. */
  readonly failed: Queue;

  constructor(scope: Construct, id: string, props: ContactRecordsProps) {
    super(scope, id);
    const stream = new CfnStream(this, 'Stream', {
      name: props.streamName,
      // A shard takes a thousand records a second: more than Connect takes calls.
      shardCount: 1,
      streamModeDetails: { streamMode: 'PROVISIONED' },
      retentionPeriodHours: RETENTION_HOURS,
      streamEncryption: { encryptionType: 'KMS', keyId: props.key.keyArn },
    });
    stream.applyRemovalPolicy(props.removalPolicy);
    Validations.of(stream).acknowledge({
      id: 'AwsSolutions-KDS3',
      reason:
        'Contact records hold telephone numbers and attributes, so they rest under the key of the conversations, which limits who reads them (docs/decisions/encryption-keys.md).',
    });
    new CfnInstanceStorageConfig(this, 'Storage', {
      instanceArn: props.instanceArn,
      resourceType: 'CONTACT_TRACE_RECORDS',
      storageType: 'KINESIS_STREAM',
      kinesisStreamConfig: { streamArn: stream.attrArn },
    });
    this.failed = new Queue(this, 'Failed', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(FAILED_KEPT_DAYS),
      removalPolicy: props.removalPolicy,
    });
    Validations.of(this.failed).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is the dead letter queue itself: it says which records were given up.',
    });
    this.streamArn = stream.attrArn;
    this.key = props.key;
  }
}
