/** Who leaves a case has its number in writing once, whatever the stream does. */
import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { CaseWish } from '../../../lambdas/domain/case.ts';
import { followCases } from '../../../lambdas/follow-cases/contract.ts';
import { caseChangeFunction } from '../../../lambdas/runtime/case-change-function.ts';
import { caseKey } from '../../../lambdas/tables/case-keys.ts';
import { tellOfCase } from '../../../lambdas/tables/case-receipts.ts';
import { openCaseOnce } from '../../../lambdas/tables/cases.ts';
import { mergeInto } from '../../../lambdas/tables/customer-merging.ts';
import { saveCustomer } from '../../../lambdas/tables/customers.ts';
import { erasePerson } from '../../../lambdas/tables/person-erasure.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const NOW = new Date('2026-11-18T12:00:00Z');
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
  holidays: [],
};

describe('who leaves a case', () => {
  let open: ServedTables;
  let calls = 0;
  beforeAll(async () => {
    open = await serveOurTables();
  });
  afterAll(() => open.served.close());
  beforeEach(() => {
    for (const method of ['log', 'error'] as const) jest.spyOn(console, method).mockReturnValue();
  });
  afterEach(() => {
    jest.restoreAllMocks();
    open.served.permit(() => ({ allowed: true }));
  });

  const handler = () =>
    caseChangeFunction(followCases, async (caseNumber, run) => ({
      kind: `${run.isNew && (await tellOfCase(open.tables, caseNumber, 'opened', NOW, run.signal))}`,
    }));
  const record = (eventName: 'INSERT' | 'MODIFY' | 'REMOVE', caseNumber: string) => ({
    eventName,
    dynamodb: { SequenceNumber: caseNumber, Keys: { caseNumber: { S: caseNumber }, sk: { S: 'CASE' } } },
  });
  const reads = (...Records: readonly object[]) =>
    handler()({ Records }, { getRemainingTimeInMillis: () => 60_000 });
  const opens = async (more: Partial<CaseWish> = {}): Promise<string> => {
    calls += 1;
    const wish = {
      contactId: `call-${calls}`,
      reason: 'problem-delivery',
      customerId: 'c-1',
      isVerified: false,
      phoneNumber: '+12025550111',
      ...more,
    };
    return (await openCaseOnce(open.tables.cases, wish, hours, NOW, signal)).caseNumber;
  };
  const messagesOf = async (caseNumber: string) =>
    (
      await open.documents.send(
        new ScanCommand({ TableName: open.tables.messages.name, ConsistentRead: true }),
      )
    ).Items?.filter((item) => item['caseNumber'] === caseNumber) ?? [];

  test('has one message, though the batch comes again and others read it at the same time', async () => {
    const one = await opens();
    await reads(record('INSERT', one), record('MODIFY', one));
    await Promise.all([reads(record('INSERT', one)), reads(record('INSERT', one))]);
    await Promise.all(Array.from({ length: 5 }, () => tellOfCase(open.tables, one, 'opened', NOW, signal)));
    expect(await messagesOf(one)).toMatchObject([
      {
        messageId: `case-${one}-opened`,
        state: 'due',
        customerId: 'c-1',
        body: { news: 'case-opened', fields: { caseNumber: one } },
      },
    ]);
    expect(JSON.stringify(await messagesOf(one))).not.toContain('2025550111');
  });
  test('has it in the end where the tables could not be written for a while', async () => {
    const one = await opens();
    open.served.permit((action) =>
      action === 'dynamodb:PutItem' ? { allowed: false, message: 'not for a while' } : { allowed: true },
    );
    expect((await reads(record('INSERT', one))).batchItemFailures).toHaveLength(1);
    open.served.permit(() => ({ allowed: true }));
    expect(await messagesOf(one)).toEqual([]);
    expect((await reads(record('INSERT', one))).batchItemFailures).toEqual([]);
    expect(await messagesOf(one)).toHaveLength(1);
  });
  test.each<[string, Partial<CaseWish>]>([
    ['whom nobody knows', { customerId: 'unknown' }],
    ['who hung up before anybody answered', { reason: 'not-answered' }],
  ])('and %s has none', async (_who, more) => {
    const one = await opens(more);
    await reads(record('INSERT', one));
    expect(await messagesOf(one)).toEqual([]);
  });
  test('has none of a change, of one that is settled, or of one that is gone', async () => {
    const [changed, settled] = [await opens(), await opens()];
    await open.documents.send(
      new UpdateCommand({
        TableName: open.tables.cases.name,
        Key: caseKey(settled),
        UpdateExpression: 'SET #status = :resolved',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':resolved': 'resolved' },
      }),
    );
    await reads(record('MODIFY', changed), record('INSERT', settled), record('INSERT', '99999999'));
    for (const one of [changed, settled, '99999999']) expect(await messagesOf(one)).toEqual([]);
  });
  test('and is merged into another account has the message there; and it goes when they are erased', async () => {
    const { customers, messages, appointments, orders } = open.tables;
    for (const customerId of ['c-stays', 'c-goes'])
      await saveCustomer(customers, { customerId, name: 'Somebody Invented', phoneNumbers: [] });
    const one = await opens({ customerId: 'c-goes' });
    await reads(record('INSERT', one));
    await mergeInto(
      customers,
      { appointments, orders, rows: [{ table: messages, keyNames: ['messageId'] }] },
      {
        into: 'c-stays',
        from: 'c-goes',
        note: { by: 'agent/sam', why: 'one person', at: NOW.toISOString() },
      },
      () => true,
      signal,
    );
    expect(await messagesOf(one)).toMatchObject([{ customerId: 'c-stays' }]);
    await erasePerson(open.tables, 'c-stays', async () => undefined);
    expect(await messagesOf(one)).toEqual([]);
  });
});
