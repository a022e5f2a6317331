/** What becomes of an invocation by a fault: its answers, how long they take, and how often tables were asked. */
import type { FunctionAnswer } from '../blocks/waiting.ts';
import type { FaultName } from './fault-catalogue.ts';

export interface Outcome {
  readonly answer: FunctionAnswer;
  readonly durationMs: number;
  /** The function never ran: nothing is counted, and nothing paid. */
  readonly unbilled?: true;
}

export interface Afflicted {
  readonly outcomes: readonly Outcome[];
  /** How often the requests of one run were made. */
  readonly written: number;
}

/** The time limit of functions that callers wait for, ms. */
const TIME_LIMIT_MS = 2_000;
const SLOW_MS = 1_900;
/** Past the longest time that a block gives a function. */
const LATE_MS = 30_000;
const SECOND_ATTEMPT_MS = 350;
const REFUSAL_MS = 15;
const TOO_LARGE = 33 * 1024;

const failure = (message: string): FunctionAnswer => ({ kind: 'failed', retryable: true, message });
const THROWS = 'The Lambda Function Returned An Error. (Error)';
const TIMED_OUT = 'The Lambda Function Returned An Error. (Task timed out)';

/**
 * @param usual what would have come of it
 * @param another what a fault makes of it that shows the function something else
 */
export function afflicted(fault: FaultName | undefined, usual: Outcome, another: () => Outcome): Afflicted {
  const failing = (message: string, durationMs: number, written: number): Afflicted => ({
    outcomes: [{ answer: failure(message), durationMs }],
    written,
  });
  const returning = (payload: string): Afflicted => ({
    outcomes: [{ ...usual, answer: { kind: 'returned', payload } }],
    written: 1,
  });
  switch (fault) {
    case 'function-throttled':
      return unbilled('Rate Exceeded. (Service: Lambda; Status Code: 429)');
    case 'function-500':
      return unbilled('Internal error. (Service: Lambda; Status Code: 500)');
    case 'function-throws':
      return failing(THROWS, usual.durationMs, 0);
    case 'function-throws-after-effect':
      return failing(THROWS, usual.durationMs, 1);
    case 'function-killed-after-effect':
      return failing(TIMED_OUT, TIME_LIMIT_MS, 1);
    case 'function-too-slow':
      return failing(TIMED_OUT, TIME_LIMIT_MS, 0);
    case 'function-slow':
      return { outcomes: [{ ...usual, durationMs: SLOW_MS }], written: 1 };
    case 'function-answers-late':
      return { outcomes: [{ ...usual, durationMs: LATE_MS }], written: 1 };
    case 'function-invoked-twice':
      return { outcomes: [usual, { ...usual, durationMs: usual.durationMs * 2 }], written: 2 };
    case 'function-invoked-at-once':
      return { outcomes: [usual, usual], written: 2 };
    case 'result-malformed':
      return returning('{"outcome": "cut off in the mid');
    case 'result-nested':
      return returning('{"outcome":{"nested":"value"}}');
    case 'result-too-large':
      return returning(JSON.stringify({ outcome: 'x'.repeat(TOO_LARGE) }));
    case 'result-wrong-type':
      return returning('{"outcome":["list"],"count":7,"yes":true}');
    case 'result-empty':
      return returning('{}');
    case 'table-condition-fails':
    case 'table-transaction-cancelled':
    case 'table-batch-partial':
      return { outcomes: [{ ...usual, durationMs: usual.durationMs * 2 }], written: 2 };
    case 'table-throttled':
      return { outcomes: [{ ...usual, durationMs: usual.durationMs + SECOND_ATTEMPT_MS }], written: 1 };
    case 'table-times-out':
      return failing(THROWS, SLOW_MS, 0);
    case 'table-times-out-after-effect':
      return failing(THROWS, SLOW_MS, 1);
    case 'table-index-stale':
    case 'table-item-expired':
      return { outcomes: [another()], written: 1 };
    default:
      return { outcomes: [usual], written: 1 };
  }
}

const unbilled = (message: string): Afflicted => ({
  outcomes: [{ answer: failure(message), durationMs: REFUSAL_MS, unbilled: true }],
  written: 0,
});
