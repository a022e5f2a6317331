/** Who may hear about orders: the PIN, wrong ones, silence, and accounts that are locked. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { greta, imani, noor, type Person, stranger, tomas, WRONG_PIN, withheld } from '../kit/people.ts';
import { atLength } from './at-length.ts';
import { describeOneTimeCode } from './one-time-code.ts';

const DAY_MS = 24 * 60 * 60_000;

describe('verification:', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.everybodyLeaves());
  afterAll(() => centre.close());

  async function dialsOrderStatus(person: { readonly from?: string }): Promise<Call> {
    const call = centre.dial(person);
    await call.presses('1');
    await call.hears(prompts.askPin);
    return call;
  }

  async function givesWrongPins(person: { readonly from?: string }, times: number): Promise<Call> {
    const call = await dialsOrderStatus(person);
    for (let count = 0; count < times; count += 1) await call.presses(`${WRONG_PIN}#`);
    return call;
  }

  const expectUnverified = (call: Call, reason: string): void =>
    expect(call.attributes).toMatchObject({ verified: 'false', reason });

  describe('a customer who gives the right PIN', () => {
    test.each([
      ['at once', 0],
      ['after one wrong one', 1],
      ['after two wrong ones', 2],
    ])('%s is asked for the order', async (_when, wrong) => {
      const call = await givesWrongPins(greta, wrong);
      await call.presses(`${greta.pin}#`);
      await call.hears(prompts.pinRight);
      await call.hears(prompts.askOrder);
      expect(call.attributes).toMatchObject({ verified: 'true', verificationOutcome: 'verified' });
      await centre.setPin(greta, greta.pin);
    });

    test('of six digits, with a pause in the middle, is asked for the order', async () => {
      const call = await dialsOrderStatus(noor);
      await call.presses(noor.pin.slice(0, 3));
      await centre.passes(3_000);
      await call.presses(`${noor.pin.slice(3)}#`);
      await call.hears(prompts.askOrder);
    });

    test('without the pound key is asked for the order after a pause', async () => {
      const call = await dialsOrderStatus(noor);
      await call.presses(noor.pin);
      await centre.passes(6_000);
      await call.hears(prompts.askOrder);
    });

    test('after wiping a slip with the star key is asked for the order', async () => {
      const call = await dialsOrderStatus(noor);
      await call.presses(`99*${noor.pin}#`);
      await call.hears(prompts.askOrder);
    });

    test('from a second number of theirs is asked for the order', async () => {
      const call = await dialsOrderStatus({ from: '+12025550112' });
      await call.presses(`${imani.pin}#`);
      await call.hears(prompts.askOrder);
    });
  });

  describe('a caller reaches a person, unverified', () => {
    test.each([
      ['whom we know', tomas],
      ['whom we do not know', stranger],
      ['whose number is withheld', withheld],
    ])('after three wrong PINs: one %s', async (_who, person) => {
      const call = await givesWrongPins(person, 1);
      await call.hears(prompts.pinWrong);
      await call.presses(`${WRONG_PIN}#`);
      await call.hears(prompts.pinWrong);
      await call.presses(`${WRONG_PIN}#`);
      await call.hears(prompts.pinRefused);
      await call.isQueuedIn('orders');
      expectUnverified(call, 'wrong-pin');
      call.never.hears(prompts.askOrder);
    });

    test('after silence three times', async () => {
      const call = await dialsOrderStatus(imani);
      await call.staysSilent();
      await call.hears(prompts.pinSilence);
      await call.staysSilent();
      await call.hears(prompts.pinSilence);
      await call.staysSilent();
      await call.hears(prompts.pinMissing);
      await call.isQueuedIn('orders');
      expectUnverified(call, 'no-pin');
    });

    atLength('after the pound key alone three times', async () => {
      const call = await dialsOrderStatus(imani);
      for (let count = 0; count < 3; count += 1) await call.presses('#');
      await call.hears(prompts.pinMissing);
      await call.isQueuedIn('orders');
      expectUnverified(call, 'no-pin');
    });

    test.each([0, 1, 2])('by 0 and pound, after %s wrong PINs', async (wrong) => {
      const call = await givesWrongPins(stranger, wrong);
      await call.presses('0#');
      await call.isQueuedIn('support');
      expectUnverified(call, 'asked-for-person');
    });

    test('by 0 and pound, after silence', async () => {
      const call = await dialsOrderStatus(imani);
      await call.staysSilent();
      await call.presses('0#');
      await call.isQueuedIn('support');
      expectUnverified(call, 'asked-for-person');
    });

    test("with somebody else's PIN", async () => {
      const call = await dialsOrderStatus(stranger);
      for (const { pin } of [imani, tomas, greta]) await call.presses(`${pin}#`);
      await call.hears(prompts.pinRefused);
      await call.isQueuedIn('orders');
      expectUnverified(call, 'wrong-pin');
    });
  });

  describe('wrong PINs and silence', () => {
    test('are counted apart, so that two of each leave another try', async () => {
      const call = await givesWrongPins(stranger, 1);
      await call.staysSilent();
      await call.presses(`${WRONG_PIN}#`);
      await call.staysSilent();
      await call.hears(prompts.pinSilence);
      await call.presses(`${WRONG_PIN}#`);
      await call.hears(prompts.pinRefused);
      await call.isQueuedIn('orders');
      expectUnverified(call, 'wrong-pin');
    });

    test('are over with the right PIN, and nobody is asked for it twice in a call', async () => {
      await centre.setPin(greta, greta.pin);
      const call = await givesWrongPins(greta, 2);
      await call.presses(`${greta.pin}#`);
      await call.presses('1#');
      await call.presses('3');
      await call.hears(prompts.mainMenu);
      await call.presses('1');
      await call.hears(prompts.askOrder);
      expect(call.heard.filter((text) => text === prompts.askPin)).toHaveLength(1);
    });
  });

  describe('keys that are no PIN', () => {
    test.each([
      ['thirty digits', '123456789012345678901234567890'],
      ['thirty digits and pound', '123456789012345678901234567890#'],
      ['one digit', '5#'],
      ['leading zeros', '0000#'],
      ['a star in the middle', '47*5#'],
    ])('%s are a wrong PIN and nothing worse', async (_what, keys) => {
      const call = await dialsOrderStatus(stranger);
      await call.presses(keys);
      await call.hears(prompts.pinWrong);
      expect(call.attributes['verified']).toBe('false');
      await call.presses('0#');
      await call.isQueuedIn('support');
    });

    test('letters cannot be keyed at all', async () => {
      const call = await dialsOrderStatus(imani);
      expect(() => call.pressesAtOnce('4A11')).toThrow("'A' is no key of a telephone");
    });
  });

  describe('an account with five wrong PINs in a day', () => {
    const locks = async (person: Person): Promise<void> => {
      for (const times of [3, 2]) {
        const call = await givesWrongPins(person, times);
        call.hangsUp();
      }
    };
    beforeEach(() => centre.setPin(tomas, tomas.pin));

    test('refuses the right PIN in the words for a wrong one, until the next day', async () => {
      await locks(tomas);
      const call = await dialsOrderStatus(tomas);
      for (const words of [prompts.pinWrong, prompts.pinWrong, prompts.pinRefused]) {
        await call.presses(`${tomas.pin}#`);
        await call.hears(words);
      }
      await call.isQueuedIn('orders');
      expectUnverified(call, 'wrong-pin');
      call.hangsUp();
      await centre.passes(DAY_MS);
      const next = await dialsOrderStatus(tomas);
      await next.presses(`${tomas.pin}#`);
      await next.hears(prompts.askOrder);
    });

    test('is not locked by four', async () => {
      for (const times of [3, 1]) (await givesWrongPins(tomas, times)).hangsUp();
      const call = await dialsOrderStatus(tomas);
      await call.presses(`${tomas.pin}#`);
      await call.hears(prompts.askOrder);
    });

    test('stays locked from another number of the customer, and locks nobody else', async () => {
      await locks(imani);
      const call = await dialsOrderStatus({ from: '+12025550112' });
      await call.presses(`${imani.pin}#`);
      await call.hears(prompts.pinWrong);
      const other = await dialsOrderStatus(noor);
      await other.presses(`${noor.pin}#`);
      await other.hears(prompts.askOrder);
      await centre.setPin(imani, imani.pin);
    });

    atLength('gives a right PIN its attempt back, however often', async () => {
      for (let count = 0; count < 6; count += 1) {
        const call = await dialsOrderStatus(tomas);
        await call.presses(`${tomas.pin}#`);
        await call.hears(prompts.askOrder);
        call.hangsUp();
      }
    });

    atLength('counts an attempt that was hung up on', async () => {
      for (let count = 0; count < 5; count += 1) {
        const call = await dialsOrderStatus(tomas);
        call.pressesAtOnce(`${WRONG_PIN}#`);
        call.hangsUp();
      }
      await centre.passes(0);
      const call = await dialsOrderStatus(tomas);
      await call.presses(`${tomas.pin}#`);
      await call.hears(prompts.pinWrong);
    });
  });

  describeOneTimeCode(() => centre);
});
