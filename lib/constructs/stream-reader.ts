/** How Lambda reads streams for functions: the changes of cases, and what every reader of a stream has. */
import { Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StreamTerms } from '../../lambdas/runtime/event-contract.ts';
import { ConfigurationError } from '../config-error.ts';
import { nameOf } from './function-needs.ts';
import type { Tables } from './tables.ts';

export interface ReadStream {
  /** Of the mapping. */
  readonly id: string;
  readonly arn: string;
  readonly terms: StreamTerms;
  /** What the function's role needs to read it. */
  readonly statements: readonly PolicyStatement[];
}

/** The right to tell what was given up; Lambda does it in the function's role. */
export const givenUpStatement = (failed: Queue): PolicyStatement =>
  new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failed.queueArn] });

/**
 * The changes of cases, which are told by their keys alone.
 * @throws ConfigurationError where the table is not followed
 */
export function caseChanges(
  scope: Construct,
  name: string,
  { tables, terms, failed }: { readonly tables: Tables; readonly terms: StreamTerms; readonly failed: Queue },
): ReadStream {
  const { tableArn, tableStreamArn } = tables.named('cases');
  if (tableStreamArn === undefined) {
    throw new ConfigurationError(
      'the table of cases has no stream to read; follow it in lib/callwright-stack.ts.',
    );
  }
  Validations.of(scope).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${nameOf(scope, tableArn)}>/stream/*]`,
    reason: 'Streams of this one table are listed; each has the moment of its start as its name.',
  });
  return {
    id: `${name}-changes`,
    arn: tableStreamArn,
    terms,
    statements: [
      // Lambda reads the stream in the function's role (dg/with-ddb, execution role permissions).
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [tableStreamArn],
      }),
      new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [`${tableArn}/stream/*`] }),
      givenUpStatement(failed),
    ],
  };
}

/** Makes the reader. */
export function readStream(
  scope: Construct,
  { id, arn, terms }: ReadStream,
  functionName: string,
  failed: Queue,
): void {
  new CfnEventSourceMapping(scope, id, {
    functionName,
    eventSourceArn: arn,
    // What was written before the first deployment ends is read too.
    startingPosition: 'TRIM_HORIZON',
    batchSize: terms.batchSize,
    maximumBatchingWindowInSeconds: terms.windowSeconds,
    maximumRetryAttempts: terms.retriesMax,
    maximumRecordAgeInSeconds: terms.recordAgeMaxSeconds,
    bisectBatchOnFunctionError: true,
    functionResponseTypes: ['ReportBatchItemFailures'],
    destinationConfig: { onFailure: { destination: failed.queueArn } },
  });
}
