/** How the engine is driven: against the clock on the wall or against a clock that jumps. */
import type { FunctionAnswer } from '../blocks/block.ts';
import type { ServiceAnswer } from '../blocks/service.ts';
import type { Effect, EngineEvent } from './events.ts';

export type InvokeEffect = Extract<Effect, { kind: 'invoke' }>;

export type AskEffect = Extract<Effect, { kind: 'ask-service' }>;

/** The answer of a service, and how long it took as with functions; `left-open`: somebody may answer by an event. */
export type ServiceReply =
  | { readonly answer: ServiceAnswer; readonly virtualDurationMs?: number }
  | 'left-open';

/** What a block is told where nothing answers for other services. */
export const nobodyAnswers = ({ service }: AskEffect): ServiceReply => ({
  answer: { kind: 'refused', problem: 'failed', message: `the instance has no service '${service}'` },
});

/** The answer of a function and, for the virtual clock, how long the caller waited for it (0 where absent). */
export interface InvokeReply {
  readonly answer: FunctionAnswer;
  readonly virtualDurationMs?: number;
}

/** The world outside the engine. */
export interface Ports {
  /** Invokes the function; rejects only on a fault of our own. `nowMs` is the engine's time. */
  invoke(request: InvokeEffect, nowMs: number): Promise<InvokeReply>;
  /** Asks another service, as `invoke` asks a function; where left out, there is none. */
  ask?(request: AskEffect, nowMs: number): Promise<ServiceReply>;
  /** Sees every effect in order, `invoke` included, with the engine's time. */
  observe(effect: Effect, atMs: number): void;
}

export interface Driver {
  nowMs(): number;
  /** Gives an event to the engine now; its effects have been observed when this returns. */
  send(event: EngineEvent): readonly Effect[];
  /** Stops all timers. */
  close(): void;
}

/** Time passes only when asked to; it stands still while a function runs. */
export interface VirtualDriver extends Driver {
  /** Waits (in real time) until no function is running; their answers have then been given to the engine. */
  settle(): Promise<void>;
  /** Goes on to the next thing that happens, at most `limitMs` ahead. False when nothing was due within it. */
  advanceToNext(limitMs: number): Promise<boolean>;
  advanceBy(ms: number): Promise<void>;
}

/** The clock that a wall-clock driver runs by; given from outside so that the engine has none of its own. */
export interface Clock {
  nowMs(): number;
  /** @returns how to cancel. */
  after(ms: number, wake: () => void): () => void;
}
