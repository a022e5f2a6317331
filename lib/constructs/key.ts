/** The key under which what callers said rests: recordings and logs. */
import { Aws, type RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface ConversationKeyProps {
  /** Names of every log group that CloudWatch Logs may encrypt with the key, and of no other. */
  readonly logGroupNames: readonly string[];
  readonly removalPolicy: RemovalPolicy;
}

/** Rotated yearly. Connect gets its use by a grant when the recordings' storage is associated with the instance. */
export function conversationKey(scope: Construct, id: string, props: ConversationKeyProps): Key {
  const key = new Key(scope, id, {
    description: 'Callwright: recordings and logs of calls',
    enableKeyRotation: true,
    removalPolicy: props.removalPolicy,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'LogGroupsOfThisCentre',
      principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      // In the policy of a key, `*` is that key.
      resources: ['*'],
      conditions: {
        ArnEquals: {
          'kms:EncryptionContext:aws:logs:arn': props.logGroupNames.map(
            (name) => `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${name}`,
          ),
        },
      },
    }),
  );
  return key;
}
