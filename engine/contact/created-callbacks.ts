/** Promises somebody who is on the line to call back. */
import type { CallbackRequest } from '../blocks/step.ts';
import { CALLBACK_KEPT_MS, CUSTOMER_RING_MS } from '../limits.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { flowNamed } from './instance-view.ts';
import type { Contact } from './model.ts';
import { newContact } from './new-contact.ts';
import { roomIn } from './queueing.ts';
import { initialId } from './segments.ts';
import { startTimer } from './timers.ts';
import type { World } from './world.ts';

/** @returns one sentence that says why nobody will be called. */
export function createCallback(world: World, contact: Contact, request: CallbackRequest): string | undefined {
  const number = contact.data?.get('CallbackNumber') ?? contact.from;
  if (number === undefined) return 'there is no number to call: the caller withholds it, and none was set';
  const queue = request.queueId === undefined ? contact.target : world.queues.get(request.queueId);
  if (queue === undefined) return 'no queue is set for the callback';
  const room = roomIn(queue, contact);
  if (room !== 'room') return `queue '${queue.queue.name}' is ${room}`;
  let flow: CompiledFlow | undefined;
  if (request.flowId !== undefined) {
    flow = flowNamed(world, request.flowId);
    if (flow === undefined) return `flow '${request.flowId}' does not exist`;
    if (flow.type !== 'CONTACT_FLOW')
      return `flow '${flow.name}' is a ${flow.type}; a callback begins with an inbound flow`;
  }
  const callerNumber = request.callerNumber ?? queue.queue.outboundCallerNumber ?? contact.to;
  const callback = newContact(world, 'VOICE', 'CALLBACK', 'estimated', number, callerNumber);
  callback.target = queue;
  callback.outward = {
    number,
    callerNumber,
    state: 'not-called',
    answeredBy: undefined,
    detectsMachines: false,
    ringMs: CUSTOMER_RING_MS,
    flow: undefined,
    callback: {
      initialId: initialId(contact),
      previousId: contact.segmentId,
      sinceMs: contact.startedAtMs,
      retryDelayMs: request.retryDelayMs,
      retriesLeft: request.retries,
      expiresAtMs: world.nowMs + CALLBACK_KEPT_MS,
    },
  };
  copyAttributes(contact, callback);
  // A flow that prepares the callback runs at once (devguide/interactions-createcallbackcontact).
  const delayMs = flow === undefined ? request.delayMs : 0;
  world.effects.push({
    kind: 'callback-created',
    contactId: callback.id,
    fromContactId: contact.id,
    previousSegmentId: contact.segmentId,
    number,
    delayMs,
  });
  if (flow === undefined) {
    callback.phase = 'scheduled';
    callback.timer = startTimer(world, 'delay', delayMs, callback);
  } else world.created.push({ contact: callback, flow });
  return undefined;
}

/** What the contact goes on with is its own; what was keyed in secret stays secret. */
export function copyAttributes(from: Contact, to: Contact): void {
  for (const [name, value] of from.attributes) to.attributes.set(name, value);
  to.attributeBytes = from.attributeBytes;
  if (from.secrets !== undefined) to.secrets = new Set(from.secrets);
}
