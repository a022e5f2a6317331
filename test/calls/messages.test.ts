/** When nobody can help out of hours: the caller's number is kept, once. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { spokenDigits, spokenMoment } from '../../lambdas/domain/spoken.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, type FunctionName, type Item, openCentre } from '../kit/centre.ts';
import { answerLost, throttled, throwsAtOnce } from '../kit/faults.ts';
import { imani, stranger, tomas, withheld } from '../kit/people.ts';

const THANKSGIVING = '2026-11-26T12:00:00-05:00';

describe('out of hours:', () => {
  let centre: ContactCentre;
  afterEach(() => centre.everybodyLeaves());
  afterAll(() => centre.close());

  const opensAt = (options: Parameters<typeof openCentre>[0]) => async (): Promise<void> => {
    await centre?.close();
    centre = await openCentre(options);
  };

  async function onlyCaseOf(call: Call): Promise<Item> {
    const cases = await centre.casesOf(call);
    expect(cases).toHaveLength(1);
    return cases[0] ?? {};
  }

  /** What the caller was told is what is in the table. */
  async function expectPromiseKept(call: Call, expected: Item, promise = prompts.promise): Promise<void> {
    const kept = await onlyCaseOf(call);
    expect(kept).toMatchObject({ status: 'open', contactId: call.contactId, ...expected });
    const promisedAt = Date.parse(String(kept['promisedAt']));
    const openedAt = Date.parse(String(kept['openedAt']));
    expect(promisedAt).toBeGreaterThan(openedAt);
    expect(call.heard.at(-1)).toBe(
      promise({
        promisedTime: spokenMoment(promisedAt, openedAt, { timeZone: 'America/New_York' }),
        caseNumber: spokenDigits(String(kept['caseNumber'])),
      }),
    );
  }

  /** Hears that the centre is closed, and leaves the number by waiting. */
  async function reachesNobody(call: Call): Promise<void> {
    await call.presses('0');
    await call.hears(prompts.closed);
    await call.hears(prompts.closedOffer);
    await call.staysSilent();
  }

  describe('out of hours', () => {
    beforeAll(opensAt({ at: THANKSGIVING }));

    test('a caller who wants a person is called back by a time of the next working day', async () => {
      const call = centre.dial(stranger);
      await reachesNobody(call);
      await call.hears(prompts.noting);
      await call.hears(
        /by \w+ A M on Friday, at the number you are calling from\. Your case number is (\d ?){4}, (\d ?){4}/,
      );
      await call.endsIn('goodbye.');
      await expectPromiseKept(call, {
        phoneNumber: stranger.from,
        reason: 'out-of-hours',
        isVerified: false,
        customerId: 'unknown',
      });
      expect(call.moments.some(({ effect }) => effect.kind === 'queued')).toBe(false);
    });

    test('a verified customer with a question is kept as verified', async () => {
      const call = centre.dial(tomas);
      await call.presses('1');
      await call.presses(`${tomas.pin}#`);
      await call.presses('1004#');
      await reachesNobody(call);
      await call.endsIn('goodbye.');
      await expectPromiseKept(call, {
        phoneNumber: tomas.from,
        isVerified: true,
        customerId: tomas.customerId,
      });
    });

    test('a customer who is not verified is kept as not verified', async () => {
      const call = centre.dial(imani);
      await reachesNobody(call);
      await call.endsIn('goodbye.');
      await expectPromiseKept(call, { phoneNumber: imani.from, isVerified: false });
    });

    test('order status still works', async () => {
      const call = centre.dial(imani);
      await call.presses('1');
      await call.presses(`${imani.pin}#`);
      await call.presses('1002#');
      await call.hears('Order 1 0 0 2');
      await call.presses('9');
      await call.endsIn(prompts.goodbye);
      expect(await centre.casesOf(call)).toEqual([]);
    });

    test.each<[string, readonly string[], FunctionName, string]>([
      ['orders', ['1', `${imani.pin}#`, '1#'], 'lookup-order', prompts.orderLookupFault],
      ['problems', ['3', '1'], 'open-case', prompts.problemNotNoted],
      ['calls back', ['6'], 'offer-callback', prompts.callbackFault],
    ])('a fault of %s promises nobody who is not there', async (_what, keys, name, words) => {
      const call = centre.dial({ ...imani, faults: { [name]: throttled() } });
      for (const key of keys) await call.presses(key);
      await call.hears(words);
      call.never.hears(/[Oo]ne of our team will/);
    });

    test('a caller may choose when we call, and the promise is that call alone', async () => {
      const one = { from: '+12025550176' };
      const call = centre.dial(one);
      await call.presses('0');
      await call.hears(prompts.closedOffer);
      await call.presses('1');
      await call.hears(/press 1\. At .*, press 2\./);
      await call.presses('4');
      await call.hears(/^We will call you at .* on \w+\. To cancel it/);
      await call.presses('9');
      await call.endsIn(prompts.goodbye);
      expect(await centre.casesOf(call)).toEqual([]);
    });

    test('where no times can be told the number is kept all the same', async () => {
      const call = centre.dial({ from: '+12025550177', faults: { 'offer-callback': throttled() } });
      await call.presses('0');
      await call.hears(prompts.closedOffer);
      await call.presses('1');
      await call.hears(prompts.callbackKeptInstead);
      await call.endsIn('goodbye.');
      await expectPromiseKept(call, { phoneNumber: '+12025550177' });
    });

    describe('a caller whose number is withheld', () => {
      const asked = async (): Promise<Call> => {
        const call = centre.dial(withheld);
        await reachesNobody(call);
        await call.hears(prompts.askNumber);
        return call;
      };
      test('keys one, hears it back, and is called there', async () => {
        const call = await asked();
        await call.presses('2025550178#');
        await call.hears(/^Your number is 2 0 2 5, 5 5 0 1, 7 8\./);
        await call.presses('1');
        await call.endsIn(/^We will call you at that number by .* goodbye\.$/);
        await expectPromiseKept(
          call,
          { phoneNumber: '+12025550178', reason: 'out-of-hours' },
          prompts.promiseAtNumber,
        );
        expect(JSON.stringify(call.attributes)).not.toContain('5550178');
      });
      test('may key it again, and says nothing to what is right', async () => {
        const call = await asked();
        await call.presses('123#');
        await call.hears(prompts.numberNotOne);
        await call.presses('2025550177#');
        await call.presses('2');
        await call.hears(prompts.numberAgain);
        await call.presses('011442079460123#');
        await call.staysSilent();
        await call.endsIn(/^We will call you at that number/);
        await expectPromiseKept(call, { phoneNumber: '+442079460123' }, prompts.promiseAtNumber);
      });
      test('and who reports a problem keys one for it, and is promised nobody who is not there', async () => {
        const call = centre.dial(withheld);
        for (const key of ['3', '1']) await call.presses(key);
        await call.hears(prompts.numberUnseen);
        await call.presses('2025550178#');
        await call.presses('1');
        await call.endsIn(/^We will call you at that number by .* goodbye\.$/);
        await expectPromiseKept(
          call,
          { phoneNumber: '+12025550178', reason: 'problem-delivery' },
          prompts.promiseAtNumber,
        );
        call.never.hears(/[Oo]ne of our team will/);
      });
      test('and who keys none for a problem hears that nobody is there, and is asked once more', async () => {
        const call = centre.dial(withheld);
        for (const key of ['3', '1', '0#']) await call.presses(key);
        await call.hears(prompts.cannotCallBack);
        await call.hears(prompts.closed);
        await call.hears(prompts.closedOffer);
        await call.staysSilent();
        await call.hears(prompts.askNumber);
        call.never.hears(/[Oo]ne of our team will/);
      });
      test('who keys none is told when to call again, and nothing is kept', async () => {
        const call = await asked();
        await call.presses('0#');
        await call.endsIn(prompts.numberWithheld);
        expect(await centre.casesOf(call)).toEqual([]);
      });
    });

    test.each([1, 2, 3])('an answer lost %s times leaves one case and one promise', async (times) => {
      const call = centre.dial({ ...stranger, faults: { 'open-case': answerLost(times) } });
      await reachesNobody(call);
      await call.endsIn('goodbye.');
      await expectPromiseKept(call, { phoneNumber: stranger.from });
      const attempts = call.moments.filter(
        ({ effect }) => effect.kind === 'invoke' && effect.functionArn.endsWith('open-case'),
      );
      expect(attempts).toHaveLength(times + 1);
    });

    test('an answer that is lost every time leaves the case; the caller is not promised anything', async () => {
      const call = centre.dial({ ...stranger, faults: { 'open-case': answerLost() } });
      await reachesNobody(call);
      await call.endsIn(prompts.messageFault);
      await onlyCaseOf(call);
    });

    test.each([
      ['fails', throwsAtOnce()],
      ['is throttled', throttled()],
    ])('a function that %s is said in words, and nothing is half kept', async (_what, fault) => {
      const call = centre.dial({ ...stranger, faults: { 'open-case': fault } });
      await reachesNobody(call);
      await call.endsIn(prompts.messageFault);
      expect(await centre.casesOf(call)).toEqual([]);
    });

    test('a caller who hangs up before the promise has still a whole case or none', async () => {
      const call = centre.dial(stranger);
      await reachesNobody(call);
      await call.hears(prompts.noting);
      await centre.passes(1_000);
      call.hangsUp();
      expect(await centre.casesOf(call)).toEqual([]);
    });

    test('the second call of the same person is told of the promise of the first, and two people have one each', async () => {
      for (const person of [stranger, tomas]) {
        const call = centre.dial(person);
        await reachesNobody(call);
        await call.endsIn(/^We will call you by /);
        await onlyCaseOf(call);
      }
      const again = centre.dial(stranger);
      await reachesNobody(again);
      await again.endsIn(/^A call to your number is noted already: you will hear from us by .* goodbye\.$/);
      expect(await centre.casesOf(again)).toEqual([]);
    });
  });
});
