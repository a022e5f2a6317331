/** What the template says of contact records and contact events: where they go, who reads them, and who may. */
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

export function describeRecords(): void {
  describe('contact records', () => {
    test('go to a stream under the key that Connect has been granted for the recordings, for three days', () => {
      const stream = only('AWS::Kinesis::Stream');
      expect(stream.Properties).toMatchObject({
        Name: 'callwright-dev-contact-records',
        RetentionPeriodHours: 72,
        ShardCount: 1,
        StreamEncryption: { EncryptionType: 'KMS' },
      });
      expect(referencesIn(stream.Properties['StreamEncryption'])).toEqual([keyOfTheRecordings()]);
      const storage = dev().where(
        'AWS::Connect::InstanceStorageConfig',
        'ResourceType',
        'CONTACT_TRACE_RECORDS',
      );
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
    });
    test('are read in batches that report what failed, and what cannot be kept is told to a queue', () => {
      const mapping = only('AWS::Lambda::EventSourceMapping');
      const failed = only('AWS::SQS::Queue');
      for (const { name, contactRecords: terms } of eventFunctions) {
        if (terms === undefined) continue;
        const reader = dev().where('AWS::Lambda::Function', 'FunctionName', `callwright-dev-${name}`);
        expect(mapping.Properties).toMatchObject({
          FunctionName: getAtt(reader, 'Arn'),
          EventSourceArn: getAtt(only('AWS::Kinesis::Stream'), 'Arn'),
          BatchSize: terms.batchSize,
          BisectBatchOnFunctionError: true,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          MaximumRetryAttempts: terms.retriesMax,
          DestinationConfig: { OnFailure: { Destination: getAtt(failed, 'Arn') } },
        });
      }
      expect(failed.Properties).toMatchObject({
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: 1_209_600,
      });
    });
    test('may be read by their function alone, with its own stream, key and queue', () => {
      const [name = ''] = eventFunctions.flatMap((contract) =>
        contract.contactRecords === undefined ? [] : [contract.name],
      );
      const readers = dev()
        .ofType('AWS::IAM::Role')
        .filter((role) => statementsOf(role).some(({ Action }) => Action.includes('kinesis:GetRecords')));
      expect(readers).toHaveLength(1);
      const [reader] = readers;
      if (reader === undefined) throw new Error('nobody reads the stream');
      expect(reader.Properties['Description']).toContain(name);
      const [stream, key, queue] = statementsOf(reader).slice(-3);
      expect(referencesIn(stream?.Resource)).toEqual([only('AWS::Kinesis::Stream').id]);
      expect([key?.Action, referencesIn(key?.Resource)]).toEqual([['kms:Decrypt'], [keyOfTheRecordings()]]);
      expect([queue?.Action, referencesIn(queue?.Resource)]).toEqual([
        ['sqs:SendMessage'],
        [only('AWS::SQS::Queue').id],
      ]);
    });
    test('are kept for as long as cdk.json says, and the stream stays where data stays', () => {
      for (const [stack, prefix] of [
        [dev(), 'callwright-dev'],
        [prod(), 'callwright-prod'],
      ] as const) {
        const reader = stack.where('AWS::Lambda::Function', 'FunctionName', `${prefix}-keep-contact-record`);
        expect(reader.Properties['Environment']).toMatchObject({ Variables: { CONTACTS_KEPT_DAYS: '730' } });
      }
      expect(prod().ofType('AWS::Kinesis::Stream')[0]?.DeletionPolicy).toBe('Retain');
    });
  });

  describe('contact events', () => {
    test('of this instance invoke their function by a rule, and nobody else may for them', () => {
      for (const contract of eventFunctions) {
        const rule = dev().where('AWS::Events::Rule', 'Name', `callwright-dev-${contract.name}`);
        const reader = dev().where(
          'AWS::Lambda::Function',
          'FunctionName',
          `callwright-dev-${contract.name}`,
        );
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
        expect(permissions).toHaveLength(eventFunctions.length);
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
