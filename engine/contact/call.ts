/** The life of a call: flow, queue, whispers, conversation, disconnect flow, end. */

import type { Happening } from '../blocks/block.ts';
import { QUEUE_PRIORITY_DEFAULT } from '../limits.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import type { DefaultHook } from './default-flows.ts';
import { forget } from './ended-contacts.ts';
import type { DisconnectReason } from './events.ts';
import { abandon, advance, happen, newRun, type RunEnd } from './flow-run.ts';
import { flowNamed } from './instance-view.ts';
import type { Agent, Contact, FlowRun } from './model.ts';
import { agentChanged, endWork, offerContact, setWork, startRoutingDelays } from './offering.ts';
import { joinQueue, leaveQueue, stepBack } from './queueing.ts';
import { startTimer } from './timers.ts';
import type { World } from './world.ts';

export interface Dialled {
  readonly to: string;
  readonly from?: string;
  readonly playback: 'estimated' | 'reported';
}

/** Connect's voice while none is set (adminguide/set-voice). */
const VOICE_DEFAULT = 'Joanna';

/** A caller is connected, and the number's flow starts. */
export function startCall(world: World, dialled: Dialled, flow: CompiledFlow): Contact {
  const contact: Contact = {
    id: world.names.identifier(),
    from: dialled.from,
    to: dialled.to,
    playback: dialled.playback,
    startedAtMs: world.nowMs,
    phase: 'flow',
    endedAtMs: undefined,
    connectedAtMs: undefined,
    reason: undefined,
    attributes: new Map(),
    attributeBytes: 0,
    data: undefined,
    tags: undefined,
    hooks: undefined,
    recording: [],
    // Nothing is logged until a block says so (adminguide/about-contact-flow-logs).
    logging: false,
    voice: VOICE_DEFAULT,
    secrets: undefined,
    keepsKeys: false,
    keysAhead: [],
    functionMs: 0,
    target: undefined,
    entry: undefined,
    priority: QUEUE_PRIORITY_DEFAULT,
    queueTimeAdjustmentMs: 0,
    customer: undefined,
    agentRun: undefined,
    agent: undefined,
    openWork: 0,
    completed: false,
    instantMs: Number.NaN,
    blocksAtInstant: 0,
  };
  world.contacts.set(contact.id, contact);
  world.effects.push({
    kind: 'contact-started',
    contactId: contact.id,
    ...(dialled.from === undefined ? {} : { from: dialled.from }),
    to: dialled.to,
  });
  startForCustomer(world, contact, flow);
  return contact;
}

/** Something that a block waited for has happened in a run of the contact. */
export function goOn(world: World, run: FlowRun, happened: Happening): void {
  settle(world, run, happen(world, run, happened));
}

function startForCustomer(world: World, contact: Contact, flow: CompiledFlow): void {
  abandon(world, contact.customer);
  const run = newRun(contact, 'customer', flow);
  contact.customer = run;
  settle(world, run, advance(world, run));
}

/** What the end of a flow means depends on where the contact is in its life. */
function settle(world: World, run: FlowRun, end: RunEnd | undefined): void {
  if (end === undefined) return;
  const { contact } = run;
  if (run === contact.agentRun) {
    contact.agentRun = undefined;
    whisperToCustomer(world, contact);
    return;
  }
  contact.customer = undefined;
  switch (contact.phase) {
    case 'flow':
    case 'disconnect-flow':
      if (end === 'queue') enterQueue(world, contact);
      else endContact(world, contact, contact.reason ?? 'CONTACT_FLOW_DISCONNECT');
      return;
    case 'queued':
    case 'agent-whisper':
      // The end of a queue flow leaves the caller in the queue, in silence (adminguide/end-flow-resume).
      if (end === 'disconnect') endContact(world, contact, 'CONTACT_FLOW_DISCONNECT');
      return;
    case 'customer-whisper':
      connect(world, contact);
      return;
    default:
      return;
  }
}

function enterQueue(world: World, contact: Contact): void {
  const { target } = contact;
  if (target === undefined) throw new Error('a contact was queued without a queue');
  contact.phase = 'queued';
  contact.reason = undefined;
  contact.keysAhead = [];
  contact.keepsKeys = false;
  const entry = joinQueue(world, contact, target);
  world.effects.push({
    kind: 'queued',
    contactId: contact.id,
    queueId: target.queue.id,
    queueName: target.queue.name,
  });
  startRoutingDelays(world, entry);
  const flow = hookFlow(world, contact, 'CustomerQueue');
  if (flow !== undefined) startForCustomer(world, contact, flow);
  offerContact(world, contact);
}

/** The agent hears the whisper first, while the caller is still in the queue (adminguide/set-whisper-flow). */
export function accept(world: World, agent: Agent, contact: Contact): void {
  setWork(world, agent, 'connecting');
  contact.phase = 'agent-whisper';
  world.effects.push({ kind: 'accepted', contactId: contact.id, userId: agent.user.id });
  agentChanged(world, agent);
  const flow = hookFlow(world, contact, 'AgentWhisper');
  if (flow === undefined) {
    whisperToCustomer(world, contact);
    return;
  }
  const run = newRun(contact, 'agent', flow);
  contact.agentRun = run;
  settle(world, run, advance(world, run));
}

function whisperToCustomer(world: World, contact: Contact): void {
  leaveQueue(contact);
  abandon(world, contact.customer);
  contact.customer = undefined;
  contact.phase = 'customer-whisper';
  const flow = hookFlow(world, contact, 'CustomerWhisper');
  if (flow === undefined) connect(world, contact);
  else startForCustomer(world, contact, flow);
}

function connect(world: World, contact: Contact): void {
  const { agent } = contact;
  if (agent === undefined) throw new Error('a contact was connected without an agent');
  contact.phase = 'connected';
  contact.connectedAtMs = world.nowMs;
  setWork(world, agent, 'connected');
  world.effects.push({ kind: 'connected', contactId: contact.id, userId: agent.user.id });
  agentChanged(world, agent);
}

/** Undefined where nothing runs: the hook was switched off, or there is no flow of Connect's own. */
function hookFlow(
  world: World,
  contact: Contact,
  hook: DefaultHook | 'CustomerRemaining',
): CompiledFlow | undefined {
  const set = contact.hooks?.get(hook);
  if (set === null) return undefined;
  if (set !== undefined) return flowNamed(world, set);
  return hook === 'CustomerRemaining' ? undefined : world.defaults[hook];
}

/**
 * The agent has left, by hanging up or by vanishing. During the agent's whisper the caller keeps the place in the
 * queue; afterwards the disconnect flow runs for the caller who remains (adminguide/set-disconnect-flow).
 */
export function agentLeft(world: World, agent: Agent, contact: Contact): void {
  contact.agent = undefined;
  if (contact.phase === 'agent-whisper') {
    abandon(world, contact.agentRun);
    contact.agentRun = undefined;
    contact.phase = 'queued';
    beginAfterContactWork(world, agent, contact);
    stepBack(contact);
    offerContact(world, contact);
    return;
  }
  abandon(world, contact.customer);
  contact.customer = undefined;
  beginAfterContactWork(world, agent, contact);
  contact.reason = 'AGENT_DISCONNECT';
  const flow = hookFlow(world, contact, 'CustomerRemaining');
  if (flow === undefined) {
    endContact(world, contact, 'AGENT_DISCONNECT');
    return;
  }
  contact.phase = 'disconnect-flow';
  startForCustomer(world, contact, flow);
}

function beginAfterContactWork(world: World, agent: Agent, contact: Contact): void {
  if (!agent.signedIn) return;
  setWork(world, agent, 'after-contact-work');
  contact.openWork += 1;
  const { work } = agent;
  const seconds = agent.user.afterContactWorkSeconds;
  if (work !== undefined && seconds > 0) {
    work.timer = startTimer(world, 'after-contact-work', '', seconds * 1000, { agent });
  }
  agentChanged(world, agent);
}

/** The agent clears the contact, or its time is over. */
export function finishWork(world: World, agent: Agent): void {
  const { work } = agent;
  if (work === undefined) return;
  const { contact, state } = work;
  if (state === 'after-contact-work') contact.openWork -= 1;
  complete(world, contact);
  endWork(world, agent);
}

/** From whatever the contact is doing; ringing stops, and an agent who had it goes on to after contact work. */
export function endContact(world: World, contact: Contact, reason: DisconnectReason): void {
  abandon(world, contact.customer);
  abandon(world, contact.agentRun);
  contact.customer = undefined;
  contact.agentRun = undefined;
  leaveQueue(contact);
  const { agent } = contact;
  contact.agent = undefined;
  contact.phase = 'ended';
  contact.endedAtMs = world.nowMs;
  contact.reason = reason;
  contact.keysAhead = [];
  world.effects.push({ kind: 'contact-ended', contactId: contact.id, reason });
  if (agent?.work !== undefined) {
    // A caller who hangs up while it rings was no contact of the agent's: the agent is free again at once.
    if (agent.work.state === 'ringing') endWork(world, agent);
    else beginAfterContactWork(world, agent, contact);
  }
  complete(world, contact);
  forget(world, contact);
}

function complete(world: World, contact: Contact): void {
  if (contact.completed || contact.phase !== 'ended' || contact.openWork > 0) return;
  contact.completed = true;
  world.effects.push({ kind: 'contact-completed', contactId: contact.id });
}
