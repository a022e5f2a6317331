/** What the template says of contact records, agent events and contact events: where they go, who reads them, and who may. */
import { describe, expect, test } from '@jest/globals';
import { eventFunctions } from '../../../lib/functions.ts';
import { type Resource, referencesIn, statementsOf } from '../fixtures/template.ts';
import { dev, prod } from './assemblies.ts';

const getAtt = (of: Resource, attribute: string) => ({ 'Fn::GetAtt': [of.id, attribute] });
const only = (type: string): Resource => {
  const [one, ...more] = dev().ofType(type);
  if (one === undefined || more.length > 0) throw new Error(`the template has not one ${type}`);
  return one;
};
const keyOfTheRecordings = (): string | undefined =>
  referencesIn(
    dev().where('AWS::Connect::InstanceStorageConfig', 'ResourceType', 'CALL_RECORDINGS').Properties[
      'S3Config'
    ],
  )[1];

const streamNamed = (name: string): Resource =>
  dev().where('AWS::Kinesis::Stream', 'Name', `callwright-dev-${name}`);
const functionNamed = (name: string): Resource =>
  dev().where('AWS::Lambda::Function', 'FunctionName', `callwright-dev-${name}`);
const STREAMS = [
  { type: 'CONTACT_TRACE_RECORDS', name: 'contact-records', hours: 72, of: 'contactRecords' },
  { type: 'AGENT_EVENTS', name: 'agent-events', hours: 24, of: 'agentEvents' },
] as const;

export function describeRecords(): void {
  describe('contact records and agent events:', () => {
    test.each(STREAMS)(
      '$type go to a stream under the key granted for the recordings',
      ({ type, name, hours }) => {
        const stream = streamNamed(name);
        expect(stream.Properties).toMatchObject({
          RetentionPeriodHours: hours,
          ShardCount: 1,
          StreamEncryption: { EncryptionType: 'KMS' },
        });
        expect(referencesIn(stream.Properties['StreamEncryption'])).toEqual([keyOfTheRecordings()]);
        const storage = dev().where('AWS::Connect::InstanceStorageConfig', 'ResourceType', type);
        expect(storage.Properties).toMatchObject({
          StorageType: 'KINESIS_STREAM',
          KinesisStreamConfig: { StreamArn: getAtt(stream, 'Arn') },
        });
        const recordings = dev().where(
          'AWS::Connect::InstanceStorageConfig',
          'ResourceType',
          'CALL_RECORDINGS',
        );
        expect(storage.DependsOn).toContain(recordings.id);
      },
    );
    test.each(STREAMS)(
      '$type are read in batches; what cannot be kept is told to a queue',
      ({ name, of }) => {
        const readers = eventFunctions.flatMap((contract) => {
          const terms = contract[of];
          return terms === undefined ? [] : [{ name: contract.name, terms }];
        });
        const arn = getAtt(streamNamed(name), 'Arn');
        const mappings = dev()
          .ofType('AWS::Lambda::EventSourceMapping')
          .map(({ Properties }) => Properties)
          .filter(({ EventSourceArn }) => JSON.stringify(EventSourceArn) === JSON.stringify(arn));
        expect(mappings).toHaveLength(1);
        expect(readers).toHaveLength(1);
        const failed = only('AWS::SQS::Queue');
        for (const { name, terms } of readers)
          expect(mappings[0]).toMatchObject({
            FunctionName: getAtt(functionNamed(name), 'Arn'),
            BatchSize: terms.batchSize,
            BisectBatchOnFunctionError: true,
            FunctionResponseTypes: ['ReportBatchItemFailures'],
            MaximumRetryAttempts: terms.retriesMax,
            DestinationConfig: { OnFailure: { Destination: getAtt(failed, 'Arn') } },
          });
        expect(failed.Properties).toMatchObject({
          SqsManagedSseEnabled: true,
          MessageRetentionPeriod: 1_209_600,
        });
      },
    );
    test.each(STREAMS)(
      '$type may be read by their function alone, with its own stream, key and queue',
      ({ name, of }) => {
        const stream = streamNamed(name);
        const readers = dev()
          .ofType('AWS::IAM::Role')
          .filter((role) =>
            statementsOf(role).some(
              ({ Action, Resource }) =>
                Action.includes('kinesis:GetRecords') && referencesIn(Resource).includes(stream.id),
            ),
          );
        expect(readers).toHaveLength(1);
        const [reader] = readers;
        if (reader === undefined) throw new Error('nobody reads the stream');
        expect(reader.Properties['Description']).toContain(
          eventFunctions.find((contract) => contract[of] !== undefined)?.name,
        );
        const [read, key, queue] = statementsOf(reader).slice(-3);
        expect(referencesIn(read?.Resource)).toEqual([stream.id]);
        expect([key?.Action, referencesIn(key?.Resource)]).toEqual([['kms:Decrypt'], [keyOfTheRecordings()]]);
        expect([queue?.Action, referencesIn(queue?.Resource)]).toEqual([
          ['sqs:SendMessage'],
          [only('AWS::SQS::Queue').id],
        ]);
      },
    );
    test('are kept for as long as cdk.json says', () => {
      for (const [stack, prefix] of [
        [dev(), 'callwright-dev'],
        [prod(), 'callwright-prod'],
      ] as const) {
        const reader = stack.where('AWS::Lambda::Function', 'FunctionName', `${prefix}-keep-contact-record`);
        expect(reader.Properties['Environment']).toMatchObject({ Variables: { CONTACTS_KEPT_DAYS: '730' } });
      }
    });
  });

  test('changes of cases are told by their keys, to the function that counts them', () => {
    const streaming = dev()
      .ofType('AWS::DynamoDB::Table')
      .filter(({ Properties }) => Properties['StreamSpecification'] !== undefined);
    expect(streaming).toMatchObject([
      {
        id: expect.stringMatching(/^Tablescases/),
        Properties: { StreamSpecification: { StreamViewType: 'KEYS_ONLY' } },
      },
    ]);
    const [cases] = streaming;
    if (cases === undefined) throw new Error('no table has a stream');
    const [contract, ...others] = eventFunctions.filter(({ caseChanges }) => caseChanges !== undefined);
    if (contract?.caseChanges === undefined || others.length > 0)
      throw new Error('not one function reads cases');
    const mappings = dev()
      .ofType('AWS::Lambda::EventSourceMapping')
      .map(({ Properties }) => Properties)
      .filter(({ EventSourceArn }) => referencesIn(EventSourceArn).includes(cases.id));
    expect(mappings).toMatchObject([
      {
        FunctionName: getAtt(functionNamed(contract.name), 'Arn'),
        EventSourceArn: getAtt(cases, 'StreamArn'),
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: contract.caseChanges.batchSize,
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: contract.caseChanges.retriesMax,
        DestinationConfig: { OnFailure: { Destination: getAtt(only('AWS::SQS::Queue'), 'Arn') } },
      },
    ]);
  });

  describe('contact events', () => {
    test('of this instance invoke their function by a rule, and nobody else may for them', () => {
      const invoked = eventFunctions.filter(
        ({ agentEvents, caseChanges }) => agentEvents === undefined && caseChanges === undefined,
      );
      for (const contract of invoked) {
        const rule = dev().where('AWS::Events::Rule', 'Name', `callwright-dev-${contract.name}`);
        const reader = functionNamed(contract.name);
        const bucket = (name: string) =>
          dev()
            .ofType('AWS::S3::Bucket')
            .find(
              ({ id, Properties }) =>
                id.startsWith(name) && Properties['NotificationConfiguration'] !== undefined,
            )?.id;
        const created = (detail: object) => ({
          source: ['aws.s3'],
          'detail-type': ['Object Created'],
          detail,
        });
        const pattern =
          contract.readsVoicemails === true
            ? created({
                bucket: { name: [{ Ref: bucket('RecordingsBucket') }] },
                object: { key: [{ prefix: 'calls/ivr/' }] },
              })
            : contract.readsOrderFiles === true
              ? created({ bucket: { name: [{ Ref: bucket('OrderFilesBucket') }] } })
              : {
                  source: ['aws.connect'],
                  'detail-type': ['Amazon Connect Contact Event'],
                  detail: {
                    eventType: contract.contactEvents,
                    instanceArn: [getAtt(only('AWS::Connect::Instance'), 'Arn')],
                  },
                };
        expect(rule.Properties).toMatchObject({
          EventPattern: pattern,
          Targets: [{ Arn: getAtt(reader, 'Arn') }],
        });
        const permissions = dev()
          .ofType('AWS::Lambda::Permission')
          .filter(({ Properties }) => Properties['Principal'] === 'events.amazonaws.com')
          .map(({ Properties }) => Properties);
        expect(permissions).toHaveLength(invoked.length);
        expect(permissions).toContainEqual(
          expect.objectContaining({
            FunctionName: getAtt(reader, 'Arn'),
            SourceArn: getAtt(rule, 'Arn'),
            SourceAccount: { Ref: 'AWS::AccountId' },
          }),
        );
      }
    });
  });
}
