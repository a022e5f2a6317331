/** The clock on the wall of a time zone, changes for daylight saving included. */

const DAY_MS = 86_400_000;

/** Wall time is written as milliseconds, as if the place had the clock of UTC. */
export class Zone {
  readonly name: string;
  readonly #clock: Intl.DateTimeFormat;

  /** @throws RangeError for a name that is no time zone */
  constructor(name: string) {
    this.name = name;
    this.#clock = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** What the wall shows at a moment, to the second. */
  wallMs(atMs: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.#clock.formatToParts(atMs)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  }

  /** The first moment at which the wall shows this; nothing where clocks jump over it. */
  momentOf(wallMs: number): number | undefined {
    const offsets = [-DAY_MS, DAY_MS].map((aside) => this.wallMs(wallMs + aside) - (wallMs + aside));
    const moments = offsets.map((offsetMs) => wallMs - offsetMs).filter((at) => this.wallMs(at) === wallMs);
    return moments.length === 0 ? undefined : Math.min(...moments);
  }
}
