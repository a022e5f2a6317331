/** Calls back: booked once for a number, at a time or as soon as possible, heard of, cancelled, and made by an agent. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, type Item, openCentre } from '../kit/centre.ts';
import { answerLost, throttled } from '../kit/faults.ts';
import { withheld } from '../kit/people.ts';
import { deskOf } from './escalation/desk.ts';
import type { Owner } from './escalation/people.ts';

describe('calling back:', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await openCentre({ demoWorld: false });
  });
  afterEach(() => centre.everybodyLeaves());
  afterAll(() => centre.close());
  const { change, passes, runs, sentTo } = deskOf(() => centre);

  let callers = 0;
  /** Somebody who has never called. */
  const caller = () => {
    callers += 1;
    return { from: `+120255501${60 + callers}` };
  };
  const TIMES =
    /^We call you at .* as soon as one of our team is free, press 1\. At two P M today, press 2\. /;
  async function atTimes(person: { readonly from?: string }): Promise<Call> {
    const call = centre.dial(person);
    await call.presses('6');
    await call.hears(
      /press 1\. At .*, press 2\. At .*, press 4\. At .*, press 5\. For the main menu, press 3\./,
    );
    return call;
  }
  const tasksTo = async (from: string): Promise<readonly Item[]> =>
    (await centre.items('MessagesTable')).filter(
      ({ body }) => Object(body).kind === 'task' && Object(body).phoneNumber === from,
    );

  describe('a caller who wants to be called', () => {
    test('at a time hears it, reads it, and an agent gets the task with the number then, not before', async () => {
      const one = caller();
      const call = await atTimes(one);
      expect(call.heard.join('\n')).toMatch(new RegExp(TIMES, 'm'));
      await call.presses('2');
      await call.hears('We will call you at two P M today. To cancel it, call us and press 6.');
      await call.presses('9');
      await call.endsIn(prompts.goodbye);
      await passes();
      expect(sentTo(one.from)).toMatchObject([
        { text: expect.stringContaining('We will call you on Tuesday') },
      ]);
      expect(centre.tasks()).toEqual([]);
      await passes(2 * 60);
      const [task] = centre.tasks();
      if (task === undefined) throw new Error('there is no task');
      await task.isQueuedIn('support');
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      await sam.accepts(task);
      expect(sam.state.contact).toMatchObject({
        task: { name: 'Call back', references: { Number: { Value: one.from } } },
      });
      expect(JSON.stringify(task.attributes)).not.toContain('+1202');
      sam.hangsUp(task);
      sam.finishes(task);
    });
    test('as soon as possible is called then', async () => {
      const one = caller();
      const call = await atTimes(one);
      await call.presses('1');
      await call.hears(/^We will call you as soon as one of our team is free, by .* at the latest\.$/);
      call.hangsUp();
      // Nobody is to wait for the last moment, who may be called at any before.
      const again = centre.dial(one);
      await again.presses('6');
      await again.hears(
        /^We will call your number as soon as one of our team is free, by .* at the latest\. To keep that, press 1\./,
      );
      await again.presses('1');
      await again.hears(prompts.callbackKept);
      again.hangsUp();
      await passes();
      expect(centre.tasks()).toHaveLength(1);
    });
    test('in Hungarian is called by somebody who is told so', async () => {
      const one = caller();
      const call = await atTimes(one);
      call.isGiven({ language: 'hu' });
      await call.presses('1');
      await call.hears(/^We will call you as soon as/);
      call.hangsUp();
      await passes();
      const [task] = centre.tasks();
      if (task === undefined) throw new Error('there is no task');
      expect(task.attributes).toMatchObject({ taskLanguage: 'hu' });
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      await sam.isOffered(task);
      expect(sam.state.contact).toMatchObject({ task: { references: { Language: { Value: 'Hungarian' } } } });
    });
    test('and calls again hears of it, keeps it, or cancels it and books another', async () => {
      const one = caller();
      const booked = await atTimes(one);
      await booked.presses('4');
      await booked.hears(/^We will call you at /);
      booked.hangsUp();
      const again = centre.dial(one);
      await again.presses('6');
      await again.hears(/^We have noted a call to your number, at /);
      await again.presses('1');
      await again.hears(prompts.callbackKept);
      again.hangsUp();
      const last = centre.dial(one);
      await last.presses('6');
      await last.presses('2');
      await last.hears(prompts.callbackCancelled);
      expect((await tasksTo(one.from)).map(({ state }) => state)).toEqual(['cancelled']);
      await last.presses('3');
      await last.presses('6');
      await last.hears(/press 1\. At .*, press 2\./);
      await last.presses('4');
      await last.hears(/^We will call you at /);
      expect((await tasksTo(one.from)).map(({ state }) => state).toSorted()).toEqual(['cancelled', 'due']);
    });
    test('on two lines of one number at once has one call', async () => {
      const one = caller();
      const first = await atTimes(one);
      const second = await atTimes(one);
      await first.presses('2');
      await second.presses('4');
      await first.hears(/^We will call you at /);
      await second.hears(/^A call to your number is booked already, at /);
      expect(await tasksTo(one.from)).toHaveLength(1);
    });
    test('and was not called in time hears that, and has no second call while the task of the first waits', async () => {
      const one = caller();
      const call = await atTimes(one);
      await call.presses('1');
      await call.hears(/^We will call you /);
      call.hangsUp();
      await centre.passes(5 * 60 * 60_000);
      await runs('deliver-messages');
      const again = centre.dial(one);
      await again.presses('6');
      await again.hears(prompts.callbackKnownLate);
      await again.presses('1');
      await again.hears(prompts.callbackKeptLate);
      expect(await tasksTo(one.from)).toHaveLength(1);
    });
    test('cannot cancel what an agent has already', async () => {
      const one = caller();
      const call = await atTimes(one);
      await call.presses('1');
      await call.hears(/^We will call you /);
      call.hangsUp();
      const again = centre.dial(one);
      await again.presses('6');
      await again.hears(/^We will call your number as soon as one of our team is free/);
      await runs('deliver-messages');
      await again.presses('2');
      await again.hears(prompts.callbackTooLate);
    });
  });

  describe('a number that we have promised a call', () => {
    /** In the open centre nobody is signed in: who cannot wait leaves the number. */
    async function leavesNumber(person: { readonly from: string }): Promise<Call> {
      const call = centre.dial(person);
      await call.presses('0');
      await call.hears(prompts.nobodySignedIn);
      await call.presses('1');
      return call;
    }
    const PROMISED = /^We will call you by .*, at the number you are calling from\./;
    const ALREADY = /^A call to your number is noted already: you will hear from us by .* goodbye\.$/;
    const casesAt = async (from: string): Promise<readonly Item[]> =>
      (await centre.cases()).filter(({ phoneNumber }) => phoneNumber === from);
    async function hasCase(): Promise<{ readonly from: string; readonly owned: Owner }> {
      const one = caller();
      const call = await leavesNumber(one);
      await call.endsIn(PROMISED);
      const [kept] = await casesAt(one.from);
      return { ...one, owned: { ...one, customerId: 'unknown', caseNumber: String(kept?.['caseNumber']) } };
    }

    test('has that one, however often its caller asks, on whatever way; 6 tells of it', async () => {
      const { from } = await hasCase();
      for (const _time of [1, 2]) await (await leavesNumber({ from })).endsIn(ALREADY);
      const asks = centre.dial({ from });
      await asks.presses('6');
      await asks.hears(/^We will call your number as soon as one of our team is free, by /);
      expect(await casesAt(from)).toMatchObject([{ reason: 'left-queue', status: 'open' }]);
      expect(await tasksTo(from)).toEqual([]);
    });
    test('has it off by 6, and may have another then, booked or promised', async () => {
      const { from } = await hasCase();
      const cancels = centre.dial({ from });
      await cancels.presses('6');
      centre.fault('cancel-callback', answerLost(1));
      await cancels.presses('2');
      await cancels.hears(prompts.callbackCancelled);
      expect(await casesAt(from)).toMatchObject([{ status: 'resolved', resolvedBy: 'cancel-callback' }]);
      await cancels.presses('3');
      await cancels.presses('6');
      await cancels.hears(/press 1\. At .*, press 2\./);
      await cancels.presses('1');
      await cancels.hears(/^We will call you as soon as one of our team is free/);
      cancels.hangsUp();
      await (await leavesNumber({ from })).endsIn(ALREADY);
      expect(await casesAt(from)).toHaveLength(1);
      expect(await tasksTo(from)).toHaveLength(1);
    });
    test('cannot have it off while somebody sees to its case, and has another once that is done', async () => {
      const { from, owned } = await hasCase();
      await change(owned, 1, { action: 'take' });
      const call = centre.dial({ from });
      await call.presses('6');
      await call.presses('2');
      await call.hears(prompts.callbackTooLate);
      call.hangsUp();
      await (await leavesNumber({ from })).endsIn(ALREADY);
      await change(owned, 2, { action: 'resolve', resolution: { words: 'We have spoken.' } });
      const free = centre.dial({ from });
      await free.presses('6');
      await free.hears(/press 1\. At .*, press 2\./);
      free.hangsUp();
      await (await leavesNumber({ from })).endsIn(PROMISED);
      expect((await casesAt(from)).map(({ status }) => status).toSorted()).toEqual(['open', 'resolved']);
    });
    test('hears it owned up to where nobody has called in time, and keeps the place in line', async () => {
      const { from } = await hasCase();
      await centre.passes(5 * 60 * 60_000);
      const call = await leavesNumber({ from });
      await call.hears(prompts.promisedLate);
      await call.isQueuedIn('support');
      expect(await casesAt(from)).toHaveLength(1);
    });
    test('on two lines at once has one, and the same call twice its own', async () => {
      const one = caller();
      const first = await leavesNumber(one);
      const second = await leavesNumber(one);
      await Promise.all([first.hears(/noted already|We will call you by/), second.hears('goodbye')]);
      expect(await casesAt(one.from)).toHaveLength(1);
      const other = caller();
      centre.fault('open-case', answerLost(1));
      await (await leavesNumber(other)).endsIn(PROMISED);
      expect(await casesAt(other.from)).toHaveLength(1);
    });
  });

  describe('whatever fails', () => {
    test.each([1, 2])(
      'a booking whose answer is lost %s times is one, and the caller’s own',
      async (times) => {
        const one = caller();
        const call = await atTimes(one);
        centre.fault('book-callback', answerLost(times));
        await call.presses('2');
        await call.hears(/^We will call you at /);
        expect(await tasksTo(one.from)).toHaveLength(1);
      },
    );
    test('a cancelling whose answer is lost is told as it is', async () => {
      const one = caller();
      const call = await atTimes(one);
      await call.presses('2');
      await call.hears(/^We will call you /);
      call.hangsUp();
      const again = centre.dial(one);
      await again.presses('6');
      centre.fault('cancel-callback', answerLost(1));
      await again.presses('2');
      await again.hears(prompts.callbackCancelled);
    });
    test('a caller whose number is withheld keys one, and is called there', async () => {
      const hidden = centre.dial(withheld);
      await hidden.presses('6');
      await hidden.hears(prompts.numberUnseen);
      await hidden.presses('2025550178#');
      await hidden.hears(/^Your number is 2 0 2 5, 5 5 0 1, 7 8\./);
      await hidden.staysSilent();
      await hidden.endsIn(/^We will call you at that number by .* goodbye\.$/);
      expect(await centre.casesOf(hidden)).toMatchObject([
        { reason: 'callback', type: 'callback', phoneNumber: '+12025550178', isVerified: false },
      ]);
      expect(JSON.stringify(hidden.attributes)).not.toContain('5550178');
    });
    test('a caller who keys none, or for whom nothing can be noted, reaches a person', async () => {
      const hidden = centre.dial(withheld);
      await hidden.presses('6');
      await hidden.presses('0#');
      await hidden.hears(prompts.cannotCallBack);
      await hidden.isQueuedIn('support');
      const call = centre.dial(caller());
      centre.fault('offer-callback', throttled());
      await call.presses('6');
      await call.hears(prompts.callbackFault);
      await call.isQueuedIn('support');
      expect(call.attributes['reason']).toBe('callback');
    });
  });
});
