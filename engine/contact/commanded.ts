/** Whom and what an agent's command is about, or why there is nothing to command. */
import type { Agent, Work, WorkState } from './model.ts';
import { InvalidState, NotFound } from './refusals.ts';
import { workNamed } from './works.ts';
import type { World } from './world.ts';

export function agentNamed(world: World, userId: string): Agent {
  const agent = world.agents.get(userId);
  if (agent === undefined) throw new NotFound(`there is no agent '${userId}'`);
  return agent;
}

export function mustBeSignedIn({ signedIn, user }: Agent): void {
  if (!signedIn) throw new InvalidState(`${user.username} is not signed in; sign in first`);
}

export function workOn(agent: Agent, contactId: string, states: readonly WorkState[]): Work {
  const work = workNamed(agent, contactId);
  if (work === undefined) {
    throw new NotFound(`${agent.user.username} does not have contact '${contactId}'`);
  }
  if (!states.includes(work.state)) {
    throw new InvalidState(
      `contact '${contactId}' is ${work.state} at ${agent.user.username}; this needs ${states.join(' or ')}`,
    );
  }
  return work;
}
