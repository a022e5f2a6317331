/** The whole interface of the contact engine: a world, a step, and when the world next wants to be woken. */
import { agentEvent } from './agent-events.ts';
import { chatMessage } from './chats.ts';
import { contactEvent, dial } from './contact-events.ts';
import type { Effect, EngineEvent } from './events.ts';
import { transferTask } from './handing-on.ts';
import { holdAsAsked } from './holding.ts';
import type { Instance } from './instance.ts';
import { monitorEvent } from './monitoring.ts';
import { agentDials, startOutgoingCall } from './outgoing-calls.ts';
import { customerCalled } from './outward-events.ts';
import { resumeAsAsked, taskMessage } from './pausing.ts';
import { EngineRefusal } from './refusals.ts';
import { serviceAnswered } from './service-events.ts';
import { beginCreatedTasks, taskEvent } from './tasks.ts';
import { thirdPartyEvent } from './third-party.ts';
import { timeHasCome } from './timer-events.ts';
import { transferEvent } from './transfers.ts';
import type { World } from './world.ts';

export { createWorld, type WorldOptions } from './world.ts';
export type { Effect, EngineEvent, Instance, World };

/**
 * Gives the world one event and runs every contact on to its next wait, in place. What was due before `atMs` happens
 * first; what is due at that very moment happens after the event.
 * @param atMs milliseconds since 1970; not before the last step.
 * @returns what is to be done, in order.
 * @throws NotInService for a number that leads nowhere, EngineRefusal for an event that makes no sense; the event has
 * then changed nothing, and what was due before it happens in the next step.
 */
export function step(world: World, event: EngineEvent, atMs: number): readonly Effect[] {
  if (!(atMs >= world.nowMs)) {
    throw new EngineRefusal(
      `time went back from ${world.nowMs} to ${atMs}; give steps in the order of their time`,
    );
  }
  passTime(world, atMs, false);
  world.nowMs = atMs;
  happenTo(world, event);
  doWhatFlowsAskedFor(world);
  passTime(world, atMs, true);
  return world.effects.take();
}

/** When the next timer is due, milliseconds since 1970; undefined when the world waits for people only. */
export function nextDueAtMs(world: World): number | undefined {
  return world.effects.size > 0 ? world.nowMs : world.timers.first()?.dueMs;
}

/** What is due before `untilMs`, or at that very moment too. */
function passTime(world: World, untilMs: number, inclusive: boolean): void {
  for (;;) {
    const timer = world.timers.first();
    if (timer === undefined || timer.dueMs > untilMs || (timer.dueMs === untilMs && !inclusive)) return;
    world.timers.remove(timer);
    world.nowMs = Math.max(world.nowMs, timer.dueMs);
    timeHasCome(world, timer);
    doWhatFlowsAskedFor(world);
  }
}

/** What starts or stops other flows waits until the flow that has asked is at rest: runs never run inside each other. */
function doWhatFlowsAskedFor(world: World): void {
  // Mostly nothing was; `shift` of an empty list is a call, and this is asked ten times in a short call.
  if (world.held.length > 0) holdAsAsked(world);
  if (world.resumed.length > 0) resumeAsAsked(world);
  if (world.created.length > 0) beginCreatedTasks(world);
}

function happenTo(world: World, event: EngineEvent): void {
  switch (event.kind) {
    case 'clock':
      return;
    case 'service-answered':
      serviceAnswered(world, event);
      return;
    case 'dial':
      dial(world, event);
      return;
    case 'customer-called':
      customerCalled(world, event);
      return;
    case 'pause-task':
    case 'resume-task':
    case 'reschedule-task':
      taskMessage(world, event);
      return;
    case 'start-call':
      startOutgoingCall(world, event);
      return;
    case 'agent-dials':
      agentDials(world, event);
      return;
    case 'third-party':
      thirdPartyEvent(world, event);
      return;
    case 'agent-consults':
    case 'agent-transfers':
    case 'agent-swaps':
    case 'agent-conferences':
    case 'agent-drops':
      transferEvent(world, event);
      return;
    case 'supervisor-monitors':
    case 'supervisor-barges':
    case 'supervisor-listens':
    case 'supervisor-leaves':
      monitorEvent(world, event);
      return;
    case 'transfer-task':
      transferTask(world, event);
      return;
    case 'start-task':
      taskEvent(world, event);
      return;
    case 'start-chat':
    case 'chat-connects':
    case 'customer-writes':
    case 'agent-writes':
    case 'bot-joins':
    case 'bot-writes':
    case 'bot-leaves':
    case 'set-chat-timers':
      chatMessage(world, event);
      return;
    case 'key':
    case 'says':
    case 'playback-ended':
    case 'caller-hangs-up':
    case 'function-answered':
    case 'stop-contact':
    case 'set-attributes':
      contactEvent(world, event);
      return;
    default:
      agentEvent(world, event);
  }
}
