/** Customers are told what becomes of their cases, and departments get their tasks, each once, whatever fails. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, CaseChange } from '../../lambdas/domain/case-work.ts';
import { changeCase } from '../../lambdas/tables/case-changes.ts';
import { recordConsent } from '../../lambdas/tables/customer-records.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { tellingOf } from '../../lambdas/tables/messages.ts';
import { type ContactCentre, type Item, openCentre } from '../kit/centre.ts';
import { hasCase, type Owner, owner } from './escalation/people.ts';

const MINUTE_MS = 60_000;
const { signal } = new AbortController();
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '00:00', end: '24:00' }],
  holidays: [],
};
const lee: Actor = { role: 'supervisor', id: 'lee' };
let centre: ContactCentre;
beforeAll(async () => {
  centre = await openCentre({ demoWorld: false, schedules: true });
});
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

/** What somebody at the desktop does to a case, one change after the other. */
async function change({ caseNumber }: Owner, from: number, ...changes: CaseChange[]): Promise<void> {
  for (const [index, wanted] of changes.entries()) {
    const seenVersion = from + index;
    const done = await changeCase(
      centre.table('CasesTable'),
      { caseNumber, seenVersion, change: wanted, by: lee },
      hours,
      new Date(centre.cloud.centre.nowMs()),
      signal,
      tellingOf(centre.table('MessagesTable')),
    );
    if (done.kind !== 'changed') throw new Error(`the change was ${done.kind}`);
  }
}
type Preferred = 'call' | 'sms' | 'email';
async function customer(preferred?: Preferred, language?: 'el' | 'hu'): Promise<Owner> {
  const one = await hasCase(centre, owner());
  const preferences = {
    ...(preferred === undefined ? {} : { channel: preferred }),
    ...(language === undefined ? {} : { language }),
  };
  await saveCustomer(centre.table('CustomersTable'), {
    customerId: one.customerId,
    name: 'Somebody Invented',
    phoneNumbers: [one.from],
    emails: [`${one.customerId}@example.com`],
    preferences,
  });
  return one;
}
const asks: CaseChange = { action: 'ask-customer', words: 'Which door is it?' };
const sentTo = (to: string) => centre.cloud.outbox.messages().filter((message) => message.to === to);
const messageOf = async ({ caseNumber }: Owner): Promise<readonly Item[]> =>
  (await centre.items('MessagesTable')).filter((item) => item['caseNumber'] === caseNumber);
const passes = (minutes = 1) => centre.passes(minutes * MINUTE_MS);

describe('a customer is told', () => {
  test('by text message, once, a minute after the change, and the message says that it was sent', async () => {
    const one = await customer();
    await change(one, 1, asks);
    await passes(3);
    expect(sentTo(one.from)).toMatchObject([
      {
        channel: 'sms',
        from: '+12025550100',
        text: expect.stringContaining(`case ${one.caseNumber}: Which door is it?`),
      },
    ]);
    expect(await messageOf(one)).toMatchObject([{ state: 'sent', channel: 'sms' }]);
  });
  test('by e-mail in their own language where they prefer it so', async () => {
    const one = await customer('email', 'hu');
    await change(one, 1, asks);
    await passes();
    expect(sentTo(`${one.customerId}@example.com`)).toMatchObject([
      {
        channel: 'email',
        from: 'service@larkfield.example',
        subject: `Larkfield Supplies: Kérdésünk van a(z) ${one.caseNumber} számú ügyéről`,
      },
    ]);
  });
  test('by the other channel where the first takes nothing from us', async () => {
    const one = await customer('sms');
    centre.cloud.outbox.refuse(one.from, 'InvalidParameterException');
    await change(one, 1, asks);
    await passes(2);
    expect(sentTo(one.from)).toEqual([]);
    expect(sentTo(`${one.customerId}@example.com`)).toHaveLength(1);
  });
  test('in the end, where a service is down for a while, and once', async () => {
    const one = await customer('sms');
    centre.cloud.outbox.refuse(one.from, 'InternalServiceException');
    await change(one, 1, asks);
    await passes(2);
    expect(await messageOf(one)).toMatchObject([{ state: 'due', tries: expect.any(Number) }]);
    centre.cloud.outbox.accept(one.from);
    await passes(10);
    expect(sentTo(one.from)).toHaveLength(1);
  });
  test('by a person where they want a call, or took their consent back', async () => {
    const called = await customer('call');
    const silent = await customer('sms');
    const at = new Date(centre.cloud.centre.nowMs()).toISOString();
    for (const purpose of ['sms', 'email']) {
      const consent = { purpose, given: false, textVersion: '1', channel: 'phone', at, by: 'sam' };
      await recordConsent(centre.table('CustomersTable'), silent.customerId, consent, signal);
    }
    await change(called, 1, asks);
    await change(silent, 1, asks);
    await passes(3);
    for (const one of [called, silent]) {
      expect(sentTo(one.from)).toEqual([]);
      expect((await messageOf(one)).map(({ state }) => state).toSorted()).toEqual(['given-up', 'sent']);
    }
    expect(centre.tasks()).toHaveLength(2);
  });
  test('whom we know by the number only, at the number', async () => {
    const one = await hasCase(centre, { ...owner(), customerId: 'unknown' });
    await change(one, 1, asks);
    await passes();
    expect(sentTo(one.from).at(-1)?.text).toContain(one.caseNumber);
  });
  test('once by two who deliver at the same time', async () => {
    const one = await customer();
    await change(one, 1, asks);
    const deliver = () =>
      centre.cloud.functions.invokeAsOwner(centre.functionName('deliver-messages'), '{}', {
        nowMs: centre.cloud.centre.nowMs(),
        seed: '1',
      });
    await Promise.all([deliver(), deliver()]);
    expect(sentTo(one.from)).toHaveLength(1);
  });
});

describe('a department', () => {
  test('gets a task with the time to reply by, in its own queue, and nothing that is internal', async () => {
    const one = await customer();
    await change(
      one,
      1,
      { action: 'take' },
      { action: 'pass-on', department: 'quality', handover: 'Third lamp of this batch.' },
    );
    await passes(2);
    const [task] = centre.tasks();
    if (task === undefined) throw new Error('there is no task');
    await task.isQueuedIn('quality');
    expect(task.attributes).toMatchObject({ caseNumber: one.caseNumber, taskFor: 'department' });
    const [message] = await messageOf(one);
    expect(message).toMatchObject({ state: 'sent', channel: 'task', body: { replyBy: expect.any(String) } });
    expect(JSON.stringify([message, sentTo(one.from)])).not.toContain('Third lamp');
    const sam = centre.agent('sam');
    sam.becomesAvailable();
    await sam.accepts(task);
    sam.hangsUp(task);
    sam.finishes(task);
  });
  test.each([
    ['shipping', 'shipping'],
    ['technical', 'technical'],
    ['billing', 'billing'],
    ['orders', 'support'],
    ['support', 'support'],
  ] as const)('%s has its tasks in the queue %s', async (department, queue) => {
    const one = await customer();
    await change(one, 1, { action: 'pass-on', department, handover: 'Look at it.' });
    await passes(2);
    await centre.tasks()[0]?.isQueuedIn(queue);
    expect(centre.tasks()).toHaveLength(1);
  });
});
