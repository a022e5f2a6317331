/** Appointments behind the HTTP API: an agent books what a caller may book by telephone, each wish once, for whom they may see. */
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { appointmentOf, emptyBook, newsOf, othersTake, placesOf } from '../calls/appointing.ts';
import { Desktop } from '../kit/desktop.ts';
import { imani, tomas } from '../kit/people.ts';
import { at, items, type Opened, talk } from './opened.ts';

const pathOf = (customerId: string): string => `/customers/${customerId}/appointment`;
const PATH = pathOf(imani.customerId);

export function describeAppointments(the: Opened): void {
  describe('an appointment', () => {
    let sams: Desktop;
    let robins: Desktop;
    beforeAll(() => {
      sams = Desktop.of(the.centre, 'sam');
      robins = Desktop.of(the.centre, 'robin');
    });
    beforeEach(async () => {
      await emptyBook(the.centre);
      await later();
    });
    /** Nobody decides twice in one millisecond. */
    const later = () => the.centre.passes(1_000);

    const free = async (query = ''): Promise<readonly string[]> =>
      items(await sams.asks('GET', '/appointment-times', { query })).map((one) =>
        String(at(one, 'startsAt')),
      );
    const book = (by: Desktop, intent: string, version: number, startsAt: unknown, path = PATH) =>
      by.asks('PUT', path, { body: { intent, version, startsAt } });
    const cancel = (by: Desktop, intent: string, version: number) =>
      by.asks('POST', `${PATH}/cancellations`, { body: { intent, version } });

    test('can be had at the free times alone, of five days, and of the next five from there', async () => {
      const answered = await sams.asks('GET', '/appointment-times');
      expect(answered).toMatchObject({ status: 200, body: { minutes: 30, timeZone: 'America/New_York' } });
      expect(items(answered)[0]).toEqual({ startsAt: expect.any(String), places: 2 });
      const [first = '', second = ''] = await free();
      await othersTake(the.centre, first);
      await othersTake(the.centre, second, 1);
      const left = items(await sams.asks('GET', '/appointment-times'));
      expect(left[0]).toEqual({ startsAt: second, places: 1 });
      const days = new Set(left.map((one) => String(at(one, 'startsAt')).slice(0, 10)));
      expect(days.size).toBe(5);
      const next = String(at(answered.body, 'next'));
      const later = await free(`from=${encodeURIComponent(next)}`);
      expect(later[0]).toBe(next);
      expect(later.filter((time) => days.has(time.slice(0, 10)))).toEqual([]);
      expect((await sams.asks('GET', '/appointment-times', { query: 'from=soon' })).status).toBe(400);
    });

    test('is booked, moved and cancelled for the caller, who is told of each by message', async () => {
      const call = await talk(the, the.centre.agent('sam'), imani);
      const before = (await newsOf(the.centre, imani.customerId)).length;
      const [first, second] = await free();
      expect(await sams.asks('GET', PATH)).toMatchObject({
        status: 200,
        body: { customerId: imani.customerId, state: 'none', version: 0 },
      });
      const booked = await book(sams, 'the-first-wish', 0, first);
      expect(booked).toMatchObject({ status: 200, body: { state: 'booked', version: 1, startsAt: first } });
      expect((await sams.asks('GET', PATH)).body).toEqual(booked.body);
      await later();
      expect(await book(sams, 'the-second-wish', 1, second)).toMatchObject({
        status: 200,
        body: { state: 'booked', version: 2, startsAt: second },
      });
      expect(await placesOf(the.centre, imani.customerId)).toEqual([`${second}#1`]);
      await later();
      expect(await cancel(sams, 'the-third-wish', 2)).toMatchObject({
        status: 200,
        body: { state: 'cancelled', version: 3, startsAt: second },
      });
      expect(await placesOf(the.centre, imani.customerId)).toEqual([]);
      const told = (await newsOf(the.centre, imani.customerId)).length;
      expect(told).toBeGreaterThanOrEqual(before + 3);
      const audit = items(await robins.asks('GET', `/audit/customers/${imani.customerId}`));
      for (const operation of ['readAppointment', 'bookAppointment', 'cancelAppointment'])
        expect(audit).toContainEqual(expect.objectContaining({ operation, via: 'contact', allowed: true }));
      call.hangsUp();
    });

    test('is one for each intent, also when it is asked for at once, or again when the customer has cancelled it', async () => {
      const [first] = await free();
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => book(robins, 'asked-at-once', 0, first, pathOf(tomas.customerId))),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(await placesOf(the.centre, tomas.customerId)).toHaveLength(1);
      const call = the.centre.dial(tomas);
      call.isGiven({ verified: 'true' });
      await call.presses('5');
      await call.hears('You have an appointment');
      for (const key of ['2', '1']) await call.presses(key);
      await call.hears('is cancelled');
      expect(await appointmentOf(the.centre, tomas.customerId)).toMatchObject({ state: 'cancelled' });
      expect((await book(robins, 'asked-at-once', 0, first, pathOf(tomas.customerId))).status).toBe(409);
      expect(await placesOf(the.centre, tomas.customerId)).toEqual([]);
      call.hangsUp();
    });

    test('that somebody has changed meanwhile is not moved or cancelled, and who asks is told', async () => {
      const [first, second, third] = await free();
      await book(robins, 'the-first-wish', 0, first);
      await later();
      const both = await Promise.all([
        book(robins, 'one-of-them', 1, second),
        book(robins, 'other-of-them', 1, third),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await placesOf(the.centre, imani.customerId)).toHaveLength(1);
      await later();
      expect((await cancel(robins, 'of-what-was', 1)).status).toBe(409);
      expect((await cancel(robins, 'of-what-is', 2)).status).toBe(200);
      expect((await cancel(robins, 'of-what-is', 2)).status).toBe(200);
      // The same name of an intent, by another version, is not taken for the cancelling of before.
      await later();
      await book(robins, 'booked-once-more', 3, first);
      expect((await cancel(robins, 'of-what-is', 2)).status).toBe(409);
      expect(await placesOf(the.centre, imani.customerId)).toEqual([`${first}#1`]);
    });

    test('is refused at a time that is taken or that there is not, and for a customer that there is not', async () => {
      const [first = ''] = await free();
      await othersTake(the.centre, first);
      for (const startsAt of [first, '2026-11-15T15:00:00.000Z', '9999-12-31T23:59:59Z']) {
        const { status, body } = await book(robins, 'at-no-free-time', 0, startsAt);
        expect([startsAt, status]).toEqual([startsAt, 409]);
        expect(at(body, 'detail')).toContain('look which times are free');
      }
      expect(await appointmentOf(the.centre, imani.customerId)).toBeUndefined();
      expect((await robins.asks('GET', '/customers/c-none/appointment')).status).toBe(404);
      expect((await cancel(robins, 'there-is-none', 0)).status).toBe(409);
    });

    test('of a customer whom an agent has nothing to do with is not seen, booked or cancelled by them', async () => {
      await the.centre.passes(61 * 60_000);
      const [first] = await free();
      for (const { customerId } of [tomas, { customerId: 'c-none' }]) {
        const path = pathOf(customerId);
        const asked = [
          await sams.asks('GET', path),
          await sams.asks('PUT', path, { body: { intent: 'not-mine-to-do', version: 0, startsAt: first } }),
          await sams.asks('POST', `${path}/cancellations`, { body: { intent: 'nor-this-one', version: 0 } }),
        ];
        expect([customerId, ...asked.map(({ status }) => status)]).toEqual([customerId, 403, 403, 403]);
        expect(await appointmentOf(the.centre, customerId)).toBeUndefined();
      }
      const audit = items(await robins.asks('GET', `/audit/customers/${tomas.customerId}`));
      expect(audit).toContainEqual(expect.objectContaining({ operation: 'bookAppointment', allowed: false }));
    });
  });
}
