/** Transfers as agents make them: consult, swap, conference, drop, and cold (adminguide/transfer). */

import { MULTI_PARTIES_MAX, PARTIES_MAX } from '../limits.ts';
import { endContact, startForCustomer } from './call.ts';
import { agentNamed, mustBeSignedIn, workOn } from './commanded.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import type { EngineEvent, TransferTo } from './events.ts';
import { abandon } from './flow-run.ts';
import { handOn } from './handing-on.ts';
import { hold, holdOther, resume, resumeOther } from './holding.ts';
import { isOnHold } from './holds.ts';
import { flowNamed } from './instance-view.ts';
import { agentLeft } from './leaving.ts';
import { bind, isTalking, legNamed, legsOf } from './legs.ts';
import type { Agent, Contact, Destination } from './model.ts';
import { newContact } from './new-contact.ts';
import { InvalidParameter, InvalidState, LimitExceeded, NotFound } from './refusals.ts';
import { whyNoMore } from './segments.ts';
import { dialOutside } from './third-party.ts';
import { agentChanged } from './works.ts';
import type { World } from './world.ts';

type TransferEvent = Extract<
  EngineEvent,
  { kind: 'agent-consults' | 'agent-transfers' | 'agent-swaps' | 'agent-conferences' | 'agent-drops' }
>;

/** @throws InvalidState for what cannot be done now, NotFound and InvalidParameter for a destination that is none. */
export function transferEvent(world: World, event: TransferEvent): void {
  const agent = agentNamed(world, event.userId);
  mustBeSignedIn(agent);
  const { contact } = workOn(agent, event.contactId, ['connected']);
  switch (event.kind) {
    case 'agent-consults':
      consult(world, agent, contact, event.to);
      return;
    case 'agent-transfers':
      transfer(world, agent, contact, event.to);
      return;
    case 'agent-swaps':
      swap(world, agent, contact);
      return;
    case 'agent-conferences':
      conference(world, agent, contact);
      return;
    case 'agent-drops':
      endContact(world, partyOf(contact, event.partyId), 'AGENT_DISCONNECT');
      return;
  }
}

/** Everybody else waits on hold, and the agent hears what a caller would. */
function consult(world: World, agent: Agent, contact: Contact, to: TransferTo): void {
  const { leg, begin } = newLeg(world, agent, contact, to);
  if (isOnHold(contact)) {
    abandon(world, contact.agentRun);
    contact.agentRun = undefined;
  } else if (contact.phase === 'connected') hold(world, agent, contact, 'customer');
  for (const other of legsOf(contact))
    if (isTalking(other) && !isOnHold(other)) holdOther(world, agent, other);
  agentChanged(world, agent);
  begin(leg);
}

/** The caller is in the transfer from its first word on. */
function transfer(world: World, agent: Agent, contact: Contact, to: TransferTo): void {
  if (contact.channel !== 'VOICE') {
    const destination = destinationOf(world, agent, to);
    const flow = flowOf(world, to, destination);
    // Connect's own flow to agents is for calls (adminguide/transfer-to-agent-block).
    handOn(world, contact, destination, flow === world.defaults.AgentTransfer ? undefined : flow, agent);
    return;
  }
  const { leg, begin } = newLeg(world, agent, contact, to);
  agentLeft(world, agent, contact);
  begin(leg);
}

function newLeg(world: World, agent: Agent, contact: Contact, to: TransferTo) {
  mayBegin(world, contact);
  const destination = destinationOf(world, agent, to);
  const begin = beginning(world, to, destination);
  const outside = destination.kind === 'number' ? destination.number : undefined;
  const leg = newContact(
    world,
    'VOICE',
    outside === undefined ? 'TRANSFER' : 'EXTERNAL_OUTBOUND',
    'estimated',
    outside ?? contact.from,
    contact.to,
  );
  // A copy: what either of the two is given from here on is its own (adminguide/connect-attrib-list).
  for (const [name, value] of contact.attributes) leg.attributes.set(name, value);
  leg.attributeBytes = contact.attributeBytes;
  if (contact.secrets !== undefined) leg.secrets = new Set(contact.secrets);
  leg.target = destination.kind === 'queue' ? destination.queue : contact.target;
  bind(agent, contact, leg, destination);
  world.effects.push({
    kind: 'transfer-started',
    contactId: leg.id,
    fromContactId: contact.id,
    previousSegmentId: contact.segmentId,
    userId: agent.user.id,
    to: { kind: destination.kind, name: destination.name },
  });
  return { leg, begin };
}

/** One after the other, and no more than the call has room for (adminguide/three-party-multi-party-comparison). */
function mayBegin({ instance }: World, contact: Contact): void {
  const { channel, id, monitors, parties, phase } = contact;
  const legs = legsOf(contact);
  if (channel !== 'VOICE')
    throw new InvalidState(`contact '${id}' is no call; it can be transferred, and nobody consulted first`);
  if (phase !== 'connected' && (legs.length < 2 || instance.multiParty !== true))
    throw new InvalidState(`the caller of contact '${id}' has hung up`);
  if (legs.some((leg) => !isTalking(leg)))
    throw new InvalidState(`contact '${id}' is being transferred already; drop the other party first`);
  const max = instance.multiParty === true ? MULTI_PARTIES_MAX : PARTIES_MAX;
  const barged = monitors.filter(({ monitoring }) => monitoring?.isBarged === true).length;
  if (legs.length + barged + (phase === 'connected' ? 2 : 1) >= max)
    throw new LimitExceeded(`${max} parties are in contact '${id}' already; drop one of them first`);
  if (parties?.source !== undefined)
    throw new InvalidState(`the caller is not in contact '${id}' yet; it cannot be transferred further`);
  const why = whyNoMore(contact);
  if (why !== undefined) throw new InvalidState(why);
}

function destinationOf(world: World, agent: Agent, to: TransferTo): Destination {
  if ('number' in to) return numberOf(to.number, to.number);
  const found = world.quickConnects.get(to.quickConnectId);
  if (found === undefined) throw new NotFound(`there is no quick connect '${to.quickConnectId}'`);
  const { name } = found;
  if (found.kind === 'number') return numberOf(name, found.number);
  if (found.kind === 'queue') {
    const queue = world.queues.get(found.queueId);
    if (queue === undefined) throw new NotFound(`quick connect '${name}' leads to no queue`);
    return { kind: 'queue', name, queue };
  }
  const other = world.agents.get(found.userId);
  if (other === undefined) throw new NotFound(`quick connect '${name}' leads to no agent`);
  if (other === agent) throw new InvalidParameter(`'${name}' is ${agent.user.username}, who has the call`);
  return { kind: 'agent', name, agent: other };
}

function numberOf(name: string, number: string): Destination {
  if (!/^\+[1-9]\d{1,14}$/.test(number))
    throw new InvalidParameter(`'${number}' is no telephone number; write it as +12025550100`);
  return { kind: 'number', name, number };
}

/** What the transfer does first; looked up before anything is changed. */
function beginning(world: World, to: TransferTo, destination: Destination): (leg: Contact) => void {
  if (destination.kind === 'number') return (leg) => dialOutside(world, leg);
  const flow = flowOf(world, to, destination);
  return (leg) => startForCustomer(world, leg, flow);
}

function flowOf(world: World, to: TransferTo, { kind, name }: Destination): CompiledFlow {
  const found = 'number' in to ? undefined : world.quickConnects.get(to.quickConnectId);
  const flowId = found === undefined || found.kind === 'number' ? undefined : found.flowId;
  const usual = kind === 'agent' ? world.defaults.AgentTransfer : world.defaults.QueueTransfer;
  const flow: CompiledFlow | undefined = flowId === undefined ? usual : flowNamed(world, flowId);
  if (flow === undefined)
    throw new NotFound(`quick connect '${name}' names flow '${flowId}', which does not exist`);
  if (flow.type !== usual.type)
    throw new InvalidParameter(
      `quick connect '${name}' needs a flow of type ${usual.type}, not ${flow.type}`,
    );
  return flow;
}

function partyOf(contact: Contact, partyId: string | undefined): Contact {
  const [leg, ...others] = legsOf(contact);
  if (leg === undefined)
    throw new InvalidState(`contact '${contact.id}' has nobody besides caller and agent`);
  if (partyId === undefined) {
    if (others.length === 0) return leg;
    throw new InvalidParameter(
      `${others.length + 1} others are in contact '${contact.id}'; say which to let go, by its own contact id`,
    );
  }
  const named = legNamed(contact, partyId);
  if (named === undefined) throw new NotFound(`there is no party '${partyId}' in contact '${contact.id}'`);
  return named;
}

/** Those who talk, besides caller and agent; somebody does. */
function talkingLegs(contact: Contact): readonly Contact[] {
  const legs = legsOf(contact);
  if (legs.length === 0)
    throw new InvalidState(`contact '${contact.id}' has nobody besides caller and agent`);
  const talking = legs.filter(isTalking);
  if (talking.length === 0)
    throw new InvalidState(`the transfer of contact '${contact.id}' is not answered yet`);
  return talking;
}

function swap(world: World, agent: Agent, contact: Contact): void {
  const [leg, ...others] = talkingLegs(contact);
  if (contact.phase !== 'connected')
    throw new InvalidState(`the caller of contact '${contact.id}' has hung up`);
  if (leg === undefined || others.length > 0)
    throw new InvalidState(
      `more than one other is in contact '${contact.id}'; hold and take back each by its own contact id`,
    );
  const [callerWaits, otherWaits] = [isOnHold(contact), isOnHold(leg)];
  if (callerWaits === otherWaits)
    throw new InvalidState(
      `in contact '${contact.id}' ${callerWaits ? 'both are' : 'neither is'} on hold; there is nobody to swap with`,
    );
  if (callerWaits) {
    resume(world, agent, contact);
    holdOther(world, agent, leg);
  } else {
    resumeOther(world, agent, leg);
    hold(world, agent, contact, 'customer');
  }
}

/** Nobody waits on hold any more. */
function conference(world: World, agent: Agent, contact: Contact): void {
  const legs = talkingLegs(contact);
  if (contact.phase !== 'connected' && legs.length < 2)
    throw new InvalidState(`the caller of contact '${contact.id}' has hung up`);
  if (!isOnHold(contact) && !legs.some(isOnHold))
    throw new InvalidState(`all parties of contact '${contact.id}' talk already`);
  if (isOnHold(contact)) resume(world, agent, contact);
  for (const leg of legs) if (isOnHold(leg)) resumeOther(world, agent, leg);
}
