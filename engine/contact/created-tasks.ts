/** Creates a task whose flow starts as soon as the present event has been worked off. */
import type { CompiledFlow } from './compiled-flow.ts';
import { badAttributeName } from './contact-state.ts';
import type { Initiation } from './life.ts';
import { maskText } from './masking.ts';
import type { Contact } from './model.ts';
import { newTask, type TaskTerms } from './new-contact.ts';
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
  const contact = newTask(world, terms, initiation, related);
  if (contact === undefined) return 'the attributes of the task would pass 32 KB; there is no task';
  world.created.push({ contact, flow });
  world.effects.push({
    kind: 'task-started',
    contactId: contact.id,
    name: maskText(contact.secrets, terms.name),
    ...(related === undefined ? {} : { relatedContactId: related.id }),
  });
  return contact;
}
