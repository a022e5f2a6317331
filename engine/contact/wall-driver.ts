/** Drives the engine by a real clock: people are calling. */
import type { FunctionAnswer } from '../blocks/block.ts';
import type { ServiceAnswer } from '../blocks/service.ts';
import {
  type AskEffect,
  type Clock,
  type Driver,
  type InvokeEffect,
  nobodyAnswers,
  type Ports,
} from './driver.ts';
import { nextDueAtMs, step } from './engine.ts';
import type { Effect, EngineEvent } from './events.ts';
import { EngineRefusal } from './refusals.ts';
import type { World } from './world.ts';

/**
 * One alarm stands for the next thing that is due. A clock that is set back is held at its last time. A port that
 * rejects, a fault of our own, is a function or service that failed: the call goes on by its error branch, and the flow log says why.
 */
export function createWallDriver(world: World, ports: Ports, clock: Clock): Driver {
  let closed = false;
  let cancel = (): void => undefined;

  const nowMs = (): number => Math.max(world.nowMs, clock.nowMs());

  const send = (event: EngineEvent): readonly Effect[] => {
    if (closed) throw new EngineRefusal('the driver is closed; create another');
    try {
      const atMs = nowMs();
      const effects = step(world, event, atMs);
      for (const effect of effects) {
        ports.observe(effect, atMs);
        if (effect.kind === 'invoke') invoke(effect, atMs);
        else if (effect.kind === 'ask-service') ask(effect, atMs);
      }
      return effects;
    } finally {
      setAlarm();
    }
  };

  const invoke = (request: InvokeEffect, atMs: number): void => {
    const { contactId, invocationId } = request;
    const answered = (answer: FunctionAnswer): void => {
      if (!closed) send({ kind: 'function-answered', contactId, invocationId, answer });
    };
    ports.invoke(request, atMs).then(
      ({ answer }) => answered(answer),
      (fault: unknown) => {
        const message = fault instanceof Error ? fault.message : String(fault);
        answered({ kind: 'failed', retryable: false, message });
      },
    );
  };

  const ask = (request: AskEffect, atMs: number): void => {
    const { contactId, requestId } = request;
    const answered = (answer: ServiceAnswer): void => {
      if (!closed) send({ kind: 'service-answered', contactId, requestId, answer });
    };
    const reply = ports.ask?.(request, atMs) ?? Promise.resolve(nobodyAnswers(request));
    reply.then(
      (given) => {
        if (given !== 'left-open') answered(given.answer);
      },
      (fault: unknown) => {
        const message = fault instanceof Error ? fault.message : String(fault);
        answered({ kind: 'refused', problem: 'failed', message });
      },
    );
  };

  const setAlarm = (): void => {
    cancel();
    cancel = () => undefined;
    const dueMs = nextDueAtMs(world);
    if (dueMs === undefined || closed) return;
    cancel = clock.after(Math.max(0, dueMs - nowMs()), () => send({ kind: 'clock' }));
  };

  return {
    nowMs,
    send,
    close() {
      closed = true;
      cancel();
    },
  };
}
