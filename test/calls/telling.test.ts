/** Customers are told what becomes of their cases, and departments get their tasks, each once, whatever fails. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseChange } from '../../lambdas/domain/case-work.ts';
import { recordConsent } from '../../lambdas/tables/customer-records.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { deskOf } from './escalation/desk.ts';
import { atCase, escalates, goesHome, hasCase, kept, owner } from './escalation/people.ts';

const MINUTE_MS = 60_000;
const { signal } = new AbortController();
let centre: ContactCentre;
beforeAll(async () => {
  centre = await openCentre({ demoWorld: false });
});
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

const { change, customer, messagesOf, runs, tasksOf, sentTo, passes } = deskOf(() => centre);
const asks: CaseChange = { action: 'ask-customer', words: 'Which door is it?' };

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
    expect(await messagesOf(one)).toMatchObject([{ state: 'sent', channel: 'sms' }]);
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
    expect(await messagesOf(one)).toMatchObject([{ state: 'due', tries: expect.any(Number) }]);
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
      expect((await messagesOf(one)).map(({ state }) => state).toSorted()).toEqual(['given-up', 'sent']);
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
    await centre.passes(MINUTE_MS);
    await Promise.all([runs('deliver-messages'), runs('deliver-messages')]);
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
    const [message] = await messagesOf(one);
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

describe('a case that nobody sees to in its time', () => {
  const HOURS = 60;

  test('goes up level by level, each once, to supervisors and customer, until somebody resolves it', async () => {
    const one = await customer();
    await passes(2 * HOURS - 20);
    expect(await kept(centre, one)).not.toHaveProperty('escalations');
    await passes(45);
    expect(await kept(centre, one)).toMatchObject({ escalations: 1, status: 'open', dueFor: 'escalation' });
    expect(sentTo(one.from).map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Larkfield Supplies: We are sorry: your case .* takes longer than we promised\./,
      ),
    ]);
    expect(await tasksOf(one)).toEqual([`Case ${one.caseNumber}, level 1: overdue`]);
    for (const escalations of [2, 3, 4]) {
      await passes(2 * HOURS + 15);
      expect(await kept(centre, one)).toMatchObject({ escalations });
    }
    await passes(2 * HOURS + 15);
    expect(await kept(centre, one)).toMatchObject({ escalations: 4 });
    expect(sentTo(one.from)).toHaveLength(3);
    const before = (await tasksOf(one)).length;
    const { version } = await kept(centre, one);
    await change(
      one,
      Number(version),
      { action: 'take' },
      { action: 'describe', details: { deliveryProblem: 'late' } },
      { action: 'resolve', resolution: { words: 'It arrives today.' } },
      { action: 'confirm-fix' },
    );
    await passes(30 * HOURS);
    expect(await tasksOf(one)).toHaveLength(before);
  });
  test('is not raised by itself while the promise of its caller’s own wish holds', async () => {
    const one = await customer();
    await passes(HOURS);
    await goesHome(await escalates(centre, one));
    await passes(HOURS + 30);
    expect(await kept(centre, one)).toMatchObject({ escalations: 1 });
    await passes(HOURS);
    expect(await kept(centre, one)).toMatchObject({ escalations: 2 });
  });
  test('is heard of as raised by whoever calls about it', async () => {
    const one = await customer();
    await passes(2 * HOURS + 16);
    const call = await atCase(centre, one);
    expect(call.heard.join()).toMatch(/our escalation team takes it up by/);
  });
});
