/** Other parties of a conversation, each in a contact of its own: how they are bound to it, handed over and parted. */
import { beginAfterContactWork } from './after-contact-work.ts';
import { complete } from './completing.ts';
import { handOverFlowRecording } from './flow-recording.ts';
import { abandon } from './flow-run.ts';
import { hearersOf } from './hearers.ts';
import { holdEnds } from './holds.ts';
import type { Agent, Contact, Destination, Parties } from './model.ts';
import { endMonitoring } from './monitoring.ts';
import { leftBecause, segmentOf } from './segments.ts';
import { handOverSpeech } from './speech-in-progress.ts';
import { agentChanged, workOn } from './works.ts';
import type { World } from './world.ts';

const NOBODY: readonly Contact[] = [];

const parties = (to: Destination | undefined): Parties => ({
  legs: NOBODY,
  source: undefined,
  to,
  direct: false,
  followed: false,
  callerGone: false,
  staying: undefined,
  heldBySource: false,
  timer: undefined,
});

export const legsOf = ({ parties: some }: Contact): readonly Contact[] => some?.legs ?? NOBODY;

/** Whom a chat or task is handed on to, for `$.Agent` in its flow. */
export function setDestination(contact: Contact, to: Destination | undefined): void {
  contact.parties = parties(to);
}

export function bind(agent: Agent, contact: Contact, leg: Contact, to: Destination): void {
  contact.parties ??= parties(undefined);
  contact.parties.legs = [...contact.parties.legs, leg];
  leg.parties = parties(to);
  leg.parties.source = { agent, contact, audience: 'agent' };
}

/** Somebody is there to talk to. */
export const isTalking = ({ phase }: Contact): boolean => phase === 'connected' || phase === 'third-party';

export const isOutside = ({ parties: some }: Contact): boolean => some?.to?.kind === 'number';

const goesBy = ({ id, segmentId }: Contact, name: string): boolean => id === name || segmentId === name;

export const legNamed = (contact: Contact, name: string): Contact | undefined =>
  legsOf(contact).find((leg) => goesBy(leg, name));

/**
 * Another party than the one that the agent's own contact is about: whoever the agent has brought in; in a call of more
 * than three, where all agents can do the same, everybody else (adminguide/three-party-multi-party-comparison).
 */
export function otherParty({ instance }: World, agent: Agent, contactId: string): Contact | undefined {
  for (const { contact, state } of agent.works) {
    if (state !== 'connected') continue;
    const own = legNamed(contact, contactId);
    if (own !== undefined) return own;
    const call = instance.multiParty === true ? contact.parties?.source?.contact : undefined;
    if (call === undefined || goesBy(contact, contactId)) continue;
    const other = goesBy(call, contactId) ? call : legNamed(call, contactId);
    if (other !== undefined) return other;
  }
  return undefined;
}

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
 * The agent has left for good: the caller goes on in the contact of a transfer, wherever that is, and it takes the
 * caller's name; other parties are parties of that one now. What was before stays the agent's, for after contact work.
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
  const reason = leftBecause(contact);
  const chain = [...(contact.earlier ?? []), segmentOf(contact, world.nowMs, reason), ...(leg.earlier ?? [])];
  leg.earlier = chain;
  leg.id = contact.id;
  leg.playback = contact.playback;
  for (const { id } of chain) world.contacts.set(id, leg);
  world.contacts.set(leg.id, leg);
  keepWhatBelongsToTheCaller(contact, leg);
  handOverFlowRecording(world, contact, leg);
  unbind(contact, leg);
  handOverLegs(world, agent, contact, leg);
  contact.agent = undefined;
  contact.phase = 'ended';
  contact.endedAtMs = world.nowMs;
  contact.reason = reason;
  if (contact.parties !== undefined) contact.parties.followed = true;
  world.effects.push({
    kind: 'transferred',
    contactId: leg.id,
    legId,
    segmentId: leg.segmentId,
    previousSegmentId: contact.segmentId,
    reason,
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

/** Who holds and lets go from now on is the agent who has the caller, once there is one. */
function handOverLegs(world: World, agent: Agent, from: Contact, to: Contact): void {
  const others = legsOf(from);
  if (from.parties === undefined || to.parties === undefined || others.length === 0) return;
  from.parties.legs = NOBODY;
  to.parties.legs = others;
  const next = isTalking(to) ? to.agent : undefined;
  for (const leg of others) {
    if (next === undefined) release(world, agent, leg);
    if (leg.parties !== undefined) leg.parties.source = { agent: next, contact: to, audience: 'agent' };
  }
}

/** Nobody is there who could take the party back. */
function release(world: World, agent: Agent, leg: Contact): void {
  if (leg.holds?.sinceMs !== undefined) stopFlows(world, leg);
  endHold(world, agent, leg);
  if (leg.parties !== undefined) leg.parties.heldBySource = false;
}

/** The caller's new agent is there: who had been brought in before is that agent's party now. */
export function takeCharge({ agent, parties: some }: Contact): void {
  for (const leg of some?.legs ?? NOBODY)
    if (leg.parties?.source !== undefined) leg.parties.source.agent = agent;
}

function keepWhatBelongsToTheCaller(contact: Contact, leg: Contact): void {
  if (contact.secrets !== undefined) leg.secrets = new Set([...(leg.secrets ?? []), ...contact.secrets]);
  // What the caller is to hear when left alone; the flow of the transfer may have set another.
  const remaining = contact.hooks.find(({ event }) => event === 'CustomerRemaining');
  if (remaining !== undefined && !leg.hooks.some(({ event }) => event === 'CustomerRemaining'))
    leg.hooks = [...leg.hooks, remaining];
}

function unbind(contact: Contact, leg: Contact): void {
  if (contact.parties !== undefined) contact.parties.legs = contact.parties.legs.filter((one) => one !== leg);
  if (leg.parties !== undefined) leg.parties.source = undefined;
}

/** The agent leaves a caller with people outside; all their contacts go on. */
export function leaveOutside(world: World, agent: Agent, contact: Contact): void {
  const legs = legsOf(contact);
  stopFlows(world, contact);
  for (const leg of legs) stopFlows(world, leg);
  endMonitoring(world, contact);
  endHold(world, agent, contact);
  contact.agent = undefined;
  contact.phase = 'third-party';
  for (const leg of legs) {
    endHold(world, agent, leg);
    if (leg.parties?.source !== undefined) leg.parties.source.agent = undefined;
    world.effects.push({
      kind: 'transferred-outside',
      contactId: contact.id,
      legId: leg.id,
      userId: agent.user.id,
      number: leg.parties?.to?.kind === 'number' ? leg.parties.to.number : '',
    });
  }
  const work = workOn(agent, contact);
  if (work !== undefined) beginAfterContactWork(world, agent, work);
}

/**
 * A party is over that had not taken the caller.
 * @returns the contact that is left with one party alone: the caller's, or the last of those who talked on without.
 */
export function part(world: World, leg: Contact): Contact | undefined {
  const source = leg.parties?.source;
  if (source === undefined) return undefined;
  const { agent, contact } = source;
  unbind(contact, leg);
  const [first, ...others] = legsOf(contact);
  if (contact.parties?.callerGone === true) {
    const { staying } = contact.parties;
    if (staying === undefined) return others.length === 0 ? first : undefined;
    if (first === undefined) leaveAlone(world, staying, contact);
    else agentChanged(world, staying);
    return undefined;
  }
  if (agent === undefined)
    return first === undefined && contact.phase === 'third-party' ? contact : undefined;
  // The agent's own hold music, or that of a flow that held the agent.
  abandon(world, contact.agentRun);
  contact.agentRun = undefined;
  agentChanged(world, agent);
  return undefined;
}

/** The caller has gone before; nobody, or somebody without this agent, is left. */
export function leaveAlone(world: World, agent: Agent, contact: Contact): void {
  const work = workOn(agent, contact);
  if (contact.parties !== undefined) contact.parties.staying = undefined;
  for (const leg of legsOf(contact)) {
    release(world, agent, leg);
    if (leg.parties?.source !== undefined) leg.parties.source.agent = undefined;
  }
  stopFlows(world, contact);
  contact.openWork -= 1;
  if (work !== undefined) beginAfterContactWork(world, agent, work);
  complete(world, contact);
}
