import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { lookupCustomer } from '../../lambdas/lookup-customer/contract.ts';
import { captureLog, context, environment, flowEvent } from './flow-event.ts';
import { mockDatabase } from './mocked-database.ts';
import { promisedActions, sentActions } from './sent-actions.ts';

Object.assign(process.env, environment);
const { handler } = await import('../../lambdas/lookup-customer/handler.ts');
const documents = mockDatabase();
let log = captureLog();

beforeEach(() => {
  documents.reset();
  log = captureLog();
});
afterEach(() => log.release());

const TABLE = 'the-customers';
const PHONE = { pk: 'PHONE#+12025550111', sk: 'PHONE' };
const LAST = { pk: 'PHONE#+12025550111', sk: 'LAST' };
const NOTHING_ANNOUNCED = { announced: 'no', outageTopic: 'none', closedNow: 'no', closedUntil: 'none' };
const answered = (...items: readonly object[]) =>
  documents.on('BatchGetItem').resolves({ Responses: { [TABLE]: items } });

test('a known number finds its customer with one request that asks for what is answered and nothing else', async () => {
  answered({ ...PHONE, customerId: 'c-1001' });
  expect(await handler(flowEvent({}), context)).toMatchObject({
    outcome: 'found',
    customerId: 'c-1001',
    language: 'unknown',
    ...NOTHING_ANNOUNCED,
  });
  const key = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } });
  expect(documents.sent('BatchGetItem')).toEqual([
    {
      RequestItems: {
        [TABLE]: {
          Keys: [key('ANNOUNCEMENTS', 'CURRENT'), key('PHONE#+12025550111', 'PHONE'), key(LAST.pk, 'LAST')],
          ProjectionExpression:
            'sk, customerId, #language, tier, announcements, contactId, endedAt, team, agentId, caseNumber, severity',
          ExpressionAttributeNames: { '#language': 'language' },
        },
      },
    },
  ]);
  expect(sentActions(documents)).toEqual(promisedActions(lookupCustomer));
});

test.each([
  ['el', 'el'],
  ['fr', 'unknown'],
  [7, 'unknown'],
  [undefined, 'unknown'],
])('the language %j of a number is answered as %s', async (language, spoken) => {
  answered({ ...PHONE, customerId: 'c-1001', language });
  expect(await handler(flowEvent({}), context)).toMatchObject({ outcome: 'found', language: spoken });
});

test.each([
  ['priority', 'priority'],
  ['standard', 'standard'],
  ['gold', 'standard'],
  [undefined, 'standard'],
])('the tier %j of a number is answered as %s', async (tier, told) => {
  answered({ ...PHONE, customerId: 'c-1001', tier });
  expect(await handler(flowEvent({}), context)).toMatchObject({ outcome: 'found', tier: told });
});

test('an unknown number is the unknown customer', async () => {
  answered();
  expect(await handler(flowEvent({}), context)).toMatchObject({
    outcome: 'unknown',
    customerId: 'unknown',
    language: 'unknown',
    tier: 'standard',
    ...NOTHING_ANNOUNCED,
  });
});

test('a table that was too busy for one of the keys is a fault, and nobody is taken for unknown', async () => {
  documents.on('BatchGetItem').resolves({ Responses: {}, UnprocessedKeys: { [TABLE]: { Keys: [] } } });
  await expect(handler(flowEvent({}), context)).rejects.toThrow('was too busy to answer for all keys');
});

test.each([
  ['a moment', -60_000, 'yes'],
  ['three days', -3 * 86_400_000, 'no'],
])('who was here %s ago is returning: no more than ids is told', async (_when, ms, returning) => {
  const last = {
    ...LAST,
    contactId: 'call-1',
    endedAt: new Date(Date.now() + ms).toISOString(),
    team: 'orders',
    agentId: 'sam',
    caseNumber: '48219307',
    reason: 'order-question',
  };
  answered(last);
  const answer = await handler(flowEvent({}), context);
  expect(answer).toMatchObject(
    returning === 'yes'
      ? {
          returning,
          returnTeam: 'orders',
          returnAgent: 'sam',
          returnCase: '48219307',
          returnContact: 'call-1',
        }
      : { returning, returnTeam: 'support', returnAgent: 'none', returnCase: 'none', returnContact: 'none' },
  );
  expect(JSON.stringify(answer)).not.toContain('order-question');
});

test('what is announced at this moment comes along, and what somebody broke by hand is left out', async () => {
  const moment = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const given = { from: moment(-1), until: moment(60), by: 'robin', at: moment(-1) };
  const announcements = [
    {
      ...given,
      announcementId: 'storm',
      kind: 'outage',
      texts: { en: 'A storm.', hu: 'Vihar.' },
      fallback: 'en',
    },
    {
      ...given,
      announcementId: 'news',
      kind: 'announcement',
      texts: { en: 'News.', hu: 'Hír.' },
      fallback: 'en',
    },
    {
      ...given,
      announcementId: 'later',
      kind: 'closed',
      from: moment(1),
      texts: { en: 'Closed.' },
      fallback: 'en',
    },
    { ...given, announcementId: 'broken', kind: 'closed', texts: { en: '<speak>' }, fallback: 'en' },
    'nothing',
  ];
  answered({ pk: 'ANNOUNCEMENTS', sk: 'CURRENT', announcements });
  expect(await handler(flowEvent({}), context)).toMatchObject({
    outcome: 'unknown',
    ...NOTHING_ANNOUNCED,
    announced: 'yes',
    announcementEn: 'A storm. News.',
    announcementHu: 'Vihar. Hír.',
    announcementRo: 'A storm. News.',
  });
});

describe('a number that is none is nobody, and the table is asked for what is announced alone', () => {
  test.each([null, '', 'anonymous', '+', '+1 202 555 0111', '5'.repeat(30), `+${'5'.repeat(30)}`])(
    '%j',
    async (address) => {
      answered();
      expect(await handler(flowEvent({}, { address }), context)).toMatchObject({
        outcome: 'unknown',
        customerId: 'unknown',
        language: 'unknown',
      });
      expect(documents.sent('BatchGetItem')).toMatchObject([
        { RequestItems: { [TABLE]: { Keys: [{ pk: { S: 'ANNOUNCEMENTS' } }] } } },
      ]);
    },
  );
});

test('a name or any other attribute of the item never reaches the flow', async () => {
  answered({ ...PHONE, customerId: 'c-1001', name: 'Imani Whitlock' });
  expect(JSON.stringify(await handler(flowEvent({}), context))).not.toContain('Imani');
});

test('an item without a customer is a fault that names the attribute', async () => {
  answered({ ...PHONE, customerId: 17 });
  await expect(handler(flowEvent({}), context)).rejects.toThrow(
    'an item of the table the-customers does not hold customerId as it should',
  );
});

test("a refused request is a fault with AWS's words in the log, and none of the caller's", async () => {
  const message = 'User: test is not authorized to perform: dynamodb:BatchGetItem';
  documents.on('BatchGetItem').rejects(Object.assign(new Error(message), { name: 'AccessDeniedException' }));
  await expect(handler(flowEvent({}), context)).rejects.toThrow(message);
  expect(log.lines().map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: 'ERROR',
      function: 'lookup-customer',
      fault: 'AccessDeniedException',
      message,
    }),
  ]);
  expect(log.lines().join()).not.toContain('2025550111');
});

test('a parameter that the contract does not know is a fault', async () => {
  await expect(handler(flowEvent({ phone: '+12025550111' }), context)).rejects.toThrow(
    'lookup-customer does not know the parameter phone; it takes no parameters',
  );
});
