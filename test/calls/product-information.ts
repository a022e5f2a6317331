/** A product by its number: what an unverified caller hears of it, and that it can be ordered at the price that was told. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { answers } from '../kit/faults.ts';
import { greta, stranger } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';

export const describeProductInformation = (the: Shared): void =>
  describe('product information', () => {
    let centre: ContactCentre;
    beforeAll(async () => {
      centre = the.centre;
      await centre.seed();
    });

    /** The day of the test, in the year of the centre. */
    const OFFER = { unitPriceMinor: 3_950, from: '2026-11-01', till: '2026-11-14' };

    const asks = async (keys: string, person: { readonly from?: string } = stranger): Promise<Call> => {
      const call = centre.dial(person);
      await call.presses('4');
      await call.hears(prompts.askAboutProduct);
      await call.presses(keys);
      return call;
    };

    describe('a caller whom nobody knows hears', () => {
      test('price, delivery and warranty of a product, and that again', async () => {
        const call = await asks('2101#');
        await call.hears('Desk lamp costs 49 dollars a piece, before tax.');
        await call.hears('It is in stock, and reaches you within 3 days.');
        await call.hears('The warranty runs for 2 years.');
        await call.presses('1');
        await call.hears('Desk lamp costs 49 dollars a piece, before tax.');
        call.never.hears('offer, until');
      });
      test('nothing of what there is nothing to say about', async () => {
        const call = await asks('2304#');
        await call.hears('It is in stock, and reaches you within 2 days.');
        await call.hears(prompts.afterProduct);
        call.never.hears('warranty');
      });
      test('that it is sold out, until when, and cannot order it then', async () => {
        const call = await asks('2403#');
        await call.hears('It is sold out at the moment. We expect more of it within 21 days.');
        await call.hears(prompts.afterSoldOut);
        await call.presses('4');
        await call.hears(prompts.choiceOtherKey);
      });
      test('an offer with its last day, and what it costs after that', async () => {
        await centre.changeProduct('LAMP-01', { promotion: OFFER });
        const call = await asks('2101#');
        await call.hears('Desk lamp costs 39 dollars and 50 cents a piece, before tax.');
        await call.hears('That is an offer, until Saturday, November 14. After that it costs 49 dollars.');
      });
      test('that there is no such product, and is asked again', async () => {
        const call = await asks('9999#');
        await call.hears(prompts.aboutProductUnknown);
        await call.hears(prompts.askAboutProduct);
        await call.presses('2101#');
        await call.hears('Desk lamp');
      });
      test('a person where the products cannot be looked at', async () => {
        centre.fault('describe-product', answers('empty-result'));
        const call = await asks('2101#');
        await call.hears(prompts.aboutProductFault);
        await call.hears(prompts.nobodySignedIn);
      });
    });

    describe('on offer a product', () => {
      const orders = async (): Promise<Call> => {
        await centre.passes(31 * 60_000);
        await centre.changeProduct('LAMP-01', { promotion: OFFER });
        const call = centre.dial(greta);
        call.isGiven({ verified: 'true' });
        await call.presses('4');
        await call.presses('2101#');
        await call.presses('4');
        await call.hears(prompts.orderChosen);
        await call.hears(prompts.product({ productName: 'Desk lamp', price: '39 dollars and 50 cents' }));
        await call.presses('1#');
        await call.hears('Desk lamp, 1 piece: 39 dollars and 50 cents.');
        return call;
      };
      const placedOrders = async () =>
        (await centre.items('OrdersTable')).filter(({ intentId }) => intentId !== undefined);
      test('is ordered at the price that was told', async () => {
        const before = new Set((await placedOrders()).map(({ pk }) => pk));
        const call = await orders();
        await call.presses('1');
        await call.hears('your order is placed');
        const placed = (await placedOrders()).filter(({ pk }) => !before.has(pk));
        expect(placed).toMatchObject([{ lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 3_950 }] }]);
      });
      test('is read back anew where the offer ends before it is confirmed', async () => {
        const call = await orders();
        await centre.changeProduct('LAMP-01', {});
        await call.presses('1');
        await call.hears(prompts.priceChanged);
        await call.hears('Desk lamp, 1 piece: 49 dollars.');
      });
    });
  });
