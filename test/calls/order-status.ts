/** Order status for a verified caller: which order, what is said about it, and what comes after. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { greta, imani, noor, type Person, tomas } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { atLength } from './at-length.ts';

export const describeOrderStatus = (the: Shared): void =>
  describe('the status of an order', () => {
    let centre: ContactCentre;
    beforeAll(async () => {
      centre = the.centre;
      await centre.seed();
    });

    /** The PIN has tests of its own, and hashing it takes time. */
    async function isVerified(person: Person): Promise<Call> {
      const call = centre.dial(person);
      await call.hears(prompts.mainMenu);
      call.isGiven({ verified: 'true' });
      await call.presses('1');
      await call.hears(prompts.askOrder);
      return call;
    }

    describe('a customer hears how an order stands', () => {
      test.each([
        ['that was delivered', imani, '1001', 'Order 1 0 0 1 was delivered on Sunday, October 25.'],
        [
          'that is on its way',
          imani,
          '1002',
          'Order 1 0 0 2 is on its way and should reach you on Thursday, November 12.',
        ],
        ['that is late', tomas, '1004', 'Order 1 0 0 4 is packed and is later than we had planned.'],
        ['that was cancelled', greta, '1006', 'Order 1 0 0 6 has been cancelled.'],
      ])('%s', async (_which, person, number, words) => {
        const call = await isVerified(person);
        await call.presses(`${number}#`);
        await call.hears(words);
      });

      test.each([
        ['to pay one of which something is due', '1005', prompts.afterOrder],
        ['no payment of one that was cancelled', '1006', prompts.afterOrderOnly],
      ])('and is offered %s, also when asked again', async (_what, number, offered) => {
        const call = await isVerified(greta);
        await call.presses(`${number}#`);
        await call.hears(offered);
        await call.presses('8');
        await call.hears(prompts.afterOrderOtherKey);
        await call.hears(offered);
        await call.presses('1');
        await call.hears(offered);
      });

      test('and the key of a payment that was not offered is no choice', async () => {
        const call = await isVerified(greta);
        await call.presses('1006#');
        await call.hears(prompts.afterOrderOnly);
        await call.presses('5');
        await call.hears(prompts.afterOrderOtherKey);
      });

      test('by asking for the latest', async () => {
        const call = await isVerified(imani);
        await call.presses('1#');
        await call.hears('Order 1 0 0 3');
      });

      atLength('with a pause instead of the pound key', async () => {
        const call = await isVerified(imani);
        await call.presses('1002');
        await centre.passes(6_000);
        await call.hears('Order 1 0 0 2');
      });

      atLength('after a slip wiped by the star key', async () => {
        const call = await isVerified(imani);
        await call.presses('77*1002#');
        await call.hears('Order 1 0 0 2');
      });

      test('once more, then another, then says goodbye', async () => {
        const call = await isVerified(imani);
        await call.presses('1002#');
        await call.hears('Order 1 0 0 2');
        await call.presses('1');
        await call.hears('Order 1 0 0 2');
        await call.presses('2');
        await call.hears(prompts.askOrder);
        await call.presses('1001#');
        await call.hears('Order 1 0 0 1');
        await call.presses('9');
        await call.endsIn(prompts.goodbye);
      });
    });

    describe('a customer whose order we do not find', () => {
      test.each([
        ['does not exist', '9999#'],
        ["is somebody else's", '1004#'],
        ['has thirty digits', '100210021002100210021002100210#'],
        ['is what is left after the star key', '1002*77#'],
        ['is zeros', '0000#'],
      ])('because it %s hears so in the same words, and is asked again', async (_why, keys) => {
        const call = await isVerified(imani);
        await call.presses(keys);
        await call.hears(prompts.orderNotFound);
        await call.hears(prompts.askOrder);
        await call.presses('1002#');
        await call.hears('Order 1 0 0 2');
      });

      test('three times reaches the orders team, verified', async () => {
        const call = await isVerified(imani);
        for (const number of ['9999', '1004', '1005']) await call.presses(`${number}#`);
        await call.hears(prompts.orderNotFoundAgain);
        await call.isQueuedIn('orders');
        expect(call.attributes).toMatchObject({ reason: 'order-not-found', verified: 'true' });
      });
    });

    describe('a customer who gives no order number', () => {
      test.each([
        ['stays silent', ''],
        ['presses only pound', '#'],
      ])('but %s three times reaches the orders team', async (_what, keys) => {
        const call = await isVerified(imani);
        for (const words of [prompts.orderSilence, prompts.orderSilence, prompts.orderMissing]) {
          await (keys === '' ? call.staysSilent() : call.presses(keys));
          await call.hears(words);
        }
        await call.isQueuedIn('orders');
        expect(call.attributes).toMatchObject({ reason: 'no-order-number', verified: 'true' });
      });

      test('but 0 and pound reaches a person', async () => {
        const call = await isVerified(imani);
        await call.presses('0#');
        await call.isQueuedIn('support');
        expect(call.attributes).toMatchObject({ reason: 'asked-for-person', verified: 'true' });
      });
    });

    describe('a customer without orders', () => {
      test('who asks for the latest is told so and comes back to the main menu', async () => {
        const call = await isVerified(noor);
        await call.presses('1#');
        await call.hears(prompts.noOrders);
        await call.hears(prompts.mainMenu);
        await call.presses('0');
        await call.isQueuedIn('support');
        expect(call.attributes).toMatchObject({ reason: 'asked-for-person', verified: 'true' });
      });

      test('finds none of anybody else', async () => {
        const call = await isVerified(noor);
        await call.presses('1002#');
        await call.hears(prompts.orderNotFound);
        call.never.hears(/Order \d/);
      });
    });

    describe('after the order', () => {
      const hasHeard = async (): Promise<Call> => {
        const call = await isVerified(imani);
        await call.presses('1002#');
        await call.hears('Order 1 0 0 2');
        return call;
      };

      test('0 leads to the orders team with the question', async () => {
        const call = await hasHeard();
        await call.presses('0');
        await call.isQueuedIn('orders');
        expect(call.attributes).toMatchObject({ reason: 'order-question', verified: 'true' });
      });

      test('3 leads to the main menu, where unusable inputs count from none and no PIN is asked again', async () => {
        const call = await hasHeard();
        await call.presses('3');
        await call.hears(prompts.mainMenu);
        await call.staysSilent();
        await call.presses('8');
        await call.presses('1');
        await call.hears(prompts.askOrder);
        call.never.hears(prompts.askPin);
        call.never.hears(prompts.mainMenuGiveUp);
      });

      test.each([
        ['silence', ['', '', '']],
        ['keys that are no choice', ['6', '*', '#']],
        ['both', ['7', '', '8']],
      ])('%s three times leads to a person', async (_what, inputs) => {
        const call = await hasHeard();
        for (const key of inputs) {
          await (key === '' ? call.staysSilent() : call.presses(key));
          await call.hears(key === '' ? prompts.afterOrderSilence : prompts.afterOrderOtherKey);
        }
        await call.hears(prompts.afterOrderGiveUp);
        await call.isQueuedIn('support');
        expect(call.attributes).toMatchObject({ reason: 'no-usable-input', verified: 'true' });
      });

      atLength('a sixth repetition is left to a person', async () => {
        const call = await hasHeard();
        for (let count = 0; count < 5; count += 1) {
          await call.presses('1');
          await call.hears('Order 1 0 0 2');
        }
        await call.presses('1');
        await call.hears(prompts.heardOften);
        await call.isQueuedIn('orders');
        expect(call.attributes['reason']).toBe('order-question');
      });

      atLength('a seventh order is left to a person', async () => {
        const call = await hasHeard();
        for (let count = 0; count < 5; count += 1) {
          await call.presses('2');
          await call.presses('1#');
          await call.hears('Order 1 0 0 3');
        }
        await call.presses('2');
        await call.hears(prompts.enoughOrders);
        await call.isQueuedIn('orders');
      });
    });
  });
