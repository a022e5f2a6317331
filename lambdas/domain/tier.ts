/** The tiers of customers: few, so that everybody knows what they are. */

/** How a customer is served: one of `priority` is a little ahead of who came before (docs/routing.md). */
export const TIERS = ['standard', 'priority'] as const;
export type Tier = (typeof TIERS)[number];
export const DEFAULT_TIER = 'standard' satisfies Tier;

/** @param text what a table holds; anything but a tier is the usual one */
export const readTier = (text: unknown): Tier => TIERS.find((tier) => tier === text) ?? DEFAULT_TIER;
