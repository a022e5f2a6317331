/** Cases that cannot wait: raised once, their callers first in line, and a task for the department, whatever fails. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { spokenDigits } from '../../lambdas/domain/spoken.ts';
import type { ContactCentre, Item } from '../kit/centre.ts';
import { answerLost, answers, throttled, throwsAtOnce, timeout } from '../kit/faults.ts';
import { stranger, withheld } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { atLength, rowsAtLength } from './at-length.ts';
import { isFull } from './counts.ts';
import { atCase, escalates, goesHome, hasCase, kept, type Owner, owner } from './escalation/people.ts';
import { announces, announcesNothing } from './transitions/announcement-routes.ts';

export const describeEscalation = (the: Shared): void =>
  describe('escalation', () => {
    let centre: ContactCentre;
    beforeAll(() => {
      centre = the.centre;
    });

    const HOUR_MS = 60 * 60_000;
    const untouched = (item: Item): boolean => !Object.keys(item).some((name) => name.startsWith('escalat'));

    describe('a case that cannot wait', () => {
      test('is raised, and its caller goes to the escalation team', async () => {
        const one = await hasCase(centre, owner());
        const call = await escalates(centre, one);
        await call.hears('Your case is raised to level one.');
        await call.hears(
          /^None of our escalation team is at the phone just now\. .* they will take it up by .* today\. To wait /,
        );
        call.never.hears(prompts.connectingEscalation);
        await call.isQueuedIn('escalations');
        await call.hears('queue-music');
        expect(await kept(centre, one)).toMatchObject({
          status: 'open',
          escalations: 1,
          escalationContactId: call.contactId,
          escalationTask: 'started',
          escalationTaskId: centre.tasks(call)[0]?.contactId,
        });
        expect(call.attributes).toMatchObject({
          reason: 'escalation',
          escalationLevel: 'one',
          escalationPriority: '3',
          escalationTask: 'started',
          caseNumber: one.caseNumber,
        });
      });

      test('is told to the agent with level, matter and number, and then who calls and why', async () => {
        const one = await hasCase(centre, owner());
        const sam = centre.agent('sam');
        sam.becomesAvailable();
        const call = await escalates(centre, one);
        await sam.accepts(call);
        await sam.hears(
          call,
          `Escalation, level one. It is about a delivery. Case ${spokenDigits(one.caseNumber)}.`,
        );
        await sam.hears(call, 'Verified. The caller cannot wait for the case to be settled.');
        await sam.talksTo(call);
        await call.hears(prompts.agentIsHere);
      });

      test('gives the department a task, which the agent gets after the caller, and completes', async () => {
        const one = await hasCase(centre, owner());
        const sam = centre.agent('sam');
        sam.becomesAvailable();
        const call = await escalates(centre, one);
        await sam.accepts(call);
        await sam.talksTo(call);
        await centre.passes(HOUR_MS / 2);
        expect(sam.state.contacts).toHaveLength(1);
        sam.hangsUp(call);
        await call.endsWithoutAnswer();
        sam.finishes(call);
        const [task] = centre.tasks(call);
        if (task === undefined) throw new Error('there is no task');
        await sam.accepts(task);
        expect(sam.state.contact).toMatchObject({
          channel: 'TASK',
          queueName: 'escalations',
          task: {
            name: `Case ${one.caseNumber}, level 1`,
            description: expect.stringMatching(
              /about a delivery, and was promised to be taken up by .* today/,
            ),
            references: { Case: { Value: one.caseNumber } },
          },
        });
        sam.hangsUp(task);
        sam.finishes(task);
        await centre.passes(0);
        expect(task.isCompleted).toBe(true);
        expect(sam.state.contacts).toEqual([]);
      });

      atLength('does not keep an agent at the task from a caller', async () => {
        const one = await hasCase(centre, owner());
        const call = await escalates(centre, one);
        await call.isQueuedIn('escalations');
        call.hangsUp();
        await centre.passes(HOUR_MS / 60);
        const sam = centre.agent('sam');
        sam.becomesAvailable();
        const [task] = centre.tasks(call);
        if (task === undefined) throw new Error('there is no task');
        await sam.accepts(task);
        const other = centre.dial(stranger);
        await other.presses('0');
        await sam.accepts(other);
        await sam.talksTo(other);
      });

      test('puts its caller before everybody who waits, and a higher level before a lower one', async () => {
        const low = await hasCase(centre, owner());
        const high = await hasCase(centre, owner());
        await goesHome(await escalates(centre, high));
        await centre.passes(3 * HOUR_MS);
        const first = centre.dial(withheld);
        await first.presses('0');
        await first.isQueuedIn('support');
        const second = await escalates(centre, low);
        await second.isQueuedIn('escalations');
        const third = await escalates(centre, high);
        await third.hears('Your case is raised to level two.');
        await third.isQueuedIn('escalations');
        const sam = centre.agent('sam');
        sam.becomesAvailable();
        // Tasks come before callers of other teams, too, so that the first caller is left to somebody else.
        for (const call of [third, second]) {
          await sam.accepts(call);
          await sam.talksTo(call);
          sam.hangsUp(call);
          sam.finishes(call);
        }
      });

      test('is heard of as such on the next call', async () => {
        const one = await hasCase(centre, owner());
        await goesHome(await escalates(centre, one));
        const call = await atCase(centre, one);
        expect(call.heard.join()).toMatch(
          /is about a delivery, and our escalation team takes it up by .* today\./,
        );
      });
    });

    describe('one wish raises a case once', () => {
      const raisedTo = async (one: Owner, count: number, tasks: number): Promise<void> => {
        expect(await kept(centre, one)).toMatchObject({ escalations: count, escalationTask: 'started' });
        expect(centre.tasks()).toHaveLength(tasks);
      };

      test('however often the caller dials again while the promise holds', async () => {
        const one = await hasCase(centre, owner());
        for (let redial = 0; redial < 3; redial += 1) {
          const call = await escalates(centre, one);
          await call.hears('Your case is raised to level one.');
          await call.isQueuedIn('escalations');
          call.hangsUp();
          await centre.passes(HOUR_MS / 4);
        }
        await raisedTo(one, 1, 1);
      });

      test('from two lines at the same moment', async () => {
        const one = await hasCase(centre, owner());
        const lines = [await atCase(centre, one), await atCase(centre, one)];
        for (const line of lines) await line.isAskedForKeys();
        for (const line of lines) line.pressesAtOnce('1');
        for (const line of lines) await line.isQueuedIn('escalations');
        await raisedTo(one, 1, 1);
      });

      test.each(rowsAtLength([1, 3]))('whose answer is lost %s times', async (times) => {
        const one = await hasCase(centre, owner());
        centre.fault('escalate', answerLost(times));
        const call = await escalates(centre, one);
        await call.isQueuedIn('escalations');
        await raisedTo(one, 1, 1);
      });

      test('whose answers are all lost: a person is told, and the case is raised with one task', async () => {
        const one = await hasCase(centre, owner());
        centre.fault('escalate', answerLost());
        const call = await escalates(centre, one);
        await call.hears(prompts.escalationFault);
        await call.isQueuedIn('support');
        await raisedTo(one, 1, 1);
      });

      atLength('and a crash before its task is completed by the next call', async () => {
        const one = await hasCase(centre, owner());
        await goesHome(await escalates(centre, one));
        await centre.changeCases({ escalationTask: 'due' });
        const call = await escalates(centre, one);
        await call.isQueuedIn('escalations');
        await raisedTo(one, 1, 1);
      });

      atLength('and again after the promise has passed, up to the highest level', async () => {
        const one = await hasCase(centre, owner());
        for (const [index, level] of ['one', 'two', 'three', 'three'].entries()) {
          const call = await escalates(centre, one);
          await call.hears(`Your case is raised to level ${level}.`);
          await call.isQueuedIn('escalations');
          expect(call.attributes['escalationPriority']).toBe(String([3, 2, 1, 1][index]));
          call.hangsUp();
          await raisedTo(one, index + 1, index + 1);
          await centre.passes(3 * HOUR_MS);
        }
      });
    });

    test('a case that is raised while a supervisor has closed the centre is taken up after that, and the caller hears so', async () => {
      const one = await hasCase(centre, owner());
      const until = new Date(centre.cloud.centre.nowMs() + 30 * HOUR_MS).toISOString();
      await announces({ kind: 'closed' }, until)(centre);
      const call = await escalates(centre, one);
      await call.hears(/they will take it up by .* on /);
      const { escalationPromisedAt, dueAt } = await kept(centre, one);
      expect(String(escalationPromisedAt) >= until && String(dueAt) > until).toBe(true);
      await announcesNothing(centre);
    });

    describe('a case that cannot be raised', () => {
      test.each([
        ['throws', throwsAtOnce],
        ['is throttled', throttled],
        ['is too slow', timeout],
        ['answers nothing', () => answers('empty-result')],
      ])('because the function %s leads to a person who hears so', async (_how, fault) => {
        const one = await hasCase(centre, owner());
        centre.fault('escalate', fault());
        const sam = centre.agent('sam');
        sam.becomesAvailable();
        const call = await escalates(centre, one);
        await call.hears(prompts.escalationFault);
        await sam.accepts(call);
        await sam.hears(call, 'Verified. The caller cannot wait, and the case could not be raised.');
        call.never.hears(/is raised to level/);
      });

      test('because it was settled meanwhile is said so, and a person is a key away', async () => {
        const one = await hasCase(centre, owner());
        const call = await atCase(centre, one);
        await call.isAskedForKeys();
        await centre.changeCases({ status: 'closed' });
        await call.presses('1');
        await call.hears(prompts.caseNotOpen);
        await call.presses('0');
        await call.isQueuedIn('support');
        expect(untouched(await kept(centre, one))).toBe(true);
        expect(centre.tasks()).toEqual([]);
      });

      test('because it belongs to somebody else stays as it is', async () => {
        const one = await hasCase(centre, owner());
        const call = await atCase(centre, one);
        call.isGiven({ customerId: 'c-somebody-else' });
        await call.presses('1');
        await call.hears(prompts.caseNotOpen);
        expect(untouched(await kept(centre, one))).toBe(true);
      });
    });

    atLength(
      'a caller who hangs up at any moment leaves a case that is raised whole or not at all',
      async () => {
        const whole = await escalates(centre, await hasCase(centre, owner()));
        await whole.isQueuedIn('escalations');
        const asked = whole.moments.findIndex(
          ({ effect }) => effect.kind === 'prompt' && effect.text === prompts.raising,
        );
        const since = whole.moments[asked]?.atMs ?? 0;
        const at = [...new Set(whole.moments.slice(asked).map(({ atMs }) => atMs - since))];
        expect(at.length).toBeGreaterThan(3);
        await centre.everybodyLeaves();
        for (const afterMs of at.filter((_ms, index) => isFull || index % 2 === 0)) {
          const one = await hasCase(centre, owner());
          const call = await escalates(centre, one);
          await centre.passes(afterMs);
          if (!call.hasEnded) call.hangsUp();
          await centre.passes(10_000);
          const item = await kept(centre, one);
          if (!untouched(item)) expect(item).toMatchObject({ escalations: 1, escalationTask: 'started' });
          expect(centre.tasks()).toHaveLength(untouched(item) ? 0 : 1);
          await centre.everybodyLeaves();
        }
      },
    );
  });
