/** Faults by the name a tester would say, for `dial` and `centre.fault`. */
import type { InjectedFault } from '../../local/lambda/injected-fault.ts';

export interface PlannedFault {
  readonly fault: InjectedFault;
  /** How many invocations have it; Connect invokes a failing function up to four times in one block. */
  readonly times: number;
}

/** Every try of one block: the first and three retries. */
const WHOLE_BLOCK = 4;

/** Connect gives up on a function after the block's own time: one slow invocation is enough. */
export const timeout = (): PlannedFault => ({
  fault: { kind: 'slow', virtualMs: 60_000 },
  times: WHOLE_BLOCK,
});
export const throttled = (times = WHOLE_BLOCK): PlannedFault => ({ fault: { kind: 'throttle' }, times });
export const serviceError = (times = WHOLE_BLOCK): PlannedFault => ({
  fault: { kind: 'service-error' },
  times,
});
export const throwsAtOnce = (times = WHOLE_BLOCK): PlannedFault => ({
  fault: { kind: 'error-before' },
  times,
});
/** The write happened and the answer got lost. */
export const answerLost = (times = WHOLE_BLOCK): PlannedFault => ({ fault: { kind: 'error-after' }, times });
/** Answers that Connect does not understand: no retry helps. */
export const answers = (
  kind:
    | 'malformed-result'
    | 'nested-result'
    | 'oversized-result'
    | 'empty-result'
    | 'null-result'
    | 'wrong-types',
): PlannedFault => ({ fault: { kind }, times: 1 });
/** Late, but in time. */
export const slow = (virtualMs: number): PlannedFault => ({ fault: { kind: 'slow', virtualMs }, times: 1 });
