/** Appointments are booked once, by whoever comes first, and who repeats a wish hears what came of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bookOnce, cancelOnce, type Seen } from '../../../lambdas/tables/appointments.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
afterAll(() => open.served.close());

const nowMs = Date.parse('2026-11-23T09:00:00Z');
/** Nobody decides twice in one millisecond. */
let decided = 0;
const laterMs = (): number => {
  decided += 1;
  return nowMs + decided;
};
const terms = (places: number) => ({
  timeZone: 'UTC',
  days: [{ day: 'TUESDAY' as const, start: '08:00', end: '18:00' }],
  holidays: [],
  minutes: 30,
  places,
  noticeMinutes: 60,
  daysAhead: 7,
});
const book = (customerId: string, at: string, places: number) =>
  bookAs(customerId, at, places, { toldOfMs: undefined });
const bookAs = (customerId: string, at: string, places: number, seen: Seen) =>
  bookOnce(open.tables, terms(places), { customerId, startsAtMs: Date.parse(at), seen }, laterMs(), signal);
const cancelAs = (customerId: string, seen: Seen) =>
  cancelOnce(open.tables, terms(1), { customerId, seen }, laterMs(), signal);

test('a caller whose wish is repeated while it is being kept has the appointment, and is not told that it is taken', async () => {
  const at = '2026-11-24T10:00:00Z';
  const answers = await Promise.all(Array.from({ length: 6 }, () => book('c-1001', at, 1)));
  expect(answers.map(({ kind }) => kind)).toEqual(answers.map(() => 'kept'));
});

test('of two callers at once for the last place one has it, and the other hears that it is taken', async () => {
  const at = '2026-11-24T11:00:00Z';
  const answers = await Promise.all([book('c-1002', at, 1), book('c-1003', at, 1)]);
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['kept', 'taken']);
});

test('a desktop that asks again for what its customer has changed since does nothing, whatever it asks', async () => {
  const at = '2026-11-24T12:00:00Z';
  const toldOfMs = Date.parse(at);
  const wish = { version: 0, intent: 'sam booked it' };
  expect(await bookAs('c-1004', at, 1, wish)).toMatchObject({ kind: 'kept', appointment: { version: 1 } });
  expect(await bookAs('c-1004', at, 1, wish)).toMatchObject({ kind: 'kept', appointment: { version: 1 } });
  expect((await bookAs('c-1004', at, 1, { ...wish, intent: 'robin booked it' })).kind).toBe(
    'changed-meanwhile',
  );
  expect((await cancelAs('c-1004', { toldOfMs })).kind).toBe('kept');
  expect((await bookAs('c-1004', at, 1, wish)).kind).toBe('changed-meanwhile');
  const cancelling = { version: 3, intent: 'sam cancelled it' };
  expect((await bookAs('c-1004', at, 1, { toldOfMs: undefined })).kind).toBe('kept');
  expect(await cancelAs('c-1004', cancelling)).toMatchObject({ kind: 'kept', appointment: { version: 4 } });
  expect(await cancelAs('c-1004', cancelling)).toMatchObject({ kind: 'kept', appointment: { version: 4 } });
  expect(await bookAs('c-1004', at, 1, { toldOfMs: undefined })).toMatchObject({ kind: 'kept' });
  expect((await cancelAs('c-1004', cancelling)).kind).toBe('changed-meanwhile');
});

test('a caller who was told of what a desktop booked changes it by its time', async () => {
  const at = '2026-11-24T13:00:00Z';
  await bookAs('c-1005', at, 1, { version: 0, intent: 'sam booked it' });
  const moved = await bookAs('c-1005', '2026-11-24T13:30:00Z', 1, { toldOfMs: Date.parse(at) });
  expect(moved).toMatchObject({ kind: 'kept', appointment: { version: 2 } });
  expect(moved).not.toHaveProperty('appointment.intent');
  expect((await cancelAs('c-1005', { toldOfMs: Date.parse(at) })).kind).toBe('changed-meanwhile');
});
