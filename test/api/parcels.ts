/** Parcels behind the HTTP API: shipping says what happens to them, once each, and sees nobody's name. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Desktop } from '../kit/desktop.ts';
import { imani } from '../kit/people.ts';
import { at, type Opened } from './opened.ts';

export function describeParcels(the: Opened): void {
  let sams: Desktop;
  let robins: Desktop;
  let orders = 8_200;
  beforeAll(() => {
    sams = Desktop.of(the.centre, 'sam');
    robins = Desktop.of(the.centre, 'robin');
  });
  /** An order of imani's, with whom nobody here has a contact. */
  const ordered = async (state: Parameters<Opened['centre']['saveOrder']>[3] = {}): Promise<string> => {
    orders += 1;
    await the.centre.saveOrder(imani.customerId, String(orders), { 'LAMP-01': 1 }, state);
    return String(orders);
  };
  const says = (by: Desktop, orderNumber: string, event: string, version: unknown, more: object = {}) =>
    by.asks('POST', `/parcels/${orderNumber}/changes`, {
      body: { event, version, intent: `${event}-${version}-of-it`, ...more },
    });
  const stockOf = async (): Promise<unknown> =>
    at((await robins.asks('GET', '/products/2101')).body, 'inStock');

  describe('a parcel', () => {
    test('is packed, shipped and delivered by whoever works in shipping, without a contact or a name', async () => {
      const number = await ordered();
      const read = await sams.asks('GET', `/parcels/${number}`);
      expect(read).toMatchObject({
        status: 200,
        body: { orderNumber: number, lines: [{ sku: 'LAMP-01', quantity: 1 }], mayDo: ['pack'] },
      });
      expect(JSON.stringify(read.body)).not.toContain(imani.customerId);
      let version = at(read.body, 'version');
      for (const [event, status, next] of [
        ['pack', 'packed', ['ship']],
        ['ship', 'shipped', ['deliver']],
        ['deliver', 'delivered', []],
      ] as const) {
        const said = await says(sams, number, event, version);
        expect(said).toMatchObject({ status: 200, body: { status, mayDo: next } });
        version = at(said.body, 'version');
      }
      expect(await robins.asks('GET', `/orders/${number}`)).toMatchObject({
        body: { status: 'delivered', history: [{}, {}, { event: 'deliver', role: 'warehouse', who: 'sam' }] },
      });
      const entries = (await the.centre.items('AuditTable')).filter(
        ({ operation, customerId }) => operation === 'changeParcel' && customerId === imani.customerId,
      );
      expect(entries).toHaveLength(3);
      expect(entries[0]).toMatchObject({ allowed: true, via: 'department' });
    });

    test('that comes back is found by the number on it, and is taken in once, as it came', async () => {
      const number = await ordered({ deliveredDaysAgo: 3 });
      const asked = { event: 'request-return', version: 1, why: 'too bright', intent: 'wants-it-back' };
      const agreed = await robins.asks('POST', `/orders/${number}/changes`, { body: asked });
      const rmaNumber = String(at(agreed.body, 'rmaNumber'));
      const before = Number(await stockOf());
      const found = await sams.asks('GET', `/returns/${rmaNumber}`);
      expect(found).toMatchObject({
        status: 200,
        body: { orderNumber: number, status: 'return-requested', mayDo: ['receive-return'] },
      });
      const version = at(found.body, 'version');
      expect((await says(sams, number, 'receive-return', version)).status).toBe(400);
      const both = await Promise.all(
        [1, 2, 3].map(() => says(sams, number, 'receive-return', version, { condition: 'opened' })),
      );
      expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(both[0]?.body).toMatchObject({ status: 'returned', returnedAs: 'opened', mayDo: [] });
      expect(await stockOf()).toBe(before + 1);
      expect(await says(robins, number, 'deliver', at(both[0]?.body, 'version'))).toMatchObject({
        status: 422,
        body: { detail: 'The order stands so that this cannot happen: mayDo has what can.' },
      });
    });
    test('of an exchange that comes back damaged stays exchanged, and is sold to nobody', async () => {
      const number = await ordered({ deliveredDaysAgo: 3 });
      const asked = { event: 'exchange', version: 1, why: 'broken', intent: 'wants-another' };
      const agreed = await robins.asks('POST', `/orders/${number}/changes`, { body: asked });
      const before = await stockOf();
      const said = await says(sams, number, 'receive-return', at(agreed.body, 'version'), {
        condition: 'damaged',
      });
      expect(said).toMatchObject({ status: 200, body: { status: 'exchanged', returnedAs: 'damaged' } });
      expect(await stockOf()).toBe(before);
    });

    test.each([
      ['version that somebody has changed', 7, 409],
      ['parcel that was not packed', 1, 422],
    ])('of a %s is not shipped', async (_what, version, status) => {
      expect((await says(sams, await ordered(), 'ship', version)).status).toBe(status);
    });
    test('that there is not is said to be none, and what is no change of a parcel is refused', async () => {
      for (const path of ['/parcels/777777', '/returns/77777702', '/returns/100199'])
        expect([path, (await sams.asks('GET', path)).status]).toEqual([path, 404]);
      expect((await says(sams, '777777', 'ship', 1)).status).toBe(404);
      for (const event of ['cancel', 'refund', 'pay'])
        expect([event, (await says(robins, await ordered(), event, 1)).status]).toEqual([event, 400]);
    });
  });
}
