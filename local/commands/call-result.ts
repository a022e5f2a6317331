/** How a call from the terminal can end, and who makes it. */
import type { TelephoneHears, TelephoneSays } from '../web/protocol.ts';

export type CallResult =
  | { readonly kind: 'ended' }
  /** The line is gone in the middle of the call. */
  | { readonly kind: 'broken'; readonly sentence: string }
  /** No call came about; the sentence says why. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Decides what to do about what is heard. */
export interface Caller {
  heard(message: TelephoneHears, nowMs: number): readonly TelephoneSays[];
  /** When the caller's patience ends; undefined for one who has all the time. */
  patienceEndsMs(): number | undefined;
  /** What the caller does when it has ended. */
  lostPatience(): readonly TelephoneSays[];
}

export const hangsUp = ({ type }: TelephoneSays): boolean => type === 'hang-up';

/** What a message means for the call as a whole; undefined while it goes on. */
export function resultOf(message: TelephoneHears, dialled: boolean): CallResult | undefined {
  if (message.type === 'ended') return { kind: 'ended' };
  if (message.type === 'refused' && !dialled) return { kind: 'refused', sentence: message.message };
  return undefined;
}
