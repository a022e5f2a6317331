/** How the intent of a change begins that a card has paid for: what was paid so goes back to the card. */
export const PAY_INTENT = 'payment-';
