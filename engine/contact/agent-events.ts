/** What agents do. */
import { accept, agentLeft, finishWork } from './call.ts';
import type { EngineEvent } from './events.ts';
import type { Agent, Work, WorkState } from './model.ts';
import { agentChanged, declined, updateFreedom } from './offering.ts';
import { EngineRefusal } from './refusals.ts';
import { stopTimer } from './timers.ts';
import type { World } from './world.ts';

type AgentEvent = Extract<EngineEvent, { userId: string }>;

export function agentEvent(world: World, event: AgentEvent): void {
  const agent = world.agents.get(event.userId);
  if (agent === undefined) throw new EngineRefusal(`there is no agent '${event.userId}'`);
  if (event.kind === 'agent-signs-in') {
    signIn(world, agent);
    return;
  }
  if (!agent.signedIn) {
    throw new EngineRefusal(`${agent.user.username} is not signed in; sign in first`);
  }
  switch (event.kind) {
    case 'agent-signs-out':
      signOut(world, agent);
      return;
    case 'agent-sets-status':
      setStatus(world, agent, event.status);
      return;
    case 'agent-accepts':
      accept(world, agent, workOn(agent, event.contactId, ['ringing']).contact);
      return;
    case 'agent-rejects':
      workOn(agent, event.contactId, ['ringing']);
      declined(world, agent, 'rejected');
      return;
    case 'agent-hangs-up': {
      const work = workOn(agent, event.contactId, ['ringing', 'connecting', 'connected']);
      if (work.state === 'ringing') declined(world, agent, 'rejected');
      else agentLeft(world, agent, work.contact);
      return;
    }
    case 'agent-clears':
      workOn(agent, event.contactId, ['after-contact-work', 'missed', 'rejected']);
      finishWork(world, agent);
      return;
  }
}

/** A second sign-in, from another tab, changes nothing. An agent begins Offline. */
function signIn(world: World, agent: Agent): void {
  if (agent.signedIn) return;
  agent.signedIn = true;
  agent.status = 'Offline';
  agent.statusSinceMs = world.nowMs;
  agentChanged(world, agent);
}

/** Signing out, or vanishing, in the middle of anything loses no caller. */
function signOut(world: World, agent: Agent): void {
  const { work } = agent;
  agent.signedIn = false;
  agent.status = 'Offline';
  agent.statusSinceMs = world.nowMs;
  agent.nextStatus = undefined;
  updateFreedom(world, agent);
  if (work?.state === 'ringing') declined(world, agent, 'missed');
  if (work?.state === 'connecting' || work?.state === 'connected') agentLeft(world, agent, work.contact);
  if (work?.state === 'after-contact-work') finishWork(world, agent);
  stopTimer(world, agent.work?.timer);
  agent.work = undefined;
  agentChanged(world, agent);
}

/** While there is work, the status is taken when it ends; a missed contact is cleared by it. */
function setStatus(world: World, agent: Agent, status: string): void {
  if (status === '' || status.length > 127) {
    throw new EngineRefusal(`'${status.slice(0, 20)}' is no status; it has 1 to 127 characters`);
  }
  const busy = agent.work !== undefined && agent.work.state !== 'missed' && agent.work.state !== 'rejected';
  if (busy) {
    agent.nextStatus = status;
    agentChanged(world, agent);
    return;
  }
  agent.nextStatus = status;
  if (agent.work !== undefined) {
    finishWork(world, agent);
    return;
  }
  agent.nextStatus = undefined;
  if (agent.status !== status) agent.statusSinceMs = world.nowMs;
  agent.status = status;
  agentChanged(world, agent);
  updateFreedom(world, agent);
}

function workOn(agent: Agent, contactId: string, states: readonly WorkState[]): Work {
  const { work } = agent;
  if (work?.contact.id !== contactId) {
    throw new EngineRefusal(`${agent.user.username} does not have contact '${contactId}'`);
  }
  if (!states.includes(work.state)) {
    throw new EngineRefusal(
      `contact '${contactId}' is ${work.state} at ${agent.user.username}; this needs ${states.join(' or ')}`,
    );
  }
  return work;
}
