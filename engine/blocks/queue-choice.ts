/** How blocks name a queue: by queue, by agent, or neither for the contact's target queue. */
import { type FieldGroup, optional, text } from '../language/parameters.ts';
import type { BlockStep } from './step.ts';
import { scalar } from './wire-values.ts';

export const QUEUE_FIELDS = {
  QueueId: optional(text('reference')),
  AgentId: optional(text('reference')),
} as const;
export const QUEUE_OR_AGENT: FieldGroup = { names: ['QueueId', 'AgentId'], rule: 'at-most-one' };

export type QueueChoice =
  | { readonly kind: 'queue'; readonly queueId: string }
  | { readonly kind: 'target' }
  | { readonly kind: 'unknown'; readonly because: string };

/** The queue that the parameters name; an agent stands for the agent's personal queue. */
export function chosenQueue(step: BlockStep): QueueChoice {
  const queue = scalar(step.parameters['QueueId']);
  const agent = scalar(step.parameters['AgentId']);
  if (queue !== undefined) {
    const queueId = step.value(queue);
    return queueId !== undefined && step.instance.queueExists(queueId)
      ? { kind: 'queue', queueId }
      : { kind: 'unknown', because: `queue '${queueId ?? queue}' does not exist` };
  }
  if (agent !== undefined) {
    const userId = step.value(agent);
    const queueId = userId === undefined ? undefined : step.instance.agentQueue(userId);
    return queueId === undefined
      ? { kind: 'unknown', because: `agent '${userId ?? agent}' does not exist` }
      : { kind: 'queue', queueId };
  }
  return { kind: 'target' };
}
