/** How blocks name a queue: by queue, by agent, or neither for the contact's target queue. */
import type { Json } from '../language/flow.ts';
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

/** The queue that the parameters of a step name; an agent stands for the agent's personal queue. */
export function chosenQueue(step: BlockStep): QueueChoice {
  return prepareQueue(step.parameters)(step);
}

/** The same with the parameters read once. */
export function prepareQueue(parameters: Readonly<Record<string, Json>>): (step: BlockStep) => QueueChoice {
  const queue = scalar(parameters['QueueId']);
  const agent = scalar(parameters['AgentId']);
  if (queue !== undefined) return (step) => standardQueue(step, queue);
  if (agent !== undefined) return (step) => personalQueue(step, agent);
  return () => TARGET;
}

const TARGET: QueueChoice = { kind: 'target' };

function standardQueue(step: BlockStep, reference: string): QueueChoice {
  const queueId = step.value(reference);
  return queueId !== undefined && step.instance.queueExists(queueId)
    ? { kind: 'queue', queueId }
    : { kind: 'unknown', because: `queue '${queueId ?? reference}' does not exist` };
}

function personalQueue(step: BlockStep, reference: string): QueueChoice {
  const userId = step.value(reference);
  const queueId = userId === undefined ? undefined : step.instance.agentQueue(userId);
  return queueId === undefined
    ? { kind: 'unknown', because: `agent '${userId ?? reference}' does not exist` }
    : { kind: 'queue', queueId };
}
