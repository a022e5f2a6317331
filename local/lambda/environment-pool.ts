/** The execution environments of one function: busy ones, idle ones to use again, and a limit on both together. */
import { ExecutionEnvironment, type Invocation } from './environment.ts';
import type { FunctionDefinition } from './function-definition.ts';
import type { InvocationOutcome } from './invocation.ts';

export interface PoolOptions {
  /** Environment variables of a new environment with this log stream. */
  variables(logStream: string): Record<string, string>;
  onLog(requestId: string, text: string, atMs: number): void;
  /** An environment that was idle for this long is ended. */
  readonly idleLimitMs: number;
}

/** Starts an environment when all others are busy, as Lambda scales out. */
export class EnvironmentPool {
  readonly #definition: FunctionDefinition;
  readonly #options: PoolOptions;
  readonly #idle = new Map<ExecutionEnvironment, NodeJS.Timeout>();
  readonly #busy = new Set<ExecutionEnvironment>();
  #started = 0;

  constructor(definition: FunctionDefinition, options: PoolOptions) {
    this.#definition = definition;
    this.#options = options;
  }

  /** Environments started so far; each was a cold start. */
  get coldStarts(): number {
    return this.#started;
  }

  /** Runs one invocation, or throttles it at the reserved concurrency. */
  async run(invocation: Invocation): Promise<InvocationOutcome> {
    const { reservedConcurrency } = this.#definition;
    if (reservedConcurrency !== undefined && this.#busy.size >= reservedConcurrency) {
      return { kind: 'throttled', message: 'Rate Exceeded.' };
    }
    const environment = this.#idleOne() ?? this.#start();
    this.#busy.add(environment);
    try {
      return await environment.run(invocation);
    } finally {
      this.#busy.delete(environment);
      if (environment.usable) this.#rest(environment);
    }
  }

  /** Ends every environment; invocations under way end with an exit error. */
  async close(): Promise<void> {
    for (const timer of this.#idle.values()) clearTimeout(timer);
    const all = [...this.#busy, ...this.#idle.keys()];
    this.#idle.clear();
    await Promise.all(all.map((environment) => environment.stop()));
  }

  /** The one used last, so that the others can reach their idle limit. */
  #idleOne(): ExecutionEnvironment | undefined {
    for (const [environment, timer] of [...this.#idle].reverse()) {
      clearTimeout(timer);
      this.#idle.delete(environment);
      if (environment.usable) return environment;
    }
    return undefined;
  }

  #rest(environment: ExecutionEnvironment): void {
    const timer = setTimeout(() => {
      this.#idle.delete(environment);
      void environment.stop();
    }, this.#options.idleLimitMs);
    timer.unref();
    this.#idle.set(environment, timer);
  }

  #start(): ExecutionEnvironment {
    this.#started += 1;
    const logStream = `local/[$LATEST]${this.#definition.logicalId}-${this.#started}`;
    const { variables, onLog } = this.#options;
    return new ExecutionEnvironment(this.#definition, logStream, variables(logStream), onLog);
  }
}
