/** Starts and stops what the world is woken for. */
import type { Agent, Contact, FlowRun, Timer, TimerKind } from './model.ts';
import type { World } from './world.ts';

export interface TimerOwner {
  readonly run?: FlowRun;
  readonly agent?: Agent;
  readonly contact?: Contact;
}

export function startTimer(
  world: World,
  kind: TimerKind,
  name: string,
  afterMs: number,
  owner: TimerOwner,
): Timer {
  world.count += 1;
  const timer: Timer = {
    kind,
    name,
    dueMs: world.nowMs + afterMs,
    order: world.count,
    run: owner.run,
    agent: owner.agent,
    contact: owner.contact,
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
  run.timers.push(startTimer(world, 'block', name, afterMs, { run }));
}

export function stopBlockTimer(world: World, run: FlowRun, name: string): void {
  const at = run.timers.findIndex((timer) => timer.name === name);
  if (at < 0) return;
  stopTimer(world, run.timers[at]);
  run.timers.splice(at, 1);
}

export function stopBlockTimers(world: World, run: FlowRun): void {
  if (run.timers.length === 0) return;
  for (const timer of run.timers) stopTimer(world, timer);
  run.timers.length = 0;
}
