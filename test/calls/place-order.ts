/** Ordering by phone: read back, confirmed by key, placed once; and every way in which that can go another way. */
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { demoProducts } from '../../lib/demo-world/orders.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { answerLost, slow, throttled, throwsAtOnce } from '../kit/faults.ts';
import { greta, imani, noor, type Person, stranger, tomas } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { atLength } from './at-length.ts';
import { orderingAt } from './ordering.ts';

export const describePlaceOrder = (the: Shared): void =>
  describe('placing an order', () => {
    const MINUTE_MS = 60_000;
    const TWO_LAMPS =
      'Desk lamp, 2 pieces: 98 dollars. Tax is 8 dollars and 9 cents. The total is 106 dollars and 9 cents.';

    let centre: ContactCentre;
    beforeAll(async () => {
      centre = the.centre;
      await centre.seed();
    });
    // Half an hour lies between the tests, so that no order is like one of the test before.
    beforeEach(async () => {
      await centre.passes(31 * MINUTE_MS);
      await centre.removeOrderItems('DRAFT#');
      for (const { sku } of demoProducts) await centre.changeProduct(sku, {});
    });

    const { orders, hearsTotal, placed, intents, stockOf, numberHeard, newOrders } = orderingAt(() => centre);
    const statuses = async (person: Person): Promise<unknown[]> =>
      (await intents(person)).map(({ status }) => status);

    describe('a customer orders', () => {
      test('by product number: hears price, tax and total, presses 1, and has exactly that order', async () => {
        const added = await newOrders(noor);
        const call = centre.dial(noor);
        await call.presses('2');
        await call.presses(`${noor.pin}#`);
        await call.hears(prompts.askProduct);
        await call.presses('2101#');
        await call.hears(prompts.product({ productName: 'Desk lamp', price: '49 dollars' }));
        await call.presses('2#');
        await call.hears(TWO_LAMPS);
        expect(await added()).toBe(0);
        await call.presses('1');
        await call.hears(prompts.placing);
        await call.hears(/your order is placed\. The total is 106 dollars and 9 cents/);
        const number = numberHeard(call);
        expect(await placed(noor)).toEqual([
          expect.objectContaining({
            orderNumber: number.replace(/\D/g, ''),
            status: 'confirmed',
            currency: 'USD',
            taxMinor: 809,
            lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900, taxMinor: 809 }],
          }),
        ]);
        expect(await stockOf('LAMP-01')).toBe(36);
        expect(await statuses(noor)).toEqual(['placed']);
        await call.presses('3');
        await call.presses('1');
        await call.presses('1#');
        // A desk lamp takes three days to the door.
        await call.hears(`Order ${number} has been received and should reach you on `);
      });

      test('everything in the latest order again, at the prices of today', async () => {
        await centre.changeProduct('CHAIR-07', { unitPriceMinor: 20_000 });
        const call = await orders(imani);
        await call.presses('1#');
        await call.hears('Office chair, 2 pieces: 400 dollars. Tax is 33 dollars. The total is 433 dollars.');
        await call.presses('1');
        await call.hears('The total is 433 dollars.');
        expect(await stockOf('CHAIR-07')).toBe(10);
      });

      test('and has it sent where they want parcels, of which the call says and keeps nothing', async () => {
        const call = await hearsTotal(imani);
        await call.presses('1');
        await call.hears('your order is placed');
        const number = numberHeard(call).replace(/\D/g, '');
        const kept = (await placed(imani)).filter(({ orderNumber }) => orderNumber === number);
        expect(kept).toMatchObject([
          {
            deliverTo: {
              recipient: 'Whitlock Surveyors',
              lines: ['212 Signal Hill'],
              instructions: 'Ring at the gate, please',
            },
            billTo: { recipient: 'Imani Whitlock', lines: ['211 Orchard Road'], documentsBy: 'email' },
          },
        ]);
        const { moments, flowLog, functionLog, attributes, contactId } = call;
        const contact = centre.cloud.centre.contact(contactId);
        const all = JSON.stringify([moments, flowLog, functionLog, attributes, contact]);
        expect(all).toContain('place-order');
        const addressed = /Surveyors|Signal Hill|Orchard Road|Brindle|0021\d|at the gate/;
        expect(JSON.stringify(kept)).toMatch(addressed);
        expect(all).not.toMatch(addressed);
      });

      atLength('hears order and number again, then orders another, and says goodbye', async () => {
        const added = await newOrders(tomas);
        const call = await hearsTotal(tomas);
        await call.presses('3');
        await call.hears(TWO_LAMPS);
        await call.presses('1');
        await call.hears('your order is placed');
        await call.presses('1');
        await call.hears('your order is placed');
        await call.presses('2');
        await call.presses('2304#');
        await call.presses('7#');
        await call.hears('Paper, 2,500 sheets, 7 pieces: 166 dollars and 25 cents.');
        await call.presses('1');
        await call.hears('your order is placed');
        await call.presses('9');
        await call.endsIn(prompts.goodbye);
        expect(await added()).toBe(2);
      });
    });

    describe('what was begun', () => {
      test('and left by hanging up is gone on with in the next call, at the price of that day, and is one order', async () => {
        const added = await newOrders(noor);
        (await hearsTotal(noor)).hangsUp();
        await centre.passes(2 * 24 * 60 * MINUTE_MS);
        expect(await stockOf('LAMP-01')).toBe(38);
        await centre.changeProduct('LAMP-01', { unitPriceMinor: 5_000 });
        const call = centre.dial(noor);
        call.isGiven({ verified: 'true' });
        await call.presses('2');
        await call.hears(prompts.begunOrder({ items: 'Desk lamp, 2 pieces' }));
        await call.presses('1');
        await call.hears('Desk lamp, 2 pieces: 100 dollars.');
        await call.presses('1');
        await call.hears('your order is placed');
        expect(await added()).toBe(1);
        await call.presses('2');
        await call.hears(prompts.askProduct);
        call.hangsUp();
        // It is ordered, so nobody goes on with it.
        await orders(noor);
      });
      test.each([
        ['is cancelled at the read-back', '2', undefined],
        ['is deleted when it is told of', undefined, '3'],
      ])('and %s is not told of again', async (_how, atReadBack, whenTold) => {
        const call = await hearsTotal(noor);
        if (atReadBack !== undefined) await call.presses(atReadBack);
        call.hangsUp();
        if (whenTold !== undefined) {
          const next = centre.dial(noor);
          next.isGiven({ verified: 'true' });
          await next.presses('2');
          await next.presses(whenTold);
          await next.hears(prompts.begunForgotten);
          next.hangsUp();
        }
        const last = await orders(noor);
        last.never.hears('You have begun an order');
      });
    });

    describe('nothing is ordered', () => {
      test.each([
        ['cancels', '2', prompts.cancelled],
        ['asks for a person', '0', prompts.nobodySignedIn],
      ])('where the caller %s', async (_what, key, words) => {
        const call = await hearsTotal(tomas);
        await call.presses(key);
        await call.hears(words);
        expect(await statuses(tomas)).not.toContain('confirmed');
        call.never.hears('your order is placed');
      });
      test.each([
        ['silence', '', prompts.readBackSilence],
        ['keys that are no answer', '9', prompts.readBackOtherKey],
      ])('after %s three times, and a person knows it', async (_what, key, words) => {
        const added = await newOrders(tomas);
        const call = await hearsTotal(tomas);
        for (let count = 0; count < 3; count += 1) {
          await (key === '' ? call.staysSilent() : call.presses(key));
          await call.hears(words);
        }
        await call.hears(prompts.readBackGiveUp);
        await call.isQueuedIn('orders');
        expect(call.attributes['reason']).toBe('order-not-confirmed');
        expect(await added()).toBe(0);
      });
      atLength('after hearing it six times over', async () => {
        const call = await hearsTotal(tomas);
        for (let count = 0; count < 6; count += 1) await call.presses('3');
        await call.hears(prompts.enoughReadBacks);
        await call.isQueuedIn('orders');
      });
      test('where the caller hangs up after the total', async () => {
        const added = await newOrders(tomas);
        const call = await hearsTotal(tomas);
        call.hangsUp();
        await centre.passes(MINUTE_MS);
        expect(await added()).toBe(0);
      });
    });

    describe('a product', () => {
      test.each([
        ['that we do not have', '9999#', prompts.productUnknown],
        ['keyed in thirty digits', `${'2101'.repeat(7)}21#`, prompts.productUnknown],
        ['that is sold out', '2403#', prompts.productSoldOut({ productName: 'Wall shelf' })],
        ['that nobody keyed', '#', prompts.productSilence],
      ])('%s is said so, and asked for again, until a person helps', async (_what, keys, words) => {
        const call = await orders(greta);
        for (let count = 0; count < 3; count += 1) {
          await call.presses(keys);
          await call.hears(words);
        }
        await call.hears(prompts.choiceGiveUp);
        await call.isQueuedIn('orders');
        expect(call.attributes).toMatchObject({ reason: 'no-product', verified: 'true' });
      });
      atLength('is asked for again after silence', async () => {
        const call = await orders(greta);
        await call.staysSilent();
        await call.hears(prompts.productSilence);
        await call.presses('2101#');
        await call.hears(prompts.askQuantity);
      });
      test('of the latest order that is sold out is named', async () => {
        await centre.saveOrder(tomas.customerId, '5002', { 'SHELF-03': 1 });
        const call = await orders(tomas);
        await call.presses('1#');
        await call.hears(prompts.repeatTooMany({ productName: 'Wall shelf', left: '0 pieces' }));
        await call.hears(prompts.askProduct);
      });
      atLength('of an order that is too large for the keypad leads to a person', async () => {
        await centre.saveOrder(greta.customerId, '5001', { 'PAPER-A4': 101 });
        const call = await orders(greta);
        await call.presses('1#');
        await call.hears(prompts.notByPhone);
        await call.isQueuedIn('orders');
      });
      test('cannot be repeated by somebody who never ordered', async () => {
        const call = await orders({ customerId: 'unknown', from: stranger.from, pin: '' });
        await call.presses('1#');
        await call.hears(prompts.nothingToRepeat);
        await call.hears(prompts.askProduct);
      });
    });

    describe('a number of pieces', () => {
      test.each([
        ['zero', '0#'],
        ['a thousand', '1000#'],
        ['a hundred and one', '101#'],
        ['twenty-five digits', `${'1'.repeat(25)}#`],
      ])('of %s is refused with the limit, and another is taken', async (_what, keys) => {
        const call = await orders(greta);
        await call.presses('2304#');
        await call.presses(keys);
        await call.hears(prompts.quantityWrong({ most: '100' }));
        await call.presses('100#');
        await call.hears('Paper, 2,500 sheets, 100 pieces: 2,375 dollars.');
      });
      test('that is more than we have is refused with what there is', async () => {
        const call = await orders(greta);
        await call.presses('2207#');
        await call.presses('13#');
        await call.hears(prompts.quantityTooMany({ productName: 'Office chair', left: '12 pieces' }));
        await call.presses('12#');
        await call.hears('Office chair, 12 pieces');
      });
      test('that is not given three times leads to a person', async () => {
        const call = await orders(greta);
        await call.presses('2207#');
        for (const words of [prompts.quantitySilence, prompts.quantitySilence, prompts.choiceGiveUp]) {
          await call.staysSilent();
          await call.hears(words);
        }
        await call.isQueuedIn('orders');
        expect(call.attributes['reason']).toBe('no-quantity');
      });
    });

    describe('between read-back and yes', () => {
      test('a product that sells out is not ordered, and the caller hears so', async () => {
        const added = await newOrders(greta);
        const call = await hearsTotal(greta);
        await centre.changeProduct('LAMP-01', { inStock: 1 });
        await call.presses('1');
        await call.hears(prompts.soldMeanwhile);
        await call.hears(prompts.askProduct);
        expect(await added()).toBe(0);
        expect(await statuses(greta)).toContain('out-of-stock');
      });
      test('a price that changes is read back anew, and only then ordered', async () => {
        const added = await newOrders(greta);
        const call = await hearsTotal(greta);
        await centre.changeProduct('LAMP-01', { unitPriceMinor: 5_500 });
        await call.presses('1');
        await call.hears(prompts.priceChanged);
        await call.hears('Desk lamp, 2 pieces: 110 dollars. Tax is 9 dollars and 8 cents.');
        expect(await added()).toBe(0);
        await call.presses('1');
        await call.hears('your order is placed. The total is 119 dollars and 8 cents.');
        expect(await added()).toBe(1);
      });
      atLength('prices that keep changing lead to a person', async () => {
        const call = await hearsTotal(greta);
        for (const unitPriceMinor of [5_000, 5_100, 5_200]) {
          await centre.changeProduct('LAMP-01', { unitPriceMinor });
          await call.presses('1');
          await call.hears(prompts.priceChanged);
        }
        await call.hears(prompts.pricesGiveUp);
        await call.isQueuedIn('orders');
      });
      test('another line that confirms at a new price takes over, and only that order is placed', async () => {
        const added = await newOrders(imani);
        const first = await hearsTotal(imani);
        await centre.changeProduct('LAMP-01', { unitPriceMinor: 5_500 });
        const second = await hearsTotal({ ...imani, from: '+12025550112' });
        await first.presses('1');
        await first.hears(prompts.placing);
        await second.presses('1');
        await second.hears(prompts.placing);
        await first.hears(prompts.orderVoid);
        await first.isQueuedIn('orders');
        await second.hears('your order is placed. The total is 119 dollars and 8 cents.');
        expect(await added()).toBe(1);
      });
    });

    describe('the same order again within minutes', () => {
      const twice = async (): Promise<Call> => {
        const first = await hearsTotal(noor);
        await first.presses('1');
        await first.hears('your order is placed');
        first.hangsUp();
        await centre.passes(3 * MINUTE_MS);
        const call = await hearsTotal(noor);
        await call.presses('1');
        await call.hears(prompts.identical({ when: '3 minutes ago', orderNumber: numberHeard(first) }));
        return call;
      };
      test('is asked about, and left at that with 2', async () => {
        const added = await newOrders(noor);
        const call = await twice();
        await call.presses('2');
        await call.hears(prompts.leftAtThat);
        await call.hears(prompts.mainMenu);
        expect(await added()).toBe(1);
      });
      test('is placed once more with 1', async () => {
        const added = await newOrders(noor);
        const call = await twice();
        await call.presses('1');
        await call.hears('your order is placed');
        expect(await added()).toBe(2);
      });
      test.each([
        ['silence', '', prompts.identicalSilence],
        ['other keys', '8', prompts.identicalOtherKey],
      ])('is not placed once more after %s three times', async (_what, key, words) => {
        const added = await newOrders(noor);
        const call = await twice();
        for (let count = 0; count < 3; count += 1) {
          await (key === '' ? call.staysSilent() : call.presses(key));
          await call.hears(words);
        }
        await call.hears(prompts.identicalGiveUp);
        await call.isQueuedIn('orders');
        expect(await added()).toBe(1);
      });
      atLength('a fourth time in a call is left to a person', async () => {
        const call = await twice();
        await call.presses('1');
        for (let count = 0; count < 2; count += 1) {
          await call.hears('your order is placed');
          await call.presses('2');
          await call.presses('2101#');
          await call.presses('2#');
          await call.presses('1');
          await call.hears('You ordered exactly the same a moment ago');
          await call.presses('1');
        }
        await call.hears(prompts.enoughOnceMore);
        await call.isQueuedIn('orders');
      });
    });

    describe('one wish is one order', () => {
      test('from two lines at once, and both hear the same number', async () => {
        const added = await newOrders(imani);
        const first = await hearsTotal(imani);
        const second = await hearsTotal({ ...imani, from: '+12025550112' });
        await first.presses('1');
        await second.presses('1');
        await first.hears('your order is placed');
        await second.hears(/your order is placed|You ordered exactly the same a moment ago/);
        expect(await added()).toBe(1);
      });
      test.each([
        ['when Connect repeats place-order after a lost answer', () => answerLost(3)],
        ['when place-order is throttled', () => throttled(2)],
        ['when place-order crashes', () => throwsAtOnce(1)],
        ['when place-order is slow', () => slow(1_800)],
      ])('%s', async (_when, fault) => {
        const added = await newOrders(noor);
        const call = await hearsTotal(noor);
        centre.fault('place-order', fault());
        await call.presses('1');
        await call.hears('your order is placed');
        expect(await added()).toBe(1);
      });
      atLength('when confirm-order loses its answers', async () => {
        const added = await newOrders(noor);
        const call = await hearsTotal(noor);
        centre.fault('confirm-order', answerLost(3));
        await call.presses('1');
        await call.hears('your order is placed');
        expect(await added()).toBe(1);
      });
    });

    describe('where a function fails before anything is ordered, the caller hears so and reaches a person', () => {
      test.each([
        ['find-product', prompts.productLookupFault, async (call: Call) => call.presses('2101#')],
        [
          'quote-order',
          prompts.quoteFault,
          async (call: Call) => {
            await call.presses('2101#');
            await call.presses('2#');
          },
        ],
        ['quote-order', prompts.quoteFault, async (call: Call) => call.presses('1#')],
        [
          'confirm-order',
          prompts.confirmFault,
          async (call: Call) => {
            await call.presses('2101#');
            await call.presses('2#');
            await call.presses('1');
          },
        ],
      ] as const)('%s', async (name, words, leads) => {
        const added = await newOrders(imani);
        const call = await orders(imani);
        centre.fault(name, throttled());
        await leads(call);
        await call.hears(words);
        await call.isQueuedIn('orders');
        expect(call.attributes).toMatchObject({ reason: 'order-fault', verified: 'true' });
        expect(await added()).toBe(0);
      });
    });

    test('nobody who is not verified can order', async () => {
      const call = centre.dial(stranger);
      await call.presses('2');
      await call.hears(prompts.askPin);
      for (let count = 0; count < 3; count += 1) await call.presses('580293#');
      await call.hears(prompts.pinRefused);
      await call.isQueuedIn('orders');
      call.never.hears(prompts.askProduct);
    });
  });
