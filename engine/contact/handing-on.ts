/** Chats and tasks are handed on to another agent or queue: a contact of their own follows, and nobody is consulted first. */
import { enterQueue, startForCustomer } from './call.ts';
import { agentLeaves } from './chat-conversation.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { flowNamed } from './instance-view.ts';
import { bind, setDestination, stopFlows, takeOver } from './legs.ts';
import type { Agent, Contact, Destination, Timer } from './model.ts';
import { newContact } from './new-contact.ts';
import { endWork } from './offering.ts';
import { pauseEnds } from './pausing.ts';
import { leaveQueue } from './queueing.ts';
import { InvalidParameter, InvalidState, NotFound } from './refusals.ts';
import { nextSegment, whyNoMore } from './segments.ts';
import type { TransferTask } from './task-messages.ts';
import { newTaskState } from './task-state.ts';
import { startTimer, stopTimer } from './timers.ts';
import { workOn } from './works.ts';
import type { World } from './world.ts';

const FLOW_TYPES: readonly string[] = ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'];

/** TransferContact of the API. @throws NotFound, InvalidState for what is no task or over, InvalidParameter for a flow of another kind */
export function transferTask(world: World, { contactId, flowId, queueId, userId }: TransferTask): void {
  const contact = world.contacts.get(contactId);
  if (contact === undefined) throw new NotFound(`there is no contact '${contactId}'`);
  if (contact.task === undefined)
    throw new InvalidState(`contact '${contactId}' is no task; only tasks are transferred so`);
  if (contact.phase === 'ended' || contact.phase === 'scheduled')
    throw new InvalidState(`task '${contactId}' is ${contact.phase}; only an active one can be transferred`);
  const flow = flowNamed(world, flowId);
  if (flow === undefined) throw new NotFound(`there is no flow '${flowId}'`);
  if (!FLOW_TYPES.includes(flow.type))
    throw new InvalidParameter(
      `flow '${flow.name}' is a ${flow.type}; ${FLOW_TYPES.join(', ')} can be given`,
    );
  handOn(world, contact, destinationOf(world, queueId, userId), flow, undefined);
}

function destinationOf(
  world: World,
  queueId: string | undefined,
  userId: string | undefined,
): Destination | undefined {
  if (userId !== undefined) {
    const agent = world.agents.get(userId);
    if (agent === undefined) throw new NotFound(`there is no user '${userId}'`);
    return { kind: 'agent', name: agent.user.username, agent };
  }
  if (queueId === undefined) return undefined;
  const queue = world.queues.get(queueId);
  if (queue === undefined) throw new NotFound(`there is no queue '${queueId}'`);
  return { kind: 'queue', name: queue.queue.name, queue };
}

/**
 * Where an agent has it, that agent has after contact work and a new contact follows; where none has, the contact is
 * followed by the next one as when it is moved from queue to queue. Its flow finds the agent's queue, or the queue, set.
 * @param flow undefined: straight into that queue
 * @param by the agent who hands it on, where one does
 */
export function handOn(
  world: World,
  contact: Contact,
  to: Destination | undefined,
  flow: CompiledFlow | undefined,
  by: Agent | undefined,
): void {
  if (to?.kind === 'number')
    throw new InvalidParameter(
      `'${to.name}' is a number; a ${NAMES[contact.channel]} goes to agents and queues`,
    );
  const why = whyNoMore(contact);
  if (why !== undefined) throw new InvalidState(why);
  const { agent } = contact;
  const work = agent === undefined ? undefined : workOn(agent, contact);
  const isHad = agent !== undefined && (work?.state === 'connected' || work?.state === 'paused');
  const next = isHad ? follower(world, contact, to, by ?? agent) : movedOn(world, contact, to);
  next.target = queueOf(world, to) ?? next.target;
  if (flow !== undefined) startForCustomer(world, next, flow);
  else enterQueue(world, next);
}

const NAMES = { VOICE: 'call', TASK: 'task', CHAT: 'chat' } as const;

const queueOf = (world: World, to: Destination | undefined) =>
  to?.kind === 'queue'
    ? to.queue
    : to?.kind === 'agent'
      ? world.queues.get(`agent/${to.agent.user.id}`)
      : undefined;

/** A contact with all that this one knows, that goes on in its name. */
function follower(world: World, contact: Contact, to: Destination | undefined, agent: Agent): Contact {
  const { channel, chat, references, relatedContactId, target } = contact;
  const destination =
    to ??
    (target === undefined ? undefined : ({ kind: 'queue', name: target.queue.name, queue: target } as const));
  if (destination === undefined) throw new InvalidState(`contact '${contact.id}' has no queue; name one`);
  const next = newContact(
    world,
    channel,
    'TRANSFER',
    'estimated',
    undefined,
    undefined,
    relatedContactId,
    references,
  );
  for (const [name, value] of contact.attributes) next.attributes.set(name, value);
  next.attributeBytes = contact.attributeBytes;
  if (contact.data !== undefined) next.data = new Map(contact.data);
  if (contact.tags !== undefined) next.tags = new Map(contact.tags);
  next.target = target;
  next.timer = carriedOn(world, contact.timer, 'expiry', next);
  if (contact.task !== undefined) next.task = newTaskState();
  if (chat !== undefined) {
    agentLeaves(world, contact, chat, agent.user.firstName);
    chat.connection = carriedOn(world, chat.connection, 'chat-connection', next);
    next.chat = chat;
  }
  bind(agent, contact, next, destination);
  world.effects.push({
    kind: 'transfer-started',
    contactId: next.id,
    fromContactId: contact.id,
    previousSegmentId: contact.segmentId,
    userId: agent.user.id,
    to: { kind: destination.kind, name: destination.name },
  });
  takeOver(world, agent, contact, next);
  return next;
}

/** What was to be over at a time is over then still. */
function carriedOn(
  world: World,
  timer: Timer | undefined,
  kind: 'expiry' | 'chat-connection',
  contact: Contact,
): Timer | undefined {
  stopTimer(world, timer);
  return timer === undefined
    ? undefined
    : startTimer(world, kind, Math.max(0, timer.dueMs - world.nowMs), contact);
}

/** Nobody has it yet, or it rings. */
function movedOn(world: World, contact: Contact, to: Destination | undefined): Contact {
  const { agent, task } = contact;
  const work = agent === undefined ? undefined : workOn(agent, contact);
  if (task?.pausedAt !== undefined) pauseEnds(world, contact, task);
  nextSegment(world, contact, 'TRANSFER');
  stopFlows(world, contact);
  leaveQueue(world, contact);
  contact.agent = undefined;
  contact.phase = 'flow';
  setDestination(contact, to);
  if (agent !== undefined && work !== undefined) endWork(world, agent, work);
  return contact;
}
