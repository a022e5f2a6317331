/** A clock that ticks on the screen while something is going on. */
import { useEffect, useState } from 'react';

const TICK_MS = 500;

export function useNow(running: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return nowMs;
}
