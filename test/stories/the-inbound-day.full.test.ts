/** A day at the centre: help with a download, an order, a parcel that is late, and in the evening everybody hears how it ended. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answers, at, Booted, caseOnTheLine, changes, type Desktop, presses, says, until } from './booted.ts';

/** Noor Castellane cannot open what she has bought; she has no order of goods. */
const NOOR = { from: '+12025550131', pin: '860413', customerId: 'c-1003' };
/** Imani Whitlock knows what she wants. */
const IMANI = { from: '+12025550111', pin: '4711', customerId: 'c-1001' };
/** Tomas Verbeek waits for order 1004, which should have been there two days ago. */
const TOMAS = { from: '+12025550121', pin: '2906', customerId: 'c-1002' };
const NOTES = ['6a1d7c52-0d63-4c0c-a27e-5d5ce0ad1c01', '6a1d7c52-0d63-4c0c-a27e-5d5ce0ad1c02'];
/** The pretended bank takes it. */
const CARD = '4242424242424242';
/** Messages go out every minute. */
const TWO_MINUTES_MS = 120_000;
const AFTER_CASE = 'To speak with one of our team, press 0. To end the call';

const centre = new Booted();
beforeAll(() => centre.starts(), 60_000);
afterAll(() => centre.ends());

/** Reports a problem by key, takes the number of the case, and wants to talk to somebody. */
async function reports(from: string, problem: string) {
  const line = await centre.calls(from);
  await presses(line, '3', 'press 1');
  await presses(line, problem, 'If your problem is about');
  await line.hears(says('Your case number is'));
  await presses(line, '0', AFTER_CASE);
  return line;
}

/** The number of the customer's latest order. */
async function latestOrder(desktop: Desktop, customerId: string): Promise<unknown> {
  const { body } = await desktop('GET', `/customers/${customerId}/orders`);
  return at(body, 'items', 0);
}

test('the inbound day: a download, an order, a late parcel, and everybody is told in the evening', async () => {
  const sam = await centre.works('sam');
  const sams = await centre.desktop('sam');

  // Help with a download: settled while she is on the line.
  let heardBefore = sam.said.length;
  const noor = await reports(NOOR.from, '4');
  const download = await answers(sam, noor, heardBefore);
  const noors = await caseOnTheLine(sams, NOOR.customerId);
  await changes(sams, noors, { action: 'take' });
  await changes(sams, noors, {
    action: 'describe',
    details: { matter: 'The link of the download had run out.' },
  });
  await changes(sams, noors, {
    action: 'resolve',
    resolution: { words: 'Here is a new link, good for a month.' },
  });
  noor.says({ type: 'hang-up' });
  await noor.hearsType('ended');
  sam.says({ type: 'clear', contactId: download });

  // An order, paid by card, by keys alone: nobody of the team is needed, and the card is shown nowhere.
  const ordered = await centre.dials(IMANI.from, `2,${IMANI.pin}#,2101#,2#,1,5,1,${CARD}#,1230,123#,9`);
  expect([ordered.exitCode, ordered.out]).toEqual([
    0,
    expect.stringContaining('Thank you, your order is placed. The total is 106 dollars and 9 cents.'),
  ]);
  expect(ordered.out).toContain('Your payment of 106 dollars and 9 cents has been made');
  expect(ordered.out).not.toContain(CARD);

  // A late delivery: listened to, apologised for, and passed on to shipping.
  heardBefore = sam.said.length;
  const tomas = await reports(TOMAS.from, '1');
  const late = await answers(sam, tomas, heardBefore);
  const tomass = await caseOnTheLine(sams, TOMAS.customerId);
  const order = await sams('GET', '/orders/1004');
  expect(at(order.body, 'status')).toBe('packed');
  const apology = { words: 'Apologised for the delay.', visibility: 'customer', contactId: late };
  expect(await sams('PUT', `/cases/${tomass}/notes/${NOTES[0]}`, apology)).toMatchObject({ status: 200 });
  await changes(sams, tomass, { action: 'take' });
  await changes(sams, tomass, {
    action: 'describe',
    severity: 'high',
    details: { deliveryProblem: 'late', orderNumber: '1004' },
  });
  await changes(sams, tomass, {
    action: 'pass-on',
    department: 'shipping',
    handover: 'Order 1004 is packed for days. Find out what holds it up.',
  });
  tomas.says({ type: 'hang-up' });
  await tomas.hearsType('ended');
  sam.says({ type: 'clear', contactId: late });

  await centre.restarts();

  // Nothing of the morning is lost: the order is there and paid, and shipping has its case.
  const robins = await centre.desktop('robin');
  expect(await latestOrder(robins, IMANI.customerId)).toMatchObject({ status: 'paid' });
  const shipping = await robins('GET', '/departments/shipping/cases');
  expect(at(shipping.body, 'items')).toEqual(
    expect.arrayContaining([expect.objectContaining({ caseNumber: tomass, severity: 'high' })]),
  );
  await changes(robins, tomass, {
    action: 'department-replied',
    words: 'It lay behind a pallet and is with the courier now.',
  });
  await changes(robins, tomass, {
    action: 'resolve',
    resolution: { words: 'Your parcel is with the courier and comes tomorrow.' },
  });

  // In the evening whoever called earlier is told, and says on the telephone that it is as it should be.
  const told = await until(
    async () => (await centre.runs('outbox')).out,
    (printed) => printed.includes('good for a month') && printed.includes('comes tomorrow'),
    TWO_MINUTES_MS,
  );
  expect(told).not.toContain('behind a pallet');
  for (const { from, pin } of [NOOR, TOMAS]) {
    const call = await centre.dials(from, `3,5,${pin}#,1,9`);
    expect([call.exitCode, call.out]).toEqual([0, expect.stringContaining('is resolved')]);
  }
  for (const caseNumber of [noors, tomass]) {
    const file = await robins('GET', `/cases/${caseNumber}`);
    expect(at(file.body, 'case', 'status')).toBe('verified');
    await changes(robins, caseNumber, { action: 'close' });
  }
}, 900_000);
