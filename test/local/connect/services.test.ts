/** Flows ask what the template provisions: data tables, cases, customer profiles and views. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { servicePort } from '../../../local/connect/services/service-port.ts';
import { type Block, run, sub } from './asked-flow.ts';
import { add, bootResources } from './booted-resources.ts';
import { CENTRE, DOMAINS, TABLE } from './service-resources.ts';

describe('a data table of the template', () => {
  const key = (name: string, Value = '$.SystemEndpoint.Address') => [{ [name]: 'number', Value }];
  const evaluate = (PrimaryValues: Json, DataTableId = sub('Tenants.Arn')): Block => [
    'EvaluateDataTableValues',
    { DataTableId, Queries: [{ QueryName: 'Tenant', Attributes: ['greeting', 'nothing'], PrimaryValues }] },
  ];
  const upsert = (Attributes: Json, Value: string): Block => [
    'UpsertDataTableValues',
    {
      DataTableId: `${sub('Tenants.Arn')}:$LATEST`,
      DataTableUpsertAttributes: [
        { PrimaryKeyGroupName: 'g', PrimaryValues: key('Name', Value), Attributes },
      ],
    },
  ];
  const greeting = { greeting: '$.DataTables.Tenant.greeting' };
  test('is read by its keys', async () => {
    const { noted, taken } = await run(TABLE, [evaluate(key('AttributeName'))], greeting);
    expect([noted, taken]).toEqual([{ greeting: 'Good day.' }, ['NextAction']]);
  });
  test('has nothing for another key, which is no fault', async () => {
    const { noted, taken } = await run(TABLE, [evaluate(key('AttributeName', '1'))], greeting);
    expect([noted, taken]).toEqual([{ greeting: '' }, ['NextAction']]);
  });
  test('keeps what a flow writes: a new row, and another value of a known one', async () => {
    const { noted } = await run(
      TABLE,
      [
        upsert([{ Name: 'greeting', Value: 'Hi.' }], '$.SystemEndpoint.Address'),
        upsert([{ Name: 'agents', Value: '7' }], '+12025550199'),
        ['ListDataTableValues', { DataTableId: sub('Tenants.Arn') }],
      ],
      {
        first: '$.DataTableList.ResultData.primaryKeyGroups.default[0].attributes[0].attributeValue',
        second: '$.DataTableList.ResultData.primaryKeyGroups.default[1].attributes[0].attributeValue',
        key: '$.DataTableList.ResultData.primaryKeyGroups.default[1].primaryKeys[0].attributeValue',
        version: '$.DataTableList.ResultData.lockVersion.dataTable',
      },
    );
    expect(noted).toEqual({ first: 'Hi.', second: '7', key: '+12025550199', version: '3' });
  });
  test('is not read or written otherwise', async () => {
    const wrong: readonly (readonly [string, Block, string])[] = [
      ['without a key', evaluate([]), "primary attribute 'number' has no value (ValidationException)"],
      [
        'by what is no key',
        evaluate([...key('AttributeName'), { AttributeName: 'x', Value: '1' }]),
        "'x' is no primary attribute of table 'tenants' (ValidationException)",
      ],
      [
        'of another name',
        evaluate([], 'none'),
        "data table 'none' does not exist (ResourceNotFoundException)",
      ],
      [
        'with what is no number',
        upsert([{ Name: 'agents', Value: 'many' }], '1'),
        "'agents' takes a number (ValidationException)",
      ],
      [
        'with an unknown attribute',
        upsert([{ Name: 'x', Value: '1' }], '1'),
        "attribute 'x' of table 'tenants' does not exist (ResourceNotFoundException)",
      ],
      [
        'with a default',
        upsert([{ Name: 'agents', UseDefaultValue: true }], '1'),
        "attribute 'agents' has no default: templates cannot give one (ValidationException)",
      ],
      [
        'with nothing',
        upsert([{ Name: 'agents', Value: '$.Attributes.none' }], '1'),
        "attribute 'agents' has no value (ValidationException)",
      ],
    ];
    const { taken, state } = await run(
      TABLE,
      wrong.map(([, block]) => block),
    );
    expect(taken).toEqual(wrong.map(([, , sentence]) => sentence));
    expect(state.services.dataTables.list()[0]?.version).toBe(1);
  });
  test('is refused with a record that does not fit', async () => {
    const wrong = add('Wrong', 'AWS::Connect::DataTableRecord', {
      InstanceArn: CENTRE,
      DataTableArn: { 'Fn::GetAtt': ['Tenants', 'Arn'] },
      DataTableRecord: {
        Values: [{ AttributeId: { 'Fn::GetAtt': ['Agents0', 'AttributeId'] }, AttributeValue: 'x' }],
      },
    });
    await expect(bootResources(...TABLE, wrong)).rejects.toThrow("'agents' takes a number");
  });
});

describe('cases', () => {
  const create = (more: object = {}): Block => [
    'CreateCase',
    {
      LinkContactToCase: 'true',
      CaseTemplateId: sub('Matter.TemplateId'),
      CaseRequestFields: { title: 'Parcel', customer_id: 'c1', ...more },
    },
  ];
  const get = (fields: Json, latest = 'false'): Block => [
    'GetCase',
    {
      LinkContactToCase: 'false',
      GetLastUpdatedCase: latest,
      CaseRequestFields: fields,
      CaseResponseFields: ['status', 'summary', sub('Carrier.FieldId')],
    },
  ];
  test('are opened, changed and found', async () => {
    const { noted, taken, state } = await run(
      DOMAINS,
      [
        create({ [sub('Carrier.FieldId')]: 'post' }),
        [
          'UpdateCase',
          { LinkContactToCase: 'true', CaseId: '$.Case.case_id', CaseRequestFields: { status: 'closed' } },
        ],
        get({ customer_id: 'c1' }),
      ],
      { status: '$.Case.status' },
    );
    expect([taken, noted]).toEqual([['NextAction', 'NextAction', 'NextAction'], { status: 'closed' }]);
    expect(state.services.cases?.cases[0]?.contactIds).toHaveLength(1);
  });
  test('are several, and the one that was changed last can be taken', async () => {
    const { noted, taken } = await run(
      DOMAINS,
      [
        create({ summary: 'one' }),
        create({ summary: 'two' }),
        get({ customer_id: 'c1' }),
        get({ customer_id: 'c1' }, 'true'),
      ],
      { summary: '$.Case.summary' },
    );
    expect([taken.slice(2), noted]).toEqual([
      ['2 cases have these values', 'NextAction'],
      { summary: 'two' },
    ]);
  });
  test('are not found, changed or opened otherwise', async () => {
    const wrong: readonly (readonly [string, Block, string])[] = [
      ['none with these values', get({ title: 'x' }), 'no case has these values'],
      [
        'no such case',
        ['UpdateCase', { LinkContactToCase: 'false', CaseId: 'k', CaseRequestFields: { status: 'open' } }],
        "case 'k' does not exist (ResourceNotFoundException)",
      ],
      [
        'no such template',
        [
          'CreateCase',
          { LinkContactToCase: 'false', CaseTemplateId: 't', CaseRequestFields: { title: 'x' } },
        ],
        "template 't' does not exist (ResourceNotFoundException)",
      ],
      [
        'no such field',
        create({ colour: 'red' }),
        "field 'colour' does not exist (ResourceNotFoundException)",
      ],
      [
        'no customer',
        create({ customer_id: '$.Attributes.none' }),
        "field 'customer_id' has no value (ValidationException)",
      ],
    ];
    const { taken } = await run(
      DOMAINS,
      wrong.map(([, block]) => block),
    );
    expect(taken).toEqual(wrong.map(([, , sentence]) => sentence));
  });
});

describe('customer profiles', () => {
  const create: Block = [
    'CreateCustomerProfile',
    { ProfileRequestData: { PhoneNumber: '$.CustomerEndpoint.Address', FirstName: 'Ann' } },
  ];
  const get = (value: string): Block => [
    'GetCustomerProfile',
    {
      ProfileRequestData: { IdentifierName: '_phone', IdentifierValue: value },
      ProfileResponseData: ['FirstName'],
    },
  ];
  const me = '$.CustomerEndpoint.Address';
  test('are made, found by a search key, changed, and know their contacts', async () => {
    const { noted, taken, state } = await run(
      DOMAINS,
      [
        create,
        ['UpdateCustomerProfile', { ProfileRequestData: { FirstName: 'Bea' } }],
        get(me),
        [
          'AssociateContactToCustomerProfile',
          { ProfileRequestData: { ProfileId: '$.Customer.ProfileId', ContactId: '$.ContactId' } },
        ],
        [
          'GetCalculatedAttributesForCustomerProfile',
          { ProfileRequestData: { ProfileId: '$.Customer.ProfileId' } },
        ],
      ],
      { name: '$.Customer.FirstName' },
    );
    expect(noted).toEqual({ name: 'Bea' });
    expect(taken.slice(0, 4)).toEqual(['NextAction', 'NextAction', 'NextAction', 'NextAction']);
    expect(taken[4]).toMatch(/^profile '\w+' has nothing of this kind$/);
    expect([...(state.services.profiles?.contacts.values() ?? [])]).toHaveLength(1);
  });
  test('are several or none', async () => {
    const { taken } = await run(DOMAINS, [get(me), create, create, get(me)]);
    expect([taken[0], taken[3]]).toEqual(['no profile has these values', '2 profiles have these values']);
  });
  test('that nobody has cannot be changed, and have no objects', async () => {
    const ProfileRequestData = { ProfileId: 'p', ObjectType: '_order' };
    const { taken } = await run(DOMAINS, [
      ['UpdateCustomerProfile', { ProfileRequestData }],
      ['GetCustomerProfileObject', { ProfileRequestData }],
    ]);
    expect(taken).toEqual([
      "profile 'p' does not exist (ResourceNotFoundException)",
      "there is no profile 'p'",
    ]);
  });
});

test('an instance without these services says so', async () => {
  const { taken } = await run(
    [],
    [
      ['CreateCase', { LinkContactToCase: 'false', CaseTemplateId: 't', CaseRequestFields: { title: 'x' } }],
      ['CreateCustomerProfile', { ProfileRequestData: { FirstName: 'Ann' } }],
      ['CreateWisdomSession', { WisdomAssistantArn: 'arn:a' }],
      ['CreateContact', { Channel: 'EMAIL' }],
    ],
  );
  expect(taken).toEqual([
    'a domain of cases does not exist (ResourceNotFoundException)',
    'a domain of customer profiles does not exist (ResourceNotFoundException)',
    'the local instance has no assistant (ResourceNotFoundException)',
    'the local instance has no email (ResourceNotFoundException)',
  ]);
});

test('a view of the template or of AWS is shown, and whoever reads it may answer; another one is not there', async () => {
  const guide = add('Guide', 'AWS::Connect::View', {
    InstanceArn: CENTRE,
    Name: 'guide',
    Actions: [],
    Template: {},
  });
  const { state } = await bootResources(guide);
  const show = (viewId: string) =>
    servicePort(state)(
      {
        kind: 'ask-service',
        contactId: 'c',
        requestId: 'r',
        service: 'views',
        operation: 'ShowView',
        input: { viewId },
        masked: false,
      },
      0,
    );
  const [{ arn } = { arn: '' }] = state.views.list();
  expect(await show(`${arn}:$LATEST`)).toBe('left-open');
  expect(await show('arn:aws:connect:us-east-1:aws:view/form:1')).toBe('left-open');
  expect(await show('none')).toMatchObject({
    answer: { problem: 'failed', message: "view 'none' does not exist (ResourceNotFoundException)" },
  });
});
