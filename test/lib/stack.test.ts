/** The template, in one file: CDK takes a second to load in each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { assemblyFolder, localAssemblyFolder, pretendedAssemblyFolder } from '../../lib/paths.ts';
import { atLength } from '../calls/at-length.ts';
import { templateIn } from '../kit/one-template.ts';
import { readAssembly, referencesIn } from './fixtures/template.ts';
import { describeAlarms } from './stack/alarms.ts';
import { configuredOtherwise, dev, prod } from './stack/assemblies.ts';
import { describeDesktop } from './stack/desktop.ts';
import { describeFunctions } from './stack/functions.ts';
import { describeRecords } from './stack/records.ts';
import { describeResources } from './stack/resources.ts';
import { describeTestCases } from './stack/test-cases.ts';

/** Fails where something needs itself in the end. */
function refuseCircles(needs: readonly (readonly [string, readonly string[]])[]): void {
  const edges = new Map(needs.map(([id, others]) => [id, new Set(others)]));
  const done = new Set<string>();
  const visit = (id: string, trail: readonly string[]): void => {
    expect(trail).not.toContain(id);
    if (done.has(id)) return;
    for (const next of edges.get(id) ?? []) visit(next, [...trail, id]);
    done.add(id);
  };
  for (const id of edges.keys()) visit(id, []);
}

describe('every check that AWS offers before a deployment', () => {
  test('finds nothing in what the local centre runs, not even a warning', () => {
    expect(readAssembly(assemblyFolder, 'dev').findings).toEqual([]);
  });
});

describe('synthesis', () => {
  test('knows neither account nor Region of itself', () => {
    expect(/us-east-1|:\d{12}:/.test(dev().text)).toBe(false);
  });
  atLength('knows account and Region where cdk.json names them', () => {
    const manifest = readFileSync(join(configuredOtherwise().folder, 'manifest.json'), 'utf8');
    expect(manifest).toContain('"aws://123456789012/eu-west-2"');
  });
  test('has no circle of dependencies', () => {
    refuseCircles(
      dev().resources.map(({ id, DependsOn, Properties }) => [
        id,
        [...DependsOn, ...referencesIn(Properties)],
      ]),
    );
  });
  test('protects a stack that is not disposable from deletion', () => {
    expect([dev(), prod()].map(({ isProtected }) => isProtected)).toEqual([false, true]);
  });
});

describe('the instance', () => {
  test('has an alias of its own in every account, and writes flow logs', () => {
    const [instance] = dev().ofType('AWS::Connect::Instance');
    expect(instance?.Properties).toMatchObject({
      InstanceAlias: { 'Fn::Join': ['', ['callwright-dev-', { Ref: 'AWS::AccountId' }]] },
      IdentityManagementType: 'CONNECT_MANAGED',
      Attributes: { InboundCalls: true, OutboundCalls: true, ContactflowLogs: true },
    });
  });
  test('finds its log group there already, with retention and key', () => {
    const [instance] = dev().ofType('AWS::Connect::Instance');
    const logs = dev()
      .ofType('AWS::Logs::LogGroup')
      .find(({ Properties }) =>
        JSON.stringify(Properties['LogGroupName']).includes('/aws/connect/callwright-dev-'),
      );
    expect(logs?.Properties).toMatchObject({ RetentionInDays: 30, KmsKeyId: expect.anything() });
    expect(instance?.DependsOn).toEqual([logs?.id]);
  });
  atLength('takes the alias from cdk.json where it is given', () => {
    expect(configuredOtherwise().outputs['SoftphoneAddress']).toBe(
      'https://larkfield.my.connect.aws/ccp-v2/',
    );
  });
});

describeResources();
describeFunctions();
describeAlarms();
describeDesktop();
describeRecords();
describeTestCases();

describe('outputs', () => {
  test('name everything that a person needs after a deployment', () => {
    expect(Object.keys(dev().outputs).sort()).toEqual([
      'AgentPasswordRobin',
      'AgentPasswordSam',
      'AgentUsernames',
      'AlarmTopic',
      'ApiAddress',
      'ApiClient',
      'ApiPool',
      'AppointmentsTable',
      'AuditTable',
      'CasesTable',
      'ContactsTable',
      'CustomersTable',
      'DeskTable',
      'FeedbackTable',
      'GivenUpQueue',
      'InstanceId',
      'Languages',
      'MessagesTable',
      'OrderFilesBucket',
      'OrdersTable',
      'PhoneNumber',
      'RecordingsBucket',
      'Region',
      'SoftphoneAddress',
      'TroublesTable',
    ]);
    const [number] = dev().ofType('AWS::Connect::PhoneNumber');
    expect(dev().outputs['PhoneNumber']).toEqual({ 'Fn::GetAtt': [number?.id, 'Address'] });
    expect(dev().outputs['AgentUsernames']).toBe('sam,robin');
  });
});

describe('default quotas', () => {
  test.each([
    ['AWS::Connect::IntegrationAssociation', 50],
    ['AWS::Connect::Queue', 50],
    ['AWS::Connect::ContactFlow', 100],
    ['AWS::Connect::ContactFlowModule', 200],
    ['AWS::Connect::PhoneNumber', 5],
    ['AWS::Connect::Prompt', 500],
    ['AWS::Connect::User', 500],
  ])('%s: at most %i in an instance', (type, most) => {
    expect(dev().ofType(type).length).toBeLessThanOrEqual(most);
  });
});

describe('a template', () => {
  // Of 500 resources, 1 MB, 200 parameters and 200 outputs (AWSCloudFormation/cloudformation-limits).
  test.each([
    ['what deploys', pretendedAssemblyFolder],
    ['what runs on one machine, with all languages', localAssemblyFolder],
  ])('of %s has room left in it, and so have those of the stacks inside', (_, folder) => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.template.json'));
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      const { Resources, Parameters = {}, Outputs = {} } = templateIn(join(folder, file));
      const sizes = [Resources, Parameters, Outputs].map((part) => Object.keys(part).length);
      const [resources = 0, parameters = 0, outputs = 0] = sizes;
      expect([file, resources <= 350, Buffer.byteLength(text) <= 700_000]).toEqual([file, true, true]);
      expect([file, parameters <= 150, outputs <= 150]).toEqual([file, true, true]);
    }
  });
  test('has no circle through the stacks inside it', () => {
    const { Resources } = templateIn(join(dev().folder, 'Callwright-dev.template.json'));
    refuseCircles(
      Object.entries(Resources).map(([id, { Properties, DependsOn = [] }]) => [
        id,
        [...[DependsOn].flat(), ...referencesIn(Properties)],
      ]),
    );
  });
  test('keeps all data in the outer stack, which no change of another replaces', () => {
    const { Resources } = templateIn(join(dev().folder, 'Callwright-dev.template.json'));
    const kept = [
      'AWS::Cognito::UserPool',
      'AWS::Connect::Instance',
      'AWS::DynamoDB::Table',
      'AWS::KMS::Key',
      'AWS::Kinesis::Stream',
      'AWS::S3::Bucket',
      'AWS::SecretsManager::Secret',
    ].flatMap((type) => dev().ofType(type));
    expect(kept.map(({ id }) => id).filter((id) => !(id in Resources))).toEqual([]);
  });
});
