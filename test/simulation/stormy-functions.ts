/** Functions in bad weather: invoked and retried as Connect does, failing in every way in which a function can. */
import type { SeededRandom } from '../../engine/contact/seeded-random.ts';
import { FUNCTION_RETRIES_MAX } from '../../engine/limits.ts';
import { placeOrder } from '../../lambdas/place-order/contract.ts';
import type { StormClock } from './storm-clock.ts';

export interface Weather {
  /** Per cent of invocations that go wrong in some way. */
  readonly faultsPercent: number;
  /** Breaks ordering on purpose, to show that a storm would notice. */
  readonly forgetsIntents?: boolean;
}

/** What a function does: requests one after the other, until it answers or gives up. */
export type Work<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'give-up' }
  | { readonly kind: 'request'; readonly perform: () => Work<Answer> };

type Fault = 'none' | 'throttled' | 'crash-before' | 'crash-after' | 'answer-lost' | 'hangs';

const FUNCTION_MS = placeOrder.functionTimeoutSeconds * 1000;
const BLOCK_MS = placeOrder.blockTimeoutSeconds * 1000;
const MINUTE_MS = 60_000;

export class StormyFunctions {
  readonly faults: Record<string, number> = {};
  /** Requests that landed when nobody waited for them any more. */
  landedLate = 0;
  readonly #clock: StormClock;
  readonly #random: SeededRandom;
  readonly #weather: Weather;

  constructor(clock: StormClock, random: SeededRandom, weather: Weather) {
    this.#clock = clock;
    this.#random = random;
    this.#weather = weather;
  }

  /** Connect invokes again after a failure, up to three times, until the time of the block is over. */
  block<Answer>(start: () => Work<Answer>, ends: (answer: Answer | undefined) => void): void {
    let isOver = false;
    const finish = (answer: Answer | undefined): void => {
      if (isOver) return;
      isOver = true;
      ends(answer);
    };
    const attempt = (retriesLeft: number): void => {
      if (isOver) return;
      this.#invocation(start(), (answer) => {
        if (answer === undefined && retriesLeft > 0) attempt(retriesLeft - 1);
        else finish(answer);
      });
    };
    this.#clock.after(BLOCK_MS, () => finish(undefined));
    attempt(FUNCTION_RETRIES_MAX);
  }

  /** As a schedule invokes: whatever is left undone, its next run does. */
  scheduled(start: () => Work<unknown>): void {
    this.#invocation(start(), () => undefined);
  }

  /** One invocation, with at most one fault; what it has asked of the tables may land after its end. */
  #invocation<Answer>(start: Work<Answer>, ends: (answer: Answer | undefined) => void): void {
    const fault = this.#fault();
    let isDead = false;
    const stops = (answer: Answer | undefined): void => {
      if (isDead) return;
      isDead = true;
      ends(answer);
    };
    let requestsUntilFault = this.#random.between(0, 2);
    const goesOn = (work: Work<Answer>): void => {
      if (isDead) return;
      if (work.kind === 'give-up') stops(undefined);
      else if (work.kind === 'done') stops(fault === 'answer-lost' ? undefined : work.answer);
      else {
        const isHit = requestsUntilFault === 0;
        requestsUntilFault -= 1;
        if (isHit && fault === 'crash-after') work.perform();
        if (isHit && (fault === 'crash-before' || fault === 'crash-after')) stops(undefined);
        else
          this.#clock.after(
            isHit && fault === 'hangs' ? this.#longWaitMs() : this.#random.between(4, 60),
            () => {
              if (isDead) this.landedLate += 1;
              goesOn(work.perform());
            },
          );
      }
    };
    if (fault === 'throttled') this.#clock.after(30, () => stops(undefined));
    else {
      this.#clock.after(FUNCTION_MS, () => stops(undefined));
      goesOn(start);
    }
  }

  #fault(): Fault {
    if (this.#random.between(1, 100) > this.#weather.faultsPercent) return 'none';
    const faults = ['throttled', 'crash-before', 'crash-after', 'answer-lost', 'hangs'] as const;
    const fault = faults[this.#random.between(0, faults.length - 1)] ?? 'none';
    this.faults[fault] = (this.faults[fault] ?? 0) + 1;
    return fault;
  }

  /** Mostly seconds; once in a while a request lands when everybody has forgotten it. */
  #longWaitMs(): number {
    return this.#random.between(1, 5) === 1
      ? this.#random.between(1, 40) * MINUTE_MS
      : this.#random.between(500, 9_000);
  }
}
