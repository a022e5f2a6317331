/** The three measured calls and the real flows that lie beside the repository, where they are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compileFlow, FlowError } from '../../../engine/contact/compiled-flow.ts';
import { createWorld, nextDueAtMs, step } from '../../../engine/contact/engine.ts';
import type { EngineEvent } from '../../../engine/contact/events.ts';
import type { Flow } from '../../../engine/contact/instance.ts';
import { FLOW_TYPES, type FlowType } from '../../../engine/language/flow.ts';
import { benchCall, readBenchCalls } from '../../bench/calls.ts';
import { instanceOf, NUMBER } from './centre.ts';

const FLOWS = '../shared/flows';
const calls = readBenchCalls();

describe('calls for speed', () => {
  if (calls.length === 0) test.skip('are not there: ../shared/bench is absent', () => undefined);
  for (const call of calls) {
    test(`${call.name} visits ${call.blocks} blocks and ends in the queue`, () => {
      expect(call.ends).toBe('queued');
      expect(benchCall(call)()).toEqual({ blocks: call.blocks, queued: true });
      expect(benchCall(call, 'none')()).toEqual({ blocks: 0, queued: true });
    });
  }
});

describe('real flows', () => {
  if (!existsSync(FLOWS)) {
    test.skip('are not there: ../shared/flows is absent', () => undefined);
    return;
  }
  const files = readdirSync(FLOWS).filter((file) => file.endsWith('.json'));
  const flowOf = (file: string, type: FlowType): Flow => {
    const content = readFileSync(`${FLOWS}/${file}`, 'utf8');
    return { arn: file, id: file, name: file, type, content };
  };
  const loads = (flow: Flow): boolean => {
    try {
      compileFlow(flow);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(FlowError);
      return false;
    }
  };
  test('are loaded, or refused by name, and never crash the loader', () => {
    const loaded = files.filter((file) => FLOW_TYPES.some((type) => loads(flowOf(file, type))));
    expect(loaded.length).toBeGreaterThan(110);
  });
  test('that answer a number take a call with every function empty and 1 pressed at every question', () => {
    let taken = 0;
    for (const file of files) {
      const flow = flowOf(file, 'CONTACT_FLOW');
      if (loads(flow) && takesCall(flow)) taken += 1;
    }
    expect(taken).toBeGreaterThan(90);
  });
});

/** Whether the call ended by the flow itself; a menu that leads back to itself goes on for ever, which is no fault. */
function takesCall(flow: Flow): boolean {
  const instance = { ...instanceOf({ flows: {} }), flows: [flow] };
  const phoneNumbers = instance.phoneNumbers.map((number) => ({ ...number, flowId: flow.id }));
  const world = createWorld({ instance: { ...instance, phoneNumbers }, seed: 1, nowMs: 0 });
  const events: EngineEvent[] = [{ kind: 'dial', to: NUMBER, playback: 'estimated' }];
  for (let turn = 0; turn < 2000; turn += 1) {
    const event = events.shift();
    const dueMs = event === undefined ? nextDueAtMs(world) : world.nowMs;
    if (dueMs === undefined) return false;
    for (const effect of step(world, event ?? { kind: 'clock' }, dueMs)) {
      if (effect.kind === 'contact-ended') return true;
      if (effect.kind === 'listening') events.push({ kind: 'key', contactId: effect.contactId, key: '1' });
      if (effect.kind === 'invoke') {
        const { contactId, invocationId } = effect;
        events.push({
          kind: 'function-answered',
          contactId,
          invocationId,
          answer: { kind: 'returned', payload: '{}' },
        });
      }
    }
  }
  return false;
}
