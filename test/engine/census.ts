/** By which branches the tests of the engine have left blocks of which types, each with a test that did. */
import { expect } from '@jest/globals';
import type { Effect } from '../../engine/contact/events.ts';

/** `Wait: CustomerReturned`. */
export const taken = new Map<string, string>();

export function see(effect: Effect): void {
  if (effect.kind !== 'step-taken') return;
  const branch = `${effect.type}: ${effect.branch}`;
  if (!taken.has(branch)) taken.set(branch, expect.getState().currentTestName ?? '');
}
