/** Tasks that are paused and go on later, and tasks whose time is changed (adminguide/concepts-pause-and-resume-tasks). */
import { endContact, enterQueue, startForCustomer } from './call.ts';
import { whyNotThen } from './created-tasks.ts';
import { hookFlow } from './hooks.ts';
import { flowNamed } from './instance-view.ts';
import { stopFlows } from './legs.ts';
import type { Contact } from './model.ts';
import { updateFreedom } from './offering.ts';
import { leaveQueue } from './queueing.ts';
import { InvalidParameter, InvalidState, NotFound } from './refusals.ts';
import type { TaskMessage } from './task-messages.ts';
import type { TaskState } from './task-state.ts';
import { startTimer, stopTimer } from './timers.ts';
import { agentChanged, setWork, workOn } from './works.ts';
import type { World } from './world.ts';

/** @throws NotFound, InvalidState for what cannot be paused or resumed now, InvalidParameter for a wrong time or flow */
export function taskMessage(world: World, message: TaskMessage): void {
  const contact = world.contacts.get(message.contactId);
  if (contact === undefined) throw new NotFound(`there is no contact '${message.contactId}'`);
  const { task } = contact;
  if (task === undefined) throw new InvalidState(`contact '${contact.id}' is no task`);
  switch (message.kind) {
    case 'pause-task':
      pause(world, contact, task, message.flowId);
      return;
    case 'resume-task':
      if (task.pausedAt === undefined || contact.phase !== 'paused')
        throw new InvalidState(`task '${contact.id}' is not paused`);
      resumeTask(world, contact, task, message.flowId);
      return;
    case 'reschedule-task': {
      if (contact.phase !== 'scheduled')
        throw new InvalidState(`task '${contact.id}' is ${contact.phase}; only a scheduled one can be moved`);
      const why = whyNotThen(world, message.atMs);
      if (why !== undefined) throw new InvalidParameter(why);
      stopTimer(world, contact.timer);
      task.scheduledAtMs = message.atMs;
      contact.timer = startTimer(world, 'delay', message.atMs - world.nowMs, contact);
      world.effects.push({ kind: 'task-rescheduled', contactId: contact.id, startsAtMs: message.atMs });
    }
  }
}

/** In a queue it leaves the queue; at an agent it makes room for another task, for as many as the agent may have. */
function pause(world: World, contact: Contact, task: TaskState, flowId: string | undefined): void {
  const { agent, id, phase } = contact;
  const flow = flowOf(world, contact, 'PauseContact', flowId);
  if (phase === 'queued' && agent === undefined) {
    leaveQueue(world, contact);
    task.pausedAt = 'queue';
  } else if (phase === 'connected' && agent !== undefined) {
    const work = workOn(agent, contact);
    const limit = agent.profile.profile.concurrency.TASK ?? 0;
    const paused = agent.works.filter(({ state }) => state === 'paused').length;
    if (paused >= limit)
      throw new InvalidState(
        `${agent.user.username} has ${paused} paused tasks already, and may have no more`,
      );
    if (work !== undefined) setWork(world, work, 'paused');
    task.pausedAt = 'agent';
  } else
    throw new InvalidState(
      `task '${id}' is ${phase}${agent === undefined ? '' : ' at an agent'}; it cannot be paused`,
    );
  stopFlows(world, contact);
  contact.phase = 'paused';
  task.pauses += 1;
  task.lastPausedAtMs = world.nowMs;
  world.effects.push({ kind: 'task-paused', contactId: id });
  if (agent !== undefined) {
    agentChanged(world, agent);
    updateFreedom(world, agent);
  }
  if (flow !== undefined) startForCustomer(world, contact, flow);
}

/** Back to its agent, or through the flow for it, and else at once, into its queue: no task is left where nobody looks. */
export function resumeTask(world: World, contact: Contact, task: TaskState, flowId?: string): void {
  const { agent } = contact;
  const flow = flowOf(world, contact, 'ResumeContact', flowId);
  const wasAt = task.pausedAt;
  stopFlows(world, contact);
  pauseEnds(world, contact, task);
  contact.phase = wasAt === 'agent' ? 'connected' : 'flow';
  const work = agent === undefined ? undefined : workOn(agent, contact);
  if (agent !== undefined && work !== undefined) {
    setWork(world, work, 'connected');
    agentChanged(world, agent);
    updateFreedom(world, agent);
  }
  if (flow !== undefined) startForCustomer(world, contact, flow);
  else if (wasAt === 'queue') enterQueue(world, contact);
}

export function pauseEnds(world: World, { id: contactId }: Contact, task: TaskState): void {
  task.pausedAt = undefined;
  task.pausedTotalMs += world.nowMs - (task.lastPausedAtMs ?? world.nowMs);
  task.lastResumedAtMs = world.nowMs;
  world.effects.push({ kind: 'task-resumed', contactId });
}

function flowOf(
  world: World,
  contact: Contact,
  hook: 'PauseContact' | 'ResumeContact',
  flowId: string | undefined,
) {
  if (flowId === undefined) return hookFlow(world, contact, hook);
  const flow = flowNamed(world, flowId);
  if (flow === undefined) throw new InvalidParameter(`there is no flow '${flowId}' to run for the task`);
  return flow;
}

/** What flows have asked for while they ran. */
export function resumeAsAsked(world: World): void {
  for (let contact = world.resumed.shift(); contact !== undefined; contact = world.resumed.shift()) {
    if (contact.phase === 'paused' && contact.task !== undefined) resumeTask(world, contact, contact.task);
  }
}

/** Seven days after its beginning a task is over, whoever has it (adminguide/tasks). */
export function taskHasExpired(world: World, contact: Contact): void {
  if (contact.phase !== 'ended') endContact(world, contact, 'EXPIRED');
}
