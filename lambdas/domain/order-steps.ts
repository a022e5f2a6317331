/**
 * How ordering talks to the tables: one request at a time as data, with what follows from the reply. A handler makes
 * the requests of DynamoDB; a test makes them of a model, in every order and with a crash at every point.
 */

import type { Case } from './case.ts';
import { type Intent, type IntentKey, intentId } from './order-intent.ts';
import type { StockedProduct } from './order-quote.ts';

/** What became of the one transaction that writes order, stock, intent and customer history. */
export type Placement =
  | { readonly kind: 'placed' }
  | {
      /** Nothing was written; each says whether its own part was in the way. */
      readonly kind: 'refused';
      /** The intent is not the newest of its basket or no longer confirmed. */
      readonly intent: boolean;
      /** A product is gone, has another price or not enough pieces. */
      readonly products: boolean;
      /** Another order has the number. */
      readonly orderNumber: boolean;
    };

/** An order as far as an intent knows it again. */
export interface OrderOfIntent {
  readonly orderNumber: string;
  readonly customerId: string;
  readonly intentId: string;
  readonly currency: string;
  readonly totalMinor: number;
}

/** A case as far as its caller is told of it. */
export type OpenedCase = Pick<Case, 'caseNumber' | 'openedAtMs' | 'promisedAtMs'>;

export type Step<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  /** The function fails, and what it could not finish is tried again by whoever called it. */
  | { readonly kind: 'give-up'; readonly because: string }
  | {
      readonly kind: 'read-intent';
      readonly key: IntentKey;
      readonly next: (intent: Intent | undefined) => Step<Answer>;
    }
  | {
      /**
       * Written only over what was seen. Replies what is there afterwards: this intent, or the one that was in its way,
       * which may be this very write, made twice because its first answer was lost.
       */
      readonly kind: 'write-intent';
      readonly intent: Intent;
      readonly seen: Pick<Intent, 'number' | 'status'> | undefined;
      readonly next: (now: Intent | undefined) => Step<Answer>;
    }
  | {
      readonly kind: 'read-products';
      readonly skus: readonly string[];
      readonly next: (products: readonly StockedProduct[]) => Step<Answer>;
    }
  | {
      readonly kind: 'read-orders';
      readonly orderNumbers: readonly string[];
      readonly next: (orders: readonly OrderOfIntent[]) => Step<Answer>;
    }
  | {
      readonly kind: 'place';
      readonly intent: Intent;
      readonly orderNumber: string;
      readonly placedAtMs: number;
      /** The rate of the tax in the basket, for the order to keep. */
      readonly taxBasisPoints: number;
      readonly next: (placement: Placement) => Step<Answer>;
    }
  | {
      /** Opens the one case of an intent that is referred, or finds it. */
      readonly kind: 'open-case';
      readonly intent: Intent;
      readonly openedAtMs: number;
      readonly next: (opened: OpenedCase) => Step<Answer>;
    };

export const done = <Answer>(answer: Answer): Step<Answer> => ({ kind: 'done', answer });

export const giveUp = <Answer>(because: string): Step<Answer> => ({ kind: 'give-up', because });

/** The order of an intent among those that have one of its numbers. */
export function ownOrder(
  orders: readonly OrderOfIntent[],
  intent: Pick<Intent, 'customerId' | 'number' | 'digest'>,
): OrderOfIntent | undefined {
  return orders.find(
    (order) => order.customerId === intent.customerId && order.intentId === intentId(intent),
  );
}
