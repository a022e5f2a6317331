/**
 * Ends an intent whose order could not be placed, or not be confirmed to its caller: it is referred to a person, by one
 * case, and nothing places it afterwards. Nobody is told "placed" later than they stayed on the line to hear it.
 */

import { totalMinor } from './basket.ts';
import type { Intent, IntentKey } from './order-intent.ts';
import { done, giveUp, type OpenedCase, ownOrder, type Step } from './order-steps.ts';

export type Referred =
  /** The order is there after all: only the answer was lost. */
  | {
      readonly kind: 'placed';
      readonly orderNumber: string;
      readonly currency: string;
      readonly totalMinor: number;
    }
  /** There is no order and there never will be; without a case yet where the wish was not to open one. */
  | { readonly kind: 'referred'; readonly opened: OpenedCase | undefined }
  /** It was refused or replaced: there is no order and there never will be. */
  | { readonly kind: 'not-ordered' };

export interface Referring extends IntentKey {
  readonly number: number;
  /** The numbers that its order may have. */
  readonly orderNumbers: readonly [string, string];
  /** False where nobody knows a number to call: whoever settles looks it up and opens the case. */
  readonly opensCase: boolean;
  readonly nowMs: number;
}

/**
 * For the caller who is still on the line. At most four requests in sequence. It is the one write of `referred` over
 * `confirmed` that decides: a transaction that comes before it has placed the order, one that comes after it fails.
 */
export function referIntent(wish: Referring): Step<Referred> {
  const { customerId, digest, nowMs } = wish;
  return {
    kind: 'read-intent',
    key: { customerId, digest },
    next: (intent) =>
      intent?.number === wish.number && intent.status === 'confirmed'
        ? close(intent, nowMs, (now) => referred(wish, now))
        : referred(wish, intent),
  };
}

/** The answer for an intent by how it ended, whoever ended it. */
function referred(wish: Referring, intent: Intent | undefined): Step<Referred> {
  if (intent?.number !== wish.number) return findOrder(wish);
  const { basket, orderNumber } = intent;
  switch (intent.status) {
    case 'placed':
      return orderNumber === undefined
        ? giveUp('a placed intent has no order number; correct the item')
        : done(placed({ ...basket, orderNumber, total: totalMinor(basket) }));
    case 'out-of-stock':
    case 'price-changed':
      return done({ kind: 'not-ordered' });
    case 'referred':
      return openCase(intent, wish.opensCase, wish.nowMs);
    case 'confirmed':
      throw new Error('an intent that was to be referred over is confirmed as it was');
  }
}

/** What the settling of one intent came to: `nothing` where somebody had settled it, or it is not due yet. */
export type Settled = 'referred' | 'nothing';

/**
 * For intents that nobody is on the line for any more. At most five requests in sequence. Wherever it stops, the next
 * one goes on from there: first nothing can place the intent, then the case is open, then the intent knows it.
 */
export function settleIntent(key: IntentKey, nowMs: number): Step<Settled> {
  return {
    kind: 'read-intent',
    key,
    next(intent) {
      if (intent === undefined || nowMs < intent.expiresAtMs) return done('nothing');
      if (intent.status === 'confirmed') {
        return close(intent, nowMs, (now) => openWhereOwed(now, nowMs));
      }
      return openWhereOwed(intent, nowMs);
    },
  };
}

function openWhereOwed(intent: Intent | undefined, nowMs: number): Step<Settled> {
  const isOwed = intent?.status === 'referred' && intent.caseNumber === undefined;
  return isOwed ? openAndNote(intent, nowMs) : done('nothing');
}

/** From here on no transaction places the intent. `next` gets it as it is then: somebody may have ended it before. */
function close<Answer>(
  intent: Intent,
  nowMs: number,
  next: (now: Intent | undefined) => Step<Answer>,
): Step<Answer> {
  return {
    kind: 'write-intent',
    intent: { ...intent, status: 'referred', settledAtMs: nowMs },
    seen: intent,
    next,
  };
}

function openCase(intent: Intent, opensCase: boolean, openedAtMs: number): Step<Referred> {
  if (!opensCase) return done({ kind: 'referred', opened: undefined });
  return {
    kind: 'open-case',
    intent,
    openedAtMs,
    next: (opened) => done({ kind: 'referred', opened }),
  };
}

function openAndNote(intent: Intent, openedAtMs: number): Step<Settled> {
  return {
    kind: 'open-case',
    intent,
    openedAtMs,
    next: ({ caseNumber }) => ({
      kind: 'write-intent',
      intent: { ...intent, caseNumber },
      seen: intent,
      // Where it was not written, somebody else has noted the same case.
      next: () => done('referred'),
    }),
  };
}

/** A newer intent has taken the place of this one, or it is long gone. */
function findOrder(wish: Referring): Step<Referred> {
  return {
    kind: 'read-orders',
    orderNumbers: wish.orderNumbers,
    next(orders) {
      const own = ownOrder(orders, wish);
      return done(own === undefined ? { kind: 'not-ordered' } : placed({ ...own, total: own.totalMinor }));
    },
  };
}

const placed = (order: { orderNumber: string; currency: string; total: number }): Referred => ({
  kind: 'placed',
  orderNumber: order.orderNumber,
  currency: order.currency,
  totalMinor: order.total,
});
