/** Appointments are booked once, by whoever comes first, and who repeats a wish hears what came of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bookOnce } from '../../../lambdas/tables/appointments.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
afterAll(() => open.served.close());

const nowMs = Date.parse('2026-11-23T09:00:00Z');
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
  bookOnce(open.tables, terms(places), { customerId, startsAtMs: Date.parse(at) }, nowMs, signal);

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
