/** The clock of this machine, for a centre that people call. */
import type { Clock } from '../../engine/contact/driver.ts';

/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const wallClock = (): Clock => ({
  nowMs: () => Date.now(),
  after(ms, wake) {
    let timer: NodeJS.Timeout;
    const wait = (leftMs: number): void => {
      const nowMs = Math.max(0, Math.min(leftMs, LONGEST_TIMER_MS));
      timer = setTimeout(() => (leftMs > nowMs ? wait(leftMs - nowMs) : wake()), nowMs);
    };
    wait(ms);
    return () => clearTimeout(timer);
  },
});
