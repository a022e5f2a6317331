/** Payments behind the HTTP API: seen attempt by attempt without anything of a card, and asked for by message, once. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Attempt } from '../../lambdas/domain/payment.ts';
import { readPayment, writePayment } from '../../lambdas/tables/payments.ts';
import { Desktop } from '../kit/desktop.ts';
import { imani } from '../kit/people.ts';
import { at, items, type Opened, talk } from './opened.ts';

const NUMBER = '6910';
const { signal } = new AbortController();

export function describePayments(the: Opened): void {
  describe('payments of an order', () => {
    let sams: Desktop;
    let robins: Desktop;
    beforeAll(async () => {
      sams = Desktop.of(the.centre, 'sam');
      robins = Desktop.of(the.centre, 'robin');
      await the.centre.saveOrder(imani.customerId, NUMBER, { 'LAMP-01': 2 });
    });
    const path = `/orders/${NUMBER}/payments`;
    const ask = (intent: string, by = sams) =>
      by.asks('POST', `/orders/${NUMBER}/payment-requests`, { body: { intent } });
    const tried = async (...attempts: readonly Partial<Attempt>[]): Promise<void> => {
      const table = the.centre.table('OrdersTable');
      const atMs = the.centre.cloud.centre.nowMs();
      const seen = await readPayment(table, NUMBER, signal);
      const payment = {
        orderNumber: NUMBER,
        revision: (seen?.revision ?? 0) + 1,
        attempts: attempts.map((attempt, index) => ({
          number: index + 1,
          status: 'declined' as const,
          amountMinor: 9_800,
          currency: 'USD',
          contactId: 'before',
          startedAtMs: atMs,
          changedAtMs: atMs,
          reference: 'name-of-the-charge',
          ...attempt,
        })),
      };
      await writePayment(table, payment, seen, signal);
    };

    test('are seen by who may see its customer, and ask for nothing that is not due', async () => {
      const call = await talk(the, the.centre.agent('sam'), imani);
      expect(await sams.asks('GET', path)).toMatchObject({ status: 200, body: { items: [] } });
      await tried({ because: 'no-funds' }, { status: 'started' });
      const seen = await sams.asks('GET', path);
      expect(items(seen)).toMatchObject([
        { attempt: 1, status: 'declined', amountMinor: 9_800, because: 'no-funds' },
        { attempt: 2, status: 'started' },
      ]);
      expect(JSON.stringify(seen.body)).not.toContain('name-of-the-charge');
      expect((await ask('while-under-way')).status).toBe(409);
      await tried({ because: 'no-funds' }, { status: 'void' });
      const answers = await Promise.all([ask('please-pay-it'), ask('please-pay-it'), ask('please-pay-it')]);
      for (const answered of answers)
        expect(answered).toMatchObject({ status: 200, body: { orderNumber: NUMBER, amountMinor: 9_800 } });
      const told = (await the.centre.items('MessagesTable')).filter(
        ({ body }) => at(body, 'news') === 'payment-asked',
      );
      expect(told.map(({ body }) => at(body, 'fields'))).toEqual([
        { orderNumber: NUMBER, amountMinor: '9800', currency: 'USD', numberToCall: '+12025550100' },
      ]);
      const state = { status: 'paid', paidMinor: 9_800 } as const;
      await the.centre.saveOrder(imani.customerId, NUMBER, { 'LAMP-01': 2 }, state);
      expect((await ask('once-it-is-paid')).status).toBe(422);
      expect((await sams.asks('GET', '/orders/99999/payments')).status).toBe(403);
      expect((await robins.asks('GET', '/orders/99999/payments')).status).toBe(404);
      call.hangsUp();
    });

    test('are given back in part or whole: within the limit of the role, once for each intent, and the customer is told', async () => {
      const number = '6911';
      const state = { status: 'paid', paidMinor: 100_000 } as const;
      await the.centre.saveOrder(imani.customerId, number, { 'LAMP-01': 20 }, state);
      const call = await talk(the, the.centre.agent('sam'), imani);
      const gives = (by: Desktop, version: number, amountMinor: number, intent: string, event = 'credit') =>
        by.asks('POST', `/orders/${number}/changes`, {
          body: { event, version, why: 'a scratch on the lamp', intent, amountMinor },
        });
      const order = (await robins.asks('GET', `/orders/${number}`)).body;
      expect(at(order, 'creditableMinor')).toBe(at(order, 'totalMinor'));
      expect(await gives(sams, 1, 50_001, 'above-my-limit')).toMatchObject({
        status: 422,
        body: { detail: 'This is worth more than your role may decide on: ask a supervisor.' },
      });
      const answers = await Promise.all([1, 2, 3].map(() => gives(sams, 1, 2_000, 'for-the-scratch')));
      for (const answered of answers)
        expect(answered).toMatchObject({
          status: 200,
          body: {
            status: 'paid',
            version: 2,
            creditedMinor: 2_000,
            history: [{ who: 'sam', event: 'credit' }],
          },
        });
      const left = Number(at(answers[0]?.body, 'creditableMinor'));
      expect((await gives(robins, 2, left + 1, 'more-than-left')).status).toBe(422);
      expect(await gives(robins, 2, left, 'all-of-the-rest')).toMatchObject({
        status: 200,
        body: { creditableMinor: 0, owedMinor: 100_000 },
      });
      expect(await gives(robins, 3, 100_000, 'paid-by-the-bank', 'refund')).toMatchObject({
        status: 200,
        body: { status: 'paid', owedMinor: 0, dueMinor: 0 },
      });
      const told = (await the.centre.items('MessagesTable')).filter(
        ({ body }) => at(body, 'fields', 'orderNumber') === number,
      );
      expect(
        told.map(({ body }) => `${at(body, 'news')} ${at(body, 'fields', 'amountMinor')}`).sort(),
      ).toEqual(['refund-granted 2000', `refund-granted ${left}`, 'refund-made 100000']);
      call.hangsUp();
    });
  });
}
