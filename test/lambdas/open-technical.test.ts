/** The function that opens a case for a product that does not work: what it asks of tables, says, logs and refuses. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openTechnical } from '../../lambdas/open-technical/contract.ts';
import { orderAsOf } from '../../lib/demo-world/orders.ts';
import { captureLog, context, environment, flowEvent, NOW, stopClock } from './flow-event.ts';
import { mockDatabase } from './mocked-database.ts';
import { promisedActions, sentActions } from './sent-actions.ts';

Object.assign(process.env, environment);
const { handler } = await import('../../lambdas/open-technical/handler.ts');
const documents = mockDatabase();
let log = captureLog();

const ORDER = orderAsOf(
  {
    orderNumber: '7301',
    customerId: 'c-1001',
    status: 'confirmed',
    placedDaysAgo: 3,
    quantities: { 'CHAIR-07': 1 },
  },
  NOW,
);
const parameters = {
  symptom: 'stops',
  stepsTried: '1',
  orderNumber: '7301',
  customerId: 'c-1001',
  verified: 'false',
};
beforeEach(() => {
  documents.reset();
  documents.on('GetItem').resolves({ Item: { ...ORDER, pk: 'ORDER#7301', version: 1, history: [] } });
  documents.on('Query').resolves({ Items: [] });
  log = captureLog();
  stopClock();
});
afterEach(() => log.release());

test('the case has the order that was keyed, of which its caller hears nothing', async () => {
  const result = await handler(flowEvent(parameters), context);
  expect(result).toEqual({
    outcome: 'opened',
    caseNumber: expect.stringMatching(/^\d \d \d \d, \d \d \d \d$/),
    promisedTime: 'ten A M on Monday',
  });
  const written = documents.sent('PutItem').map(({ Item }) => Item);
  expect(written.map((item) => String(item?.['sk']).replace(/#.*#/, ' '))).toEqual([
    'CASE',
    'NOTE tried-stops-1',
    'LINK 7301',
  ]);
  expect(written[0]).toMatchObject({
    details: { symptom: 'stops', orderNumber: '7301', product: 'CHAIR-07' },
  });
});

test('it asks of tables what it may, and no more', async () => {
  await handler(flowEvent(parameters), context);
  await handler(flowEvent({ ...parameters, orderNumber: 'latest' }), context);
  expect(sentActions(documents)).toEqual(promisedActions(openTechnical));
});

test.each(['none', '0', '12345678901234567890', 'Timeout'])(
  'with %j keyed no order is looked for',
  async (orderNumber) => {
    expect(await handler(flowEvent({ ...parameters, orderNumber }), context)).toMatchObject({
      outcome: 'opened',
    });
    expect(sentActions(documents)).toEqual(['dynamodb:PutItem cases']);
  },
);

test('nor for somebody whom we do not know, whatever was keyed', async () => {
  for (const orderNumber of ['latest', '7301'])
    await handler(flowEvent({ ...parameters, orderNumber, customerId: 'unknown' }), context);
  expect(sentActions(documents)).toEqual(['dynamodb:PutItem cases']);
});

test('where the order cannot be read no case is opened without it, and the flow takes its error branch', async () => {
  documents.on('GetItem').rejects(new Error('no table answers'));
  await expect(handler(flowEvent(parameters), context)).rejects.toThrow('no table answers');
  expect(documents.sent('PutItem')).toEqual([]);
});

test.each([null, 'anonymous', '+999'])(
  'a caller from %j is told so, and nothing is kept',
  async (address) => {
    expect(await handler(flowEvent(parameters, { address }), context)).toEqual({ outcome: 'no-number' });
    expect(documents.calls()).toHaveLength(0);
  },
);

describe('a fault of the flow is named', () => {
  test.each([
    [{ ...parameters, symptom: 'smells' }, /parameter symptom/],
    [{ ...parameters, stepsTried: '3' }, /parameter stepsTried/],
    [{ ...parameters, orderNumber: '1'.repeat(41) }, /parameter orderNumber/],
    [{ symptom: 'stops', stepsTried: '1', customerId: 'c-1', verified: 'true' }, /parameter orderNumber/],
  ])('%j', async (wrong, message) => {
    await expect(handler(flowEvent(wrong), context)).rejects.toThrow(message);
    expect(documents.calls()).toHaveLength(0);
  });
});

test('neither the number of the caller nor what was keyed is in the log', async () => {
  await handler(flowEvent(parameters), context);
  expect(log.lines().map((line) => JSON.parse(line))).toEqual([
    {
      level: 'INFO',
      function: 'open-technical',
      contactId: '0d2f1c5e-8f5a-4b5f-9f0a-3d1f6f1f7a10',
      durationMs: 0,
      outcome: 'opened',
    },
  ]);
});
