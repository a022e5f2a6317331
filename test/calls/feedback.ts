/** What callers say of their call once the agent has left it. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { keepFeedbackOnce } from '../../lambdas/tables/feedback.ts';
import { keepRemarkOnce } from '../../lambdas/tables/remarks.ts';
import type { Agent } from '../kit/agent.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre, Item } from '../kit/centre.ts';
import { answerLost, answers, type PlannedFault, throttled, throwsAtOnce, timeout } from '../kit/faults.ts';
import { imani } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { rowsAtLength } from './at-length.ts';

export const describeFeedback = (the: Shared): void =>
  describe('a caller whom the agent has left', () => {
    let centre: ContactCentre;
    beforeAll(() => {
      centre = the.centre;
    });

    /** Talks to Sam, who hangs up, and is asked how it was. */
    async function isAsked(): Promise<{ readonly call: Call; readonly sam: Agent }> {
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      const call = centre.dial(imani);
      await call.presses('0');
      await sam.accepts(call);
      await sam.talksTo(call);
      call.never.hears(prompts.surveyQuestion);
      sam.hangsUp(call);
      await call.hears(prompts.surveyQuestion);
      return { call, sam };
    }
    const saidOf = async ({ contactId }: Call): Promise<Item | undefined> =>
      (await centre.items('FeedbackTable')).find((item) => item['contactId'] === contactId);
    const taskOf = async ({ contactId }: Call): Promise<Item | undefined> =>
      (await centre.items('MessagesTable')).find((item) => item['messageId'] === `feedback-${contactId}`);

    test('and is very content says so, is thanked and hears goodbye; it is kept without a word about who called', async () => {
      const { call } = await isAsked();
      await call.presses('5');
      await call.hears(prompts.surveyThanks);
      await call.endsIn(prompts.goodbye);
      const said = await saidOf(call);
      expect(said).toEqual({
        contactId: call.contactId,
        sk: 'ANSWER',
        score: 5,
        at: expect.stringMatching(/^2026-11-\d\dT.*Z$/),
        week: '2026-W46',
        team: 'support',
        reason: 'asked-for-person',
        expiresAt: Math.floor(Date.parse(String(said?.['at'])) / 1000) + 730 * 86_400,
      });
      expect(await taskOf(call)).toBeUndefined();
    });

    test.each([
      ['1', true],
      ['2', true],
      ['3', false],
      ['4', false],
    ])('by %s gives the supervisors a task: %s', async (key, hasTask) => {
      const { call } = await isAsked();
      await call.presses(key);
      await call.hears(prompts.surveyThanks);
      await call.endsIn(prompts.goodbye);
      expect(await saidOf(call)).toMatchObject({ score: Number(key) });
      const task = await taskOf(call);
      expect(task !== undefined).toBe(hasTask);
      if (task === undefined) return;
      expect(task['body']).toEqual({
        kind: 'task',
        team: 'escalations',
        name: `Feedback: ${key} of 5`,
        description: `A caller of the team support was not content. The contact is ${call.contactId}.`,
        level: 1,
      });
      expect(JSON.stringify(task)).not.toContain(imani.from);
    });

    test('and says nothing hears goodbye at once', async () => {
      const { call } = await isAsked();
      await call.staysSilent();
      await call.endsIn(prompts.goodbye);
      expect(await saidOf(call)).toBeUndefined();
    });

    test('and presses another key is told which there are, and asked once more', async () => {
      const { call } = await isAsked();
      await call.presses('8');
      await call.hears(prompts.surveyOtherKey);
      await call.presses('3');
      await call.hears(prompts.surveyThanks);
      await call.endsIn(prompts.goodbye);
      expect(await saidOf(call)).toMatchObject({ score: 3 });
    });

    test('and presses other keys only is asked twice, and hears goodbye', async () => {
      const { call } = await isAsked();
      for (const key of ['0', '9']) await call.presses(key);
      await call.endsIn(prompts.goodbye);
      expect(call.heard.filter((text) => text === prompts.surveyQuestion)).toHaveLength(2);
      expect(await saidOf(call)).toBeUndefined();
    });

    test('and has pressed two keys has said the first', async () => {
      const { call } = await isAsked();
      await call.presses('41');
      await call.endsIn(prompts.goodbye);
      expect(await saidOf(call)).toMatchObject({ score: 4 });
      expect(await taskOf(call)).toBeUndefined();
    });

    test('may hang up on the question, and leaves nothing open', async () => {
      const { call, sam } = await isAsked();
      call.hangsUp();
      sam.finishes(call);
      expect(call.isCompleted).toBe(true);
      expect(await saidOf(call)).toBeUndefined();
    });

    test('by hanging up before the agent is asked nothing', async () => {
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      const call = centre.dial(imani);
      await call.presses('0');
      await sam.accepts(call);
      await sam.talksTo(call);
      call.hangsUp();
      sam.finishes(call);
      call.never.hears(prompts.surveyQuestion);
    });

    test.each<[string, () => PlannedFault, boolean]>([
      ...rowsAtLength<[string, () => PlannedFault, boolean]>([
        ['is throttled', throttled, false],
        ['answers nothing', () => answers('empty-result'), true],
        ['keeps it, and takes too long to say so', timeout, true],
      ]),
      ['fails', throwsAtOnce, false],
      ['has kept it and its answer is lost', answerLost, true],
    ])('hears goodbye where what should keep the answer %s', async (_, planned, isKept) => {
      const { call } = await isAsked();
      centre.fault('keep-feedback', planned());
      await call.presses('1');
      await call.endsIn(prompts.goodbye);
      call.never.hears(prompts.surveyThanks);
      // However often Connect has tried, it is one answer and one task.
      expect((await saidOf(call)) !== undefined).toBe(isKept);
      expect((await taskOf(call)) !== undefined).toBe(isKept);
    });

    test('is heard once where the first answer of the function is lost', async () => {
      const { call } = await isAsked();
      centre.fault('keep-feedback', answerLost(1));
      await call.presses('2');
      await call.hears(prompts.surveyThanks);
      await call.endsIn(prompts.goodbye);
      expect(await saidOf(call)).toMatchObject({ score: 2 });
    });

    describe('on Monday', () => {
      let runs = 0;
      const isReported = async (): Promise<void> => {
        runs += 1;
        const chance = { nowMs: centre.cloud.centre.nowMs(), seed: `report ${runs}` };
        const name = centre.functionName('report-week');
        expect(await centre.cloud.functions.invokeAsOwner(name, '{}', chance)).toMatchObject({
          kind: 'returned',
        });
      };
      const digests = async (): Promise<readonly Item[]> =>
        (await centre.items('MessagesTable')).filter(({ messageId }) =>
          String(messageId).startsWith('feedback-week-'),
        );

      test('supervisors have one task with last week beside the week before, and none where nobody answered', async () => {
        await isReported();
        expect(await digests()).toEqual([]);
        const tables = { feedback: centre.table('FeedbackTable'), messages: centre.table('MessagesTable') };
        const said = { at: '2026-11-04T12:00:00.000Z', team: 'support' };
        const { signal } = new AbortController();
        for (const [contactId, score, week] of [
          ['then-1', 4, '2026-W44'],
          ['then-2', 3, '2026-W45'],
          ['then-3', 5, '2026-W45'],
        ] as const)
          await keepFeedbackOnce(tables, { ...said, contactId, score, week }, 30, signal);
        const remark = {
          contactId: 'then-2',
          at: said.at,
          agentId: 'sam',
          subject: 'delivery',
          opinion: 'bad',
          words: 'Imani waits for her lamp.',
        } as const;
        for (const [remarkId, week] of [
          ['7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a51', '2026-W45'],
          ['7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a52', '2026-W45'],
          // Noted when last week was told of: it comes with this one.
          ['7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a53', '2026-W46'],
        ] as const)
          await keepRemarkOnce(
            tables.feedback,
            { ...remark, remarkId, week },
            Date.parse('2026-12-05T12:00:00Z'),
            signal,
          );
        for (const _run of [1, 2, 3]) await isReported();
        expect(await digests()).toMatchObject([
          {
            messageId: 'feedback-week-2026-W45',
            body: {
              team: 'escalations',
              description: expect.stringMatching(
                /^All: 2 answers, 4\.0 on average, 0 of 1 or 2 \(the week before: 1 answer, 4\.0 on.* Said to agents: 0 good and 2 bad \(the week before: 0 good and 0 bad\): delivery 0 good and 2 bad\.$/,
              ),
            },
          },
        ]);
      });
    });
  });
