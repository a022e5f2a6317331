/** The functions that get Connect's contact records, agent events and contact events, and changes of cases: each with its reader of a stream and its rule. */
import { Aws, Validations } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { EventContract, StreamTerms } from '../../lambdas/runtime/event-contract.ts';
import { ConfigurationError } from '../config-error.ts';
import { BundledFunction, type FunctionSurroundings } from './bundled-function.ts';
import type { ContactRecords } from './contact-records.ts';
import { environmentOf, nameOf, tableStatements } from './function-needs.ts';
import type { OrderFiles } from './order-files.ts';
import { toldWhatIsGone, type Voicemails, voicemailStatements } from './recordings.ts';
import { caseChanges, givenUpStatement, type ReadStream, readStream } from './stream-reader.ts';
import type { Tables } from './tables.ts';

export interface EventFunctionsProps {
  readonly instanceArn: string;
  readonly contracts: readonly EventContract[];
  readonly records: ContactRecords;
  readonly orderFiles: OrderFiles;
  /** The ARNs of functions in the background, by name. */
  readonly background: ReadonlyMap<string, string>;
  readonly voicemails: Voicemails;
  readonly tables: Tables;
  readonly surroundings: FunctionSurroundings;
  /** What environment variables besides the tables' names hold, before it is written as JSON. */
  readonly environment: Readonly<Record<string, unknown>>;
}

function askingStatements({ asksConnect = [] }: EventContract, instanceArn: string): PolicyStatement[] {
  return asksConnect.length === 0
    ? []
    : [new PolicyStatement({ actions: [...asksConnect], resources: [`${instanceArn}/contact/*`] })];
}

/** As Lambda does by itself (dg/invocation-async-configuring): two more runs, and six hours. */
const EVENT_RETRIES_MAX = 2;
const EVENT_AGE_SECONDS_MAX = 21_600;

/** @throws ConfigurationError where the stack does not have the function that gets what failed */
function failureArnOf(
  { name, onFailure }: EventContract,
  { background }: EventFunctionsProps,
): string | undefined {
  if (onFailure === undefined) return undefined;
  const arn = background.get(onFailure);
  if (arn === undefined)
    throw new ConfigurationError(
      `function "${name}" gives what failed to "${onFailure}", which the stack does not have; add it to lib/functions.ts.`,
    );
  return arn;
}

/** Those of Connect's streams that a function reads, and the changes of cases. */
function streamsOf(
  scope: Construct,
  { name, contactRecords, agentEvents, caseChanges: terms }: EventContract,
  { records, tables }: EventFunctionsProps,
): ReadStream[] {
  const { streamArn, agentEventsArn, failed } = records;
  const ofConnect = (id: string, arn: string, its: StreamTerms | undefined): ReadStream[] =>
    its === undefined
      ? []
      : [{ id: `${name}-${id}`, arn, terms: its, statements: readingStatements(arn, records) }];
  return [
    ...ofConnect('records', streamArn, contactRecords),
    ...ofConnect('agents', agentEventsArn, agentEvents),
    ...(terms === undefined ? [] : [caseChanges(scope, name, { tables, terms, failed })]),
  ];
}

/** Lambda reads the stream in the function's role (dg/with-kinesis, execution role permissions). */
function readingStatements(streamArn: string, { key, failed }: ContactRecords): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: [
        'kinesis:DescribeStream',
        'kinesis:DescribeStreamSummary',
        'kinesis:GetRecords',
        'kinesis:GetShardIterator',
        'kinesis:ListShards',
      ],
      resources: [streamArn],
    }),
    new PolicyStatement({ actions: ['kms:Decrypt'], resources: [key.keyArn] }),
    givenUpStatement(failed),
  ];
}

export class EventFunctions extends Construct {
  constructor(scope: Construct, id: string, props: EventFunctionsProps) {
    super(scope, id);
    for (const contract of props.contracts) this.add(contract, props);
  }

  private add(contract: EventContract, props: EventFunctionsProps): void {
    const { name, asksConnect = [] } = contract;
    const { records, tables } = props;
    const streams = streamsOf(this, contract, props);
    const failureArn = failureArnOf(contract, props);
    const { resource } = new BundledFunction(this, name, {
      surroundings: props.surroundings,
      name,
      description: contract.purpose,
      memoryMb: contract.memoryMb,
      timeoutSeconds: contract.functionTimeoutSeconds,
      environment: environmentOf(contract, tables, props.environment),
      statements: [
        ...tableStatements(contract, tables),
        ...streams.flatMap(({ statements }) => statements),
        ...askingStatements(contract, props.instanceArn),
        // Lambda gives what failed to the destination in the function's own role.
        ...(failureArn === undefined
          ? []
          : [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [failureArn] })]),
        ...(contract.readsOrderFiles === true
          ? [
              new PolicyStatement({
                actions: ['s3:GetObject'],
                resources: [`${props.orderFiles.bucketArn}/*`],
              }),
              toldWhatIsGone(props.orderFiles.bucketArn),
            ]
          : []),
        ...(contract.readsVoicemails === true
          ? [
              ...voicemailStatements(this, props.voicemails, ['s3:GetObject', 's3:DeleteObject']),
              toldWhatIsGone(props.voicemails.bucketArn),
            ]
          : []),
      ],
    });
    if (failureArn !== undefined) {
      new CfnEventInvokeConfig(this, `${name}-events`, {
        functionName: resource.functionName,
        qualifier: '$LATEST',
        maximumRetryAttempts: EVENT_RETRIES_MAX,
        maximumEventAgeInSeconds: EVENT_AGE_SECONDS_MAX,
        destinationConfig: { onFailure: { destination: failureArn } },
      });
    }
    if (contract.readsVoicemails === true) {
      const { bucketName, prefix } = props.voicemails;
      this.rule(name, resource.functionArn, props, {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [bucketName] }, object: { key: [{ prefix }] } },
      });
    }
    if (asksConnect.length > 0) {
      Validations.of(this).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${nameOf(this, props.instanceArn)}>/contact/*]`,
        reason:
          'The function asks about the contact of each event. Contacts have ids that nobody knows before, so the statement names those of this one instance.',
      });
    }
    if (contract.readsOrderFiles === true) {
      Validations.of(this).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${nameOf(this, props.orderFiles.bucketArn)}>/*]`,
        reason:
          'The function reads whatever file is dropped into this one bucket, and nobody knows its name before.',
      });
      this.rule(name, resource.functionArn, props, {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [props.orderFiles.bucketName] } },
      });
    }
    for (const stream of streams) readStream(this, stream, resource.functionArn, records.failed);
    if (contract.contactEvents.length > 0) {
      this.rule(name, resource.functionArn, props, {
        source: ['aws.connect'],
        'detail-type': ['Amazon Connect Contact Event'],
        detail: { instanceArn: [props.instanceArn], eventType: [...contract.contactEvents] },
      });
    }
  }

  private rule(
    name: string,
    functionArn: string,
    props: EventFunctionsProps,
    eventPattern: Readonly<Record<string, unknown>>,
  ): void {
    const rule = new CfnRule(this, `${name}-rule`, {
      name: `${props.surroundings.namePrefix}-${name}`,
      description: `Callwright: events for the function ${name}`,
      eventPattern,
      targets: [{ id: name, arn: functionArn }],
    });
    new CfnPermission(this, `${name}-permission`, {
      action: 'lambda:InvokeFunction',
      functionName: functionArn,
      principal: new ServicePrincipal('events.amazonaws.com').service,
      sourceArn: rule.attrArn,
      sourceAccount: Aws.ACCOUNT_ID,
    });
  }
}
