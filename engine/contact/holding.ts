/** Hold and resume: by an agent, or by the flow of a transfer. */
import { startForAgent, startForCustomer } from './call.ts';
import { holdBegins, isOnHold } from './holds.ts';
import { hookFlow } from './hooks.ts';
import { endHold, isOutside, isTalking, stopFlows } from './legs.ts';
import type { Agent, Contact } from './model.ts';
import { InvalidState } from './refusals.ts';
import { agentChanged } from './works.ts';
import type { World } from './world.ts';

/**
 * Both hear their hold flows until the agent resumes (adminguide/create-contact-flow, customer and agent hold flow).
 * @param who one of them only, where the other has somebody else to talk to.
 */
export function hold(
  world: World,
  agent: Agent,
  contact: Contact,
  who: 'both' | 'customer' | 'agent' = 'both',
): void {
  holdBegins(contact, world.nowMs);
  world.effects.push({ kind: 'held', contactId: contact.id, userId: agent.user.id });
  agentChanged(world, agent);
  const forCustomer = who === 'agent' ? undefined : hookFlow(world, contact, 'CustomerHold');
  if (forCustomer !== undefined) startForCustomer(world, contact, forCustomer);
  const forAgent = who === 'customer' ? undefined : hookFlow(world, contact, 'AgentHold');
  if (forAgent !== undefined) startForAgent(world, contact, forAgent);
}

/** Caller and agent talk again. */
export function resume(world: World, agent: Agent, contact: Contact): void {
  stopFlows(world, contact);
  endHold(world, agent, contact);
  agentChanged(world, agent);
}

/** The agent who transfers puts the other party on hold: somebody outside hears what a caller would. */
export function holdOther(world: World, agent: Agent, leg: Contact): void {
  if (!isTalking(leg))
    throw new InvalidState(`the transfer '${leg.id}' is ${leg.phase}; nobody is there to hold`);
  if (isOnHold(leg)) throw new InvalidState(`contact '${leg.id}' is on hold already`);
  const isParty = leg.parties?.source !== undefined;
  if (leg.parties !== undefined && isParty) leg.parties.heldBySource = true;
  hold(world, agent, leg, isOutside(leg) || !isParty ? 'customer' : 'agent');
}

export function resumeOther(world: World, agent: Agent, leg: Contact): void {
  if (!isOnHold(leg)) throw new InvalidState(`contact '${leg.id}' is not on hold`);
  if (leg.parties !== undefined) leg.parties.heldBySource = false;
  resume(world, agent, leg);
}

/** What flows of transfers have asked for while they ran; a transfer that is over by then holds nobody. */
export function holdAsAsked(world: World): void {
  for (let asked = world.held.shift(); asked !== undefined; asked = world.held.shift()) {
    const source = asked.leg.parties?.source;
    if (source?.agent === undefined || source.contact.phase !== 'connected') continue;
    const { agent, contact } = source;
    if (asked.state === 'CustomerOnHold') {
      source.audience = 'agent';
      if (!isOnHold(contact)) hold(world, agent, contact, 'customer');
      continue;
    }
    source.audience = asked.state === 'OffHold' ? 'everybody' : 'caller';
    stopFlows(world, contact);
    endHold(world, agent, contact);
    const flow = asked.state === 'AgentOnHold' ? hookFlow(world, contact, 'AgentHold') : undefined;
    if (flow !== undefined) startForAgent(world, contact, flow);
  }
}
