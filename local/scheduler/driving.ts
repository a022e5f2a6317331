/** Lets schedules, deliveries and readers of streams run by the clock of the cloud: the one on the wall, or one that jumps. */
import type { Clock, VirtualDriver } from '../../engine/contact/driver.ts';
import type { TimedWork } from '../timed-work.ts';

/** A virtual driver for which such work is one of the things that happen next. Time stands still while it runs. */
export function withTimedWork(driver: VirtualDriver, work: TimedWork): VirtualDriver {
  const advanceToNext = async (limitMs: number): Promise<boolean> => {
    const waitMs = Math.max(0, (work.nextDueAtMs() ?? Number.POSITIVE_INFINITY) - driver.nowMs());
    if (await driver.advanceToNext(Math.min(limitMs, waitMs))) return true;
    if (waitMs > limitMs) return false;
    const dueMs = driver.nowMs() + waitMs;
    await driver.advanceBy(waitMs);
    // For a driver that was closed meanwhile time stands still, and nothing is due any more.
    if (driver.nowMs() < dueMs) return false;
    await work.runDue();
    return true;
  };
  return {
    ...driver,
    advanceToNext,
    async advanceBy(ms) {
      const untilMs = driver.nowMs() + ms;
      while (await advanceToNext(untilMs - driver.nowMs()));
      await driver.advanceBy(untilMs - driver.nowMs());
    },
  };
}

/**
 * Runs what is due whenever it is.
 * @returns how to stop; runs under way are then waited for
 */
export function startTimedWork(
  work: TimedWork,
  clock: Clock,
  onFault: (fault: unknown) => void,
): () => Promise<void> {
  const running = new Set<Promise<void>>();
  let cancel = (): void => undefined;
  let stopped = false;
  const wait = (): void => {
    cancel();
    const dueMs = work.nextDueAtMs();
    if (dueMs === undefined || stopped) return;
    cancel = clock.after(Math.max(0, dueMs - clock.nowMs()), () => {
      const run = work
        .runDue()
        .catch(onFault)
        .finally(() => {
          running.delete(run);
          // A run that failed is due again.
          wait();
        });
      running.add(run);
      wait();
    });
  };
  wait();
  const stopListening = work.onEarlier?.(wait);
  return async () => {
    stopped = true;
    stopListening?.();
    cancel();
    await Promise.all(running);
  };
}
