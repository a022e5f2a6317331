/** Numbers, sounds, functions, flows and settings that Connect would not create stop the boot, named and explained. */
import { expect, test } from '@jest/globals';
import { add, bootResources, change, type Mutate } from './booted-resources.ts';
import { expectRefusal, type WrongTemplate } from './refused-template.ts';

const CENTRE = { 'Fn::GetAtt': ['Centre', 'Arn'] };
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

const CASES: readonly WrongTemplate[] = [
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
    change('GreetLink', { IntegrationType: 'WISDOM_ASSISTANT' }),
    ['GreetLink', 'IntegrationType', 'WISDOM_ASSISTANT'],
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

test.each(CASES)('%s stops the boot', (_, mutate, words) => expectRefusal(mutate, words));

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
