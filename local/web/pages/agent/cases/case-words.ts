/** Cases in words for a person. */
import { dayText, timeText } from '../../look/time.ts';

/** `order-check` is `Order check`. */
export function typeText(type: string): string {
  if (type === 'voicemail') return 'Voice message';
  const words = spaced(type);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `waiting-for-customer` is `waiting for customer`, `wantedOutcome` is `wanted outcome`. */
export const spaced = (name: string): string =>
  name.replaceAll('-', ' ').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** `14:05`, with the day where that is another one. */
export function momentText(iso: string, nowMs: number): string {
  const atMs = Date.parse(iso);
  const clock = timeText(atMs).slice(0, 5);
  return dayText(atMs) === dayText(nowMs) ? clock : `${dayText(atMs)}, ${clock}`;
}

export function dueText(dueAt: string | undefined, nowMs: number): string {
  if (dueAt === undefined) return 'nothing due';
  const when = momentText(dueAt, nowMs);
  return Date.parse(dueAt) < nowMs ? `overdue since ${when}` : `due ${when}`;
}
