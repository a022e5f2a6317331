/** Of every block that asks another service: what it asks, what it leaves, and which problem leads where. */
import type { ServiceProblem } from '../../../engine/blocks/service.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { CALLER } from '../contact/centre.ts';

export interface Case {
  readonly parameters: Json;
  /** What the service is asked. */
  readonly input: Json;
  readonly values?: Readonly<Record<string, Json>>;
  /** References that have values afterwards. */
  readonly found?: Readonly<Record<string, string>>;
  /** The branch of each problem. */
  readonly problems?: Readonly<Partial<Record<ServiceProblem, string>>>;
  /** Conditions, each reached by an outcome of its name. */
  readonly outcomes?: readonly string[];
  /** Parameters with which nothing can be asked, and why. */
  readonly unasked?: readonly (readonly [Json, string])[];
  /** When an answer is too late, s, and by which branch the flow then goes. */
  readonly limit?: readonly [number, string];
  /** An answer that cannot be kept, and why. */
  readonly unkept?: readonly [Readonly<Record<string, Json>>, string];
}

const PROFILE = { FirstName: 'Ann', ProfileId: 'p1' };
const TABLE = 'the id of the data table is empty';
const TOO_LONG: Case['unkept'] = [
  { Note: 'x'.repeat(14_001) },
  'data of customer profiles would pass 14000 characters',
];
const ROWS: Json = [
  {
    PrimaryKeyGroupName: 'g',
    PrimaryValues: [{ Name: 'number', Value: '1' }],
    Attributes: [{ Name: 'greeting', Value: 'Hi' }],
  },
];
const LONG = 'x'.repeat(33_000);
/** Stands for the id of the call. */
export const CALL = 'the contact of the call';
export const CASES: Readonly<Record<string, Case>> = {
  GetCustomerProfile: {
    parameters: {
      ProfileRequestData: { IdentifierName: '_phone', IdentifierValue: '$.CustomerEndpoint.Address' },
      ProfileResponseData: ['FirstName'],
    },
    input: { criteria: [{ name: '_phone', value: CALLER }], operator: 'AND', fields: ['FirstName'] },
    values: PROFILE,
    found: { '$.Customer.FirstName': 'Ann', '$.Customer.ProfileId': 'p1' },
    problems: { 'none-found': 'NoneFoundError', 'multiple-found': 'MultipleFoundError' },
    unasked: [
      [
        { ProfileRequestData: { PhoneNumber: '$.Attributes.none' } },
        'nothing is given by which a profile could be found',
      ],
    ],
    limit: [8, 'NoMatchingError'],
    unkept: TOO_LONG,
  },
  GetCustomerProfileObject: {
    parameters: {
      ProfileRequestData: { ProfileId: 'p1', ObjectType: '_order', UseLatest: 'True' },
      ProfileResponseData: ['Status'],
    },
    input: { ProfileId: 'p1', ObjectType: '_order', UseLatest: 'True', fields: ['Status'] },
    values: { Status: 'sent' },
    found: { '$.Customer.Order.Status': 'sent' },
    problems: { 'none-found': 'NoneFoundError' },
    unasked: [[{ ProfileRequestData: { ObjectType: '_order' } }, 'the id of the profile is empty']],
    unkept: TOO_LONG,
  },
  GetCalculatedAttributesForCustomerProfile: {
    parameters: { ProfileRequestData: { ProfileId: 'p1' }, ProfileResponseData: ['calls'] },
    input: { ProfileId: 'p1', fields: ['calls'] },
    values: { calls: 3 },
    found: { '$.Customer.CalculatedAttributes.calls': '3' },
    problems: { 'none-found': 'NoneFoundError' },
    unasked: [[{ ProfileRequestData: {} }, 'the id of the profile is empty']],
  },
  CreateCustomerProfile: {
    parameters: {
      ProfileRequestData: { PhoneNumber: '$.CustomerEndpoint.Address', Note: '$.Attributes.none' },
    },
    input: { profile: { PhoneNumber: CALLER }, fields: [] },
    values: PROFILE,
    found: { '$.Customer.ProfileId': 'p1' },
    unasked: [
      [{ ProfileRequestData: { Note: '$.Attributes.none' } }, 'nothing is given to keep in the profile'],
    ],
  },
  UpdateCustomerProfile: {
    parameters: { ProfileRequestData: { ProfileId: 'p1', FirstName: 'Ann' } },
    input: { ProfileId: 'p1', profile: { FirstName: 'Ann' }, fields: [] },
    values: PROFILE,
    found: { '$.Customer.FirstName': 'Ann' },
    unasked: [
      [
        { ProfileRequestData: { FirstName: 'Ann' } },
        'neither the step nor $.Customer has the id of a profile',
      ],
    ],
  },
  AssociateContactToCustomerProfile: {
    parameters: { ProfileRequestData: { ProfileId: 'p1', ContactId: 'c1' } },
    input: { ProfileId: 'p1', ContactId: 'c1' },
    unasked: [
      [{ ProfileRequestData: { ProfileId: '$.Customer.ProfileId', ContactId: 'c1' } }, 'ProfileId is empty'],
    ],
  },
  CreateCase: {
    parameters: {
      LinkContactToCase: 'true',
      CaseTemplateId: 't1',
      CaseRequestFields: { title: 'From $.CustomerEndpoint.Address', none: '$.Attributes.none' },
    },
    input: { templateId: 't1', fields: { title: `From ${CALLER}` }, linkContactId: CALL },
    values: { case_id: 'k1' },
    found: { '$.Case.case_id': 'k1' },
    problems: { 'contact-not-linked': 'ContactNotLinked' },
    unasked: [
      [{ CaseTemplateId: '$.Attributes.t', CaseRequestFields: {} }, 'the id of the template is empty'],
    ],
    limit: [8, 'NoMatchingError'],
  },
  UpdateCase: {
    parameters: { LinkContactToCase: 'false', CaseId: 'k1', CaseRequestFields: { status: 'closed' } },
    input: { caseId: 'k1', fields: { status: 'closed' } },
    values: { status: 'closed' },
    found: { '$.Case.status': 'closed' },
    problems: { 'contact-not-linked': 'ContactNotLinked' },
    unasked: [[{ CaseId: '$.Case.case_id', CaseRequestFields: {} }, 'the id of the case is empty']],
  },
  GetCase: {
    parameters: {
      LinkContactToCase: 'false',
      GetLastUpdatedCase: 'true',
      CustomerId: 'arn:profile',
      CaseRequestFields: { status: 'open' },
      CaseResponseFields: ['title'],
    },
    input: { fields: { status: 'open', customer_id: 'arn:profile' }, read: ['title'], latest: true },
    values: { case_id: 'k1', title: 'Parcel' },
    found: { '$.Case.title': 'Parcel' },
    problems: {
      'contact-not-linked': 'ContactNotLinked',
      'none-found': 'NoneFound',
      'multiple-found': 'MultipleFound',
    },
    unasked: [[{ LinkContactToCase: 'false' }, 'nothing is given by which a case could be found']],
  },
  EvaluateDataTableValues: {
    parameters: {
      DataTableId: 'tenants',
      Queries: [
        {
          QueryName: 'Tenant',
          Attributes: ['greeting'],
          PrimaryValues: [{ AttributeName: 'number', Value: '$.SystemEndpoint.Address' }],
        },
      ],
    },
    input: {
      dataTableId: 'tenants',
      queries: [
        {
          QueryName: 'Tenant',
          Attributes: ['greeting'],
          PrimaryValues: [{ AttributeName: 'number', Value: '+12025550100' }],
        },
      ],
    },
    values: { Tenant: { greeting: 'Good day.' } },
    found: { '$.DataTables.Tenant.greeting': 'Good day.' },
    unasked: [[{ DataTableId: '$.Attributes.none', Queries: [] }, TABLE]],
  },
  ListDataTableValues: {
    parameters: { DataTableId: 'tenants' },
    input: { dataTableId: 'tenants', groups: [] },
    values: {
      primaryKeyGroups: { default: [{ attributes: [{ attributeValue: 'A' }, { attributeValue: 'B' }] }] },
    },
    found: { '$.DataTableList.ResultData.primaryKeyGroups.default[0].attributes[1].attributeValue': 'B' },
    unasked: [[{ DataTableId: '$.Attributes.none' }, TABLE]],
    unkept: [{ rows: LONG }, 'the rows have more than 32768 bytes'],
  },
  UpsertDataTableValues: {
    parameters: { DataTableId: 'tenants', DataTableUpsertAttributes: ROWS },
    input: { dataTableId: 'tenants', rows: ROWS },
    unasked: [
      [{ DataTableId: '$.Attributes.none', DataTableUpsertAttributes: [] }, TABLE],
      [
        {
          DataTableId: 't',
          DataTableUpsertAttributes: [
            { PrimaryValues: Array(3).fill({}), Attributes: Array(24).fill({}) },
            { PrimaryValues: Array(2).fill({}), Attributes: [] },
          ],
        },
        'the step writes 26 attributes; 25 are allowed',
      ],
    ],
  },
  CreateWisdomSession: {
    parameters: { WisdomAssistantArn: 'arn:assistant' },
    input: { assistantArn: 'arn:assistant' },
    values: { SessionArn: 'arn:session' },
    found: { '$.Wisdom.SessionArn': 'arn:session' },
    unasked: [[{ WisdomAssistantArn: '$.Attributes.none' }, 'the ARN of the assistant is empty']],
  },
  RenderMessageTemplate: {
    parameters: { WisdomKnowledgeBaseArn: 'arn:base', WisdomMessageTemplateArn: 'arn:template' },
    input: { contactId: CALL, knowledgeBaseArn: 'arn:base', templateArn: 'arn:template' },
    problems: { 'not-rendered': 'TemplateRenderingError' },
    unasked: [[{ WisdomMessageTemplateArn: '$.Attributes.none' }, 'the ARN of the template is empty']],
  },
  CreateContact: {
    parameters: { Channel: 'EMAIL', RelatedContact: 'CURRENT' },
    input: { contactId: CALL, channel: 'EMAIL', related: true },
  },
  StartOutboundEmailContact: {
    parameters: {
      FromEmailAddress: { EmailAddress: 'desk@larkfield.example' },
      DestinationEmailAddress: 'ann@example.com',
      EmailMessage: { MessageSourceType: 'RAW' },
    },
    input: {
      contactId: CALL,
      from: 'desk@larkfield.example',
      to: 'ann@example.com',
      message: { MessageSourceType: 'RAW' },
    },
    unasked: [
      [
        { FromEmailAddress: '$.Attributes.none', DestinationEmailAddress: 'a' },
        'the address of the sender is empty',
      ],
      [{ FromEmailAddress: 'a', DestinationEmailAddress: {} }, 'the address of the recipient is empty'],
    ],
  },
  LoadContactContent: {
    parameters: { ContentType: 'EmailMessage' },
    input: { contactId: CALL },
    values: { Plaintext: 'Where is my parcel?' },
    found: { '$.Email.EmailMessage.Plaintext': 'Where is my parcel?' },
    unkept: [{ Plaintext: LONG }, 'the text of the e-mail has more than 32768 bytes'],
  },
  ShowView: {
    parameters: {
      ViewResource: { Id: 'form', Version: '1' },
      InvocationTimeLimitSeconds: '30',
      ViewData: { To: '$.CustomerEndpoint.Address', Wide: true },
    },
    input: { viewId: 'form', data: { To: CALLER, Wide: true }, version: '1' },
    values: { Action: 'Save', ViewResultData: { reason: 'lost' } },
    found: { '$.Views.Action': 'Save', '$.Views.ViewResultData.reason': 'lost' },
    outcomes: ['Save', 'Cancel'],
    limit: [30, 'TimeLimitExceeded'],
    unasked: [
      [
        { ViewResource: { Id: 'form' }, InvocationTimeLimitSeconds: 'undefined' },
        'InvocationTimeLimitSeconds is no number of seconds',
      ],
      [
        { ViewResource: { Id: '$.Attributes.none' }, InvocationTimeLimitSeconds: '9' },
        'the id of the view is empty',
      ],
      [
        { ViewResource: { Id: 'form' }, InvocationTimeLimitSeconds: '9', ViewData: { a: LONG } },
        'the inputs of the view have more than 16384 bytes',
      ],
    ],
  },
  AuthenticateParticipant: {
    parameters: {
      CognitoConfiguration: { UserPoolArn: 'arn:pool', AppClientId: 'app' },
      TimeLimitMinutes: '3',
    },
    input: { cognito: { UserPoolArn: 'arn:pool', AppClientId: 'app' }, profiles: {} },
    values: { Status: 'AUTHENTICATED' },
    found: { "$.SegmentAttributes['connect:CustomerAuthentication']['Status']": 'AUTHENTICATED' },
    outcomes: ['OptedOut'],
    limit: [180, 'TimeLimitExceeded'],
    unasked: [[{ TimeLimitMinutes: '20' }, 'TimeLimitMinutes is no number from 3 to 15']],
  },
  ConnectParticipantWithAgenticCX: {
    parameters: {
      AgentConfiguration: { Alias: 'live', ContextVariables: { from: '$.CustomerEndpoint.Address' } },
    },
    input: { Alias: 'live', ContextVariables: { from: CALLER } },
    values: { order: '1002' },
    found: { '$.AgenticCX.ContextVariables.order': '1002' },
    problems: { 'time-is-up': 'InputTimeLimitExceeded' },
    outcomes: ['Escalation'],
  },
};
