/** What an agent still does for a contact that is over. */
import { complete } from './completing.ts';
import type { Agent, Work } from './model.ts';
import { endWork, updateFreedom } from './offering.ts';
import { startTimer } from './timers.ts';
import { agentChanged, setWork } from './works.ts';
import type { World } from './world.ts';

/** An agent who has signed out meanwhile has nothing more to do with it. */
export function beginAfterContactWork(world: World, agent: Agent, work: Work): void {
  const { contact } = work;
  if (!agent.signedIn && !agent.unreachable) {
    endWork(world, agent, work);
    return;
  }
  const wasPaused = work.state === 'paused';
  setWork(world, work, 'after-contact-work');
  contact.openWork += 1;
  const seconds = agent.user.afterContactWorkSeconds;
  if (seconds > 0) {
    work.timer = startTimer(world, 'after-contact-work', seconds * 1000, contact, agent);
  }
  agentChanged(world, agent);
  // A paused task had made room for another.
  if (wasPaused) updateFreedom(world, agent);
}

/** The agent clears the contact, or its time is over. */
export function finishWork(world: World, agent: Agent, work: Work): void {
  const { contact } = work;
  if (work.state === 'after-contact-work') contact.openWork -= 1;
  complete(world, contact);
  endWork(world, agent, work);
}
