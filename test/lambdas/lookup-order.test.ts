import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ATTEMPTS_MAX } from '../../lambdas/domain/payment.ts';
import { lookupOrder } from '../../lambdas/lookup-order/contract.ts';
import { captureLog, context, environment, flowEvent, stopClock } from './flow-event.ts';
import { mockDatabase } from './mocked-database.ts';
import { promisedActions, sentActions } from './sent-actions.ts';

Object.assign(process.env, environment);
const { handler } = await import('../../lambdas/lookup-order/handler.ts');
const documents = mockDatabase();
let log = captureLog();

const order = {
  pk: 'ORDER#1002',
  orderNumber: '1002',
  customerId: 'c-1001',
  placedAt: '2026-11-19T15:00:00.000Z',
  status: 'shipped',
  expectedOn: '2026-11-24',
  currency: 'USD',
  lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 4900 }],
};

/** What the table of orders holds: the order, and what was tried to pay it. */
function tables(kept: object, payment: object = {}): void {
  documents
    .on('GetItem')
    .callsFake(({ Key }) => (`${Key['pk']}`.startsWith('PAYMENT#') ? payment : { Item: kept }));
  documents.on('Query').resolves({ Items: [kept] });
}

beforeEach(() => {
  documents.reset();
  tables(order);
  log = captureLog();
  stopClock();
});
afterEach(() => log.release());

const lookUp = (orderNumber: string, customerId = 'c-1001') =>
  handler(flowEvent({ customerId, orderNumber }), context);

const found = {
  outcome: 'found',
  order: '1002',
  orderNumber: '1 0 0 2',
  status: 'is on its way and should reach you on Tuesday, November 24',
  isDue: 'yes',
};

test('an order by its number is one read where nothing is due, and else one more', async () => {
  expect(await lookUp('1002')).toEqual(found);
  expect(documents.calls()).toHaveLength(2);
  tables({ ...order, paidMinor: 4900 });
  expect(await lookUp('1002')).toEqual({ ...found, isDue: 'no' });
  expect(documents.calls()).toHaveLength(3);
});

describe('what is due of an order can be paid by telephone', () => {
  const at = '2026-11-20T15:00:00.000Z';
  const attempts = (count: number, last: string) =>
    Array.from({ length: count }, (_, index) => ({
      number: index + 1,
      status: index === count - 1 ? last : 'declined',
      amountMinor: 4900,
      currency: 'USD',
      contactId: 'call',
      startedAt: at,
      changedAt: at,
    }));
  test.each([
    ['after a card that was declined', 1, 'declined', 'yes'],
    ['after as many cards but one as are tried', ATTEMPTS_MAX - 1, 'declined', 'yes'],
    ['while nobody knows what becomes of the last card', ATTEMPTS_MAX, 'started', 'yes'],
    ['and not after as many cards as are tried', ATTEMPTS_MAX, 'declined', 'no'],
  ])('%s', async (_when, count, last, isDue) => {
    tables(order, { Item: { orderNumber: '1002', revision: count, attempts: attempts(count, last) } });
    for (const asked of ['1002', 'latest']) expect(await lookUp(asked)).toMatchObject({ isDue });
  });
});

test.each([
  ['of which nothing was paid', {}, 'yes'],
  ['of which some was paid', { status: 'paid', paidMinor: 4800 }, 'yes'],
  ['whose tax was not paid', { status: 'paid', paidMinor: 4900, taxMinor: 100 }, 'yes'],
  ['that was delivered and never paid', { status: 'delivered' }, 'yes'],
  ['that comes back and is not paid', { status: 'return-requested' }, 'yes'],
  ['of which all was paid', { status: 'paid', paidMinor: 4900 }, 'no'],
  ['of which more was paid', { paidMinor: 5000 }, 'no'],
  ['whose rest was given back of the price', { paidMinor: 4000, creditedMinor: 900 }, 'no'],
  ['that costs nothing', { lines: [{ sku: 'PART-1', quantity: 1, unitPriceMinor: 0, kind: 'part' }] }, 'no'],
  ['that was cancelled before it was paid', { status: 'cancelled' }, 'no'],
  ['that was cancelled after it was paid', { status: 'cancelled', paidMinor: 4900 }, 'no'],
  ['that came back', { status: 'returned' }, 'no'],
  ['that was paid back', { status: 'refunded', paidMinor: 4900, refundedMinor: 4900 }, 'no'],
  ['that is only begun', { status: 'draft' }, 'no'],
])('of an order %s: is something due', async (_which, change, isDue) => {
  tables({ ...order, ...change });
  for (const asked of ['1002', 'latest']) expect(await lookUp(asked)).toMatchObject({ isDue });
});

test('the latest order is one query of one item, newest first', async () => {
  expect(await lookUp('latest')).toEqual(found);
  expect(documents.sent('Query')).toEqual([
    expect.objectContaining({ IndexName: 'by-customer', ScanIndexForward: false, Limit: 1 }),
  ]);
  expect(documents.calls()).toHaveLength(2);
});

test('it does what its contract says it uses', async () => {
  await lookUp('1002');
  await lookUp('latest');
  await lookUp('1002', 'c-1002');
  expect(sentActions(documents)).toEqual(promisedActions(lookupOrder));
});

test("somebody else's order is not found, in the same words as one that does not exist", async () => {
  const theirs = await lookUp('1002', 'c-1002');
  documents.on('GetItem').resolves({});
  expect(await lookUp('1002', 'c-1002')).toEqual(theirs);
  expect(theirs).toEqual({ outcome: 'not-found' });
});

test('a customer who never ordered has no latest order', async () => {
  documents.on('Query').resolves({ Items: [] });
  expect(await lookUp('latest')).toEqual({ outcome: 'none' });
});

describe('what cannot be the number of an order is not found, and the table is not asked', () => {
  test.each([
    '',
    '0',
    '01002',
    '1'.repeat(13),
    '7'.repeat(30),
    '12*4',
    'Timeout',
    'LATEST',
    ' 1002',
    '１００２',
    'toString',
  ])('%j', async (orderNumber) => {
    expect(await lookUp(orderNumber)).toEqual({ outcome: 'not-found' });
    expect(documents.calls()).toHaveLength(0);
  });
});

test('an order whose status nobody knows is a fault, and not words', async () => {
  documents.on('GetItem').resolves({ Item: { ...order, status: 'lost' } });
  await expect(lookUp('1002')).rejects.toThrow('does not hold status as it should');
});

test('an empty customer is a fault of the flow', async () => {
  await expect(lookUp('latest', '')).rejects.toThrow('the parameter customerId of lookup-order is missing');
});
