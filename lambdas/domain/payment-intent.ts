/** How the intent of a change begins that a card has paid for: what was paid so goes back to the card. */
export const PAY_INTENT = 'payment-';

/** Kept for as long as a charge may be disputed, and then some; a charge card's holder has 540 days at most. */
export const PAYMENT_KEPT_DAYS = 600;
