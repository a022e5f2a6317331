/** Whether hours of operation are open at a moment, on the clock of their own time zone. */
import type { HoursOfOperation, OpenPeriod, Weekday } from './instance.ts';

const DAYS: readonly Weekday[] = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
];
const DAY_MS = 86_400_000;
/** Clocks change on quarters of an hour at the finest. */
const QUARTER_MS = 900_000;

/** Opening hours with the last offset from UTC remembered: asking Intl costs a hundred times more than the rest. */
export class Opening {
  readonly #hours: HoursOfOperation;
  readonly #clock: Intl.DateTimeFormat;
  #quarter = Number.NaN;
  #offsetMs = 0;

  /** @throws RangeError for a time zone that is none. */
  constructor(hours: HoursOfOperation) {
    this.#hours = hours;
    this.#clock = new Intl.DateTimeFormat('en-US', {
      timeZone: hours.timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Overrides replace the week for their local dates; a period past midnight belongs to the day on which it starts. */
  isOpen(nowMs: number): boolean {
    const localMs = nowMs + this.#offsetAt(nowMs);
    const minute = Math.floor((localMs - Math.floor(localMs / DAY_MS) * DAY_MS) / 60_000);
    return (
      this.#periods(localMs).some(
        ({ startMinute, endMinute }) =>
          minute >= startMinute && (minute < endMinute || endMinute <= startMinute),
      ) ||
      this.#periods(localMs - DAY_MS).some(
        ({ startMinute, endMinute }) => endMinute <= startMinute && minute < endMinute,
      )
    );
  }

  #periods(localMs: number): readonly OpenPeriod[] {
    const local = new Date(localMs);
    const date = local.toISOString().slice(0, 10);
    const override = this.#hours.overrides.find(({ from, till }) => from <= date && date <= till);
    const day = DAYS[local.getUTCDay()];
    return (override?.week ?? this.#hours.week).filter((period) => period.day === day);
  }

  #offsetAt(nowMs: number): number {
    const quarter = Math.floor(nowMs / QUARTER_MS);
    if (quarter !== this.#quarter) {
      const fields: Record<string, number> = {};
      for (const { type, value } of this.#clock.formatToParts(nowMs)) fields[type] = Number(value);
      const local = Date.UTC(
        fields['year'] ?? 0,
        (fields['month'] ?? 1) - 1,
        fields['day'] ?? 1,
        fields['hour'] ?? 0,
        fields['minute'] ?? 0,
        fields['second'] ?? 0,
      );
      this.#offsetMs = local - Math.floor(nowMs / 1000) * 1000;
      this.#quarter = quarter;
    }
    return this.#offsetMs;
  }
}
