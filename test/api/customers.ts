/** Customers behind the HTTP API: who may see whom, what is changed over what was seen, and what the audit says of it. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { openCaseOnce } from '../../lambdas/tables/cases.ts';
import { updateItem } from '../../lambdas/tables/requests.ts';
import { Desktop } from '../kit/desktop.ts';
import { greta, imani, stranger, tomas } from '../kit/people.ts';
import { at, items, type Opened, talk } from './opened.ts';

const MINUTE_MS = 60_000;
const NOTE = '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a4b';

export function describeCustomers(the: Opened): void {
  let sams: Desktop;
  let robins: Desktop;
  const audited = async (customerId: string): Promise<unknown[]> =>
    items(await robins.asks('GET', `/audit/customers/${customerId}`));
  beforeAll(() => {
    sams = Desktop.of(the.centre, 'sam');
    robins = Desktop.of(the.centre, 'robin');
  });

  describe('a customer', () => {
    /** Every route about one customer, each with a body that would be right. */
    const routes = (id: string): readonly (readonly [string, string, object?])[] => [
      ['GET', `/customers/${id}`],
      ['POST', `/customers/${id}/changes`, { version: 1, why: 'w', change: { kind: 'rename', name: 'N' } }],
      ['GET', `/customers/${id}/changes`],
      ['POST', `/customers/${id}/merge`, { from: 'c-1004', why: 'w' }],
      ['PUT', `/customers/${id}/notes/${NOTE}`, { text: 'w' }],
      ['GET', `/customers/${id}/notes`],
      ['POST', `/customers/${id}/consents`, { purpose: 'p', given: true, textVersion: '1', channel: 'call' }],
      ['GET', `/customers/${id}/consents`],
      ['GET', `/customers/${id}/timeline`],
    ];

    test('is nobody’s business without a contact, by no route, and each attempt is in the audit', async () => {
      for (const [method, path, body] of routes('c-1003')) {
        const answer = await sams.asks(method, path, body === undefined ? {} : { body });
        expect([method, path, answer.status]).toEqual([method, path, 403]);
        expect(JSON.stringify(answer.body)).not.toContain('Noor');
      }
      const entries = await audited('c-1003');
      const refused = entries.filter((entry) => at(entry, 'allowed') === false);
      expect(refused.map((entry) => at(entry, 'operation')).sort()).toEqual(
        [
          'addCustomerNote',
          'changeCustomer',
          'listConsents',
          'listCustomerChanges',
          'listCustomerNotes',
          'mergeCustomers',
          'readCustomer',
          'readTimeline',
          'recordConsent',
        ].sort(),
      );
    });
    test('is shown to the agent who talks to them, for an hour afterwards, and then no longer', async () => {
      const sam = the.centre.agent('sam');
      const call = await talk(the, sam, greta);
      const read = () => sams.asks('GET', '/customers/c-1004');
      expect(await read()).toMatchObject({
        status: 200,
        body: { name: 'Greta Moss', phoneNumbers: [`…${greta.from.slice(-4)}`] },
      });
      expect(await robins.asks('GET', '/customers/c-1004')).toMatchObject({
        status: 200,
        body: { phoneNumbers: [greta.from] },
      });
      call.hangsUp();
      sam.finishes(call);
      await the.centre.passes(50 * MINUTE_MS);
      expect((await read()).status).toBe(200);
      await the.centre.passes(11 * MINUTE_MS);
      expect((await read()).status).toBe(403);
      const entries = await audited('c-1004');
      expect(entries).toContainEqual(
        expect.objectContaining({
          operation: 'readCustomer',
          allowed: true,
          via: 'contact',
          contactId: call.contactId,
        }),
      );
      expect(entries).toContainEqual(expect.objectContaining({ allowed: true, via: 'supervisor' }));
      expect(entries).toContainEqual(expect.objectContaining({ operation: 'readCustomer', allowed: false }));
    });
    test('of whom nobody knows is told only to who may ask', async () => {
      expect((await sams.asks('GET', '/customers/c-nobody')).status).toBe(403);
      expect(await robins.asks('GET', '/customers/c-nobody')).toMatchObject({
        status: 404,
        body: { detail: 'There is no such customer: search for them.' },
      });
    });
  });

  describe('on a call', () => {
    const change = (version: unknown, what: object) => ({
      body: { version, why: 'asked on the telephone', change: what },
    });

    test('an agent changes a customer over what was seen; who was slower is told, and what is done stays done', async () => {
      await talk(the, the.centre.agent('sam'), imani);
      const seen = await sams.asks('GET', '/customers/c-1001');
      const version = at(seen.body, 'version');
      const path = '/customers/c-1001/changes';
      const asked = await Promise.all(
        ['flat', 'office', 'cabin'].map((addressId) =>
          sams.asks('POST', path, {
            ...change(version, {
              kind: 'put-address',
              address: { addressId, lines: ['1 Quay'], city: 'Larkfield', country: 'US' },
            }),
          }),
        ),
      );
      expect(asked.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const now = await sams.asks('GET', '/customers/c-1001');
      expect(at(now.body, 'version')).toBe(Number(version) + 1);
      const prefer = { kind: 'set-preferences', preferences: { channel: 'email', language: null } };
      const next = at(now.body, 'version');
      expect(await sams.asks('POST', path, change(next, prefer))).toMatchObject({
        status: 200,
        body: { preferences: { channel: 'email' } },
      });
      expect((await sams.asks('POST', path, change(next, prefer))).status).toBe(200);
      const taken = { kind: 'add-number', number: tomas.from };
      const again = at((await sams.asks('GET', '/customers/c-1001')).body, 'version');
      expect(await sams.asks('POST', path, change(again, taken))).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('that of another customer') },
      });
      expect(
        await sams.asks('POST', path, change(again, { kind: 'prefer-number', number: tomas.from })),
      ).toMatchObject({
        status: 422,
        body: { detail: 'The customer does not have this number: add it first.' },
      });
      const history = items(await sams.asks('GET', path));
      expect(history[0]).toMatchObject({
        why: 'asked on the telephone',
        by: expect.stringMatching(/^agent\//),
        before: { preferences: {} },
        after: { preferences: { channel: 'email' } },
      });
    });
    test('an agent sees numbers and mailboxes by their ends, and changes them by what they see', async () => {
      await talk(the, the.centre.agent('sam'), imani);
      const path = '/customers/c-1001/changes';
      const act = async (what: object, by = sams) => {
        const version = at((await by.asks('GET', '/customers/c-1001')).body, 'version');
        return await by.asks('POST', path, change(version, what));
      };
      await act({ kind: 'add-number', number: '+12025550186' });
      await act({ kind: 'add-email', email: 'imani.whitlock@example.com' });
      expect(await act({ kind: 'prefer-number', number: '…0186' })).toMatchObject({
        status: 200,
        body: { phoneNumbers: ['…0186', '…0111', '…0112'], emails: ['i…@example.com'] },
      });
      expect(await act({ kind: 'remove-number', number: '…0186' })).toMatchObject({
        body: { phoneNumbers: ['…0111', '…0112'] },
      });
      expect(JSON.stringify((await sams.asks('GET', path)).body)).not.toMatch(/202555|imani\.whitlock/);
      expect(JSON.stringify((await robins.asks('GET', path)).body)).toMatch(/202555.*imani\.whitlock/);
      expect(await act({ kind: 'remove-email', email: 'i…@example.com' })).toMatchObject({
        body: { emails: [] },
      });
      expect((await act({ kind: 'add-number', number: '…0186' })).status).toBe(400);
    });
    test('supervisors say who is of priority, agents do not, and it is in the history and with every number', async () => {
      const path = '/customers/c-1001/changes';
      await talk(the, the.centre.agent('sam'), imani);
      const version = at((await robins.asks('GET', '/customers/c-1001')).body, 'version');
      const priority = change(version, { kind: 'set-tier', tier: 'priority' });
      expect(await sams.asks('POST', path, priority)).toMatchObject({
        status: 403,
        body: { detail: expect.stringContaining('supervisors') },
      });
      const served = await robins.asks('POST', path, priority);
      expect(served).toMatchObject({ status: 200, body: { tier: 'priority' } });
      expect(items(await robins.asks('GET', path))).toContainEqual(
        expect.objectContaining({
          by: `agent/${the.centre.agent('robin').userId}`,
          after: { tier: 'priority' },
        }),
      );
      expect(await sams.asks('GET', '/customers/c-1001')).toMatchObject({ body: { tier: 'priority' } });
      const next = at(served.body, 'version');
      const more = change(next, { kind: 'add-number', number: '+12025550185' });
      expect((await robins.asks('POST', path, more)).status).toBe(200);
      const call = the.centre.dial({ from: '+12025550185' });
      await call.isAskedForKeys();
      expect(call.attributes).toMatchObject({ customerId: 'c-1001', tier: 'priority' });
      call.hangsUp();
      const seen = async () => at((await robins.asks('GET', '/customers/c-1001')).body, 'version');
      await robins.asks(
        'POST',
        path,
        change(await seen(), { kind: 'remove-number', number: '+12025550185' }),
      );
      const usual = change(await seen(), { kind: 'set-tier', tier: 'standard' });
      expect(await robins.asks('POST', path, usual)).toMatchObject({ body: { tier: 'standard' } });
      expect((await robins.asks('POST', path, change(1, { kind: 'set-tier', tier: 'gold' }))).status).toBe(
        400,
      );
    });
    test('supervisors see who has confirmed nothing for months, and who may be one person twice', async () => {
      const unconfirmed = async (by = robins) =>
        await by.asks('GET', '/reports/unconfirmed', { query: 'months=1' });
      expect((await unconfirmed(sams)).status).toBe(403);
      expect(items(await unconfirmed())).toContainEqual({ customerId: 'c-1003' });
      const seen = await robins.asks('GET', '/customers/c-1003');
      const confirm = { kind: 'confirm', what: ['phoneNumbers', 'emails', 'addresses'] };
      const path = '/customers/c-1003/changes';
      const confirmed = await robins.asks('POST', path, change(at(seen.body, 'version'), confirm));
      expect(confirmed).toMatchObject({ body: { confirmed: { phoneNumbers: expect.any(String) } } });
      expect(items(await unconfirmed())).not.toContainEqual(
        expect.objectContaining({ customerId: 'c-1003' }),
      );
      const put = (id: string, email: string) =>
        robins
          .asks('GET', `/customers/${id}`)
          .then(async ({ body }) =>
            robins.asks(
              'POST',
              `/customers/${id}/changes`,
              change(at(body, 'version'), { kind: 'add-email', email }),
            ),
          );
      await put('c-1003', 'the.flat+bills@example.com');
      await put('c-1004', 'The.Flat@example.com');
      const found: unknown[] = [];
      for (let from = '0'; ; ) {
        const part = await robins.asks('GET', '/reports/duplicates', { query: `from=${from}` });
        found.push(...items(part));
        const next = at(part.body, 'next');
        if (typeof next !== 'string') break;
        from = next;
      }
      expect(found).toEqual([{ because: 'email', customerIds: ['c-1003', 'c-1004'] }]);
    });
    test('notes and consents are written once, and the timeline has contacts, orders and cases', async () => {
      await talk(the, the.centre.agent('sam'), imani);
      const note = { body: { text: 'Prefers mornings.\nHas a dog.' } };
      await sams.asks('PUT', `/customers/c-1001/notes/${NOTE}`, note);
      expect((await sams.asks('PUT', `/customers/c-1001/notes/${NOTE}`, note)).status).toBe(200);
      expect(items(await sams.asks('GET', '/customers/c-1001/notes'))).toEqual([
        expect.objectContaining({ noteId: NOTE, text: 'Prefers mornings.\nHas a dog.' }),
      ]);
      const consent = { purpose: 'marketing', given: false, textVersion: '2026-11', channel: 'call' };
      expect((await sams.asks('POST', '/customers/c-1001/consents', { body: consent })).status).toBe(201);
      expect(items(await sams.asks('GET', '/customers/c-1001/consents'))).toMatchObject([consent]);
      const events = items(await sams.asks('GET', '/customers/c-1001/timeline'));
      const orders = events.filter((event) => at(event, 'kind') === 'order');
      expect(orders.map((event) => at(event, 'orderNumber')).sort()).toEqual(['1001', '1002', '1003']);
      const moments = events.map((event) => String(at(event, 'at')));
      expect(moments).toEqual(moments.toSorted().toReversed());
    });
    test('an unknown caller is found by name, number, e-mail address, order and case, briefly; or becomes a customer once', async () => {
      const call = await talk(the, the.centre.agent('sam'), stranger);
      const { contactId } = call;
      const find = (what: object, by = sams) =>
        by.asks('POST', '/customers/search', { body: { contactId, find: what } });
      expect(items(await find({ by: 'name', name: 'verb' }))).toEqual([
        { customerId: 'c-1002', name: 'Tomas Verbeek', numbersEnd: ['21'], city: 'Copperhollow' },
      ]);
      expect(items(await find({ by: 'number', number: tomas.from }))).toHaveLength(1);
      expect(items(await find({ by: 'order', orderNumber: '1004' }))).toMatchObject([
        { customerId: 'c-1002' },
      ]);
      for (const nothing of [
        { by: 'email', email: 'no@body.example' },
        { by: 'case', caseNumber: '12345678' },
        { by: 'order', orderNumber: '999999999999' },
        { by: 'name', name: 'ψψψ' },
      ])
        expect([nothing, items(await find(nothing))]).toEqual([nothing, []]);
      expect(
        (await sams.asks('POST', '/customers/search', { body: { find: { by: 'name', name: 'verb' } } }))
          .status,
      ).toBe(403);
      const body = { contactId, name: 'Ödön von Horváth', phoneNumbers: [stranger.from], why: 'new' };
      const created = await sams.asks('POST', '/customers', { body });
      const again = await sams.asks('POST', '/customers', { body });
      expect([created.status, again.status]).toEqual([201, 201]);
      expect(again.body).toEqual(created.body);
      const id = String(at(created.body, 'customerId'));
      expect((await sams.asks('GET', `/customers/${id}`)).status).toBe(200);
      expect(items(await find({ by: 'name', name: 'horvath odon' }))).toMatchObject([{ customerId: id }]);
      expect(await audited(id)).toContainEqual(expect.objectContaining({ via: 'search', contactId }));
    });
    test('two who are one person are merged, and both ids lead to the one', async () => {
      const first = await talk(the, the.centre.agent('sam'), tomas);
      const merge = { body: { from: 'c-1004', why: 'the same person' } };
      expect((await sams.asks('POST', '/customers/c-1002/merge', merge)).status).toBe(403);
      await sams.asks('PUT', `/contacts/${first.contactId}/customer`, { body: { customerId: 'c-1004' } });
      const wish = { intent: 'merge-000001', customerId: 'c-1004', type: 'callback', details: {} };
      const caseNumber = at((await robins.asks('POST', '/cases', { body: wish })).body, 'caseNumber');
      const [early, late] = items(await sams.asks('GET', '/appointment-times')).map((one) =>
        at(one, 'startsAt'),
      );
      const books = (id: string, startsAt: unknown) =>
        robins.asks('PUT', `/customers/${id}/appointment`, {
          body: { intent: `merged-${id}`, version: 0, startsAt },
        });
      expect((await books('c-1004', late)).status).toBe(200);
      expect((await books('c-1002', early)).status).toBe(200);
      const lines = [{ sku: 'LAMP-01', quantity: 3 }];
      const begun = { body: { contactId: first.contactId, lines } };
      expect((await sams.asks('PUT', '/customers/c-1004/draft', begun)).status).toBe(200);
      expect(await sams.asks('POST', '/customers/c-1002/merge', merge)).toMatchObject({
        status: 422,
        body: { detail: expect.stringContaining('ask which of them they keep') },
      });
      const cancelling = { body: { intent: 'merged-cancelled', version: 1 } };
      await robins.asks('POST', '/customers/c-1002/appointment/cancellations', cancelling);
      expect(await sams.asks('POST', '/customers/c-1002/merge', merge)).toMatchObject({
        status: 200,
        body: { outcome: 'merged', customerId: 'c-1002' },
      });
      expect(await sams.asks('GET', '/customers/c-1004')).toMatchObject({
        status: 200,
        body: { customerId: 'c-1002', phoneNumbers: ['…0121', '…0141'], mergedFrom: ['c-1004'] },
      });
      for (const id of ['c-1002', 'c-1004'])
        expect(await sams.asks('GET', `/customers/${id}/appointment`)).toMatchObject({
          body: { customerId: 'c-1002', state: 'booked', startsAt: late },
        });
      expect(items(await sams.asks('GET', '/customers/c-1002/cases'))).toContainEqual(
        expect.objectContaining({ caseNumber, customerId: 'c-1002' }),
      );
      const events = items(await sams.asks('GET', '/customers/c-1002/timeline'));
      expect(
        events
          .map((event) => at(event, 'orderNumber'))
          .filter(Boolean)
          .sort(),
      ).toEqual(['1004', '1005', '1006']);
    });
    test('what stands under the earlier id after a merge is found by both ids', async () => {
      const { signal } = new AbortController();
      const wish = { contactId: 'call-after-merge', reason: 'order-intake', customerId: 'c-1004' };
      const { caseNumber } = await openCaseOnce(
        the.centre.table('CasesTable'),
        { ...wish, isVerified: true, phoneNumber: '+12025550141' },
        { timeZone: 'UTC', days: [{ day: 'MONDAY', start: '00:00', end: '24:00' }], holidays: [] },
        new Date(the.centre.cloud.centre.nowMs()),
        signal,
      );
      await updateItem(
        the.centre.table('OrdersTable'),
        {
          Key: { pk: 'ORDER#1006' },
          UpdateExpression: 'SET customerId = :earlier',
          ExpressionAttributeValues: { ':earlier': 'c-1004' },
        },
        signal,
      );
      for (const id of ['c-1002', 'c-1004']) {
        const cases = items(await sams.asks('GET', `/customers/${id}/cases`));
        expect(cases[0]).toMatchObject({ caseNumber, customerId: 'c-1004' });
        expect(cases).toContainEqual(expect.objectContaining({ customerId: 'c-1002' }));
        const placed = items(await sams.asks('GET', `/customers/${id}/orders`));
        expect(placed.map((one) => at(one, 'orderNumber')).sort()).toEqual(['1004', '1005', '1006']);
      }
      for (const id of ['c-1002', 'c-1004']) {
        const draft = await sams.asks('GET', `/customers/${id}/draft`);
        expect(draft).toMatchObject({ body: { customerId: 'c-1002', lines: [{ quantity: 3 }] } });
        const entries = await audited(id);
        for (const [customerId, operation] of [
          ['c-1004', 'beginDraft'],
          ['c-1002', 'listCasesOfCustomer'],
        ])
          expect(entries).toContainEqual(expect.objectContaining({ customerId, operation, allowed: true }));
        const moments = entries.map((entry) => String(at(entry, 'at')));
        expect(moments).toEqual(moments.toSorted().toReversed());
      }
      const link = (orderNumber: string) => robins.asks('PUT', `/cases/${caseNumber}/orders/${orderNumber}`);
      expect((await link('1004')).status).toBe(200);
      expect((await link('1001')).status).toBe(422);
      expect((await link('9999')).status).toBe(422);
    });
  });

  test('the audit is for supervisors only, who are in it themselves', async () => {
    expect((await sams.asks('GET', '/audit/customers/c-1001')).status).toBe(403);
    await audited('c-1001');
    const refusal = {
      operation: 'listAuditOfCustomer',
      allowed: false,
      agentId: the.centre.agent('sam').userId,
    };
    expect(await audited('c-1001')).toContainEqual(expect.objectContaining(refusal));
    expect(await audited('c-1001')).toContainEqual(
      expect.objectContaining({ operation: 'listAuditOfCustomer', via: 'supervisor' }),
    );
    const samsId = the.centre.agent('sam').userId;
    expect(items(await robins.asks('GET', `/audit/agents/${samsId}`)).length).toBeGreaterThan(10);
  });
}
