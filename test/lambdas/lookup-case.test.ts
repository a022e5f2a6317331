import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lookupCase } from '../../lambdas/lookup-case/contract.ts';
import { CASES_SEARCHED_MAX } from '../../lambdas/tables/cases.ts';
import { captureLog, context, environment, flowEvent, stopClock } from './flow-event.ts';
import { mockDatabase } from './mocked-database.ts';
import { promisedActions, sentActions } from './sent-actions.ts';

Object.assign(process.env, environment);
const { handler } = await import('../../lambdas/lookup-case/handler.ts');
const documents = mockDatabase();
let log = captureLog();

/** As the index has it. */
const kept = {
  caseNumber: '48219307',
  customerId: 'c-1001',
  reason: 'problem-delivery',
  status: 'open',
  openedAt: '2026-11-21T15:00:00.000Z',
  promisedAt: '2026-11-23T15:00:00.000Z',
};
const has = (...cases: readonly object[]) => documents.on('Query').resolves({ Items: [...cases] });
const lookUp = (customerId = 'c-1001', reason = 'any') =>
  handler(flowEvent({ customerId, reason, caseNumber: 'latest' }), context);
const lookUpNumber = (caseNumber: string, customerId = 'c-1001') =>
  handler(flowEvent({ customerId, reason: 'any', caseNumber }), context);

beforeEach(() => {
  documents.reset();
  has(kept);
  log = captureLog();
  stopClock();
});
afterEach(() => log.release());

test('an open case is told by its number, with what it is about and when we call', async () => {
  expect(await lookUp()).toEqual({
    outcome: 'found',
    caseNumber: '4 8 2 1, 9 3 0 7',
    severity: 'normal',
    caseKey: '48219307',
    state: 'is about a delivery, and we will call you back by ten A M on Monday',
  });
  expect(await lookUpNumber('48219307')).toEqual(await lookUp());
  expect(sentActions(documents)).toEqual(promisedActions(lookupCase));
});

test.each([
  ['open', 'found'],
  ['waiting-for-customer', 'found'],
  ['resolved', 'resolved'],
  ['verified', 'settled'],
  ['closed', 'settled'],
])('a case that is named and is %s is %s', async (status, outcome) => {
  has({ ...kept, status });
  expect(await lookUpNumber('48219307')).toMatchObject({ outcome, caseNumber: '4 8 2 1, 9 3 0 7' });
});

test('a number of somebody else, of nobody, or that cannot be one, is told apart by nothing', async () => {
  for (const found of [[{ ...kept, customerId: 'c-1002' }], []]) {
    has(...found);
    expect(await lookUpNumber('48219307')).toEqual({ outcome: 'none' });
  }
  const asked = documents.calls().length;
  for (const number of ['', '1', '04821930', '482193071', '4821930*', 'LATEST'])
    expect(await lookUpNumber(number)).toEqual({ outcome: 'none' });
  expect(await lookUpNumber('48219307', 'unknown')).toEqual({ outcome: 'none' });
  expect(documents.calls()).toHaveLength(asked);
});

test('it is one query of the latest cases of this customer alone', async () => {
  await lookUp();
  expect(documents.sent('Query')).toEqual([
    expect.objectContaining({
      IndexName: 'by-customer',
      ExpressionAttributeValues: { ':customerId': 'c-1001' },
      ScanIndexForward: false,
      Limit: CASES_SEARCHED_MAX,
    }),
  ]);
});

test('a promise that has passed is owned up to and not repeated', async () => {
  stopClock(new Date('2026-11-23T15:00:00.001Z'));
  const { state } = { state: '', ...(await lookUp()) };
  expect(state).toMatch(/^is about a delivery, and is still open\. We are sorry/);
  expect(state).not.toContain('Monday');
});

test('a case that was raised is told by when the team takes it up, while that is to come', async () => {
  has({ ...kept, escalationPromisedAt: '2026-11-24T14:00:00.000Z' });
  expect(await lookUp()).toMatchObject({
    state: 'is about a delivery, and our escalation team takes it up by nine A M on Tuesday',
  });
  stopClock(new Date('2026-11-24T14:00:00Z'));
  expect(await lookUp()).toMatchObject({ state: expect.stringContaining('is still open. We are sorry') });
});

test('where one kind of problem is asked for, a case of another kind is passed over', async () => {
  has({ ...kept, caseNumber: '11111111', reason: 'problem-invoice' }, kept);
  expect(await lookUp('c-1001', 'problem-delivery')).toMatchObject({ caseKey: '48219307' });
  expect(await lookUp('c-1001', 'problem-product')).toEqual({ outcome: 'none' });
});

test('a case that is closed is passed over for an older one that is open', async () => {
  has({ ...kept, caseNumber: '11111111', status: 'closed' }, kept);
  expect(await lookUp()).toMatchObject({ caseNumber: '4 8 2 1, 9 3 0 7' });
});

test.each([
  ['no case at all', []],
  ['none but closed ones', [{ ...kept, status: 'closed' }]],
])('a customer with %s has none', async (_what, cases) => {
  has(...cases);
  expect(await lookUp()).toEqual({ outcome: 'none' });
});

test('the id of everybody whom we do not know finds nothing, and asks nothing', async () => {
  expect(await lookUp('unknown')).toEqual({ outcome: 'none' });
  expect(documents.calls()).toHaveLength(0);
});

test.each([
  ['has no promised time', { ...kept, promisedAt: undefined }],
  ['has a promised time that is none', { ...kept, promisedAt: 'soon' }],
  ['has a number for its reason', { ...kept, reason: 7 }],
])('a case that %s is no wrong sentence but a fault', async (_what, item) => {
  has(item);
  await expect(lookUp()).rejects.toThrow('correct the item');
});

test.each([
  ['no id', { customerId: undefined }],
  ['no reason', { reason: undefined }],
  ['no number', { caseNumber: undefined }],
  ['an empty id', { customerId: '' }],
  ['an id that is too long', { customerId: 'c'.repeat(65) }],
  ['a reason in capitals', { reason: 'ANY' }],
  ['a number without end', { caseNumber: '1'.repeat(41) }],
  ['a parameter that it does not know', { number: '48219307' }],
])('%s is refused before anything is asked', async (_what, parameters) => {
  const asked = { customerId: 'c-1001', reason: 'any', caseNumber: 'latest', ...parameters };
  await expect(handler(flowEvent(asked), context)).rejects.toThrow('lookup-case');
  expect(documents.calls()).toHaveLength(0);
});

test('a fault of the table is thrown on, and no customer is in the log', async () => {
  documents.on('Query').rejects(new Error('throttled'));
  await expect(lookUp()).rejects.toThrow('throttled');
  expect(log.lines().join()).not.toContain('c-1001');
});
