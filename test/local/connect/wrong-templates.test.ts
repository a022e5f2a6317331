/** What Connect would not create stops the boot, with logical id, property, value and what it must be. */
import { describe, expect, test } from '@jest/globals';
import { add, bootResources, change, type Mutate } from './booted-resources.ts';

const CENTRE = { 'Fn::GetAtt': ['Centre', 'Arn'] };
const ELSEWHERE = 'arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555';
const period = (start: object, end: object) => ({
  Config: [{ Day: 'MONDAY', StartTime: start, EndTime: end }],
});
const NINE = { Hours: 9, Minutes: 0 };
const override = (fields: object) => ({
  HoursOfOperationOverrides: [
    {
      OverrideName: 'holiday',
      EffectiveFrom: '2026-12-25',
      EffectiveTill: '2026-12-26',
      OverrideConfig: [],
      ...fields,
    },
  ],
});
const flow = (content: unknown) => ({
  Content: typeof content === 'string' ? content : JSON.stringify(content),
});
const action = (fields: object) => ({
  Version: '2019-10-30',
  StartAction: 'first',
  Metadata: {},
  Actions: [
    { Identifier: 'first', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {}, ...fields },
  ],
});
const number = (properties: object): Mutate =>
  add('Second', 'AWS::Connect::PhoneNumber', {
    TargetArn: CENTRE,
    CountryCode: 'US',
    Type: 'DID',
    ...properties,
  });

const CASES: readonly (readonly [string, Mutate, readonly string[]])[] = [
  [
    'an alias that looks like a directory',
    change('Centre', { InstanceAlias: 'd-123' }),
    ['Centre', 'InstanceAlias', 'd-123'],
  ],
  [
    'a missing alias',
    change('Centre', { InstanceAlias: undefined }),
    ['Centre', 'InstanceAlias', 'is missing'],
  ],
  [
    'an instance attribute that is neither true nor false',
    change('Centre', { Attributes: { InboundCalls: 'maybe', OutboundCalls: false } }),
    ['Centre', 'Attributes.InboundCalls', '"maybe"'],
  ],
  [
    'a second instance',
    add('Other', 'AWS::Connect::Instance', {
      Attributes: { InboundCalls: true, OutboundCalls: true },
      IdentityManagementType: 'SAML',
      InstanceAlias: 'other',
    }),
    ['runs one Connect instance'],
  ],
  ['an unknown property', change('Support', { Colour: 'green' }), ['Support', 'Properties.Colour']],
  [
    'an instance of somebody else',
    change('Support', { InstanceArn: ELSEWHERE }),
    ['Support', 'InstanceArn', ELSEWHERE],
  ],
  [
    'an instance that is no ARN',
    change('Opening', { InstanceArn: 'front' }),
    ['Opening', 'InstanceArn', '"front"', 'ARN of a Connect instance'],
  ],
  [
    'an hour that does not exist',
    change('Opening', period(NINE, { Hours: 24, Minutes: 0 })),
    ['Opening', 'Config.0.EndTime.Hours', 'is 24', '0 to 23'],
  ],
  [
    'a minute that does not exist',
    change('Opening', period({ Hours: 9, Minutes: 60 }, NINE)),
    ['Opening', 'Config.0.StartTime.Minutes', 'is 60'],
  ],
  [
    'half an hour as a fraction',
    change('Opening', period({ Hours: 9.5, Minutes: 0 }, NINE)),
    ['Opening', 'StartTime.Hours', '9.5'],
  ],
  [
    'a day that does not exist',
    change('Opening', { Config: [{ Day: 'SOMEDAY', StartTime: NINE, EndTime: NINE }] }),
    ['Opening', 'Config.0.Day', 'SOMEDAY', 'MONDAY'],
  ],
  [
    'a time zone that does not exist',
    change('Opening', { TimeZone: 'Europe/Atlantis' }),
    ['Opening', 'TimeZone', 'Europe/Atlantis', 'IANA'],
  ],
  [
    'a holiday on a day that does not exist',
    change('Opening', override({ EffectiveTill: '2026-12-32' })),
    ['Opening', 'HoursOfOperationOverrides.0.EffectiveTill', '2026-12-32'],
  ],
  [
    'a holiday on 30 February',
    change('Opening', override({ EffectiveFrom: '2026-02-30' })),
    ['EffectiveFrom', '2026-02-30', 'no such day'],
  ],
  [
    'a holiday that ends before it begins',
    change('Opening', override({ EffectiveTill: '2026-12-24' })),
    ['EffectiveTill', 'must not be before EffectiveFrom'],
  ],
  [
    'an override whose meaning is not published',
    change('Opening', override({ OverrideType: 'OPEN' })),
    ['OverrideType', 'OPEN'],
  ],
  [
    'hours that are not of this instance',
    change('Support', { HoursOfOperationArn: `${ELSEWHERE}/operating-hours/x` }),
    ['Support', 'HoursOfOperationArn', 'no such hours'],
  ],
  [
    'a queue where hours belong',
    change('Support', { HoursOfOperationArn: `${ELSEWHERE}/queue/x` }),
    ['Support', 'HoursOfOperationArn', 'ARN of hours of operation'],
  ],
  ['a negative capacity', change('Support', { MaxContacts: -1 }), ['Support', 'MaxContacts', '-1']],
  [
    'two queues of one name',
    add('Twin', 'AWS::Connect::Queue', {
      InstanceArn: CENTRE,
      Name: 'support',
      HoursOfOperationArn: { 'Fn::GetAtt': ['Opening', 'HoursOfOperationArn'] },
    }),
    ["'support' exists", 'DuplicateResourceException'],
  ],
  ['a name of 128 characters', change('Support', { Name: 'x'.repeat(128) }), ['Support', 'Name', '1 to 127']],
  [
    'a queue that is not there',
    change('Agents', { DefaultOutboundQueueArn: `${ELSEWHERE}/queue/x` }),
    ['Agents', 'DefaultOutboundQueueArn', 'no such queue'],
  ],
  [
    'two calls at once',
    change('Agents', { MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 2 }] }),
    ['Agents', 'MediaConcurrencies.0.Concurrency', 'is 2'],
  ],
  [
    'a channel without concurrency',
    change('Agents', { MediaConcurrencies: [{ Channel: 'TASK', Concurrency: 1 }] }),
    ['Agents', 'QueueConfigs.0.QueueReference.Channel', 'VOICE'],
  ],
  [
    'priority 0',
    change('Agents', {
      QueueConfigs: [
        {
          Delay: 0,
          Priority: 0,
          QueueReference: { Channel: 'VOICE', QueueArn: { 'Fn::GetAtt': ['Support', 'QueueArn'] } },
        },
      ],
    }),
    ['Agents', 'Priority', 'is 0'],
  ],
  [
    'an agent without security profile',
    change('Sam', { SecurityProfileArns: [] }),
    ['Sam', 'SecurityProfileArns', '1 to 10'],
  ],
  [
    'a security profile that is not there',
    change('Sam', { SecurityProfileArns: [`${ELSEWHERE}/security-profile/x`] }),
    ['Sam', 'SecurityProfileArns.0', 'no such security profile'],
  ],
  ['an agent without password', change('Sam', { Password: undefined }), ['Sam', 'Password', 'is missing']],
  [
    'after contact work of a month',
    change('Sam', { PhoneConfig: { AfterContactWorkTimeLimit: 2_592_000 } }),
    ['Sam', 'AfterContactWorkTimeLimit', '2592000'],
  ],
  ['a username with a space', change('Sam', { Username: 'sam okoro' }), ['Sam', 'Username', 'sam okoro']],
  ['a country in small letters', number({ CountryCode: 'us' }), ['Second', 'CountryCode', '"us"']],
  [
    'a number type that is not claimed locally',
    number({ Type: 'SHORT_CODE' }),
    ['Second', 'Type', 'SHORT_CODE', 'DID'],
  ],
  [
    'a prefix outside the fictional ranges',
    number({ Prefix: '+12125559' }),
    ['Second', 'no free fictional DID number in US', '+12125559'],
  ],
  [
    'a sound file that the assembly does not upload',
    change('Music', { S3Uri: 's3://nowhere/music.wav' }),
    ['Music', 'S3Uri', 's3://nowhere/music.wav', 'uploads no such file'],
  ],
  [
    'a sound file that is none',
    change('Music', { S3Uri: 's3://cdk-assets-123456789012-us-east-1/greet.zip' }),
    ['Music', 'S3Uri', 'must be a .wav'],
  ],
  [
    'an address that is not in S3',
    change('Music', { S3Uri: 'https://example.com/music.wav' }),
    ['Music', 'S3Uri', 'S3 object'],
  ],
  [
    'a function by name',
    change('GreetLink', { IntegrationArn: 'greet' }),
    ['GreetLink', 'IntegrationArn', '"greet"', 'Lambda function'],
  ],
  [
    'an instance id where the association wants an ARN',
    change('GreetLink', { InstanceId: { 'Fn::GetAtt': ['Centre', 'Id'] } }),
    ['GreetLink', 'InstanceId', 'ARN of a Connect instance'],
  ],
  [
    'an integration that is not simulated',
    change('GreetLink', { IntegrationType: 'LEX_BOT' }),
    ['GreetLink', 'IntegrationType', 'LEX_BOT'],
  ],
  [
    'a function associated twice',
    add('Again', 'AWS::Connect::IntegrationAssociation', {
      InstanceId: CENTRE,
      IntegrationType: 'LAMBDA_FUNCTION',
      IntegrationArn: { 'Fn::GetAtt': ['Greet', 'Arn'] },
    }),
    ['associated already', 'DuplicateResourceException'],
  ],
  [
    'a flow that is not JSON',
    change('Main', flow('hello')),
    ['Main', 'InvalidContactFlowException', 'not JSON'],
  ],
  ['a flow that is a list', change('Main', flow([])), ['Main', 'InvalidContactFlowException', 'JSON object']],
  [
    'a flow in the older export format',
    change('Main', flow({ modules: [], version: '1' })),
    ['Main', 'older export'],
  ],
  [
    'a flow with an invented block',
    change('Main', flow(action({ Type: 'SendPigeon' }))),
    ['Main', 'Invalid Action type. Type: SendPigeon, Path: Actions[0].Type', "'first'"],
  ],
  [
    'a flow whose step leads nowhere',
    change(
      'Main',
      flow(
        action({
          Type: 'MessageParticipant',
          Parameters: { Text: 'x' },
          Transitions: {
            NextAction: 'gone',
            Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'first' }],
          },
        }),
      ),
    ),
    ['Main', "'first'", 'gone'],
  ],
  [
    'a flow with a misspelt parameter',
    change(
      'Main',
      flow(
        action({
          Type: 'MessageParticipant',
          Parameters: { Txt: 'x' },
          Transitions: {
            NextAction: 'first',
            Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'first' }],
          },
        }),
      ),
    ),
    ['Main', 'Invalid Action property name. Path: Actions[0].Parameters.Txt'],
  ],
  [
    'a flow that does not start',
    change('Main', flow({ ...action({}), StartAction: 'begin' })),
    ['Main', 'begin'],
  ],
  ['a flow of an unknown type', change('Main', { Type: 'OUTBOUND' }), ['Main', 'Type', 'OUTBOUND']],
  [
    'a module without settings',
    change('Check', flow(action({ Type: 'EndFlowModuleExecution' }))),
    ['Check', 'InvalidContactFlowModuleException', 'settings'],
  ],
  [
    'storage in a bucket without a bucket',
    add('Store', 'AWS::Connect::InstanceStorageConfig', {
      InstanceArn: CENTRE,
      ResourceType: 'CALL_RECORDINGS',
      StorageType: 'S3',
    }),
    ['Store', 'S3Config'],
  ],
  [
    'an origin with a path',
    add('Desk', 'AWS::Connect::ApprovedOrigin', { InstanceId: CENTRE, Origin: 'https://desk.example/app' }),
    ['Desk', 'Origin', 'without a path'],
  ],
  [
    'an agent status in position 0',
    add('Lunch', 'AWS::Connect::AgentStatus', {
      InstanceArn: CENTRE,
      Name: 'Lunch',
      State: 'ENABLED',
      DisplayOrder: 0,
    }),
    ['Lunch', 'DisplayOrder', 'is 0'],
  ],
  [
    'a Connect type that is not simulated',
    add('Rule', 'AWS::Connect::Rule', { InstanceArn: CENTRE }),
    ['Rule', 'AWS::Connect::Rule'],
  ],
];

describe('a template that Connect would refuse', () => {
  test.each(CASES)('%s', async (_, mutate, words) => {
    const message = await bootResources(mutate).then(
      () => 'the boot went well',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    for (const word of words) expect(message).toContain(word);
  });

  test('a wrong password is not shown', async () => {
    const boot = bootResources(change('Sam', { Password: 'hunter' }));
    await expect(boot).rejects.toThrow('Password: has a wrong value (not shown)');
    await expect(boot).rejects.not.toThrow('hunter');
  });

  test('all fictional numbers of a range can be claimed, and not one more', async () => {
    const numbers = (count: number): Mutate[] =>
      Array.from({ length: count }, (_, index) =>
        add(`Extra${index}`, 'AWS::Connect::PhoneNumber', {
          TargetArn: CENTRE,
          CountryCode: 'US',
          Type: 'DID',
        }),
      );
    const { state } = await bootResources(...numbers(99));
    expect(state.numbers.list().map(({ number: claimed }) => claimed)).toContain('+12025550199');
    await expect(bootResources(...numbers(100))).rejects.toThrow('no free fictional DID number in US');
  });
});
