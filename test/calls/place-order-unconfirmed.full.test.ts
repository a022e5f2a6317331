/** A caller who said yes and cannot be told: the order is there, or a case is, and never both; whatever fails. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, type Item, openCentre } from '../kit/centre.ts';
import { answerLost, answers, serviceError, throttled, throwsAtOnce, timeout } from '../kit/faults.ts';
import { noor } from '../kit/people.ts';
import { orderingAt } from './ordering.ts';

const MINUTE_MS = 60_000;
const WILL_CONFIRM =
  /We will check your order, and confirm it to you by .*case number is (\d \d \d \d, \d \d \d \d)/;

let centre: ContactCentre;
beforeAll(async () => {
  centre = await openCentre({ schedules: true });
});
beforeEach(async () => {
  await centre.removeOrderItems('INTENT#');
});
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

const { beginsOrder, hearsTotal, intents, newOrders } = orderingAt(() => centre);

/** The quarter of an hour for which an intent is valid, and the schedule's five minutes. */
const SETTLED_BY_MS = 20 * MINUTE_MS;

const casesNow = async (): Promise<readonly Item[]> =>
  (await centre.cases()).filter(({ customerId }) => customerId === noor.customerId);
/** Cases of earlier tests stay, so a test counts its own. */
const newCases = async (): Promise<() => Promise<readonly Item[]>> => {
  const before = new Set((await casesNow()).map(({ caseNumber }) => caseNumber));
  return async () => (await casesNow()).filter(({ caseNumber }) => !before.has(caseNumber));
};
const statuses = async (): Promise<unknown[]> => (await intents(noor)).map(({ status }) => status);
const theCase = {
  reason: 'order-unconfirmed',
  customerId: noor.customerId,
  isVerified: true,
  status: 'open',
};
const numberOf = (call: Call): string =>
  WILL_CONFIRM.exec(call.heard.at(-1) ?? '')?.[1]?.replaceAll(/\D/g, '') ?? '';

describe('where place-order fails and the order is not there', () => {
  test.each([
    ['throws', throwsAtOnce],
    ['is throttled', throttled],
    ['meets an error of the service', serviceError],
  ])('because it %s, the caller hears that we will confirm, and a case is open', async (_how, fault) => {
    const added = await newOrders(noor);
    const call = await hearsTotal(noor);
    centre.fault('place-order', fault());
    await call.presses('1');
    await call.hears(prompts.unconfirmed);
    await call.hears(WILL_CONFIRM);
    await call.endsIn('goodbye.');
    call.never.hears('your order is placed');
    expect(await centre.casesOf(call)).toEqual([
      expect.objectContaining({ ...theCase, phoneNumber: noor.from, caseNumber: numberOf(call) }),
    ]);
    expect([await added(), await statuses()]).toEqual([0, ['referred']]);
  });
  test('the case stays the only one when the schedule runs, and then the intent is settled', async () => {
    const opened = await newCases();
    const call = await hearsTotal(noor);
    centre.fault('place-order', throttled());
    await call.presses('1');
    await call.endsIn('goodbye.');
    expect((await intents(noor))[0]).toMatchObject({ unsettled: 'yes' });
    await centre.passes(SETTLED_BY_MS);
    const [intent] = await intents(noor);
    expect(intent).toMatchObject({ status: 'referred', caseNumber: numberOf(call) });
    expect(intent).not.toHaveProperty('unsettled');
    expect(await opened()).toHaveLength(1);
  });
  test('a caller who redials hears of the same case, and nothing is ordered besides', async () => {
    const added = await newOrders(noor);
    const opened = await newCases();
    const first = await hearsTotal(noor);
    centre.fault('place-order', throwsAtOnce());
    await first.presses('1');
    await first.endsIn('goodbye.');
    const second = await hearsTotal(noor);
    await second.presses('1');
    await second.hears(prompts.lookedAfter);
    await second.hears(WILL_CONFIRM);
    await second.endsIn('goodbye.');
    expect(numberOf(second)).toBe(numberOf(first));
    expect([await added(), (await opened()).length]).toEqual([0, 1]);
  });
  test('half an hour later the same is a new order', async () => {
    const first = await hearsTotal(noor);
    centre.fault('place-order', throwsAtOnce());
    await first.presses('1');
    await first.endsIn('goodbye.');
    await centre.passes(31 * MINUTE_MS);
    const second = await hearsTotal(noor);
    await second.presses('1');
    await second.hears('your order is placed');
  });
});

describe('where only the answer of place-order is lost', () => {
  test.each([
    ['loses every answer', answerLost],
    ['answers what is no JSON', () => answers('malformed-result')],
    ['answers nothing', () => answers('empty-result')],
  ])('because it %s, the caller hears that the order is placed after all', async (_how, fault) => {
    const added = await newOrders(noor);
    const opened = await newCases();
    const call = await hearsTotal(noor);
    centre.fault('place-order', fault());
    await call.presses('1');
    await call.hears(prompts.unconfirmed);
    await call.hears('your order is placed');
    expect([await added(), await opened(), await statuses()]).toEqual([1, [], ['placed']]);
  });
  test('because it hangs, the caller hears what is so, and there is an order or a case', async () => {
    const added = await newOrders(noor);
    const opened = await newCases();
    const call = await hearsTotal(noor);
    centre.fault('place-order', timeout());
    await call.presses('1');
    await call.hears(prompts.unconfirmed);
    await call.hears(/your order is placed|We will check your order/);
    await centre.passes(SETTLED_BY_MS);
    expect((await added()) + (await opened()).length).toBe(1);
  });
});

describe('where nothing can be noted either', () => {
  test('the caller reaches a person, and the schedule opens the case: there is no order', async () => {
    const added = await newOrders(noor);
    const opened = await newCases();
    const call = await hearsTotal(noor);
    centre.fault('place-order', throttled());
    centre.fault('refer-order', throttled());
    await call.presses('1');
    await call.hears(prompts.notNotedEither);
    await call.isQueuedIn('orders');
    expect(call.attributes['reason']).toBe('order-unconfirmed');
    call.never.hears('confirm it to you');
    call.hangsUp();
    expect([await opened(), await statuses()]).toEqual([[], ['confirmed']]);
    await centre.passes(14 * MINUTE_MS);
    expect([await opened(), await statuses()]).toEqual([[], ['confirmed']]);
    await centre.passes(6 * MINUTE_MS);
    expect(await opened()).toEqual([
      expect.objectContaining({ ...theCase, phoneNumber: noor.from, contactId: call.contactId }),
    ]);
    expect([await added(), await statuses()]).toEqual([0, ['referred']]);
    await centre.passes(60 * MINUTE_MS);
    expect(await opened()).toHaveLength(1);
  });
  test('a withheld number reaches a person, and the schedule opens the case with the number that we have', async () => {
    const opened = await newCases();
    const call = centre.dial();
    call.isGiven({ verified: 'true' });
    await beginsOrder(call);
    call.isGiven({ verified: 'true', customerId: noor.customerId });
    await call.presses('2101#');
    await call.presses('2#');
    centre.fault('place-order', throttled());
    await call.presses('1');
    await call.hears(prompts.cannotCallBack);
    await call.isQueuedIn('orders');
    call.hangsUp();
    expect([await opened(), await statuses()]).toEqual([[], ['referred']]);
    await centre.passes(SETTLED_BY_MS);
    expect(await opened()).toEqual([expect.objectContaining({ ...theCase, phoneNumber: noor.from })]);
  });
});

describe('a caller who is gone between yes and answer', () => {
  test('because they hang up has a case in the end, and no order', async () => {
    const added = await newOrders(noor);
    const opened = await newCases();
    const call = await hearsTotal(noor);
    await call.presses('1');
    await call.hears(prompts.placing);
    call.hangsUp();
    await centre.passes(SETTLED_BY_MS);
    expect(await statuses()).toEqual(['referred']);
    expect(await opened()).toEqual([expect.objectContaining(theCase)]);
    expect(await added()).toBe(0);
  });
  test('has the order where they redial in time, and no case', async () => {
    const added = await newOrders(noor);
    const opened = await newCases();
    const first = await hearsTotal(noor);
    await first.presses('1');
    await first.hears(prompts.placing);
    first.hangsUp();
    const second = await hearsTotal(noor);
    await second.presses('1');
    await second.hears('your order is placed');
    await centre.passes(SETTLED_BY_MS);
    expect([await added(), await opened(), await statuses()]).toEqual([1, [], ['placed']]);
  });
});

describe('the schedule', () => {
  test('that fails runs again, and at the latest its next run settles what it did not', async () => {
    const opened = await newCases();
    const call = await hearsTotal(noor);
    await call.presses('1');
    await call.hears(prompts.placing);
    call.hangsUp();
    await centre.passes(14 * MINUTE_MS);
    centre.fault('settle-orders', throwsAtOnce(2));
    await centre.passes(10 * MINUTE_MS);
    expect(await opened()).toHaveLength(1);
  });
});
