/** The life of a contact: flow, queue, whispers, conversation with its holds, disconnect flow, end. */

import type { Happening } from '../blocks/block.ts';
import { beginAfterContactWork, finishWork } from './after-contact-work.ts';
import { callCustomer, outboundWhisper, startExpiry } from './calling.ts';
import { chatEnds } from './chat-conversation.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { complete } from './completing.ts';
import { connect } from './connecting.ts';
import { startCriteria } from './criteria.ts';
import type { DisconnectReason } from './events.ts';
import { stopFlowRecording } from './flow-recording.ts';
import { abandon, advance, happen, type RunEnd } from './flow-run.ts';
import { hookFlow } from './hooks.ts';
import { endHold, isOutside, isTalking, legsOf, part, stopFlows } from './legs.ts';
import type { Agent, Contact, FlowRun } from './model.ts';
import { endMonitoring } from './monitoring.ts';
import { NO_KEYS } from './new-contact.ts';
import { newRun } from './new-run.ts';
import { declined, endWork, offerContact, startRoutingDelays } from './offering.ts';
import { isUnanswered } from './outward.ts';
import { joinQueue, leaveQueue } from './queueing.ts';
import { nextSegment } from './segments.ts';
import { stopTimer } from './timers.ts';
import { agentChanged, setWork, workOn } from './works.ts';
import type { World } from './world.ts';

/** Something that a block waited for has happened in a run of the contact. */
export function goOn(world: World, run: FlowRun, happened: Happening): void {
  settle(world, run, happen(world, run, happened));
}

/** The step that had to wait for somebody to be there begins. */
export function beginAgain(world: World, run: FlowRun): void {
  run.waiting = undefined;
  settle(world, run, advance(world, run));
}

export function startForCustomer(world: World, contact: Contact, flow: CompiledFlow): void {
  abandon(world, contact.customer);
  const run = newRun(contact, 'customer', flow);
  contact.customer = run;
  settle(world, run, advance(world, run));
}

export function startForAgent(world: World, contact: Contact, flow: CompiledFlow): void {
  const run = newRun(contact, 'agent', flow);
  contact.agentRun = run;
  settle(world, run, advance(world, run));
}

/** What the end of a flow means depends on where the contact is in its life. */
function settle(world: World, run: FlowRun, end: RunEnd | undefined): void {
  if (end === undefined) return;
  const { contact } = run;
  if (run === contact.agentRun) {
    contact.agentRun = undefined;
    // The end of a hold flow leaves the agent on hold, in silence.
    if (contact.phase === 'agent-whisper') whisperToCustomer(world, contact);
    return;
  }
  contact.customer = undefined;
  switch (contact.phase) {
    case 'flow':
    case 'disconnect-flow':
      if (end === 'queue') enterQueue(world, contact);
      else if (end === 'agent') ringDestination(world, contact);
      else endContact(world, contact, contact.reason ?? 'CONTACT_FLOW_DISCONNECT');
      return;
    case 'queued':
    case 'agent-whisper':
      // The end of a queue flow leaves the caller in the queue, in silence (adminguide/end-flow-resume).
      if (end === 'disconnect') endContact(world, contact, 'CONTACT_FLOW_DISCONNECT');
      else if (end === 'queue') moveToQueue(world, contact);
      return;
    case 'customer-whisper':
      connect(world, contact);
      return;
    case 'outbound-whisper':
      if (contact.outward === undefined) contact.phase = 'third-party';
      else if (isUnanswered(contact.outward)) callCustomer(world, contact, contact.outward);
      else connect(world, contact);
      return;
    default:
      return;
  }
}

export function enterQueue(world: World, contact: Contact): void {
  const { target } = contact;
  if (target === undefined) throw new Error('a contact was queued without a queue');
  contact.phase = 'queued';
  contact.reason = undefined;
  contact.keysAhead = NO_KEYS;
  contact.keepsKeys = false;
  const entry = joinQueue(world, contact, target);
  world.effects.push({
    kind: 'queued',
    contactId: contact.id,
    queueId: target.queue.id,
    queueName: target.queue.name,
  });
  startCriteria(world, contact);
  startRoutingDelays(world, entry);
  startExpiry(world, contact);
  const flow = hookFlow(world, contact, 'CustomerQueue');
  if (flow !== undefined) startForCustomer(world, contact, flow);
  offerContact(world, contact);
}

/**
 * The contact rings at the agent whom the transfer is for. After contact work is cleared for it; where the agent has
 * another contact or is not there, the transfer has failed (adminguide/transfer-to-agent-block).
 */
function ringDestination(world: World, contact: Contact): void {
  const to = contact.parties?.to;
  const queue = to?.kind === 'agent' ? world.queues.get(`agent/${to.agent.user.id}`) : undefined;
  if (contact.parties === undefined || to?.kind !== 'agent' || queue === undefined) {
    notReached(world, contact);
    return;
  }
  contact.parties.direct = true;
  contact.target = queue;
  contact.phase = 'queued';
  joinQueue(world, contact, queue);
  const { id: queueId, name: queueName } = queue.queue;
  world.effects.push({ kind: 'queued', contactId: contact.id, queueId, queueName });
  for (const work of [...to.agent.works]) {
    if (work.state === 'after-contact-work' && work.contact.channel === 'VOICE')
      finishWork(world, to.agent, work);
  }
  offerContact(world, contact);
  if (contact.agent === undefined) notReached(world, contact);
}

/** Whom a transfer was for did not take it: the agent who began it has the caller still; a caller alone is told. */
export function notReached(world: World, contact: Contact): void {
  if (contact.parties?.source !== undefined) {
    endContact(world, contact, 'OTHER');
    return;
  }
  leaveQueue(world, contact);
  if (legsOf(contact).some(isTalking)) {
    // Somebody outside has been there all the time.
    stopFlows(world, contact);
    contact.phase = 'third-party';
    return;
  }
  callerRemains(world, contact, 'OTHER', true);
}

/** The agent has missed or rejected the contact. */
export function notTaken(world: World, agent: Agent, contact: Contact, as: 'missed' | 'rejected'): void {
  declined(world, agent, contact, as);
  if (contact.parties?.direct === true && contact.agent === undefined && contact.phase === 'queued')
    notReached(world, contact);
}

/** From queue to queue, as a new contact of the chain (devguide/contact-actions-dequeuecontactandtransfertoqueue). */
function moveToQueue(world: World, contact: Contact): void {
  nextSegment(world, contact, 'QUEUE_TRANSFER');
  leaveQueue(world, contact);
  enterQueue(world, contact);
}

/** The agent hears the whisper first, while the caller is still in the queue (adminguide/set-whisper-flow). */
export function accept(world: World, agent: Agent, contact: Contact): void {
  const work = workOn(agent, contact);
  if (work === undefined) throw new Error('a contact was accepted by an agent at whom it does not ring');
  setWork(world, work, 'connecting');
  contact.phase = 'agent-whisper';
  world.effects.push({ kind: 'accepted', contactId: contact.id, userId: agent.user.id });
  agentChanged(world, agent);
  const flow = hookFlow(world, contact, 'AgentWhisper');
  if (flow === undefined) whisperToCustomer(world, contact);
  else startForAgent(world, contact, flow);
}

function whisperToCustomer(world: World, contact: Contact): void {
  leaveQueue(world, contact);
  abandon(world, contact.customer);
  contact.customer = undefined;
  if (isUnanswered(contact.outward)) {
    // Its first words dial (devguide/contact-actions-completeoutboundcall).
    contact.phase = 'outbound-whisper';
    startForCustomer(world, contact, outboundWhisper(world, contact));
    return;
  }
  contact.phase = 'customer-whisper';
  const flow = hookFlow(world, contact, 'CustomerWhisper');
  if (flow === undefined) connect(world, contact);
  else startForCustomer(world, contact, flow);
}

/** @param isUntold the caller is still to hear that nobody was reached. */
export function callerRemains(
  world: World,
  contact: Contact,
  reason: DisconnectReason,
  isUntold: boolean,
): void {
  contact.reason = reason;
  const flow =
    hookFlow(world, contact, 'CustomerRemaining') ?? (isUntold ? world.defaults.NotReached : undefined);
  if (flow === undefined) {
    endContact(world, contact, reason);
    return;
  }
  contact.phase = 'disconnect-flow';
  startForCustomer(world, contact, flow);
}

/** From whatever the contact is doing; ringing stops, and an agent who had it goes on to after contact work. */
export function endContact(world: World, contact: Contact, reason: DisconnectReason): void {
  const { agent, parties } = contact;
  const wasTalking = isTalking(contact);
  endMonitoring(world, contact);
  stopTimer(world, contact.timer);
  stopFlows(world, contact);
  leaveQueue(world, contact);
  const holder = agent ?? parties?.source?.agent;
  if (holder !== undefined) endHold(world, holder, contact);
  if (contact.chat !== undefined) chatEnds(world, contact, contact.chat);
  contact.agent = undefined;
  contact.phase = 'ended';
  contact.endedAtMs = world.nowMs;
  stopFlowRecording(world, contact);
  contact.reason = reason;
  contact.keysAhead = NO_KEYS;
  if (isOutside(contact)) {
    stopTimer(world, parties?.timer);
    world.effects.push({ kind: 'third-party-left', contactId: contact.id });
  }
  world.effects.push({ kind: 'contact-ended', contactId: contact.id, reason });
  const legs = legsOf(contact);
  if (
    parties !== undefined &&
    agent !== undefined &&
    reason === 'CUSTOMER_DISCONNECT' &&
    legs.some(isTalking)
  ) {
    // The caller has hung up, and the others talk on.
    contact.openWork += 1;
    parties.callerGone = true;
    parties.staying = agent;
    agentChanged(world, agent);
    world.contacts.oneHasEnded();
    return;
  }
  const work = agent === undefined ? undefined : workOn(agent, contact);
  if (agent !== undefined && work !== undefined) {
    // A caller who hangs up while it rings, or a customer who does not answer, was no contact of the agent's.
    if (work.state === 'ringing' || isUnanswered(contact.outward)) endWork(world, agent, work);
    else beginAfterContactWork(world, agent, work);
  }
  complete(world, contact);
  world.contacts.oneHasEnded();
  for (const leg of legs) endContact(world, leg, reason);
  const alone = part(world, contact);
  if (alone === undefined) return;
  // The caller's own contact comes from no other.
  if (alone.parties?.source === undefined) callerRemains(world, alone, reason, !wasTalking);
  else endContact(world, alone, reason);
}
