/** What other services do to a contact: they answer what a block has asked. */
import { goOn } from './call.ts';
import type { FlowRun } from './model.ts';
import type { ServiceEvent } from './service-messages.ts';
import type { World } from './world.ts';

/** An answer that comes too late, even after the call, is ignored, as a function's is. */
export function serviceAnswered(world: World, event: ServiceEvent): void {
  const contact = world.contacts.get(event.contactId);
  const waits = (run: FlowRun | undefined): run is FlowRun =>
    run?.waiting !== undefined && run.invocation?.id === event.requestId;
  const run = [contact?.customer, contact?.agentRun].find(waits);
  if (run === undefined) return;
  goOn(world, run, { kind: 'service-answered', requestId: event.requestId, answer: event.answer });
}
