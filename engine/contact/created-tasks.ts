/** Creates a task whose flow starts as soon as the present event has been worked off. */
import { TASK_DELAY_SECONDS_MAX, TASK_KEPT_MS } from '../limits.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { badAttributeName } from './contact-state.ts';
import type { Initiation } from './life.ts';
import { maskText } from './masking.ts';
import type { Contact } from './model.ts';
import { newTask, type TaskTerms } from './new-contact.ts';
import { startTimer } from './timers.ts';
import type { World } from './world.ts';

/** @returns the task, or one sentence that says why there is none. */
export function createTask(
  world: World,
  flow: CompiledFlow,
  terms: TaskTerms,
  initiation: Initiation,
  related: Contact | undefined,
): Contact | string {
  if (flow.type !== 'CONTACT_FLOW') {
    return `flow '${flow.name}' is a ${flow.type}; a task starts with an inbound flow`;
  }
  const bad = badAttributeName(terms.attributes ?? {});
  if (bad !== undefined) return `'${bad}' is no name of an attribute; leave out $ and .`;
  const { startsAtMs } = terms;
  const why = startsAtMs === undefined ? undefined : whyNotThen(world, startsAtMs);
  if (why !== undefined) return why;
  const contact = newTask(world, terms, initiation, related);
  if (contact === undefined) return 'the attributes of the task would pass 32 KB; there is no task';
  if (startsAtMs === undefined || contact.task === undefined) {
    startTaskExpiry(world, contact);
    world.created.push({ contact, flow });
  } else {
    contact.task.scheduled = flow;
    contact.task.scheduledAtMs = startsAtMs;
    contact.phase = 'scheduled';
    contact.timer = startTimer(world, 'delay', startsAtMs - world.nowMs, contact);
  }
  world.effects.push({
    kind: 'task-started',
    contactId: contact.id,
    name: maskText(contact.secrets, terms.name),
    ...(related === undefined ? {} : { relatedContactId: related.id }),
    ...(startsAtMs === undefined ? {} : { startsAtMs }),
  });
  return contact;
}

/** Why no task can begin then (API_StartTaskContact, ScheduledTime). */
export function whyNotThen({ nowMs }: World, startsAtMs: number): string | undefined {
  if (!(startsAtMs > nowMs)) return 'the time of the task is over already; give a later one';
  return startsAtMs > nowMs + TASK_DELAY_SECONDS_MAX * 1000
    ? `the time of the task is more than ${TASK_DELAY_SECONDS_MAX} seconds ahead; give an earlier one`
    : undefined;
}

/** From the beginning of its flow on. */
export function startTaskExpiry(world: World, contact: Contact): void {
  contact.timer = startTimer(world, 'expiry', TASK_KEPT_MS, contact);
}
