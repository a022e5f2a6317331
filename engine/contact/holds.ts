/** Counts how often and how long a caller was on hold (adminguide/ctr-data-model, Agent). */
import type { Contact } from './model.ts';

export function holdBegins(contact: Contact, nowMs: number): void {
  contact.holds ??= { count: 0, totalMs: 0, longestMs: 0, sinceMs: undefined };
  contact.holds.count += 1;
  contact.holds.sinceMs = nowMs;
}

/** @returns how long it was, ms; undefined when the caller was not on hold. */
export function holdEnds({ holds }: Contact, nowMs: number): number | undefined {
  if (holds?.sinceMs === undefined) return undefined;
  const lastedMs = nowMs - holds.sinceMs;
  holds.sinceMs = undefined;
  holds.totalMs += lastedMs;
  holds.longestMs = Math.max(holds.longestMs, lastedMs);
  return lastedMs;
}

export const isOnHold = ({ holds }: Contact): boolean => holds?.sinceMs !== undefined;
