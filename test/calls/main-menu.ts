/** The first minute of a call: greeting, notice, main menu. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { imani, stranger, withheld } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';

export const describeMainMenu = (the: Shared): void =>
  describe('the main menu', () => {
    let centre: ContactCentre;
    beforeAll(async () => {
      centre = the.centre;
      await centre.seed();
    });

    describe('a caller is greeted without a name and told about recording', () => {
      test.each([
        ['whom we know', imani],
        ['whom we do not know', stranger],
        ['whose number is withheld', withheld],
      ])('%s', async (_who, person) => {
        const call = centre.dial(person);
        await call.hears(prompts.greeting);
        await call.hears(prompts.recordingNotice);
        await call.hears(prompts.mainMenu);
        call.never.hears(/Imani|Whitlock/);
        expect(call.attributes['verified']).toBe('false');
      });
    });

    test.each(['1', '2'])('a caller who presses %s is asked for the PIN', async (key) => {
      const call = centre.dial(stranger);
      await call.presses(key);
      await call.hears(prompts.askPin);
    });

    test('a caller who presses 3 is asked about the problem, and by no PIN', async () => {
      const call = centre.dial(stranger);
      await call.presses('3');
      await call.hears(prompts.askProblem);
      call.never.hears(prompts.askPin);
    });

    test('a caller who presses 0 waits for a person, with the reason', async () => {
      const call = centre.dial(stranger);
      await call.presses('0');
      await call.hears(prompts.nobodySignedIn);
      await call.isQueuedIn('support');
      expect(call.attributes).toMatchObject({ reason: 'asked-for-person', verified: 'false' });
    });

    describe('a caller whose input we cannot use', () => {
      test('hears that no key came, and the menu again', async () => {
        const call = centre.dial(stranger);
        await call.staysSilent();
        await call.hears(prompts.mainMenuSilence);
        await call.hears(prompts.mainMenu);
        await call.presses('0');
        await call.isQueuedIn('support');
        expect(call.attributes['reason']).toBe('asked-for-person');
      });

      test.each(['7', '8', '*', '#'])('hears that %s does nothing, and the menu again', async (key) => {
        const call = centre.dial(stranger);
        await call.presses(key);
        await call.hears(prompts.mainMenuOtherKey);
        await call.hears(prompts.mainMenu);
      });

      test.each([
        ['silence three times', ['', '', '']],
        ['a wrong key three times', ['7', '*', '#']],
        ['silence, a wrong key and silence', ['', '8', '']],
        ['a wrong key, silence and a star', ['8', '', '*']],
      ])('reaches a person after %s', async (_what, inputs) => {
        const call = centre.dial(stranger);
        for (const key of inputs) await (key === '' ? call.staysSilent() : call.presses(key));
        await call.hears(prompts.mainMenuGiveUp);
        await call.isQueuedIn('support');
        expect(call.attributes).toMatchObject({ reason: 'no-usable-input', verified: 'false' });
      });
    });

    describe('a key', () => {
      test('that is pressed while the menu is still being read cuts it short', async () => {
        const call = centre.dial(stranger);
        await call.hears(prompts.mainMenu);
        await centre.passes(1_000);
        call.pressesAtOnce('1');
        await call.hears(prompts.askPin);
        const at = (text: string) => call.experience.find((line) => line.includes(text));
        const since = (line: string | undefined) => Number(line?.split(' ')[0]);
        expect(since(at(prompts.askPin)) - since(at(prompts.mainMenu))).toBe(1_000);
      });

      test('that is pressed during the greeting is lost, and nothing is chosen by it', async () => {
        const call = centre.dial(stranger);
        await call.hears(prompts.greeting);
        call.pressesAtOnce('1');
        await call.hears(prompts.recordingNotice);
        call.pressesAtOnce('0');
        await call.hears(prompts.mainMenu);
        await call.staysSilent();
        await call.hears(prompts.mainMenuSilence);
        await call.hears(prompts.mainMenu);
        expect(call.attributes['reason']).toBeUndefined();
      });

      test('that no telephone has is refused in words', () => {
        const call = centre.dial(stranger);
        for (const key of ['A', 'é', ' ', '+'])
          expect(() => call.pressesAtOnce(key)).toThrow(
            `'${key}' is no key of a telephone; press 0 to 9, * or #`,
          );
      });

      test('that is pressed after the call is refused in words', () => {
        const call = centre.dial(stranger);
        call.hangsUp();
        expect(() => call.pressesAtOnce('1')).toThrow('has ended; nothing more can happen to it');
      });
    });

    test('a number that is not ours is not in service', () => {
      expect(() => centre.dial({ ...stranger, to: '+12025550101' })).toThrow(
        'is not a number of this centre',
      );
    });
  });
