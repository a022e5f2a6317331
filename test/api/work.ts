/** Orders and cases behind the HTTP API: whose they are to see, who may do what, and each change once. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Answered, Desktop } from '../kit/desktop.ts';
import { imani, noor } from '../kit/people.ts';
import { at, items, type Opened, talk } from './opened.ts';

const NOTE = '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a4d';

export function describeWork(the: Opened): void {
  let sams: Desktop;
  let robins: Desktop;
  beforeAll(() => {
    sams = Desktop.of(the.centre, 'sam');
    robins = Desktop.of(the.centre, 'robin');
  });

  describe('a product', () => {
    const read = (product: string) => sams.asks('GET', `/products/${product}`);
    test('is told to any agent by the number that callers key, or its SKU, at the price of today', async () => {
      const lamp = await read('2101');
      expect(lamp).toMatchObject({
        status: 200,
        body: { sku: 'LAMP-01', name: 'Desk lamp', currency: 'USD', unitPriceMinor: 4_900, inStock: 38 },
      });
      expect((await read('LAMP-01')).body).toEqual(lamp.body);
      const today = new Date(the.centre.cloud.centre.nowMs()).toISOString().slice(0, 10);
      const promotion = { unitPriceMinor: 4_000, from: today, till: today };
      await the.centre.changeProduct('LAMP-01', { promotion, inStock: 0, restockDays: 9 });
      const offer = { usualPriceMinor: 4_900, till: today };
      const changed = { unitPriceMinor: 4_000, offer, inStock: 0, deliveryDays: 9 };
      expect((await read('2101')).body).toMatchObject(changed);
      await the.centre.changeProduct('LAMP-01', {});
      expect((await read('2101')).body).toEqual(lamp.body);
    });
    test('on offer is listed to any agent while its offer holds, in stock or not', async () => {
      const listed = async () => at((await sams.asks('GET', '/offers')).body, 'items');
      const day = (days: number) =>
        new Date(the.centre.cloud.centre.nowMs() + days * 24 * 60 * 60_000).toISOString().slice(0, 10);
      const promotion = { unitPriceMinor: 2_000, from: day(-1), till: day(0) };
      await the.centre.changeProduct('LAMP-01', { promotion });
      await the.centre.changeProduct('SHELF-03', { promotion });
      await the.centre.changeProduct('CHAIR-07', { promotion: { ...promotion, from: day(1), till: day(2) } });
      expect(await listed()).toMatchObject([
        { sku: 'LAMP-01', unitPriceMinor: 2_000, offer: { usualPriceMinor: 4_900, till: day(0) } },
        { sku: 'SHELF-03', unitPriceMinor: 2_000, inStock: 0 },
      ]);
      for (const sku of ['LAMP-01', 'SHELF-03', 'CHAIR-07']) await the.centre.changeProduct(sku, {});
      expect(await listed()).toEqual([]);
    });
    test('that there is not is said to be none, and one that is no number is refused', async () => {
      for (const product of ['9999999', 'MOON-1'])
        expect([product, (await read(product)).status]).toEqual([product, 404]);
      expect((await read('lamp%20one')).status).toBe(400);
    });
  });

  describe('an order', () => {
    const change = (intent: string, version: unknown, event: string, more: object = {}) => ({
      body: { event, version, why: 'asked on the telephone', intent, ...more },
    });

    test('is changed once for each intent, over the version that was seen, within the role', async () => {
      await talk(the, the.centre.agent('sam'), imani);
      const read = await sams.asks('GET', '/orders/1003');
      expect(read).toMatchObject({ status: 200, body: { status: 'confirmed', customerId: 'c-1001' } });
      expect(at(read.body, 'mayDo')).toContain('cancel');
      const version = at(read.body, 'version');
      const path = '/orders/1003/changes';
      const both = await Promise.all(
        ['first-intent', 'other-intent'].map((intent) =>
          sams.asks('POST', path, change(intent, version, 'change', { quantities: [1] })),
        ),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [won] = both[0]?.status === 200 ? ['first-intent'] : ['other-intent'];
      const again = await sams.asks('POST', path, change(won, version, 'change', { quantities: [1] }));
      expect(again).toMatchObject({ status: 200, body: { lines: [{ quantity: 1 }] } });
      expect(at(again.body, 'history')).toHaveLength(1);
      const next = at(again.body, 'version');
      expect(await sams.asks('POST', path, change('a-third-one', next, 'ship'))).toMatchObject({
        status: 422,
        body: { detail: 'Your role may not do this: ask a supervisor.' },
      });
      expect(await sams.asks('POST', path, change('a-fourth-one', next, 'cancel'))).toMatchObject({
        status: 200,
        body: { status: 'cancelled', history: [{ who: 'sam' }, { event: 'cancel', role: 'agent' }] },
      });
      expect(items(await sams.asks('GET', '/customers/c-1001/orders'))).toHaveLength(3);
    });
    test('that stands as a draft is confirmed by a supervisor, and its customer has it in writing once', async () => {
      await the.centre.saveOrder('c-1002', '6301', { 'LAMP-01': 1 }, { status: 'draft' });
      const path = '/orders/6301/changes';
      for (let time = 0; time < 2; time += 1)
        expect(await robins.asks('POST', path, change('confirms-it', 1, 'confirm'))).toMatchObject({
          body: { status: 'confirmed' },
        });
      const inWriting = (await the.centre.items('MessagesTable')).filter(
        ({ body }) => at(body, 'fields', 'orderNumber') === '6301',
      );
      expect(inWriting).toMatchObject([{ body: { news: 'order-placed', customerId: 'c-1002' } }]);
    });
    test('of somebody else, or that nobody has, is told to no agent', async () => {
      await the.centre.passes(61 * 60_000);
      const theirs = '/orders/1004';
      const refusals = [await sams.asks('GET', theirs), await sams.asks('GET', '/orders/777777')];
      expect(refusals.map(({ status }) => status)).toEqual([403, 403]);
      // Nor whether there is such an order.
      expect(new Set(refusals.map(({ body }) => at(body, 'detail'))).size).toBe(1);
      expect((await sams.asks('GET', '/customers/c-1003/orders')).status).toBe(403);
      expect((await sams.asks('POST', `${theirs}/changes`, change('a-fifth-one', 1, 'cancel'))).status).toBe(
        403,
      );
      expect((await robins.asks('GET', '/orders/777777')).status).toBe(404);
    });
  });

  describe('an order that a caller has begun', () => {
    const path = `/customers/${imani.customerId}/draft`;
    const ends = (by: Desktop, event: string, more: object) =>
      by.asks('POST', `${path}/changes`, { body: { event, contactId: 'this-contact', ...more } });

    test('is seen by the agent whom they asked for, and ordered at the total that was read to them, once', async () => {
      const call = the.centre.dial(imani);
      call.isGiven({ verified: 'true' });
      for (const keys of ['2', '2304#', '4#', '0']) await call.presses(keys);
      const agent = the.centre.agent('sam');
      agent.becomesAvailable();
      await agent.accepts(call);
      await agent.talksTo(call);
      await the.centre.passes(5_000);
      const draft = await sams.asks('GET', path);
      expect(draft).toMatchObject({ status: 200, body: { lines: [{ sku: 'PAPER-A4', quantity: 4 }] } });
      const seen = {
        begunAt: at(draft.body, 'begunAt'),
        totalMinor: at(draft.body, 'totalMinor'),
        currency: 'USD',
      };
      expect((await ends(sams, 'confirm', { ...seen, totalMinor: 1 })).status).toBe(409);
      const answers = await Promise.all([1, 2].map(() => ends(sams, 'confirm', seen)));
      answers.push(await ends(sams, 'confirm', seen));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(answers.map(({ body }) => at(body, 'orderNumber'))).size).toBe(1);
      expect(await sams.asks('GET', `/orders/${at(answers[0]?.body, 'orderNumber')}`)).toMatchObject({
        body: { status: 'confirmed', totalMinor: seen.totalMinor },
      });
      const inWriting = (await the.centre.items('MessagesTable')).filter(
        ({ messageId }) => messageId === `order-placed-${at(answers[0]?.body, 'orderNumber')}`,
      );
      expect(inWriting).toMatchObject([
        {
          customerId: imani.customerId,
          body: {
            news: 'order-placed',
            fields: {
              items: '4 × Paper, 2,500 sheets',
              amountMinor: String(seen.totalMinor),
              expectedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
            },
          },
        },
      ]);
      expect((await sams.asks('GET', path)).status).toBe(404);
      const again = await sams.asks('PUT', path, {
        body: { contactId: 'this-contact', lines: [{ sku: 'PAPER-A4', quantity: 5 }] },
      });
      expect(again.status).toBe(200);
      expect((await ends(sams, 'cancel', { begunAt: seen.begunAt })).status).toBe(409);
      expect((await ends(sams, 'cancel', { begunAt: at(again.body, 'begunAt') })).status).toBe(200);
      expect((await sams.asks('GET', path)).status).toBe(404);
      call.hangsUp();
    });

    test('goes to the address that they name for it, and nobody is told so of one that went elsewhere', async () => {
      const begin = (quantity: number) =>
        robins.asks('PUT', path, {
          body: { contactId: 'this-contact', lines: [{ sku: 'PAPER-A4', quantity }] },
        });
      const seenOf = ({ body }: Answered) => ({
        begunAt: at(body, 'begunAt'),
        totalMinor: at(body, 'totalMinor'),
        currency: 'USD',
      });
      const seen = seenOf(await begin(6));
      const nobodys = await ends(robins, 'confirm', { ...seen, deliverTo: { addressId: 'cabin' } });
      expect(nobodys).toMatchObject({
        status: 422,
        body: { detail: expect.stringMatching(/^The customer has no address with this id: [^.]+\.$/) },
      });
      expect((await ends(robins, 'confirm', { ...seen, deliverTo: 'home' })).status).toBe(400);
      const home = { ...seen, deliverTo: { addressId: 'home', instructions: 'Knock' } };
      const placed = await ends(robins, 'confirm', home);
      expect((await ends(robins, 'confirm', home)).body).toEqual(placed.body);
      const orderNumber = String(at(placed.body, 'orderNumber'));
      const deliverTo = { recipient: 'Imani Whitlock', city: 'Brindle Ferry', instructions: 'Knock' };
      expect(await robins.asks('GET', `/orders/${orderNumber}`)).toMatchObject({
        status: 200,
        body: { deliverTo, billTo: { documentsBy: 'email' } },
      });
      const document = await robins.asks('GET', `/orders/${orderNumber}/document`);
      expect(document).toMatchObject({
        body: { document: { deliverTo }, text: expect.stringContaining('How to deliver: Knock\n') },
      });
      // A second window of hers, in which somebody else was read out.
      const elsewhere = { ...seen, deliverTo: { addressId: 'office' } };
      expect(await ends(robins, 'confirm', elsewhere)).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining(`as ${orderNumber}, and goes elsewhere`) },
      });
      const asEver = await ends(robins, 'confirm', seenOf(await begin(7)));
      expect(await robins.asks('GET', `/orders/${at(asEver.body, 'orderNumber')}`)).toMatchObject({
        body: { deliverTo: { recipient: 'Whitlock Surveyors', instructions: 'Ring at the gate, please' } },
      });
    });
  });

  describe('what is sent in exchange', () => {
    test('goes to the address that an agent names, and where nothing is sent no address is taken', async () => {
      const path = '/orders/1001/changes';
      const ask = (event: string, more: object) =>
        robins.asks('POST', path, {
          body: { event, version: 1, why: 'torn', intent: `for-${event}-now`, ...more },
        });
      const home = { deliverTo: { addressId: 'home' } };
      expect(await ask('request-return', home)).toMatchObject({
        status: 422,
        body: { detail: expect.stringContaining('Only with exchange') },
      });
      expect((await ask('exchange', { billTo: { addressId: 'cabin', documentsBy: 'email' } })).status).toBe(
        422,
      );
      const exchanged = await ask('exchange', home);
      expect(exchanged).toMatchObject({
        status: 200,
        body: { deliverTo: { recipient: 'Whitlock Surveyors' } },
      });
      const sent = await robins.asks('GET', `/orders/${at(exchanged.body, 'replacedBy')}`);
      expect(sent).toMatchObject({
        body: { totalMinor: 0, deliverTo: { recipient: 'Imani Whitlock' }, billTo: { documentsBy: 'email' } },
      });
      expect(sent.body).not.toHaveProperty('deliverTo.instructions');
    });
  });

  describe('a voice message', () => {
    test('is lent to whoever may see its case, for five minutes, and nobody else', async () => {
      const call = the.centre.dial(noor);
      await call.presses('0');
      await call.presses('2');
      await call.leavesMessage('Please bring the parcel on Friday.');
      const [opened] = await the.centre.casesOf(call);
      const path = `/cases/${opened?.['caseNumber']}`;
      const hear = (by: Desktop) => by.asks('GET', `${path}/voicemail`);
      expect(await hear(robins)).toMatchObject({ status: 409 });
      call.hangsUp();
      await the.centre.passes(20_000);
      expect((await hear(sams)).status).toBe(403);
      expect((await robins.asks('GET', path)).body).toMatchObject({
        case: { type: 'voicemail' },
        voicemail: { state: 'kept', seconds: expect.any(Number) },
      });
      const lent = await hear(robins);
      expect(lent).toMatchObject({ status: 200, body: { seconds: expect.any(Number), offsetSeconds: 0 } });
      const url = String(at(lent.body, 'url'));
      const sound = await fetch(url);
      expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/wav']);
      expect(Buffer.from(await sound.arrayBuffer()).toString('latin1')).toContain('on Friday.');
      await the.centre.passes(301_000);
      expect((await fetch(url)).status).toBe(403);
      const audit = (await the.centre.items('AuditTable')).filter(
        ({ operation }) => operation === 'hearVoicemail',
      );
      expect(audit.map(({ allowed }) => allowed).toSorted()).toEqual([false, true, true]);
    });
  });

  describe('a case', () => {
    test('is worked on by whoever has its customer, passed on to a department, and comes back', async () => {
      const call = the.centre.dial(noor);
      await call.presses('3');
      await call.presses('2');
      await call.presses('4');
      await call.presses('2');
      await the.centre.passes(60_000);
      call.hangsUp();
      const [opened] = await the.centre.casesOf(call);
      const caseNumber = String(opened?.['caseNumber']);
      const path = `/cases/${caseNumber}`;
      const refusals = [await sams.asks('GET', path), await sams.asks('GET', '/cases/99999999')];
      expect(refusals.map(({ status }) => status)).toEqual([403, 403]);
      expect(new Set(refusals.map(({ body }) => at(body, 'detail'))).size).toBe(1);
      const act = async (by: Desktop, change: object) => {
        const version = at((await robins.asks('GET', path)).body, 'case', 'version');
        return await by.asks('POST', `${path}/changes`, { body: { version, change } });
      };
      expect(await act(robins, { action: 'take' })).toMatchObject({
        status: 200,
        body: { owner: 'robin', status: 'in-progress' },
      });
      expect((await sams.asks('GET', path)).status).toBe(403);
      const ofCustomer = ['', '/orders', '/cases', '/timeline', '/notes', '/draft'];
      const seen = async (): Promise<readonly number[]> => {
        const answers = ofCustomer.map((list) => sams.asks('GET', `/customers/${noor.customerId}${list}`));
        return (await Promise.all(answers)).map(({ status }) => status);
      };
      expect(new Set(await seen())).toEqual(new Set([403]));
      const passed = await act(robins, {
        action: 'pass-on',
        department: 'shipping',
        handover: 'Find the parcel.',
      });
      expect(passed).toMatchObject({ status: 200, body: { department: 'shipping' } });
      expect(items(await sams.asks('GET', '/departments/shipping/cases'))).toMatchObject([{ caseNumber }]);
      expect((await sams.asks('GET', '/departments/billing/cases')).status).toBe(403);
      // Nobody finds a parcel without the order and whose it is.
      expect(await seen()).toEqual([200, 200, 200, 200, 200, 404]);
      expect(await act(sams, { action: 'department-replied', words: 'It is on its way.' })).toMatchObject({
        status: 200,
        // It is back with who passed it on, and no business of the dock any more.
        body: { status: 'in-progress', owner: 'robin', department: opened?.['department'] },
      });
      expect((await sams.asks('GET', path)).status).toBe(403);
      expect(await act(robins, { action: 'close' })).toMatchObject({
        status: 422,
        body: { detail: 'The case stands so that this cannot be done: mayDo has what can.' },
      });
      const note = { body: { words: 'Looked at the dock.', visibility: 'internal' } };
      for (const _time of [1, 2])
        expect((await robins.asks('PUT', `${path}/notes/${NOTE}`, note)).status).toBe(200);
      const stale = { body: { version: 1, change: { action: 'take' } } };
      expect((await robins.asks('POST', `${path}/changes`, stale)).status).toBe(409);
      const file = await robins.asks('GET', path);
      const notes = at(file.body, 'notes');
      const told = Array.isArray(notes)
        ? notes.map((one) => `${at(one, 'byRole')}: ${at(one, 'words')}`)
        : [];
      expect(told).toEqual(
        expect.arrayContaining([
          'department: It is on its way.',
          expect.stringContaining('Looked at the dock.'),
        ]),
      );
      expect(told.filter((words) => words.includes('dock'))).toHaveLength(1);
      expect(items(await robins.asks('GET', '/audit/customers/c-1003'))).toContainEqual(
        expect.objectContaining({ operation: 'changeCase', via: 'department', allowed: true }),
      );
      expect(items(await robins.asks('GET', '/audit/customers/c-1003'))).toContainEqual(
        expect.objectContaining({ operation: 'listOrders', via: 'case', caseNumber, allowed: true }),
      );
      expect((await act(robins, { action: 'assign', owner: 'sam' })).status).toBe(200);
      expect(await sams.asks('PUT', `${path}/notes/${NOTE}`, note)).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('under this id: give yours an id of its own') },
      });
      expect((await sams.asks('GET', '/follow-ups')).body).toMatchObject({ cases: [{ caseNumber }] });
      expect((await seen())[0]).toBe(200);
      // Who passes a case on may follow it; reply and answer come back to them, and each is a task.
      const { department } = opened ?? {};
      const toQuality = { action: 'pass-on', department: 'quality', handover: 'Was it packed well?' };
      expect(await act(sams, toQuality)).toMatchObject({
        status: 200,
        body: { department: 'quality', passedOn: { by: 'sam', from: department } },
      });
      expect((await sams.asks('GET', path)).status).toBe(200);
      expect(await act(robins, { action: 'department-replied', words: 'It was.' })).toMatchObject({
        status: 200,
        body: { department, owner: 'sam' },
      });
      const asked = { action: 'ask-approval', amountMinor: 9_000, currency: 'USD', words: 'The price.' };
      for (const answer of [{ action: 'refuse-approval', words: 'Half of it.' }, { action: 'approve' }]) {
        expect((await act(sams, asked)).status).toBe(200);
        expect(await act(robins, answer)).toMatchObject({
          status: 200,
          body: { owner: 'sam', department, approval: { by: 'robin', askedBy: 'sam' } },
        });
      }
      expect((await act(robins, { action: 'assign', owner: 'robin' })).status).toBe(200);
      const tasks = (await the.centre.items('MessagesTable')).filter(
        (item) => item['caseNumber'] === caseNumber && at(item['body'], 'kind') === 'task',
      );
      expect(tasks.map(({ body }) => at(body, 'name'))).toEqual(
        expect.arrayContaining(
          [
            'a reply for robin',
            'now with sam',
            'a reply for sam',
            'not approved, for sam',
            'approved, for sam',
          ].map((what) => `Case ${caseNumber}: ${what}`),
        ),
      );
      // Who takes a case over is told by nobody that they did.
      expect(tasks.map(({ body }) => at(body, 'name'))).not.toContain(`Case ${caseNumber}: now with robin`);
    });
    test('is opened once for each intent, with what its type asks for, its note and its links', async () => {
      const call = await talk(the, the.centre.agent('sam'), imani);
      const { contactId } = call;
      const wish = {
        intent: 'sams-first-wish',
        customerId: 'c-1001',
        type: 'payment',
        details: { orderNumber: '1002', paymentProblem: 'charged-twice' },
        words: 'She has both receipts.',
        contactId,
      };
      const open = (change: object = {}, by = sams) =>
        by.asks('POST', '/cases', { body: { ...wish, ...change } });
      const numbers = (await Promise.all(Array.from({ length: 6 }, () => open()))).map(({ status, body }) => [
        status,
        at(body, 'caseNumber'),
      ]);
      expect(new Set(numbers.map(String)).size).toBe(1);
      const [[status, caseNumber] = []] = numbers;
      expect(status).toBe(201);
      expect((await sams.asks('GET', `/cases/${caseNumber}`)).body).toMatchObject({
        case: { status: 'open', department: 'billing', type: 'payment', version: 1, details: wish.details },
        notes: [{ words: wish.words, by: 'sam', visibility: 'internal', contactId }],
        contactIds: [contactId],
        orderNumbers: ['1002'],
      });
      expect(await open({ type: 'other', details: { matter: 'x' } })).toMatchObject({ status: 409 });
      // The intents of another agent are their own.
      expect(await open({ contactId: undefined }, robins)).not.toMatchObject({ body: { caseNumber } });
      for (const [change, status] of [
        [{ intent: 'without-details', details: { orderNumber: '1002' } }, 422],
        [{ intent: 'order-of-others', details: { ...wish.details, orderNumber: '1004' } }, 422],
        [{ intent: 'contact-of-others', contactId: 'somebody-elses' }, 422],
        [{ intent: 'not-my-customer', customerId: 'c-1004' }, 403],
      ] as const)
        expect([change, (await open(change)).status]).toEqual([change, status]);
      const kept = (await the.centre.cases()).filter(({ customerId }) => customerId === 'c-1001');
      expect(kept.filter(({ intent }) => String(intent).includes('desk '))).toHaveLength(2);
      expect(await sams.asks('PUT', `/cases/${caseNumber}/orders/1003`)).toMatchObject({ status: 200 });
      expect(await sams.asks('PUT', `/cases/${caseNumber}/orders/1004`)).toMatchObject({ status: 422 });
      expect(await robins.asks('PUT', `/cases/${caseNumber}/contacts/${contactId}`)).toMatchObject({
        status: 404,
      });
      const describes = (version: number, orderNumber: string) => {
        const change = { action: 'describe', details: { orderNumber } };
        return sams.asks('POST', `/cases/${caseNumber}/changes`, { body: { version, change } });
      };
      // That of somebody else, and that of nobody.
      for (const orderNumber of ['1004', '999999999'])
        expect(await describes(1, orderNumber)).toMatchObject({
          status: 422,
          body: { detail: 'The customer has no such order: check the number.' },
        });
      expect(await describes(1, '1001')).toMatchObject({
        status: 200,
        body: { version: 2, details: { orderNumber: '1001' } },
      });
      const { body } = await sams.asks('GET', `/cases/${caseNumber}`);
      expect(body).toMatchObject({ case: { version: 2 } });
      expect(at(body, 'orderNumbers')).toEqual(['1001', '1002', '1003']);
      expect(at((await sams.asks('GET', '/case-types')).body, 'caseTypes')).toContainEqual({
        type: 'order-check',
        department: 'orders',
        asksAtOpening: [],
        asksBeforeResolved: ['finding'],
      });
    });
    test('that nobody has is told to no agent', async () => {
      expect((await sams.asks('GET', '/cases/99999999')).status).toBe(403);
      expect((await robins.asks('GET', '/cases/99999999')).status).toBe(404);
      expect((await sams.asks('GET', '/customers/c-1004/cases')).status).toBe(403);
    });
  });
}
