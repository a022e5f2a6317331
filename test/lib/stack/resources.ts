/** What the template says of data, hours, queues and agents. */
import { describe, expect, test } from '@jest/globals';
import {
  backgroundFunctions,
  contactFunctions,
  eventFunctions,
  httpFunctions,
  scheduledFunctions,
} from '../../../lib/functions.ts';
import { tables } from '../../../lib/tables.ts';
import { atLength } from '../../calls/at-length.ts';
import { type Assembly, referencesIn } from '../fixtures/template.ts';
import { configured, configuredOtherwise, dev, prod } from './assemblies.ts';

const TEAMS = ['support', 'orders', 'escalations'];
const DEPARTMENTS = ['shipping', 'technical', 'quality', 'billing'];

export function describeResources(): void {
  describe('what a deletion of the stack leaves', () => {
    // A first deployment that fails takes with it what the next one needs the name of; what is protected it cannot.
    const kept = [
      ['AWS::Connect::Instance', 'RetainExceptOnCreate'],
      ['AWS::Connect::PhoneNumber', 'RetainExceptOnCreate'],
      ['AWS::DynamoDB::Table', 'Retain'],
      ['AWS::KMS::Key', 'RetainExceptOnCreate'],
      ['AWS::Kinesis::Stream', 'RetainExceptOnCreate'],
      ['AWS::Logs::LogGroup', 'RetainExceptOnCreate'],
      ['AWS::S3::Bucket', 'RetainExceptOnCreate'],
      ['AWS::SQS::Queue', 'RetainExceptOnCreate'],
    ] as const;
    test.each(kept)('%s: everything outside development, nothing in it', (type, policy) => {
      expect(prod().ofType(type).length).toBeGreaterThan(0);
      for (const resource of prod().ofType(type)) {
        expect([resource.id, resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual([
          resource.id,
          policy,
          'Retain',
        ]);
      }
      for (const resource of dev().ofType(type)) expect(resource.DeletionPolicy).toBe('Delete');
    });
  });

  describe('hours and queues', () => {
    test('are open in the week and closed on holidays', () => {
      const hours = prod().where('AWS::Connect::HoursOfOperation', 'Name', 'opening').Properties;
      expect(hours).toMatchObject({ TimeZone: 'America/New_York' });
      expect(hours['Config']).toContainEqual({
        Day: 'SATURDAY',
        StartTime: { Hours: 10, Minutes: 0 },
        EndTime: { Hours: 16, Minutes: 0 },
      });
      expect(hours['HoursOfOperationOverrides']).toContainEqual({
        OverrideName: 'Christmas 2026',
        OverrideType: 'STANDARD',
        EffectiveFrom: '2026-12-24',
        EffectiveTill: '2026-12-25',
        OverrideConfig: [],
      });
    });
    test('close at 24:00 as Connect writes midnight: the dev environment is open around the clock', () => {
      const hours = dev().where('AWS::Connect::HoursOfOperation', 'Name', 'opening').Properties['Config'];
      expect(hours).toHaveLength(7);
      expect(hours).toContainEqual({
        Day: 'SUNDAY',
        StartTime: { Hours: 0, Minutes: 0 },
        EndTime: { Hours: 0, Minutes: 0 },
      });
    });
    const capacityOf = (assembly: Assembly, name: string) =>
      assembly.where('AWS::Connect::Queue', 'Name', name).Properties['MaxContacts'];
    const callers = ['support', 'orders', 'escalations'] as const;
    test('take 20 callers each', () => {
      expect(callers.map((name) => capacityOf(dev(), name))).toEqual([20, 20, 20]);
    });
    atLength('take as many callers as cdk.json says', () => {
      for (const name of callers)
        expect(capacityOf(configuredOtherwise(), name)).toBe(configured.queues[name].capacity);
    });
    test('of escalations has hours of its own, on the same holidays', () => {
      const hours = prod().where('AWS::Connect::HoursOfOperation', 'Name', 'escalations');
      const opening = prod().where('AWS::Connect::HoursOfOperation', 'Name', 'opening');
      expect(hours.Properties['Config']).toContainEqual({
        Day: 'FRIDAY',
        StartTime: { Hours: 9, Minutes: 0 },
        EndTime: { Hours: 17, Minutes: 0 },
      });
      expect(JSON.stringify(hours.Properties['Config'])).not.toContain('SATURDAY');
      expect(hours.Properties['HoursOfOperationOverrides']).toEqual(
        opening.Properties['HoursOfOperationOverrides'],
      );
      const hoursOf = (name: string) =>
        referencesIn(prod().where('AWS::Connect::Queue', 'Name', name).Properties['HoursOfOperationArn']);
      expect(['support', 'orders', 'escalations'].map(hoursOf)).toEqual([
        [opening.id],
        [opening.id],
        [hours.id],
      ]);
    });
    test('can be transferred to by quick connects, which a queue without callers brings to the agents', () => {
      const queueOf = (name: string) => dev().where('AWS::Connect::Queue', 'Name', name);
      const flow = dev().where('AWS::Connect::ContactFlow', 'Name', 'transfer-to-queue');
      const quickConnects = [...TEAMS, ...DEPARTMENTS].map((name) =>
        dev().where('AWS::Connect::QuickConnect', 'Name', name),
      );
      const configs = quickConnects.map(({ Properties }) => JSON.stringify(Properties['QuickConnectConfig']));
      for (const [index, name] of [...TEAMS, ...DEPARTMENTS].entries()) {
        expect(configs[index]).toContain('"QuickConnectType":"QUEUE"');
        expect(configs[index]).toContain(queueOf(name).id);
        expect(configs[index]).toContain(flow.id);
      }
      const offered = JSON.stringify(queueOf('quick-connects').Properties['QuickConnectArns']);
      for (const { id } of quickConnects) expect(offered).toContain(id);
      for (const name of [...TEAMS, ...DEPARTMENTS])
        expect(queueOf(name).Properties['QuickConnectArns']).toBeUndefined();
    });
    test('reach agents through the one routing profile: escalations first, callers before tasks', () => {
      const { Properties } = dev().where('AWS::Connect::RoutingProfile', 'Name', 'agents');
      const nameOf = (id: string): unknown =>
        dev()
          .ofType('AWS::Connect::Queue')
          .find((queue) => queue.id === id)?.Properties['Name'];
      const configs: unknown = Properties['QueueConfigs'];
      if (!Array.isArray(configs)) throw new Error('the routing profile serves no queues');
      const served = configs.map(({ Priority, Delay, QueueReference: { Channel, QueueArn } }) => [
        referencesIn(QueueArn).map(nameOf).join(),
        Channel,
        Priority,
        Delay,
      ]);
      expect(served).toEqual([
        ['escalations', 'VOICE', 1, 0],
        ['escalations', 'TASK', 2, 30],
        ['orders', 'VOICE', 3, 0],
        ['support', 'VOICE', 3, 0],
        ['support', 'TASK', 4, 30],
        ...DEPARTMENTS.map((name) => [name, 'TASK', 4, 30]),
        ['quick-connects', 'VOICE', 5, 0],
      ]);
      expect(Properties['MediaConcurrencies']).toEqual([
        { Channel: 'VOICE', Concurrency: 1 },
        { Channel: 'TASK', Concurrency: 1, CrossChannelBehavior: { BehaviorType: 'ROUTE_ANY_CHANNEL' } },
      ]);
    });
  });

  test('agents of departments see the quick connects, too: they pass calls on like others', () => {
    const quickConnects = dev().where('AWS::Connect::Queue', 'Name', 'quick-connects');
    const { Properties } = dev().where('AWS::Connect::RoutingProfile', 'Name', 'departments');
    expect(JSON.stringify(Properties['QueueConfigs'])).toContain(quickConnects.id);
  });

  describe('demo agents', () => {
    test('have a password that is generated and never written in the template', () => {
      const sam = dev().where('AWS::Connect::User', 'Username', 'sam');
      const [secretId] = referencesIn(sam.Properties['Password']);
      expect(JSON.stringify(sam.Properties['Password'])).toContain('{{resolve:secretsmanager:');
      const secret = dev()
        .ofType('AWS::SecretsManager::Secret')
        .find(({ id }) => id === secretId);
      expect(secret?.Properties['GenerateSecretString']).toMatchObject({
        GenerateStringKey: 'password',
        PasswordLength: 20,
        RequireEachIncludedType: true,
      });
      expect(dev().outputs['AgentPasswordSam']).toEqual({ Ref: secretId });
    });
    test('have the languages of cdk.json with their levels, after the instance knows of languages', () => {
      const attribute = dev().where('AWS::Connect::PredefinedAttribute', 'Name', 'Language');
      expect(attribute.Properties['Values']).toEqual({ StringList: ['en', 'el', 'hu', 'ro'] });
      const robin = dev().where('AWS::Connect::User', 'Username', 'robin');
      expect(robin.Properties['UserProficiencies']).toEqual([
        { AttributeName: 'Language', AttributeValue: 'en', Level: 5 },
        { AttributeName: 'Language', AttributeValue: 'el', Level: 2 },
        { AttributeName: 'Language', AttributeValue: 'ro', Level: 4 },
      ]);
      expect(robin.DependsOn).toContain(attribute.id);
    });
    test('who are managed elsewhere find languages to be given, too', () => {
      expect(configuredOtherwise().ofType('AWS::Connect::User')).toEqual([]);
      expect(configuredOtherwise().ofType('AWS::Connect::PredefinedAttribute')).toHaveLength(1);
    });
    test('may answer and nothing else', () => {
      const profile = dev().where('AWS::Connect::SecurityProfile', 'SecurityProfileName', 'agents');
      expect(profile.Properties['Permissions']).toEqual(['BasicAgentAccess', 'OutboundCallAccess']);
    });
    atLength('can be switched off, and then have no secrets and no outputs', () => {
      const without = configuredOtherwise();
      expect(without.ofType('AWS::Connect::User')).toEqual([]);
      expect(without.ofType('AWS::SecretsManager::Secret')).toEqual([]);
      expect(Object.keys(without.outputs).filter((name) => name.startsWith('Agent'))).toEqual([]);
      expect(without.findings).toEqual([]);
    });
  });

  describe('recordings', () => {
    test('go to a bucket under our own key, over TLS only, closed to the public, for a limited time', () => {
      const [storage] = dev().ofType('AWS::Connect::InstanceStorageConfig');
      expect(storage?.Properties).toMatchObject({ ResourceType: 'CALL_RECORDINGS', StorageType: 'S3' });
      const [bucketId, keyId] = referencesIn(storage?.Properties['S3Config']);
      const bucket = dev()
        .ofType('AWS::S3::Bucket')
        .find(({ id }) => id === bucketId);
      expect(bucket?.Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: 90, Status: 'Enabled' }] },
        LoggingConfiguration: { LogFilePrefix: 'recordings/' },
      });
      expect(JSON.stringify(bucket?.Properties['BucketEncryption'])).toContain(`"${keyId}"`);
      const policy = dev()
        .ofType('AWS::S3::BucketPolicy')
        .find(({ Properties }) => JSON.stringify(Properties['Bucket']).includes(`"${bucketId}"`));
      expect(JSON.stringify(policy?.Properties['PolicyDocument'])).toContain('"aws:SecureTransport":"false"');
    });
    test('are encrypted by a key that is rotated and serves only log groups of this centre', () => {
      const [key] = dev().ofType('AWS::KMS::Key');
      expect(key?.Properties['EnableKeyRotation']).toBe(true);
      const policy = JSON.stringify(key?.Properties['KeyPolicy']);
      for (const { name } of [
        ...contactFunctions,
        ...backgroundFunctions,
        ...scheduledFunctions,
        ...eventFunctions,
        ...httpFunctions,
        { name: 'link-phone-number' },
      ]) {
        expect(policy).toContain(`:log-group:/aws/lambda/callwright-dev-${name}"`);
      }
    });
  });

  describe('tables', () => {
    test.each(tables.map(({ name }) => name))('%s is what its definition says', (name) => {
      const definition = tables.find((table) => table.name === name);
      const table = dev().resources.find(
        ({ Type, id }) => Type === 'AWS::DynamoDB::Table' && id.startsWith(`Tables${name}`),
      );
      expect(table?.Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: false,
        ...(definition?.timeToLiveAttribute === undefined
          ? {}
          : { TimeToLiveSpecification: { AttributeName: definition.timeToLiveAttribute, Enabled: true } }),
      });
      const keyNames = [definition?.partitionKey.name, definition?.sortKey?.name].filter(Boolean);
      expect(table?.Properties['KeySchema']).toMatchObject(
        keyNames.map((AttributeName) => ({ AttributeName })),
      );
      const indexes = table?.Properties['GlobalSecondaryIndexes'] ?? [];
      expect(indexes).toMatchObject((definition?.indexes ?? []).map((index) => ({ IndexName: index.name })));
    });
    test('cannot be deleted outside development', () => {
      for (const table of prod().ofType('AWS::DynamoDB::Table')) {
        expect(table.Properties['DeletionProtectionEnabled']).toBe(true);
      }
    });
  });
}
