/** Drives the engine by a clock that jumps: an hour of waiting is an instant, and time stands still in a function. */

import { nobodyAnswers, type Ports, type VirtualDriver } from './driver.ts';
import { nextDueAtMs, step } from './engine.ts';
import type { Effect, EngineEvent } from './events.ts';
import { EngineRefusal } from './refusals.ts';
import type { World } from './world.ts';

interface Answer {
  readonly dueMs: number;
  readonly order: number;
  readonly event: EngineEvent;
}

/** What a port gives back. */
type Reply<A> = { readonly answer: A; readonly virtualDurationMs?: number } | 'left-open';

/**
 * Answers are given in the order in which functions and services were asked, whatever the machine's speed, so that a run can
 * be repeated. One that is slow (`virtualDurationMs`) is given when time has come to it; at the very moment of the
 * block's limit it is still in time. A port that rejects makes the next `settle` reject.
 */
export function createVirtualDriver(world: World, ports: Ports): VirtualDriver {
  let nowMs = world.nowMs;
  let count = 0;
  let closed = false;
  let fault: { readonly error: unknown } | undefined;
  const running = new Set<Promise<void>>();
  let answers: Answer[] = [];

  const send = (event: EngineEvent): readonly Effect[] => {
    if (closed) throw new EngineRefusal('the driver is closed; create another');
    const effects = step(world, event, nowMs);
    for (const effect of effects) {
      ports.observe(effect, nowMs);
      if (effect.kind === 'invoke') {
        const { contactId, invocationId } = effect;
        expect(ports.invoke(effect, nowMs), (answer) => {
          return { kind: 'function-answered', contactId, invocationId, answer };
        });
      } else if (effect.kind === 'ask-service') {
        const { contactId, requestId } = effect;
        expect(ports.ask?.(effect, nowMs) ?? Promise.resolve(nobodyAnswers(effect)), (answer) => {
          return { kind: 'service-answered', contactId, requestId, answer };
        });
      }
    }
    return effects;
  };

  const expect = <A>(reply: Promise<Reply<A>>, eventOf: (answer: A) => EngineEvent): void => {
    count += 1;
    const order = count;
    const askedMs = nowMs;
    const done = reply
      .then((given) => {
        if (given === 'left-open') return;
        const { answer, virtualDurationMs = 0 } = given;
        answers.push({ dueMs: askedMs + virtualDurationMs, order, event: eventOf(answer) });
      })
      .catch((error: unknown) => {
        fault ??= { error };
      })
      .finally(() => running.delete(done));
    running.add(done);
  };

  const settle = async (): Promise<void> => {
    for (;;) {
      while (running.size > 0) await Promise.all(running);
      if (fault !== undefined) throw fault.error;
      if (!giveNextAnswer()) return;
    }
  };

  const giveNextAnswer = (): boolean => {
    const next = earliest(answers);
    if (next === undefined || next.dueMs > nowMs || closed) return false;
    answers = answers.filter((answer) => answer !== next);
    send(next.event);
    return true;
  };

  const advanceToNext = async (limitMs: number): Promise<boolean> => {
    await settle();
    const timerMs = nextDueAtMs(world) ?? Number.POSITIVE_INFINITY;
    const dueMs = Math.min(timerMs, earliest(answers)?.dueMs ?? Number.POSITIVE_INFINITY);
    if (dueMs > nowMs + limitMs || closed) return false;
    nowMs = Math.max(nowMs, dueMs);
    // An answer is an event, and events come before what is due at the same moment.
    if (!giveNextAnswer()) send({ kind: 'clock' });
    await settle();
    return true;
  };

  return {
    nowMs: () => nowMs,
    send,
    settle,
    advanceToNext,
    async advanceBy(ms) {
      const untilMs = nowMs + ms;
      while (await advanceToNext(untilMs - nowMs));
      if (!closed) nowMs = untilMs;
    },
    close() {
      closed = true;
      answers = [];
    },
  };
}

const earliest = (answers: readonly Answer[]): Answer | undefined =>
  answers.reduce<Answer | undefined>(
    (first, answer) =>
      first === undefined ||
      answer.dueMs < first.dueMs ||
      (answer.dueMs === first.dueMs && answer.order < first.order)
        ? answer
        : first,
    undefined,
  );
