/** Figures of a simulated day as people write them. */

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
export const secondsText = (seconds: number): string => `${seconds.toFixed(1)} s`;
export const dollarsText = (dollars: number): string => `$${dollars.toFixed(dollars < 1 ? 4 : 2)}`;
