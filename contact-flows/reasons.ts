/** Why a caller goes to a person: what the agent hears, and which team answers. */
import { setAttributes } from '../engine/authoring/contact.ts';
import type { Step } from '../engine/authoring/step.ts';

export const reasons = {
  'asked-for-person': { words: 'The caller asked for a person', team: 'support' },
  'no-usable-input': { words: 'The caller pressed no key that we could use', team: 'support' },
  'records-fault': { words: 'Customer records were not available', team: 'support' },
  'system-fault': { words: 'The telephone menu had a fault', team: 'support' },
  'product-question': { words: 'The caller has a question about a product', team: 'orders' },
  problem: { words: 'The caller wants to report a problem', team: 'support' },
  callback: { words: 'The caller wants to be called back', team: 'support' },
  'case-question': { words: 'The caller has a question about a case', team: 'support' },
  returning: { words: 'The caller is back about what they called for before', team: 'support' },
  escalation: { words: 'The caller cannot wait for the case to be settled', team: 'support' },
  'escalation-fault': { words: 'The caller cannot wait, and the case could not be raised', team: 'support' },
  'case-lookup-fault': { words: 'Cases were not available', team: 'support' },
  'wrong-pin': { words: 'The caller gave three wrong PINs', team: 'orders' },
  'no-pin': { words: 'The caller gave no PIN', team: 'orders' },
  'verification-fault': { words: 'The PIN could not be checked', team: 'orders' },
  'no-order-number': { words: 'The caller gave no order number', team: 'orders' },
  'order-not-found': { words: 'The caller is looking for an order that we did not find', team: 'orders' },
  'order-lookup-fault': { words: 'Order records were not available', team: 'orders' },
  'no-product': { words: 'The caller wants to order and found no product', team: 'orders' },
  'no-quantity': { words: 'The caller wants to order and gave no quantity', team: 'orders' },
  'order-fault': { words: 'The caller wants to order, which was not available', team: 'orders' },
  'order-not-confirmed': { words: 'The caller wants to order. Nothing was placed', team: 'orders' },
  'order-unconfirmed': {
    words: 'An order may or may not be placed. Check it with the caller',
    team: 'orders',
  },
  'change-unconfirmed': {
    words: 'An order may or may not have been changed. Check it with the caller',
    team: 'orders',
  },
  'payment-question': { words: 'The caller wants to pay an order by card', team: 'orders' },
  'payment-unconfirmed': {
    words: 'A card may or may not have been charged. Take no other card for the order',
    team: 'orders',
  },
  'order-decision': {
    words: 'The caller wants a change of an order that a person decides on',
    team: 'orders',
  },
  'order-question': { words: 'The caller has a question about an order', team: 'orders' },
  'appointment-question': { words: 'The caller has a question about an appointment', team: 'support' },
  'no-appointment-time': {
    words: 'The caller wants an appointment and found no time',
    team: 'support',
  },
  'appointment-unconfirmed': {
    words: 'An appointment may or may not be booked or cancelled. Check it with the caller',
    team: 'support',
  },
} as const satisfies Readonly<Record<string, { words: string; team: 'support' | 'orders' }>>;

export type Reason = keyof typeof reasons;

/** What is kept of it. */
export const reasonValues = (reason: Reason) => ({ reason, reasonWords: reasons[reason].words }) as const;

/** Keeps the reason for queue and agent. The caller gets on without it, where it cannot be kept. */
export function because<const Target extends string>(reason: Reason, next: Target): Step<Target> {
  return setAttributes({ attributes: reasonValues(reason), next, onError: next });
}
