/** Forms that many blocks share: usual branches, flow types and channels, and how a problem becomes an error branch. */
import type { Branches, ConditionRule } from '../language/branches.ts';
import { FLOW_TYPES, type FlowType } from '../language/flow.ts';
import type { BlockResult } from './step.ts';
import type { Channel } from './waiting.ts';

export const EVERY_FLOW: readonly FlowType[] = FLOW_TYPES;
/** Flows in which a customer or a transferring agent is led through choices (adminguide/create-contact-flow). */
export const LEADING_FLOWS: readonly FlowType[] = [
  'CONTACT_FLOW',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CUSTOMER_QUEUE',
  'MODULE',
];
/** The same before the contact is in a queue. */
export const BEFORE_QUEUE_FLOWS: readonly FlowType[] = [
  'CONTACT_FLOW',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'MODULE',
];

export const EVERY_CHANNEL: readonly Channel[] = ['VOICE', 'CHAT', 'TASK', 'EMAIL'];

export const NO_CONDITIONS: ConditionRule = { kind: 'none' };

/** A block that goes on to one next step, with these error branches. */
export const goesOn = (
  required: readonly string[] = ['NoMatchingError'],
  optional: readonly string[] = [],
): Branches => ({ next: 'required', errors: { required, optional }, conditions: NO_CONDITIONS });

/** A block after which the flow does not go on. */
export const ENDS: Branches = {
  next: 'none',
  errors: { required: [], optional: [] },
  conditions: NO_CONDITIONS,
};

/** The NoMatchingError branch, with the reason that log and trace show. */
export const failed = (because: string): BlockResult => ({
  kind: 'error',
  error: 'NoMatchingError',
  because,
});

export const NEXT: BlockResult = { kind: 'next' };
