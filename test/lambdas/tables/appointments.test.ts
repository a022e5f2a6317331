/** Appointments are booked once, by whoever comes first, and who repeats a wish hears what came of it. */
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readAppointment } from '../../../lambdas/tables/appointment-items.ts';
import { bookOnce, cancelOnce, type Seen } from '../../../lambdas/tables/appointments.ts';
import { mergeInto } from '../../../lambdas/tables/customer-merging.ts';
import { saveCustomer } from '../../../lambdas/tables/customers.ts';
import type { Table } from '../../../lambdas/tables/table.ts';
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
  days: (['TUESDAY', 'WEDNESDAY', 'THURSDAY'] as const).map((day) => ({ day, start: '08:00', end: '18:00' })),
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

describe('of two customers who are made one', () => {
  const BOOKED_AT = '2026-11-24T14:00:00Z';
  const note = () => ({ by: 'agent/sam', why: 'one person', at: new Date(laterMs()).toISOString() });
  const merge = (from: string, into: string) =>
    mergeInto(
      open.tables.customers,
      { rows: [], appointments: open.tables.appointments, orders: open.tables.orders },
      { from, into, note: note() },
      () => true,
      signal,
    );
  const known = async (...ids: readonly string[]) => {
    for (const customerId of ids)
      await saveCustomer(open.tables.customers, { customerId, name: 'Imani', phoneNumbers: [] });
  };
  const appointmentOf = (customerId: string) => readAppointment(open.tables.appointments, customerId, signal);
  const scanned = async (table: Table) =>
    (await open.documents.send(new ScanCommand({ TableName: table.name, ConsistentRead: true }))).Items ?? [];
  const placesAt = async (startsAt: string) =>
    (await scanned(open.tables.appointments)).filter(({ sk }) =>
      String(sk).startsWith(startsAt.slice(0, 16)),
    );
  const remindersOf = async (customerId: string) =>
    (await scanned(open.tables.messages)).filter(({ messageId }) =>
      String(messageId).startsWith(`appointment-reminder-${customerId}-`),
    );
  const later = '2026-11-26T14:00:00Z';

  test('the one to come goes along, through several merges, and can be cancelled with its place and its reminder', async () => {
    await known('m-1', 'm-2', 'm-3');
    await bookAs('m-1', later, 1, { toldOfMs: undefined });
    expect(await remindersOf('m-1')).toHaveLength(1);
    expect(await merge('m-1', 'm-2')).toMatchObject({ outcome: 'merged' });
    expect(await appointmentOf('m-1')).toBeUndefined();
    expect(await appointmentOf('m-2')).toMatchObject({
      state: 'booked',
      startsAtMs: Date.parse(later),
      version: 1,
    });
    expect(await merge('m-2', 'm-3')).toMatchObject({ outcome: 'merged' });
    expect((await book('m-9', later, 1)).kind).toBe('taken');
    expect(await cancelAs('m-3', { toldOfMs: Date.parse(later) })).toMatchObject({ kind: 'kept' });
    expect(await placesAt(later)).toEqual([]);
    expect(await remindersOf('m-1')).toEqual([]);
    expect((await book('m-9', later, 1)).kind).toBe('kept');
  });

  test('it is moved over what the other one had before, and what is over stays behind', async () => {
    await known('m-11', 'm-12', 'm-13');
    await book('m-12', '2026-11-24T15:00:00Z', 1);
    await cancelAs('m-12', { toldOfMs: Date.parse('2026-11-24T15:00:00Z') });
    await book('m-11', '2026-11-24T15:30:00Z', 1);
    await merge('m-11', 'm-12');
    expect(await appointmentOf('m-12')).toMatchObject({ state: 'booked', place: 1, version: 3 });
    const moved = await bookAs('m-12', '2026-11-24T16:00:00Z', 1, {
      toldOfMs: Date.parse('2026-11-24T15:30:00Z'),
    });
    expect(moved).toMatchObject({ kind: 'kept', appointment: { version: 4 } });
    expect(moved).not.toHaveProperty('appointment.bookedFor');
    expect(await placesAt('2026-11-24T15:30:00Z')).toEqual([]);
    await book('m-13', '2026-11-24T16:30:00Z', 1);
    await cancelAs('m-13', { toldOfMs: Date.parse('2026-11-24T16:30:00Z') });
    expect(await merge('m-13', 'm-12')).toMatchObject({ outcome: 'merged' });
    expect(await appointmentOf('m-12')).toMatchObject({ state: 'booked', version: 4 });
  });

  test('who have one each are not made one before somebody has asked them which they keep', async () => {
    await known('m-21', 'm-22');
    await book('m-21', BOOKED_AT, 1);
    await book('m-22', later.replace('14:', '15:'), 1);
    const before = await scanned(open.tables.customers);
    expect(await merge('m-21', 'm-22')).toEqual({
      outcome: 'refused',
      sentence: expect.stringContaining('ask which of them they keep'),
    });
    expect(await scanned(open.tables.customers)).toEqual(before);
    await cancelAs('m-22', { toldOfMs: Date.parse(later.replace('14:', '15:')) });
    expect(await merge('m-21', 'm-22')).toMatchObject({ outcome: 'merged' });
    expect(await appointmentOf('m-22')).toMatchObject({ state: 'booked', startsAtMs: Date.parse(BOOKED_AT) });
  });

  test('whoever is still calling by the earlier id books nothing that nobody would find', async () => {
    await known('m-31', 'm-32');
    await merge('m-31', 'm-32');
    expect((await book('m-31', '2026-11-24T17:00:00Z', 1)).kind).toBe('changed-meanwhile');
    expect(await placesAt('2026-11-24T17:00:00Z')).toEqual([]);
  });

  test.each(['m-41', 'm-51', 'm-61', 'm-71'])(
    '%s who books while somebody makes them one has it under the id that stays, or not at all',
    async (from) => {
      const into = `${from}-into`;
      await known(from, into);
      const at = `2026-11-25T1${from.slice(2, 3)}:00:00Z`;
      const [booked, merged] = await Promise.all([book(from, at, 1), merge(from, into)]);
      if (merged.outcome === 'changed-meanwhile') await merge(from, into);
      expect(await appointmentOf(from)).toBeUndefined();
      expect(['kept', 'changed-meanwhile']).toContain(booked.kind);
      const isBooked = booked.kind === 'kept';
      expect((await appointmentOf(into))?.state).toBe(isBooked ? 'booked' : undefined);
      expect(await placesAt(at)).toHaveLength(isBooked ? 1 : 0);
    },
  );

  test('what a version before has left behind goes along when the merge is asked for again', async () => {
    await known('m-81', 'm-82');
    await merge('m-81', 'm-82');
    const at = '2026-11-25T09:00:00.000Z';
    const left = { state: 'booked', place: 1, version: 1, startsAt: at, bookedAt: at } as const;
    const Item = { pk: 'CUSTOMER#m-81', sk: 'APPOINTMENT', ...left };
    await open.documents.send(new PutCommand({ TableName: open.tables.appointments.name, Item }));
    expect(await merge('m-81', 'm-82')).toMatchObject({ outcome: 'merged' });
    expect(await appointmentOf('m-81')).toBeUndefined();
    expect(await appointmentOf('m-82')).toMatchObject({ state: 'booked', bookedFor: 'm-81' });
  });
});
