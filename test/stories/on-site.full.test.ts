/** A day at the centre: yesterday's purchases get into the records, complaints and wishes are taken down, and what comes again and again is reported. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answers, at, Booted, caseOnTheLine, changes, presses, says, until } from './booted.ts';

/** Three who bought a writing desk; Imani calls, the others send what they have to say. */
const IMANI = { from: '+12025550111', pin: '4711', customerId: 'c-1001' };
const BUYERS = ['c-1001', 'c-1002', 'c-1004'] as const;
const CALLERS = ['+12025550121', '+12025550141'] as const;
const FEEDBACK = '3f0a5f6e-1d0b-47a5-9b55-9d0c2b7a6e01';
const WISH = '3f0a5f6e-1d0b-47a5-9b55-9d0c2b7a6e02';
const TWO_MINUTES_MS = 120_000;

const centre = new Booted();
beforeAll(() => centre.starts(), 60_000);
afterAll(() => centre.ends());

/** Yesterday's purchases as the shop and a partner send them. */
const purchases = [
  ...BUYERS.map((customerId, index) => ({
    source: 'web',
    reference: `W-10${index}`,
    format: 'json',
    content: JSON.stringify({ customerId, currency: 'USD', lines: [{ sku: 'DESK-3', quantity: 1 }] }),
  })),
  {
    source: 'edi',
    reference: 'P-7',
    format: 'edifact',
    content: "NAD+BY+c-1003'CUX+2:USD'LIN+1++LAMP-01'QTY+21:2'",
  },
];

test('on site: the records are right in the morning, and by night the trouble with one product is known', async () => {
  const robins = await centre.desktop('robin');
  const numbers: string[] = [];
  for (const purchase of purchases) {
    const { status, body } = await robins('POST', '/intake/orders', purchase);
    expect([status, at(body, 'isRepeated')]).toEqual([200, false]);
    numbers.push(String(at(body, 'orderNumber')));
  }
  const unreadable = {
    source: 'email',
    reference: 'E-1',
    format: 'text',
    content: 'Two of the big desks, please.',
  };
  const asCase = await robins('POST', '/intake/orders', unreadable);
  expect(String(at(asCase.body, 'caseNumber'))).toMatch(/^\d{8}$/);

  // Complaints come by key, and what people say besides is written down by whoever talks with them.
  for (const from of CALLERS) {
    const call = await centre.dials(from, '3,6,1,2,2,1#,9');
    expect([call.exitCode, call.out]).toEqual([0, expect.stringContaining('Your case number is')]);
  }
  const sam = await centre.works('sam');
  const sams = await centre.desktop('sam');
  const heardBefore = sam.said.length;
  const line = await centre.calls(IMANI.from);
  await presses(line, '3', 'press 1');
  await presses(line, '6', 'For a complaint, press 6');
  await presses(line, '1', 'If you cannot use what you bought');
  await presses(line, '2', 'If it arrived damaged, press 2');
  await presses(line, '2', 'To have it replaced, press 2');
  await presses(line, `${numbers[0]}#`, 'enter its number');
  await line.hears(says('Your case number is'));
  await presses(line, '0', 'To speak with one of our team, press 0. To end the call');
  const contactId = await answers(sam, line, heardBefore);
  const caseNumber = await caseOnTheLine(sams, IMANI.customerId);
  await changes(sams, caseNumber, { action: 'take' });
  const feedback = { text: 'Likes the desk, and the courier was kind.', contactId };
  expect(await sams('PUT', `/customers/${IMANI.customerId}/notes/${FEEDBACK}`, feedback)).toMatchObject({
    status: 200,
  });
  const wish = {
    intent: WISH,
    customerId: IMANI.customerId,
    type: 'wish',
    details: { matter: 'Corners of desks should be padded.' },
    contactId,
  };
  const wished = await sams('POST', '/cases', wish);
  expect(wished.status).toBe(201);
  line.says({ type: 'hang-up' });
  await line.hearsType('ended');
  sam.says({ type: 'clear', contactId });

  await centre.restarts();

  // The sender got no answer and sends again: it is the same order.
  const again = await centre.desktop('robin');
  for (const [index, purchase] of purchases.entries()) {
    const { body } = await again('POST', '/intake/orders', purchase);
    expect([at(body, 'isRepeated'), at(body, 'orderNumber')]).toEqual([true, numbers[index]]);
  }

  // The third damaged desk: quality control gets to know all of them.
  const complaints = await Promise.all(
    BUYERS.map(async (customerId) => {
      const { body } = await again('GET', `/customers/${customerId}/cases`);
      const items = at(body, 'items');
      const found = Array.isArray(items)
        ? items.find((item: unknown) => at(item, 'type') === 'complaint')
        : undefined;
      return String(at(found, 'caseNumber'));
    }),
  );
  expect(new Set(complaints).size).toBe(BUYERS.length);
  for (const [index, complaint] of complaints.entries()) {
    if (complaint !== caseNumber) await changes(again, complaint, { action: 'take' });
    // All that such a case asks for was told by key.
    expect(await again('GET', `/cases/${complaint}`)).toMatchObject({
      body: {
        case: {
          details: {
            product: 'DESK-3',
            cause: 'damage',
            wantedOutcome: 'replacement',
            orderNumber: numbers[index],
          },
        },
        orderNumbers: [numbers[index]],
      },
    });
  }
  await changes(again, caseNumber, {
    action: 'pass-on',
    department: 'quality',
    handover: `The third damaged DESK-3 of one day: ${complaints.join(', ')}. Look at the packing.`,
  });
  const quality = await again('GET', '/departments/quality/cases');
  expect(at(quality.body, 'items')).toMatchObject([{ caseNumber, type: 'complaint', severity: 'high' }]);
  const file = JSON.stringify((await again('GET', `/cases/${caseNumber}`)).body);
  expect(complaints.filter((complaint) => !file.includes(complaint))).toEqual([]);

  // What was said during the day is with the customer, and the task is on its way.
  const notes = await again('GET', `/customers/${IMANI.customerId}/notes`);
  expect(JSON.stringify(notes.body)).toContain('the courier was kind');
  const open = await again('GET', `/customers/${IMANI.customerId}/cases`);
  expect(JSON.stringify(open.body)).toContain('"type":"wish"');
  await until(
    async () => (await centre.runs('outbox')).out,
    (printed) => printed.includes(caseNumber),
    TWO_MINUTES_MS,
  );
}, 900_000);
