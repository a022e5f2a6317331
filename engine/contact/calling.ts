/** Calls a customer whom the centre owes or wants a call: it rings, waits, and is tried again later. */
import { CALLING } from '../blocks/forms.ts';
import type { BlockResult } from '../blocks/step.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { flowNamed } from './instance-view.ts';
import type { Contact, FlowRun } from './model.ts';
import { isUnanswered, type Outward } from './outward.ts';
import { startTimer, stopTimer } from './timers.ts';
import type { World } from './world.ts';

/** The customer's telephone rings from now on. */
export function callCustomer(world: World, contact: Contact, outward: Outward): void {
  const { callerNumber, number, ringMs } = outward;
  stopTimer(world, contact.timer);
  contact.phase = 'calling';
  outward.state = 'ringing';
  world.effects.push({
    kind: 'customer-dialled',
    contactId: contact.id,
    number,
    ...(callerNumber === undefined ? {} : { callerNumber }),
    withinMs: ringMs,
  });
  contact.timer = startTimer(world, 'calling', ringMs, contact);
}

/** What runs for a customer who is called for the queue (adminguide/default-outbound). */
export function outboundWhisper(world: World, { target }: Contact): CompiledFlow {
  const flowId = target?.queue.outboundFlowId;
  return (flowId === undefined ? undefined : flowNamed(world, flowId)) ?? world.defaults.OutboundWhisper;
}

/**
 * What becomes of a block that speaks or listens while nobody is on the line: in an outbound whisper it dials first;
 * a callback that waits has nobody to speak to (adminguide/play).
 * @returns undefined when somebody is there.
 */
export function whenNobodyIsThere(world: World, { contact, party }: FlowRun): BlockResult | undefined {
  const { outward, phase } = contact;
  if (party !== 'customer' || !isUnanswered(outward)) return undefined;
  if (phase !== 'outbound-whisper') {
    return { kind: 'error', error: 'NoMatchingError', because: 'nobody is on the line to hear it' };
  }
  callCustomer(world, contact, outward);
  return CALLING;
}

/** A callback that nobody takes is given up in the end (adminguide/setup-queued-cb). */
export function startExpiry(world: World, contact: Contact): void {
  const { outward } = contact;
  if (!isUnanswered(outward) || outward.callback === undefined) return;
  stopTimer(world, contact.timer);
  contact.timer = startTimer(world, 'expiry', outward.callback.expiresAtMs - world.nowMs, contact);
}
