/** Orders from the web, e-mail, files and feeds: each once, and what cannot be taken in is a case. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { putItem } from '../../lambdas/tables/requests.ts';
import type { Item } from '../kit/centre.ts';
import { type Answered, Desktop } from '../kit/desktop.ts';
import { throwsAtOnce } from '../kit/faults.ts';
import { at, type Opened } from './opened.ts';

const JSON_ORDER = { customerId: 'c-1003', currency: 'USD', lines: [{ sku: 'LAMP-01', quantity: 2 }] };
/** Somebody edited it by hand, and an order for it cannot be taken in by anybody. */
const BROKEN_PRODUCT = { pk: 'PRODUCT#BROKEN-01', inStock: 'many' };
const BROKEN_LINES = [{ sku: 'BROKEN-01', quantity: 1 }];
const EDIFACT = "UNH+1+ORDERS'NAD+BY+c-1003'CUX+2:USD'LIN+1++LAMP-01'QTY+21:2'PRI+AAA:4900'UNT+6+1'";

export function describeIntake(the: Opened): void {
  let robin: Desktop;
  beforeAll(() => {
    robin = Desktop.of(the.centre, 'robin');
  });
  beforeEach(async () => {
    await the.centre.changeProduct('LAMP-01', {});
    // So that nothing is throttled.
    await the.centre.passes(2_000);
  });
  afterAll(() => the.centre.passes(5_000));
  const send = (reference: string, change: Readonly<Record<string, unknown>> = {}): Promise<Answered> =>
    robin.asks('POST', '/intake/orders', {
      body: { source: 'web', reference, format: 'json', content: JSON.stringify(JSON_ORDER), ...change },
    });
  const kept = async (prefix: string, reference: string): Promise<readonly Item[]> =>
    (await the.centre.items('OrdersTable')).filter(
      (item) =>
        String(item['pk']).startsWith(prefix) &&
        (item['externalReference'] === reference || String(item['pk']).endsWith(`#${reference}`)),
    );
  const stock = async (): Promise<unknown> =>
    (await the.centre.items('OrdersTable')).find(({ pk }) => pk === 'PRODUCT#LAMP-01')?.['inStock'];

  describe('an order that comes in', () => {
    test('is an order at the prices of today, with its tax and the reference of its sender', async () => {
      const taken = await send('W-100');
      expect(taken).toMatchObject({ status: 200, body: { outcome: 'taken', isRepeated: false } });
      expect(await kept('ORDER#', 'W-100')).toMatchObject([
        {
          customerId: 'c-1003',
          status: 'confirmed',
          source: 'web',
          isReadBack: false,
          expectedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          taxMinor: 809,
          lines: [{ sku: 'LAMP-01', quantity: 2, unitPriceMinor: 4_900, taxMinor: 809 }],
        },
      ]);
      expect(await stock()).toBe(36);
    });
    test('has a document for whoever may see its customer', async () => {
      const { body } = await send('W-104');
      const orderNumber = JSON.stringify(body).match(/\d{10}/)?.[0];
      const read = await robin.asks('GET', `/orders/${orderNumber}/document`);
      expect(read).toMatchObject({
        status: 200,
        body: {
          document: { documentNumber: `${orderNumber}-1`, totalMinor: 10_609, isReadBack: false },
          text: expect.stringContaining('Your reference: W-104\n'),
        },
      });
      const sam = Desktop.of(the.centre, 'sam');
      expect(await sam.asks('GET', `/orders/${orderNumber}/document`)).toMatchObject({ status: 403 });
    });
    test('ten times at once and once more later is one order, and all are told its number', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => send('W-101')));
      const again = await send('W-101');
      const numbers = [...answers, again].map(({ body }) => JSON.stringify(body).match(/\d{10}/)?.[0]);
      expect(new Set(numbers).size).toBe(1);
      expect(again).toMatchObject({ body: { outcome: 'taken', isRepeated: true } });
      expect(await kept('ORDER#', 'W-101')).toHaveLength(1);
      expect(await stock()).toBe(36);
    });
    test('may be an EDIFACT message', async () => {
      const taken = await send('E-1', { source: 'edi', format: 'edifact', content: EDIFACT });
      expect(taken).toMatchObject({ status: 200, body: { outcome: 'taken' } });
    });
    test('goes where its sender says, and else where its customer wants it', async () => {
      const goesTo = async (reference: string, change: object) => {
        const content = JSON.stringify({ ...JSON_ORDER, customerId: 'c-1001', ...change });
        const { body } = await send(reference, { content });
        return (await robin.asks('GET', `/orders/${at(body, 'orderNumber')}`)).body;
      };
      const gift = { recipient: 'Ζωή', lines: ['Φάρου 1'], city: 'Αλώνια', country: 'GR' };
      const billTo = { recipient: 'Imani Whitlock', documentsBy: 'email' };
      expect(await goesTo('W-105', {})).toMatchObject({
        deliverTo: { recipient: 'Whitlock Surveyors' },
        billTo,
      });
      expect(await goesTo('W-106', { deliverTo: gift })).toMatchObject({ deliverTo: gift, billTo });
      const nowhere = await goesTo('W-107', { customerId: 'c-1003' });
      expect(nowhere).not.toHaveProperty('deliverTo');
      expect(nowhere).not.toHaveProperty('billTo');
    });
    test.each([
      ['an e-mail is told to its customer in writing, once', 'email', 1],
      ['the shop is told to the shop alone, which tells its customer', 'web', 0],
      ['a feed is told to its sender alone', 'edi', 0],
    ])('by %s', async (_how, source, messages) => {
      const answers = await Promise.all([1, 2, 3].map(() => send(`told-${source}`, { source })));
      const orderNumber = at(answers[0]?.body, 'orderNumber');
      expect(orderNumber).toMatch(/^\d{10}$/);
      const about = (await the.centre.items('MessagesTable')).filter(
        ({ messageId }) => messageId === `order-placed-${orderNumber}`,
      );
      expect(about.map(({ customerId }) => customerId)).toEqual(Array(messages).fill('c-1003'));
    });
    test('with the reference of another order is refused', async () => {
      await send('W-102');
      const other = await send('W-102', { content: JSON.stringify({ ...JSON_ORDER, customerId: 'c-1001' }) });
      expect(other).toMatchObject({ status: 409 });
    });
    test('is taken in by a supervisor only', async () => {
      const sam = Desktop.of(the.centre, 'sam');
      const body = { source: 'web', reference: 'W-103', format: 'json', content: '{}' };
      expect(await sam.asks('POST', '/intake/orders', { body })).toMatchObject({ status: 403 });
      expect(await kept('INTAKE#', 'W-103')).toEqual([]);
    });
  });

  const json = (change: object) => ({ content: JSON.stringify({ ...JSON_ORDER, ...change }) });
  test.each([
    ['in free words', { format: 'text', content: 'Two lamps please' }, 'it is written in free words'],
    ['no JSON', { content: '{' }, 'it is no JSON'],
    ['without lines', json({ lines: [] }), 'lines is missing or not as it should be'],
    ['of a thousand lines', json({ lines: Array(1_000).fill(JSON_ORDER.lines[0]) }), 'lines is missing'],
    ['of half a piece', json({ lines: [{ sku: 'LAMP-01', quantity: 0.5 }] }), 'lines.0.quantity is missing'],
    ['of somebody unknown', json({ customerId: 'c-404' }), 'its customer is not known'],
    [
      'of an unknown product',
      json({ lines: [{ sku: 'MOON', quantity: 1 }] }),
      'a product that we do not have',
    ],
    ['of more than there is', json({ lines: [{ sku: 'LAMP-01', quantity: 99 }] }), 'more of a product'],
    [
      'at a price of its own',
      json({ lines: [{ sku: 'LAMP-01', quantity: 1, unitPriceMinor: 1 }] }),
      'a price that is not ours',
    ],
    ['in another currency', json({ currency: 'EUR' }), 'another currency'],
    [
      'to an address that its customer does not have',
      json({ deliverTo: { addressId: 'moon-base' } }),
      'an address that its customer does not have',
    ],
    ['with a line twice', json({ lines: Array(2).fill(JSON_ORDER.lines[0]) }), 'stands in several lines'],
  ])('an order %s is one case with the reason, however often it is sent', async (what, change, because) => {
    const reference = `odd/${what.replaceAll(' ', '-')}`;
    const first = await send(reference, change);
    const again = await send(reference, change);
    const body = { outcome: 'for-a-person', because: expect.stringContaining(because) };
    expect(first).toMatchObject({ status: 200, body: { ...body, isRepeated: false } });
    expect(again).toMatchObject({ status: 200, body: { ...body, isRepeated: true } });
    const cases = (await the.centre.items('CasesTable')).filter(
      ({ contactId }) => contactId === `intake web ${reference}`,
    );
    expect(cases).toMatchObject([{ reason: 'order-intake', type: 'order-check', status: 'open' }]);
    // Whoever works on it reads why, and what was sent; and the team has a task.
    const caseNumber = String(cases[0]?.['caseNumber']);
    const file = await robin.asks('GET', `/cases/${caseNumber}`);
    expect(at(file.body, 'notes')).toEqual([
      expect.objectContaining({ visibility: 'internal', words: expect.stringContaining(because) }),
    ]);
    const words = String(at(file.body, 'notes', 0, 'words'));
    expect(words).toContain(`from web ${reference} `);
    expect(words).toContain(String((await kept('INTAKE#', reference))[0]?.['content']).slice(0, 200));
    const tasks = (await the.centre.items('MessagesTable')).filter((one) => one['caseNumber'] === caseNumber);
    expect(tasks).toMatchObject([{ body: { kind: 'task', team: 'orders', name: expect.anything() } }]);
    expect(await kept('INTAKE#', reference)).toMatchObject([{ content: expect.anything() }]);
    expect(await kept('ORDER#', reference)).toEqual([]);
  });

  describe('a file in the bucket', () => {
    const drop = async (key: string, content: string | Buffer): Promise<void> => {
      const { buckets, stack } = the.centre.cloud;
      buckets.put(stack.outputs['OrderFilesBucket'] ?? '', key, Buffer.from(content));
      await the.centre.passes(1_000);
    };
    const casesOf = async (reference: string): Promise<readonly Item[]> =>
      (await the.centre.items('CasesTable')).filter(({ contactId }) =>
        String(contactId).startsWith(`intake file ${reference}`),
      );

    test('is an order of its name, however often it is dropped and told of', async () => {
      for (const key of ['in/F-1.json', 'in/F-1.json', 'again/F-1.json'])
        await drop(key, JSON.stringify(JSON_ORDER));
      await drop('F-2.EDI', EDIFACT);
      expect(await kept('ORDER#', 'F-1')).toMatchObject([{ customerId: 'c-1003', source: 'file' }]);
      expect(await kept('ORDER#', 'F-2')).toMatchObject([{ source: 'file' }]);
      expect(await stock()).toBe(34);
      expect(await casesOf('F-')).toEqual([]);
    });
    test('that outlasts the function each time is a case too, though nothing of it ran to its end', async () => {
      the.centre.fault('take-in-files', { fault: { kind: 'slow', virtualMs: 60_000 }, times: 3 });
      the.centre.fault('refer-file', throwsAtOnce(1));
      // A slow function has written what it writes before its time is over: this one has come to nothing.
      await putItem(the.centre.table('OrdersTable'), { Item: BROKEN_PRODUCT });
      await drop('F-7.json', JSON.stringify({ ...JSON_ORDER, lines: BROKEN_LINES }));
      await the.centre.passes(100_000);
      expect(await casesOf('F-7')).toEqual([]);
      await the.centre.passes(400_000);
      expect(await casesOf('F-7')).toMatchObject([{ reason: 'order-intake', status: 'open' }]);
    });
    test('that fails each time is a case with the last time, and not before', async () => {
      await putItem(the.centre.table('OrdersTable'), { Item: BROKEN_PRODUCT });
      await drop('F-6.json', JSON.stringify({ ...JSON_ORDER, lines: BROKEN_LINES }));
      await the.centre.passes(100_000);
      expect(await casesOf('F-6')).toEqual([]);
      await the.centre.passes(120_000);
      expect(await casesOf('F-6')).toMatchObject([{ reason: 'order-intake', status: 'open' }]);
      expect(await kept('ORDER#', 'F-6')).toEqual([]);
    });
    test('that cannot be read, or has the name of another, is one case for a person, and no order', async () => {
      await drop('F-1.json', JSON.stringify({ ...JSON_ORDER, customerId: 'c-1001' }));
      await drop('F-1.json', JSON.stringify({ ...JSON_ORDER, customerId: 'c-1001' }));
      await drop('F-3.json', Buffer.from([0xff, 0xfe, 0x7b]));
      await drop('F-4.json', `${JSON.stringify(JSON_ORDER)}${' '.repeat(60_000)}`);
      await drop('F-5', 'Two lamps please');
      for (const reference of ['F-1 again', 'F-3', 'F-4', 'F-5'])
        expect([reference, await casesOf(reference)]).toEqual([
          reference,
          [expect.objectContaining({ reason: 'order-intake', type: 'order-check' })],
        ]);
      for (const [reference, words] of [
        ['F-5', 'Two lamps please'],
        ['F-1 again', 'another order came under this name before'],
      ] as const) {
        const caseNumber = (await casesOf(reference))[0]?.['caseNumber'];
        const { body } = await robin.asks('GET', `/cases/${caseNumber}`);
        expect(at(body, 'notes')).toEqual([
          expect.objectContaining({ words: expect.stringContaining(words) }),
        ]);
      }
      await drop('Rendelés (1).json', JSON.stringify(JSON_ORDER));
      const orders = (await the.centre.items('OrdersTable')).filter(({ source }) => source === 'file');
      expect(orders).toHaveLength(3);
    });
  });
}
