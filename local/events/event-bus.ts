/** The default event bus of the local EventBridge: gives events to the functions whose rules they match. */
import { uuidFrom } from '../assembly/physical-name.ts';
import type { CreatedResource, Provisioner, ResourceRequest } from '../assembly/provisioner.ts';
import type { AsynchronousInvocations } from '../lambda/asynchronous-invocations.ts';
import { judge, type Tries } from '../lambda/asynchronous-tries.ts';
import type { InvocationResult } from '../lambda/invocation.ts';
import type { FunctionsRuntime } from '../lambda/runtime.ts';
import type { Rewindable } from '../rewindable.ts';
import { Listeners, type TimedWork } from '../timed-work.ts';
import { defineRule, type EventRule, type RuleTarget } from './rule.ts';

export interface EventBusOptions {
  readonly functions: Pick<FunctionsRuntime, 'invoke'>;
  readonly nowMs: () => number;
  /** Lambda's own queue: how often a function runs again that failed, and who gets what it failed with. */
  readonly asynchronous?: Pick<AsynchronousInvocations, 'runAgainMax' | 'gaveUp'>;
  /** Given for a virtual clock: functions then run at the bus's time. */
  readonly seed?: string;
}

interface Delivery extends Tries {
  readonly rule: EventRule;
  readonly target: RuleTarget;
  readonly payload: string;
  readonly putMs: number;
  readonly dueMs: number;
  readonly order: number;
}

export class EventBus implements TimedWork, Rewindable {
  readonly #options: EventBusOptions;
  readonly #rules = new Map<string, EventRule>();
  readonly #troubles = new Listeners<[line: string]>();
  readonly #earlier = new Listeners<[]>();
  #deliveries: Delivery[] = [];
  #count = 0;

  constructor(options: EventBusOptions) {
    this.#options = options;
  }

  /** For `AWS::Events::Rule`. */
  provisioners(): readonly Provisioner[] {
    return [{ type: 'AWS::Events::Rule', create: (request) => this.#create(request) }];
  }

  /** Whether any rule is there: without one nobody has to make events. */
  get isHeard(): boolean {
    return [...this.#rules.values()].some(({ enabled, targets }) => enabled && targets.length > 0);
  }

  /** Called with one line whenever a function could not be invoked or failed. Returns how to stop listening. */
  onTrouble(listener: (line: string) => void): () => void {
    return this.#troubles.add(listener);
  }

  onEarlier(listener: () => void): () => void {
    return this.#earlier.add(listener);
  }

  /** @param event as the service writes it, with `source`, `detail-type` and `detail` */
  put(event: unknown): void {
    const rules = [...this.#rules.values()].filter(({ enabled, matches }) => enabled && matches(event));
    if (rules.length === 0) return;
    const payload = JSON.stringify(event);
    const putMs = this.#options.nowMs();
    for (const rule of rules) {
      for (const target of rule.targets) {
        this.#count += 1;
        this.#deliveries.push({
          rule,
          target,
          payload,
          putMs,
          dueMs: putMs,
          order: this.#count,
          tries: 0,
          failures: 0,
        });
      }
    }
    this.#earlier.tell();
  }

  mark(): () => void {
    const deliveries = [...this.#deliveries];
    const count = this.#count;
    return () => {
      this.#deliveries = [...deliveries];
      this.#count = count;
    };
  }

  nextDueAtMs(): number | undefined {
    const due = this.#deliveries.map(({ dueMs }) => dueMs);
    return due.length === 0 ? undefined : Math.min(...due);
  }

  async runDue(): Promise<void> {
    const nowMs = this.#options.nowMs();
    const due = this.#deliveries.filter(({ dueMs }) => dueMs <= nowMs);
    this.#deliveries = this.#deliveries.filter(({ dueMs }) => dueMs > nowMs);
    await Promise.all(due.map((delivery) => this.#deliver(delivery, nowMs)));
  }

  async #deliver(delivery: Delivery, nowMs: number): Promise<void> {
    const { rule, target, payload, order, tries, failures } = delivery;
    const { functions, seed } = this.#options;
    const result = await functions.invoke({
      functionArn: target.functionArn,
      payload,
      invoker: { service: 'events.amazonaws.com', sourceArn: rule.arn, sourceAccount: rule.accountId },
      ...(seed === undefined
        ? {}
        : { deterministic: { nowMs, seed: [seed, rule.name, order, tries, failures].join('/') } }),
    });
    this.#judge(delivery, result, nowMs);
  }

  #judge(delivery: Delivery, result: InvocationResult, nowMs: number): void {
    const { rule, target, putMs, payload, order } = delivery;
    const { asynchronous } = this.#options;
    const { functionArn } = target;
    const runAgainMax = asynchronous?.runAgainMax(functionArn);
    const patience = { ...target, sinceMs: putMs, ...(runAgainMax === undefined ? {} : { runAgainMax }) };
    const verdict = judge(result, delivery, patience, nowMs);
    if (verdict === undefined) return;
    this.#troubles.tell(`Rule ${rule.name}: ${verdict.what}`);
    if (verdict.next !== undefined) this.#deliveries.push({ ...delivery, ...verdict.next });
    // What never got to Lambda is not Lambda's to give on.
    else if (result.kind === 'function-error' || result.kind === 'timed-out')
      asynchronous?.gaveUp({
        functionArn,
        requestId: uuidFrom(`${rule.name}/${order}`),
        payload,
        condition: 'RetriesExhausted',
        invokeCount: delivery.failures + 1,
        result,
      });
  }

  #create(request: ResourceRequest): CreatedResource {
    const rule = defineRule(request);
    this.#rules.set(rule.arn, rule);
    return { physicalId: rule.name, attributes: { Arn: rule.arn } };
  }
}
