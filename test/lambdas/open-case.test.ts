import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openCase } from '../../lambdas/open-case/contract.ts';
import { captureLog, context, environment, flowEvent, stopClock } from './flow-event.ts';
import { mockDatabase, type PlainInput } from './mocked-database.ts';
import { promisedActions, sentActions } from './sent-actions.ts';

Object.assign(process.env, environment);
const { handler } = await import('../../lambdas/open-case/handler.ts');
const documents = mockDatabase();
let log = captureLog();

/** Keeps the first case of a number, and shows it to whoever comes after, as the condition asks of DynamoDB. */
const kept = new Map<string, Readonly<Record<string, unknown>>>();
function writeFirst({ Item, ConditionExpression }: PlainInput): object {
  expect(ConditionExpression).toBe('attribute_not_exists(caseNumber)');
  const number = String(Item['caseNumber']);
  const first = kept.get(number);
  if (first !== undefined) throw isThere(first);
  kept.set(number, Item);
  return {};
}
const isThere = (item: object): Error =>
  new ConditionalCheckFailedException({ message: 'no', $metadata: {}, Item: marshall(item) });
const parameters = { reason: 'problem-invoice', customerId: 'c-1001', verified: 'false' };

beforeEach(() => {
  documents.reset();
  kept.clear();
  documents.on('PutItem').callsFake(writeFirst);
  log = captureLog();
  stopClock();
});
afterEach(() => log.release());

test('a case keeps number, reason and promise, and is told digit by digit', async () => {
  const result = await handler(flowEvent(parameters), context);
  expect(result).toEqual({
    outcome: 'opened',
    caseNumber: expect.stringMatching(/^\d \d \d \d, \d \d \d \d$/),
    promisedTime: 'ten A M on Monday',
  });
  expect([...kept.values()]).toEqual([
    {
      caseNumber: expect.stringMatching(/^[1-9]\d{7}$/),
      sk: 'CASE',
      contactId: '0d2f1c5e-8f5a-4b5f-9f0a-3d1f6f1f7a10',
      reason: 'problem-invoice',
      customerId: 'c-1001',
      isVerified: false,
      phoneNumber: '+12025550111',
      version: 1,
      status: 'open',
      type: 'billing',
      severity: 'normal',
      department: 'billing',
      openedAt: '2026-11-22T06:00:00.000Z',
      changedAt: '2026-11-22T06:00:00.000Z',
      promisedAt: '2026-11-23T15:00:00.000Z',
      dueAt: '2026-11-23T15:00:00.000Z',
      dueFor: 'first-answer',
      dueIn: 'billing',
      expiresAt: Date.parse('2027-11-22T06:00:00Z') / 1000,
    },
  ]);
  // What promises a call asks for more (test/calls/call-back.test.ts).
  expect(sentActions(documents)).toEqual(['dynamodb:PutItem cases']);
  expect(promisedActions(openCase)).toContain('dynamodb:PutItem cases');
});

test('a call that Connect repeats gets the first answer, a day later too', async () => {
  const first = await handler(flowEvent(parameters), context);
  stopClock(new Date('2026-11-23T16:00:00Z'));
  expect(await handler(flowEvent(parameters), context)).toEqual(first);
  expect(kept.size).toBe(1);
});

test('another reason of the same contact is another case', async () => {
  await handler(flowEvent(parameters), context);
  await handler(flowEvent({ ...parameters, reason: 'problem-other' }), context);
  expect(kept.size).toBe(2);
});

test('a number that another case has is left to it, and the second one taken', async () => {
  await handler(flowEvent(parameters), context);
  const [number = ''] = kept.keys();
  const theirs = { ...kept.get(number), contactId: 'somebody-else' };
  kept.clear();
  kept.set(number, theirs);
  const result = await handler(flowEvent(parameters), context);
  expect(result.outcome).toBe('opened');
  expect(kept.size).toBe(2);
  expect(kept.get(number)).toBe(theirs);
});

test('when both numbers are taken nothing is written over, and the flow takes its error branch', async () => {
  documents.on('PutItem').callsFake((input) => {
    writeFirst(input);
    throw isThere({ ...input.Item, contactId: 'somebody-else' });
  });
  await expect(handler(flowEvent(parameters), context)).rejects.toThrow('belong to other cases');
  expect(documents.calls()).toHaveLength(2);
});

describe('a caller whose number cannot be called', () => {
  test.each([null, 'anonymous', '', '+999'])('%j is told so, and nothing is kept', async (address) => {
    expect(await handler(flowEvent(parameters, { address }), context)).toEqual({ outcome: 'no-number' });
    expect(documents.calls()).toHaveLength(0);
  });
});

describe('a fault of the flow is named', () => {
  test.each([
    [{ ...parameters, reason: 'Out of hours!' }, /parameter reason/],
    [{ ...parameters, reason: 'a'.repeat(41) }, /parameter reason/],
    [{ ...parameters, verified: 'yes' }, /parameter verified/],
    [{ reason: 'problem-invoice', customerId: 'c-1001' }, /parameter verified/],
    [{ ...parameters, phoneNumber: '+12025550111' }, /does not know the parameter phoneNumber/],
  ])('%j', async (wrong, message) => {
    await expect(handler(flowEvent(wrong), context)).rejects.toThrow(message);
    expect(documents.calls()).toHaveLength(0);
  });
});

test("the caller's number is never in the log", async () => {
  await handler(flowEvent(parameters), context);
  expect(log.lines().map((line) => JSON.parse(line))).toEqual([
    {
      level: 'INFO',
      function: 'open-case',
      contactId: '0d2f1c5e-8f5a-4b5f-9f0a-3d1f6f1f7a10',
      durationMs: 0,
      outcome: 'opened',
    },
  ]);
});
