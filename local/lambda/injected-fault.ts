/** Faults that a test puts into a function: what Lambda, the network or a careless author might do. */
import type { InvocationOutcome, InvocationResult } from './invocation.ts';

export type InjectedFault =
  | { readonly kind: 'throttle' }
  | { readonly kind: 'service-error' }
  /** The function throws before its handler did anything. */
  | { readonly kind: 'error-before'; readonly errorType?: string; readonly message?: string }
  /** The handler ran and its writes happened; the answer is lost. */
  | { readonly kind: 'error-after' }
  /** The handler ran; its answer is replaced by something that is not JSON, … */
  | { readonly kind: 'malformed-result' }
  /** … an object inside the object, … */
  | { readonly kind: 'nested-result' }
  /** … more than the 32 KB that Connect takes, … */
  | { readonly kind: 'oversized-result' }
  /** … an object with nothing in it, … */
  | { readonly kind: 'empty-result' }
  /** … null, … */
  | { readonly kind: 'null-result' }
  /** … or a list, numbers and a truth value where texts belong. */
  | { readonly kind: 'wrong-types' }
  /** The invocation lasts this long on the caller's own clock; at the function's timeout it is stopped. */
  | { readonly kind: 'slow'; readonly virtualMs: number };

/** Proof for a test that its fault took place. */
export interface FaultRecord {
  readonly fault: InjectedFault;
  /** Invocations that had the fault so far. */
  readonly applied: number;
  readonly remaining: number;
  /** What has not happened yet will not. */
  withdraw(): void;
}

interface MutableRecord extends FaultRecord {
  applied: number;
  remaining: number;
}

/** Faults waiting for the next invocations of one function, first come first served. */
export class FaultQueue {
  #records: MutableRecord[] = [];

  /** @param times how many invocations have the fault */
  add(fault: InjectedFault, times: number): FaultRecord {
    if (!Number.isInteger(times) || times < 1) {
      throw new RangeError(`a fault is injected into one or more invocations, not ${times}`);
    }
    const record: MutableRecord = {
      fault,
      applied: 0,
      remaining: times,
      withdraw() {
        record.remaining = 0;
      },
    };
    this.#records.push(record);
    return record;
  }

  /** The fault of the invocation that begins now. */
  next(): InjectedFault | undefined {
    const record = this.#records.find(({ remaining }) => remaining > 0);
    if (record === undefined) return undefined;
    record.applied += 1;
    record.remaining -= 1;
    this.#records = this.#records.filter(({ remaining }) => remaining > 0);
    return record.fault;
  }
}

/** What a fault gives instead of running the function, or undefined where the function runs. */
export function outcomeBefore(fault: InjectedFault | undefined): InvocationOutcome | undefined {
  switch (fault?.kind) {
    case 'throttle':
      return { kind: 'throttled', message: 'Rate Exceeded.' };
    case 'service-error':
      return { kind: 'service-error', message: 'The AWS Lambda service encountered an internal error.' };
    case 'error-before':
      return {
        kind: 'function-error',
        errorType: fault.errorType ?? 'Error',
        message: fault.message ?? 'injected before the handler ran',
        trace: [],
      };
    default:
      return undefined;
  }
}

/**
 * What a fault makes of the outcome of a function that ran.
 * @param timedOut the outcome of an invocation that is stopped at the timeout of the function
 */
export function outcomeAfter(
  fault: InjectedFault | undefined,
  outcome: InvocationOutcome,
  timeoutMs: number,
  timedOut: () => InvocationOutcome,
): InvocationResult {
  const returning = (payload: string): InvocationOutcome =>
    outcome.kind === 'returned' ? { kind: 'returned', payload } : outcome;
  switch (fault?.kind) {
    case 'error-after':
      return { kind: 'service-error', message: 'The AWS Lambda service encountered an internal error.' };
    case 'malformed-result':
      return returning('{"outcome": "cut off in the mid');
    case 'nested-result':
      return returning('{"outcome":{"nested":"value"}}');
    case 'oversized-result':
      return returning(JSON.stringify({ outcome: 'x'.repeat(33 * 1024) }));
    case 'empty-result':
      return returning('{}');
    case 'null-result':
      return returning('null');
    case 'wrong-types':
      return returning('{"outcome":["list"],"count":7,"yes":true}');
    case 'slow':
      return fault.virtualMs >= timeoutMs
        ? { ...timedOut(), virtualDurationMs: timeoutMs }
        : { ...outcome, virtualDurationMs: fault.virtualMs };
    default:
      return outcome;
  }
}
