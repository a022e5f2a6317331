/** One execution environment: a worker thread that serves one invocation at a time, and what can become of it. */
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { FunctionDefinition } from './function-definition.ts';
import type { InvocationOutcome } from './invocation.ts';

/** One invocation as the worker gets it. */
export interface Invocation {
  readonly requestId: string;
  readonly payload: string;
  readonly deterministic: { readonly nowMs: number; readonly seed: string } | undefined;
}

/** Lambda gives the code outside the handler ten seconds. */
const initLimitMs = 10_000;

const faultSchema = z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()) });

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('log'), text: z.string(), atMs: z.number() }),
  z.object({ kind: z.literal('started') }),
  z.object({ kind: z.literal('returned'), payload: z.string() }),
  z.object({ kind: z.literal('failed'), fault: faultSchema, duringInit: z.boolean() }),
  z.object({ kind: z.literal('fatal'), fault: faultSchema }),
]);

/** Read by its shape: an error from a worker need not be of this realm. */
const brokenSchema = z
  .object({ code: z.string().optional(), name: z.string(), message: z.string() })
  .catch(({ value }) => ({ name: typeof value, message: String(value) }));

/** What Lambda answers instead of a response over its limit of 6 MB. */
const maxResponseBytes = 6_291_556;

/** A worker with the function's bundle in it; usable again until an invocation breaks it. */
export class ExecutionEnvironment {
  readonly logStream: string;
  readonly #definition: FunctionDefinition;
  readonly #onLog: (requestId: string, text: string, atMs: number) => void;
  readonly #worker: Worker;
  #usable = true;
  #invocation: Invocation | undefined;
  #settle: ((outcome: InvocationOutcome) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    definition: FunctionDefinition,
    logStream: string,
    variables: Record<string, string>,
    onLog: (requestId: string, text: string, atMs: number) => void,
  ) {
    this.#definition = definition;
    this.logStream = logStream;
    this.#onLog = onLog;
    this.#worker = new Worker(new URL('./worker/bootstrap.mjs', import.meta.url), {
      env: variables,
      argv: [],
      execArgv: [],
      // Kept from the output of this process, and not read: what is written goes through the log, and reading
      // these streams would keep the process alive for an idle environment.
      stdout: true,
      stderr: true,
      workerData: {
        taskRoot: definition.taskRoot,
        handler: definition.handler,
        logFormat: definition.logFormat,
      },
      resourceLimits: {
        // The Lambda runtime leaves about a tenth of the memory to what is not JavaScript heap.
        maxOldGenerationSizeMb: Math.floor(definition.memoryMb * 0.9),
        maxYoungGenerationSizeMb: Math.max(8, Math.floor(definition.memoryMb / 16)),
      },
    });
    this.#worker.on('message', (message: unknown) => this.#hear(message));
    this.#worker.on('error', (error) => this.#end(this.#brokenBy(error)));
    this.#worker.on('exit', (code) => this.#end(this.#exited(code)));
  }

  /** False once the worker is gone or must not serve again. */
  get usable(): boolean {
    return this.#usable;
  }

  /** Serves one invocation; the environment must be idle. The timeout counts from the end of the initialisation. */
  run(invocation: Invocation): Promise<InvocationOutcome> {
    this.#worker.ref();
    this.#invocation = invocation;
    const { name, arn, memoryMb, logGroup, timeoutMs } = this.#definition;
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#stopAfter(initLimitMs);
      this.#worker.postMessage({
        ...invocation,
        timeoutMs,
        context: {
          functionName: name,
          functionVersion: '$LATEST',
          invokedFunctionArn: arn,
          memoryLimitInMB: String(memoryMb),
          logGroupName: logGroup,
          logStreamName: this.logStream,
        },
      });
    });
  }

  /** Ends the worker; an invocation under way ends with an exit error, unlogged since nothing went wrong. */
  async stop(): Promise<void> {
    this.#usable = false;
    const message = `RequestId: ${this.#invocation?.requestId} Error: Runtime exited without providing a reason`;
    this.#end({ kind: 'function-error', errorType: 'Runtime.ExitError', message, trace: [] });
    await this.#worker.terminate();
  }

  #hear(raw: unknown): void {
    const message = messageSchema.parse(raw);
    switch (message.kind) {
      case 'log':
        this.#log(message.text, message.atMs);
        return;
      case 'started':
        this.#stopAfter(this.#definition.timeoutMs);
        return;
      case 'returned':
        this.#end(withinLimit(message.payload));
        return;
      case 'failed':
        if (message.duringInit) this.#retire();
        this.#end(functionError(message.fault));
        return;
      case 'fatal':
        this.#retire();
        this.#end(functionError(message.fault));
        return;
    }
  }

  /** An overrun is stopped in the middle of whatever it does. */
  #stopAfter(limitMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#retire();
      this.#end(timedOut(this.#definition.timeoutMs, this.#invocation));
    }, limitMs);
  }

  #retire(): void {
    this.#usable = false;
    void this.#worker.terminate();
  }

  #end(outcome: InvocationOutcome): void {
    clearTimeout(this.#timer);
    const settle = this.#settle;
    if (settle === undefined) return;
    if (outcome.kind === 'timed-out') this.#log(outcome.message);
    this.#settle = undefined;
    this.#worker.unref();
    settle(outcome);
  }

  #brokenBy(error: unknown): InvocationOutcome {
    this.#usable = false;
    const { code, name, message } = brokenSchema.parse(error);
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
      return this.#exitError('Runtime.OutOfMemory', 'with error: signal: killed');
    }
    return { kind: 'function-error', errorType: name, message, trace: [] };
  }

  #exited(code: number): InvocationOutcome {
    this.#usable = false;
    return this.#exitError(
      'Runtime.ExitError',
      code === 0 ? 'without providing a reason' : `with error: exit status ${code}`,
    );
  }

  #exitError(errorType: string, how: string): InvocationOutcome {
    const message = `RequestId: ${this.#invocation?.requestId} Error: Runtime exited ${how}`;
    if (this.#settle !== undefined) this.#log(`${message}\n${errorType}`);
    return { kind: 'function-error', errorType, message, trace: [] };
  }

  #log(text: string, atMs = this.#invocation?.deterministic?.nowMs ?? Date.now()): void {
    if (text !== '') this.#onLog(this.#invocation?.requestId ?? '', text, atMs);
  }
}

/** The outcome of an invocation that was stopped at its limit. */
export function timedOut(timeoutMs: number, invocation: Invocation | undefined): InvocationOutcome {
  const at = new Date(invocation?.deterministic?.nowMs ?? Date.now()).toISOString();
  const seconds = (timeoutMs / 1000).toFixed(2);
  return {
    kind: 'timed-out',
    message: `${at} ${invocation?.requestId} Task timed out after ${seconds} seconds`,
  };
}

function functionError(fault: z.infer<typeof faultSchema>): InvocationOutcome {
  return {
    kind: 'function-error',
    errorType: fault.errorType,
    message: fault.errorMessage,
    trace: fault.trace,
  };
}

function withinLimit(payload: string): InvocationOutcome {
  if (Buffer.byteLength(payload) <= maxResponseBytes) return { kind: 'returned', payload };
  return {
    kind: 'function-error',
    errorType: 'Function.ResponseSizeTooLarge',
    message: `Response payload size exceeded maximum allowed payload size (${maxResponseBytes} bytes).`,
    trace: [],
  };
}
