/** Issues the intent of an order that a caller has confirmed, or finds the one that carries the same wish. */

import { basketDigest } from './basket.ts';
import { type Confirmation, confirming, type Intent } from './order-intent.ts';
import { done, giveUp, type Step } from './order-steps.ts';

export type Confirmed =
  | { readonly kind: 'confirmed'; readonly intent: Intent }
  /** The same was placed a short while ago: the caller has to say whether it is wanted once more. */
  | { readonly kind: 'identical-recently'; readonly placed: Intent };

/** Writes at most twice: whoever came in between is joined or asked about. */
const WRITES_MAX = 2;

/** At most three requests in sequence. */
export function confirmIntent(wish: Confirmation, nowMs: number): Step<Confirmed> {
  const key = { customerId: wish.customerId, digest: basketDigest(wish.basket) };
  return { kind: 'read-intent', key, next: (newest) => confirmOver(newest, wish, nowMs, WRITES_MAX) };
}

function confirmOver(
  newest: Intent | undefined,
  wish: Confirmation,
  nowMs: number,
  writesLeft: number,
): Step<Confirmed> {
  const meaning = confirming(newest, wish, nowMs);
  switch (meaning.kind) {
    case 'join':
      return done({ kind: 'confirmed', intent: meaning.intent });
    case 'ask':
      return done({ kind: 'identical-recently', placed: meaning.placed });
    case 'issue': {
      if (writesLeft === 0) return giveUp('somebody else is confirming the same order again and again');
      const { intent } = meaning;
      // What was written is joined, as any other that carries the wish.
      return {
        kind: 'write-intent',
        intent,
        seen: newest,
        next: (now) => confirmOver(now, wish, nowMs, writesLeft - 1),
      };
    }
  }
}
