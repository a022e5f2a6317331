/** Flows at their first step. */
import type { CompiledFlow } from './compiled-flow.ts';
import type { Party } from './events.ts';
import { newFrame } from './frame.ts';
import type { Contact, FlowRun } from './model.ts';

export const NOTHING = {};

export const newRun = (contact: Contact, party: Party, flow: CompiledFlow): FlowRun => ({
  contact,
  party,
  frame: newFrame(flow, undefined, undefined, NOTHING),
  step: flow.start,
  waiting: undefined,
  suspended: undefined,
  speech: undefined,
  listening: false,
  encrypts: false,
  timers: undefined,
  invocation: undefined,
  secretInput: false,
});
