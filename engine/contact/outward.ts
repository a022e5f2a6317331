/** What is remembered of a call that the centre makes to a customer: a callback, or begun by the API or an agent. */
import type { CompiledFlow } from './compiled-flow.ts';
import type { AnsweredBy } from './outward-messages.ts';

/** Nobody is there to hear anything before the call is answered. */
export interface Outward {
  readonly number: string;
  /** Shown at the customer's telephone; undefined where the centre has no number to show. */
  callerNumber: string | undefined;
  state: 'not-called' | 'ringing' | 'answered';
  answeredBy: AnsweredBy | undefined;
  /** An answering machine is to be told from a person. */
  readonly detectsMachines: boolean;
  /** How long it rings. */
  ringMs: number;
  /** Runs for the customer who answers; without one the outbound whisper does, and an agent follows. */
  readonly flow: CompiledFlow | undefined;
  readonly callback: Callback | undefined;
}

/** What was promised to somebody who had called. */
export interface Callback {
  /** The first contact of the chain in which it was promised, and the last one. */
  readonly initialId: string;
  readonly previousId: string;
  /** When the customer had called: the callback is as old in its queue. */
  readonly sinceMs: number;
  readonly retryDelayMs: number;
  retriesLeft: number;
  readonly expiresAtMs: number;
}

/** The customer is not on the line, or not yet. */
export const isUnanswered = (outward: Outward | undefined): outward is Outward =>
  outward !== undefined && outward.state !== 'answered';
