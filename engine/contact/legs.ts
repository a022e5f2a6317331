/** A transfer in progress and the conversation that it comes from: how they are bound, handed over and parted. */
import { beginAfterContactWork, complete } from './after-contact-work.ts';
import { abandon } from './flow-run.ts';
import { hearersOf } from './hearers.ts';
import { holdEnds } from './holds.ts';
import type { Agent, Contact, Destination, Parties } from './model.ts';
import { endMonitoring } from './monitoring.ts';
import { segmentOf } from './segments.ts';
import { handOverSpeech } from './speech-in-progress.ts';
import { agentChanged, workOn } from './works.ts';
import type { World } from './world.ts';

const parties = (to: Destination | undefined): Parties => ({
  leg: undefined,
  source: undefined,
  to,
  direct: false,
  followed: false,
  callerGone: false,
  heldBySource: false,
  timer: undefined,
});

export function bind(agent: Agent, contact: Contact, leg: Contact, to: Destination): void {
  contact.parties ??= parties(undefined);
  contact.parties.leg = leg;
  leg.parties = parties(to);
  leg.parties.source = { agent, contact, audience: 'agent' };
}

/** The transfer that the agent has begun and that goes by this name. */
export function otherParty(agent: Agent, contactId: string): Contact | undefined {
  for (const { contact, state } of agent.works) {
    const { leg } = contact.parties ?? {};
    if (state === 'connected' && leg !== undefined && (leg.id === contactId || leg.segmentId === contactId))
      return leg;
  }
  return undefined;
}

/** Somebody is there to talk to. */
export const isTalking = ({ phase }: Contact): boolean => phase === 'connected' || phase === 'third-party';

export const isOutside = ({ parties: some }: Contact): boolean => some?.to?.kind === 'number';

export function stopFlows(world: World, contact: Contact): void {
  abandon(world, contact.customer);
  abandon(world, contact.agentRun);
  contact.customer = undefined;
  contact.agentRun = undefined;
}

/** @param agent who has held, or whose caller was held. */
export function endHold(world: World, agent: Agent, contact: Contact): void {
  const heldMs = holdEnds(contact, world.nowMs);
  if (heldMs === undefined) return;
  world.effects.push({ kind: 'resumed', contactId: contact.id, userId: agent.user.id, heldMs });
}

/**
 * The agent has left for good: the caller goes on in the contact of the transfer, wherever that is, and it takes the
 * caller's name. What was before stays the agent's, for after contact work.
 */
export function takeOver(world: World, agent: Agent, contact: Contact, leg: Contact): void {
  const heard = leg.customer === undefined ? [] : hearersOf(leg.customer);
  const { id: legId } = leg;
  stopFlows(world, contact);
  endMonitoring(world, contact);
  endHold(world, agent, contact);
  if (leg.parties?.heldBySource === true) {
    leg.parties.heldBySource = false;
    stopFlows(world, leg);
    endHold(world, agent, leg);
  }
  const chain = [...(contact.earlier ?? []), segmentOf(contact, world.nowMs), ...(leg.earlier ?? [])];
  leg.earlier = chain;
  leg.id = contact.id;
  leg.playback = contact.playback;
  for (const { id } of chain) world.contacts.set(id, leg);
  world.contacts.set(leg.id, leg);
  keepWhatBelongsToTheCaller(contact, leg);
  unbind(contact, leg);
  contact.agent = undefined;
  contact.phase = 'ended';
  contact.endedAtMs = world.nowMs;
  contact.reason = 'AGENT_DISCONNECT';
  if (contact.parties !== undefined) contact.parties.followed = true;
  world.effects.push({
    kind: 'transferred',
    contactId: leg.id,
    legId,
    segmentId: leg.segmentId,
    previousSegmentId: contact.segmentId,
    userId: agent.user.id,
    ...(leg.agent === undefined || leg.phase === 'queued' ? {} : { byUserId: leg.agent.user.id }),
    ...(leg.entry === undefined ? {} : { queueName: leg.entry.queue.queue.name }),
  });
  if (leg.customer !== undefined) handOverSpeech(world, leg.customer, heard);
  const work = workOn(agent, contact);
  if (work !== undefined) beginAfterContactWork(world, agent, work);
  complete(world, contact);
  if (leg.agent !== undefined) agentChanged(world, leg.agent);
}

function keepWhatBelongsToTheCaller(contact: Contact, leg: Contact): void {
  if (contact.secrets !== undefined) leg.secrets = new Set([...(leg.secrets ?? []), ...contact.secrets]);
  // What the caller is to hear when left alone; the flow of the transfer may have set another.
  const remaining = contact.hooks.find(({ event }) => event === 'CustomerRemaining');
  if (remaining !== undefined && !leg.hooks.some(({ event }) => event === 'CustomerRemaining'))
    leg.hooks = [...leg.hooks, remaining];
}

function unbind(contact: Contact, leg: Contact): void {
  if (contact.parties !== undefined) contact.parties.leg = undefined;
  if (leg.parties !== undefined) leg.parties.source = undefined;
}

/** The agent leaves a caller with somebody outside; both contacts go on. */
export function leaveOutside(world: World, agent: Agent, contact: Contact, leg: Contact): void {
  stopFlows(world, contact);
  stopFlows(world, leg);
  endMonitoring(world, contact);
  endHold(world, agent, contact);
  endHold(world, agent, leg);
  contact.agent = undefined;
  contact.phase = 'third-party';
  if (leg.parties?.source !== undefined) leg.parties.source.agent = undefined;
  world.effects.push({
    kind: 'transferred-outside',
    contactId: contact.id,
    legId: leg.id,
    userId: agent.user.id,
    number: leg.parties?.to?.kind === 'number' ? leg.parties.to.number : '',
  });
  const work = workOn(agent, contact);
  if (work !== undefined) beginAfterContactWork(world, agent, work);
}

/**
 * The transfer is over before the caller was in it.
 * @returns the caller's contact when nobody is with the caller now.
 */
export function part(world: World, leg: Contact): Contact | undefined {
  const source = leg.parties?.source;
  if (source === undefined) return undefined;
  const { agent, contact } = source;
  unbind(contact, leg);
  if (agent === undefined) return contact.phase === 'ended' ? undefined : contact;
  // The agent's own hold music, or that of a flow that held the agent.
  abandon(world, contact.agentRun);
  contact.agentRun = undefined;
  agentChanged(world, agent);
  if (contact.parties?.callerGone !== true) return undefined;
  const work = workOn(agent, contact);
  contact.parties.callerGone = false;
  contact.openWork -= 1;
  if (work !== undefined) beginAfterContactWork(world, agent, work);
  complete(world, contact);
  return undefined;
}
