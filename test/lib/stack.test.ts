/** The template, in one file: CDK takes a second to load in each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { assemblyFolder } from '../../lib/paths.ts';
import { readAssembly, referencesIn } from './fixtures/template.ts';
import { configuredOtherwise, dev, prod } from './stack/assemblies.ts';
import { describeDesktop } from './stack/desktop.ts';
import { describeFunctions } from './stack/functions.ts';
import { describeRecords } from './stack/records.ts';
import { describeResources } from './stack/resources.ts';
import { describeTestCases } from './stack/test-cases.ts';

describe('every check that AWS offers before a deployment', () => {
  test('finds nothing in what the local centre runs, not even a warning', () => {
    expect(readAssembly(assemblyFolder, 'dev').findings).toEqual([]);
  });
});

describe('synthesis', () => {
  test('knows neither account nor Region unless cdk.json names them', () => {
    expect(/us-east-1|:\d{12}:/.test(dev().text)).toBe(false);
    const manifest = readFileSync(join(configuredOtherwise().folder, 'manifest.json'), 'utf8');
    expect(manifest).toContain('"aws://123456789012/eu-west-2"');
  });
  test('has no circle of dependencies', () => {
    const edges = new Map(
      dev().resources.map((resource) => [
        resource.id,
        new Set([...resource.DependsOn, ...referencesIn(resource.Properties)]),
      ]),
    );
    const done = new Set<string>();
    const visit = (id: string, trail: readonly string[]): void => {
      expect(trail).not.toContain(id);
      if (done.has(id)) return;
      for (const next of edges.get(id) ?? []) visit(next, [...trail, id]);
      done.add(id);
    };
    for (const id of edges.keys()) visit(id, []);
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
  test('takes the alias from cdk.json where it is given', () => {
    expect(configuredOtherwise().outputs['SoftphoneAddress']).toBe(
      'https://larkfield.my.connect.aws/ccp-v2/',
    );
  });
});

describeResources();
describeFunctions();
describeDesktop();
describeRecords();
describeTestCases();

describe('outputs', () => {
  test('name everything that a person needs after a deployment', () => {
    expect(Object.keys(dev().outputs).sort()).toEqual([
      'AgentPasswordRobin',
      'AgentPasswordSam',
      'AgentUsernames',
      'ApiAddress',
      'ApiClient',
      'ApiPool',
      'AppointmentsTable',
      'AuditTable',
      'CasesTable',
      'ContactsTable',
      'CustomersTable',
      'DeskTable',
      'InstanceId',
      'Languages',
      'MessagesTable',
      'OrderFilesBucket',
      'OrdersTable',
      'PhoneNumber',
      'RecordingsBucket',
      'Region',
      'SoftphoneAddress',
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
  test('500 resources and 1 MB in a template are not reached', () => {
    expect(dev().resources.length).toBeLessThan(500);
    expect(Buffer.byteLength(dev().text)).toBeLessThan(1_000_000);
  });
});
