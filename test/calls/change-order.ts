/** Changing an order by phone: cancel, other pieces, return, exchange; read back, confirmed by key and done once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { demoProducts } from '../../lib/demo-world/orders.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre, Item } from '../kit/centre.ts';
import { answerLost, answers, throttled } from '../kit/faults.ts';
import { greta, imani, type Person } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { atLength } from './at-length.ts';

export const describeChangeOrder = (the: Shared): void =>
  describe('changing an order', () => {
    let centre: ContactCentre;
    beforeAll(async () => {
      centre = the.centre;
      await centre.seed();
    });
    beforeEach(async () => {
      for (const { sku } of demoProducts) await centre.changeProduct(sku, {});
      await centre.saveOrder(imani.customerId, '6001', { 'LAMP-01': 2 });
    });
    // What is ordered in exchange stays, and would be the latest order of whoever asks for that.
    afterAll(() => centre.removeOrderItems('ORDER#'));

    /** Verified already: the PIN has tests of its own. The caller has heard an order and pressed 4. */
    const changes = async (orderNumber = '6001', person: Person = imani): Promise<Call> => {
      const call = centre.dial(person);
      call.isGiven({ verified: 'true' });
      await call.presses('1');
      await call.presses(`${orderNumber}#`);
      await call.hears(/exchange it, press 4\./);
      await call.presses('4');
      return call;
    };
    const order = async (orderNumber = '6001'): Promise<Item | undefined> =>
      (await centre.items('OrdersTable')).find(({ pk }) => pk === `ORDER#${orderNumber}`);
    const stock = async (): Promise<unknown> =>
      (await centre.items('OrdersTable')).find(({ pk }) => pk === 'PRODUCT#LAMP-01')?.['inStock'];
    const delivered = (daysAgo: number, change: object = {}) =>
      centre.saveOrder(imani.customerId, '6001', { 'LAMP-01': 2 }, { deliveredDaysAgo: daysAgo, ...change });

    describe('before it is packed an order', () => {
      test('is cancelled, its pieces are back once, and a second call hears that it is', async () => {
        const call = await changes();
        await call.hears('Order 6 0 0 1: Desk lamp, 2 pieces. To cancel it, press 1.');
        await call.presses('1');
        await call.hears('We will cancel order 6 0 0 1: Desk lamp, 2 pieces.');
        expect(await order()).toMatchObject({ status: 'confirmed' });
        await call.presses('1');
        await call.hears(prompts.changing);
        await call.hears('Order 6 0 0 1 is cancelled. There is nothing to pay for it.');
        expect(await order()).toMatchObject({
          status: 'cancelled',
          version: 2,
          history: [{ event: 'cancel', role: 'customer', who: imani.customerId, intent: '1.cancel' }],
        });
        expect(await stock()).toBe(40);
        await call.presses('1');
        await call.hears('Order 6 0 0 1 has been cancelled, so there is nothing left to change about it.');
        await call.presses('9');
        await call.endsIn(prompts.goodbye);
      });
      test.each([
        ['leaves it', '2', prompts.changeLeft],
        ['asks for a person', '0', prompts.nobodySignedIn],
        ['says nothing', '', prompts.choiceSilence],
      ])('stays as it is where the caller %s', async (_what, key, words) => {
        const call = await changes();
        await call.presses('1');
        if (key === '') await call.staysSilent();
        else await call.presses(key);
        await call.hears(words);
        expect(await order()).toMatchObject({ status: 'confirmed', version: 1 });
      });
      test('gets other pieces, at its own price', async () => {
        const call = await changes();
        await call.presses('2');
        await call.hears(prompts.askPieces);
        await call.presses('5#');
        await call.hears('Your order would then be Desk lamp, 5 pieces: 245 dollars.');
        await call.presses('1');
        await call.hears('Order 6 0 0 1 is changed. The new total is 245 dollars.');
        expect(await order()).toMatchObject({ lines: [{ sku: 'LAMP-01', quantity: 5 }], version: 2 });
        expect(await stock()).toBe(35);
      });
      test('of several products loses one of them, chosen by its number', async () => {
        await centre.saveOrder(imani.customerId, '6001', { 'LAMP-01': 2, 'PAPER-A4': 1 });
        const call = await changes();
        await call.presses('2');
        await call.hears('1, Desk lamp, 2 pieces; 2, Paper, 2,500 sheets, 1 piece.');
        await call.presses('2#');
        await call.presses('0#');
        await call.hears('Your order would then be Desk lamp, 2 pieces: 98 dollars.');
        await call.presses('1');
        await call.hears('is changed');
        expect(await order()).toMatchObject({ lines: [{ sku: 'LAMP-01', quantity: 2 }] });
      });
      test.each([
        ['as many as before', '2#', prompts.piecesSame],
        ['none at all', '0#', prompts.piecesNothing],
        ['more than by phone', '101#', 'up to 100 pieces'],
        ['more than there are', '90#', 'We have only 38 pieces more of Desk lamp.'],
        ['nothing', '#', prompts.piecesSilence],
      ])('does not get %s, and the caller hears why', async (_what, keys, words) => {
        const call = await changes();
        await call.presses('2');
        await call.presses(keys);
        await call.hears(words);
        expect(await order()).toMatchObject({ version: 1 });
      });
      atLength('gets no more of what costs something else now', async () => {
        await centre.changeProduct('LAMP-01', { unitPriceMinor: 5_000 });
        const call = await changes();
        await call.presses('2');
        await call.presses('3#');
        await call.hears(prompts.piecesPrice);
      });
      test('that changes while it is read back is not changed, and is read back anew', async () => {
        const call = await changes();
        await call.presses('1');
        await centre.saveOrder(imani.customerId, '6001', { 'LAMP-01': 2 }, { status: 'packed', version: 2 });
        await call.presses('1');
        await call.hears(prompts.changedMeanwhile);
        await call.hears('Order 6 0 0 1 is packed: Desk lamp, 2 pieces.');
        await call.presses('1');
        await call.presses('1');
        await call.hears('is cancelled');
        expect(await stock()).toBe(40);
      });
    });

    describe('an order that is', () => {
      test('on its way is told so, with what can be done later', async () => {
        const call = await changes('1002');
        await call.hears('Order 1 0 0 2 is on its way, so it cannot be changed any more.');
      });
      test('cancelled has nothing left to change', async () => {
        const call = await changes('1006', greta);
        await call.hears('has been cancelled, so there is nothing left');
      });
      test('delivered is returned with a number, which the caller hears again and may give back', async () => {
        await delivered(10);
        const call = await changes();
        await call.hears('You can send it back until Monday, November 30.');
        await call.presses('1');
        await call.presses('1');
        await call.hears('It is 6 0 0 1, 0 2. I repeat, 6 0 0 1, 0 2.');
        expect(await order()).toMatchObject({ status: 'return-requested', rmaNumber: '600102' });
        await call.presses('1');
        await call.hears('For order 6 0 0 1 you have a return number.');
        await call.presses('1');
        await call.presses('1');
        await call.hears('All right, you keep order 6 0 0 1');
        expect(await order()).toMatchObject({ status: 'delivered' });
      });
      test('delivered is exchanged for an order that costs nothing', async () => {
        await delivered(10);
        const call = await changes();
        await call.presses('2');
        await call.hears('We will send you all of order 6 0 0 1 once more');
        await call.presses('1');
        await call.hears('Your new order has the number');
        const { replacedBy } = (await order()) ?? {};
        expect(await order(String(replacedBy))).toMatchObject({
          replaces: '6001',
          expectedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          lines: [{ unitPriceMinor: 0 }],
          deliverTo: { recipient: 'Whitlock Surveyors', instructions: 'Ring at the gate, please' },
          billTo: { recipient: 'Imani Whitlock', documentsBy: 'email' },
        });
        expect(await stock()).toBe(36);
      });
      atLength('worth more than a caller decides on is exchanged by a person', async () => {
        await centre.saveOrder(imani.customerId, '6001', { 'CHAIR-07': 3 }, { deliveredDaysAgo: 3 });
        const call = await changes();
        await call.presses('2');
        await call.presses('1');
        await call.hears(prompts.changeForPerson);
        await call.hears(prompts.nobodySignedIn);
        expect(call.attributes['reason']).toBe('order-decision');
      });
      test('delivered longer ago than goods may be sent back is told so', async () => {
        await delivered(31);
        const call = await changes();
        await call.hears(/could be sent back until .*, and that day is over/);
      });
      test('paid is cancelled with what we pay back', async () => {
        await centre.saveOrder(
          imani.customerId,
          '6001',
          { 'LAMP-01': 2 },
          { status: 'paid', paidMinor: 9_800 },
        );
        const call = await changes();
        await call.presses('1');
        await call.presses('1');
        await call.hears('We pay 98 dollars back to you');
      });
    });

    describe('a spare part', () => {
      /** The warranty ends in two years, which the words must say. */
      const ARM =
        /^Arm of the desk lamp, for Desk lamp, is covered by the warranty until \w+, \w+ \d+, \d{4}\. To have/;
      const armOrders = async (): Promise<readonly Item[]> =>
        (await centre.items('OrdersTable')).filter((item) =>
          JSON.stringify(item['lines'] ?? []).includes('LAMP-01-ARM'),
        );
      test('under warranty is sent once for an order, at no cost, and a second call hears so', async () => {
        await delivered(60);
        const call = await changes();
        await call.hears('that day is over. For a spare part under warranty, press 4.');
        await call.presses('4');
        await call.presses('2901#');
        await call.hears(ARM);
        centre.fault('send-part', answerLost(1));
        await call.presses('1');
        await call.hears('The part is on order for you, at no cost.');
        expect(await armOrders()).toMatchObject([
          {
            status: 'confirmed',
            expectedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
            lines: [
              {
                quantity: 1,
                unitPriceMinor: 0,
                kind: 'part',
                partOf: { orderNumber: '6001', sku: 'LAMP-01' },
              },
            ],
            deliverTo: { recipient: 'Whitlock Surveyors' },
          },
        ]);
        const again = await changes();
        await again.presses('4');
        await again.presses('2901#');
        await again.hears('We have sent you that part already');
        expect(await armOrders()).toHaveLength(1);
      });
      test.each([
        ['that does not exist', '6001', '9999#', prompts.partUnknown],
        ['that is none', '6001', '2304#', prompts.partUnknown],
        ['of another product', '6002', '2901#', prompts.partUnknown],
        ['of which nothing was heard', '6001', '#', prompts.partSilence],
      ])('%s is not sent, and the caller is asked again', async (_what, orderNumber, keys, words) => {
        await delivered(10);
        await centre.saveOrder(imani.customerId, '6002', { 'PAPER-A4': 1 }, { deliveredDaysAgo: 10 });
        const call = await changes(orderNumber);
        await call.presses('4');
        await call.presses(keys);
        await call.hears(words);
        await call.hears(prompts.askPart);
      });
      atLength('after the warranty is not sent, and the caller hears until when it was', async () => {
        await centre.saveOrder(
          imani.customerId,
          '6003',
          { 'LAMP-01': 1 },
          { deliveredDaysAgo: 10, placedDaysAgo: 800 },
        );
        const call = await changes('6003');
        await call.presses('4');
        await call.presses('2901#');
        await call.hears(/The warranty of Desk lamp ran until .*September 1/);
      });
    });

    describe('where something fails', () => {
      test('a change whose answer is lost is done once, and Connect’s retries hear so', async () => {
        const call = await changes();
        await call.presses('1');
        centre.fault('change-order', answerLost(1));
        await call.presses('1');
        await call.hears('is cancelled');
        expect(await order()).toMatchObject({ version: 2 });
        expect(await stock()).toBe(40);
      });
      test('and nobody knows whether it is done, the caller hears that, and a case with a promise', async () => {
        const call = await changes();
        await call.presses('1');
        centre.fault('change-order', throttled());
        await call.presses('1');
        await call.hears(prompts.changeUnknown);
        await call.endsIn('Your case number is');
        expect(await centre.casesOf(call)).toMatchObject([{ reason: 'change-unconfirmed' }]);
      });
      test.each(['lookup-changes', 'quote-change'] as const)(
        '%s leads to a person with words',
        async (name) => {
          if (name === 'lookup-changes') centre.fault(name, answers('empty-result'));
          const call = await changes();
          if (name === 'quote-change') {
            centre.fault(name, answers('empty-result'));
            await call.presses('2');
            await call.presses('3#');
          }
          await call.hears(name === 'quote-change' ? prompts.quoteChangeFault : prompts.changeLookFault);
          await call.hears(prompts.nobodySignedIn);
        },
      );
    });
  });
