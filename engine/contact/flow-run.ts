/** Runs a flow from block to block, until one waits or the flow is over. */

import type { Happening } from '../blocks/block.ts';
import type { BlockResult } from '../blocks/step.ts';
import type { Json } from '../language/flow.ts';
import { BLOCKS_PER_INSTANT_MAX, MODULE_NESTING_MAX } from '../limits.ts';
import { conditionLabel, matching } from './branching.ts';
import type { CompiledFlow, CompiledStep } from './compiled-flow.ts';
import { Door } from './door.ts';
import type { Party } from './events.ts';
import { recordLeaving } from './flow-log.ts';
import { flowNamed } from './instance-view.ts';
import type { Contact, FlowRun, Frame } from './model.ts';
import { stopSpeech } from './speech-in-progress.ts';
import { stopBlockTimers } from './timers.ts';
import type { World } from './world.ts';

/** How a flow ended; what becomes of the contact is for its life to say. `stuck`: there was no branch to go by. */
export type RunEnd = 'queue' | 'disconnect' | 'ended' | 'stuck';

export function newRun(contact: Contact, party: Party, flow: CompiledFlow): FlowRun {
  const frame = newFrame(flow, undefined, {});
  return {
    contact,
    party,
    frames: [frame],
    frame,
    step: flow.start,
    waiting: undefined,
    suspended: undefined,
    speech: undefined,
    listening: false,
    timers: [],
    invocation: undefined,
    secretInput: false,
  };
}

const newFrame = (flow: CompiledFlow, caller: CompiledStep | undefined, input: Json): Frame => ({
  flow,
  caller,
  input,
  external: {},
  stored: undefined,
  attributes: undefined,
  loops: undefined,
  metrics: undefined,
  invocationId: undefined,
  result: undefined,
  resultData: null,
});

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
  if (run.listening) world.effects.push({ kind: 'listening-ended', contactId: run.contact.id });
  run.listening = false;
  run.waiting = undefined;
  run.invocation = undefined;
}

/** Runs never run inside each other, so a world needs one door only; a new one for each event was the dearest part of a step. */
const DOORS = new WeakMap<World, Door>();

function doorFor(world: World, run: FlowRun): Door {
  let door = DOORS.get(world);
  if (door === undefined) {
    door = new Door(world, run);
    DOORS.set(world, door);
  }
  door.open(run);
  return door;
}

/** What the loop below is to do with a result. */
type Move = 'run' | 'wait' | Happening | RunEnd;

function onward(world: World, run: FlowRun, first: Happening | undefined): RunEnd | undefined {
  const door = doorFor(world, run);
  let happened = first;
  for (;;) {
    const logged = run.contact.logging;
    const result = mayRun(world, run.contact) ? play(run, door, happened) : CIRCLE;
    const move = take(world, run, door, result, logged);
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

function play(run: FlowRun, door: Door, happened: Happening | undefined): BlockResult {
  const { block } = run.step;
  if (happened !== undefined) {
    const waiting = run.waiting ?? { kind: '' };
    return block.resume?.(door, waiting, happened) ?? { kind: 'wait', waiting };
  }
  // Words to the caller end a chain of functions (adminguide/connect-lambda-functions).
  if (block.facts.speaks || block.facts.listens) run.contact.functionMs = 0;
  run.secretInput = false;
  // A block in a module must be legal where the module is used, and on the contact's channel (adminguide/invoke-module-block).
  const [root = run.frame] = run.frames;
  if (!block.flowTypes.includes(root.flow.type) && run.frames.length > 1 && !MODULE_ONLY.has(block.type)) {
    return failing(`${block.type} is not allowed in a flow of type ${root.flow.type}`);
  }
  if (!block.channels.includes(door.channel))
    return failing(`${block.type} does nothing on a contact of channel ${door.channel}`);
  return block.run(door);
}

const MODULE_ONLY: ReadonlySet<string> = new Set(['EndFlowModuleExecution']);

const failing = (because: string): BlockResult => ({ kind: 'error', error: 'NoMatchingError', because });

function take(world: World, run: FlowRun, door: Door, result: BlockResult, logged: boolean): Move {
  const leave = (branch: string, because?: string, to?: CompiledStep): void => {
    recordLeaving(world, run, door, { branch, because, to: to?.identifier, logged });
  };
  const go = (to: CompiledStep | undefined, branch: string, because?: string): Move => {
    leave(branch, because ?? (to === undefined ? 'no branch leads on from here' : undefined), to);
    if (to === undefined) return 'stuck';
    moveTo(world, run, to);
    return 'run';
  };
  const { step } = run;
  switch (result.kind) {
    case 'wait':
      run.waiting = result.waiting;
      return 'wait';
    case 'next':
      return go(step.next, 'NextAction');
    case 'compare': {
      const found = matching(step, door, result.value);
      if (found !== undefined) return go(found.to, conditionLabel(run, found));
      const fallback = step.errors.get('NoMatchingCondition');
      return fallback === undefined ? go(step.next, 'NextAction') : go(fallback, 'NoMatchingCondition');
    }
    case 'error': {
      const to =
        step.errors.get(result.error) ??
        (result === CIRCLE ? undefined : step.errors.get('NoMatchingError')) ??
        (step.optionalErrors.includes(result.error) ? step.next : undefined);
      return go(to, result.error === '' ? 'none' : result.error, result.because);
    }
    case 'interrupt': {
      const found = matching(step, door, result.value);
      if (found === undefined) {
        run.waiting = result.waiting;
        return { kind: 'resumed', speaking: run.speech?.step === step };
      }
      run.suspended = { step, waiting: result.waiting, depth: run.frames.length };
      return go(found.to, conditionLabel(run, found));
    }
    case 'transfer-to-flow': {
      const flow = flowNamed(world, result.flowId);
      if (flow === undefined) throw new Error(`flow '${result.flowId}' has vanished`);
      leave('Success', undefined, flow.start);
      run.suspended = undefined;
      run.frames = [newFrame(flow, undefined, {})];
      enterFrame(run);
      moveTo(world, run, flow.start);
      return 'run';
    }
    case 'enter-module': {
      const flow = flowNamed(world, result.moduleId);
      if (flow === undefined) throw new Error(`module '${result.moduleId}' has vanished`);
      const problem = nestingProblem(run, flow);
      if (problem !== undefined) return take(world, run, door, failing(problem), logged);
      run.frames.push(newFrame(flow, step, result.input));
      enterFrame(run);
      moveTo(world, run, flow.start);
      return 'run';
    }
    case 'end-module':
      leave('End');
      return endModule(world, run, result.result, result.resultData);
    case 'end-flow':
      leave('End');
      return endFlow(world, run);
    case 'queue':
      leave('Success');
      return 'queue';
    case 'disconnect':
      leave('End');
      return 'disconnect';
  }
}

function moveTo(world: World, run: FlowRun, to: CompiledStep): void {
  stopBlockTimers(world, run);
  run.waiting = undefined;
  run.invocation = undefined;
  run.step = to;
}

function enterFrame(run: FlowRun): void {
  const last = run.frames.at(-1);
  if (last === undefined) throw new Error('a run has no flow');
  run.frame = last;
}

/** Five levels, and never a module inside itself (adminguide/contact-flow-modules). */
function nestingProblem(run: FlowRun, flow: CompiledFlow): string | undefined {
  if (run.frames.length > MODULE_NESTING_MAX)
    return `modules are nested deeper than ${MODULE_NESTING_MAX} levels`;
  return run.frames.some((frame) => frame.flow === flow)
    ? `module '${flow.name}' is inside itself`
    : undefined;
}

function endModule(world: World, run: FlowRun, result: string | undefined, data: Json | undefined): Move {
  const { caller } = run.frame;
  if (caller === undefined) return 'ended';
  run.frames.pop();
  enterFrame(run);
  run.frame.result = result;
  run.frame.resultData = data ?? null;
  moveTo(world, run, caller);
  return result === undefined ? { kind: 'module-ended' } : { kind: 'module-ended', result };
}

/** In a queue flow the interrupted loop of prompts goes on (adminguide/end-flow-resume). */
function endFlow(world: World, run: FlowRun): Move {
  const { suspended } = run;
  if (suspended === undefined) return 'ended';
  run.suspended = undefined;
  run.frames.length = suspended.depth;
  enterFrame(run);
  moveTo(world, run, suspended.step);
  run.waiting = suspended.waiting;
  return { kind: 'resumed', speaking: run.speech?.step === suspended.step };
}
