/** Moments as flow logs write them, e.g. `2026-11-25T00:00:00.000Z`. */

const DAY_MS = 86_400_000;
const ZERO = '0'.charCodeAt(0);
const COLON = ':'.charCodeAt(0);
const POINT = '.'.charCodeAt(0);
const ZULU = 'Z'.charCodeAt(0);

/** Keeps the day, and the last moment: many blocks run at the same one, and Date writes sixteen times as long. */
export class TimeStamps {
  #ms = Number.NaN;
  #text = '';
  #day = Number.NaN;
  #date = '';

  /** @param ms since 1970; what a Date cannot hold throws a RangeError. */
  at(ms: number): string {
    if (ms !== this.#ms) {
      this.#text = this.#write(Math.trunc(ms));
      this.#ms = ms;
    }
    return this.#text;
  }

  #write(ms: number): string {
    const day = Math.floor(ms / DAY_MS);
    if (day !== this.#day) {
      this.#date = new Date(ms).toISOString().slice(0, -'00:00:00.000Z'.length);
      this.#day = day;
    }
    const inDay = ms - day * DAY_MS;
    const seconds = Math.floor(inDay / 1000);
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    return (
      this.#date +
      String.fromCharCode(
        tens(hours),
        ones(hours),
        COLON,
        tens(minutes % 60),
        ones(minutes),
        COLON,
        tens(seconds % 60),
        ones(seconds),
        POINT,
        ones(inDay / 100),
        ones(inDay / 10),
        ones(inDay),
        ZULU,
      )
    );
  }
}

const ones = (value: number): number => ZERO + (Math.floor(value) % 10);
const tens = (value: number): number => ones(value / 10);
