/** The running local contact centre as its telephones, desktops, commands and tests see it. */
import type { Effect, EngineEvent } from '../../engine/contact/events.ts';
import type { Instance } from '../../engine/contact/instance.ts';

/** An effect with the moment (ms since the epoch, engine time) at which it happened. */
export interface Moment {
  readonly atMs: number;
  readonly effect: Effect;
}

export interface Centre {
  readonly instance: Instance;
  nowMs(): number;
  /**
   * Gives an event to the engine and returns its effects.
   * @throws NotInService when a number is dialled that leads nowhere, EngineRefusal for an event that makes no sense.
   */
  send(event: EngineEvent): readonly Effect[];
  /** Every effect of every contact, in order. Returns how to stop listening. */
  observe(listener: (moment: Moment) => void): () => void;
  /** What has happened to one contact so far (kept for recent contacts; oldest dropped beyond a limit). */
  history(contactId: string): readonly Moment[];
  recentContacts(): readonly string[];
}
