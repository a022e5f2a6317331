/** Starts and stops what the world is woken for. */
import type { Agent, Contact, FlowRun, Timer } from './model.ts';
import type { TimerKind } from './timer-kind.ts';
import type { World } from './world.ts';

/** For a contact, and for the agent who has it. */
export function startTimer(
  world: World,
  kind: Exclude<TimerKind, 'block' | 'speech'>,
  afterMs: number,
  contact: Contact,
  agent?: Agent,
  name = '',
): Timer {
  return wakeAfter(world, kind, name, afterMs, undefined, contact, agent);
}

export function startSpeechTimer(world: World, run: FlowRun, afterMs: number): Timer {
  return wakeAfter(world, 'speech', '', afterMs, run, undefined, undefined);
}

function wakeAfter(
  world: World,
  kind: TimerKind,
  name: string,
  afterMs: number,
  run: FlowRun | undefined,
  contact: Contact | undefined,
  agent: Agent | undefined,
): Timer {
  world.count += 1;
  const timer: Timer = {
    kind,
    name,
    next: undefined,
    dueMs: world.nowMs + afterMs,
    order: world.count,
    run,
    agent,
    contact,
    place: -1,
  };
  world.timers.add(timer);
  return timer;
}

export function stopTimer(world: World, timer: Timer | undefined): void {
  if (timer !== undefined) world.timers.remove(timer);
}

/** A timer of the block that a run is at; one of the same name is replaced. */
export function startBlockTimer(world: World, run: FlowRun, name: string, afterMs: number): void {
  stopBlockTimer(world, run, name);
  const timer = wakeAfter(world, 'block', name, afterMs, run, undefined, undefined);
  timer.next = run.timers;
  run.timers = timer;
}

export function stopBlockTimer(world: World, run: FlowRun, name: string): void {
  let timer = run.timers;
  while (timer !== undefined && timer.name !== name) timer = timer.next;
  if (timer === undefined) return;
  stopTimer(world, timer);
  dropBlockTimer(run, timer);
}

/** A timer that is over is no longer the block's. */
export function dropBlockTimer(run: FlowRun, timer: Timer): void {
  if (run.timers === timer) {
    run.timers = timer.next;
    return;
  }
  let before = run.timers;
  while (before !== undefined && before.next !== timer) before = before.next;
  if (before !== undefined) before.next = timer.next;
}

export function stopBlockTimers(world: World, run: FlowRun): void {
  for (let timer = run.timers; timer !== undefined; timer = timer.next) stopTimer(world, timer);
  run.timers = undefined;
}
