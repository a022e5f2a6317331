/** The template, in one file: CDK's validator takes seconds to start in each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { callwrightApp } from '../../lib/app.ts';
import { fixtureFlows, fixtureParts, flowNaming } from './fixtures/parts.ts';
import { assemble, contextOf, newFolder, referencesIn } from './fixtures/template.ts';
import { dev, prod } from './stack/assemblies.ts';
import { describeFunctions } from './stack/functions.ts';
import { describeRecords } from './stack/records.ts';
import { describeResources } from './stack/resources.ts';
import { describeTestCases } from './stack/test-cases.ts';

describe('every check that AWS offers before a deployment', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });
  test.each(['dev', 'prod'])('finds nothing in %s, not even a warning', (environment) => {
    expect((environment === 'dev' ? dev() : prod()).findings).toEqual([]);
  });
  test('would stop synthesis at a finding of cdk-nag', () => {
    const app = callwrightApp(fixtureParts(), { outdir: newFolder(), context: contextOf('dev') });
    const stack = app.node.findChild('Callwright-dev');
    new Bucket(stack, 'Open');
    expect(() => app.synth()).toThrow('AwsSolutions-S10');
  });
  test('would report a value that is in no enumeration, which is a warning only', () => {
    // CDK prints the finding, which is as it should be.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const flows = [...fixtureFlows, flowNaming('odd', 'ODD_FLOW', [])];
    expect(JSON.stringify(assemble('dev', {}, fixtureParts(flows)).findings)).toContain('ODD_FLOW');
  });
  test('is acknowledged with a reason where it is', () => {
    const app = callwrightApp(fixtureParts(), { outdir: newFolder(), context: contextOf('dev') });
    const acknowledged = app.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .map(({ data }) => JSON.stringify(data));
    expect(acknowledged).toHaveLength(6);
    for (const data of acknowledged)
      expect(data).toMatch(/AwsSolutions-(S1|SMG4|KDS3|SQS3|IAM5\[[^\]]+\/contact\/\*\])":"[^"]{40,}"/);
  });
});

describe('synthesis', () => {
  test('gives the same bytes twice', () => {
    const again = assemble('dev');
    expect(again.text).toBe(dev().text);
  });
  test('knows neither account nor Region unless cdk.json names them', () => {
    expect(/us-east-1|:\d{12}:/.test(dev().text)).toBe(false);
    const fixed = assemble('dev', { account: '123456789012', region: 'eu-west-2' });
    const manifest = readFileSync(join(fixed.folder, 'manifest.json'), 'utf8');
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
    const stackOf = (environment: string) =>
      callwrightApp(fixtureParts(), { outdir: newFolder(), context: contextOf(environment) }).node.findChild(
        `Callwright-${environment}`,
      );
    const protection = ['dev', 'prod'].map((environment) => {
      const stack = stackOf(environment);
      return stack instanceof Stack && stack.terminationProtection;
    });
    expect(protection).toEqual([false, true]);
  });
});

describe('the instance', () => {
  test('has an alias of its own in every account, and writes flow logs', () => {
    const [instance] = dev().ofType('AWS::Connect::Instance');
    expect(instance?.Properties).toMatchObject({
      InstanceAlias: { 'Fn::Join': ['', ['callwright-dev-', { Ref: 'AWS::AccountId' }]] },
      IdentityManagementType: 'CONNECT_MANAGED',
      Attributes: { InboundCalls: true, OutboundCalls: false, ContactflowLogs: true },
    });
  });
  test('has an alias of at most 45 characters, however long the name of the environment', () => {
    const name = 'a'.repeat(20);
    const [instance] = assemble(name).ofType('AWS::Connect::Instance');
    expect(instance?.Properties['InstanceAlias']).toEqual({
      'Fn::Join': ['', [`callwright-${name}-`, { Ref: 'AWS::AccountId' }]],
    });
    expect(`callwright-${name}-123456789012`.length).toBeLessThanOrEqual(45);
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
    expect(assemble('dev', { alias: 'larkfield' }).outputs['SoftphoneAddress']).toBe(
      'https://larkfield.my.connect.aws/ccp-v2/',
    );
  });
});

describeResources();
describeFunctions();
describeRecords();
describeTestCases();

describe('outputs', () => {
  test('name everything that a person needs after a deployment', () => {
    expect(Object.keys(dev().outputs).sort()).toEqual([
      'AgentPasswordRobin',
      'AgentPasswordSam',
      'AgentUsernames',
      'CasesTable',
      'ContactsTable',
      'CustomersTable',
      'InstanceId',
      'MessagesTable',
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

test('an app without a context says where it belongs', () => {
  const app = new App();
  expect(app.node.tryGetContext('callwright')).toBeUndefined();
  expect(() => callwrightApp(fixtureParts(), { outdir: newFolder() })).toThrow(
    'cdk.json has no context key "callwright"',
  );
});
