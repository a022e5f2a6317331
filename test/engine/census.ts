/** By which branches the tests of the engine have left blocks of which types, and which branches something outside decided. */
import { expect } from '@jest/globals';
import type { Effect } from '../../engine/contact/events.ts';

/** `Wait: CustomerReturned`, each with a test that took it. */
export const taken = new Map<string, string>();
/** Branches by which blocks with the same parameters were left, by type and parameters. */
const ways = new Map<string, { readonly type: string; readonly branches: Set<string> }>();

/** @param parametersOf the step of a flow, as the test has written it */
export function see(
  effect: Effect,
  parametersOf: (flow: string, step: string) => unknown = () => undefined,
): void {
  if (effect.kind !== 'step-taken') return;
  const { branch, flowName, step, type } = effect;
  const name = `${type}: ${branch}`;
  if (!taken.has(name)) taken.set(name, expect.getState().currentTestName ?? '');
  const parameters = parametersOf(flowName, step);
  if (parameters === undefined) return;
  const block = `${type} ${JSON.stringify(parameters)}`;
  const { branches } = ways.get(block) ?? { branches: new Set() };
  ways.set(block, { type, branches: branches.add(branch) });
}

/**
 * Branches of which a block with the very same parameters also has another: not the block has decided, but the contact,
 * a person, the instance, a service or the clock.
 */
export function decidedOutside(): readonly string[] {
  const decided = new Set<string>();
  for (const { branches, type } of ways.values())
    if (branches.size > 1) for (const branch of branches) decided.add(`${type}: ${branch}`);
  return [...decided];
}
