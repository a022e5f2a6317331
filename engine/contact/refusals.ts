/** What the engine answers to events that make no sense; the world is as it was before. */

/** An event names nobody, or comes at a time when it cannot happen. One sentence says which, and what to do. */
export class EngineRefusal extends Error {
  override readonly name: string = 'EngineRefusal';
}

/** A number was dialled that leads nowhere. */
export class NotInService extends EngineRefusal {
  override readonly name = 'NotInService';
}
