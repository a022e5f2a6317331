/** Moments as a person reads them, in the time of this browser. */

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** `14:05:09` */
export const timeText = (atMs: number): string => CLOCK.format(atMs);

/** `10 November 2026` */
export const dayText = (atMs: number): string => DAY.format(atMs);
