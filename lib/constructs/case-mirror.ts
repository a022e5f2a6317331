/** The mirror of cases in Amazon Connect Cases: the function, and its reader of the changes of the table. */
import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type * as z from 'zod/mini';
import { mirrorCases, mirrorReading } from '../../lambdas/mirror-cases/contract.ts';
import { ConfigurationError } from '../config-error.ts';
import { BundledFunction, type FunctionSurroundings } from './bundled-function.ts';
import type { ContactRecords } from './contact-records.ts';
import { environmentOf, nameOf, tableStatements } from './function-needs.ts';
import type { Tables } from './tables.ts';

export interface CaseMirrorProps {
  /** Undefined where there is none: then nothing is made. */
  readonly terms: z.output<typeof mirrorCases.environment.CONNECT_CASES> | undefined;
  /** With the table of cases followed. */
  readonly tables: Tables;
  readonly surroundings: FunctionSurroundings;
  /** Whose queue of what was given up gets the changes that could not be mirrored, too. */
  readonly contactRecords: Pick<ContactRecords, 'failed'>;
}

export class CaseMirror extends Construct {
  constructor(scope: Construct, id: string, props: CaseMirrorProps) {
    super(scope, id);
    const { terms, tables, surroundings } = props;
    const { failed } = props.contactRecords;
    if (terms === undefined) return;
    const { tableArn, tableStreamArn } = tables.named('cases');
    if (tableStreamArn === undefined) {
      throw new ConfigurationError(
        'the table of cases has no stream to mirror from; follow it in lib/callwright-stack.ts.',
      );
    }
    const domainArn = Stack.of(this).formatArn({
      service: 'cases',
      resource: 'domain',
      resourceName: terms.domainId,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const { name, purpose, memoryMb, functionTimeoutSeconds } = mirrorCases;
    const { resource } = new BundledFunction(this, name, {
      surroundings,
      name,
      description: purpose,
      memoryMb,
      timeoutSeconds: functionTimeoutSeconds,
      environment: environmentOf(mirrorCases, tables, { CONNECT_CASES: terms }),
      statements: [
        ...tableStatements(mirrorCases, tables),
        // Lambda reads the stream in the function's role (dg/with-ddb, execution role permissions).
        new PolicyStatement({
          actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
          resources: [tableStreamArn],
        }),
        new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [`${tableArn}/stream/*`] }),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failed.queueArn] }),
        // Of the domain, its template, its fields and its cases (service-authorization, list_amazonconnectcases).
        new PolicyStatement({
          actions: ['cases:CreateCase', 'cases:UpdateCase'],
          resources: [domainArn, `${domainArn}/*`],
        }),
      ],
    });
    Validations.of(this).acknowledge(
      {
        id: `AwsSolutions-IAM5[Resource::<${nameOf(this, tableArn)}>/stream/*]`,
        reason: 'Streams of this one table are listed; each has the moment of its start as its name.',
      },
      {
        id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cases:<AWS::Region>:<AWS::AccountId>:domain/${terms.domainId}/*]`,
        reason: 'Cases of this one domain are opened and changed, and nobody knows their ids before.',
      },
    );
    new CfnEventSourceMapping(this, `${name}-changes`, {
      functionName: resource.functionArn,
      eventSourceArn: tableStreamArn,
      startingPosition: 'TRIM_HORIZON',
      batchSize: mirrorReading.batchSize,
      maximumBatchingWindowInSeconds: mirrorReading.windowSeconds,
      maximumRetryAttempts: mirrorReading.retriesMax,
      maximumRecordAgeInSeconds: mirrorReading.recordAgeMaxSeconds,
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      destinationConfig: { onFailure: { destination: failed.queueArn } },
    });
  }
}
