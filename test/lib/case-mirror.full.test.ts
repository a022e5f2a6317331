/** The mirror in Amazon Connect Cases as cdk.json switches it on: in the template, and from a change of a case to its mirror. */
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, test } from '@jest/globals';
import { changeCase } from '../../lambdas/tables/case-changes.ts';
import { openCaseOnce } from '../../lambdas/tables/cases.ts';
import { ensureBundles } from '../../lib/bundling.ts';
import { mirrorOpenCases } from '../../lib/commands/mirror.ts';
import { beepFile, functionBundlesFolder, queueMusicFile } from '../../lib/paths.ts';
import type { Template } from '../../local/assembly/template.ts';
import { bootCloud } from '../../local/cloud.ts';
import { makeOne } from '../kit/one-template.ts';
import { type Assembly, assemble, referencesIn, statementsOf } from './fixtures/template.ts';
import { dev } from './stack/assemblies.ts';

const connectCases = {
  domainId: 'd-1',
  templateId: 't-1',
  customerProfileArn: 'arn:aws:profile:us-east-1:123456789012:domains/larkfield/profiles/callers',
  fields: { caseNumber: 'f-number', state: 'f-state' },
};
beforeAll(ensureBundles);
let made: Assembly | undefined;
function mirrored(): Assembly {
  made ??= assemble(
    'dev',
    { connectCases },
    { bundlesFolder: functionBundlesFolder, musicFile: queueMusicFile, beepFile },
    true,
  );
  return made;
}

/** Both readers of the changes of cases with what they refer to: the flows of the invented centre do not run. */
function onlyReaders(template: Template): void {
  makeOne(template, mirrored().folder);
  const kept = new Set<string>();
  const keep = (id: string): void => {
    if (kept.has(id)) return;
    kept.add(id);
    const resource = template.Resources[id];
    if (resource !== undefined) delete resource.DependsOn;
    for (const other of referencesIn(resource)) keep(other);
  };
  for (const [id, { Type }] of Object.entries(template.Resources)) {
    if (/^CaseMirror|^Eventsfollowcases/.test(id) || Type === 'AWS::Connect::Instance') keep(id);
  }
  template.Resources = Object.fromEntries(Object.entries(template.Resources).filter(([id]) => kept.has(id)));
  template.Outputs = {};
}

test('without the setting the template has nothing of it', () => {
  expect(dev().text).not.toMatch(/mirror-cases|CaseMirror|"cases:/);
});

test('with it there is one function more, which may do nothing else, and the stream of keys has a second reader', () => {
  const template = mirrored();
  expect(template.findings).toEqual([]);
  const added = template.resources.filter(({ id }) => !dev().resources.some((one) => one.id === id));
  expect(added.map(({ Type }) => Type).toSorted()).toEqual([
    // For changes that are read late.
    'AWS::CloudWatch::Alarm',
    'AWS::IAM::Role',
    'AWS::Lambda::EventSourceMapping',
    'AWS::Lambda::Function',
    'AWS::Logs::LogGroup',
  ]);
  const streaming = template
    .ofType('AWS::DynamoDB::Table')
    .filter(({ Properties }) => Properties['StreamSpecification']);
  expect(streaming.map(({ Properties }) => Properties['StreamSpecification'])).toEqual([
    { StreamViewType: 'KEYS_ONLY' },
  ]);
  const [role] = added.filter(({ Type }) => Type === 'AWS::IAM::Role');
  if (role === undefined) throw new Error('the function has no role');
  const actions = statementsOf(role).flatMap(({ Action }) => Action);
  expect(actions.filter((action) => action.startsWith('cases:'))).toEqual([
    'cases:CreateCase',
    'cases:UpdateCase',
  ]);
  const [mapping] = added.filter(({ Type }) => Type === 'AWS::Lambda::EventSourceMapping');
  expect(mapping?.Properties).toMatchObject({
    MaximumRetryAttempts: -1,
    MaximumRecordAgeInSeconds: 82_800,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    DestinationConfig: {
      OnFailure: { Destination: { 'Fn::GetAtt': [dev().ofType('AWS::SQS::Queue')[0]?.id, 'Arn'] } },
    },
  });
  expect(referencesIn(mapping?.Properties['EventSourceArn'])).toEqual(streaming.map(({ id }) => id));
});

test('a case that is opened and changed while the service fails has one mirror, as it stands', async () => {
  const now = new Date('2026-11-23T15:00:00Z');
  const cloud = await bootCloud({
    assemblyFolder: mirrored().folder,
    clock: { kind: 'virtual', nowMs: now.getTime(), seed: 1 },
    runsSchedules: false,
    mutate: onlyReaders,
  });
  const client = new DynamoDBClient({
    endpoint: cloud.endpointUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'somebody', secretAccessKey: 'somebody' },
  });
  try {
    const name = cloud.describe().tables.find((one) => /cases/i.test(one));
    if (name === undefined) throw new Error('there is no table of cases');
    const table = { client, name };
    const hours = {
      timeZone: 'UTC',
      days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
      holidays: [],
    };
    const { signal } = new AbortController();
    const wish = { contactId: 'call', reason: 'problem-complaint', customerId: 'c-1', isVerified: true };
    const { caseNumber } = await openCaseOnce(
      table,
      { ...wish, phoneNumber: '+12025550111' },
      hours,
      now,
      signal,
    );
    const take = {
      caseNumber,
      seenVersion: 1,
      change: { action: 'take' },
      by: { role: 'agent', id: 'sam' },
    } as const;
    cloud.cases.fail(
      { when: 'before', status: 429, code: 'ThrottlingException' },
      { when: 'after', status: 500, code: 'InternalServerException' },
    );
    await cloud.driver.advanceBy(10_000);
    await changeCase(table, take, hours, now, signal);
    await cloud.driver.advanceBy(600_000);
    expect(cloud.cases.cases.map(({ fields }) => fields)).toEqual([
      {
        title: { stringValue: `Case ${caseNumber}: problem-complaint` },
        customer_id: { stringValue: connectCases.customerProfileArn },
        status: { stringValue: 'open' },
        'f-number': { stringValue: caseNumber },
        'f-state': { stringValue: 'in-progress' },
      },
    ]);
    // The second reader of the same stream has counted it.
    const TableName = cloud.describe().tables.find((one) => /troubles/i.test(one));
    const weeks = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
    expect(weeks.Items?.find(({ pk }) => pk?.S === 'WEEK#2026-W48')).toMatchObject({
      sk: { S: 'PAIR##complaint/unknown' },
      count: { N: '1' },
    });
    const { requests } = cloud.cases;
    await cloud.driver.advanceBy(3_600_000);
    expect(cloud.cases.requests).toBe(requests);
    expect(cloud.mappings.givenUp()).toEqual([]);

    // As before the switch: no change of these cases has reached the function.
    for (let call = 1; call <= 30; call += 1)
      await openCaseOnce(
        table,
        { ...wish, contactId: `before-${call}`, phoneNumber: '+12025550111' },
        hours,
        now,
        signal,
      );
    const MirrorFunction = cloud.describe().functions.find((one) => one.endsWith('mirror-cases')) ?? '';
    const target = {
      name: 'local',
      region: 'us-east-1',
      endpointUrl: cloud.endpointUrl,
      outputs: { CasesTable: name, MirrorFunction },
    };
    expect(await mirrorOpenCases(target)).toBe(31);
    expect(cloud.cases.cases).toHaveLength(31);
    const asked = cloud.cases.requests;
    expect(await mirrorOpenCases(target)).toBe(31);
    // The stream brings all of it once more.
    await cloud.driver.advanceBy(600_000);
    expect([cloud.cases.requests, cloud.cases.cases.length]).toEqual([asked, 31]);
    await expect(mirrorOpenCases({ ...target, outputs: { CasesTable: name } })).rejects.toThrow(
      "The stack 'local' mirrors no cases: name a domain under connectCases in cdk.json, and deploy.",
    );
  } finally {
    client.destroy();
    await cloud.close();
  }
}, 120_000);
