/** Who says yes to a change of an order, and hangs up or hears that nobody knows: it is done, refused or a case, once, whatever fails. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { PERFECT } from '../../local/connect/records/courier.ts';
import type { Call } from '../kit/call.ts';
import {
  type ContactCentre,
  type FunctionName,
  type Item,
  type OrderState,
  openCentre,
} from '../kit/centre.ts';
import {
  answerLost,
  answers,
  type PlannedFault,
  serviceError,
  slow,
  throttled,
  throwsAtOnce,
  timeout,
} from '../kit/faults.ts';
import { imani } from '../kit/people.ts';

const MINUTE_MS = 60_000;
/** Record, five minutes of waiting, the schedule's five, and the minute of the messages. */
const SETTLED_BY_MS = 13 * MINUTE_MS;

let centre: ContactCentre;
let nextOrder = 7_000;
beforeAll(async () => {
  centre = await openCentre({ schedules: true, records: { ...PERFECT, duplicates: 0.5 } });
});
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

interface Kind {
  readonly name: string;
  readonly state: OrderState;
  /** From the menu of the order up to the question that is answered by 1. */
  readonly keys: readonly string[];
  readonly function: FunctionName;
  readonly told: RegExp | string;
  readonly news: string;
}
const KINDS: readonly Kind[] = [
  {
    name: 'cancel',
    state: {},
    keys: ['1'],
    function: 'change-order',
    told: 'is cancelled',
    news: 'order-cancelled',
  },
  {
    name: 'pieces',
    state: {},
    keys: ['2', '3#'],
    function: 'change-order',
    told: 'is changed',
    news: 'order-changed',
  },
  {
    name: 'return',
    state: { deliveredDaysAgo: 5 },
    keys: ['1'],
    function: 'change-order',
    told: /I repeat/,
    news: 'order-return-agreed',
  },
  {
    name: 'exchange',
    state: { deliveredDaysAgo: 5 },
    keys: ['2'],
    function: 'change-order',
    told: 'Your new order has the number',
    news: 'order-exchange-agreed',
  },
  {
    name: 'part',
    state: { deliveredDaysAgo: 60 },
    keys: ['4', '2901#'],
    function: 'send-part',
    told: prompts.partSent({ orderNumber: '' }).slice(0, 20),
    news: 'order-part-sent',
  },
];

interface Wish {
  readonly kind: Kind;
  readonly orderNumber: string;
  readonly call: Call;
}

/** Has heard what will be done, and presses 1. */
async function saysYes(kind: Kind, fault?: PlannedFault): Promise<Wish> {
  nextOrder += 1;
  const orderNumber = `${nextOrder}`;
  for (const sku of ['LAMP-01', 'LAMP-01-ARM']) await centre.changeProduct(sku, {});
  await centre.saveOrder(imani.customerId, orderNumber, { 'LAMP-01': 2 }, kind.state);
  const call = centre.dial(imani);
  call.isGiven({ verified: 'true', customerId: imani.customerId });
  for (const keys of ['1', `${orderNumber}#`, '4', ...kind.keys]) await call.presses(keys);
  await call.isAskedForKeys();
  if (fault !== undefined) centre.fault(kind.function, fault);
  call.pressesAtOnce('1');
  return { kind, orderNumber, call };
}

interface Outcome {
  readonly isDone: boolean;
  readonly isTold: boolean;
  readonly messages: readonly Item[];
  readonly open: readonly Item[];
  readonly resolved: readonly Item[];
}

/** What is in the tables at a moment: read once, however many wishes are judged by it. */
const world = async () => ({
  orders: await centre.items('OrdersTable'),
  cases: await centre.items('CasesTable'),
  messages: await centre.items('MessagesTable'),
});
type World = Awaited<ReturnType<typeof world>>;

function outcomeOf({ kind, orderNumber, call }: Wish, { orders, cases, messages }: World): Outcome {
  const own = orders.find(({ pk }) => pk === `ORDER#${orderNumber}`);
  const isDone =
    kind.name === 'part'
      ? JSON.stringify(orders).includes(`"orderNumber":"${orderNumber}","sku":"LAMP-01"`)
      : own?.['version'] === 2;
  const ofCall = cases.filter(({ sk, contactId }) => sk === 'CASE' && contactId === call.contactId);
  // A call that is owed to a number has no body.
  const text = (item: Item) => JSON.stringify(item['body'] ?? '');
  return {
    isDone,
    isTold: call.attributes['orderWish'] === 'none',
    messages: messages.filter(
      (item) => text(item).includes(`"${kind.news}"`) && text(item).includes(`"${orderNumber}"`),
    ),
    open: ofCall.filter(({ status }) => status !== 'resolved'),
    resolved: ofCall.filter(({ status }) => status === 'resolved'),
  };
}

/** Done and known, done and told by message, or not done and a case that says of what: one of these, once. */
function expectOneEnd(wish: Wish, now: World): void {
  const { isDone, isTold, messages, open, resolved } = outcomeOf(wish, now);
  const { orderNumber } = wish;
  const seen = { orderNumber, isDone, messages: messages.length, open: open.length };
  if (isTold) {
    const nothing = { messages: 0, open: 0, resolved: 0 };
    expect({ ...seen, resolved: resolved.length }).toEqual({ orderNumber, isDone: true, ...nothing });
    return;
  }
  expect(seen).toEqual({ ...seen, messages: isDone ? 1 : 0, open: isDone ? 0 : 1 });
  expect(resolved.length).toBeLessThanOrEqual(isDone ? 1 : 0);
  const [one] = [...open, ...resolved];
  if (one === undefined) return;
  expect(one).toMatchObject({ reason: 'change-unconfirmed', customerId: imani.customerId });
  const beside = now.cases.filter(({ caseNumber }) => caseNumber === one['caseNumber']);
  expect(beside.filter(({ sk }) => sk === `LINK#ORDER#${orderNumber}`)).toHaveLength(1);
  const about = `Order ${orderNumber}, confirmed by key`;
  const notes = beside.filter(({ words }) => String(words).includes(about));
  expect(notes).toHaveLength(1);
}

const FAULTS: readonly (() => PlannedFault)[] = [
  throttled,
  serviceError,
  throwsAtOnce,
  answerLost,
  () => answers('empty-result'),
  () => answers('malformed-result'),
  timeout,
];

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_name, kind) => {
  test('that is told is settled, and nothing is left of it', async () => {
    const wish = await saysYes(kind);
    await wish.call.hears(kind.told);
    await wish.call.isAskedForKeys();
    wish.call.hangsUp();
    await centre.passes(SETTLED_BY_MS);
    expectOneEnd(wish, await world());
    expect(JSON.stringify(await centre.items('OrdersTable'))).not.toContain(`CHANGE#${wish.orderNumber}#`);
  });
  // The others differ in what is told alone.
  if (kind.name === 'pieces' || kind.name === 'return') return;
  test('where the function fails, the caller hears so, and later what is so', async () => {
    const wishes: Wish[] = [];
    for (const fault of FAULTS) {
      const wish = await saysYes(kind, fault());
      await wish.call.hears(prompts.changeUnknown);
      await wish.call.endsIn('Your case number is');
      centre.withdrawFaults();
      expect(await centre.casesOf(wish.call)).toHaveLength(1);
      wishes.push(wish);
    }
    await centre.passes(SETTLED_BY_MS);
    const now = await world();
    for (const wish of wishes) expectOneEnd(wish, now);
  });
  test('is settled by the record alone, wherever its caller hangs up', async () => {
    const moments = [0, 300, 900, 1_600, 2_400, 3_300, 4_500, 6_000, 8_000, 11_000, 15_000, 20_000];
    const plans = [undefined, () => slow(1_900), throttled, answerLost, () => throttled(1)];
    const wishes: Wish[] = [];
    for (const [index, ms] of moments.entries()) {
      const wish = await saysYes(kind, plans[index % plans.length]?.());
      await centre.passes(ms);
      if (!wish.call.hasEnded) wish.call.hangsUp();
      wishes.push(wish);
      await centre.passes(10_000);
      centre.withdrawFaults();
    }
    await centre.passes(SETTLED_BY_MS);
    const now = await world();
    for (const wish of wishes) expectOneEnd(wish, now);
    const made = wishes.filter((wish) => outcomeOf(wish, now).isDone);
    expect(made.length).toBeGreaterThan(0);
    expect(made.length).toBeLessThan(wishes.length);
  });
});

describe('the settling', () => {
  const [cancel] = KINDS;
  if (cancel === undefined) throw new Error('there is nothing to settle');
  test('that fails, or loses its answer, is done by a later run, once', async () => {
    const made = await saysYes(cancel, answerLost());
    await made.call.endsIn('Your case number is');
    const lost = await saysYes(cancel);
    lost.call.hangsUp();
    centre.fault('settle-changes', throwsAtOnce(1));
    centre.fault('settle-changes', answerLost(1));
    await centre.passes(2 * SETTLED_BY_MS);
    expectOneEnd(made, await world());
    expectOneEnd(lost, await world());
  });
  test('finds two calls with the same wish to be one, and both cases of them resolved', async () => {
    const first = await saysYes(cancel, throttled());
    await first.call.endsIn('Your case number is');
    const call = centre.dial(imani);
    call.isGiven({ verified: 'true', customerId: imani.customerId });
    for (const keys of ['1', `${first.orderNumber}#`, '4', '1']) await call.presses(keys);
    await call.isAskedForKeys();
    centre.fault('change-order', answerLost());
    call.pressesAtOnce('1');
    await call.endsIn('Your case number is');
    await centre.passes(SETTLED_BY_MS);
    expectOneEnd(first, await world());
    expectOneEnd({ ...first, call }, await world());
  });
  test.each([
    ['who speaks with an agent to the agent, though the change was made', true, answerLost],
    ['who speaks with an agent to the agent, and nothing was changed', true, throttled],
    ['who hangs up before an agent comes to no agent: it is settled', false, answerLost],
  ])('leaves a caller %s', async (_who, isAnswered, fault) => {
    const sam = centre.agent('sam');
    if (isAnswered) sam.becomesAvailable();
    // Nobody knows, and it cannot be noted either: the caller goes to a person.
    centre.fault('open-case', throttled());
    const wish = await saysYes(cancel, fault());
    if (isAnswered) {
      await sam.accepts(wish.call);
      await sam.talksTo(wish.call);
      expect(wish.call.attributes['orderWish']).toBe('change');
      await centre.passes(MINUTE_MS);
    } else {
      await wish.call.isQueuedIn('orders');
    }
    wish.call.hangsUp();
    centre.withdrawFaults();
    await centre.passes(SETTLED_BY_MS);
    const { isDone, messages, open } = outcomeOf(wish, await world());
    expect(isDone).toBe(fault === answerLost);
    // Without an agent it is settled as every other, and what was left of the call is its case.
    expect(messages).toHaveLength(isAnswered ? 0 : 1);
    expect(open.filter(({ reason }) => reason === 'change-unconfirmed')).toEqual([]);
    if (isAnswered) sam.chooses('Offline');
  });
  test('leaves a caller alone whom it refused, and who heard so', async () => {
    const wish = await saysYes(KINDS[1] ?? cancel);
    wish.call.hangsUp();
    await centre.passes(SETTLED_BY_MS);
    await centre.changeProduct('LAMP-01', { inStock: 0 });
    const refused = await (async () => {
      nextOrder += 1;
      await centre.saveOrder(imani.customerId, `${nextOrder}`, { 'LAMP-01': 2 });
      await centre.changeProduct('LAMP-01', {});
      const call = centre.dial(imani);
      call.isGiven({ verified: 'true', customerId: imani.customerId });
      for (const keys of ['1', `${nextOrder}#`, '4', '2', '3#']) await call.presses(keys);
      await call.isAskedForKeys();
      await centre.changeProduct('LAMP-01', { inStock: 0 });
      call.pressesAtOnce('1');
      return { kind: KINDS[1] ?? cancel, orderNumber: `${nextOrder}`, call };
    })();
    await refused.call.hears(prompts.changeNotInStock);
    refused.call.hangsUp();
    await centre.passes(SETTLED_BY_MS);
    expect(outcomeOf(refused, await world())).toMatchObject({ isDone: false, isTold: true, messages: [] });
    expect(await centre.casesOf(refused.call)).toEqual([]);
  });
  test('tells the case of a caller who waited in vain what was confirmed', async () => {
    const wish = await saysYes(cancel, throttled());
    centre.fault('open-case', throttled());
    await wish.call.hears(prompts.notNotedEither);
    await wish.call.hears(prompts.nobodySignedIn);
    wish.call.hangsUp();
    await centre.passes(SETTLED_BY_MS);
    const cases = await centre.casesOf(wish.call);
    expect(cases).toMatchObject([{ reason: 'not-answered' }]);
    const items = await centre.items('CasesTable');
    expect(
      items.filter(({ words }) => String(words).includes(`Order ${wish.orderNumber}, confirmed by key`)),
    ).toMatchObject([{ caseNumber: cases[0]?.['caseNumber'], byId: 'settle-changes' }]);
  });
});
