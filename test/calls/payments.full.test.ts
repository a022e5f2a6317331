/** Paying an order by card: keyed in secret, charged once, told as it is, and left nowhere. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { withStatus } from '../../lambdas/domain/payment.ts';
import { readPayment, writePayment } from '../../lambdas/tables/payments.ts';
import type { Call } from '../kit/call.ts';
import { cardNumbersIn } from '../kit/card-numbers.ts';
import { type ContactCentre, type Item, openCentre } from '../kit/centre.ts';
import { answerLost, type PlannedFault, throttled, throwsAtOnce } from '../kit/faults.ts';
import { imani, type Person } from '../kit/people.ts';
import { transcript } from '../kit/transcript.ts';

const CARD = {
  good: '4242424242424242',
  declined: '4000000000000002',
  confirmation: '4000002760003184',
  late: '4000000000007007',
  silent: '4000000000007015',
  disputed: '4000000000000259',
};

let centre: ContactCentre;
let orderNumber = 6000;
const lines: string[] = [];
beforeAll(async () => {
  centre = await openCentre({ schedules: true });
  centre.cloud.functions.onLog(({ text }) => lines.push(text));
});
beforeEach(async () => {
  lines.length = 0;
  // Each test has an order of its own: what customers were told of another one stays told.
  orderNumber += 1;
  await centre.saveOrder(imani.customerId, `${orderNumber}`, { 'LAMP-01': 2 });
});
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

/** Verified already. The caller has heard an order, pressed 5, and hears what is due. */
const pays = async (
  faults: Readonly<Record<string, PlannedFault>> = {},
  person: Pick<Person, 'from'> | object = imani,
): Promise<Call> => {
  const call = centre.dial({ ...person, faults });
  call.isGiven({ verified: 'true', customerId: imani.customerId });
  await call.presses('1');
  await call.presses(`${orderNumber}#`);
  await call.presses('5');
  return call;
};
const keysCard = async (call: Call, number: string, expiry = '1230', code = '123'): Promise<void> => {
  await call.presses(`${number}#`);
  await call.hears(prompts.payExpiry);
  await call.presses(expiry);
  await call.hears(prompts.payCode);
  await call.presses(`${code}#`);
};
const item = async (pk: string): Promise<Item | undefined> =>
  (await centre.items('OrdersTable')).find((each) => each['pk'] === pk);
const charges = async (): Promise<readonly Item[]> =>
  (await centre.items('OrdersTable')).filter(
    ({ pk, reference }) => String(pk).startsWith(`BANK#order-${orderNumber}-`) && reference !== undefined,
  );
const messages = async (news: string): Promise<readonly Item[]> =>
  (await centre.items('MessagesTable')).filter(({ body }) => {
    const text = JSON.stringify(body);
    return text.includes(`"${news}"`) && text.includes(`"${orderNumber}"`);
  });

/** Everything that a person or a program could read afterwards, keys that functions are given included. */
async function everything(call: Call): Promise<string> {
  const { centre: running, outbox } = centre.cloud;
  const tables = ['OrdersTable', 'CasesTable', 'MessagesTable', 'CustomersTable', 'ContactsTable'] as const;
  return JSON.stringify([
    call.moments,
    call.flowLog,
    lines,
    call.attributes,
    transcript(call.moments),
    running.contact(call.contactId),
    outbox.messages(),
    await Promise.all(tables.map((table) => centre.items(table))),
  ]);
}

describe('an order that is paid', () => {
  test('hears the amount, takes the card, is paid, and the customer gets a receipt', async () => {
    const call = await pays();
    await call.hears(/^For order [\d ]+, you have 98 dollars to pay\./);
    await call.presses('1');
    await keysCard(call, CARD.good);
    await call.hears(prompts.payAsking);
    await call.hears(/^Your payment of 98 dollars has been made, and order [\d ]+ is paid\./);
    expect(await item(`ORDER#${orderNumber}`)).toMatchObject({
      status: 'paid',
      paidMinor: 9_800,
      history: [
        { event: 'pay', role: 'system', who: 'take-payment', intent: 'payment-1', amountMinor: 9_800 },
      ],
    });
    expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({
      attempts: [{ number: 1, status: 'paid', amountMinor: 9_800, currency: 'USD' }],
    });
    expect(await messages('payment-made')).toHaveLength(1);
    await call.presses('9');
    await call.endsIn(prompts.goodbye);
    // A second call has nothing left to pay.
    const again = await pays();
    await again.hears(prompts.afterOrderOnly);
    await again.hears(prompts.afterOrderOtherKey);
  });
  test('leaves no card number anywhere, and the search would find one', async () => {
    const call = await pays();
    await call.presses('1');
    await keysCard(call, CARD.good);
    await call.hears(/has been made/);
    const all = await everything(call);
    expect(all).toContain(call.contactId);
    expect(cardNumbersIn(all)).toEqual([]);
    for (const digits of [CARD.good, '4,2,4,2,4,2', '"4","2","4","2"', '1230', '"123"'])
      expect(all).not.toContain(digits);
    expect(JSON.stringify(call.attributes)).not.toMatch(/[A-Za-z0-9+/]{200}/);
    const planted = `${all.slice(0, 500)}${CARD.good}${all.slice(500)}`;
    expect(cardNumbersIn(planted)).toEqual([CARD.good]);
  });
  test('has the flow log on again, and on no step between the card and its function', async () => {
    const call = await pays();
    await call.presses('1');
    await keysCard(call, CARD.good);
    await call.hears(/has been made/);
    const logged = JSON.stringify(call.flowLog);
    expect(logged).toContain('"asking"');
    for (const step of ['"card"', '"expiry"', '"code"', '"keep-card"', '"start"'])
      expect(logged).not.toContain(step);
  });
});

describe('a card that is not taken', () => {
  test.each([
    ['declined by the bank', CARD.declined, '1230', '123', 'Your bank did not accept the card.'],
    [
      'that the bank wants confirmed online',
      CARD.confirmation,
      '1230',
      '123',
      'Your bank wants you to confirm',
    ],
    ['mistyped', '4242424242424241', '1230', '123', 'The card number is not one that we can use.'],
    ['that has expired', CARD.good, '0126', '123', 'The expiry date is not right, or has passed.'],
  ])(
    'because it is %s leads to another try, and is charged once in all',
    async (_why, number, expiry, code, words) => {
      const call = await pays();
      await call.presses('1');
      await keysCard(call, number, expiry, code);
      await call.hears(new RegExp(`^${words}.* Nothing was charged`));
      expect(await charges()).toEqual([]);
      expect(await item(`ORDER#${orderNumber}`)).toMatchObject({ status: 'confirmed' });
      await call.presses('1');
      await call.hears(/you have 98 dollars to pay/);
      await call.presses('1');
      await keysCard(call, CARD.good);
      await call.hears(/has been made/);
      expect(await charges()).toHaveLength(1);
      expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({
        attempts: [
          { number: 1, status: 'declined' },
          { number: 2, status: 'paid' },
        ],
      });
    },
  );
  test('because nothing is keyed is asked for again, and a person helps', async () => {
    const call = await pays();
    await call.presses('1');
    for (let time = 0; time < 3; time += 1) await call.staysSilent();
    await call.hears(prompts.payNoCard);
    await call.isQueuedIn('orders');
    expect(JSON.stringify(call.flowLog)).toContain('"no-card"');
  });
});

describe('a bank that does not answer', () => {
  test('in time is asked on, the caller hears so, and a late yes resolves the case and is told', async () => {
    const call = await pays();
    await call.presses('1');
    await keysCard(call, CARD.late);
    await call.hears(prompts.payWaitFirst);
    await call.hears(prompts.payLongWait);
    const waited = call.heard.slice(call.heard.indexOf(prompts.payAsking));
    expect(new Set(waited).size).toBe(waited.length);
    expect(waited).toHaveLength(8);
    const heardAtMs = call.experience.flatMap((line) =>
      line.includes(prompts.payAsking) || line.includes(prompts.payLongWait)
        ? [Number.parseInt(line, 10)]
        : [],
    );
    const [askedAtMs = 0, overAtMs = 0] = heardAtMs;
    // What the words say: up to a minute.
    expect(overAtMs - askedAtMs).toBeLessThan(60_000);
    expect(overAtMs - askedAtMs).toBeGreaterThan(25_000);
    await call.hears(/^Please do not pay this order again.*Your case number is/);
    const [opened] = await centre.casesOf(call);
    expect(opened).toMatchObject({
      type: 'payment',
      status: 'open',
      details: { paymentProblem: 'unconfirmed' },
    });
    call.hangsUp();
    // Another call does not charge a second card.
    const again = await pays();
    await again.hears(prompts.payAskingEarlier);
    again.hangsUp();
    await centre.passes(4 * 60_000);
    expect(await item(`ORDER#${orderNumber}`)).toMatchObject({ status: 'paid' });
    expect(await charges()).toHaveLength(1);
    await centre.passes(15 * 60_000);
    expect(await messages('payment-made')).toHaveLength(1);
    const [closed] = await centre.casesOf(call);
    expect(closed).toMatchObject({ status: 'resolved', details: { orderNumber: `${orderNumber}` } });
  });
  test('at all is asked by the settling, which says that nothing was charged', async () => {
    const call = await pays();
    await call.presses('1');
    await keysCard(call, CARD.silent);
    await call.hears(/^Please do not pay this order again/);
    call.hangsUp();
    await centre.passes(20 * 60_000);
    expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({
      attempts: [{ status: 'void', isCaseTold: true }],
    });
    expect(await messages('payment-not-made')).toHaveLength(1);
    expect(await charges()).toEqual([]);
    expect(await centre.casesOf(call)).toMatchObject([{ status: 'resolved' }]);
    await (await pays()).hears(/you have 98 dollars to pay/);
  });
});

test('a bank that says no after the call has the case of it told, also where the customer has paid since', async () => {
  const { signal } = new AbortController();
  const call = await pays();
  await call.presses('1');
  await keysCard(call, CARD.silent);
  await call.hears(/^Please do not pay this order again/);
  call.hangsUp();
  const orders = centre.table('OrdersTable');
  const seen = await readPayment(orders, `${orderNumber}`, signal);
  if (seen === undefined) throw new Error('there is no payment');
  const changedAtMs = centre.cloud.centre.nowMs();
  const declined = withStatus(seen, 1, { status: 'declined', because: 'no-funds', changedAtMs });
  expect(await writePayment(orders, declined, seen, signal)).toBe(true);
  const again = await pays();
  await again.presses('1');
  await keysCard(again, CARD.good);
  await again.hears(/^Your payment of 98 dollars has been made/);
  again.hangsUp();
  expect(await centre.casesOf(call)).toMatchObject([{ status: 'open' }]);
  await centre.passes(15 * 60_000);
  expect(await centre.casesOf(call)).toMatchObject([{ status: 'resolved' }]);
  expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({
    attempts: [{ status: 'declined', isCaseTold: true }, { status: 'paid' }],
  });
  expect((await item(`PAYMENT#${orderNumber}`))?.['unsettled']).toBeUndefined();
});

describe('the end of a payment', () => {
  const keys = async (number: string, faults: Readonly<Record<string, PlannedFault>> = {}): Promise<Call> => {
    const call = await pays(faults);
    await call.presses('1');
    await keysCard(call, number);
    return call;
  };
  test.each([
    ['declined by the bank', CARD.declined],
    ['of a card that cannot be one', '4242424242424241'],
    ['void, because the bank never answered', CARD.silent],
  ])('%s is told once by message to the caller who hung up before it', async (_how, number) => {
    const call = await keys(number);
    await call.hears(prompts.payAsking);
    call.hangsUp();
    await centre.passes(60_000);
    expect(await messages('payment-not-made')).toEqual([]);
    await centre.passes(30 * 60_000);
    expect(await messages('payment-not-made')).toHaveLength(1);
    expect(await charges()).toEqual([]);
    // Told, nobody looks at it any more, and the order can be paid.
    expect(await item(`PAYMENT#${orderNumber}`)).not.toHaveProperty('unsettled');
    await centre.passes(60 * 60_000);
    expect(await messages('payment-not-made')).toHaveLength(1);
    await (await pays()).hears(/you have 98 dollars to pay/);
  });
  test.each<[string, Readonly<Record<string, PlannedFault>>]>([
    ['is not told again', {}],
    ['whose answer was lost on the way is not told again', { 'hear-payment': answerLost(1) }],
  ])('%s to the caller who heard in the call that nothing was charged', async (_what, faults) => {
    const call = await keys(CARD.declined, faults);
    await call.hears(/^Your bank did not accept the card.* Nothing was charged/);
    call.hangsUp();
    await centre.passes(60 * 60_000);
    expect(await messages('payment-not-made')).toEqual([]);
    expect(await item(`PAYMENT#${orderNumber}`)).not.toHaveProperty('unsettled');
  });
  test('is told once where the answers of two runs that tell it are lost, with all their tries', async () => {
    const call = await keys(CARD.declined);
    await call.hears(prompts.payAsking);
    call.hangsUp();
    const lost = centre.fault('settle-payments', answerLost(8));
    await centre.passes(40 * 60_000);
    expect(lost.applied).toBe(8);
    expect(await messages('payment-not-made')).toHaveLength(1);
  });
  test('of an earlier card is no news any more to who has paid with another', async () => {
    const call = await keys(CARD.declined);
    await call.hears(prompts.payAsking);
    call.hangsUp();
    await centre.passes(60_000);
    await (await keys(CARD.good)).hears(/has been made/);
    await centre.passes(60 * 60_000);
    expect(await messages('payment-not-made')).toEqual([]);
    expect(await messages('payment-made')).toHaveLength(1);
  });
});

describe('where something of ours fails', () => {
  test.each<[string, string, PlannedFault]>([
    ['the answer of the start is lost', 'start-payment', answerLost(1)],
    ['the answer of the payment is lost', 'take-payment', answerLost(1)],
    ['the payment is throttled at first', 'take-payment', throttled(1)],
  ])('%s, the card is charged once', async (_title, name, fault) => {
    const call = await pays({ [name]: fault });
    await call.presses('1');
    await keysCard(call, CARD.good);
    await call.hears(/has been made/);
    await centre.passes(10 * 60_000);
    expect(await charges()).toHaveLength(1);
    expect(await messages('payment-made')).toHaveLength(1);
  });
  test('the start fails for good, so that the caller hears that nobody knows', async () => {
    const call = await pays({ 'start-payment': throwsAtOnce() });
    await call.presses('1');
    await keysCard(call, CARD.good);
    await call.hears(prompts.payUnknown);
    await call.hears(prompts.payReferFault);
    await call.isQueuedIn('orders');
  });
});

describe('an order that changes while the bank is asked', () => {
  /** As a run of the payment would leave it: the order did not take it, and the money has gone back. */
  const isReversed = async (): Promise<void> => {
    const table = centre.table('OrdersTable');
    const { signal } = new AbortController();
    const seen = await readPayment(table, `${orderNumber}`, signal);
    if (seen === undefined) throw new Error('there is no payment');
    const changedAtMs = centre.cloud.centre.nowMs();
    const said = withStatus(seen, 1, { status: 'authorised', reference: 'r', changedAtMs });
    const back = withStatus(said, 1, { status: 'reversed', changedAtMs });
    await writePayment(table, { ...back, revision: seen.revision + 1 }, seen, signal);
  };
  test.each([
    ['while the caller waits', {}],
    ['while nobody could ask', { 'hear-payment': throttled() }],
  ])('%s gives the money back, and a person looks at it', async (_when, faults) => {
    const call = await pays({ 'take-payment': throttled(1), ...faults });
    await call.presses('1');
    await keysCard(call, CARD.silent);
    await call.hears(prompts.payAsking);
    await isReversed();
    await call.hears(prompts.payReturned);
    await call.isQueuedIn('orders');
  });
  test('really is one that was cancelled, and the pretended bank has nothing left of it', async () => {
    const call = await pays({ 'take-payment': throttled(1) });
    await call.presses('1');
    await keysCard(call, CARD.good);
    await call.hears(prompts.payAsking);
    await centre.saveOrder(imani.customerId, `${orderNumber}`, { 'LAMP-01': 2 }, { status: 'cancelled' });
    await call.hears(prompts.payReturned);
    expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({ attempts: [{ status: 'reversed' }] });
    expect(await messages('payment-returned')).toHaveLength(1);
    expect(await charges()).toMatchObject([{ amountMinor: 9_800, refundedMinor: 9_800 }]);
  });
});

test('what a customer disputes at the bank is not paid any more, and is a case, once', async () => {
  const call = await pays();
  await call.presses('1');
  await keysCard(call, CARD.disputed);
  await call.hears(/has been made/);
  call.hangsUp();
  await centre.passes(3 * 60 * 60_000);
  expect(await item(`ORDER#${orderNumber}`)).toMatchObject({ status: 'confirmed', paidMinor: 0 });
  expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({ attempts: [{ status: 'disputed' }] });
  expect(await centre.casesOf(call)).toMatchObject([
    { type: 'payment', reason: 'payment-disputed', details: { paymentProblem: 'disputed' } },
  ]);
});

describe('what was paid by card', () => {
  const cancels = async (): Promise<Call> => {
    const call = await pays();
    await call.presses('1');
    await keysCard(call, CARD.good);
    await call.hears(/has been made/);
    call.hangsUp();
    const other = centre.dial(imani);
    other.isGiven({ verified: 'true' });
    await other.presses('1');
    await other.presses(`${orderNumber}#`);
    for (const key of ['4', '1', '1']) await other.presses(key);
    await other.hears(/ is cancelled\. We pay 98 dollars back to you, the way you paid it\./);
    return other;
  };
  const isBack = async (): Promise<void> => {
    expect(await item(`ORDER#${orderNumber}`)).toMatchObject({ status: 'refunded', refundedMinor: 9_800 });
    expect(await item(`PAYMENT#${orderNumber}`)).toMatchObject({ attempts: [{ status: 'refunded' }] });
    expect(await charges()).toMatchObject([{ refundedMinor: 9_800 }]);
    expect(await messages('payment-returned')).toHaveLength(1);
  };
  test('goes back to it as soon as the order is cancelled, and the settling finds nothing left to do', async () => {
    const call = await cancels();
    await call.isAskedForKeys();
    await centre.passes(2_000);
    await isBack();
    await centre.passes(10 * 60_000);
    await isBack();
  });
  test.each([
    ['the caller hangs up before it is started', undefined, undefined],
    ['it cannot be started', 'start-refund', throttled()],
    ['it fails for good', 'pay-back', throwsAtOnce(3)],
    ['it is made, and its answer is lost', 'pay-back', answerLost(1)],
  ] as const)('goes back once where %s', async (_what, name, fault) => {
    if (name !== undefined && fault !== undefined) centre.fault(name, fault);
    const call = await cancels();
    if (name !== undefined) await call.isAskedForKeys();
    call.hangsUp();
    await centre.passes(15 * 60_000);
    await isBack();
  });
});
