/** Resources of an invented template for the services that flows ask. */
import { add, type Mutate } from './booted-resources.ts';

export const CENTRE = { 'Fn::GetAtt': ['Centre', 'Arn'] };
const says = (Value: string) => [{ Message: { PlainTextMessage: { Value } } }];

export const BOT: readonly Mutate[] = [
  add('Bot', 'AWS::Lex::Bot', {
    Name: 'orders',
    RoleArn: 'arn:aws:iam::123456789012:role/bot',
    DataPrivacy: { ChildDirected: false },
    IdleSessionTTLInSeconds: 300,
    BotLocales: [
      {
        LocaleId: 'en_US',
        NluConfidenceThreshold: 0.4,
        VoiceSettings: { VoiceId: 'Joanna' },
        SlotTypes: [
          {
            Name: 'Colour',
            SlotTypeValues: [{ SampleValue: { Value: 'blue' }, Synonyms: [{ Value: 'navy' }] }],
            ValueSelectionSetting: { ResolutionStrategy: 'TOP_RESOLUTION' },
          },
        ],
        Intents: [
          {
            Name: 'OrderStatus',
            SampleUtterances: [{ Utterance: 'where is my {Colour} ladder' }],
            SlotPriorities: [
              { Priority: 2, SlotName: 'Number' },
              { Priority: 1, SlotName: 'Colour' },
            ],
            Slots: [
              {
                Name: 'Number',
                SlotTypeName: 'AMAZON.Number',
                ValueElicitationSetting: {
                  SlotConstraint: 'Required',
                  PromptSpecification: { MessageGroupsList: says('Which number?'), MaxRetries: 2 },
                },
              },
              {
                Name: 'Colour',
                SlotTypeName: 'Colour',
                ValueElicitationSetting: {
                  SlotConstraint: 'Required',
                  PromptSpecification: { MessageGroupsList: says('Which colour?'), MaxRetries: '1' },
                },
              },
            ],
            IntentConfirmationSetting: {
              PromptSpecification: { MessageGroupsList: says('Is that right?'), MaxRetries: 1 },
              DeclinationResponse: { MessageGroupsList: says('Then not.') },
            },
          },
          { Name: 'FallbackIntent', ParentIntentSignature: 'AMAZON.FallbackIntent' },
        ],
      },
    ],
  }),
  add('BotV1', 'AWS::Lex::BotVersion', {
    BotId: { Ref: 'Bot' },
    BotVersionLocaleSpecification: [
      { LocaleId: 'en_US', BotVersionLocaleDetails: { SourceBotVersion: 'DRAFT' } },
    ],
  }),
  add('LiveBot', 'AWS::Lex::BotAlias', {
    BotId: { 'Fn::GetAtt': ['Bot', 'Id'] },
    BotAliasName: 'live',
    BotVersion: { 'Fn::GetAtt': ['BotV1', 'BotVersion'] },
    BotAliasLocaleSettings: [{ LocaleId: 'en_US', BotAliasLocaleSetting: { Enabled: true } }],
  }),
  add('BotLink', 'AWS::Connect::IntegrationAssociation', {
    InstanceId: CENTRE,
    IntegrationType: 'LEX_BOT',
    IntegrationArn: { 'Fn::GetAtt': ['LiveBot', 'Arn'] },
  }),
];

const TENANTS = { InstanceArn: CENTRE, DataTableArn: { 'Fn::GetAtt': ['Tenants', 'Arn'] } };
const value = (attribute: string, AttributeValue: string) => ({
  AttributeId: { 'Fn::GetAtt': [attribute, 'AttributeId'] },
  AttributeValue,
});
export const TABLE: readonly Mutate[] = [
  add('Tenants', 'AWS::Connect::DataTable', {
    InstanceArn: CENTRE,
    Name: 'tenants',
    Status: 'PUBLISHED',
    TimeZone: 'Europe/London',
    ValueLockLevel: 'NONE',
  }),
  add('Number0', 'AWS::Connect::DataTableAttribute', {
    ...TENANTS,
    Name: 'number',
    ValueType: 'TEXT',
    Primary: true,
  }),
  add('Greeting0', 'AWS::Connect::DataTableAttribute', { ...TENANTS, Name: 'greeting', ValueType: 'TEXT' }),
  add('Agents0', 'AWS::Connect::DataTableAttribute', { ...TENANTS, Name: 'agents', ValueType: 'NUMBER' }),
  add('Row0', 'AWS::Connect::DataTableRecord', {
    ...TENANTS,
    DataTableRecord: {
      PrimaryValues: [value('Number0', '+12025550100')],
      Values: [value('Greeting0', 'Good day.')],
    },
  }),
];

const DOMAIN = { DomainId: { 'Fn::GetAtt': ['Cases', 'DomainId'] } };
export const DOMAINS: readonly Mutate[] = [
  add('Profiles', 'AWS::CustomerProfiles::Domain', { DomainName: 'larkfield', DefaultExpirationDays: 366 }),
  add('Cases', 'AWS::Cases::Domain', { Name: 'larkfield' }),
  add('Carrier', 'AWS::Cases::Field', { ...DOMAIN, Name: 'carrier', Type: 'Text' }),
  add('Matter', 'AWS::Cases::Template', { ...DOMAIN, Name: 'matter', Status: 'Active' }),
  add('CasesLink', 'AWS::Connect::IntegrationAssociation', {
    InstanceId: CENTRE,
    IntegrationType: 'CASES_DOMAIN',
    IntegrationArn: { 'Fn::GetAtt': ['Cases', 'DomainArn'] },
  }),
];
