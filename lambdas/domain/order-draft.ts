/**
 * A draft: an order that a caller has begun and not confirmed. It is what and how much, at no price and with nothing
 * taken from the stock; what it costs is worked out when somebody goes on with it.
 */

import type { Wanted } from './basket.ts';
import { IDENTICAL_ASKED_MS, type Intent } from './order-intent.ts';

/** For so long a caller or an agent can go on with it. */
export const DRAFT_KEPT_DAYS = 7;
export const DRAFT_KEPT_MS = DRAFT_KEPT_DAYS * 24 * 60 * 60_000;

/** A customer has one at most: the one begun last. */
export interface OrderDraft {
  readonly customerId: string;
  readonly lines: readonly Wanted[];
  /** The contact in which it was begun. */
  readonly contactId: string;
  /** Names it, too: what was begun later is another draft. */
  readonly begunAtMs: number;
}

export const expiresAtMs = ({ begunAtMs }: Pick<OrderDraft, 'begunAtMs'>): number =>
  begunAtMs + DRAFT_KEPT_MS;

/**
 * Whether somebody can go on with a draft. Nobody takes it away when its order is placed: the newest intent for the same
 * products and pieces says that, so that placing an order takes no further write. What was ordered a moment before
 * is not begun again either: that caller was asked, and left it at that.
 * @param newest the newest intent for the draft's products and pieces
 */
export function isOpenDraft(draft: OrderDraft, newest: Intent | undefined, nowMs: number): boolean {
  if (nowMs >= expiresAtMs(draft)) return false;
  if (newest === undefined) return true;
  const { status, settledAtMs, confirmedAtMs } = newest;
  if (status === 'out-of-stock' || status === 'price-changed') return true;
  return (settledAtMs ?? confirmedAtMs) < draft.begunAtMs - IDENTICAL_ASKED_MS;
}
