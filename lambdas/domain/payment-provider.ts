/** What is asked of whoever moves the money. Two play it: Stripe, and a pretended bank for machines without one. */

import type { Card } from './card.ts';
import type { DeclineReason } from './payment.ts';

export interface Charge {
  /** The same for every repetition of one wish: the provider charges it once and answers all alike. */
  readonly key: string;
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly orderNumber: string;
  readonly card: Card;
}

export type Charged =
  | { readonly kind: 'authorised'; readonly reference: string }
  | { readonly kind: 'declined'; readonly because: DeclineReason };

/** What a provider knows of a wish, without its card. */
export type Known = Charged | { readonly kind: 'unknown' };

export interface Refund {
  /** As with a charge. */
  readonly key: string;
  /** The charge whose money goes back. */
  readonly reference: string;
  readonly amountMinor: number;
}

/** Money that a customer has asked their bank to take back. */
export interface Dispute {
  readonly reference: string;
  readonly orderNumber: string;
  readonly amountMinor: number;
}

/**
 * Every method throws a {@link ProviderSilent} where nobody knows what came of it, and anything else where the
 * configuration or our own request is wrong.
 */
export interface PaymentProvider {
  charge(charge: Charge, signal: AbortSignal): Promise<Charged>;
  /** What became of a charge, for whoever lost the answer. */
  find(key: string, signal: AbortSignal): Promise<Known>;
  /** @returns false where the provider refuses for good: nothing is left of the charge, or its customer disputes it */
  refund(refund: Refund, signal: AbortSignal): Promise<boolean>;
  /** Those that were opened since then. */
  disputesSince(sinceMs: number, signal: AbortSignal): Promise<readonly Dispute[]>;
}

/** The provider gave no answer, or none that says what happened: the same key again finds out. */
export class ProviderSilent extends Error {
  override readonly name = 'ProviderSilent';
}
