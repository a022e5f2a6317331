/** Lets items whose time to live ended disappear while the wall's clock runs. */

const EVERY_MS = 1000;

/**
 * Sweeps each second, one sweep at a time.
 * @returns how to stop; the sweep under way is then waited for
 */
export const startExpiry = (
  sweepExpired: (nowMs: number) => Promise<unknown>,
  onFault: (fault: unknown) => void,
): (() => Promise<void>) => {
  let sweeping: Promise<void> | undefined;
  const sweep = async (): Promise<void> => {
    try {
      await sweepExpired(Date.now());
    } catch (fault) {
      onFault(fault);
    } finally {
      sweeping = undefined;
    }
  };
  const timer = setInterval(() => {
    sweeping ??= sweep();
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
};
