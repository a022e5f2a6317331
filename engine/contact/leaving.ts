/** An agent leaves, and whoever is left goes on. */
import { beginAfterContactWork } from './after-contact-work.ts';
import { callerRemains, endContact, notReached } from './call.ts';
import { agentLeaves } from './chat-conversation.ts';
import type { DisconnectReason } from './events.ts';
import { abandon } from './flow-run.ts';
import {
  endHold,
  isOutside,
  isTalking,
  leaveAlone,
  leaveOutside,
  legsOf,
  stopFlows,
  takeOver,
} from './legs.ts';
import type { Agent, Contact } from './model.ts';
import { endMonitoring } from './monitoring.ts';
import { offerContact } from './offering.ts';
import { isUnanswered } from './outward.ts';
import { stepBack } from './queueing.ts';
import { triedAgainLater } from './retrying.ts';
import { workOn } from './works.ts';
import type { World } from './world.ts';

/**
 * The agent has left, by hanging up or by vanishing. During the agent's whisper the caller keeps the place in the
 * queue; afterwards the disconnect flow runs for the caller who remains (adminguide/set-disconnect-flow), unless a
 * transfer has begun: then the caller goes on to it.
 */
export function agentLeft(world: World, agent: Agent, contact: Contact, reason?: DisconnectReason): void {
  const work = workOn(agent, contact);
  if (work === undefined) throw new Error('an agent left a contact that was not theirs');
  const source = contact.parties?.source;
  const legs = legsOf(contact);
  if (legs.length > 0 && contact.phase !== 'agent-whisper') {
    const heir = legs.find(({ phase }) => phase === 'connected') ?? legs.find((leg) => !isOutside(leg));
    if (contact.phase === 'ended') othersTalkOn(world, agent, contact);
    else if (heir === undefined) leaveOutside(world, agent, contact);
    else takeOver(world, agent, contact, heir);
    return;
  }
  if (source !== undefined && contact.phase !== 'agent-whisper') {
    endContact(world, contact, 'AGENT_DISCONNECT');
    return;
  }
  contact.agent = undefined;
  if (contact.phase === 'agent-whisper') {
    abandon(world, contact.agentRun);
    contact.agentRun = undefined;
    contact.phase = 'queued';
    beginAfterContactWork(world, agent, work);
    stepBack(contact);
    offerContact(world, contact);
    if (contact.parties?.direct === true && contact.agent === undefined) notReached(world, contact);
    return;
  }
  if (isUnanswered(contact.outward)) {
    contact.agent = agent;
    if (!triedAgainLater(world, contact)) endContact(world, contact, 'AGENT_DISCONNECT');
    return;
  }
  stopFlows(world, contact);
  endMonitoring(world, contact);
  endHold(world, agent, contact);
  beginAfterContactWork(world, agent, work);
  if (contact.chat !== undefined) agentLeaves(world, contact, contact.chat, agent.user.firstName);
  const usual = contact.channel === 'TASK' ? 'AGENT_COMPLETED' : 'AGENT_DISCONNECT';
  callerRemains(world, contact, reason ?? usual, false);
}

/** The caller has hung up before, and the agent does now: two others have each other still, one has nobody. */
function othersTalkOn(world: World, agent: Agent, contact: Contact): void {
  const talking = legsOf(contact).filter(isTalking);
  leaveAlone(world, agent, contact);
  for (const leg of legsOf(contact))
    if (leg.phase !== 'ended' && (talking.length < 2 || !isTalking(leg)))
      endContact(world, leg, 'AGENT_DISCONNECT');
}
