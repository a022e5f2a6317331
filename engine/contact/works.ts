/** What an agent has in hand, contact by contact. */
import type { Agent, Contact, Work, WorkState } from './model.ts';
import { stopTimer } from './timers.ts';
import type { World } from './world.ts';

export function workOn(agent: Agent, contact: Contact): Work | undefined {
  return agent.works.find((work) => work.contact === contact);
}

/** By any name of the contact: a transfer has one of its own before the caller is in it. */
export function workNamed(agent: Agent, contactId: string): Work | undefined {
  return agent.works.find(({ contact }) => contact.id === contactId || contact.segmentId === contactId);
}

/** Work that has not been missed or rejected; what was only waits to be cleared. */
export const isBusyWork = ({ state }: Work): boolean => state !== 'missed' && state !== 'rejected';

export function setWork(world: World, work: Work, state: WorkState): void {
  stopTimer(world, work.timer);
  work.timer = undefined;
  work.state = state;
  work.sinceMs = world.nowMs;
}

/** Takes the work out of the agent's hands, whatever its state. */
export function dropWork(world: World, agent: Agent, work: Work): void {
  stopTimer(world, work.timer);
  work.timer = undefined;
  const at = agent.works.indexOf(work);
  if (at >= 0) agent.works.splice(at, 1);
}

export function agentChanged(world: World, agent: Agent): void {
  world.effects.push({ kind: 'agent-changed', userId: agent.user.id });
}
