/** The policy for PINs: what one looks like, and how often it may be wrong. */

/**
 * Failures that one account has a day. Four digits guessed five times a day are found with 0.05 % a day; a caller
 * whose account is locked still reaches a person, so that nobody can be shut out by somebody else's guessing.
 */
export const FAILURES_A_DAY_MAX = 5;

/** A count is of no use the day after; it stays one day more so that a late clock still finds it. */
const COUNT_KEPT_DAYS = 2;

/**
 * The day an attempt counts for. It is the day of UTC everywhere, so that an account has one midnight and no time
 * zone gives a second set of attempts.
 */
export function attemptDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** The second (since the epoch) after which the count of a day may be deleted. */
export function attemptsExpireAt(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000 + COUNT_KEPT_DAYS * 24 * 60 * 60;
}

/** Why a PIN may not be given to a customer, to be read after "the PIN"; nothing where it may. */
export function pinObjection(pin: string): string | undefined {
  if (!/^\d{4,8}$/.test(pin)) return 'must be 4 to 8 digits';
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)));
  const [step] = steps;
  if (steps.size === 1 && step !== undefined && Math.abs(step) <= 1) {
    return 'must not repeat one digit or count up or down, because such PINs are guessed first';
  }
  return undefined;
}
