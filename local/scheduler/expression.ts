/**
 * When a schedule runs: `rate(5 minutes)`, `cron(0 9 ? * MON-FRI *)`, `at(2026-11-22T09:00:00)`.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
import { parseCron, wallTimes } from './cron.ts';
import { ScheduleError } from './schedule-error.ts';
import { Zone } from './zone.ts';

export interface Expression {
  /** The first moment after `afterMs` at which it runs; nothing where it never runs again. */
  next(afterMs: number): number | undefined;
}

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** More than any clock goes back at once. */
const CLOCK_CHANGE_MAX_MS = 3 * 3_600_000;

/**
 * A day of `rate` has 24 hours, whatever the clocks do. Where clocks jump forward, a time that they jump over is left
 * out; where they go back, a time that comes twice counts once, the first time.
 * @param startMs when a rate begins; its first run is then
 * @throws ScheduleError for what is no expression or no time zone
 */
export function parseExpression(text: string, timeZone: string, startMs: number): Expression {
  const [, kind = '', inside = ''] = /^(rate|cron|at)\((.*)\)$/.exec(text) ?? [];
  const zone = zoneNamed(timeZone);
  switch (kind) {
    case 'rate':
      return rate(inside, startMs);
    case 'cron':
      return cron(inside, zone);
    case 'at':
      return at(inside, zone);
    default:
      throw new ScheduleError(`'${text}' is no schedule; write rate(…), cron(…) or at(…)`);
  }
}

function zoneNamed(name: string): Zone {
  try {
    return new Zone(name);
  } catch (error) {
    throw new ScheduleError(`'${name}' is no time zone; write one such as America/New_York`, {
      cause: error,
    });
  }
}

function rate(inside: string, startMs: number): Expression {
  const [, value, unit] = /^([1-9]\d{0,8}) (minute|hour|day)s?$/.exec(inside) ?? [];
  if (unit !== 'minute' && unit !== 'hour' && unit !== 'day') {
    throw new ScheduleError(`rate(${inside}) is no rate; write a number and minutes, hours or days`);
  }
  const everyMs = Number(value) * UNIT_MS[unit];
  return {
    next: (afterMs) =>
      afterMs < startMs ? startMs : startMs + (Math.floor((afterMs - startMs) / everyMs) + 1) * everyMs,
  };
}

function cron(inside: string, zone: Zone): Expression {
  const fields = parseCron(inside);
  return {
    next(afterMs) {
      // What the wall showed before clocks went back may come again: begin far enough before.
      for (const wallMs of wallTimes(fields, zone.wallMs(afterMs) - CLOCK_CHANGE_MAX_MS)) {
        const moment = zone.momentOf(wallMs);
        if (moment !== undefined && moment > afterMs) return moment;
      }
      return undefined;
    },
  };
}

function at(inside: string, zone: Zone): Expression {
  const isShaped = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(inside);
  const wallMs = isShaped ? Date.parse(`${inside}Z`) : Number.NaN;
  if (Number.isNaN(wallMs) || new Date(wallMs).toISOString().slice(0, 19) !== inside) {
    throw new ScheduleError(`at(${inside}) is no moment; write it as at(2026-11-22T09:00:00)`);
  }
  const moment = zone.momentOf(wallMs);
  return { next: (afterMs) => (moment !== undefined && moment > afterMs ? moment : undefined) };
}
