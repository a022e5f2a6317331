/** The words for how an order stands. */

import { DEFAULT_LANGUAGE, type Language } from './language.ts';
import type { OrderStatus } from './order-status.ts';
import { spokenDate } from './spoken.ts';
import { message } from './words/message.ts';
import { orderWords } from './words/words-of.ts';

/** What the words depend on; days as `2026-11-24`. */
export interface OrderProgress {
  readonly status: OrderStatus;
  /** The day on which it should reach the customer, while it has not. */
  readonly expectedOn?: string | undefined;
  readonly deliveredOn?: string | undefined;
}

/**
 * The rest of a sentence that starts with the order: `is on its way and should reach you on Tuesday, November 24`.
 * A day that has passed is not promised again: the order is late, and the words say so.
 * @param today the calendar day on which the words are said
 */
export function spokenOrderStatus(
  { status, expectedOn, deliveredOn }: OrderProgress,
  today: string,
  language: Language = DEFAULT_LANGUAGE,
): string {
  const messages = orderWords(language);
  if (status === 'delivered' && deliveredOn !== undefined)
    return message(language, messages.deliveredOn, { day: spokenDate(deliveredOn, today, language) });
  const words = messages.orderStatus[status];
  if (expectedOn === undefined || !isOnTheWay(status)) return words;
  if (expectedOn < today) return message(language, messages.later, { status: words });
  return message(language, messages.expectedOn, {
    status: words,
    day: spokenDate(expectedOn, today, language),
  });
}

const isOnTheWay = (status: OrderStatus): boolean =>
  status === 'confirmed' || status === 'paid' || status === 'packed' || status === 'shipped';
