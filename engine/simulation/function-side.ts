/** The functions of a day: modelled or asked, with the faults of Lambda and of the tables behind them. */
import type { FunctionAnswer } from '../blocks/waiting.ts';
import type { InvokeEffect, InvokeReply } from '../contact/driver.ts';
import { EngineRefusal } from '../contact/refusals.ts';
import type { SeededRandom } from '../contact/seeded-random.ts';
import type { FaultName } from './fault-catalogue.ts';
import { afflicted, type Outcome } from './function-faults.ts';
import {
  FunctionModels,
  type ModelledAnswer,
  type ModelledFunction,
  nameOfFunction,
} from './modelled-functions.ts';
import type { Deed } from './people.ts';
import { ScenarioUnfit } from './scenario-unfit.ts';
import type { SharedDay } from './shared-day.ts';

const CIPHERTEXT = 'Y2lwaGVydGV4dA==';

export class FunctionSide {
  readonly #day: SharedDay;
  readonly #chance: SeededRandom;
  readonly #models: FunctionModels;
  readonly #functions: 'modelled' | 'asked';
  readonly #struck = new Map<InvokeEffect, FaultName>();

  constructor(day: SharedDay, chance: SeededRandom, functions: 'modelled' | 'asked') {
    this.#day = day;
    this.#chance = chance;
    this.#models = new FunctionModels(day.scenario.functions);
    this.#functions = functions;
  }

  /** @throws ScenarioUnfit for a function without a model */
  invoked(request: InvokeEffect, atMs: number): void {
    const { faults, callerSide } = this.#day;
    const model = this.#models.find(request.functionArn);
    const isWithheld = callerSide.isWithheld(request.contactId);
    const fault = faults.strike('invocation') ?? this.#atTables(model, isWithheld);
    if (this.#functions === 'asked') {
      this.#ask(request, fault, model, atMs);
      return;
    }
    if (model === undefined)
      throw new ScenarioUnfit([
        {
          place: 'functions',
          problem: `there is no model of '${nameOfFunction(request.functionArn)}', which a flow invoked; add one, or run real functions`,
        },
      ]);
    const usual = model.answer(this.#chance, isWithheld);
    const outcomeOf = ({ payload }: ModelledAnswer): Outcome => ({
      answer: { kind: 'returned', payload },
      durationMs: model.latencyMs(this.#chance),
    });
    const another = (): Outcome => outcomeOf(model.answer(this.#chance, isWithheld, usual.outcome));
    this.#answer(request, afflicted(fault, outcomeOf(usual), another), model, atMs);
  }

  /** Only where tables are asked; what makes another outcome, only where there is another. */
  #atTables(model: ModelledFunction | undefined, isWithheld: boolean): FaultName | undefined {
    if (model === undefined || Object.keys(model.model.tables).length === 0) return undefined;
    const isOne = model.hasOneOutcome(isWithheld);
    return this.#day.faults.strike('tables', (name) => !isOne || !ANOTHER_OUTCOME.has(name));
  }

  /** The answer of a function that was asked. Where it does not say how long it took, its model does. */
  replied(request: InvokeEffect, { answer, virtualDurationMs }: InvokeReply): void {
    const fault = this.#struck.get(request);
    this.#struck.delete(request);
    const model = this.#models.find(request.functionArn);
    const outcome = { answer, durationMs: virtualDurationMs ?? model?.latencyMs(this.#chance) ?? 0 };
    this.#answer(
      request,
      afflicted(fault, outcome, () => outcome),
      model,
      this.#day.nowMs,
    );
  }

  answers({ contactId, invocationId, answer }: Extract<Deed, { kind: 'answer' }>, atMs: number): void {
    try {
      this.#day.send({ kind: 'function-answered', contactId, invocationId, answer }, atMs);
    } catch (error) {
      // An answer to somebody who has gone is refused, or comes to nothing.
      if (!(error instanceof EngineRefusal)) throw error;
    }
  }

  /** Any text will do for ciphertext: functions that are modelled do not read it. */
  encrypted({ contactId, requestId }: Extract<Deed, { kind: 'encrypt' }>, atMs: number): void {
    const answer = { kind: 'answered', values: { ciphertext: CIPHERTEXT } } as const;
    try {
      this.#day.send({ kind: 'service-answered', contactId, requestId, answer }, atMs);
    } catch (error) {
      // As above.
      if (!(error instanceof EngineRefusal)) throw error;
    }
  }

  /** A fault before the function has begun keeps it from running; one that runs it twice asks twice. */
  #ask(
    request: InvokeEffect,
    fault: FaultName | undefined,
    model: ModelledFunction | undefined,
    atMs: number,
  ): void {
    const { unanswered } = this.#day;
    if (fault !== undefined && NEVER_RUNS.has(fault)) {
      this.#answer(
        request,
        afflicted(fault, neverRan, () => neverRan),
        model,
        atMs,
      );
      return;
    }
    unanswered.push(request);
    if (fault === 'function-invoked-twice' || fault === 'function-invoked-at-once') unanswered.push(request);
    else if (fault !== undefined) this.#struck.set(request, fault);
  }

  #answer(
    { contactId, invocationId, functionArn }: InvokeEffect,
    { outcomes, written }: ReturnType<typeof afflicted>,
    model: ModelledFunction | undefined,
    atMs: number,
  ): void {
    const { agenda, tally } = this.#day;
    for (const { answer, durationMs, unbilled } of outcomes) {
      if (unbilled !== true)
        tally.invoked(model?.name ?? nameOfFunction(functionArn), durationMs, isFailure(answer));
      agenda.add(atMs + durationMs, { kind: 'answer', contactId, invocationId, answer });
    }
    for (const [table, { reads, writes }] of Object.entries(model?.model.tables ?? {}))
      tally.requested(table, reads * written, writes * written);
  }
}

const ANOTHER_OUTCOME: ReadonlySet<FaultName> = new Set<FaultName>([
  'table-index-stale',
  'table-item-expired',
]);
const NEVER_RUNS: ReadonlySet<FaultName> = new Set<FaultName>([
  'function-throttled',
  'function-500',
  'function-throws',
  'function-too-slow',
]);
const neverRan: Outcome = {
  answer: { kind: 'failed', retryable: true, message: 'it did not run' },
  durationMs: 1,
};

const isFailure = (answer: FunctionAnswer): boolean => answer.kind === 'failed';
