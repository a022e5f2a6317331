/** What verified customers say about their cases by key. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { spokenDigits } from '../../lambdas/domain/spoken.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { answerLost, throttled } from '../kit/faults.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { atLength, rowsAtLength } from './at-length.ts';
import { deskOf } from './escalation/desk.ts';
import { atCase, hasCase, kept, type Owner } from './escalation/people.ts';

export const describeCaseAnswers = (the: Shared): void =>
  describe('answers about a case', () => {
    let centre: ContactCentre;
    beforeAll(() => {
      centre = the.centre;
    });
    const { change, customer, tasksOf, passes } = deskOf(() => centre);

    const resolved = async (): Promise<Owner> => {
      const one = await customer();
      const details = { deliveryProblem: 'late' } as const;
      const resolution = { words: 'It arrives today.' };
      await change(
        one,
        1,
        { action: 'take' },
        { action: 'describe', details },
        { action: 'resolve', resolution },
      );
      return one;
    };

    test('a customer says that the fix works, and the case may be closed', async () => {
      const one = await resolved();
      const call = await atCase(centre, one);
      expect(call.heard.at(-1)).toContain(`Case ${spokenDigits(one.caseNumber)} is resolved.`);
      await call.presses('1');
      await call.hears(prompts.caseVerified);
      expect(await kept(centre, one)).toMatchObject({ status: 'verified' });
      await change(one, 5, { action: 'close' });
    });
    test('a customer says that it does not, and the case is open again, more severe, with a promise and a task', async () => {
      const one = await resolved();
      const call = await atCase(centre, one);
      await call.presses('2');
      await call.hears(
        /^We are sorry\. Your case is open again, and goes before others\. We will call you by .* today\.$/,
      );
      expect(await kept(centre, one)).toMatchObject({ status: 'open', severity: 'high', reopened: 1 });
      await passes();
      expect((await tasksOf(one)).filter((name) => String(name).endsWith('open again'))).toHaveLength(1);
      const again = await atCase(centre, one);
      expect(again.heard.join()).toMatch(/is about a delivery, and we will call you back by .* today/);
    });
    test.each(rowsAtLength([1, 2]))(
      'a customer who wants a call about an open case gets one, although the answer is lost %s times',
      async (times) => {
        const one = await customer();
        const call = await atCase(centre, one);
        centre.fault('add-to-case', answerLost(times));
        await call.presses('2');
        await call.presses('2');
        await call.hears(/^We have noted that with your case\. We will call you about it by .* today\.$/);
        await passes();
        expect(await tasksOf(one)).toEqual([`Case ${one.caseNumber}: call the customer`]);
        const notes = (await centre.items('CasesTable')).filter(
          ({ caseNumber, sk }) => caseNumber === one.caseNumber && String(sk).startsWith('NOTE#'),
        );
        expect(notes).toMatchObject([{ about: 'note', visibility: 'customer', inContact: call.contactId }]);
      },
    );
    atLength(
      'who says it again on another line, or after a redial, is told the same and nobody twice, until that promise has passed',
      async () => {
        const one = await customer();
        const promises: string[] = [];
        for (const afterMs of [0, 40 * 60_000, 3 * 60 * 60_000]) {
          await centre.passes(afterMs);
          const call = await atCase(centre, one);
          await call.presses('2');
          await call.presses('1');
          await call.hears(/We will call you about it by/);
          promises.push(`${call.heard.findLast((words) => words.includes('call you about it'))}`);
          call.hangsUp();
        }
        expect(promises[1]).toBe(promises[0]);
        expect(promises[2]).not.toBe(promises[0]);
        await passes();
        const told = (await tasksOf(one)).filter((name) => String(name).endsWith('still not right'));
        expect(told).toHaveLength(2);
      },
    );
    test('a customer who no longer needs it is told so, and the department ends it', async () => {
      const one = await customer();
      const call = await atCase(centre, one);
      await call.presses('2');
      await call.presses('3');
      await call.hears(prompts.caseWithdrawn);
      await passes();
      expect(await tasksOf(one)).toEqual([`Case ${one.caseNumber}: no longer needed`]);
      expect(await kept(centre, one)).toMatchObject({ status: 'open' });
      const late = await atCase(centre, one);
      await centre.changeCases({ status: 'closed' });
      await late.presses('2');
      await late.presses('1');
      await late.hears(prompts.caseChanged);
      await centre.changeCases({ status: 'open' });
    });
    atLength('a customer with several cases hears of each by its number, and of nobody else’s', async () => {
      const one = await customer();
      const newer = await hasCase(centre, one);
      const other = await customer();
      const call = await atCase(centre, one);
      expect(call.heard.at(-1)).toContain(`Case ${spokenDigits(newer.caseNumber)} is about`);
      await call.presses('4');
      await call.presses(`${one.caseNumber}#`);
      await call.hears(`Case ${spokenDigits(one.caseNumber)} is about`);
      await call.presses('2');
      await call.presses('2');
      await call.hears(/We will call you about it/);
      await passes();
      expect(await tasksOf(one)).toEqual([`Case ${one.caseNumber}: call the customer`]);
      expect(await tasksOf(newer)).toEqual([]);
      const again = await atCase(centre, one);
      await again.presses('4');
      for (const number of [other.caseNumber, '12', '00000000']) await again.presses(`${number}#`);
      await again.hears(prompts.caseUnknownAgain);
      await again.isQueuedIn('support');
      again.never.hears(`Case ${spokenDigits(other.caseNumber)}`);
    });
    atLength(
      'a case that is closed is said to be settled, and one that is resolved asks whether it is',
      async () => {
        const one = await resolved();
        const call = await atCase(centre, one);
        await call.presses('4');
        await call.presses(`${one.caseNumber}#`);
        await call.hears(`Case ${spokenDigits(one.caseNumber)} is resolved.`);
        await call.presses('1');
        await call.hears(prompts.caseVerified);
        await change(one, 5, { action: 'close' });
        const later = centre.dial(one);
        await later.presses('3');
        later.isGiven({ customerId: one.customerId, verified: 'true' });
        await later.presses('5');
        await later.hears(prompts.noCase);
        await later.presses('4');
        await later.presses(`${one.caseNumber}#`);
        await later.hears(`Case ${spokenDigits(one.caseNumber)} is settled.`);
        await later.presses('9');
        await later.endsIn(prompts.goodbye);
      },
    );
    test('a customer whose answer is lost after it was kept hears what was kept', async () => {
      const one = await resolved();
      const call = await atCase(centre, one);
      centre.fault('answer-case', answerLost(1));
      await call.presses('2');
      await call.hears(/Your case is open again/);
      expect(await kept(centre, one)).toMatchObject({ reopened: 1 });
    });
    test('a customer hears so when the case was changed meanwhile, and reaches a person when nothing can be noted', async () => {
      const one = await resolved();
      const call = await atCase(centre, one);
      await centre.changeCases({ status: 'closed' });
      await call.presses('1');
      await call.hears(prompts.caseChanged);
      await centre.changeCases({ status: 'resolved' });
      const other = await atCase(centre, one);
      centre.fault('answer-case', throttled());
      await other.presses('1');
      await other.hears(prompts.caseNotAnswered);
      await other.isQueuedIn('support');
    });
  });
