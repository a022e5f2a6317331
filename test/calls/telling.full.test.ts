/** Departments get their tasks, and cases that nobody sees to go up level by level, whatever fails. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { deskOf } from './escalation/desk.ts';
import { atCase, escalates, goesHome, kept } from './escalation/people.ts';

let centre: ContactCentre;
beforeAll(async () => {
  centre = await openCentre({ demoWorld: false });
});
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

const { change, customer, messagesOf, tasksOf, sentTo, passes } = deskOf(() => centre);

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
    const message = (await messagesOf(one)).find(({ body }) => Object(body).kind === 'task');
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
    // Beside it quality may hear of what comes again and again.
    const theirs = centre.tasks().filter(({ attributes }) => attributes['caseNumber'] === one.caseNumber);
    expect(theirs).toHaveLength(1);
    await theirs[0]?.isQueuedIn(queue);
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
      expect.stringContaining(`We have opened case ${one.caseNumber} for you.`),
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
    expect(sentTo(one.from)).toHaveLength(4);
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
