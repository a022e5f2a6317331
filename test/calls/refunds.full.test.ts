/** Money that goes back to cards: whole or part, once each, whatever fails and however the order changes meanwhile. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Attempt } from '../../lambdas/domain/payment.ts';
import { readPayment, writePayment } from '../../lambdas/tables/payments.ts';
import { putItem } from '../../lambdas/tables/requests.ts';
import { type ContactCentre, type Item, openCentre } from '../kit/centre.ts';
import { Desktop } from '../kit/desktop.ts';
import { answerLost, type PlannedFault, throttled, throwsAtOnce } from '../kit/faults.ts';
import { imani } from '../kit/people.ts';

const { signal } = new AbortController();
const MINUTE_MS = 60_000;

let centre: ContactCentre;
let robins: Desktop;
let orderNumber = 6200;
beforeAll(async () => {
  centre = await openCentre({ schedules: true });
  robins = Desktop.of(centre, 'robin');
});
beforeEach(() => {
  orderNumber += 1;
});
afterAll(() => centre.close());

const item = async (pk: string): Promise<Item | undefined> =>
  (await centre.items('OrdersTable')).find((each) => each['pk'] === pk);
const order = () => item(`ORDER#${orderNumber}`);
/** What the bank has given back, refund by refund. */
const bank = async (): Promise<readonly unknown[]> =>
  (await centre.items('OrdersTable'))
    .map(({ pk, amountMinor }) => ({ pk: String(pk), amountMinor }))
    .filter(({ pk }) => pk.startsWith(`BANK#order-${orderNumber}-back-`))
    .sort((a, b) => a.pk.localeCompare(b.pk))
    .map(({ amountMinor }) => amountMinor);
const returned = async (): Promise<readonly Item[]> =>
  (await centre.items('MessagesTable')).filter(({ messageId }) =>
    String(messageId).startsWith(`payment-returned-${orderNumber}-`),
  );

/** An order of 98 dollars that these cards have paid, as the bank and the payment remember it. */
const isPaid = async (...amounts: readonly number[]): Promise<void> => {
  const history = amounts.map((amountMinor, index) => ({
    version: index + 2,
    event: 'pay' as const,
    from: 'confirmed' as const,
    to: 'paid' as const,
    at: '2026-11-20T10:00:00.000Z',
    role: 'system' as const,
    who: 'take-payment',
    why: 'by card',
    intent: `payment-${index + 1}`,
    amountMinor,
  }));
  await centre.saveOrder(
    imani.customerId,
    `${orderNumber}`,
    { 'LAMP-01': 2 },
    {
      status: 'paid',
      paidMinor: amounts.reduce((sum, each) => sum + each, 0),
      version: amounts.length + 1,
      history,
    },
  );
  const table = centre.table('OrdersTable');
  const atMs = centre.cloud.centre.nowMs();
  const attempts = amounts.map(
    (amountMinor, index): Attempt => ({
      number: index + 1,
      status: 'paid',
      amountMinor,
      currency: 'USD',
      contactId: 'before',
      startedAtMs: atMs,
      changedAtMs: atMs,
      reference: `pretended-order-${orderNumber}-${index + 1}`,
    }),
  );
  const payment = { orderNumber: `${orderNumber}`, revision: 1, attempts };
  expect(await writePayment(table, payment, undefined, signal)).toBe(true);
  for (const [index, amountMinor] of amounts.entries())
    await putItem(centre.table('OrdersTable'), {
      Item: {
        pk: `BANK#order-${orderNumber}-${index + 1}`,
        orderNumber: `${orderNumber}`,
        amountMinor,
        digest: 'before',
        reference: `pretended-order-${orderNumber}-${index + 1}`,
        at: '2026-11-20T10:00:00.000Z',
      },
    });
};
const asks = async (event: string, more: object, intent = `${event}-it-${orderNumber}`) => {
  const version = Number((await order())?.['version']);
  const body = { event, version, why: 'a scratch on the lamp', intent, ...more };
  return await robins.asks('POST', `/orders/${orderNumber}/changes`, { body });
};
const gives = (amountMinor: number, intent?: string) => asks('credit', { amountMinor }, intent);

test('a part goes back to the card at once, another part later, and the rest where the order is cancelled', async () => {
  await isPaid(9_800);
  expect(await gives(1_000, 'first-part')).toMatchObject({ status: 200, body: { owedMinor: 1_000 } });
  await centre.passes(2_000);
  expect(await order()).toMatchObject({ status: 'paid', creditedMinor: 1_000, refundedMinor: 1_000 });
  expect((await gives(800, 'second-part')).status).toBe(200);
  await centre.passes(2_000);
  expect((await asks('cancel', {})).status).toBe(200);
  await centre.passes(2_000);
  expect(await order()).toMatchObject({ status: 'refunded', refundedMinor: 9_800 });
  expect(await bank()).toEqual([1_000, 800, 8_000]);
  expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({
    attempts: [{ status: 'refunded' }],
    refunds: [{ status: 'noted' }, { status: 'noted' }, { status: 'noted' }],
  });
  expect(await returned()).toHaveLength(3);
  expect(await robins.asks('GET', `/orders/${orderNumber}/payments`)).toMatchObject({
    body: { items: [{ status: 'refunded', refundedMinor: 9_800 }] },
  });
});
test('what two cards have paid goes back to both, the latest first', async () => {
  await isPaid(5_000, 4_800);
  await gives(6_000);
  await centre.passes(2_000);
  expect(await bank()).toEqual([4_800, 1_200]);
  expect(await order()).toMatchObject({ refundedMinor: 6_000 });
  expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({
    attempts: [{ status: 'paid' }, { status: 'refunded' }],
  });
});

describe('once', () => {
  test.each<[string, string, PlannedFault]>([
    ['it cannot be done at first', 'pay-back', throwsAtOnce(3)],
    ['its answer is lost', 'pay-back', answerLost(1)],
    ['it is throttled', 'pay-back', throttled(2)],
  ])('where %s', async (_what, name, fault) => {
    await isPaid(9_800);
    centre.fault(name, fault);
    await gives(2_500);
    await centre.passes(15 * MINUTE_MS);
    expect(await bank()).toEqual([2_500]);
    expect(await order()).toMatchObject({ refundedMinor: 2_500 });
    expect(await returned()).toHaveLength(1);
  });

  test('where the order owes more, or nothing, by the time that it is taken up again', async () => {
    for (const second of ['owes more', 'owes nothing']) {
      orderNumber += 1;
      await isPaid(9_800);
      centre.fault('pay-back', throwsAtOnce(3));
      await gives(2_500);
      // As a run would leave it that died after the bank's yes.
      const table = centre.table('OrdersTable');
      const seen = await readPayment(table, `${orderNumber}`, signal);
      if (seen === undefined) throw new Error('there is no payment');
      const startedAtMs = centre.cloud.centre.nowMs();
      const refund = { number: 1, attempt: 1, amountMinor: 2_500, status: 'started', startedAtMs } as const;
      await writePayment(table, { ...seen, revision: 2, refunds: [refund] }, seen, signal);
      await putItem(centre.table('OrdersTable'), {
        Item: {
          pk: `BANK#order-${orderNumber}-back-1`,
          orderNumber: `${orderNumber}`,
          amountMinor: 2_500,
          digest: 'refund',
          at: '2026-11-20T10:00:00.000Z',
        },
      });
      if (second === 'owes more') await gives(500, `more-${orderNumber}`);
      else await asks('change', { quantities: [3] });
      await centre.passes(25 * MINUTE_MS);
      const backs = await bank();
      expect([second, backs]).toEqual([second, second === 'owes more' ? [2_500, 500] : [2_500]]);
      expect(await order()).toMatchObject(
        second === 'owes more' ? { refundedMinor: 3_000 } : { status: 'confirmed', refundedMinor: 2_500 },
      );
      expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({
        refunds: [{ status: 'noted' }, {}].slice(0, backs.length),
      });
    }
  });
});

/** The bank gives nothing more back of a charge. */
const isSpent = async (charge: number): Promise<void> => {
  const booked = await item(`BANK#order-${orderNumber}-${charge}`);
  await putItem(centre.table('OrdersTable'), { Item: { ...booked, refundedMinor: booked?.['amountMinor'] } });
};
const casesOfOrder = async (): Promise<readonly Item[]> =>
  (await centre.cases()).filter(({ intent }) => String(intent).startsWith(`${orderNumber} owes `));
const told = async (): Promise<readonly Item[]> =>
  (await centre.items('MessagesTable')).filter(({ messageId }) =>
    String(messageId).startsWith(`refund-refused-${orderNumber}-`),
  );
const troubles = () =>
  centre.cloud.scheduler.describe().filter(({ name, trouble }) => /settle-payments/.test(name) && trouble);

describe('what no card takes back', () => {
  test('is a case of billing and word to its customer, once, however often it is looked at', async () => {
    await isPaid(9_800);
    await isSpent(1);
    await gives(1_000);
    await centre.passes(40 * MINUTE_MS);
    const [opened, ...others] = await casesOfOrder();
    expect(others).toEqual([]);
    expect(opened).toMatchObject({
      type: 'billing',
      department: 'billing',
      status: 'open',
      reason: 'refund-refused',
      customerId: imani.customerId,
      details: { orderNumber: `${orderNumber}` },
    });
    expect((await robins.asks('GET', `/cases/${opened?.['caseNumber']}`)).body).toMatchObject({
      notes: [{ byRole: 'system', words: expect.stringContaining(`owes its customer 10.00 USD`) }],
      orderNumbers: [`${orderNumber}`],
    });
    const [message, ...more] = await told();
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      state: 'sent',
      caseNumber: opened?.['caseNumber'],
      body: { fields: { amountMinor: '1000', at: opened?.['dueAt'] } },
    });
    expect(JSON.stringify(centre.cloud.outbox.messages())).toContain(
      `We owe you $10.00 for order ${orderNumber}, and cannot send it back to your card.`,
    );
    expect(troubles()).toEqual([]);
  });
  test('is taken by another card that has paid, without a case', async () => {
    await isPaid(5_000, 4_800);
    await isSpent(2);
    await gives(3_000);
    await centre.passes(2_000);
    expect(await bank()).toEqual([3_000]);
    expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({
      refunds: [{ status: 'refused' }, { attempt: 1, status: 'noted' }],
    });
    expect([await casesOfOrder(), await told()]).toEqual([[], []]);
  });
  test('is another case where it has become more', async () => {
    await isPaid(9_800);
    await isSpent(1);
    await gives(1_000, 'a-first-part');
    await centre.passes(2_000);
    await gives(500, 'a-second-part');
    await centre.passes(10 * MINUTE_MS);
    expect((await casesOfOrder()).map(({ intent }) => intent).toSorted()).toEqual([
      `${orderNumber} owes 1000`,
      `${orderNumber} owes 1500`,
    ]);
    expect(await told()).toHaveLength(2);
  });
  test('is a case once where the function that opens it dies at any moment', async () => {
    await isPaid(9_800);
    await isSpent(1);
    centre.fault('pay-back', answerLost(2));
    await gives(1_000);
    await centre.passes(15 * MINUTE_MS);
    expect(await casesOfOrder()).toHaveLength(1);
    expect(await told()).toHaveLength(1);
    expect(await bank()).toEqual([]);
  });
});

test('a person pays back what the card no longer takes, and not while the card is being tried', async () => {
  await isPaid(9_800);
  await isSpent(1);
  await gives(1_000);
  expect((await asks('refund', { amountMinor: 1_000 }, 'too-soon')).status).toBe(409);
  await centre.passes(16 * MINUTE_MS);
  expect(await order()).toMatchObject({ creditedMinor: 1_000 });
  expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({ refunds: [{ status: 'refused' }] });
  expect(await asks('refund', { amountMinor: 1_000 }, 'by-the-bank')).toMatchObject({
    status: 200,
    body: { owedMinor: 0 },
  });
  await centre.passes(10 * MINUTE_MS);
  expect(await order()).toMatchObject({ refundedMinor: 1_000 });
  expect(await bank()).toEqual([]);
});
