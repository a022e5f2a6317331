/** Where partners drop files with orders: encrypted, for a limited time, told of by EventBridge. */
import { Duration, type RemovalPolicy, Tags } from 'aws-cdk-lib';
import { Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { closed, logAccess } from './recordings.ts';

export interface OrderFilesProps {
  readonly accessLogs: Bucket;
  readonly removalPolicy: RemovalPolicy;
}

/** As long as a sender may ask what became of a file; the order or the case has its content. */
const KEPT_DAYS = 90;

/** The local cloud takes the files of this folder for those of the bucket. */
const LOCAL_FOLDER = 'intake';

export class OrderFiles extends Construct {
  readonly bucketName: string;
  readonly bucketArn: string;

  constructor(scope: Construct, id: string, { accessLogs, removalPolicy }: OrderFilesProps) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [
        { expiration: Duration.days(KEPT_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy,
    });
    const resource = bucket.node.defaultChild;
    if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path} has no CfnBucket`);
    // CDK's own switch is a custom resource with a function of its own.
    resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    logAccess(bucket, accessLogs, 'order-files/', 'AccessLogsOfTheOrderFiles');
    Tags.of(bucket).add('local-folder', LOCAL_FOLDER);
    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
  }
}
