/** What is on offer, and a product by its number: what an unverified caller hears of it, and that it can be ordered at the price that was told. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Product } from '../../lambdas/tables/products.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { answers } from '../kit/faults.ts';
import { greta, stranger } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';

const DAY_MS = 24 * 60 * 60_000;

export const describeProductInformation = (the: Shared): void =>
  describe('product information', () => {
    let centre: ContactCentre;
    beforeAll(async () => {
      centre = the.centre;
      await centre.seed();
    });

    /** The day of the test, in the year of the centre. */
    const OFFER = { unitPriceMinor: 3_950, from: '2026-11-01', till: '2026-11-14' };

    /** So many days from today. */
    const day = (days: number): string =>
      new Date(centre.cloud.centre.nowMs() + days * DAY_MS).toISOString().slice(0, 10);

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

    describe('of what is on offer a caller', () => {
      const LAMP_TOLD =
        'Desk lamp costs 39 dollars and 50 cents instead of 49 dollars, until Saturday, November 14. For that, press 1.';
      const withOffers = async (offers: Readonly<Record<string, Partial<Product>>>): Promise<void> => {
        await centre.seed();
        for (const [sku, change] of Object.entries(offers)) await centre.changeProduct(sku, change);
      };

      test('hears price, last day and key, and all of the one that they choose', async () => {
        await withOffers({ 'LAMP-01': { promotion: OFFER } });
        const call = await asks('1#');
        await call.hears(LAMP_TOLD);
        await call.presses('1');
        await call.hears('Desk lamp costs 39 dollars and 50 cents a piece, before tax.');
        await call.hears('That is an offer, until Saturday, November 14. After that it costs 49 dollars.');
      });
      test('hears of three at most, of the one first that ends first', async () => {
        const till = (days: number) => ({ promotion: { ...OFFER, unitPriceMinor: 1_000, till: day(days) } });
        await withOffers({
          'LAMP-01': till(2),
          'CHAIR-07': till(1),
          'PAPER-A4': till(3),
          'LAMP-01-ARM': till(4),
        });
        const call = await asks('1#');
        await call.hears('On offer today.');
        expect(call.heard.at(-1)).toMatch(
          /today. Office chair .* press 1. Desk lamp .* press 2. Paper, .* press 3. For another product/,
        );
        await call.presses('2');
        await call.hears('Desk lamp costs 10 dollars a piece, before tax.');
      });
      test('hears nothing of what ended yesterday, begins tomorrow, is sold out or was taken back', async () => {
        await withOffers({
          'LAMP-01': { promotion: { ...OFFER, till: day(-1) } },
          'CHAIR-07': { promotion: { ...OFFER, from: day(1) } },
          'SHELF-03': { promotion: OFFER },
          'PAPER-A4': { promotion: { ...OFFER, unitPriceMinor: 1_000 } },
        });
        await centre.changeProduct('PAPER-A4', {});
        const call = await asks('1#');
        await call.hears(prompts.noOffers);
        await call.hears(prompts.askAboutProduct);
      });
      test('hears that there is no such key where there are fewer', async () => {
        await withOffers({ 'LAMP-01': { promotion: OFFER } });
        const call = await asks('1#');
        await call.presses('2');
        await call.hears(prompts.choiceOtherKey);
        await call.hears(LAMP_TOLD);
      });
      test('gets a person where the offers cannot be looked at', async () => {
        centre.fault('find-offers', answers('empty-result'));
        const call = await asks('1#');
        await call.hears(prompts.aboutProductFault);
        await call.hears(prompts.nobodySignedIn);
      });
      test('hears of one until its last day is over', async () => {
        await withOffers({ 'LAMP-01': { promotion: { ...OFFER, till: day(0) } } });
        const untilMidnightMs = DAY_MS - (centre.cloud.centre.nowMs() % DAY_MS);
        await centre.passes(untilMidnightMs - 60_000);
        const call = await asks('1#');
        await call.hears('Desk lamp costs 39 dollars and 50 cents instead of 49 dollars');
        call.hangsUp();
        await centre.passes(120_000);
        const later = await asks('1#');
        await later.hears(prompts.noOffers);
        later.hangsUp();
        await centre.passes(DAY_MS - untilMidnightMs);
      });
    });

    describe('on offer a product', () => {
      const orders = async (): Promise<Call> => {
        await centre.passes(31 * 60_000);
        await centre.changeProduct('LAMP-01', { promotion: { ...OFFER, till: day(7) } });
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
