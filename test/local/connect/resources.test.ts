/** A template's Connect resources become the instance that the engine runs, under ids that outlive the process. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildInstance } from '../../../local/connect/build-instance.ts';
import { add, BOOTED_AT_MS, type BootedResources, bootResources, change } from './booted-resources.ts';

const CENTRE = { 'Fn::GetAtt': ['Centre', 'Arn'] };

let plain: BootedResources;
beforeAll(async () => {
  plain = await bootResources();
});

describe('a template becomes an instance', () => {
  test('the engine gets numbers, hours, queues, profiles, users, prompts, flows and modules', async () => {
    const { state } = await bootResources();
    const instance = buildInstance(state);
    expect(instance.alias).toBe('front');
    expect(instance.arn).toBe(`arn:aws:connect:us-east-1:123456789012:instance/${instance.id}`);
    expect(instance.phoneNumbers.map(({ number }) => number)).toEqual(['+12025550100']);
    const [support] = instance.queues;
    const [opening] = instance.hours;
    expect(support).toMatchObject({
      name: 'support',
      hoursId: opening?.id,
      maxContacts: 5,
      enabled: true,
      outboundCallerNumber: '+12025550100',
    });
    expect(opening?.week[0]).toEqual({ day: 'MONDAY', startMinute: 0, endMinute: 0 });
    expect(opening?.overrides).toEqual([
      { name: 'Christmas', from: '2026-12-25', till: '2026-12-26', week: [] },
    ]);
    expect(instance.routingProfiles[0]?.queues).toEqual([
      { queueId: support?.id, channel: 'VOICE', priority: 1, delaySeconds: 0 },
    ]);
    expect(instance.users[0]).toMatchObject({
      username: 'sam',
      firstName: 'Sam',
      afterContactWorkSeconds: 30,
      autoAccept: false,
      mayCallOut: false,
      routingProfileId: instance.routingProfiles[0]?.id,
    });
    expect(instance.prompts[0]).toMatchObject({ name: 'queue-music', durationMs: 500 });
    expect(instance.flows.map(({ name, type }) => [name, type])).toEqual([
      ['main', 'CONTACT_FLOW'],
      ['check', 'MODULE'],
    ]);
  });

  test('whoever has a profile with the permission may make calls', async () => {
    const { state } = await bootResources(change('Rights', { Permissions: ['OutboundCallAccess'] }));
    expect(buildInstance(state).users[0]?.mayCallOut).toBe(true);
  });

  test('a number leads nowhere before the provider has linked it', async () => {
    const { state } = await bootResources();
    expect(buildInstance(state).phoneNumbers[0]?.flowId).toBeUndefined();
  });

  test('ids and ARNs are the same at the next boot, and another stack has others', async () => {
    const arns = async () => {
      const { deployment } = await bootResources();
      return [...deployment.resources.values()]
        .filter(({ type }) => type.startsWith('AWS::Connect::'))
        .map(({ physicalId }) => physicalId);
    };
    const first = await arns();
    expect(await arns()).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
  });

  test.each([
    ['Centre', 'Arn', /instance\/[0-9a-f-]{36}$/],
    ['Centre', 'Id', /^[0-9a-f-]{36}$/],
    ['Centre', 'InstanceStatus', /^ACTIVE$/],
    ['Centre', 'ServiceRole', /AWSServiceRoleForAmazonConnect_/],
    ['Centre', 'CreatedTime', /^2026-11-23T09:00:00.000Z$/],
    ['Opening', 'HoursOfOperationArn', /\/operating-hours\//],
    ['Support', 'QueueArn', /\/queue\//],
    ['Support', 'Type', /^STANDARD$/],
    ['Agents', 'RoutingProfileArn', /\/routing-profile\//],
    ['Rights', 'SecurityProfileArn', /\/security-profile\//],
    ['Sam', 'UserArn', /\/agent\//],
    ['Number', 'PhoneNumberArn', /:phone-number\//],
    ['Number', 'Address', /^\+12025550100$/],
    ['Music', 'PromptArn', /\/prompt\//],
    ['Main', 'ContactFlowArn', /\/contact-flow\//],
    ['Check', 'ContactFlowModuleArn', /\/flow-module\//],
    ['Check', 'Status', /^PUBLISHED$/],
    ['GreetLink', 'IntegrationAssociationId', /^[0-9a-f-]{36}$/],
  ])('%s has the attribute %s as CloudFormation gives it', (logicalId, attribute, pattern) => {
    expect(plain.deployment.resources.get(logicalId)?.attributes[attribute]).toMatch(pattern);
  });

  test('the compound Ref of an association names instance, type and function', async () => {
    const { deployment, state } = await bootResources();
    const [arn] = state.functions;
    expect(deployment.resources.get('GreetLink')?.physicalId).toBe(
      `${state.instance?.arn}|LAMBDA_FUNCTION|${arn}`,
    );
  });

  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'InstanceStorageConfig',
      'ResourceType',
      {
        ResourceType: 'CALL_RECORDINGS',
        StorageType: 'S3',
        S3Config: { BucketName: 'b', BucketPrefix: 'p' },
      },
      '|CALL_RECORDINGS',
    ],
    ['PredefinedAttribute', 'Name', { Name: 'language', Values: { StringList: ['en'] } }, '|language'],
    [
      'QuickConnect',
      'Name',
      {
        Name: 'carrier',
        QuickConnectConfig: {
          QuickConnectType: 'PHONE_NUMBER',
          PhoneConfig: { PhoneNumber: '+12025550177' },
        },
      },
      '/transfer-destination/',
    ],
    ['AgentStatus', 'Name', { Name: 'Lunch', State: 'ENABLED' }, '/agent-state/'],
    ['TaskTemplate', 'Name', { Name: 'call back' }, '/task-template/'],
    ['View', 'Name', { Name: 'guide', Actions: [], Template: {} }, '/view/'],
  ])('%s has an identity although nothing uses it yet', async (type, _, properties, part) => {
    const { deployment } = await bootResources(
      add('Extra', `AWS::Connect::${type}`, { InstanceArn: CENTRE, ...properties }),
    );
    expect(deployment.resources.get('Extra')?.physicalId).toContain(part);
  });

  test('an approved origin and a security key belong to the instance by its ARN', async () => {
    const { deployment } = await bootResources(
      add('Desk', 'AWS::Connect::ApprovedOrigin', { InstanceId: CENTRE, Origin: 'https://desk.example' }),
      add('Key', 'AWS::Connect::SecurityKey', { InstanceId: CENTRE, Key: '-----BEGIN PUBLIC KEY-----\nx' }),
    );
    expect(deployment.resources.get('Desk')?.physicalId).toMatch(/\|https:\/\/desk\.example$/);
    expect(deployment.resources.get('Key')?.attributes['AssociationId']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('CloudFormation takes numbers and truth values as text', async () => {
    const { state } = await bootResources(
      change('Support', { MaxContacts: '7' }),
      change('Centre', { Attributes: { InboundCalls: 'true', OutboundCalls: 'false' } }),
    );
    expect(state.queues.list()[0]?.maxContacts).toBe(7);
    expect(state.instance).toMatchObject({ inboundCalls: true, outboundCalls: false, flowLogs: false });
  });

  test('after contact work and automatic acceptance of VOICE override those of the telephone', async () => {
    const { state } = await bootResources(
      change('Sam', {
        AfterContactWorkConfigs: [
          { Channel: 'TASK', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 5 } },
          { Channel: 'VOICE', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 90 } },
        ],
        AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true }],
      }),
    );
    expect(state.users.list()[0]).toMatchObject({ afterContactWorkSeconds: 90, autoAccept: true });
  });

  test('an archived flow is there for the API and not for callers', async () => {
    const { state } = await bootResources(change('Check', { State: 'ARCHIVED' }));
    expect(state.modules.list()).toHaveLength(1);
    expect(buildInstance(state).flows.map(({ name }) => name)).toEqual(['main']);
  });

  test('passwords stay out of what the engine sees', async () => {
    const { state } = await bootResources();
    const password = state.passwords.get('sam');
    expect(password).toMatch(/^\S{32}$/);
    expect(JSON.stringify(buildInstance(state))).not.toContain(password);
  });

  test('a stack without an instance has nothing to call', async () => {
    const { state } = await bootResources((template) => {
      for (const [id, { Type }] of Object.entries(template.Resources)) {
        if (!Type.startsWith('AWS::SecretsManager')) delete template.Resources[id];
      }
      delete template.Outputs;
    });
    expect(() => buildInstance(state)).toThrow('no AWS::Connect::Instance');
    expect(state.createdAtMs).toBe(BOOTED_AT_MS);
  });
});
