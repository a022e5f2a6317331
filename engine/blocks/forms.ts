/** Forms that many blocks share: usual branches, flow types and channels, and how a problem becomes an error branch. */
import type { Branches, ConditionRule } from '../language/branches.ts';
import { FLOW_TYPES, type FlowType } from '../language/flow.ts';
import type { BlockFacts } from './block.ts';
import type { BlockResult } from './step.ts';
import type { Channel } from './waiting.ts';

export const EVERY_FLOW = FLOW_TYPES;
/** Flows in which a customer or a transferring agent is led through choices (adminguide/create-contact-flow). */
export const LEADING_FLOWS = [
  'CONTACT_FLOW',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CUSTOMER_QUEUE',
  'MODULE',
] as const satisfies readonly FlowType[];
/** The same before the contact is in a queue. */
export const BEFORE_QUEUE_FLOWS = [
  'CONTACT_FLOW',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'MODULE',
] as const satisfies readonly FlowType[];

export const EVERY_CHANNEL: readonly Channel[] = ['VOICE', 'CHAT', 'TASK', 'EMAIL'];

const NO_CONDITIONS = { kind: 'none' } as const satisfies ConditionRule;

/** The branches of a block that goes on to one next step. */
export interface GoesOn<R extends readonly string[], O extends readonly string[]> {
  readonly next: 'required';
  readonly errors: { readonly required: R; readonly optional: O };
  readonly conditions: typeof NO_CONDITIONS;
}

/** A block that goes on to one next step; without arguments, NoMatchingError must have a branch. */
export function goesOn(): GoesOn<readonly ['NoMatchingError'], readonly []>;
export function goesOn<const R extends readonly string[], const O extends readonly string[] = readonly []>(
  required: R,
  optional?: O,
): GoesOn<R, O>;
export function goesOn(
  required: readonly string[] = ['NoMatchingError'],
  optional: readonly string[] = [],
): GoesOn<readonly string[], readonly string[]> {
  return { next: 'required', errors: { required, optional }, conditions: NO_CONDITIONS };
}

/** A block that goes where its conditions and errors say; NextAction mirrors one of them. */
export const branchesBy = <
  const R extends readonly string[],
  const C extends ConditionRule,
  const O extends readonly string[] = readonly [],
>(
  conditions: C,
  required: R,
  optional?: O,
): {
  readonly next: 'optional';
  readonly errors: { readonly required: R; readonly optional: O | readonly [] };
  readonly conditions: C;
} => ({
  next: 'optional',
  errors: { required, optional: optional ?? [] },
  conditions,
});

/** A block after which the flow does not go on. */
export const ENDS = {
  next: 'none',
  errors: { required: [], optional: [] },
  conditions: NO_CONDITIONS,
} as const satisfies Branches;

/** What nobody hears and nobody answers, and after which the flow goes on. */
export const SILENT: BlockFacts = { speaks: false, listens: false, terminal: false };

/** The NoMatchingError branch, with the reason that log and trace show. */
export const failed = (because: string): BlockResult => ({
  kind: 'error',
  error: 'NoMatchingError',
  because,
});

export const NEXT: BlockResult = { kind: 'next' };

/** The block begins anew when somebody has answered. */
export const CALLING: BlockResult = { kind: 'wait', waiting: { kind: 'calling' } };
