/** How goods come back to us. */

export const CONDITIONS = ['unopened', 'opened', 'used', 'damaged'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What goes back into stock is sold to somebody else. */
export const canBeSold = (condition: Condition | undefined): boolean =>
  condition !== 'used' && condition !== 'damaged';
