/** Callbacks that nobody has answered are tried again. */
import { stopFlows } from './legs.ts';
import type { Contact } from './model.ts';
import { endWork } from './offering.ts';
import { nextSegment } from './segments.ts';
import { startTimer, stopTimer } from './timers.ts';
import { workOn } from './works.ts';
import type { World } from './world.ts';

/**
 * The attempt is over, its agent is free, and the next one waits for its time as a new contact of the chain
 * (adminguide/about-queued-callbacks).
 * @returns false, with nothing changed, for a contact that is no callback, and when there were attempts enough.
 */
export function triedAgainLater(world: World, contact: Contact): boolean {
  const { agent, outward } = contact;
  const { callback } = outward ?? {};
  if (outward === undefined || callback === undefined || callback.retriesLeft === 0) return false;
  if (world.nowMs + callback.retryDelayMs >= callback.expiresAtMs) return false;
  stopTimer(world, contact.timer);
  stopFlows(world, contact);
  outward.state = 'not-called';
  callback.retriesLeft -= 1;
  contact.agent = undefined;
  contact.phase = 'scheduled';
  nextSegment(world, contact, 'CALLBACK');
  contact.timer = startTimer(world, 'delay', callback.retryDelayMs, contact);
  const work = agent === undefined ? undefined : workOn(agent, contact);
  if (agent !== undefined && work !== undefined) endWork(world, agent, work);
  return true;
}
