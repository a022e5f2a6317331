/** Both providers hold to the port: charged once for a key, a no is a value, silence is told apart from everything else. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readCard } from '../../lambdas/domain/card.ts';
import { withAttempt, withCase } from '../../lambdas/domain/payment.ts';
import { type Charge, type PaymentProvider, ProviderSilent } from '../../lambdas/domain/payment-provider.ts';
import { chargeStarted } from '../../lambdas/providers/finishing.ts';
import { pretendedProvider } from '../../lambdas/providers/pretended.ts';
import { stripeProvider } from '../../lambdas/providers/stripe.ts';
import { readOrder, saveOrder } from '../../lambdas/tables/orders.ts';
import { readPayment, writePayment } from '../../lambdas/tables/payments.ts';
import { type ServedTables, serveOurTables } from './tables/served-tables.ts';

const { signal } = new AbortController();
const NOW = new Date('2026-11-24T12:00:00Z');

function charge(number: string, change: Partial<Charge> = {}): Charge {
  const card = readCard({ number, expiry: '1230', securityCode: '123' }, NOW.getTime());
  if (typeof card === 'string') throw new Error(`'${number}' is no card`);
  return { key: 'order-1-100-1', amountMinor: 100, currency: 'USD', orderNumber: '1', card, ...change };
}

describe('the pretended bank', () => {
  let served: ServedTables;
  let bank: PaymentProvider;
  let count = 0;
  beforeAll(async () => {
    served = await serveOurTables();
  });
  beforeEach(() => {
    bank = pretendedProvider(served.tables.orders, () => NOW);
    count += 1;
  });
  afterAll(() => served.served.close());
  const key = () => `order-${count}-100-1`;
  const ask = (number: string, change: Partial<Charge> = {}) =>
    bank.charge(charge(number, { key: key(), orderNumber: `${count}`, ...change }), signal);

  test.each([
    ['4000000000000002', 'declined'],
    ['4000000000009995', 'no-funds'],
    ['4000000000000069', 'card-expired'],
    ['4000000000000127', 'security-code'],
    ['4000002760003184', 'needs-confirmation'],
    ['4111111111111111', 'declined'],
  ])('says no to %s: %s, and the same again', async (number, because) => {
    const no = { kind: 'declined', because };
    expect([await ask(number), await ask(number), await bank.find(key(), signal)]).toEqual([no, no, no]);
  });
  test('charges one key once, with however many at the same time', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => ask('4242424242424242')));
    const said = answers.map((each) =>
      each.status === 'fulfilled' ? each.value.kind : `${each.reason.name}`,
    );
    expect(said.filter((each) => each !== 'authorised' && each !== 'ProviderSilent')).toEqual([]);
    expect(await bank.find(key(), signal)).toMatchObject({ kind: 'authorised' });
  });
  test('does not answer another wish with the same key', async () => {
    await ask('4242424242424242');
    await expect(ask('4242424242424242', { amountMinor: 200 })).rejects.toThrow('something else');
    await expect(ask('5555555555554444')).rejects.toThrow('something else');
  });
  test('loses its first answer for one card, and knows all the same', async () => {
    await expect(ask('4000000000007007')).rejects.toThrow(ProviderSilent);
    expect(await bank.find(key(), signal)).toMatchObject({ kind: 'authorised' });
    expect(await ask('4000000000007007')).toMatchObject({ kind: 'authorised' });
  });
  test('never answers for another, and knows nothing of it', async () => {
    await expect(ask('4000000000007015')).rejects.toThrow(ProviderSilent);
    expect(await bank.find(key(), signal)).toEqual({ kind: 'unknown' });
  });
  test('gives back no more than was charged, and the same refund once', async () => {
    const charged = await ask('4242424242424242');
    if (charged.kind !== 'authorised') throw new Error('it was not charged');
    const refund = (name: string, amountMinor: number) =>
      bank.refund({ key: `${key()}-${name}`, reference: charged.reference, amountMinor }, signal);
    expect([
      await refund('a', 60),
      await refund('a', 60),
      await refund('b', 60),
      await refund('c', 40),
    ]).toEqual([true, true, false, true]);
    expect(
      await bank.refund({ key: `${key()}-d`, reference: 'pretended-nothing', amountMinor: 1 }, signal),
    ).toBe(false);
  });
  test('tells of a charge that its customer disputes', async () => {
    await ask('4000000000000259');
    const disputed = { reference: `pretended-${key()}`, orderNumber: `${count}`, amountMinor: 100 };
    expect(await bank.disputesSince(NOW.getTime() - 1, signal)).toEqual([disputed]);
    expect(await bank.disputesSince(NOW.getTime() + 1, signal)).toEqual([]);
  });
  test('keeps no card', async () => {
    const { Items = [] } = await served.documents.send(
      new (await import('@aws-sdk/lib-dynamodb')).ScanCommand({ TableName: served.tables.orders.name }),
    );
    expect(JSON.stringify(Items)).toContain('BANK#');
    expect(JSON.stringify(Items)).not.toMatch(/\d{13,}/);
  });
});

describe('an attempt whose case is noted while the bank answers', () => {
  let served: ServedTables;
  beforeAll(async () => {
    served = await serveOurTables();
  });
  afterAll(() => served.served.close());
  /** The caller waits no longer at the very moment at which the bank says what it says. */
  const notedMeanwhile = async (orderNumber: string, number: string) => {
    const { orders, customers, messages } = served.tables;
    await saveOrder(orders, {
      orderNumber,
      customerId: 'c-1001',
      placedAt: NOW.toISOString(),
      status: 'confirmed',
      currency: 'USD',
      lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900 }],
    });
    const attempt = {
      number: 1,
      status: 'started' as const,
      amountMinor: 9_800,
      currency: 'USD',
      contactId: 'call-1',
      startedAtMs: NOW.getTime(),
      changedAtMs: NOW.getTime(),
    };
    const started = withAttempt(undefined, orderNumber, attempt);
    await writePayment(orders, started, undefined, signal);
    const bank = pretendedProvider(orders, () => NOW);
    const provider: PaymentProvider = {
      ...bank,
      async charge(wanted, asked) {
        const said = await bank.charge(wanted, asked);
        expect(await writePayment(orders, withCase(started, 1, '48219307'), started, signal)).toBe(true);
        return said;
      },
    };
    const finishing = {
      tables: { orders, customers, messages },
      provider,
      who: 'take-payment',
      now: () => NOW,
      signal,
    };
    const { card } = charge(number);
    const finished = await chargeStarted(started, attempt, card, finishing);
    return { finished, attempts: (await readPayment(orders, orderNumber, signal))?.attempts };
  };
  test('ends at once, paid, and keeps its case', async () => {
    expect(await notedMeanwhile('7001', '4242424242424242')).toMatchObject({
      finished: 'paid',
      attempts: [{ status: 'paid', caseNumber: '48219307' }],
    });
    expect(await readOrder(served.tables.orders, '7001', signal)).toMatchObject({ status: 'paid' });
  });
  test('ends at once where the bank says no', async () => {
    expect(await notedMeanwhile('7002', '4000000000000002')).toMatchObject({
      finished: 'declined',
      attempts: [{ status: 'declined', because: 'declined', caseNumber: '48219307' }],
    });
  });
});

interface Asked {
  readonly path: string;
  readonly key: string | undefined;
  readonly body: Readonly<Record<string, string>>;
}
type Answer = readonly [status: number, body: unknown] | 'hangs up';

describe('Stripe', () => {
  let server: Server;
  let asked: Asked[] = [];
  let answer: (request: Asked) => Answer = () => [200, {}];
  let stripe: PaymentProvider;
  beforeAll(async () => {
    server = createServer((request: IncomingMessage, response) => {
      text(request).then((body) => {
        const key = request.headers['idempotency-key'];
        const made: Asked = {
          path: `${request.url}`,
          key: typeof key === 'string' ? key : undefined,
          body: Object.fromEntries(new URLSearchParams(body)),
        };
        asked.push(made);
        const given = answer(made);
        if (given === 'hangs up') {
          response.destroy();
          return;
        }
        response.writeHead(given[0], { 'content-type': 'application/json' }).end(JSON.stringify(given[1]));
      }, response.destroy);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    stripe = stripeProvider({
      apiKey: 'sk_test_none',
      isTelephoneOrder: true,
      timeoutMs: 2_000,
      server: { host: '127.0.0.1', port, protocol: 'http' },
    });
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const intent = (change: object) => ({
    id: 'pi_1',
    object: 'payment_intent',
    status: 'succeeded',
    ...change,
  });
  const saying = (made: Answer) => {
    answer = ({ path }) => (path === '/v1/payment_methods' ? [200, { id: 'pm_1' }] : made);
  };
  const error = (type: string, code: string, more: object = {}) => ({
    error: { type, code, message: 'Card 4242424242424242 is not for you.', ...more },
  });

  test('is asked by the key, as a telephone order that nobody confirms in a browser', async () => {
    saying([200, intent({})]);
    expect(await stripe.charge(charge('4242424242424242'), signal)).toEqual({
      kind: 'authorised',
      reference: 'pi_1',
    });
    expect(asked).toMatchObject([
      {
        path: '/v1/payment_methods',
        key: 'order-1-100-1-card',
        body: { 'card[number]': '4242424242424242' },
      },
      {
        path: '/v1/payment_intents',
        key: 'order-1-100-1',
        body: {
          amount: '100',
          currency: 'usd',
          confirm: 'true',
          payment_method: 'pm_1',
          error_on_requires_action: 'true',
          'payment_method_options[card][moto]': 'true',
          'metadata[attempt]': 'order-1-100-1',
        },
      },
    ]);
  });
  test.each([
    ['card_declined', 'insufficient_funds', 'no-funds'],
    ['card_declined', 'generic_decline', 'declined'],
    ['incorrect_number', undefined, 'card-number'],
    ['expired_card', undefined, 'card-expired'],
    ['incorrect_cvc', undefined, 'security-code'],
    ['authentication_required', undefined, 'needs-confirmation'],
  ])('says no by %s (%s): %s', async (code, decline_code, because) => {
    saying([402, error('card_error', code, decline_code === undefined ? {} : { decline_code })]);
    expect(await stripe.charge(charge('4242424242424242'), signal)).toEqual({ kind: 'declined', because });
  });
  test.each<[string, Answer]>([
    ['a fault of its own', [500, error('api_error', 'oops')]],
    ['too many requests', [429, error('invalid_request_error', 'rate_limit')]],
    ['a request with the same key under way', [409, error('idempotency_error', 'idempotency_key_in_use')]],
    ['a payment that is still processed', [200, intent({ status: 'processing' })]],
    ['no answer', 'hangs up'],
  ])('that answers with %s is silent: the same key asks again', async (_title, made) => {
    saying(made);
    const request = stripe.charge(charge('4242424242424242'), signal);
    await expect(request).rejects.toThrow(ProviderSilent);
    // Nothing is tried twice here but on a connection that was closed: whoever called does that, with the same key.
    expect(new Set(asked.map(({ path, key }) => `${path} ${key}`)).size).toBe(2);
    expect(asked.length).toBeLessThanOrEqual(3);
  });
  test('that refuses the account is a fault, which repeats nothing that was sent', async () => {
    saying([403, error('invalid_request_error', 'account_invalid')]);
    const failed = await stripe.charge(charge('4242424242424242'), signal).catch((fault: unknown) => fault);
    expect(failed).not.toBeInstanceOf(ProviderSilent);
    expect(String(failed)).toMatch(/account_invalid.*docs\/payments\.md/);
    expect(String(failed)).not.toContain('4242');
  });
  test('is asked what became of a charge by its key', async () => {
    saying([200, { object: 'search_result', data: [intent({ status: 'requires_payment_method' })] }]);
    expect(await stripe.find('order-1-100-1', signal)).toEqual({ kind: 'declined', because: 'declined' });
    saying([200, { object: 'search_result', data: [] }]);
    expect(await stripe.find('order-1-100-1', signal)).toEqual({ kind: 'unknown' });
    expect(decodeURIComponent(asked[0]?.path ?? '')).toContain("metadata['attempt']:'order-1-100-1'");
  });
  test('gives money back by the key, and says where there is none left', async () => {
    const refund = { key: 'r', reference: 'pi_1', amountMinor: 40 };
    saying([200, { id: 're_1' }]);
    expect(await stripe.refund(refund, signal)).toBe(true);
    expect(asked[0]).toMatchObject({ key: 'r', body: { payment_intent: 'pi_1', amount: '40' } });
    for (const code of ['charge_already_refunded', 'charge_disputed']) {
      saying([400, error('invalid_request_error', code)]);
      expect([code, await stripe.refund(refund, signal)]).toEqual([code, false]);
    }
  });
  test('tells of disputes with the order that they are about', async () => {
    const of = (order: object) => ({ amount: 100, payment_intent: { id: 'pi_1', metadata: order } });
    saying([
      200,
      {
        object: 'list',
        has_more: false,
        data: [of({ order: '1' }), of({}), { amount: 1, payment_intent: null }],
      },
    ]);
    expect(await stripe.disputesSince(NOW.getTime(), signal)).toEqual([
      { reference: 'pi_1', orderNumber: '1', amountMinor: 100 },
    ]);
  });
});
