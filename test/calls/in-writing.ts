/** What callers have in writing of the order that they have placed or the case that they have left: once, or not at all. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { recordConsent } from '../../lambdas/tables/customer-records.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { replacementNumberOf } from '../../lambdas/tables/order-changes.ts';
import type { ContactCentre, Item } from '../kit/centre.ts';
import { answerLost, type PlannedFault, throwsAtOnce } from '../kit/faults.ts';
import type { Person } from '../kit/people.ts';
import type { Shared } from '../kit/shared-centre.ts';
import { atLength, rowsAtLength } from './at-length.ts';
import { deskOf } from './escalation/desk.ts';
import { hasCase } from './escalation/people.ts';
import { orderingAt } from './ordering.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The batch of changes waits so long to fill, and is tried again after a while. */
const READ_MS = 5 * MINUTE_MS;

export const describeInWriting = (the: Shared): void =>
  describe('in writing', () => {
    const { signal } = new AbortController();
    let centre: ContactCentre;
    let people = 0;
    beforeAll(async () => {
      centre = the.centre;
      await centre.seed();
      for (const sku of ['LAMP-01', 'PAPER-A4']) await centre.changeProduct(sku, {});
    });
    const { runs, sentTo } = deskOf(() => centre);
    const { hearsTotal, numberHeard, placed } = orderingAt(() => centre);

    /** Somebody new, whom we know. */
    const customer = async (
      preferences: Parameters<typeof saveCustomer>[1]['preferences'] = { channel: 'sms', language: 'hu' },
    ): Promise<Person> => {
      people += 1;
      const customerId = `c-writes-${people}`;
      const from = `+12025557${100 + people}`;
      const emails = [`${customerId}@example.com`];
      const known = { customerId, name: 'Somebody Invented', phoneNumbers: [from], emails };
      await saveCustomer(centre.table('CustomersTable'), { ...known, preferences });
      return { customerId, from, pin: '' };
    };
    const takesBack = async ({ customerId }: Person): Promise<void> => {
      const at = new Date(centre.cloud.centre.nowMs()).toISOString();
      for (const purpose of ['sms', 'email']) {
        const consent = { purpose, given: false, textVersion: '1', channel: 'phone', at, by: 'sam' };
        await recordConsent(centre.table('CustomersTable'), customerId, consent, signal);
      }
    };
    const orders = async (person: Person): Promise<string> => {
      const call = await hearsTotal(person);
      await call.presses('1');
      await call.hears('your order is placed');
      const number = numberHeard(call).replace(/\D/g, '');
      call.never.hears(/message|text/i);
      call.hangsUp();
      return number;
    };
    /** Everybody's stream and outbox have been read. */
    const isDelivered = async (): Promise<void> => {
      await centre.passes(READ_MS);
      await runs('deliver-messages');
      await runs('deliver-messages');
      await centre.passes(MINUTE_MS);
    };
    const messagesTo = async ({ customerId }: Person): Promise<readonly Item[]> =>
      (await centre.items('MessagesTable')).filter((item) => item['customerId'] === customerId);

    describe('a caller who orders', () => {
      test('reads number, products, total and day, once and in their language', async () => {
        const one = await customer();
        const number = await orders(one);
        await isDelivered();
        const [text, ...others] = sentTo(one.from);
        expect(others).toEqual([]);
        expect(text?.channel).toBe('sms');
        expect(text?.text.replaceAll('\u00a0', ' ')).toMatch(
          new RegExp(
            `Rendelését felvettük, száma ${number}: 2 × .+\\. A végösszeg adóval 106,09 USD\\. Várható érkezés: `,
          ),
        );
        expect(await messagesTo(one)).toMatchObject([{ state: 'sent', body: { news: 'order-placed' } }]);
      });
      test.each(
        rowsAtLength<[string, PlannedFault, string, string]>([
          ['is placed, and the answer is lost', answerLost(1), 'The total is', 'order-placed'],
          [
            'cannot be placed, and a person looks after it',
            throwsAtOnce(),
            'Your case number is',
            'case-opened',
          ],
        ]),
      )('reads what is so, once, where the order %s', async (_what, fault, words, news) => {
        const one = await customer({ channel: 'email', language: 'ro' });
        centre.fault('place-order', fault);
        const call = await hearsTotal(one);
        await call.presses('1');
        await call.hears(words);
        call.hangsUp();
        await isDelivered();
        expect(await messagesTo(one)).toMatchObject([{ state: 'sent', body: { news } }]);
        expect(sentTo(`${one.customerId}@example.com`)).toHaveLength(1);
      });
      test('reads nothing without consent, has the order all the same, and nobody is asked to call', async () => {
        const one = await customer();
        await takesBack(one);
        const number = await orders(one);
        const tasks = centre.tasks().length;
        await isDelivered();
        expect([sentTo(one.from), sentTo(`${one.customerId}@example.com`)]).toEqual([[], []]);
        expect(centre.tasks()).toHaveLength(tasks);
        expect(await placed(one)).toMatchObject([{ orderNumber: number, status: 'confirmed' }]);
        expect(await messagesTo(one)).toMatchObject([{ state: 'given-up', because: 'by-call' }]);
      });
      atLength('reads nothing of an order that they have not confirmed', async () => {
        const one = await customer();
        const call = await hearsTotal(one);
        call.hangsUp();
        await isDelivered();
        expect(await messagesTo(one)).toEqual([]);
      });
    });

    describe('a caller who leaves a case', () => {
      test('reads its number and the promised time, once and in their language', async () => {
        const one = await hasCase(centre, await customer());
        await isDelivered();
        expect(sentTo(one.from)).toMatchObject([
          {
            channel: 'sms',
            text: expect.stringContaining(`Ügyet nyitottunk Önnek, száma ${one.caseNumber}.`),
          },
        ]);
        await isDelivered();
        expect(sentTo(one.from)).toHaveLength(1);
      });
      test.each<[string, PlannedFault]>([
        ['fails twice', throwsAtOnce(2)],
        ['has told it and cannot say so', answerLost(1)],
      ])('reads it once where the function that tells it %s', async (_how, fault) => {
        centre.fault('follow-cases', fault);
        const one = await hasCase(centre, await customer());
        await isDelivered();
        await isDelivered();
        expect(sentTo(one.from)).toHaveLength(1);
      });
      test('reads nothing without consent, or where nobody knows who it is, and nobody is asked to call', async () => {
        const silent = await customer();
        await takesBack(silent);
        const one = await hasCase(centre, silent);
        const unknown = await hasCase(centre, { from: '+12025557999', customerId: 'unknown' });
        const tasks = centre.tasks().length;
        await isDelivered();
        for (const { from, customerId } of [one, unknown])
          expect([sentTo(from), sentTo(`${customerId}@example.com`)]).toEqual([[], []]);
        expect(centre.tasks()).toHaveLength(tasks);
        expect((await centre.cases()).filter(({ caseNumber }) => caseNumber === one.caseNumber)).toHaveLength(
          1,
        );
      });
    });

    describe('a caller whose parcel does not come back', () => {
      test('reads so once, two weeks after the exchange that they wished by key, and shipping has a case', async () => {
        const one = await customer({ channel: 'email', language: 'hu' });
        const orderNumber = String(64_000 + people);
        await centre.saveOrder(one.customerId, orderNumber, { 'LAMP-01': 1 }, { deliveredDaysAgo: 2 });
        const call = centre.dial(one);
        call.isGiven({ verified: 'true' });
        await call.presses('1');
        await call.presses(`${orderNumber}#`);
        await call.presses('4');
        await call.presses('2');
        await call.presses('1');
        await call.hears('Your new order has the number');
        call.hangsUp();
        await centre.passes(13 * DAY_MS);
        await runs('chase-parcels');
        expect((await messagesTo(one)).map(({ messageId }) => messageId)).toEqual([]);
        await centre.passes(DAY_MS);
        await runs('chase-parcels');
        await runs('chase-parcels');
        await isDelivered();
        const items = await centre.items('OrdersTable');
        expect(items.some(({ pk }) => pk === `ORDER#${replacementNumberOf(orderNumber)}`)).toBe(true);
        expect(sentTo(`${one.customerId}@example.com`)).toMatchObject([
          { subject: `Larkfield Supplies: Várjuk az Ön ${orderNumber} számú rendelésének csomagját` },
        ]);
        expect(
          (await centre.cases()).filter(({ customerId }) => customerId === one.customerId),
        ).toMatchObject([{ reason: 'return-overdue', department: 'shipping', details: { orderNumber } }]);
      });
    });
  });
