/** The whole interface of the contact engine: a world, a step, and when the world next wants to be woken. */
import type { Effect, EngineEvent } from './events.ts';
import type { Instance } from './instance.ts';

export type { Effect, EngineEvent, Instance };
