/** The queue of events that Lambda keeps for functions which nobody waits for, and how often it tries them. */
import * as z from 'zod';
import { uuidFrom } from '../assembly/physical-name.ts';
import type { CreatedResource, Provisioner, ResourceRequest } from '../assembly/provisioner.ts';
import { TemplateError } from '../assembly/template-error.ts';
import type { Rewindable } from '../rewindable.ts';
import { Listeners, type TimedWork } from '../timed-work.ts';
import { judge, type Tries } from './asynchronous-tries.ts';
import { type GivenUp, invocationRecord } from './failed-event.ts';
import type { InvocationResult } from './invocation.ts';
import type { FunctionsRuntime } from './runtime.ts';

export interface AsynchronousOptions {
  readonly functions: FunctionsRuntime;
  readonly nowMs: () => number;
  /** Given for a virtual clock: functions then run at the cloud's time. */
  readonly seed?: string;
}

interface Waiting extends Tries {
  readonly functionArn: string;
  readonly requestId: string;
  readonly payload: string;
  readonly sinceMs: number;
  readonly dueMs: number;
}

/** Of a function without settings of its own: six hours, and two more runs (dg/invocation-async-configuring). */
const EVENT_AGE_SECONDS_MAX = 21_600;
const RETRIES_MAX = 2;

const properties = z.looseObject({
  FunctionName: z.string(),
  Qualifier: z.string(),
  MaximumEventAgeInSeconds: z.coerce.number().int().min(60).max(EVENT_AGE_SECONDS_MAX).optional(),
  MaximumRetryAttempts: z.coerce.number().int().min(0).max(RETRIES_MAX).optional(),
  DestinationConfig: z
    .strictObject(
      { OnFailure: z.strictObject({ Destination: z.string() }).optional() },
      'only a destination for what failed is played here',
    )
    .optional(),
});

interface Terms {
  readonly eventAgeMs: number;
  readonly runAgainMax: number;
  /** The function that gets what this one has failed with. */
  readonly failureArn?: string;
}

/** Whether the function has run at all. */
const isRun = ({ kind }: InvocationResult): boolean => kind === 'function-error' || kind === 'timed-out';

const USUAL: Terms = { eventAgeMs: EVENT_AGE_SECONDS_MAX * 1000, runAgainMax: RETRIES_MAX };

/**
 * Lambda says that it has an event before it runs the function. An event that could not be delivered is tried until it
 * is too old; a function that failed runs again after one and after two minutes (dg/invocation-async-error-handling).
 */
export class AsynchronousInvocations implements TimedWork, Rewindable {
  readonly #options: AsynchronousOptions;
  readonly #terms = new Map<string, Terms>();
  readonly #troubles = new Listeners<[line: string]>();
  readonly #earlier = new Listeners<[]>();
  #waiting: Waiting[] = [];
  #count = 0;

  constructor(options: AsynchronousOptions) {
    this.#options = options;
  }

  /** For `AWS::Lambda::EventInvokeConfig`. */
  provisioners(): readonly Provisioner[] {
    return [{ type: 'AWS::Lambda::EventInvokeConfig', create: (request) => this.#create(request) }];
  }

  /** Called with one line whenever a function could not be invoked or failed. Returns how to stop listening. */
  onTrouble(listener: (line: string) => void): () => void {
    return this.#troubles.add(listener);
  }

  onEarlier(listener: () => void): () => void {
    return this.#earlier.add(listener);
  }

  /** Keeps an event for a function that exists. @returns the id of the request */
  put(functionArn: string, payload: string): string {
    const sinceMs = this.#options.nowMs();
    this.#count += 1;
    const requestId = uuidFrom(`${functionArn}/${sinceMs}/${this.#count}`);
    this.#waiting.push({ functionArn, requestId, payload, sinceMs, dueMs: sinceMs, tries: 0, failures: 0 });
    this.#earlier.tell();
    return requestId;
  }

  mark(): () => void {
    const waiting = [...this.#waiting];
    const count = this.#count;
    return () => {
      this.#waiting = [...waiting];
      this.#count = count;
    };
  }

  nextDueAtMs(): number | undefined {
    return this.#waiting.length === 0 ? undefined : Math.min(...this.#waiting.map(({ dueMs }) => dueMs));
  }

  async runDue(): Promise<void> {
    const nowMs = this.#options.nowMs();
    const due = this.#waiting.filter(({ dueMs }) => dueMs <= nowMs);
    this.#waiting = this.#waiting.filter(({ dueMs }) => dueMs > nowMs);
    await Promise.all(due.map((waiting) => this.#run(waiting, nowMs)));
  }

  async #run(waiting: Waiting, nowMs: number): Promise<void> {
    const { functionArn, payload, requestId, tries, failures, sinceMs } = waiting;
    const { functions, seed } = this.#options;
    const result = await functions.invokeAsOwner(
      functionArn,
      payload,
      seed === undefined ? undefined : { nowMs, seed: [seed, requestId, tries, failures].join('/') },
    );
    const { eventAgeMs, runAgainMax } = this.#termsOf(functionArn);
    const patience = { retriesMax: Number.POSITIVE_INFINITY, triedForMs: eventAgeMs, sinceMs, runAgainMax };
    const verdict = judge(result, waiting, patience, nowMs);
    if (verdict === undefined) return;
    this.#troubles.tell(`Function ${functionArn.split(':').at(-1)}: ${verdict.what}`);
    if (verdict.next === undefined) {
      const isTooOld = nowMs - sinceMs >= eventAgeMs || failures < runAgainMax;
      const condition = isTooOld ? 'EventAgeExceeded' : 'RetriesExhausted';
      const invokeCount = failures + (isRun(result) ? 1 : 0);
      return this.gaveUp({ functionArn, requestId, payload, condition, invokeCount, result });
    }
    this.#waiting.push({ ...waiting, ...verdict.next });
    this.#earlier.tell();
  }

  /** How often Lambda runs a function again that failed with an event, whoever has brought it. */
  runAgainMax(functionArn: string): number {
    return this.#termsOf(functionArn).runAgainMax;
  }

  /** Gives an event that is given up to the destination of its function, if there is one and the function's role may. */
  gaveUp(event: GivenUp): void {
    const { failureArn } = this.#termsOf(event.functionArn);
    if (failureArn === undefined) return;
    const { functions, nowMs } = this.#options;
    const decision = functions.principal(event.functionArn)?.decide('lambda:InvokeFunction', failureArn);
    if (decision?.allowed === true) this.put(failureArn, JSON.stringify(invocationRecord(event, nowMs())));
    else
      this.#troubles.tell(
        `Destination ${failureArn}: ${decision?.message ?? 'the function that failed is gone'} (given up)`,
      );
  }

  #termsOf(functionArn: string): Terms {
    return this.#terms.get(functionArn) ?? USUAL;
  }

  #create(request: ResourceRequest): CreatedResource {
    const owner = `settings '${request.logicalId}' of a function's events`;
    const parsed = properties.safeParse(request.properties);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new TemplateError(`${owner}, ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const { FunctionName, Qualifier, MaximumEventAgeInSeconds, MaximumRetryAttempts } = parsed.data;
    const failureName = parsed.data.DestinationConfig?.OnFailure?.Destination;
    const failure = failureName === undefined ? undefined : this.#options.functions.find(failureName);
    if (failureName !== undefined && failure === undefined)
      throw new TemplateError(`${owner}: there is no function '${failureName}' for what failed`);
    const found = this.#options.functions.find(FunctionName);
    if (found === undefined) throw new TemplateError(`${owner}: there is no function '${FunctionName}'`);
    this.#terms.set(found.arn, {
      eventAgeMs: (MaximumEventAgeInSeconds ?? EVENT_AGE_SECONDS_MAX) * 1000,
      runAgainMax: MaximumRetryAttempts ?? RETRIES_MAX,
      ...(failure === undefined ? {} : { failureArn: failure.arn }),
    });
    return { physicalId: `${found.name}|${Qualifier}`, attributes: {} };
  }
}
