/** Expressions of schedules run when EventBridge Scheduler would run them, through every change of the clocks. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseExpression } from '../../../local/scheduler/expression.ts';

const BEGIN = Date.parse('2026-11-22T06:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NEW_YORK = 'America/New_York';

const runs = (text: string, after: string, count: number, zone = 'UTC'): string[] => {
  const expression = parseExpression(text, zone, BEGIN);
  const found: string[] = [];
  let nextMs = expression.next(Date.parse(after));
  while (nextMs !== undefined && found.length < count) {
    found.push(new Date(nextMs).toISOString().replace(':00.000Z', 'Z'));
    nextMs = expression.next(nextMs);
  }
  return found;
};

describe('a rate', () => {
  test('runs at once and then in even steps', () => {
    expect(runs('rate(5 minutes)', '2026-11-22T05:00:00Z', 3)).toEqual([
      '2026-11-22T06:00Z',
      '2026-11-22T06:05Z',
      '2026-11-22T06:10Z',
    ]);
    expect(runs('rate(1 hour)', '2026-11-22T08:59:59Z', 1)).toEqual(['2026-11-22T09:00Z']);
  });
  test('has days of 24 hours, whatever the clocks do', () => {
    expect(runs('rate(1 day)', '2027-03-13T12:00:00Z', 2, NEW_YORK)).toEqual([
      '2027-03-14T06:00Z',
      '2027-03-15T06:00Z',
    ]);
  });
});

describe('a moment', () => {
  test('is one run in its time zone, and none once it is past', () => {
    expect(runs('at(2026-11-22T09:00:00)', '2026-11-22T00:00:00Z', 9, NEW_YORK)).toEqual([
      '2026-11-22T14:00Z',
    ]);
    expect(runs('at(2026-11-22T09:00:00)', '2026-11-22T14:00:00Z', 9, NEW_YORK)).toEqual([]);
  });
  test('that clocks jump over never comes', () => {
    expect(runs('at(2026-03-08T02:30:00)', '2026-01-01T00:00:00Z', 9, NEW_YORK)).toEqual([]);
  });
});

describe('a cron expression', () => {
  test.each([
    ['0 9 ? * MON-FRI *', ['2026-11-23T09:00Z', '2026-11-24T09:00Z']],
    ['15,45 8-9 22 * ? *', ['2026-11-22T08:15Z', '2026-11-22T08:45Z', '2026-11-22T09:15Z']],
    ['0/20 7 * * ? *', ['2026-11-22T07:00Z', '2026-11-22T07:20Z', '2026-11-22T07:40Z', '2026-11-23T07:00Z']],
    ['0 0 L * ? *', ['2026-11-30T00:00Z', '2026-12-31T00:00Z', '2027-01-31T00:00Z', '2027-02-28T00:00Z']],
    ['0 0 15W * ? *', ['2026-12-15T00:00Z', '2027-01-15T00:00Z', '2027-02-15T00:00Z']],
    ['0 0 1W 5,8 ? *', ['2027-05-03T00:00Z', '2027-08-02T00:00Z']],
    ['0 0 31W * ? *', ['2026-12-31T00:00Z', '2027-01-29T00:00Z', '2027-03-31T00:00Z']],
    ['0 12 ? * 3#2 *', ['2026-12-08T12:00Z', '2027-01-12T12:00Z']],
    ['0 12 ? * FRIL *', ['2026-11-27T12:00Z', '2026-12-25T12:00Z']],
    [
      '0 12 ? DEC L 2026',
      ['2026-12-05T12:00Z', '2026-12-12T12:00Z', '2026-12-19T12:00Z', '2026-12-26T12:00Z'],
    ],
    ['30 6 29 FEB ? *', ['2028-02-29T06:30Z', '2032-02-29T06:30Z']],
    ['0 0 31 2 ? *', []],
    ['0 0 1 1 ? 1970-2026/2', []],
  ])('cron(%s)', (fields, expected) => {
    const count = expected.length === 0 ? 1 : expected.length;
    expect(runs(`cron(${fields})`, '2026-11-22T06:00:00Z', count)).toEqual(expected);
  });
  test('leaves out a time that clocks jump over', () => {
    expect(runs('cron(30 2 * * ? *)', '2026-03-07T00:00:00Z', 2, NEW_YORK)).toEqual([
      '2026-03-07T07:30Z',
      '2026-03-09T06:30Z',
    ]);
  });
  test('takes a time that comes twice once', () => {
    expect(runs('cron(30 1 * * ? *)', '2026-10-31T12:00:00Z', 2, NEW_YORK)).toEqual([
      '2026-11-01T05:30Z',
      '2026-11-02T06:30Z',
    ]);
  });
});

test.each([
  ['rate(0 minutes)', /no rate/],
  ['rate(5 seconds)', /no rate/],
  ['rate(five minutes)', /no rate/],
  ['at(2026-02-30T09:00:00)', /no moment/],
  ['at(2026-11-22)', /no moment/],
  ['cron(0 9 * * MON *)', /just one of day of month and day of week/],
  ['cron(0 9 ? * ? *)', /just one of day of month and day of week/],
  ['cron(0 9 * * ?)', /has 5 fields/],
  ['cron(60 9 * * ? *)', /'60' is nothing for minutes, which takes 0 to 59/],
  ['cron(0 9 ? * 0 *)', /nothing for day of week/],
  ['cron(0 9 ? * MON#6 *)', /nothing for day of week/],
  ['cron(0 9-8 * * ? *)', /nothing for hours/],
  ['cron(0/0 9 * * ? *)', /nothing for minutes/],
  ['cron(1.5 9 * * ? *)', /nothing for minutes/],
  ['every 5 minutes', /is no schedule/],
])('%s is refused in one sentence', (text, message) => {
  expect(() => parseExpression(text, 'UTC', BEGIN)).toThrow(message);
});
test('a time zone that is none is refused', () => {
  expect(() => parseExpression('rate(1 day)', 'Mars/Olympus', BEGIN)).toThrow(
    "'Mars/Olympus' is no time zone",
  );
});

test('whatever is written, it is an expression or refused in one sentence', () => {
  const part = fc.constantFrom(
    '0',
    '5',
    '*',
    '?',
    'L',
    'W',
    '#',
    '/',
    '-',
    ',',
    'MON',
    'JAN',
    '2026',
    ' ',
    'x',
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 14 }),
      fc.constantFrom('rate', 'cron', 'at', ''),
      (parts, kind) => {
        const text = `${kind}(${parts.join('')})`;
        try {
          const nextMs = parseExpression(text, 'UTC', BEGIN).next(BEGIN);
          expect(nextMs === undefined || nextMs > BEGIN).toBe(true);
        } catch (error) {
          expect(`${error}`).toMatch(/^ScheduleError: /);
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** What the wall shows, asked of Intl minute by minute: slow, and another way than the one under test. */
const clockOf = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'short',
    weekday: undefined,
  });
  return (atMs: number) => format.format(atMs);
};

test('in every zone a cron expression runs at just the minutes that the wall shows, each once', () => {
  const changes = [
    '2026-03-07T20:00:00Z',
    '2026-10-31T20:00:00Z',
    '2026-03-28T20:00:00Z',
    '2026-10-03T12:00:00Z',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(NEW_YORK, 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'),
      fc.constantFrom(...changes, '2026-04-04T10:00:00Z'),
      fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 3 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
      (zone, from, minutes, hours) => {
        const fromMs = Date.parse(from);
        const wall = clockOf(zone);
        const expected: string[] = [];
        const seen = new Set<string>();
        // A day before, so that a time that comes again is known to have come.
        for (let atMs = fromMs - DAY_MS; atMs <= fromMs + DAY_MS; atMs += MINUTE_MS) {
          const shown = wall(atMs);
          const [, hour = '', minute = ''] = /(\d\d):(\d\d)$/.exec(shown) ?? [];
          if (!hours.includes(Number(hour)) || !minutes.includes(Number(minute)) || seen.has(shown)) continue;
          seen.add(shown);
          if (atMs > fromMs) expected.push(shown);
        }
        const expression = parseExpression(`cron(${minutes} ${hours} * * ? *)`, zone, 0);
        const found: string[] = [];
        let nextMs = expression.next(fromMs);
        while (nextMs !== undefined && nextMs <= fromMs + DAY_MS) {
          found.push(wall(nextMs));
          nextMs = expression.next(nextMs);
        }
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 25 },
  );
});
