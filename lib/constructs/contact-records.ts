/** The streams on which Connect sends contact records and agent events: encrypted, and records kept for as long as a weekend without us takes. */
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
  /** Begins the names of both streams. */
  readonly namePrefix: string;
  readonly removalPolicy: RemovalPolicy;
}

/** Whoever reads has from Friday evening to Monday evening to be repaired. */
const RECORDS_KEPT_HOURS = 72;
/** The shortest that there is: heart beats tell again how agents stand. */
const AGENT_EVENTS_KEPT_HOURS = 24;
/** Two weeks are the longest that SQS keeps anything. */
const FAILED_KEPT_DAYS = 14;

export class ContactRecords extends Construct {
  readonly streamArn: string;
  /** Agent events have a stream of their own, so that neither holds the other up. */
  readonly agentEventsArn: string;
  readonly key: IKey;
  /** Where readers tell of records that they have given up. */
  readonly failed: Queue;

  constructor(scope: Construct, id: string, props: ContactRecordsProps) {
    super(scope, id);
    this.streamArn = this.stream('', 'CONTACT_TRACE_RECORDS', 'contact-records', RECORDS_KEPT_HOURS, props);
    this.agentEventsArn = this.stream(
      'AgentEvents',
      'AGENT_EVENTS',
      'agent-events',
      AGENT_EVENTS_KEPT_HOURS,
      props,
    );
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
    this.key = props.key;
  }

  /** Makes a stream and has Connect send to it. Returns its ARN. */
  private stream(
    id: string,
    resourceType: 'CONTACT_TRACE_RECORDS' | 'AGENT_EVENTS',
    name: string,
    retentionPeriodHours: number,
    { instanceArn, namePrefix, key, removalPolicy }: ContactRecordsProps,
  ): string {
    const stream = new CfnStream(this, `${id}Stream`, {
      name: `${namePrefix}-${name}`,
      // A shard takes a thousand records a second: more than Connect takes calls.
      shardCount: 1,
      streamModeDetails: { streamMode: 'PROVISIONED' },
      retentionPeriodHours,
      streamEncryption: { encryptionType: 'KMS', keyId: key.keyArn },
    });
    stream.applyRemovalPolicy(removalPolicy);
    Validations.of(stream).acknowledge({
      id: 'AwsSolutions-KDS3',
      reason:
        'What Connect sends holds names, telephone numbers and attributes, so it rests under the key of the conversations, which limits who reads it (docs/decisions/encryption-keys.md).',
    });
    new CfnInstanceStorageConfig(this, `${id}Storage`, {
      instanceArn,
      resourceType,
      storageType: 'KINESIS_STREAM',
      kinesisStreamConfig: { streamArn: stream.attrArn },
    });
    return stream.attrArn;
  }
}
