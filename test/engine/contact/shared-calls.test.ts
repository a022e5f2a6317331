/** The three measured calls and the real flows that lie beside the repository, where they are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compileFlow, FlowError } from '../../../engine/contact/compiled-flow.ts';
import type { FlowType } from '../../../engine/language/flow.ts';
import { FLOW_TYPES } from '../../../engine/language/flow.ts';
import { benchCall, readBenchCalls } from '../../bench/calls.ts';

const FLOWS = '../shared/flows';
const calls = readBenchCalls();

describe('calls for speed', () => {
  if (calls.length === 0) test.skip('are not there: ../shared/bench is absent', () => undefined);
  for (const call of calls) {
    test(`${call.name} visits ${call.blocks} blocks and ends in the queue`, () => {
      const run = benchCall(call)();
      expect(run).toEqual({ blocks: call.blocks, phase: call.ends });
    });
  }
});

describe('real flows', () => {
  if (!existsSync(FLOWS)) {
    test.skip('are not there: ../shared/flows is absent', () => undefined);
    return;
  }
  const files = readdirSync(FLOWS).filter((file) => file.endsWith('.json'));
  test('are loaded, or refused by name, and never crash the loader', () => {
    let loaded = 0;
    for (const file of files) {
      const content = readFileSync(`${FLOWS}/${file}`, 'utf8');
      const loads = (type: FlowType) => {
        try {
          compileFlow({ arn: file, id: file, name: file, type, content });
          return true;
        } catch (error) {
          expect(error).toBeInstanceOf(FlowError);
          return false;
        }
      };
      if (FLOW_TYPES.some(loads)) loaded += 1;
    }
    expect(loaded).toBeGreaterThan(90);
  });
});
