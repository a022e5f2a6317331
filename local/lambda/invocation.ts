/** How the local cloud invokes a function, and what can come of it. */

/** Who invokes: Lambda checks the function's resource policy against this. */
export interface Invoker {
  /** A service principal, e.g. `connect.amazonaws.com`. */
  readonly service: string;
  readonly sourceArn?: string;
  readonly sourceAccount?: string;
}

export interface InvocationRequest {
  /** ARN of the function (a qualifier is ignored). */
  readonly functionArn: string;
  /** JSON text of the event. */
  readonly payload: string;
  readonly invoker: Invoker;
  /** For the function's logs: the contact that the invocation belongs to. */
  readonly contactId?: string;
  /**
   * Where given, `Date` inside the function starts at this moment (ms since the epoch) and stands still, and
   * `Math.random`/`crypto.randomUUID` follow the seed: two runs of a test are then the same byte for byte.
   */
  readonly deterministic?: { readonly nowMs: number; readonly seed: string };
}

/** What became of an invocation. Only `returned` is a success; the others carry the message that AWS would give. */
export type InvocationOutcome =
  | { readonly kind: 'returned'; readonly payload: string }
  | {
      readonly kind: 'function-error';
      readonly errorType: string;
      readonly message: string;
      readonly trace?: readonly string[];
    }
  | { readonly kind: 'timed-out'; readonly message: string }
  | { readonly kind: 'throttled'; readonly message: string }
  | { readonly kind: 'denied'; readonly message: string }
  | { readonly kind: 'not-found'; readonly message: string }
  | { readonly kind: 'service-error'; readonly message: string };

/** An outcome, and how long the caller must take it to have lasted on its own clock (injected slowness; else absent). */
export type InvocationResult = InvocationOutcome & { readonly virtualDurationMs?: number };

/** One line that a function wrote to its log. */
export interface FunctionLogLine {
  readonly functionName: string;
  readonly requestId: string;
  readonly contactId?: string;
  readonly atMs: number;
  readonly text: string;
}

/** The part of the local Lambda service that others use. */
export interface Functions {
  invoke(request: InvocationRequest): Promise<InvocationResult>;
  /** Called for every line that any function logs. Returns how to stop listening. */
  onLog(listener: (line: FunctionLogLine) => void): () => void;
}
