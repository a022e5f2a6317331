/** Routing criteria at work: which agents may take a contact now, and the steps that expire (adminguide/set-routing-criteria). */
import type { RoutingExpression, RoutingStep } from '../blocks/routing-expression.ts';
import type { Agent, Contact } from './model.ts';
import { startTimer, stopTimer } from './timers.ts';
import type { World } from './world.ts';

/** Criteria are at work from when the contact is in a queue; set again, they begin again. */
export function setCriteria(world: World, contact: Contact, steps: readonly RoutingStep[]): void {
  stopCriteria(world, contact);
  const index = contact.criteria === undefined ? 0 : contact.criteria.index + 1;
  contact.criteria = { steps, index, at: 0, timer: undefined };
  if (contact.entry !== undefined) startCriteria(world, contact);
}

/** In an agent's own queue they have no effect. */
export function startCriteria(world: World, contact: Contact): void {
  const { criteria, entry } = contact;
  if (criteria === undefined || entry === undefined || entry.queue.owner !== undefined) return;
  criteria.at = 0;
  stepBegins(world, contact);
}

export function stopCriteria(world: World, { criteria }: Contact): void {
  if (criteria === undefined) return;
  stopTimer(world, criteria.timer);
  criteria.timer = undefined;
}

/** After the last step everybody in the queue may take the contact. */
export function stepExpires(world: World, contact: Contact): void {
  if (contact.criteria === undefined) return;
  contact.criteria.at += 1;
  stepBegins(world, contact);
}

function stepBegins(world: World, contact: Contact): void {
  const { criteria } = contact;
  if (criteria === undefined) return;
  const step = criteria.steps[criteria.at];
  criteria.timer =
    step?.expiresAfterMs === undefined
      ? undefined
      : startTimer(world, 'routing-step', step.expiresAfterMs, contact);
  world.effects.push({
    kind: 'routing-step',
    contactId: contact.id,
    index: criteria.at,
    steps: criteria.steps.length,
    criteria: criteria.index,
  });
}

/** Whether the contact may be offered to the agent at this moment. */
export function isFor({ criteria, entry }: Contact, agent: Agent): boolean {
  if (criteria === undefined || entry?.queue.owner !== undefined) return true;
  const step = criteria.steps[criteria.at];
  return step === undefined || matches(step.expression, agent);
}

function matches(expression: RoutingExpression, agent: Agent): boolean {
  const { user } = agent;
  switch (expression.kind) {
    case 'and':
      return expression.of.every((one) => matches(one, agent));
    case 'or':
      return expression.of.some((one) => matches(one, agent));
    case 'agents':
      return expression.userIds.some((id) => id === user.id || id === user.arn) !== expression.isNot;
    case 'proficiency': {
      const { name, value, min, max, isNot } = expression;
      const has = (user.proficiencies ?? []).some(
        (one) => one.name === name && one.value === value && one.level >= min && one.level <= max,
      );
      return has !== isNot;
    }
  }
}
