import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber } from '../../../lambdas/domain/calendar.ts';
import {
  bookedCallback,
  type CallPromise,
  callbackMessages,
  callbackTask,
  callbackTimes,
} from '../../../lambdas/domain/callback.ts';
import { endedCallback } from '../../../lambdas/domain/ended-callback.ts';
import { localTimeAt } from '../../../lambdas/domain/local-time.ts';
import { type OpeningHours, spansOn } from '../../../lambdas/domain/opening-hours.ts';

const HOUR_MS = 60 * 60_000;
/** A Friday at half past two in the afternoon in Calcutta's zone, which is half an hour beside the others. */
const hours = (timeZone = 'America/New_York'): OpeningHours => ({
  timeZone,
  days: (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const).map((day) => ({
    day,
    start: '08:30',
    end: '18:00',
  })),
  holidays: [{ name: 'a holiday', from: '2026-11-26', till: '2026-11-26' }],
});
const shown = (atMs: number, timeZone: string) => {
  const { date, minuteOfDay: minute } = localTimeAt(atMs, { timeZone });
  return `${date} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
};

describe('times for a call', () => {
  test('are full hours in the opening hours, an hour ahead and apart, the last on another day', () => {
    const now = Date.parse('2026-11-24T12:20:00-05:00');
    expect(callbackTimes(hours(), now).map((atMs) => shown(atMs, 'America/New_York'))).toEqual([
      '2026-11-24 14:00',
      '2026-11-24 17:00',
      '2026-11-25 17:00',
    ]);
  });
  test('go over nights, holidays and weekends', () => {
    const now = Date.parse('2026-11-25T17:10:00-05:00');
    expect(callbackTimes(hours(), now).map((atMs) => shown(atMs, 'America/New_York'))).toEqual([
      '2026-11-27 9:00',
      '2026-11-27 12:00',
      '2026-11-30 9:00',
    ]);
  });
  test('are never past, double or closed, in any zone and at any moment', () => {
    const zones = fc.constantFrom('America/New_York', 'Asia/Kolkata', 'Europe/Athens', 'Pacific/Chatham');
    const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });
    fc.assert(
      fc.property(zones, moments, (timeZone, nowMs) => {
        const times = callbackTimes(hours(timeZone), nowMs);
        expect(times.toSorted((one, other) => one - other)).toEqual(times);
        expect(new Set(times).size).toBe(3);
        for (const atMs of times) {
          expect(atMs).toBeGreaterThanOrEqual(nowMs + HOUR_MS);
          const { date, minuteOfDay: minute } = localTimeAt(atMs, { timeZone });
          expect(minute % 60).toBe(0);
          const [span] = spansOn(hours(timeZone), dayNumber(date));
          expect(minute).toBeGreaterThanOrEqual(span?.opensMinute ?? Number.NaN);
          expect(minute).toBeLessThan(span?.closesMinute ?? Number.NaN);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a call that is booked', () => {
  const nowMs = Date.parse('2026-11-24T12:20:00-05:00');
  const wish = { key: 'k', contactId: 'call-1', nowMs };
  const whom = { phoneNumber: '+12025550111', customerId: 'c-1001', nowMs };
  test('for a time is a task at that time, and a word to the customer now', () => {
    const atMs = nowMs + 2 * HOUR_MS;
    const booked = bookedCallback({ ...wish, atMs }, hours());
    expect(booked).toMatchObject({
      atMs,
      promisedAtMs: atMs,
      openUntilMs: atMs + 7 * 24 * HOUR_MS,
      isSoon: false,
    });
    expect(callbackMessages(booked, whom)).toMatchObject([
      { atMs, message: { body: { kind: 'task', phoneNumber: '+12025550111' } } },
      { atMs: nowMs, message: { body: { kind: 'customer', news: 'callback-booked' } } },
    ]);
  });
  test.each([undefined, nowMs - 1, nowMs])('as soon as possible (%p) is a task now', (atMs) => {
    const booked = bookedCallback({ ...wish, atMs }, hours());
    expect(booked).toMatchObject({ atMs: nowMs, isSoon: true });
    expect(booked.promisedAtMs).toBeGreaterThan(nowMs);
    expect(callbackMessages(booked, whom)).toHaveLength(1);
  });
  test('tells who makes it whether the caller chose the time, or what an agent promised', () => {
    const taskOf = (atMs: number | undefined, promise?: CallPromise) => {
      const [task] = callbackMessages(bookedCallback({ ...wish, atMs }, hours()), { ...whom, promise });
      return task?.message.body;
    };
    const then = nowMs + 2 * HOUR_MS;
    expect(taskOf(undefined)).toMatchObject({
      name: 'Call back',
      description: expect.stringMatching(/as soon as somebody is free/),
    });
    expect(taskOf(then)).toMatchObject({
      name: 'Call back',
      description: expect.stringMatching(/chose to be called at this time/),
    });
    expect(taskOf(then, { by: 'sam', words: 'The receipt has come.' })).toMatchObject({
      name: 'Call back for sam',
      description: 'The receipt has come.',
    });
    expect(taskOf(then, { by: 'sam' })).toMatchObject({ description: expect.stringMatching(/^sam /) });
  });
});

describe('a call whose task is over', () => {
  const messageId = callbackTask('0123456789abcdef01234567', 5);
  const reference = (Value: unknown) => ({ Name: 'Message', Type: 'STRING', Value });
  const record = (more: object = {}, ...References: object[]) => ({
    Channel: 'TASK',
    NextContactId: null,
    References: [{ Name: 'Case', Type: 'STRING', Value: '48219307' }, ...References],
    ...more,
  });
  test('is told by the record of its task', () => {
    expect(endedCallback(record({}, reference(messageId)))).toBe(messageId);
  });
  test.each([
    ['the task goes on as another contact', record({ NextContactId: 'next' }, reference(messageId))],
    ['it is a call', record({ Channel: 'VOICE' }, reference(messageId))],
    ['it is another task', record({}, reference('case-48219307-v2-task'))],
    ['it is the word to the customer', record({}, reference(`${messageId}-booked`))],
    ['no message started it', record()],
    ['its reference has no value', record({}, reference(null))],
    ['nobody can read it', { Channel: 'TASK', References: 'none' }],
  ])('is not where %s', (_, other) => {
    expect(endedCallback(other)).toBeUndefined();
  });
});
