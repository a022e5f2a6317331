/** Customers are told what becomes of their cases, and departments get their tasks, each once, whatever fails. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, CaseChange } from '../../lambdas/domain/case-work.ts';
import { changeCase } from '../../lambdas/tables/case-changes.ts';
import { recordConsent } from '../../lambdas/tables/customer-records.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { tellingOf } from '../../lambdas/tables/messages.ts';
import { type ContactCentre, type Item, openCentre } from '../kit/centre.ts';
import { atCase, escalates, goesHome, hasCase, kept, type Owner, owner } from './escalation/people.ts';

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
  centre = await openCentre({ demoWorld: false });
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
/** As the schedule does, but not every minute of the virtual day. */
let run = 0;
async function runs(name: string): Promise<void> {
  run += 1;
  const chance = { nowMs: centre.cloud.centre.nowMs(), seed: `run ${run}` };
  const result = await centre.cloud.functions.invokeAsOwner(centre.functionName(name), '{}', chance);
  if (result.kind !== 'returned') throw new Error(`${name} failed: ${JSON.stringify(result)}`);
}
async function passes(minutes = 1): Promise<void> {
  await centre.passes(minutes * MINUTE_MS);
  await runs('raise-overdue');
  await runs('deliver-messages');
  // Tasks find their way.
  await centre.passes(MINUTE_MS);
}

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

describe('a case that nobody sees to in its time', () => {
  const tasksOf = async (one: Owner): Promise<readonly unknown[]> =>
    (await messageOf(one))
      .filter(({ body }) => Object(body).kind === 'task')
      .map(({ body }) => Object(body).name);
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
