/** How many requests the API takes in an account and Region: for each operation a bucket that fills with time. */
import { API_RATE_DEFAULT, API_RATES } from '../../../engine/limits.ts';

/** Says for each request whether it is within the rate. */
export type Throttle = (operation: string) => boolean;

/** For who wants to work without quotas. */
export const unlimited: Throttle = () => true;

/** @param nowMs milliseconds since 1970, of the clock by which the centre runs */
export function throttleLikeTheService(nowMs: () => number): Throttle {
  const buckets = new Map<string, { requests: number; atMs: number }>();
  return (operation) => {
    const { perSecond, burst } = API_RATES[operation] ?? API_RATE_DEFAULT;
    const now = nowMs();
    const bucket = buckets.get(operation) ?? { requests: burst, atMs: now };
    buckets.set(operation, bucket);
    const filled = Math.min(burst, bucket.requests + ((now - bucket.atMs) * perSecond) / 1000);
    bucket.atMs = now;
    bucket.requests = filled < 1 ? filled : filled - 1;
    return filled >= 1;
  };
}
