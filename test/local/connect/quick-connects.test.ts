/** Quick connects and proficiencies of a template reach the engine, and those that Connect would refuse stop the boot. */
import { expect, test } from '@jest/globals';
import { buildInstance } from '../../../local/connect/build-instance.ts';
import { add, bootResources, change, type Mutate } from './booted-resources.ts';
import { expectRefusal } from './refused-template.ts';

const InstanceArn = { 'Fn::GetAtt': ['Centre', 'Arn'] };
const flow = (logicalId: string, Type: string, Action: string): Mutate =>
  add(logicalId, 'AWS::Connect::ContactFlow', {
    InstanceArn,
    Name: logicalId,
    Type,
    Content: JSON.stringify({
      Version: '2019-10-30',
      StartAction: 'a',
      Actions: [{ Identifier: 'a', Type: Action, Parameters: {}, Transitions: {} }],
    }),
  });
const toAgent = flow('ToAgent', 'AGENT_TRANSFER', 'TransferContactToAgent');
const toQueue = flow('ToQueue', 'QUEUE_TRANSFER', 'DisconnectParticipant');
const arnOf = (logicalId: string, attribute: string) => ({ 'Fn::GetAtt': [logicalId, attribute] });
const quick = (logicalId: string, QuickConnectConfig: object): Mutate =>
  add(logicalId, 'AWS::Connect::QuickConnect', { InstanceArn, Name: logicalId, QuickConnectConfig });
const toSam = { UserArn: arnOf('Sam', 'UserArn'), ContactFlowArn: arnOf('ToAgent', 'ContactFlowArn') };
const knowsLanguages = add('Languages', 'AWS::Connect::PredefinedAttribute', {
  InstanceArn,
  Name: 'language',
  Values: { StringList: ['Spanish'] },
});
/** After the instance knows of languages, where it does. */
const speaks =
  (proficiency: Readonly<Record<string, unknown>>): Mutate =>
  (template) => {
    change('Sam', { UserProficiencies: [proficiency] })(template);
    const { Sam, Languages } = template.Resources;
    if (Sam !== undefined && Languages !== undefined) Sam.DependsOn = ['Languages'];
  };
const toSupport = {
  QueueArn: arnOf('Support', 'QueueArn'),
  ContactFlowArn: arnOf('ToQueue', 'ContactFlowArn'),
};
const CARRIER = { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '+12025550177' } };

test('a quick connect of each kind, the queue that offers them, and what agents can reach the engine', async () => {
  const { state } = await bootResources(
    toAgent,
    toQueue,
    quick('Carrier', CARRIER),
    quick('Sam2', { QuickConnectType: 'USER', UserConfig: toSam }),
    quick('Support2', { QuickConnectType: 'QUEUE', QueueConfig: toSupport }),
    quick('Flow', {
      QuickConnectType: 'FLOW',
      FlowConfig: { ContactFlowArn: arnOf('Main', 'ContactFlowArn') },
    }),
    add('Offers', 'AWS::Connect::Queue', {
      InstanceArn,
      Name: 'offers',
      HoursOfOperationArn: arnOf('Opening', 'HoursOfOperationArn'),
      QuickConnectArns: [arnOf('Carrier', 'QuickConnectArn')],
    }),
    knowsLanguages,
    speaks({ AttributeName: 'language', AttributeValue: 'Spanish', Level: 3 }),
  );
  const { quickConnects = [], queues, users, flows } = buildInstance(state);
  const id = (name: string) => flows.find((one) => one.name === name)?.id;
  expect(quickConnects.map(({ arn: _arn, id: _id, ...one }) => one)).toEqual(
    expect.arrayContaining([
      { name: 'Carrier', kind: 'number', number: '+12025550177' },
      { name: 'Sam2', kind: 'agent', userId: users[0]?.id, flowId: id('ToAgent') },
      {
        name: 'Support2',
        kind: 'queue',
        queueId: queues.find(({ name }) => name === 'support')?.id,
        flowId: id('ToQueue'),
      },
    ]),
  );
  expect(quickConnects).toHaveLength(3);
  expect(queues.find(({ name }) => name === 'offers')?.quickConnectIds).toEqual([
    quickConnects.find(({ name }) => name === 'Carrier')?.id,
  ]);
  expect(users[0]?.proficiencies).toEqual([{ name: 'language', value: 'Spanish', level: 3 }]);
});

test.each<[string, object, readonly string[]]>([
  ['a kind that there is not', { QuickConnectType: 'FAX' }, ['QuickConnectType', '"FAX"', 'must be one of']],
  [
    'a kind without its part',
    { QuickConnectType: 'QUEUE', PhoneConfig: CARRIER.PhoneConfig },
    ['belongs to QUEUE'],
  ],
  [
    'a number that is none',
    { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '555' } },
    ['PhoneNumber', '"555"', '+12025550100'],
  ],
  [
    'a flow of another type',
    {
      QuickConnectType: 'USER',
      UserConfig: { ...toSam, ContactFlowArn: arnOf('ToQueue', 'ContactFlowArn') },
    },
    ['must be a flow of type AGENT_TRANSFER, not QUEUE_TRANSFER'],
  ],
  [
    'a part with too much in it',
    { ...CARRIER, PhoneConfig: { PhoneNumber: '+12025550177', Fax: '1' } },
    ['Fax'],
  ],
])('a quick connect with %s stops the boot', async (_title, config, words) => {
  await expectRefusal(
    (template) => {
      for (const mutate of [toAgent, toQueue, quick('Wrong', config)]) mutate(template);
    },
    ['Wrong', ...words],
  );
});

test('an agent can be good at nothing that the instance does not know of', async () => {
  const spanish = { AttributeName: 'language', AttributeValue: 'Spanish', Level: 3 };
  await expectRefusal(speaks(spanish), ['Sam', 'UserProficiencies.0.AttributeName', '"language"']);
  await expectRefusal(
    (template) => {
      knowsLanguages(template);
      speaks({ ...spanish, AttributeValue: 'Greek' })(template);
    },
    ['Sam', 'UserProficiencies.0.AttributeValue', '"Greek"', 'the values Spanish'],
  );
  const amazons = speaks({ ...spanish, AttributeName: 'connect:Language' });
  expect((await bootResources(amazons)).state.users.list()[0]?.proficiencies).toHaveLength(1);
});

test.each([
  ['connect:Language', 'not begin with aws: or connect:'],
  ['Language', 'DuplicateResourceException'],
])("a predefined attribute cannot be called '%s' beside 'language'", async (Name, words) => {
  await expectRefusal(
    (template) => {
      knowsLanguages(template);
      add('More', 'AWS::Connect::PredefinedAttribute', { InstanceArn, Name })(template);
    },
    ['More', Name, words],
  );
});

test('a proficiency of a level that there is not stops the boot', async () => {
  const level = { AttributeName: 'language', AttributeValue: 'Spanish', Level: 6 };
  await expectRefusal(change('Sam', { UserProficiencies: [level] }), ['Sam', 'Level', '6', 'from 1 to 5']);
});
