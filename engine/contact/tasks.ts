/** Tasks: contacts without a caller, started by the API or by a block. */

import { startForCustomer } from './call.ts';
import { createTask } from './created-tasks.ts';
import type { EngineEvent } from './events.ts';
import { flowNamed } from './instance-view.ts';
import { EngineRefusal } from './refusals.ts';
import type { World } from './world.ts';

/** StartTaskContact of the API. @throws EngineRefusal when there is no such flow or related contact. */
export function taskEvent(world: World, event: Extract<EngineEvent, { kind: 'start-task' }>): void {
  const flow = flowNamed(world, event.flowId);
  if (flow === undefined) throw new EngineRefusal(`there is no flow '${event.flowId}' to start a task with`);
  const related =
    event.relatedContactId === undefined ? undefined : world.contacts.get(event.relatedContactId);
  if (event.relatedContactId !== undefined && related === undefined) {
    throw new EngineRefusal(`there is no contact '${event.relatedContactId}' to relate a task to`);
  }
  const made = createTask(world, flow, event, 'API', related);
  if (typeof made === 'string') throw new EngineRefusal(made);
}

/** Starts the flows of the tasks and callbacks that blocks or the API have just created, in their order. */
export function beginCreatedTasks(world: World): void {
  for (let task = world.created.shift(); task !== undefined; task = world.created.shift()) {
    if (task.contact.phase !== 'ended') startForCustomer(world, task.contact, task.flow);
  }
}
