/** What agents do. */
import { finishWork } from './after-contact-work.ts';
import { accept, notTaken } from './call.ts';
import { agentNamed, mustBeSignedIn, workOn } from './commanded.ts';
import type { EngineEvent } from './events.ts';
import { hold, holdOther, resume, resumeOther } from './holding.ts';
import { isOnHold } from './holds.ts';
import { agentLeft } from './leaving.ts';
import { legsOf, otherParty } from './legs.ts';
import type { Agent } from './model.ts';
import { stopMonitoring } from './monitoring.ts';
import { updateFreedom } from './offering.ts';
import { InvalidParameter, InvalidState } from './refusals.ts';
import { agentChanged, dropWork, isBusyWork } from './works.ts';
import type { World } from './world.ts';

type AgentEvent = Extract<
  EngineEvent,
  {
    kind:
      | 'agent-signs-in'
      | 'agent-signs-out'
      | 'agent-vanishes'
      | 'agent-sets-status'
      | 'agent-accepts'
      | 'agent-rejects'
      | 'agent-hangs-up'
      | 'agent-holds'
      | 'agent-resumes'
      | 'agent-clears';
  }
>;

export function agentEvent(world: World, event: AgentEvent): void {
  const agent = agentNamed(world, event.userId);
  if (event.kind === 'agent-signs-in') {
    signIn(world, agent);
    return;
  }
  mustBeSignedIn(agent);
  switch (event.kind) {
    case 'agent-signs-out':
      signOut(world, agent);
      return;
    case 'agent-vanishes':
      vanish(world, agent);
      return;
    case 'agent-sets-status':
      setStatus(world, agent, event.status);
      return;
    case 'agent-accepts':
      accept(world, agent, workOn(agent, event.contactId, ['ringing']).contact);
      return;
    case 'agent-rejects':
      notTaken(world, agent, workOn(agent, event.contactId, ['ringing']).contact, 'rejected');
      return;
    case 'agent-hangs-up': {
      const { contact, state } = workOn(agent, event.contactId, [
        'ringing',
        'connecting',
        'connected',
        'paused',
      ]);
      if (state === 'ringing') notTaken(world, agent, contact, 'rejected');
      else agentLeft(world, agent, contact);
      return;
    }
    case 'agent-holds':
    case 'agent-resumes':
      holdOrResume(world, agent, event);
      return;
    case 'agent-clears':
      finishWork(world, agent, workOn(agent, event.contactId, ['after-contact-work', 'missed', 'rejected']));
      return;
  }
}

/** A second sign-in, from another tab, changes nothing. An agent begins Offline, and comes back Offline. */
function signIn(world: World, agent: Agent): void {
  if (agent.signedIn) return;
  agent.signedIn = true;
  agent.unreachable = false;
  goOffline(world, agent);
  agentChanged(world, agent);
}

function goOffline(world: World, agent: Agent): void {
  agent.status = 'Offline';
  agent.statusSinceMs = world.nowMs;
  agent.nextStatus = undefined;
}

/** In the middle of anything it loses no caller; tasks that were accepted stay with the agent until they are ended. */
function signOut(world: World, agent: Agent): void {
  agent.signedIn = false;
  goOffline(world, agent);
  updateFreedom(world, agent);
  leaveEverything(world, agent);
  for (const work of [...agent.works]) {
    if (work.state === 'after-contact-work') finishWork(world, agent, work);
    else if (!isBusyWork(work)) dropWork(world, agent, work);
  }
  agentChanged(world, agent);
}

/** As one who signs out, but what is missed or has after contact work is still there at the return. */
function vanish(world: World, agent: Agent): void {
  agent.signedIn = false;
  agent.unreachable = true;
  goOffline(world, agent);
  updateFreedom(world, agent);
  leaveEverything(world, agent);
  agentChanged(world, agent);
}

function leaveEverything(world: World, agent: Agent): void {
  stopMonitoring(world, agent);
  for (const work of [...agent.works]) {
    const { contact, state } = work;
    if (state === 'ringing') notTaken(world, agent, contact, 'missed');
    else if (state === 'connecting' || (state === 'connected' && contact.channel !== 'TASK')) {
      // Of a chat it is told apart (adminguide/ctr-data-model).
      const isLost = contact.channel === 'CHAT' && agent.unreachable;
      agentLeft(world, agent, contact, isLost ? 'AGENT_NETWORK_DISCONNECT' : undefined);
    }
  }
}

/**
 * While there is work, the status is taken when it ends; missed contacts are cleared by it, and after contact work that
 * is all the agent has is over by it (amazon-connect-streams, issue 952).
 */
function setStatus(world: World, agent: Agent, status: string): void {
  if (status === '' || status.length > 127) {
    throw new InvalidParameter(`'${status.slice(0, 20)}' is no status; it has 1 to 127 characters`);
  }
  agent.nextStatus = status;
  for (const work of [...agent.works]) if (!isBusyWork(work)) dropWork(world, agent, work);
  const [last, ...others] = agent.works;
  if (last?.state === 'after-contact-work' && others.length === 0) {
    finishWork(world, agent, last);
    return;
  }
  if (agent.works.length === 0) {
    agent.nextStatus = undefined;
    if (agent.status !== status) agent.statusSinceMs = world.nowMs;
    agent.status = status;
  }
  agentChanged(world, agent);
  updateFreedom(world, agent);
}

/**
 * Only a call in conversation can be held (adminguide/block-support-by-channel: hold is for voice). In a transfer the
 * other party is held by its own contact.
 */
function holdOrResume(
  world: World,
  agent: Agent,
  { kind, contactId }: Extract<EngineEvent, { kind: 'agent-holds' | 'agent-resumes' }>,
): void {
  const other = otherParty(world, agent, contactId);
  if (other !== undefined) {
    if (kind === 'agent-holds') holdOther(world, agent, other);
    else resumeOther(world, agent, other);
    return;
  }
  const { contact } = workOn(agent, contactId, ['connected']);
  if (contact.channel !== 'VOICE') {
    throw new InvalidState(`contact '${contactId}' is no call; only a call can be put on hold`);
  }
  if (contact.phase === 'ended') throw new InvalidState(`the caller of contact '${contactId}' has hung up`);
  const held = isOnHold(contact);
  if (kind === 'agent-holds') {
    if (held) throw new InvalidState(`contact '${contactId}' is on hold already`);
    hold(world, agent, contact, legsOf(contact).length === 0 ? 'both' : 'customer');
    return;
  }
  if (!held) throw new InvalidState(`contact '${contactId}' is not on hold`);
  resume(world, agent, contact);
}
