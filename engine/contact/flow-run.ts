/** Runs a flow from block to block, until one waits or the flow is over. */

import type { Happening } from '../blocks/block.ts';
import type { BlockResult } from '../blocks/step.ts';
import type { Json } from '../language/flow.ts';
import { BLOCKS_PER_INSTANT_MAX, MODULE_NESTING_MAX } from '../limits.ts';
import { conditionLabel, matching } from './branching.ts';
import { whenNobodyIsThere } from './calling.ts';
import type { CompiledCondition, CompiledFlow, CompiledStep } from './compiled-flow.ts';
import { Door } from './door.ts';
import type { Doorway } from './doorway.ts';
import { recordLeaving } from './flow-log.ts';
import { type Frame, newFrame } from './frame.ts';
import { askedUnder } from './hearers.ts';
import { flowNamed } from './instance-view.ts';
import type { Contact, FlowRun } from './model.ts';
import { NOTHING } from './new-run.ts';
import { stopSpeech } from './speech-in-progress.ts';
import { stopBlockTimers } from './timers.ts';
import type { World } from './world.ts';

/** How a flow ended; what becomes of the contact is for its life to say. `stuck`: there was no branch to go by. */
export type RunEnd = 'queue' | 'agent' | 'disconnect' | 'ended' | 'stuck';

/** Runs the present step and what follows. @returns undefined when a block waits. */
export function advance(world: World, run: FlowRun): RunEnd | undefined {
  return onward(world, run, undefined);
}

/** Tells the waiting block what has happened, and runs on. */
export function happen(world: World, run: FlowRun, happened: Happening): RunEnd | undefined {
  return onward(world, run, happened);
}

/** Silences a flow that is no longer wanted; nothing of it will happen any more. */
export function abandon(world: World, run: FlowRun | undefined): void {
  if (run === undefined) return;
  stopBlockTimers(world, run);
  stopSpeech(world, run);
  if (run.listening) world.effects.push({ kind: 'listening-ended', contactId: askedUnder(run) });
  run.listening = false;
  letThirdPartyGo(world, run);
  run.waiting = undefined;
  run.invocation = undefined;
}

/** Whatever takes the run away from a number outside, that one is no longer in the call. */
function letThirdPartyGo(world: World, { waiting, contact }: FlowRun): void {
  if (waiting !== undefined && waiting.kind === 'third-party')
    world.effects.push({ kind: 'third-party-left', contactId: contact.id });
}

/** Runs never run inside each other, so a world needs one door only; a new one for each event was the dearest part of a step. */
function doorFor(world: World, run: FlowRun): Doorway {
  world.door ??= new Door(world, run);
  world.door.open(run);
  return world.door;
}

/** What the loop below is to do with a result. */
type Move = 'run' | 'wait' | Happening | RunEnd;

function onward(world: World, run: FlowRun, first: Happening | undefined): RunEnd | undefined {
  const door = doorFor(world, run);
  let happened = first;
  for (;;) {
    const result = mayRun(world, run.contact) ? play(world, run, door, happened) : CIRCLE;
    const move = take(world, run, door, result);
    if (move === 'wait') return undefined;
    if (typeof move === 'string' && move !== 'run') {
      abandon(world, run);
      return move;
    }
    happened = move === 'run' ? undefined : move;
    door.next();
  }
}

const CIRCLE: BlockResult = {
  kind: 'error',
  error: '',
  because: `${BLOCKS_PER_INSTANT_MAX} blocks ran without a wait; the flow goes round in a circle`,
};

function mayRun(world: World, contact: Contact): boolean {
  if (contact.instantMs !== world.nowMs) {
    contact.instantMs = world.nowMs;
    contact.blocksAtInstant = 0;
  }
  contact.blocksAtInstant += 1;
  return contact.blocksAtInstant <= BLOCKS_PER_INSTANT_MAX;
}

function play(world: World, run: FlowRun, door: Doorway, happened: Happening | undefined): BlockResult {
  const { step } = run;
  const { block } = step;
  if (happened !== undefined) {
    const waiting = run.waiting ?? { kind: '' };
    return step.resume?.(door, waiting, happened) ?? { kind: 'wait', waiting };
  }
  // Words to the caller end a chain of functions (adminguide/connect-lambda-functions).
  if (step.speaks) {
    run.contact.functionMs = 0;
    if (run.contact.outward !== undefined) {
      const result = whenNobodyIsThere(world, run);
      if (result !== undefined) return result;
    }
  }
  run.secretInput = false;
  // A block in a module must be legal where the module is used, and on the contact's channel (adminguide/invoke-module-block).
  if (run.frame.outer !== undefined) {
    const { type } = outermost(run.frame).flow;
    if (!block.flowTypes.includes(type) && !MODULE_ONLY.has(block.type))
      return failing(`${block.type} is not allowed in a flow of type ${type}`);
  }
  if (!step.onEveryChannel && !block.channels.includes(door.channel))
    return failing(`${block.type} does nothing on a contact of channel ${door.channel}`);
  return step.run(door);
}

function outermost(frame: Frame): Frame {
  let found = frame;
  while (found.outer !== undefined) found = found.outer;
  return found;
}

const MODULE_ONLY: ReadonlySet<string> = new Set(['EndFlowModuleExecution']);

const failing = (because: string): BlockResult => ({ kind: 'error', error: 'NoMatchingError', because });

function take(world: World, run: FlowRun, door: Doorway, result: BlockResult): Move {
  const { step } = run;
  switch (result.kind) {
    case 'wait':
      run.waiting = result.waiting;
      return 'wait';
    case 'next':
      return go(world, run, door, step.next, 'NextAction');
    case 'compare': {
      const found = matching(step, door, result.value);
      if (found !== undefined) return goBy(world, run, door, found);
      const fallback = step.errors.get('NoMatchingCondition');
      return fallback === undefined
        ? go(world, run, door, step.next, 'NextAction')
        : go(world, run, door, fallback, 'NoMatchingCondition');
    }
    case 'error': {
      const to =
        step.errors.get(result.error) ??
        (result === CIRCLE ? undefined : step.errors.get('NoMatchingError')) ??
        (step.optionalErrors.includes(result.error) ? step.next : undefined);
      return go(world, run, door, to, result.error === '' ? 'none' : result.error, result.because);
    }
    case 'interrupt': {
      const found = matching(step, door, result.value);
      if (found === undefined) {
        run.waiting = result.waiting;
        return { kind: 'resumed', speaking: run.speech?.step === step };
      }
      run.suspended = { step, waiting: result.waiting, frame: run.frame };
      return goBy(world, run, door, found);
    }
    case 'transfer-to-flow': {
      const flow = flowNamed(world, result.flowId);
      if (flow === undefined) throw new Error(`flow '${result.flowId}' has vanished`);
      leave(world, run, door, 'Success', undefined, flow.start);
      run.suspended = undefined;
      run.frame = newFrame(flow, undefined, undefined, NOTHING);
      moveTo(world, run, flow.start);
      return 'run';
    }
    case 'enter-module': {
      const flow = flowNamed(world, result.moduleId);
      if (flow === undefined) throw new Error(`module '${result.moduleId}' has vanished`);
      const problem = nestingProblem(run.frame, flow);
      if (problem !== undefined) return take(world, run, door, failing(problem));
      run.frame = newFrame(flow, run.frame, step, result.input);
      moveTo(world, run, flow.start);
      return 'run';
    }
    case 'end-module':
      leave(world, run, door, 'End');
      return endModule(world, run, result.result, result.resultData);
    case 'end-flow':
      leave(world, run, door, 'End');
      return endFlow(world, run);
    case 'queue':
      leave(world, run, door, 'Success');
      return 'queue';
    case 'agent':
      leave(world, run, door, 'Success');
      return 'agent';
    case 'disconnect':
      leave(world, run, door, 'End');
      return 'disconnect';
  }
}

function leave(
  world: World,
  run: FlowRun,
  door: Doorway,
  branch: string,
  because?: string,
  to?: CompiledStep,
): void {
  if (world.recorded) recordLeaving(world, run, door, branch, because, to);
}

function go(
  world: World,
  run: FlowRun,
  door: Doorway,
  to: CompiledStep | undefined,
  branch: string,
  because?: string,
): Move {
  if (to === undefined) {
    leave(world, run, door, branch, because ?? 'no branch leads on from here');
    return 'stuck';
  }
  leave(world, run, door, branch, because, to);
  moveTo(world, run, to);
  return 'run';
}

function goBy(world: World, run: FlowRun, door: Doorway, condition: CompiledCondition): Move {
  if (world.recorded)
    recordLeaving(world, run, door, conditionLabel(run, condition), undefined, condition.to);
  moveTo(world, run, condition.to);
  return 'run';
}

function moveTo(world: World, run: FlowRun, to: CompiledStep): void {
  stopBlockTimers(world, run);
  letThirdPartyGo(world, run);
  run.waiting = undefined;
  run.invocation = undefined;
  run.step = to;
}

/** Five levels, and never a module inside itself (adminguide/contact-flow-modules). */
function nestingProblem(innermost: Frame, flow: CompiledFlow): string | undefined {
  let levels = 0;
  let repeated = false;
  for (let frame: Frame | undefined = innermost; frame !== undefined; frame = frame.outer) {
    levels += 1;
    repeated ||= frame.flow === flow;
  }
  if (levels > MODULE_NESTING_MAX) return `modules are nested deeper than ${MODULE_NESTING_MAX} levels`;
  return repeated ? `module '${flow.name}' is inside itself` : undefined;
}

function endModule(world: World, run: FlowRun, result: string | undefined, data: Json | undefined): Move {
  const { caller, outer } = run.frame;
  if (caller === undefined || outer === undefined) return 'ended';
  run.frame = outer;
  outer.result = result;
  outer.resultData = data ?? null;
  moveTo(world, run, caller);
  return result === undefined ? { kind: 'module-ended' } : { kind: 'module-ended', result };
}

/** In a queue flow the interrupted loop of prompts goes on (adminguide/end-flow-resume). */
function endFlow(world: World, run: FlowRun): Move {
  const { suspended } = run;
  if (suspended === undefined) return 'ended';
  run.suspended = undefined;
  run.frame = suspended.frame;
  moveTo(world, run, suspended.step);
  run.waiting = suspended.waiting;
  return { kind: 'resumed', speaking: run.speech?.step === suspended.step };
}
